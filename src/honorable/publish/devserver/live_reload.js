// Put into the page by `honorable serve` alone: loads it anew when it was built again. Gives up where the server ended.
const script = document.currentScript.src;
const built = async () => (await fetch(new URL("honorable-built", script), { cache: "no-store" })).text();

built().then((first) => {
  const look = setInterval(async () => {
    try {
      if ((await built()) !== first) location.reload();
    } catch {
      clearInterval(look);
    }
  }, 700);
});
