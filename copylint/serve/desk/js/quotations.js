// The quotations of the article beside what was said, by transcripts that the user chooses.
import { post } from "./api.js";
import { toBase64 } from "./bytes.js";
import { byId, counted, make } from "./dom.js";

const HEADINGS = ["Printed", "Class", "Said", "Speaker", "Source"];
// The severity whose colour a class has; none for what may be printed as it is.
const COLOURS = { "sense changed": "warning", "word changed": "suggestion", "not found": "suggestion" };

const difference = ({ printed, said, changes }) =>
  make("li", {},
    said ? make("del", {}, said) : "added", " → ",
    printed ? make("ins", {}, printed) : "left out", changes ? ` (${changes})` : "");

const speakers = ({ speaker, said_by: saidBy }) => {
  if (!saidBy || saidBy.toLowerCase() === speaker.toLowerCase()) return speaker;
  return speaker ? `${speaker} (${saidBy})` : saidBy;
};

const source = (row) => (row.source ? `${row.source} ${row.time || `line ${row.source_line}`}` : "");

export class Quotations {
  // `article` returns what identifies the text to the server; `goTo` shows a line and column of it.
  constructor(about, article, goTo) {
    this.about = about;
    this.article = article;
    this.goTo = goTo;
    this.transcripts = [];
    const input = byId("transcripts");
    byId("quotations-choose").addEventListener("click", () => input.click());
    input.addEventListener("change", async () => {
      const files = [...input.files];
      input.value = "";
      if (files.length) await this.take(files);
    });
  }

  async take(files) {
    const size = files.reduce((sum, file) => sum + file.size, 0);
    if (size > this.about.most_bytes) {
      this.note("These files are too long for this server.");
      return;
    }
    try {
      this.transcripts = await Promise.all(files.map(async (file) => (
        { name: file.name, data: toBase64(await file.arrayBuffer()) })));
    } catch (error) {
      this.note(`The transcripts cannot be read: ${error.message}`);
      return;
    }
    byId("quotations-sources").textContent = this.transcripts.map((each) => each.name).join(", ");
    await this.compare();
  }

  // Shows the dialog; with transcripts, the quotations of the text as it is now.
  async show() {
    byId("quotations").showModal();
    if (this.transcripts.length) await this.compare();
  }

  async compare() {
    const asked = {};
    this.asked = asked;
    this.note("…");
    let rows;
    try {
      rows = (await post("quotations", { ...this.article(), transcripts: this.transcripts })).quotations;
    } catch (error) {
      if (this.asked === asked) {
        byId("quotations-body").replaceChildren();
        this.note(`The quotations cannot be compared: ${error.message}`);
      }
      return;
    }
    if (this.asked !== asked) return;
    const wrong = rows.filter((each) => each.class in COLOURS).length;
    this.note(rows.length ? `${counted(rows.length, "quotation")}, ${wrong} to look at` : "The article has no quotations.");
    const head = make("tr", {}, ...HEADINGS.map((each) => make("th", { scope: "col" }, each)));
    const table = make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows.map((row) => this.row(row))));
    byId("quotations-body").replaceChildren(...(rows.length ? [table] : []));
  }

  row(row) {
    const button = make("button", { type: "button", className: "link" }, row.text);
    button.addEventListener("click", () => {
      byId("quotations").close();
      this.goTo(row.line, row.column);
    });
    const said = make("td", {}, row.said);
    if (row.differences.length) said.append(make("ul", {}, ...row.differences.map(difference)));
    return make("tr", {},
      make("td", {}, button), make("td", { className: COLOURS[row.class] ?? "" }, row.class),
      said, make("td", {}, speakers(row)), make("td", {}, source(row)));
  }

  note(text) {
    byId("quotations-note").textContent = text;
  }
}
