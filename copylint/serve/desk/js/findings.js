// Findings in the editor's state: they move with the text, and dismissals persist.
import { StateEffect, StateField, invertedEffects } from "../vendor/codemirror.js";

export const setFindings = StateEffect.define();
export const setBlocks = StateEffect.define();
export const setCurrent = StateEffect.define();
export const setHidden = StateEffect.define();
export const settle = StateEffect.define();

const moved = (value, change) => ({
  ...value, from: change.mapPos(value.from, 1), to: change.mapPos(value.to, -1),
});
export const dismiss = StateEffect.define({ map: moved });
export const recall = StateEffect.define({ map: moved });
export const addName = StateEffect.define();
export const removeName = StateEffect.define();

// Undo reverses dismissals and added names like changes of the text.
export const undoable = invertedEffects.of((transaction) =>
  transaction.effects.flatMap((effect) => {
    if (effect.is(dismiss)) return [recall.of(effect.value)];
    if (effect.is(recall)) return [dismiss.of(effect.value)];
    if (effect.is(addName)) return [removeName.of(effect.value)];
    if (effect.is(removeName)) return [addName.of(effect.value)];
    return [];
  }));

let numbers = 0;

export const numbered = (finding) => ({ ...finding, id: `f${++numbers}` });

const isSame = (a, b) => a.rule === b.rule && a.from === b.from && a.to === b.to;

// New findings keep the identity of those they repeat, so that notes on the page are reused.
const recognised = (found, before) => {
  const known = new Map(before.map((each) => [`${each.rule} ${each.from} ${each.to}`, each]));
  return found.map((each) => {
    const old = known.get(`${each.rule} ${each.from} ${each.to}`);
    return old ? { ...each, id: old.id } : numbered(each);
  });
};

// A place after changes of the text; null if the words there have changed.
export const follow = (place, changes) => {
  const { from, to } = place;
  let touched = false;
  if (changes.touchesRange(from, to)) {
    changes.iterChangedRanges((start, end) => {
      touched ||= from === to ? start <= from && end >= to : start < to && end > from;
    });
  }
  if (touched) return null;
  const first = changes.mapPos(from, 1);
  return { ...place, from: first, to: Math.max(first, changes.mapPos(to, -1)) };
};

// A finding after changes of the text: if its own words change, the next check decides.
export const followed = (finding, changes) => {
  const moved = follow(finding, changes);
  if (!moved) return null;
  const fixes = moved.fixes
    .map((fix) => ({ ...fix, changes: fix.changes.map((each) => follow(each, changes)) }))
    .filter((fix) => fix.changes.every(Boolean));
  const related = moved.related.map((each) => follow(each, changes)).filter(Boolean);
  return { ...moved, fixes, related };
};

// `typed` is the place where the user is typing, -1 if nowhere.
const EMPTY = {
  all: [], dismissed: [], hidden: new Set(), current: null, blocks: [], typed: -1,
};

export const findingsField = StateField.define({
  create: () => EMPTY,
  update(value, transaction) {
    let next = value;
    if (transaction.docChanged) {
      const { changes } = transaction;
      next = {
        ...next,
        typed: transaction.isUserEvent("input.type") ? transaction.newSelection.main.head : -1,
        all: next.all.map((each) => followed(each, changes)).filter(Boolean),
        dismissed: next.dismissed.map((each) => moved(each, changes)),
        blocks: next.blocks.map((each) => ({
          ...each, from: changes.mapPos(each.from, -1), to: changes.mapPos(each.to, 1),
        })),
      };
    }
    for (const effect of transaction.effects) {
      if (effect.is(settle)) next = next.typed < 0 ? next : { ...next, typed: -1 };
      else if (effect.is(setFindings)) next = { ...next, all: recognised(effect.value, next.all) };
      else if (effect.is(setBlocks)) next = { ...next, blocks: effect.value };
      else if (effect.is(setCurrent)) next = { ...next, current: effect.value };
      else if (effect.is(setHidden)) next = { ...next, hidden: effect.value };
      else if (effect.is(dismiss)) next = { ...next, dismissed: [...next.dismissed, effect.value] };
      else if (effect.is(recall)) {
        const dismissed = next.dismissed.filter((each) => !isSame(each, effect.value));
        next = { ...next, dismissed };
      }
    }
    if (transaction.selection && !transaction.docChanged && next.typed >= 0) {
      next = { ...next, typed: -1 };
    }
    if (next.current && !next.all.some((each) => each.id === next.current)) {
      next = { ...next, current: null };
    }
    return next;
  },
});

// A dismissal belongs to a rule at a place, and moves when the text around it changes.
export const isDismissed = (value, finding) =>
  value.dismissed.some((each) =>
    each.rule === finding.rule && each.from <= finding.to && finding.from <= each.to);

const SHOWN = new WeakMap();

// The findings to show, in order.
export const shownFindings = (state) => {
  const value = state.field(findingsField);
  let shown = SHOWN.get(value);
  if (!shown) {
    shown = value.all
      .filter((each) => !value.hidden.has(each.severity) && !isDismissed(value, each))
      // A word is not wrong yet while it is being typed.
      .filter((each) => value.typed < 0 || value.typed <= each.from || each.to < value.typed)
      .sort((a, b) => a.from - b.from || a.to - b.to);
    SHOWN.set(value, shown);
  }
  return shown;
};

export const openFindings = (state) => {
  const value = state.field(findingsField);
  return value.all.filter((each) => !isDismissed(value, each));
};

export const currentFinding = (state) => {
  const { current } = state.field(findingsField);
  return current ? shownFindings(state).find((each) => each.id === current) ?? null : null;
};
