"""Where the time of a check goes: the share of each stage, and words per second.

``python benchmarks/speed/stages.py`` checks news articles, the same articles full of slips, and
copylint's own pages (Markdown) in one process, without the deep check and without the cache, once
on first sight and once on second, and prints a table of each stage's own time. ``--only news`` and
``--articles 20`` make it shorter. ``--checks`` names every check instead of its folder.

A stage's own time is what passes inside it and in no stage inside that; what an article works out
when it is first asked (its people, its ledger) is a stage of its own, whichever check asks. Taking
the times costs a few per cent.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import Any

sys.path.append(str(Path(__file__).parent))

from corpus import article

import copylint.runner.linter as linter_module
from copylint.analysis.annotated_text import AnnotatedText
from copylint.analysis.article import Article
from copylint.analysis.ledger.ledger import Ledger
from copylint.config.enums import Deep
from copylint.config.schema import Config
from copylint.contract.check import Check
from copylint.runner.linter import Linter
from copylint.runner.result import Input

_PAGES = Path(__file__).parents[2] / "docs"
_WARM_UP = 3  # articles, in which patterns and tables are read
_SLIP = 0.04  # of the words of the articles full of slips
_REST = "rest of the runner"


class Stages:
    """The seconds that passed in each stage and in none inside it."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        self._inside: list[float] = []

    def timed(self, stage: str, work: Callable[[], Any]) -> Any:
        """What ``work`` returns; its time goes to ``stage``."""
        self._inside.append(0.0)
        begin = time.perf_counter()
        try:
            return work()
        finally:
            passed = time.perf_counter() - begin
            self.seconds[stage] += passed - self._inside.pop()
            if self._inside:
                self._inside[-1] += passed

    def attach(self, *, by_check: bool) -> None:
        """Take the times of the runner's parts from here on."""
        run = linter_module.guarded

        def guarded(check: Check, *given: Any) -> Iterator[Any]:
            stage = _stage_of(type(check), by_check=by_check)
            return iter(self.timed(stage, lambda: list(run(check, *given))))

        linter_module.guarded = guarded
        for name, stage in (("_read", "reading the format"), ("_result", "judging and placing")):
            setattr(Linter, name, self._method(getattr(Linter, name), stage))
        for kind, stage in ((AnnotatedText, "tokens and quotations"), (Article, "the article"),
                            (Ledger, "the ledger of facts")):  # fmt: skip
            for name, value in list(vars(kind).items()):
                if isinstance(value, cached_property):
                    taken = cached_property(self._method(value.func, stage))
                    taken.__set_name__(kind, name)
                    setattr(kind, name, taken)

    def _method(self, work: Callable[..., Any], stage: str) -> Callable[..., Any]:
        return lambda *given, **named: self.timed(stage, lambda: work(*given, **named))


def _stage_of(check: type[Check], *, by_check: bool) -> str:
    parts = check.__module__.removeprefix("copylint.").split(".")
    if by_check:
        return ".".join(parts)
    if parts[0] == "packs":
        return "rules in YAML"
    return f"checks: {parts[1]}" if len(parts) > 2 else "checks: others"


def _texts(kind: str, count: int) -> list[tuple[str, str]]:
    """Names and texts of one kind."""
    if kind == "documentation":
        pages = sorted(_PAGES.rglob("*.md"))[:count]
        return [(page.name, page.read_text("utf-8")) for page in pages]
    news = [(f"{number}.txt", article(number)) for number in range(count)]
    return news if kind == "news" else [(name, _full_of_slips(text)) for name, text in news]


def _full_of_slips(text: str) -> str:
    """The text with two letters exchanged in some of its words."""
    random_ = random.Random(len(text))
    words = text.split(" ")
    for at, word in enumerate(words):
        if len(word) > 4 and word.isalpha() and random_.random() < _SLIP:
            cut = random_.randrange(1, len(word) - 2)
            words[at] = word[:cut] + word[cut + 1] + word[cut] + word[cut + 2 :]
    return " ".join(words)


def _account(kind: str, count: int, *, by_check: bool, stages: Stages) -> None:
    linter = Linter(Config(deep=Deep.NEVER), {})
    texts = _texts(kind, count + _WARM_UP)
    for name, text in texts[:_WARM_UP]:
        linter.lint([Input(name, text=text)])
    texts = texts[_WARM_UP:]
    words = sum(len(text.split()) for _, text in texts)
    shares: list[Counter[str]] = []
    speeds: list[float] = []
    for _ in ("first", "second"):
        stages.seconds.clear()
        begin = time.process_time()
        for name, text in texts:
            stages.timed(_REST, partial(linter.lint, [Input(name, text=text)]))
        speeds.append(words / (time.process_time() - begin))
        shares.append(Counter(stages.seconds))
    print(f"\n{kind}: {len(texts)} texts, {words:,} words, {speeds[0]:,.0f} words per processor "
          f"second on first sight, {speeds[1]:,.0f} on second\n")  # fmt: skip
    print("| stage | first sight | second |\n| --- | --- | --- |")
    totals = [sum(each.values()) for each in shares]
    for stage, _ in shares[0].most_common(60 if by_check else 20):
        first, second = (100 * each[stage] / totals[at] for at, each in enumerate(shares))
        if first >= 0.1:
            print(f"| {stage} | {first:.1f} % | {second:.1f} % |")


def main(arguments: Sequence[str] | None = None) -> int:
    kinds = ("news", "slips", "documentation")
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", choices=kinds)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--checks", action="store_true", help="name every check")
    given = parser.parse_args(arguments)
    stages = Stages()
    stages.attach(by_check=given.checks)
    for kind in (given.only,) if given.only else kinds:
        _account(kind, given.articles, by_check=given.checks, stages=stages)
    return 0


if __name__ == "__main__":
    sys.exit(main())
