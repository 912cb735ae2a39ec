// In a frame on another site: applies the look that the host chose. Only this file sends messages to the host.
// A classic script in the page's head, so that sections that the frame leaves out never appear. See docs/embedding.md.
if (window.parent !== window) {
  const root = document.documentElement;
  const asked = new URLSearchParams(location.hash.slice(1));

  // What a host may show: sections by their id, all seven steps ("steps") or only the letters' ("write").
  const SECTIONS = ["write", "steps", "record", "plan", "connect", "spread", "diy", "resistbot", "about", "privacy"];
  const sections = (asked.get("sections") ?? "").split(/[\s,]+/).filter((name) => SECTIONS.includes(name));
  root.dataset.framed = "";
  root.dataset.sections = sections.join(" ") || "write";
  if (["light", "dark"].includes(asked.get("theme"))) root.dataset.theme = asked.get("theme");
  if (/^#[0-9a-f]{6}$/i.test(asked.get("accent"))) {
    root.dataset.accent = "";
    root.style.setProperty("--accent", asked.get("accent"));
  }

  // The host's origin, if the browser reveals it. Otherwise the page sends nothing until the host asks, because a message
  // comes with an origin that the browser guarantees. A host without one ("null": a file, a sandbox) needs "*".
  const { parent } = window;
  const known = location.ancestorOrigins?.[0] ?? (document.referrer && new URL(document.referrer).origin);
  let host = known === "null" ? "" : known;

  // Every message is created here, and contains only what the lines below name: nothing that was typed.
  const send = (type, facts) => {
    if (host) parent.postMessage({ honorable: 1, type, ...facts }, host);
  };
  const sendHeight = () => send("height", { height: Math.ceil(root.getBoundingClientRect().height) });

  addEventListener("message", ({ source, origin, data }) => {
    if (source !== parent || data?.honorable !== 1 || (host && host !== "*" && host !== origin)) return;
    host = origin === "null" ? "*" : origin;
    if (data.type === "height") {
      root.dataset.framed = "fits"; // A host that asks for the height applies it: nothing to scroll.
      sendHeight();
    } else if (data.type === "ready" && root.dataset.python === "ready") {
      send("ready");
    }
  });

  new ResizeObserver(sendHeight).observe(root);

  const letterOf = (element) => element.closest?.("[data-letter]")?.dataset.letter;
  addEventListener("honorable:ready", () => send("ready"));
  addEventListener("honorable:written", () => send("written"));
  addEventListener("honorable:sent", ({ target }) => send("sent", { letter: letterOf(target) }));
  addEventListener("honorable:copied", ({ target }) => {
    const letter = target.closest("#diy") ? "diy" : letterOf(target);
    if (letter && target.dataset.copy.endsWith("-text")) send("copied", { letter });
  });

  // Follow a link within the page. The address keeps the look, and the host's history does not change, but the host's
  // page scrolls along. A section that was left out is shown, and scrolled to again once the host has resized the frame.
  const goTo = (place) => {
    const id = place.closest("main > [id]")?.id;
    const section = id === "voice" ? "steps" : id; // They are in it.
    if (SECTIONS.includes(section) && !root.dataset.sections.split(" ").includes(section)) {
      root.dataset.sections += ` ${section}`;
      addEventListener("resize", () => place.scrollIntoView(), { once: true });
    }
    place.scrollIntoView();
    if (place.tabIndex < 0) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  };
  addEventListener("click", (event) => {
    // Dialogs open where the visitor clicked: the middle of a tall frame may be off screen.
    root.style.setProperty("--pressed-at", `${Math.round(event.target.getBoundingClientRect().top)}px`);
    const link = event.target.closest?.('a[href^="#"]');
    const place = link && document.getElementById(link.hash.slice(1));
    if (!place) return;
    event.preventDefault();
    goTo(place);
  });
}
