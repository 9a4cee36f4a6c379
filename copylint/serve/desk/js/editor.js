// The editing surface: CodeMirror with findings as marks and the article typeset as copy.
import {
  Decoration, EditorState, EditorView, Transaction, defaultKeymap, history, historyKeymap, keymap,
  placeholder, search, searchKeymap,
} from "../vendor/codemirror.js";
import { findingsField, setCurrent, shownFindings, undoable } from "./findings.js";

const RANK = { error: 3, warning: 2, suggestion: 1 };

// The characters marked for a finding. An empty span marks the letter beside it.
const marked = (doc, { from, to }) => {
  if (from < to) return { from, to };
  const line = doc.lineAt(Math.min(from, doc.length));
  if (from > line.from) return { from: from - 1, to: from };
  return { from, to: Math.min(from + 1, line.to) };
};

const marks = EditorView.decorations.compute([findingsField], (state) => {
  const { current } = state.field(findingsField);
  const ranges = [];
  for (const each of shownFindings(state)) {
    const { from, to } = marked(state.doc, each);
    if (from >= to || to > state.doc.length) continue;
    const empty = each.from === each.to ? " point" : "";
    const now = each.id === current ? " now" : "";
    const decoration = Decoration.mark({
      class: `mark ${each.severity}${empty}${now}`,
      attributes: { "data-finding": each.id },
      rank: RANK[each.severity],
    });
    ranges.push(decoration.range(from, to));
  }
  return Decoration.set(ranges, true);
});

// Empty lines between paragraphs are half a line high.
const gaps = EditorView.decorations.compute(["doc"], (state) => {
  const ranges = [];
  const gap = Decoration.line({ class: "set-gap" });
  for (let number = 1, { doc } = state; number < doc.lines; number += 1) {
    const line = doc.line(number);
    if (!line.length && number > 1) ranges.push(gap.range(line.from));
  }
  return Decoration.set(ranges);
});

const setting = EditorView.decorations.compute([findingsField], (state) => {
  const ranges = [];
  let last = -1;
  for (const block of state.field(findingsField).blocks) {
    if (block.kind === "paragraph" || block.to > state.doc.length) continue;
    const decoration = Decoration.line({ class: `set-${block.kind}` });
    let at = state.doc.lineAt(block.from).from;
    while (at <= block.to) {
      if (at > last) ranges.push(decoration.range(at));
      last = Math.max(last, at);
      const line = state.doc.lineAt(at);
      if (line.to >= state.doc.length) break;
      at = line.to + 1;
    }
  }
  return Decoration.set(ranges, true);
});

// Makes the finding at the cursor the current one.
const following = EditorState.transactionExtender.of((transaction) => {
  if (!transaction.selection || transaction.docChanged) return null;
  if (transaction.effects.some((effect) => effect.is(setCurrent))) return null;
  const { head, empty } = transaction.newSelection.main;
  if (!empty) return null;
  const { doc } = transaction.startState;
  const found = shownFindings(transaction.startState).find((each) => {
    const { from, to } = marked(doc, each);
    return from <= head && head <= to;
  });
  return { effects: setCurrent.of(found ? found.id : null) };
});

export const copyOf = (text, extensions) =>
  EditorState.create({
    doc: text,
    extensions: [
      findingsField, undoable, history(), following, marks, setting, gaps,
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        "aria-label": "The article", spellcheck: "false", autocorrect: "off", autocapitalize: "off",
        lang: "en",
      }),
      placeholder("Paste or type an article"),
      search({ top: true }),
      extensions,
      keymap.of([...searchKeymap, ...historyKeymap, ...defaultKeymap]),
    ],
  });

export const surface = (parent, state, nonce) =>
  new EditorView({
    parent, state: state([EditorView.cspNonce.of(nonce)]),
  });

// Replaces passages of the text as one step of undo.
export const change = (view, changes, extra = {}) =>
  view.dispatch({
    changes, userEvent: "input.copylint", annotations: Transaction.addToHistory.of(true), ...extra,
  });

// Goes to a finding in the text, with the cursor behind it.
export const showInText = (view, finding) => {
  view.dispatch({
    selection: { anchor: Math.min(finding.to, view.state.doc.length) },
    effects: [
      setCurrent.of(finding.id),
      EditorView.scrollIntoView(finding.from, { y: "center" }),
    ],
  });
};
