// Verdicts on the findings of a sheet: by key or button, kept by the sheet's digest, saved as a file.

const sheet = JSON.parse(document.getElementById("data").textContent);
const items = [...document.querySelectorAll("li[data-number]")];
const KEY = `copylint:trial:1:${sheet.digest}`;
const VERDICTS = new Set(["right", "wrong"]);
const verdicts = new Map();
const made = []; // numbers in the order in which they were decided, for undo
let here = -1;
let keeps = true;

const byId = (id) => document.getElementById(id);

const restore = () => {
  try {
    // Other pages can write here: nothing is believed.
    const kept = JSON.parse(localStorage.getItem(KEY));
    if (!Array.isArray(kept)) return;
    for (const entry of kept) {
      if (!Array.isArray(entry)) continue;
      const [number, verdict] = entry;
      if (items[number] && Number.isInteger(number) && VERDICTS.has(verdict)) {
        verdicts.set(number, verdict);
        made.push(number);
      }
    }
  } catch {
    keeps = false;
  }
};

const keep = () => {
  try {
    if (verdicts.size) localStorage.setItem(KEY, JSON.stringify([...verdicts]));
    else localStorage.removeItem(KEY);
  } catch {
    keeps = false;
  }
};

const paint = () => {
  let right = 0;
  items.forEach((item, number) => {
    const verdict = verdicts.get(number);
    right += verdict === "right";
    for (const each of VERDICTS) {
      item.classList.toggle(each, verdict === each);
      item.querySelector(`[data-verdict="${each}"]`).setAttribute("aria-pressed", String(verdict === each));
    }
  });
  const read = verdicts.size;
  const share = read ? `, ${right} right (${Math.round((100 * right) / read)}%)` : "";
  byId("progress").textContent = `${read} of ${items.length} read${share}`;
  byId("save").disabled = read === 0;
  byId("clear").disabled = read === 0;
  byId("kept").textContent = keeps ? "" : "This browser keeps no verdicts: save them before you leave.";
};

const go = (number) => {
  if (!items[number]) return;
  here = number;
  items[number].focus({ preventScroll: true });
  items[number].scrollIntoView({ block: "nearest" });
};

// The next finding without a verdict, from the one at hand on.
const open = () => {
  const after = items.findIndex((_, number) => number > here && !verdicts.has(number));
  return after >= 0 ? after : items.findIndex((_, number) => !verdicts.has(number));
};

const decide = (number, verdict) => {
  here = number;
  verdicts.set(number, verdict);
  made.push(number);
  keep();
  paint();
  go(open());
};

const undo = () => {
  let last = made.pop();
  while (last !== undefined && !verdicts.has(last)) last = made.pop();
  if (last === undefined) return;
  verdicts.delete(last);
  keep();
  paint();
  go(last);
};

const verdictsFile = () => {
  const { findings, digest, ...about } = sheet;
  const rows = [...verdicts]
    .sort(([one], [other]) => one - other)
    .map(([number, verdict]) => ({ ...findings[number], verdict }));
  return { ...about, sheet: digest, verdicts: rows };
};

const save = () => {
  const file = new Blob([JSON.stringify(verdictsFile(), null, 1) + "\n"], { type: "application/json" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = "verdicts.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
};

const KEYS = {
  y: () => decide(Math.max(here, 0), "right"),
  n: () => decide(Math.max(here, 0), "wrong"),
  u: undo,
  j: () => go(Math.min(here + 1, items.length - 1)),
  k: () => go(Math.max(here - 1, 0)),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || !items.length) return;
  const act = KEYS[event.key.toLowerCase()];
  if (!act) return;
  event.preventDefault();
  act();
});

items.forEach((item, number) => {
  for (const button of item.querySelectorAll("[data-verdict]")) {
    button.addEventListener("click", () => decide(number, button.dataset.verdict));
  }
});

byId("save").addEventListener("click", save);
byId("clear").addEventListener("click", () => {
  verdicts.clear();
  made.length = 0;
  keep();
  paint();
  go(0);
});

restore();
paint();
go(open());
