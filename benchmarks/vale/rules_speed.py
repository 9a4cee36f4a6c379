"""How much more 500 rules cost than 50, on articles of your own.

    python benchmarks/vale/rules_speed.py FOLDER [--articles 200] [--rounds 5]

The rules are made up: of ten, seven look for words (existence), two swap them, one has
look-around. Their words are drawn from the articles, so that rules do find: nine of ten from
those that one article in twenty has at most, as the words are that a house warns of; with
--dense from all words alike, so that nearly every rule finds something in every article.
Rounds are interleaved; the least time of each counts. Loading is timed apart.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tempfile
from collections import Counter
from pathlib import Path
from time import perf_counter

from copylint.analysis.article import Article
from copylint.contract.check import Options
from copylint.packs.pack_check import PackCheck
from copylint.packs.rule_loader import load_packs
from copylint.runner.document_reader import read_input
from copylint.runner.result import Input

_WORD = re.compile(r"[a-z]{3,}")
_COUNTS = (50, 500)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--dense", action="store_true")
    args = parser.parse_args()
    paths = sorted(p for p in args.folder.rglob("*") if p.suffix in (".txt", ".md"))
    documents = [read_input(Input(str(path))) for path in paths[: args.articles]]
    if not documents:
        print(f"{args.folder}: no articles (.txt, .md)")
        return 2
    counts = Counter(word for each in documents for word in _WORD.findall(each.text))
    words = sorted(counts)
    spread = Counter(word for each in documents for word in set(_WORD.findall(each.text)))
    rare = words if args.dense else [w for w in words if spread[w] * 20 <= len(documents)]
    total = sum(counts.values())
    loading: dict[int, float] = {}
    best: dict[int, float] = {}
    found: dict[int, int] = {}
    with tempfile.TemporaryDirectory() as name:
        checks = {}
        for count in _COUNTS:
            folder = Path(name) / str(count) / "House"
            write_rules(folder, words, rare, count)
            began = perf_counter()
            checks[count] = PackCheck(load_packs(folder).packs["House"])
            loading[count] = perf_counter() - began
        for _ in range(args.rounds):
            for count, check in checks.items():
                began = perf_counter()
                found[count] = sum(
                    1 for each in documents for _ in check.check(Article(each), Options())
                )
                took = perf_counter() - began
                best[count] = min(best.get(count, took), took)
    print(f"{len(documents)} articles, {total:,} words")
    for count in _COUNTS:
        print(
            f"{count:>4} rules: {best[count]:.3f} s, {found[count]:,} findings, "
            f"loaded in {loading[count] * 1000:.0f} ms"
        )
    print(f"ratio {best[500] / best[50]:.2f}")
    return 0


def write_rules(folder: Path, words: list[str], rare: list[str], count: int) -> None:
    """``count`` rules of five to twelve words each, the same for the same words."""
    folder.mkdir(parents=True)
    draw = random.Random(7)
    for number in range(count):
        chosen = draw.sample(words if draw.random() < 0.1 else rare, draw.randint(5, 12))
        kind = number % 10
        if kind < 7:
            tokens = "".join(f"  - '{word}s?'\n" for word in chosen)
            rule = f"extends: existence\nmessage: 'No %s.'\nignorecase: true\ntokens:\n{tokens}"
        elif kind < 9:
            swaps = "".join(f"  {word}: x{word}\n" for word in chosen)
            rule = f"extends: substitution\nmessage: '%s, %s'\nignorecase: true\nswap:\n{swaps}"
        else:
            body = rf"(?<!the )\b(?:{'|'.join(chosen)})\b(?! of)"
            rule = f"extends: existence\nmessage: 'No %s.'\nraw: ['{body}']\n"
        (folder / f"Rule{number}.yml").write_text(rule, "utf-8")


if __name__ == "__main__":
    sys.exit(main())
