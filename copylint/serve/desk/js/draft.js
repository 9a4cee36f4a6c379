// Keeps the article across a reload of the page, in this tab only.

const KEY = "copylint:desk";
const LONGEST = 2_000_000;

export const keepDraft = ({ name, format, text }) => {
  try {
    if (text.length > LONGEST) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, JSON.stringify({ name, format, text }));
  } catch {
    // The browser stores nothing here; the page works without a draft.
  }
};

export const draft = () => {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY));
    const isWhole = ["name", "format", "text"].every((each) => typeof kept[each] === "string");
    return isWhole && kept.text ? kept : null;
  } catch {
    return null;
  }
};
