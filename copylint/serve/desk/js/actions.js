// The actions on findings. Each is one step of undo.
import { undo } from "../vendor/codemirror.js";
import { post } from "./api.js";
import { counted, revealed, say, shortened, told } from "./dom.js";
import { change } from "./editor.js";
import { addName, currentFinding, dismiss, setCurrent, shownFindings } from "./findings.js";
import { Places } from "./places.js";

const LONGEST_NAME = 80;

export const nameOf = (fix, finding) => {
  const index = finding.fixes.indexOf(fix);
  const title = fix.title.match(/^Replace with '([\s\S]*)'$/);
  if (title) {
    const same = finding.fixes.slice(0, index).some((each) => each.title === fix.title);
    return same ? `${revealed(title[1])} (${fix.edits.length} places)` : revealed(title[1]);
  }
  return fix.title;
};

// Whether a finding is about a word or a name that the house may accept.
export const canBeName = (finding) =>
  /\w/.test(finding.text) && finding.text.length <= LONGEST_NAME && !finding.text.includes("\n") &&
  /^(spelling|names|compounds|dialect)\b|^deep\.spelling/.test(finding.rule);

// Goes to the finding after the one just decided.
const next = (view, finding) => {
  const after = shownFindings(view.state).find((each) => each.from >= finding.from);
  return after ? after.id : null;
};

export class Actions {
  constructor(view, desk) {
    this.view = view;
    this.desk = desk;
  }

  accept(finding, fix = finding.fixes[0]) {
    if (!fix) return false;
    const label = nameOf(fix, finding);
    const changes = fix.changes.map(({ from, to, text }) => ({ from, to, insert: text }));
    change(this.view, changes);
    this.done(finding, label === "Delete" ? `Deleted “${shortened(finding.text, 40)}”` : `Put in “${label}”`);
    return true;
  }

  reword(finding, text) {
    change(this.view, { from: finding.from, to: finding.to, insert: text });
    this.done(finding, text ? `Put in “${shortened(text, 40)}”` : "Deleted");
  }

  dismiss(finding) {
    const { rule, from, to } = finding;
    this.view.dispatch({ effects: dismiss.of({ rule, from, to }) });
    this.done(finding, "Dismissed");
  }

  async acceptName(finding) {
    const word = finding.text.replace(/\s+/g, " ").trim();
    try {
      const { file } = await post("words", { word });
      this.view.dispatch({ effects: addName.of(word) });
      this.done(finding, `“${shortened(word, 40)}” is in ${file}`);
      this.desk.again();
    } catch (error) {
      told(`“${word}” could not be added: ${error.message}`);
    }
  }

  // Called for names that undo or redo adds or removes.
  async namesChanged(added, removed) {
    for (const word of added) await post("words", { word });
    for (const word of removed) await post("words/remove", { word });
    this.desk.again();
  }

  async fixSafe(article) {
    const { state } = this.view;
    const text = state.doc.toString();
    const result = await post("fixes", { text, ...article });
    if (this.view.state.doc !== state.doc) {
      told("The text has changed meanwhile; nothing was corrected");
      return;
    }
    if (!result.edits.length) {
      told("Nothing can be corrected unasked");
      return;
    }
    const places = new Places(text);
    change(this.view, result.edits.map((each) => ({
      from: places.toUnits(each.start), to: places.toUnits(each.end), insert: each.text,
    })));
    told(`${counted(result.fixed, "safe correction")} made`, () => this.undo());
  }

  undo() {
    if (undo(this.view)) say("Undone");
  }

  done(finding, text) {
    const id = next(this.view, finding);
    this.view.dispatch({ effects: setCurrent.of(id) });
    told(text, () => this.undo());
    this.desk.focusCurrent();
  }

  get current() {
    return currentFinding(this.view.state);
  }
}
