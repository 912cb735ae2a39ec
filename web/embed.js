// Puts the letter page into a frame where this <script> stands. docs/embedding.md has the attributes and the events.
//
// It follows the frame's height by itself. @open-iframe-resizer/core 2.1.0 would do that too, but inside the page it
// obeys whoever frames it: it measures any CSS selector that the host sends ("targetElementSelector"), so a host could
// read off how long the name is that was typed, or which state was chosen. And it answers to every origin ("*").
(() => {
  const script = document.currentScript;
  const { accent, prefill, sections, source, theme, title } = script.dataset;

  const page = new URL("./", script.src);
  if (source) page.searchParams.set("source", source);
  const look = Object.entries({ sections, theme, accent }).filter(([, wish]) => wish);
  // All else goes into the fragment, which no server is told.
  page.hash = [String(new URLSearchParams(look)), prefill].filter(Boolean).join("&");

  const frame = document.createElement("iframe");
  frame.title = title || "Write to Congress";
  frame.allow = "clipboard-write; web-share";
  frame.loading = "lazy";
  Object.assign(frame.style, { display: "block", width: "100%", height: "40rem", border: "0" });
  frame.src = page;

  const EVENTS = ["ready", "written", "copied", "sent"];
  addEventListener("message", ({ source, origin, data }) => {
    if (!source || source !== frame.contentWindow || origin !== page.origin || data?.honorable !== 1) return;
    if (data.type === "height" && data.height > 0) {
      frame.style.height = `${data.height}px`;
    } else if (EVENTS.includes(data.type)) {
      const { letter } = data;
      frame.dispatchEvent(new CustomEvent(`honorable:${data.type}`, { bubbles: true, detail: { letter } }));
    }
  });
  // Asking for the height tells the page that it is followed, and by whom.
  frame.addEventListener("load", () => frame.contentWindow.postMessage({ honorable: 1, type: "height" }, page.origin));
  script.after(frame);
})();
