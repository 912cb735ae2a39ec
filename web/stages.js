// On a phone, one part of the letter at a time: who is written to, who writes, and each of the letters. Elsewhere all
// parts are there. Works before Python does, and without it.
const desk = document.getElementById("desk");
const stages = document.querySelector(".stages");
const firstStage = desk.dataset.shows;

const mark = (links, isCurrent) => {
  for (const link of links) {
    if (isCurrent(link)) link.setAttribute("aria-current", "step");
    else link.removeAttribute("aria-current");
  }
};

const showStage = (stage) => {
  desk.dataset.shows = stage;
  const shown = stage === "names" ? "who" : stage;
  mark(stages.querySelectorAll("a"), (link) => link.dataset.stageLink === shown);
};

const showLetter = (letter) => {
  for (const each of desk.querySelectorAll("[data-letter]")) each.toggleAttribute("data-current", each === letter);
  mark(desk.querySelectorAll("[data-tab]"), (tab) => tab.dataset.tab === letter.dataset.letter);
};

// Whatever hides an element gives way: the details around it, its part of the page, another letter.
const reveal = (element) => {
  if (element.matches("[data-section]")) element.querySelector(".fold")?.setAttribute("open", "");
  for (let around = element; (around = around.closest("details:not([open])"));) around.open = true;
  const stage = element.closest("[data-stage]");
  const letter = element.closest("[data-letter]");
  if (stage) showStage(stage.dataset.stage);
  if (letter) showLetter(letter);
};

const targetOf = (hash) => document.getElementById(decodeURIComponent(hash.slice(1)));

const follow = (hash) => {
  // A link may carry what fills in the form instead, which need not be an id, nor well-formed.
  try {
    const target = targetOf(hash);
    if (target) reveal(target);
  } catch {
    // Not an id.
  }
};

document.addEventListener("click", ({ target }) => {
  const link = target.closest('a[href^="#"]');
  if (link) follow(link.hash);
});
addEventListener("hashchange", () => (location.hash ? follow(location.hash) : showStage(firstStage)));
document.addEventListener("honorable:reveal", ({ target }) => reveal(target));
// Another ZIP code, or an emptied name, may hide the letter that is shown. Then it is the turn of the first that is left.
document.addEventListener("honorable:recipients", () => {
  const letters = [...desk.querySelectorAll("[data-letter]:not([hidden])")];
  if (letters.length && !letters.some((letter) => letter.hasAttribute("data-current"))) showLetter(letters[0]);
});

// "Next" leads to another part. The Enter key presses it as well, but only where it can be seen.
document.addEventListener(
  "submit",
  (event) => {
    const { to } = event.submitter?.dataset ?? {};
    if (!to || !event.submitter.getClientRects().length) return;
    event.preventDefault();
    event.stopPropagation();
    const part = document.getElementById(to);
    reveal(part);
    stages.scrollIntoView({ block: "start" });
    part.focus({ preventScroll: true });
  },
  true,
);

// In a frame, the sections are those that the host page asked for.
if (stages.getClientRects().length) {
  const isFramed = document.documentElement.hasAttribute("data-framed");
  const within = isFramed ? desk : document;
  for (const details of within.querySelectorAll("[data-closed-on-phones]")) details.open = false;
}
follow(location.hash);
