// From the day after the bill lapses, replaces what says that it is pending, hides posts with its number, and shows a
// notice. All of it is in the page from the day that it was built (sections/lapsed.html), so it works without Python.
const { lapses } = document.querySelector("[data-lapses]").dataset;
if (new Date() >= new Date(`${lapses}T24:00`)) {
  for (const element of document.querySelectorAll("[data-until-lapse]")) element.hidden = true;
  for (const template of document.querySelectorAll("template[data-after-lapse]")) {
    document.querySelector(template.dataset.afterLapse)?.replaceChildren(template.content.cloneNode(true));
  }
}
