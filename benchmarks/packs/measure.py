"""How often the rules of packs speak, and of what is read, how much an editor would mend.

    python benchmarks/packs/measure.py count --news FOLDER --docs FOLDER --to FOLDER
    python benchmarks/packs/measure.py draw --corpora FILE.xz ... --news FOLDER --docs FOLDER
        [--pack News] [--each 30] [--every 4] --to FOLDER
    python benchmarks/packs/measure.py keep FOLDER NAME
    python benchmarks/packs/measure.py table [--write]

``count`` runs every rule of every pack over clean news and over other documents and writes
how often each speaks per 1,000 words into ``copylint/data/packs_measured.json``, which
``copylint packs`` prints. ``draw`` gathers findings from all the copy, takes for each rule
30 at most at random, and writes those that no earlier reading holds to ``FOLDER/sheet.txt``.
Write verdicts into ``FOLDER/verdicts.txt`` (a number and ``true`` or ``false`` a line); ``keep``
stores them as ``benchmarks/packs/readings/NAME.jsonl``, places and verdicts and nothing of the
text. ``table`` prints the rules' figures as the Markdown of docs/reference/packs.md.

Rules that are about one dialect are asked about articles in it, and counted by their words.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1] / "accuracy"))

from corpus import corpus, folder
from readings import Verdict, carried, judged, load, shares, store
from rows import read_rows, write_rows

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.runner.document_reader import read_document
from copylint.runner.rules import all_checks

ROOT = Path(__file__).parents[2]
READINGS = Path(__file__).parent / "readings"
TABLE = ROOT / "copylint" / "data" / "packs_measured.json"
_AROUND = 130


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    counting = commands.add_parser("count")
    counting.add_argument("--news", type=Path, required=True, help="a folder of clean articles")
    counting.add_argument("--docs", type=Path, required=True, help="a folder of documents")
    drawing = commands.add_parser("draw")
    drawing.add_argument("--corpora", type=Path, nargs="*", default=[])
    drawing.add_argument("--news", type=Path)
    drawing.add_argument("--docs", type=Path)
    drawing.add_argument("--pack", default="News")
    drawing.add_argument("--each", type=int, default=30)
    drawing.add_argument("--every", type=int, default=1, help="take every Nth part of a corpus")
    drawing.add_argument("--seed", type=int, default=1)
    drawing.add_argument("--to", type=Path, required=True, help="a folder outside the checkout")
    keeping = commands.add_parser("keep")
    keeping.add_argument("folder", type=Path)
    keeping.add_argument("name")
    commands.add_parser("table")
    options = parser.parse_args()
    return {"count": count, "draw": draw, "keep": keep, "table": table}[options.command](options)


def checks(pack: str = "") -> list[Check]:
    """The checks of packs, of all or of one."""
    return [
        check
        for check in all_checks()
        if any(rule.id[:1].isupper() and pack in ("", rule.family) for rule in check.rules)
    ]


def findings(
    texts: Iterable[tuple[str, str]], using: list[Check], words: Counter[str], kind: str
) -> Iterator[dict[str, Any]]:
    """The findings in ``texts``, with their surroundings; ``words`` counts the words."""
    for name, text in texts:
        document = read_document(name if "." in name else name + ".txt", text)
        article = Article(document)
        words[kind] += len(article.words)
        words[f"{kind} {article.dialect.language}"] += len(article.words)
        for check in using:
            for match in check.check(article, Options()):
                start, end = match.span.start, match.span.end
                before = document.text[max(0, start - _AROUND) : start].rpartition("\n\n")[2]
                after = document.text[end : end + _AROUND].partition("\n\n")[0]
                found = document.text[start:end]
                yield {
                    "doc_id": name,
                    "start": start,
                    "end": end,
                    "rule": match.rule or check.rules[0].id,
                    "better": list(match.replacements[:1]),
                    "context": f"{before}[{found}]{after}".replace("\n", " "),
                }


def count(options: argparse.Namespace) -> int:
    words: Counter[str] = Counter()
    spoken: dict[str, Counter[str]] = defaultdict(Counter)
    using = checks()
    for kind, texts in (("news", folder(options.news)), ("docs", folder(options.docs))):
        for row in findings(texts, using, words, kind):
            spoken[row["rule"]][kind] += 1
    rules = sorted(rule.id for check in using for rule in check.rules)
    record = {
        "when": datetime.now(UTC).strftime("%Y-%m"),
        "words": dict(sorted(words.items())),
        "findings": {rule: [spoken[rule]["news"], spoken[rule]["docs"]] for rule in rules},
    }
    text = json.dumps(record, indent=1).replace("[\n   ", "[").replace(",\n   ", ", ")
    TABLE.write_text(text.replace("\n  ]", "]") + "\n", encoding="utf-8")
    print(f"{words['news']:,} words of news, {words['docs']:,} of documents")
    for rule in rules:
        print(f"{rule:30} {spoken[rule]['news']:6} {spoken[rule]['docs']:6}")
    return 0


def draw(options: argparse.Namespace) -> int:
    words: Counter[str] = Counter()
    using = checks(options.pack)
    sources = [("corpora", corpus(path, options.every)) for path in options.corpora]
    for kind in ("news", "docs"):
        if path := getattr(options, kind):
            sources.append((kind, folder(path)))
    by_rule: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in chain.from_iterable(findings(texts, using, words, kind) for kind, texts in sources):
        by_rule[row["rule"]].append(row)
    chance = random.Random(options.seed)
    told = sum(count for kind, count in words.items() if " " not in kind)
    drawn: list[dict[str, Any]] = []
    for rule, rows in sorted(by_rule.items()):
        drawn += chance.sample(rows, min(options.each, len(rows)))
        print(f"{rule:30} {len(rows):5} in {told:,} words")
    old, new = carried(drawn, load(sorted(READINGS.glob("*.jsonl"))))
    options.to.mkdir(parents=True, exist_ok=True)
    write_rows(options.to / "drawn.jsonl", drawn)
    sheet = [
        f"{number} {row['rule']} {row['context']} -> {' | '.join(row['better'])}\n"
        for number, row in enumerate(new, 1)
    ]
    (options.to / "sheet.txt").write_text("".join(sheet), encoding="utf-8")
    print(f"{len(drawn)} drawn, {len(old)} read before, {len(new)} to read")
    return 0


def keep(options: argparse.Namespace) -> int:
    drawn = read_rows(options.folder / "drawn.jsonl")
    old, new = carried(drawn, load(sorted(READINGS.glob("*.jsonl"))))
    lines = (options.folder / "verdicts.txt").read_text(encoding="utf-8").splitlines()
    verdicts: list[Verdict] = [*old, *judged(new, lines)]
    store(READINGS / f"{options.name}.jsonl", verdicts)
    return table(options)


def table(_: argparse.Namespace) -> int:
    record = json.loads(TABLE.read_text(encoding="utf-8"))
    read = shares(load(sorted(READINGS.glob("*.jsonl"))))
    news, docs = record["words"]["news"], record["words"]["docs"]
    rules = {rule.id: rule for check in checks("News") for rule in check.rules}
    print("| rule | default | per 1,000 words of news | of documents | read | would be mended |")
    print("| --- | --- | --- | --- | --- | --- |")
    for rule, (in_news, in_docs) in sorted(record["findings"].items()):
        if rule in rules:
            share = read.get(rule)
            told = f"{share.read} | {share.value:.2f}" if share else "0 | –"
            state = "on" if rules[rule].default else "off"
            print(
                f"| `{rule}` | {state} | {1000 * in_news / news:.2g} | {1000 * in_docs / docs:.2g} "
                f"| {told} |"
            )
    return 0


if __name__ == "__main__":
    sys.exit(main())
