// What the page holds: its parts, and the findings as they were embedded.

const byId = (id) => document.getElementById(id);

const part = (name) => byId(`part-${name}`).content.firstElementChild.cloneNode(true);

let parsed = null;
// Parsed when it is first asked for: a page of a thousand articles opens without.
const embedded = () => (parsed ??= JSON.parse(byId("data").textContent));

const numberOf = (note) => Number(note.id.slice("note-".length));

// 1,234, as in the text of the page.
const grouped = (number) => number.toLocaleString("en");
