// The page in plain JavaScript: the same template, the same sections, no Python.
const slots = { house: "house", "senate-1": "senate1", "senate-2": "senate2" };
const offices = {
  house: ["Representative", ["United States House of Representatives", "Washington, DC 20515"]],
  senate: ["Senator", ["United States Senate", "Washington, DC 20510"]],
};
const form = document.getElementById("letter-form");
const campaign = await (await fetch("campaign.json")).json();
const env = new nunjucks.Environment(null, { autoescape: false, trimBlocks: true, lstripBlocks: true });

// The campaign's own reasons, and the first of each choice of words.
const reasons = campaign.reasons.slice(0, 2).map((reason) => reason.text);
const variant = () => 0;

const refresh = () => {
  const typed = Object.fromEntries(new FormData(form));
  const person = new Proxy(typed, { get: (fields, name) => fields[name] || (form.elements[name]?.required ? `[${name}]` : "") });
  const story = typed.story.split(/\n\n+/).filter((paragraph) => paragraph.trim());
  for (const [slot, prefix] of Object.entries(slots)) {
    const chamber = prefix.replace(/\d$/, "");
    const [title, address] = offices[chamber];
    const recipient = { title, address, chamber, stance: "none", votes: true, full_name: typed[`${prefix}_name`] || "[Full name]", last_name: typed[`${prefix}_last`] || "[Last name]" };
    const words = { campaign, bill: campaign.bills[chamber], person, recipient, story, reasons, variant };
    document.getElementById(`letter-${slot}-text`).textContent = env.render("letter.txt", words);
    document.getElementById(`letter-${slot}-subject`).textContent = env.render("subject.txt", words).trim();
  }
};

form.addEventListener("submit", (event) => event.preventDefault());
document.addEventListener("input", refresh);
refresh();
document.documentElement.dataset.python = "ready";
