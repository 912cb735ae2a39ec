// Shows the letter page in a frame on another site. docs/embedding.md documents the attributes and the events.
//
// Runs as a classic script, as a module, in a bundle, and inserted at any time, as often as you like. A frame replaces
// the content of each element with data-honorable, whenever it appears. On a page without one, the <script> is the place.
//
// It follows the frame's height by itself. @open-iframe-resizer/core 2.1.0 would do that too, but inside the page it
// obeys whoever frames it: it measures any CSS selector that the host sends ("targetElementSelector"), so a host could
// measure the name that was typed, or see which state was chosen. And it answers to every origin ("*").
(() => {
  const PLACES = "[data-honorable]";
  const EVENTS = ["ready", "written", "copied", "sent"];
  const ANSWER_WITHIN = 10_000; // milliseconds after the frame has loaded
  const PLACE_WITHIN = 3_000; // milliseconds after this script has started

  // Several copies of this script may run on a page: what one of them has handled, the others leave alone.
  const isFirst = !globalThis.honorableFrames;
  const handled = (globalThis.honorableFrames ??= new WeakSet());

  let isUsed = false;

  const warn = (text) => console.warn(`Honorable: ${text}`);

  // The <script> elements that load this file: none in a bundle. A module is not told which one is its own.
  const isOurs = ({ src }) => /\/embed\.js(?:[?#]|$)/.test(src);
  const own = document.currentScript;
  const ownScripts = () => (own ? [own] : [...document.querySelectorAll("script[type=module]")]).filter(isOurs);

  // The site's folder as a URL: "https://letters.example.org/congress" and ".../congress/index.html" are one site.
  // Returns null for anything that is not an http(s) address.
  const folderOf = (address) => {
    let url;
    try {
      url = new URL(address, document.baseURI);
    } catch {
      return null;
    }
    if (!/^https?:$/.test(url.protocol)) return null;
    url.search = url.hash = "";
    if (!/\/$|\.html$|\/embed\.js$/.test(url.pathname)) url.pathname += "/";
    return new URL("./", url);
  };

  const show = (place, page) => {
    const { accent, prefill, sections, source, theme, title } = place.dataset;
    if (source) page.searchParams.set("source", source);
    const look = Object.entries({ sections, theme, accent }).filter(([, value]) => value);
    // Everything else goes into the fragment, which browsers do not send to servers.
    page.hash = [String(new URLSearchParams(look)), prefill].filter(Boolean).join("&");

    const frame = document.createElement("iframe");
    frame.title = title || "Write to Congress";
    // Chromium logs a warning for features that it does not have on this platform.
    const features = document.featurePolicy?.features();
    frame.allow = ["clipboard-write", "web-share"].filter((name) => features?.includes(name) ?? true).join("; ");
    frame.loading = "lazy";
    // Set by script, so that a host's style-src does not matter.
    Object.assign(frame.style, { display: "block", width: "100%", height: "40rem", border: "0" });
    frame.src = page;

    let timer;
    addEventListener("message", ({ source, origin, data }) => {
      if (!source || source !== frame.contentWindow || origin !== page.origin || data?.honorable !== 1) return;
      clearTimeout(timer);
      if (data.type === "height" && data.height > 0) {
        frame.style.height = `${data.height}px`;
      } else if (EVENTS.includes(data.type)) {
        const { letter } = data;
        frame.dispatchEvent(new CustomEvent(`honorable:${data.type}`, { bubbles: true, detail: { letter } }));
      }
    });
    frame.addEventListener("load", () => {
      clearTimeout(timer);
      timer = setTimeout(
        warn,
        ANSWER_WITHIN,
        `${page.origin}${page.pathname} does not answer. Is it the address of an Honorable page? ` +
          "Does this page's Content-Security-Policy allow it in frame-src?",
      );
      // Asking for the height tells the page that its host follows it, and which origin the host has.
      frame.contentWindow.postMessage({ honorable: 1, type: "height" }, page.origin);
    });

    if (place.localName === "script") place.after(frame);
    else place.replaceChildren(frame);
  };

  const showOnce = (place, address) => {
    isUsed = true;
    if (handled.has(place)) return;
    handled.add(place);
    const page = address && folderOf(address);
    if (page) show(place, page);
    else warn(`cannot find the site for ${place.outerHTML.slice(0, 100)}: expected data-honorable="https://…".`);
  };

  const showAll = () => {
    const [script] = ownScripts();
    const places = [...document.querySelectorAll(`body ${PLACES}`)];
    for (const place of places) showOnce(place, place.dataset.honorable || script?.src);
    return places.length > 0;
  };

  const start = () => {
    const scripts = ownScripts().filter((script) => document.body.contains(script));
    if (!showAll()) for (const script of scripts) showOnce(script, script.src);
    setTimeout(() => {
      if (isFirst && !isUsed) warn('waiting for an element with data-honorable="https://…" to show the letters in.');
    }, PLACE_WITHIN);
    if (isFirst) new MutationObserver(showAll).observe(document.documentElement, { childList: true, subtree: true });
  };

  // The whole document decides whether the script itself is a place.
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", start);
  else start();
})();
