"""Grow the trees that judge typos (``copylint/data/typo_trees.json``).

    python tools/models/train_slips.py TEXT [--every N]

TEXT is the edited English that the counts were made of, one sentence a line, tokens apart
by spaces (plain or ``.xz``), in order of its sources. Needs lightgbm and numpy. A program
puts typos into a share of its words; the trees learn to tell the editor's proposals there
from those at words that stand by right. While a part of the text is looked at, it is taken
out of the counts: the copy that will be checked is from no source of the counts either. The
threshold is set on text that the trees did not see.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from calibrate_context import scene_of
from corpus import read_sentences
from train_classes import LEAST, count

from copylint.language.edit_cost import edit_cost
from copylint.language.ngrams import STEPS, NGrams
from copylint.models.confusion_model import word_class
from copylint.models.edit_neighbours import neighbours
from copylint.models.sentence_context import PADDING, SentenceContext
from copylint.models.typo_editor import LEAST as DOUBLINGS
from copylint.models.typo_editor import TREES_FILE, ContextCounts, typo_figures

#: Alarms a million words of edited text; on reading a third of them and more are typos.
ALARMS = 18.0
TREES, LEAVES = 220, 15
#: The share of words that a typo is made of.
RATE = 0.08
#: A look at so many trees shows most proposals to be hopeless.
LOOK = 40


class LeftOut(NGrams):
    """The counts that ship, rebuilt, less what the part at hand adds to them."""

    def __init__(self, known: Mapping[str, int], least: Mapping[int, int]) -> None:
        self._known, self._least = known, least
        self._own: Counter[str] = Counter()
        self.counts = self

    def leave_out(self, keys: Iterable[str]) -> None:
        """Take what a part adds out of the counts, and put the last one's back."""
        self._own = Counter(keys)

    def __getitem__(self, key: str) -> float:
        seen = self._known.get(key, 0) - self._own[key]
        if seen < self._least[key.count(" ")]:
            return 0.0
        return min(127, round(STEPS * math.log2(seen))) / STEPS


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("text", type=Path)
    parser.add_argument("--every", type=int, default=5)
    parser.add_argument("--parts", type=int, default=6)
    parser.add_argument("--out", type=Path, default=TREES_FILE)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    words = LeftOut(word_counts(options.text), {0: 2, 1: 2, 2: 3})
    classes = LeftOut(count([options.text]), {0: 1, 1: LEAST, 2: LEAST})
    gather(options, words, classes)


def gather(options: argparse.Namespace, words: LeftOut, classes: LeftOut) -> None:
    """Gather proposals and grow the trees that judge them."""
    rows: list[Row] = []
    tried, total = 0.0, 0
    sentences = [*read_sentences(options.text)]
    size = len(sentences) // options.parts + 1
    for start in range(0, len(sentences), size):
        part = sentences[start : start + size]
        words.leave_out(key for s in part for key in word_keys([t.lower() for t in s]))
        classes.leave_out(key for s in part for key in class_keys(s))
        for tokens in part[:: options.every]:
            total += len(tokens)
            for row in slips(tokens, words, classes):
                if row.figures:
                    rows.append(row)
                else:
                    tried += row.weight
    grow(rows, tried, total, options)


def grow(rows: list[Row], tried: float, total: int, options: argparse.Namespace) -> None:
    """Grow the trees and write them."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    import lightgbm

    figures = np.array([row.figures for row in rows], np.float32)
    truths = np.array([int(row.slip) for row in rows])
    weighed = np.array([row.weight for row in rows])
    seen = np.random.RandomState(0).rand(len(truths)) < 0.75
    model = lightgbm.LGBMClassifier(
        n_estimators=TREES,
        num_leaves=LEAVES,
        learning_rate=0.1,
        min_child_samples=40,
        reg_lambda=5.0,
        max_bin=127,
        verbose=-1,
        n_jobs=1,
    )
    model.fit(figures[seen], truths[seen], sample_weight=weighed[seen])
    held, words_held = ~seen, 0.25 * total
    scores = model.predict(figures[held], raw_score=True)
    early = model.predict(figures[held], raw_score=True, num_iteration=LOOK)
    is_slip = truths[held] == 1
    by_right = np.sort(scores[~is_slip])[::-1]
    by_slip = weighed[held] * is_slip
    share = weighed[truths == 1].sum() / tried
    print(f"{total} words, {len(truths)} proposals; {share:.2f} of slips are proposed")

    def limit(alarms: float) -> float:
        return float(by_right[round(alarms * words_held / 1e6)])

    threshold = limit(ALARMS)
    for alarms in (5, 10, 20, 40, 80, ALARMS):
        caught = by_slip[scores > limit(alarms)].sum() / by_slip.sum()
        print(f"  {alarms:4.0f} a million words: limit {limit(alarms):.2f}, {caught:.2f} caught")
    # Nothing that reaches the threshold in the end may look as hopeless as this at first.
    hopeless = float(early[scores > threshold].min()) - threshold - 0.2
    spared = (early - threshold < hopeless).mean()
    print(f"  {spared:.2f} of all are hopeless after {LOOK} trees", flush=True)
    shown = np.array([row.shown for row in rows], object)[held]
    for at in np.argsort(-np.where(is_slip, -99, scores))[: options.show]:
        print(f"   {scores[at] - threshold:5.2f} {shown[at]}")
    dumped = model.booster_.dump_model()["tree_info"]
    forest = {
        "threshold": round(threshold, 3),
        "look": LOOK,
        "hopeless": round(hopeless, 2),
        "trees": [flat(tree["tree_structure"]) for tree in dumped],
    }
    text = json.dumps(forest, separators=(",", ":")) + "\n"
    options.out.write_text(text, encoding="utf-8")


class Row(NamedTuple):
    """A proposal at a typo or at a word that stands by right; no figures for a typo tried."""

    slip: bool
    weight: float
    figures: tuple[float, ...]
    shown: str


def slips(tokens: list[str], words: LeftOut, classes: LeftOut) -> Iterator[Row]:
    """Words one typo apart."""
    context = scene_of(tokens)
    for at, token in enumerate(tokens):
        for meant in neighbours(token.lower()):
            figures = proposed(context, at, meant, words, classes)
            if figures:
                yield Row(False, 1.0, figures, around(tokens, at, meant))
    for at, token in enumerate(tokens):
        near = neighbours(token) if len(token) > 2 and _CHANCE.random() < RATE else ()
        if not near:
            continue
        # One typo apart is the same both ways.
        wrong = _CHANCE.choice(near)
        weight = min(3.0, 10 ** (1.2 - edit_cost(wrong, token)))
        yield Row(True, weight, (), "")
        changed = [*tokens[:at], wrong, *tokens[at + 1 :]]
        figures = proposed(scene_of(changed), at, token, words, classes)
        if figures:
            yield Row(True, weight, figures, around(changed, at, token))


def proposed(
    context: SentenceContext, at: int, meant: str, words: LeftOut, classes: LeftOut
) -> tuple[float, ...]:
    """The figures for a neighbour of the word at ``at``, as the editor has them; none where
    it would not propose it."""
    index = at + PADDING
    left, word, right = context.words[index - 1 : index + 2]
    here = words.pair(left, word), words.pair(word, right)
    there = words.pair(left, meant), words.pair(meant, right)
    whole = words.triple(left, meant, right)
    if min(here) or sum(there) + whole < sum(here) + DOUBLINGS or not context.is_plain_word(index):
        return ()
    before, after = context.words[index - 2], context.words[index + 2]
    triples = (
        words.triple(before, left, word),
        words.triple(word, right, after),
        words.triple(before, left, meant),
        words.triple(meant, right, after),
    )
    beside = words.pair(before, left), words.pair(right, after)
    around = ContextCounts((*here, *there, whole), triples, beside)
    return typo_figures(words, classes, context, index, meant, around)


_CHANCE = random.Random(4)


def around(tokens: list[str], at: int, meant: str) -> str:
    before, after = tokens[max(0, at - 7) : at], tokens[at + 1 : at + 7]
    return " ".join([f"{tokens[at]}>{meant}", *before, f"[{tokens[at]}]", *after])


def word_counts(path: Path) -> dict[str, int]:
    """How often words, pairs and triples occur, less those that occur once."""
    counts: Counter[str] = Counter()
    for tokens in read_sentences(path):
        counts.update(word_keys([token.lower() for token in tokens]))
    return {key: n for key, n in counts.items() if n > 1}


def word_keys(words: list[str]) -> Iterator[str]:
    padded = ["^", *words, "$"]
    yield from padded
    yield from (f"{a} {b}" for a, b in pairwise(padded))
    yield from (f"{a} {b} {c}" for a, b, c in zip(padded, padded[1:], padded[2:], strict=False))


def class_keys(tokens: list[str]) -> Iterator[str]:
    before, after = word_class("^"), word_class("$")
    classes = [before, before, *map(word_class, tokens), after, after]
    yield from classes
    yield from (f"{a} {b} {c}" for a, b, c in zip(classes, classes[1:], classes[2:], strict=False))


def flat(root: dict[str, object]) -> tuple[list[list[float]], list[float]]:
    """A tree as ``copylint.models.decision_trees`` reads it."""
    nodes: list[list[float]] = []
    leaves: list[float] = []

    def put(node: dict[str, object]) -> int:
        if "leaf_value" in node:
            leaves.append(round(float(node["leaf_value"]), 4))
            return -len(leaves)
        at = len(nodes)
        nodes.append([])
        low, high = put(node["left_child"]), put(node["right_child"])
        nodes[at] = [node["split_feature"], round(float(node["threshold"]), 4), low, high]
        return at

    put(root)
    return nodes, leaves


if __name__ == "__main__":
    main()
