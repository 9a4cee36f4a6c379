"""What the rules of facts cost: user CPU of a check with them, beside one without.

``python benchmarks/speed/facts_cost.py`` gives 200 generated news articles, each in turn, to two
processes: one checks it by all rules, the other by all but ``facts.*`` and ``dates.*``, and neither
works while the other does. Five such runs give the medians and their ratio. Starting, reading the
rules and the first 25 articles, which are of another seed, are not counted. The deep check and the
cache are off.

``--long`` checks articles of 1,000 to 16,000 words instead and prints what the rules of facts cost
for a thousand words of each; a cost that grows with the length is one of more than linear time.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import statistics
import sys
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path

sys.path.append(str(Path(__file__).parent))

from corpus import article

from copylint.config.enums import Deep
from copylint.config.schema import Config
from copylint.runner.linter import Linter
from copylint.runner.result import Input

_FACTS = ("facts.*", "dates.*")
_WARM_UP = 25  # articles, in which patterns and tables are read
_LONG = (1_000, 4_000, 16_000)  # words
_LONG_TOTAL = 64_000  # words of all articles of one length


def _check_all(asked: Connection, without: tuple[str, ...]) -> None:
    """Check each text that is asked; answer None with the seconds of user CPU of them all."""
    linter = Linter(Config(deep=Deep.NEVER, ignore=without), {})
    for number in range(_WARM_UP):
        linter.lint([Input("before.txt", text=article(number, seed=1))])
    begin = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    asked.send(0.0)
    while (text := asked.recv()) is not None:
        linter.lint([Input("story.txt", text=text)])
        asked.send(0.0)
    asked.send(resource.getrusage(resource.RUSAGE_SELF).ru_utime - begin)


class _Process:
    """A process that checks what it is given, one text at a time."""

    def __init__(self, without: tuple[str, ...]) -> None:
        context = multiprocessing.get_context("spawn")
        self._here, there = context.Pipe()
        self._process = context.Process(target=_check_all, args=(there, without), daemon=True)
        self._process.start()
        there.close()
        self._here.recv()

    def check(self, text: str | None) -> float:
        self._here.send(text)
        seconds: float = self._here.recv()
        return seconds

    def seconds(self) -> float:
        """The user CPU of all checks; the process ends."""
        seconds = self.check(None)
        self._process.join()
        return seconds


def _pair(count: int, words: int) -> tuple[float, float]:
    """Seconds without and with the rules of facts."""
    without, both = _Process(_FACTS), _Process(())
    for number in range(count):
        text = article(number, words=words)
        for process in (without, both) if number % 2 else (both, without):
            process.check(text)
    return without.seconds(), both.seconds()


def _medians(pairs: Sequence[tuple[float, float]]) -> tuple[float, float]:
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def _long(runs: int) -> None:
    print("| words | CPU of facts, 1,000 words | ratio |\n| --- | --- | --- |")
    for words in _LONG:
        without, both = _medians([_pair(_LONG_TOTAL // words, words) for _ in range(runs)])
        cost = 1_000_000 * (both - without) / _LONG_TOTAL
        print(f"| {words:,} | {cost:.2f} ms | {both / without:.3f} |")


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--words", type=int, default=375, help="in an article, about")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--long", action="store_true", help="long articles")
    given = parser.parse_args(arguments)
    if given.long:
        _long(given.runs)
        return 0
    pairs = [_pair(given.articles, given.words) for _ in range(given.runs)]
    for number, (first, second) in enumerate(pairs, 1):
        print(f"run {number}: {first:.2f} s without, {second:.2f} s with: {second / first:.3f}")
    without, both = _medians(pairs)
    print(f"median: {without:.2f} s without, {both:.2f} s with: ratio {both / without:.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
