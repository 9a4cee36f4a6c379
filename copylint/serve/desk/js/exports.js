// Exports: files that the browser saves.
import { post } from "./api.js";
import { asSent, fromBase64 } from "./bytes.js";
import { byId, counted, make, told } from "./dom.js";

const save = (blob, name) => {
  const link = make("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
};

const SUFFIXES = { plain: ".txt", markdown: ".md", asciidoc: ".adoc", rst: ".rst", latex: ".tex" };
const stem = (name) => name.replace(/\.[^.]+$/, "") || "article";

// The exports offered for an article: a label, and a function that makes each.
const choices = ({ name, format, text, lineEnd, original, fileFormat, edited, dismissed, document }, exported) => {
  const list = [];
  const asFile = async (changes, mark) => {
    const body = { text, changes, dismissed, ...asSent(original) };
    const done = await post("export/file", body);
    const dot = done.name.lastIndexOf(".");
    save(new Blob([fromBase64(done.data)]), `${done.name.slice(0, dot)}${mark}${done.name.slice(dot)}`);
    exported();
    const what = changes === "comments"
      ? `${counted(done.changes, "change")} made, ${counted(done.comments, "comment")} added`
      : `${counted(done.changes, "change")} ${changes === "tracked" ? "tracked" : "made"}`;
    if (!done.lost.length) return `${done.name}: ${what}.`;
    const lost = done.lost.map((each) => (each ? `“${each}”` : "a deletion")).join(", ");
    return `${done.name}: ${what}. The file’s own structure has no place for ${counted(done.lost.length, "change")}: ${lost}. Make ${done.lost.length === 1 ? "it" : "them"} by hand.`;
  };
  if (original && edited === "prose") {
    list.push([`${original.name}, corrected`, () => asFile("written", "-corrected")]);
    if (fileFormat === "docx") {
      list.push(["Word file with tracked changes", () => asFile("tracked", "-tracked")]);
      list.push(["Word file with comments on what is left", () => asFile("comments", "-comments")]);
    }
  }
  list.push([original && edited === "source" ? `${name}, corrected` : "Corrected text", async () => {
    const file = original && edited === "source" ? name : stem(name) + (SUFFIXES[format] ?? ".txt");
    save(new Blob([lineEnd === "\r\n" ? text.replace(/\n/g, "\r\n") : text], { type: "text/plain" }), file);
    exported();
    return `${file} is saved.`;
  }]);
  list.push(["Report for editors (HTML)", async () => {
    const page = await post("export/report", { text, name, format, dismissed, document }, { as: "blob" });
    save(page, `${stem(name)}-report.html`);
    return "The report is saved.";
  }]);
  list.push(["Copy the text", async () => {
    await navigator.clipboard.writeText(text);
    exported();
    return "The text is copied.";
  }]);
  list.push(["Print the article with its notes", async () => {
    byId("exports").close();
    print();
    return "";
  }]);
  return list;
};

export const showExports = (article, exported) => {
  const note = byId("exports-note");
  note.textContent = "";
  const buttons = choices(article, exported).map(([label, act]) => {
    const button = make("button", { type: "button" }, label);
    button.addEventListener("click", async () => {
      try {
        note.textContent = "…";
        note.textContent = await act();
      } catch (error) {
        note.textContent = `That could not be done: ${error.message}`;
        told(note.textContent);
      }
    });
    return button;
  });
  byId("exports-body").replaceChildren(...buttons);
  byId("exports").showModal();
};
