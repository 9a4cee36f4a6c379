"""Gather the findings of rules in sentences that people corrected and in clean copy.

    python training/finding_examples.py --pairs PAIRS --clean TEXT --out FILE

PAIRS is a file of sentences that people corrected, as for ``edit_examples.py``; both sides
are read. TEXT holds clean sentences, one a line. For every finding of a judged rule FILE
holds its features, its keys, its source and whether it meets a person's correction.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
from edit_examples import Text, as_written, of_pairs, zone
from examples import CLEAN
from text import sentences

from copylint.analysis.article import Article
from copylint.config.schema import Config
from copylint.contract.engine import RuleMatch
from copylint.core.finding import Match
from copylint.runner.document_reader import read_input
from copylint.runner.finding_features import FindingFeatures
from copylint.runner.finding_judge import Keys, is_judged
from copylint.runner.linter import Linter
from copylint.runner.result import Input

_SHARE = 200


class Found(NamedTuple):
    """A finding in text ``number`` of a source; ``met`` says whether it meets an edit."""

    source: str
    number: int
    rule: str
    old: str
    new: str
    met: bool
    features: tuple[float, ...]


class _Unjudged(Linter):
    """A linter that reports all findings, without the judge."""

    def matches(self, text: str) -> tuple[Article, list[RuleMatch]]:
        """The article and the matches of the rules in a text."""
        article = Article(read_input(Input("copy.txt", text=text)))
        return article, [*self._own_matches(article)]


def found_in(text: Text) -> Iterator[Found]:
    """The findings of judged rules in a text."""
    article, matches = _rules().matches(f"{text.text}\n")
    features = FindingFeatures(article)
    for rule, match in matches:
        if isinstance(match, Match) and is_judged(rule, match):
            own = features.of(match)
            if own is not None:
                start, end = match.span.start, match.span.end
                keys = Keys.of(rule, match, article.text[start:end])
                met = any(
                    start < max(high, low + 1) and max(end, start + 1) > low
                    for low, high in (zone(text.text, e.start, e.end) for e in text.edits)
                )
                yield Found(text.source, text.number, *keys, met, tuple(own))


@cache
def _rules() -> _Unjudged:
    return _Unjudged(Config(deep="never"), {})


def _read(texts: Iterable[Text]) -> list[Found]:
    return [each for text in texts for each in found_in(text)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--clean", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    found: list[Found] = []
    with ProcessPoolExecutor() as pool:
        for some in pool.map(_read, _shares(options.pairs, options.clean)):
            found += some
    columns = zip(Found._fields, zip(*found, strict=True), strict=True)
    arrays = {
        name: np.array(column, np.float32 if name == "features" else None)
        for name, column in columns
    }
    np.savez_compressed(options.out, **arrays)
    print(f"{len(found)} findings, {sum(each.met for each in found)} of them meet an edit")


def _shares(pairs: Path | None, clean: Path | None) -> Iterator[list[Text]]:
    texts: list[Iterator[Text]] = []
    if pairs is not None:
        texts.append(of_pairs(pairs))
    if clean is not None:
        texts.append(Text(CLEAN, n, as_written(w)) for n, w in enumerate(sentences(clean, 1)))
    for each in texts:
        while share := [*islice(each, _SHARE)]:
            yield share


if __name__ == "__main__":
    main()
