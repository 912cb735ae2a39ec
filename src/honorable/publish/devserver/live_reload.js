// Put into the page only by `honorable serve`: reload after each build. Stops when the server has ended.
const script = document.currentScript.src;
const buildStamp = async () => (await fetch(new URL("honorable-built", script), { cache: "no-store" })).text();

buildStamp().then((first) => {
  const timer = setInterval(async () => {
    try {
      if ((await buildStamp()) !== first) location.reload();
    } catch {
      clearInterval(timer);
    }
  }, 700);
});
