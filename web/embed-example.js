// Lists what the page around a frame hears. The events bubble, so one listener serves all frames.
for (const type of ["ready", "written", "copied", "sent"])
  document.addEventListener(`honorable:${type}`, ({ target, detail }) => {
    const item = document.createElement("li");
    item.textContent = `${target.title}: ${type}${detail.letter ? ` (${detail.letter})` : ""}`;
    document.getElementById("heard").append(item);
  });
