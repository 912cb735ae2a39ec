// Copy and Print: they need no Python, so they work before it has arrived and where it cannot start. This is no module,
// because a page that was opened as a file gets none from the browser.
if (location.protocol === "file:") {
  document.documentElement.dataset.python = "failed";
  document.getElementById("from-folder").hidden = false;
}

// The page's words in its language; English where the page says nothing else.
const words = JSON.parse(document.documentElement.dataset.words ?? "{}");
const t = (message, what = "") => (words[message] ?? message).replaceAll("{what}", what);

const copyWord = t("Copy");
const mac = /Mac|iPhone|iPad/.test(navigator.platform);
const touch = matchMedia("(pointer: coarse)").matches;
const keys = touch ? t("touch the marked text, then choose Copy") : t("press {what}", mac ? "⌘+C" : "Ctrl+C");

const textOf = (element) => element.value ?? element.textContent;

const select = (element) => {
  // A letter that is being edited by hand is shown in its text area.
  const shown = element.hidden ? element.parentElement.querySelector("textarea") : element;
  if (shown.select) {
    shown.focus();
    shown.select();
  } else {
    getSelection().selectAllChildren(shown);
  }
};

// In the place for such sentences that is nearest to the button.
const say = (button, sentence) => {
  const status =
    button.closest("[data-copies]")?.querySelector("[data-copy-status]") ??
    button.closest("[data-letter]")?.querySelector("[data-letter-status]") ??
    button.parentElement.querySelector("[data-copy-status]") ??
    document.querySelector("[data-copy-status]");
  status.textContent = sentence;
};

const copy = async (button) => {
  const source = document.querySelector(button.dataset.copy);
  const what =
    button.dataset.what ?? (button.textContent.trim().replace(new RegExp(`^${copyWord} ?`), "") || t("text"));
  let said;
  try {
    await navigator.clipboard.writeText(textOf(source));
    said = t("Copied the {what}.", what);
    button.dispatchEvent(new CustomEvent("honorable:copied", { bubbles: true }));
  } catch {
    select(source);
    const refused = t("This browser does not let the page copy. The {what} is selected:", what);
    said = `${refused} ${keys}.`;
  }
  say(button, said);
};

const print = (button) => {
  document.documentElement.dataset.print = button.dataset.print;
  addEventListener("afterprint", () => delete document.documentElement.dataset.print, { once: true });
  // A frame may not be allowed to print. No error says so: only that nothing begins.
  const silence = setTimeout(
    () => say(button, t("If nothing opened, this browser does not let the page print. Copy the text instead.")),
    1000,
  );
  addEventListener("beforeprint", () => clearTimeout(silence), { once: true });
  window.print();
};

document.addEventListener("click", ({ target }) => {
  const button = target.closest?.("[data-copy], [data-print]");
  if (button?.dataset.copy) copy(button);
  else if (button) print(button);
});
