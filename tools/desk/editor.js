// What the desk uses of CodeMirror 6. tools/desk/vendor.py bundles it.
export { Annotation, EditorState, StateEffect, StateField, Transaction } from "@codemirror/state";
export { Decoration, EditorView, drawSelection, keymap, placeholder } from "@codemirror/view";
export {
  defaultKeymap, history, historyKeymap, invertedEffects, isolateHistory, redo, undo,
} from "@codemirror/commands";
export { openSearchPanel, search, searchKeymap } from "@codemirror/search";
