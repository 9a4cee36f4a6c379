// Keeps the article across a reload of the page, in this tab only: the text in the session's
// storage, the original file in a database of the browser, which holds bytes.
import { findOriginal, forgetOriginal, keepOriginal } from "./originals.js";

const KEY = "copylint:desk";
const LONGEST = 2_000_000;

const stored = () => {
  try {
    return JSON.parse(sessionStorage.getItem(KEY));
  } catch {
    return null;
  }
};

export const keepDraft = ({ name, format, text, lineEnd, edited, fileFormat, file, key, changed }) => {
  try {
    if (text.length > LONGEST) sessionStorage.removeItem(KEY);
    else {
      sessionStorage.setItem(KEY, JSON.stringify({
        name, format, text, lineEnd, edited, fileFormat, file, key, changed,
      }));
    }
  } catch {
    // The browser stores nothing here; the page works without a draft.
  }
};

// Keeps the bytes of the original file of the next draft instead of those of the last one. The
// key under which they are found again, "" if there are none or the browser keeps none.
export const keepFile = async (original) => {
  const last = stored()?.key;
  const key = original?.bytes ? await keepOriginal(original) : "";
  if (last) forgetOriginal(last);
  return key;
};

// The draft with its original file; `isLost` if the file is no longer to be had.
export const draft = async () => {
  const kept = stored();
  const isWhole = ["name", "format", "text"].every((each) => typeof kept?.[each] === "string");
  if (!isWhole || !kept.text) return null;
  const { file, key, changed, ...article } = kept;
  let original = null;
  if (file) original = { name: article.name, file };
  else if (article.edited === "source") original = { name: article.name };
  else if (key) original = await findOriginal(key);
  const isLost = !original && article.edited === "prose";
  return { article: { ...article, lineEnd: article.lineEnd ?? "\n", original, key }, isLost, changed };
};
