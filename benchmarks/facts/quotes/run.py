"""Measure how many quotations get the right class on generated and hand-made pairs.

    python benchmarks/facts/quotes/run.py [--seed N] [--wrong N]

``--wrong`` prints so many wrong ones to read.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))  # for the package this program is in

from copylint.analysis.article import Article
from copylint.analysis.transcripts.article_quotations import compared_quotations
from copylint.config.schema import Config
from copylint.core.transcript import Transcript
from copylint.formats.lookup import example_in
from copylint.runner.document_reader import Formats
from facts.quotes.pairs import CLASSES, SEED, Pair, generated, handmade


def classes_of(pair: Pair) -> list[str]:
    """The class of each quotation in the story of a pair."""
    data = pair.transcript.encode()
    form = Formats(Config()).of(pair.name, data)
    transcript = Transcript(pair.name, form.turns(pair.name, form.decode(pair.name, data)))
    article = Article(example_in("plain", pair.story))
    return [each.comparison.kind.value for each in compared_quotations(article, (transcript,))]


def measure(pairs: Iterable[Pair]) -> tuple[Counter[tuple[str, str]], list[tuple[Pair, str]]]:
    """How often each class is given for each class, and the pairs with a wrong one."""
    counts: Counter[tuple[str, str]] = Counter()
    wrong: list[tuple[Pair, str]] = []
    for pair in pairs:
        found = classes_of(pair) or ["no quotation"]
        given = next((each for each in found if each != pair.kind), pair.kind)
        counts[pair.kind, given] += 1
        if given != pair.kind:
            wrong.append((pair, given))
    return counts, wrong


def main() -> int:
    """Print a table for each set."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--wrong", type=int, default=0)
    options = parser.parse_args()
    for name, pairs in (("generated", generated(options.seed)), ("by hand", handmade())):
        counts, wrong = measure(pairs)
        right = sum(count for (kind, given), count in counts.items() if kind == given)
        print(f"{name}: {right} of {counts.total()} right ({right / counts.total():.3f})")
        for kind in CLASSES:
            total = sum(count for (each, _), count in counts.items() if each == kind)
            print(f"  {kind}: {counts[kind, kind]} of {total}")
        for pair, given in wrong[: options.wrong]:
            print(f"\n=== {pair.kind} taken for {given} ({pair.name})\n{pair.story}")
            print(pair.transcript if name == "generated" else "")
    return 0


if __name__ == "__main__":
    sys.exit(main())
