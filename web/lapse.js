// From the day after the bill lapses, replaces what names it: the do-it-yourself letter, and hides posts with its number.
// Both are in the page from the day that it was built, so that they are there without Python.
const { lapses } = document.getElementById("diy").dataset;
const now = new Date();
const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
  .map((part) => String(part).padStart(2, "0"))
  .join("-");
if (lapses && today > lapses) {
  for (const element of document.querySelectorAll("[data-until-lapse]")) element.hidden = true;
  for (const template of document.querySelectorAll("template[data-after-lapse]")) {
    document.getElementById(template.dataset.afterLapse).replaceChildren(template.content.cloneNode(true));
  }
}
