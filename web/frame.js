// In a frame on another site: takes the look that the host asks for, and is the one place that speaks to the host.
// At the head of the page and no module, so that what a frame leaves out is never seen. See docs/embedding.md.
if (window.parent !== window) {
  const root = document.documentElement;
  const asked = new URLSearchParams(location.hash.slice(1));

  // What a host may choose from: sections of the page by their id, and, of the seven steps, all or the letters' alone.
  const SECTIONS = ["write", "steps", "record", "plan", "connect", "spread", "diy", "resistbot", "about", "privacy"];
  const sections = (asked.get("sections") ?? "").split(/[\s,]+/).filter((name) => SECTIONS.includes(name));
  root.dataset.framed = "";
  root.dataset.sections = sections.join(" ") || "write";
  if (["light", "dark"].includes(asked.get("theme"))) root.dataset.theme = asked.get("theme");
  if (/^#[0-9a-f]{6}$/i.test(asked.get("accent"))) {
    root.dataset.accent = "";
    root.style.setProperty("--accent", asked.get("accent"));
  }

  // The host's origin, where the browser tells it. Otherwise nothing is said until the host itself has asked: then the
  // browser vouches for its origin. A host without one ("null": a file, a sandbox) can only be addressed as "*".
  const { parent } = window;
  const known = location.ancestorOrigins?.[0] ?? (document.referrer && new URL(document.referrer).origin);
  let host = known === "null" ? "" : known;

  // Every message is made here, and holds what its line below says. No word that anybody typed is within reach.
  const tell = (type, facts) => {
    if (host) parent.postMessage({ honorable: 1, type, ...facts }, host);
  };
  const tellHeight = () => tell("height", { height: Math.ceil(root.getBoundingClientRect().height) });

  addEventListener("message", ({ source, origin, data }) => {
    if (source !== parent || data?.honorable !== 1 || (host && host !== "*" && host !== origin)) return;
    host = origin === "null" ? "*" : origin;
    if (data.type === "height") {
      root.dataset.framed = "fits"; // A host that asks for the height gives it, so there is nothing to scroll in here.
      tellHeight();
    } else if (data.type === "ready" && root.dataset.python === "ready") {
      tell("ready");
    }
  });

  new ResizeObserver(tellHeight).observe(root);

  const letterOf = (element) => element.closest?.("[data-letter]")?.dataset.letter;
  addEventListener("honorable:ready", () => tell("ready"));
  addEventListener("honorable:written", () => tell("written"));
  addEventListener("honorable:sent", ({ target }) => tell("sent", { letter: letterOf(target) }));
  addEventListener("honorable:copied", ({ target }) => {
    const letter = target.closest("#diy") ? "diy" : letterOf(target);
    if (letter && target.dataset.copy.endsWith("-text")) tell("copied", { letter });
  });

  // A link to another place of the page. The address stays as it is, for the look is in it, and so does the host's
  // history; but the host's page scrolls along. A section that was left out is shown, and once more gone to when the
  // host has given the frame the height for it.
  const goTo = (place) => {
    const section = place.closest("main > [id]")?.id;
    if (SECTIONS.includes(section) && !root.dataset.sections.split(" ").includes(section)) {
      root.dataset.sections += ` ${section}`;
      addEventListener("resize", () => place.scrollIntoView(), { once: true });
    }
    place.scrollIntoView();
    if (place.tabIndex < 0) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  };
  addEventListener("click", (event) => {
    // A dialog opens where the visitor is: the middle of the frame may be far from there.
    root.style.setProperty("--pressed-at", `${Math.round(event.target.getBoundingClientRect().top)}px`);
    const link = event.target.closest?.('a[href^="#"]');
    const place = link && document.getElementById(link.hash.slice(1));
    if (!place) return;
    event.preventDefault();
    goTo(place);
  });
}
