// Copy and Print: they need no Python, so they work before it has arrived and where it cannot start. This is no module,
// because a page that was opened as a file gets none from the browser.
if (location.protocol === "file:") {
  document.documentElement.dataset.python = "failed";
  document.getElementById("from-folder").hidden = false;
}

// The page's words in its language; English where the page says nothing else.
const words = JSON.parse(document.documentElement.dataset.words ?? "{}");
const t = (message) => words[message] ?? message;

const mac = /Mac|iPhone|iPad/.test(navigator.platform);
const copyKeys = mac ? "⌘+C" : "Ctrl+C";
const touch = matchMedia("(pointer: coarse)").matches;

// In-app browsers, by the names that apps give them: Android's begin with "wv", and those of iOS leave out "Safari". They
// often ignore downloads and printing without an error. A page on the home screen is not one of them.
const inApp =
  /FBA[NV]|FB_IAB|Instagram|Line\/|TikTok|musical_ly|Snapchat|Pinterest|LinkedInApp|MicroMessenger|; wv\)/.test(
    navigator.userAgent,
  ) ||
  (/iPhone|iPad|iPod/.test(navigator.userAgent) && !/Safari/.test(navigator.userAgent) && !navigator.standalone);
for (const note of document.querySelectorAll("[data-in-app]")) note.hidden = !inApp;

// What a button copies: what Python has rendered, once it runs. The browser or an extension may have translated what is
// in the document.
const textOf = (button, source) => {
  const asked = new CustomEvent("honorable:text", { bubbles: true, detail: { text: null } });
  button.dispatchEvent(asked);
  return asked.detail.text ?? source.value ?? source.textContent;
};

// In the place for such sentences that is nearest to the button.
const statusOf = (button) =>
  button.closest("[data-copies]")?.querySelector("[data-copy-status]") ??
  button.closest("[data-letter]")?.querySelector("[data-letter-status]") ??
  button.parentElement.querySelector("[data-copy-status]") ??
  document.querySelector("[data-copy-status]");

const say = (button, sentence) => {
  statusOf(button).textContent = sentence;
};

// Select a text to be copied by hand: in its place if it can be seen there, or else in a field below the sentence. A
// touch on a text inside a button would press the button.
const select = (button, source, text) => {
  if (source.textContent === text && !button.matches("[data-chip]") && !source.closest("[hidden]")) {
    getSelection().selectAllChildren(source);
    return;
  }
  const editor = source.hidden && source.parentElement.querySelector("[data-letter-edit]:not([hidden])");
  const field = editor || (source.matches("input") ? source : document.createElement("textarea"));
  if (!field.isConnected) {
    Object.assign(field, { readOnly: true, rows: 4, value: text, ariaLabel: t("Text to copy") });
    field.dataset.byHand = "";
    statusOf(button).after(field);
  }
  field.focus();
  field.select();
};

const copy = async (button) => {
  const source = document.querySelector(button.dataset.copy);
  const text = textOf(button, source);
  document.querySelector("[data-by-hand]")?.remove();
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    select(button, source, text);
    say(
      button,
      touch
        ? t("Not copied: this browser does not let the page copy. Touch the marked text, then choose Copy.")
        : t("Not copied: this browser does not let the page copy. The text is selected: press {keys}.").replace(
            "{keys}",
            copyKeys,
          ),
    );
    return;
  }
  say(button, button.dataset.said);
  button.dispatchEvent(new CustomEvent("honorable:copied", { bubbles: true }));
};

const print = (button) => {
  document.documentElement.dataset.print = button.dataset.print;
  // On phones, `afterprint` comes before the pages are drawn. So what is printed stays set until the page is used again.
  const ended = new AbortController();
  for (const event of ["pointerdown", "pointermove", "keydown"]) {
    const end = () => {
      delete document.documentElement.dataset.print;
      ended.abort();
    };
    addEventListener(event, end, { capture: true, signal: ended.signal });
  }
  // A browser that does not let the page print reports no error: it only does not begin.
  const silence = setTimeout(
    () => say(button, t("If nothing opened, this browser does not let the page print. Copy the text instead.")),
    1000,
  );
  addEventListener("beforeprint", () => clearTimeout(silence), { once: true });
  window.print?.();
};

document.addEventListener("click", ({ target }) => {
  const button = target.closest?.("[data-copy], [data-print]");
  if (button?.dataset.copy) copy(button);
  else if (button) print(button);
});

// One page where the letter fits: with the usual margins, else with tighter ones, else also in smaller type. print.css
// has the same measures. The date and the room to sign take most of an inch.
const PAGES = [
  { name: "usual", inches: 9, style: "width: 6.5in; font-size: 11pt" },
  { name: "tight", inches: 9.6, style: "width: 7.1in; font-size: 11pt" },
  { name: "small", inches: 9.6, style: "width: 7.1in; font-size: 10pt" },
];

const fit = (paper) => {
  const probe = document.createElement("div");
  probe.className = "paper probe";
  probe.textContent = paper.textContent;
  document.body.append(probe);
  const fits = PAGES.find(({ inches, style }) => {
    probe.style.cssText = style;
    return probe.offsetHeight <= (inches - 0.9) * 96;
  });
  probe.remove();
  return (fits ?? PAGES[0]).name;
};

// A letter on paper has the day's date, in the letter's own language.
addEventListener("beforeprint", () => {
  for (const place of document.querySelectorAll("[data-printed-date]")) {
    const language = place.lang || document.documentElement.lang;
    place.textContent = new Date().toLocaleDateString(language, { dateStyle: "long" });
  }
  for (const paper of document.querySelectorAll("[data-letter-text], [data-diy-text]")) paper.dataset.fits = fit(paper);
});
