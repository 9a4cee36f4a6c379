"""Measure how much reading the gate saves, and how many findings that costs.

    python training/gate_curve.py TEXT --model FOLDER [--every N] [--kept 0.98] [--write]

Takes every Nth sentence of TEXT, from which neither network has learned, inserts an error into
half of them, and has both networks read each as an article of its own. Only findings that would
be shown count. Prints the share of words that the network must read for each share
of findings kept; ``--write`` sets the thresholds in ``calibration.json`` for ``--kept``.
"""

from __future__ import annotations

import argparse
import json
import math
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from text import sentences
from verdicts import with_faults

from copylint.analysis.article import Article
from copylint.deep.deep_editor import DeepEditor, loaded
from copylint.deep.gate import KINDS, Gate, doubt
from copylint.deep.network_words import words_of
from copylint.engines.deep_evidence import Evidence
from copylint.models.sentence_context import SentenceContext
from copylint.runner.document_reader import read_input
from copylint.runner.result import Input

KEPT = (0.9, 0.95, 0.97, 0.98, 0.99)
_CLEAN = 0.5
# The range of thresholds and their number of steps. Lower guesses count as none.
_LOWEST, _HIGHEST = -9.0, 3.0
_STEPS = (0.2, 0.4, 0.8)
# What a threshold that loses nothing counts as losing: others may lose where it does not.
_NOTHING = 0.15
_CLOSED_UP = re.compile(r" (?=[,.;:?!)%])|(?<=[($]) ")


class Examined(NamedTuple):
    """For each sentence, the numbers of words and findings and the highest guess of each kind.

    Guesses count only if the article would show a finding there. The arrays are [sentences] and
    [sentences, kinds].
    """

    words: np.ndarray
    found: np.ndarray
    best: np.ndarray

    def of(self, least: np.ndarray) -> tuple[float, float]:
        """The shares of words passed on and of findings kept at these thresholds."""
        sent = (self.best >= least).any(1)
        return self.words[sent].sum() / self.words.sum(), self.found[sent].sum() / self.found.sum()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("text", type=Path)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--every", type=int, default=2, help="read every Nth sentence")
    parser.add_argument("--kept", type=float, default=0.98)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    texts = (words for words, _ in with_faults(
        sentences(options.text, options.every), options.model, _CLEAN, 77
    ))  # fmt: skip
    seen = examine(map(as_copy, texts), options.model)
    print(f"{seen.words.sum()} words, {seen.found.sum()} findings")
    for kept in KEPT:
        sent, share = seen.of(thresholds(seen, kept))
        print(f"{share:.3f} of findings: {sent:.3f} of words")
    if options.write:
        path = options.model / "classifier.json"
        table = json.loads(path.read_text("utf-8"))
        least = thresholds(seen, options.kept)
        table["gate"] = {
            kind: round(float(each), 1) for kind, each in zip(KINDS, least, strict=True)
        }
        path.write_text(json.dumps(table, indent=1) + "\n", "utf-8")


def as_copy(words: Iterable[str]) -> str:
    """The words as text."""
    return _CLOSED_UP.sub("", " ".join(words))


def examine(texts: Iterable[str], model: Path) -> Examined:
    """The results of both networks for texts."""
    ready = loaded(model)
    editor = DeepEditor(ready, 1, None)
    rows = [row for text in texts for row in _examined(text, editor, ready.gate)]
    words, found, best = zip(*rows, strict=True)
    return Examined(np.array(words), np.array(found), np.array(best))


def _examined(text: str, editor: DeepEditor, gate: Gate) -> Iterator[tuple[int, int, list[float]]]:
    article = Article(read_input(Input("copy.txt", text=text)))
    evidence = Evidence(article)
    for sentence in evidence.sentences():
        words = words_of(sentence.tokens)
        (edits,) = editor.edits([SentenceContext.of(sentence)])
        found = sum(evidence.allows(sentence, edit) for edit in edits)
        best = [-math.inf] * len(KINDS)
        guesses = gate.guesses(words)
        for at, kind in np.argwhere(guesses > _LOWEST).tolist():
            if guesses[at, kind] > best[kind] and evidence.allows(sentence, doubt(words[at], kind)):
                best[kind] = float(guesses[at, kind])
        yield len(words), found, best


def thresholds(seen: Examined, kept: float) -> np.ndarray:
    """Thresholds by kind that pass on the fewest words and keep the given share of findings.

    Each step raises the threshold that saves the most words for each finding lost.
    """
    words, found, best = seen
    least = np.full(len(KINDS), _LOWEST)
    over = best >= least
    may_lose = (1 - kept) * found.sum() - found[~over.any(1)].sum()
    while True:
        choices = []
        for kind in np.flatnonzero(least < _HIGHEST):
            for step in _STEPS:
                under = over[:, kind] & (best[:, kind] < least[kind] + step)
                gone = under & (over.sum(1) == 1)
                lost = found[gone].sum()
                if lost <= may_lose:
                    spared = words[gone].sum() + under.sum() / 1000
                    choices.append((spared / (lost + _NOTHING), -step, kind, lost, under))
        if not choices:
            return least
        _, step, kind, lost, under = max(choices, key=lambda choice: choice[:3])
        least[kind] -= step
        over[under, kind] = False
        may_lose -= lost


if __name__ == "__main__":
    main()
