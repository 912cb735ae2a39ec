// Fetches Python's files, which the <template> in front of this script lists: after the first paint, or on a visit that
// should save data, when the form is first used. The build puts this script into the page itself, so that no other file
// delays them.
(() => {
  const root = document.documentElement;
  const files = document.getElementById("python-files");
  const { connection } = navigator;

  // What is stored on this device. A sandbox refuses even the question.
  const isStored = (question) => {
    try {
      return Boolean(question());
    } catch {
      return false;
    }
  };

  // Whether the address fills in the form. What only sets the look of a frame does not (frame.js).
  const fillsForm = () => /^#(.*&)?(?!(sections|theme|accent)=)[^&=]+=/.test(location.hash);

  const shouldSave = () =>
    connection?.saveData ||
    ["slow-2g", "2g", "3g"].includes(connection?.effectiveType) ||
    matchMedia("(prefers-reduced-data: reduce)").matches;

  // Waiting would save nothing if the service worker has the files. And nobody should wait for their own letters.
  const needsPython = () =>
    isStored(() => navigator.serviceWorker?.controller) ||
    isStored(() => /(^|; )honorable(-record)?=/.test(document.cookie)) ||
    isStored(() => sessionStorage.getItem("honorable") ?? sessionStorage.getItem("honorable-beside")) ||
    fillsForm();

  const fetchFiles = () => files.replaceWith(files.content); // boot.js goes on
  files.dataset.wait = "";

  // Megabytes that arrive and are compiled meanwhile would delay the first paint. A page that nobody sees has none.
  if (!shouldSave() || needsPython()) {
    new PerformanceObserver(fetchFiles).observe({ type: "paint", buffered: true });
    addEventListener("load", fetchFiles);
    return;
  }

  // Not `pointerdown`: on a phone, scrolling past the form begins with one.
  const FIELDS = "#write :is(input, select, textarea, button)";
  // A browser that comes back to a page may put in again what was typed, without an event for it.
  const isFilledIn = () =>
    [...document.querySelectorAll("#write :is(input:not([type=checkbox]), textarea)")].some(
      (field) => field.value !== field.defaultValue,
    );
  const leadsToForm = (link) => link && document.getElementById(link.hash.slice(1))?.closest("#write");
  const signs = {
    focusin: ({ target }) => target.matches?.(FIELDS),
    click: ({ target }) => target.closest?.(FIELDS) || leadsToForm(target.closest?.('a[href^="#"]')),
    input: () => true,
    change: () => true,
    pageshow: isFilledIn,
    hashchange: fillsForm,
  };

  root.dataset.savesData = "waiting";
  const waiting = new AbortController();
  const follow = (event) => {
    if (!signs[event.type](event)) return;
    waiting.abort();
    root.dataset.savesData = "started";
    fetchFiles();
  };
  for (const sign of Object.keys(signs)) addEventListener(sign, follow, { capture: true, signal: waiting.signal });
})();
