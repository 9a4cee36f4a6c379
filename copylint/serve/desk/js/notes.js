// The notes in the margin, each beside its line.
import { byId, counted, make, revealed, shortened } from "./dom.js";
import { canBeName, nameOf } from "./actions.js";
import { currentFinding, setCurrent, shownFindings } from "./findings.js";

const GAP = 8;
// The distance from the top of a note to the middle of its first line, in pixels.
const HEAD = 15;
const MOST_SUGGESTIONS = 5;
// With more findings than this, only those around the current one get notes.
const MOST_NOTES = 400;

const near = (shown, current) => {
  if (shown.length <= MOST_NOTES) return shown;
  const middle = Math.max(0, shown.indexOf(current));
  const first = Math.min(Math.max(0, middle - MOST_NOTES / 2), shown.length - MOST_NOTES);
  return shown.slice(first, first + MOST_NOTES);
};

export class Notes {
  constructor(view, actions, explain) {
    this.view = view;
    this.actions = actions;
    this.explain = explain;
    this.list = byId("notes");
    this.byId = new Map();
    this.wording = null;
    // Notes do not move while the mouse button is down, or they would slip from under the pointer.
    this.isHeld = false;
    this.list.addEventListener("pointerdown", () => { this.isHeld = true; });
    for (const end of ["pointerup", "pointercancel"]) {
      addEventListener(end, () => this.isHeld && setTimeout(() => this.released()));
    }
    this.list.addEventListener("focusin", (event) => this.focused(event));
    this.list.addEventListener("click", (event) => this.clicked(event));
    const resized = new ResizeObserver(() => this.align());
    for (const each of [this.list, view.dom, view.contentDOM]) resized.observe(each);
  }

  // Runs after the click event that follows the release of the button.
  released() {
    this.isHeld = false;
    this.refresh();
  }

  // Updates the list to the findings shown, reusing existing notes.
  refresh() {
    if (this.isHeld) return;
    const { state } = this.view;
    const current = currentFinding(state);
    const shown = near(shownFindings(state), current);
    const hasFocus = this.list.contains(document.activeElement);
    const kept = new Map();
    const order = [];
    for (const finding of shown) {
      let note = this.byId.get(finding.id);
      if (!note || note.of !== signature(finding)) {
        const element = this.noteFor(finding);
        if (note) note.element.replaceWith(element);
        note = { element, of: signature(finding) };
      }
      note.finding = finding;
      kept.set(finding.id, note);
      order.push(note.element);
    }
    for (const [id, note] of this.byId) if (!kept.has(id)) note.element.remove();
    this.byId = kept;
    order.forEach((element, index) => {
      if (this.list.children[index] !== element) this.list.insertBefore(element, this.list.children[index] ?? null);
    });
    for (const [id, { element }] of kept) {
      const now = current?.id === id;
      element.classList.toggle("now", now);
      if (now) element.setAttribute("aria-current", "true");
      else element.removeAttribute("aria-current");
    }
    if (hasFocus && !this.list.contains(document.activeElement) && current) this.focus(current);
    this.align();
  }

  // Puts each note beside its line. If two would overlap, the lower one moves down.
  align() {
    if (this.isHeld) return;
    this.view.requestMeasure({
      key: this,
      read: (view) => {
        if (getComputedStyle(this.list).position === "static") return null;
        const top = this.list.getBoundingClientRect().top;
        const rows = [...this.byId.values()].map(({ finding, element }) => {
          const at = Math.min(finding.from, view.state.doc.length);
          const place = view.coordsAtPos(at);
          const y = place ? (place.top + place.bottom) / 2 : view.documentTop + view.lineBlockAt(at).top + 14;
          const wanted = y - top - HEAD;
          return { element, wanted, height: element.offsetHeight, now: element.classList.contains("now") };
        });
        return rows;
      },
      write: (rows) => {
        if (!rows) return;
        for (const { element, y } of stacked(rows)) element.style.top = `${Math.round(y)}px`;
        const last = rows.at(-1);
        this.list.style.minHeight = last ? `${Math.ceil(last.y + last.height)}px` : "";
      },
    });
  }

  focus(finding) {
    const note = this.byId.get(finding.id);
    note?.element.focus({ preventScroll: true });
  }

  focused({ target }) {
    const id = target.closest(".note")?.dataset.id;
    if (id && !this.isHeld) this.makeCurrent(id);
  }

  makeCurrent(id) {
    if (currentFinding(this.view.state)?.id === id) return;
    this.view.dispatch({ effects: setCurrent.of(id) });
  }

  clicked({ target }) {
    const note = target.closest(".note");
    const finding = note && this.byId.get(note.dataset.id)?.finding;
    if (!finding) return;
    const button = target.closest("button");
    if (!button) {
      this.makeCurrent(finding.id);
      if (!target.closest("input")) this.focus(finding);
      return;
    }
    if (button.dataset.fix) this.actions.accept(finding, finding.fixes[Number(button.dataset.fix)]);
    else this.act(button.dataset.act, finding);
  }

  act(name, finding) {
    if (name === "own") this.askForWording(finding);
    else if (name === "dismiss") this.actions.dismiss(finding);
    else if (name === "name") this.actions.acceptName(finding);
    else if (name === "rule") this.explain(finding.rule);
  }

  askForWording(finding) {
    const { element } = this.byId.get(finding.id) ?? {};
    if (!element) return;
    element.querySelector("form")?.remove();
    const input = make("input", { value: finding.text, "aria-label": "Your wording" });
    const form = make("form", { className: "own" }, input, make("button", {}, "Put it in"));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const { finding: now } = this.byId.get(finding.id) ?? {};
      if (now) this.actions.reword(now, input.value);
    });
    form.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      form.remove();
      element.focus();
      this.align();
    });
    element.append(form);
    input.focus();
    input.select();
    this.align();
  }

  noteFor(finding) {
    const fixes = finding.fixes.slice(0, MOST_SUGGESTIONS);
    const suggested = fixes.map((fix, index) =>
      make("button", { type: "button", className: "fix", dataset: { fix: index } },
        make("span", { className: "unseen" }, "Accept: "),
        make("ins", {}, shortened(nameOf(fix, finding)))));
    const named = new Set(fixes.map((fix) => fix.title));
    const read = finding.replacements.slice(0, MOST_SUGGESTIONS)
      .filter((each) => !named.has(each ? `Replace with '${each}'` : "Delete"))
      .map((each) => make("ins", {}, each ? shortened(revealed(each)) : "delete"));
    const act = (name, text) => make("button", { type: "button", dataset: { act: name } }, text);
    const note = make("li", {
      className: `note ${finding.severity}`, tabIndex: -1, dataset: { id: finding.id },
    });
    note.append(
      make("p", { className: "message" },
        make("span", { className: "unseen" }, `${finding.severity}: `), finding.message));
    if (suggested.length || read.length) {
      const line = make("p", { className: "meant" });
      [...suggested, ...read].forEach((each) => line.append(each, " "));
      note.append(line);
    }
    if (finding.related.length) {
      const places = finding.related.slice(0, MOST_SUGGESTIONS)
        .map((each) => `“${shortened(each.text, 24)}” in line ${each.line}`);
      const more = finding.related.length - places.length;
      note.append(make("p", { className: "related" },
        `See ${places.join(", ")}${more ? ` and ${counted(more, "more place")}` : ""}`));
    }
    const rule = act("rule", finding.rule);
    rule.className = "why";
    note.append(
      make("p", { className: "decide" },
        act("own", "Own wording"), act("dismiss", "Dismiss"),
        ...(canBeName(finding) ? [act("name", "Add to house names")] : [])),
      make("p", { className: "rule" }, rule));
    return note;
  }
}

const signature = (finding) =>
  JSON.stringify([finding.message, finding.severity, finding.fixes.map((fix) => fix.title)]);

// The place of each note: the current one is beside its line, the others make room for it.
const stacked = (rows) => {
  const pivot = rows.findIndex((row) => row.now);
  rows.forEach((row) => { row.y = row.wanted; });
  for (let index = pivot - 1; index >= 0; index -= 1) {
    rows[index].y = Math.min(rows[index].y, rows[index + 1].y - rows[index].height - GAP);
  }
  let bottom = 0;
  for (const row of rows) {
    row.y = Math.max(row.y, bottom);
    bottom = row.y + row.height + GAP;
  }
  return rows;
};
