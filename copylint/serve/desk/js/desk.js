// The desk: an article, its findings, and what an editor does about them.
import { EditorView } from "../vendor/codemirror.js";
import { Actions } from "./actions.js";
import { get, post } from "./api.js";
import { explain, inALine, showStatistics } from "./dialogs.js";
import { byId, counted, make, say } from "./dom.js";
import { draft, keepDraft, keepFile } from "./draft.js";
import { copyOf, showInText, surface } from "./editor.js";
import { showExports } from "./exports.js";
import { Files } from "./files.js";
import {
  addName, currentFinding, findingsField, isDismissed, openFindings, removeName, setBlocks, setCurrent,
  setFindings, setHidden, settle, shownFindings,
} from "./findings.js";
import { listen } from "./keys.js";
import { Live } from "./live.js";
import { Notes } from "./notes.js";
import { Quotations } from "./quotations.js";

const SEVERITIES = ["error", "warning", "suggestion"];
const FIGURES_MS = 600;
// The time after the last keystroke at which the word at the cursor counts as finished.
const SETTLED_MS = 700;

class Desk {
  constructor(about, nonce) {
    this.about = about;
    this.article = { name: "", format: "plain", lineEnd: "\n", original: null };
    this.isChanged = false;
    this.figuresTimer = 0;
    this.extensions = [EditorView.updateListener.of((update) => this.updated(update))];
    this.view = surface(byId("copy"), (extra) => copyOf("", [this.extensions, (this.extra = extra)]), nonce);
    this.actions = new Actions(this.view, this);
    this.notes = new Notes(this.view, this.actions, explain);
    this.live = new Live(this.view, {
      state: (text, isWrong) => this.state(text, isWrong),
      answer: (stage, answer) => this.answered(stage, answer),
      empty: () => this.emptied(),
    });
    this.quotations = new Quotations(about, () => this.sent(), (line, column) => this.goTo(line, column));
    this.files = new Files(about, (read, original) => this.place(read, original));
    listen(this);
    this.listenToButtons();
    this.emptied();
  }

  // Puts the article back that was on the desk before the page was loaded again.
  async restore() {
    const kept = await draft();
    if (!kept) return;
    const { article, isLost, changed } = kept;
    if (isLost) {
      article.lost = article.name;
      article.name = "";
      article.edited = undefined;
    }
    this.put(article);
    this.isChanged = Boolean(changed);
  }

  listenToButtons() {
    const on = (id, act) => byId(id).addEventListener("click", act);
    on("next", () => this.step(1));
    on("previous", () => this.step(-1));
    on("show-keys", () => byId("keys").showModal());
    on("show-statistics", () => showStatistics(this.sent(), (line, column) => this.goTo(line, column)));
    on("show-quotations", () => this.quotations.show());
    on("export", () => showExports({
      ...this.article, ...this.how(), text: this.text, dismissed: this.dismissed(),
    }, () => { this.isChanged = false; }));
    on("fix-safe", async ({ target }) => {
      target.disabled = true;
      try {
        await this.actions.fixSafe(this.how());
      } catch (error) {
        this.state(error.message, true);
      } finally {
        target.disabled = false;
      }
    });
    const formats = byId("format");
    for (const { name, edited } of this.about.formats) {
      if (edited === "source") formats.append(make("option", { value: name }, name === "plain" ? "plain text" : name));
    }
    formats.value = "plain";
    formats.addEventListener("change", () => {
      this.article.format = formats.value;
      this.article.name = "";
      this.open();
    });
    addEventListener("beforeunload", (event) => {
      if (this.isChanged && this.article.original) event.preventDefault();
    });
    addEventListener("resize", () => this.notes.align());
  }

  get text() {
    return this.view.state.doc.toString();
  }

  // Tells the server what the text is; as long as the file is open there, by the document.
  how() {
    const { name, format, edited } = this.article;
    if (edited !== "prose") return { name, format };
    return this.live.id ? { document: this.live.id } : { format: "plain" };
  }

  open() {
    const { name, format, edited, original } = this.article;
    this.live.open({ name, format, original: edited === "prose" ? original : null });
  }

  sent() {
    return { text: this.text, ...this.how() };
  }

  // Identifies the dismissed findings to the server by their current sentences.
  dismissed() {
    const value = this.view.state.field(findingsField);
    return value.all.filter((each) => isDismissed(value, each))
      .map(({ rule, sentence }) => ({ rule, sentence }));
  }

  // Puts a file's text on the desk, if the user agrees to replace the article there.
  async place(read, original) {
    if (this.isChanged && this.view.state.doc.length && !(await this.mayReplace())) return;
    const key = await keepFile(read.edited === "prose" ? original : null);
    this.put({
      key,
      name: read.name, format: read.format, lineEnd: read.line_end, original, text: read.text,
      edited: read.edited, fileFormat: read.file_format,
    });
    if (read.notes.length) say(read.notes.join("; "));
  }

  mayReplace() {
    const dialog = byId("replacing");
    dialog.returnValue = "";
    dialog.showModal();
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
    });
  }

  put({ text, ...article }) {
    this.article = article;
    const { hidden } = this.view.state.field(findingsField);
    this.view.setState(copyOf(text, [this.extensions, this.extra]));
    this.view.dispatch({ effects: setHidden.of(hidden) });
    this.isChanged = false;
    byId("empty").hidden = text !== "";
    byId("format").value = article.format;
    this.heading();
    this.keepNow();
    this.open();
    scrollTo(0, 0);
  }

  heading() {
    const { name, original, fileFormat, edited, lost } = this.article;
    byId("title").textContent = name || "The desk";
    document.title = `${name || "The desk"} · copylint`;
    byId("source").textContent =
      original && edited === "prose" ? `the prose of the ${fileFormat} file`
      : lost ? `text alone: this browser has not kept the file ${lost}; drop it here again to check it` : "";
  }

  updated(update) {
    if (update.docChanged) {
      this.isChanged = true;
      byId("empty").hidden = update.state.doc.length > 0;
      this.live.changed(update.changes);
      clearTimeout(this.settleTimer);
      this.settleTimer = setTimeout(() => this.view.dispatch({ effects: settle.of(null) }), SETTLED_MS);
      this.keep();
    }
    const effects = update.transactions.flatMap((each) =>
      each.isUserEvent("undo") || each.isUserEvent("redo") ? each.effects : []);
    const named = (kind) => effects.filter((each) => each.is(kind)).map((each) => each.value);
    if (effects.length) {
      const added = named(addName), removed = named(removeName);
      if (added.length || removed.length) this.actions.namesChanged(added, removed);
    }
    const before = update.startState.field(findingsField, false);
    if (before !== update.state.field(findingsField)) {
      this.notes.refresh();
      this.counts();
    } else if (update.geometryChanged || update.viewportChanged) this.notes.align();
  }

  keep() {
    clearTimeout(this.keepTimer);
    this.keepTimer = setTimeout(() => this.keepNow(), FIGURES_MS);
  }

  keepNow() {
    const { article, text, isChanged } = this;
    keepDraft({ ...article, file: article.original?.file, text, changed: isChanged });
  }

  answered(stage, answer) {
    const { state } = this.view;
    let found = answer.findings;
    if (stage === "rules") {
      this.ofRules = new Set(found.map((each) => `${each.rule} ${each.from} ${each.to}`));
      // Findings of the deep check stay until it has run again.
      found = [...found, ...state.field(findingsField).all.filter((each) => each.isDeep)];
    } else {
      found = found.map((each) => ({
        ...each, isDeep: !this.ofRules.has(`${each.rule} ${each.from} ${each.to}`),
      }));
    }
    const effects = [setFindings.of(found)];
    if (answer.blocks) effects.push(setBlocks.of(answer.blocks));
    this.view.dispatch({ effects });
    const remarks = [answer.error, ...answer.notes].filter(Boolean).join("; ");
    byId("elsewhere").hidden = !remarks;
    byId("elsewhere").textContent = remarks;
    const count = openFindings(this.view.state).length;
    const told = count ? counted(count, "finding") : "Nothing to report";
    this.state(stage === "rules" ? `${told}; the deep check is still to come` : told, false, stage);
    if (stage === "complete") {
      if (told !== this.told) say(told);
      this.told = told;
      clearTimeout(this.figuresTimer);
      this.figuresTimer = setTimeout(() => this.figures(), FIGURES_MS);
    }
  }

  async figures() {
    try {
      byId("figures").textContent = inALine(await post("statistics", this.sent()));
    } catch {
      byId("figures").textContent = "";
    }
  }

  emptied() {
    if (this.view.state.field(findingsField).all.length) this.view.dispatch({ effects: setFindings.of([]) });
    byId("figures").textContent = "";
    byId("elsewhere").hidden = true;
    this.article = { name: "", format: this.article.format, lineEnd: "\n", original: null };
    this.heading();
    this.counts();
    this.state("Ready");
  }

  state(text, isWrong = false, stage = "") {
    const line = byId("state");
    line.textContent = text;
    line.classList.toggle("wrong", isWrong);
    line.dataset.stage = stage;
  }

  counts() {
    const { state } = this.view;
    const { hidden } = state.field(findingsField);
    const open = openFindings(state);
    const buttons = SEVERITIES.map((severity) => {
      const count = open.filter((each) => each.severity === severity).length;
      const found = byId("severities").querySelector(`[data-severity="${severity}"]`) ??
        this.filter(severity);
      found.hidden = !count;
      found.setAttribute("aria-pressed", String(!hidden.has(severity)));
      found.querySelector("span").textContent = count;
      found.lastChild.textContent = ` ${severity}${count === 1 ? "" : "s"}`;
      return found;
    });
    if (!byId("severities").children.length) byId("severities").append(...buttons);
    const safe = open.filter((each) => each.fix === "safe").length;
    byId("fix-safe").hidden = !safe;
    byId("fix-safe").textContent = `Make ${counted(safe, "safe correction")}`;
    const shown = shownFindings(state), current = currentFinding(state);
    const at = current ? shown.indexOf(current) + 1 : 0;
    byId("place").textContent = shown.length ? (at ? `${at} of ${shown.length}` : String(shown.length)) : "";
    byId("next").disabled = byId("previous").disabled = !shown.length;
  }

  filter(severity) {
    const button = make("button", { type: "button", dataset: { severity }, className: severity },
      make("span"), ` ${severity}s`);
    button.addEventListener("click", () => {
      const hidden = new Set(this.view.state.field(findingsField).hidden);
      if (!hidden.delete(severity)) hidden.add(severity);
      this.view.dispatch({ effects: setHidden.of(hidden) });
    });
    return button;
  }

  // Goes to the next or previous finding, starting from the current one or else from the cursor.
  step(by) {
    const { state } = this.view;
    const shown = shownFindings(state);
    if (!shown.length) return;
    const current = currentFinding(state);
    let at = shown.indexOf(current) + by;
    if (!current) {
      const { head } = state.selection.main;
      const after = shown.findIndex((each) => each.from >= head);
      at = by > 0 ? after : (after < 0 ? shown.length : after) - 1;
      if (at < 0) at = by > 0 ? 0 : shown.length - 1;
    }
    const finding = shown.at(at % shown.length);
    showInText(this.view, finding);
    this.notes.focus(finding);
  }

  focusCurrent() {
    const finding = currentFinding(this.view.state);
    if (finding) {
      showInText(this.view, finding);
      this.notes.focus(finding);
    } else this.view.focus();
  }

  toText(finding) {
    showInText(this.view, finding);
    this.view.focus();
  }

  goTo(line, column) {
    const { doc } = this.view.state;
    const found = doc.line(Math.min(line, doc.lines));
    const anchor = Math.min(found.from + column - 1, found.to);
    this.view.dispatch({ selection: { anchor }, scrollIntoView: true, effects: setCurrent.of(null) });
    this.view.focus();
  }

  again() {
    this.live.again();
  }
}

const nonce = document.querySelector("script[nonce]").nonce;
get("about").then(async (about) => {
  const desk = new Desk(about, nonce);
  await desk.restore();
  desk.view.focus();
  document.body.dataset.ready = "yes";
}, (error) => {
  byId("state").textContent = `The desk cannot be set up: ${error.message}`;
});
