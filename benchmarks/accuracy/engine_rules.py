"""What each rule of a grammar engine adds to copylint's own checks, and what it costs.

    python benchmarks/accuracy/engine_rules.py harper --data EVAL
    python benchmarks/accuracy/engine_rules.py languagetool --data EVAL --sample 10 --everything

For each rule: its findings where copylint itself says nothing, how many of them meet a
labelled error, how many labelled errors are found only through it, and its findings in
clean articles. ``--everything`` asks LanguageTool with nothing switched off but its
spelling, to decide what should be; without it, the engine is as ``grammar`` runs it.
``--save FOLDER`` keeps the findings, ``--saved FOLDER`` reads them in place of a run.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # for peers, beside this folder

from checkers import configuration, copylint
from labelled import LabelledSet, Score
from rows import Row, read_rows, write_rows
from sets import open_set
from tables import in_context

from copylint.analysis.article import Article
from copylint.engines.languagetool.engine import LanguageToolEngine
from copylint.engines.languagetool.http_client import Client, Reply
from copylint.engines.languagetool.session import LanguageToolSession, Switches
from copylint.runner.document_reader import read_input
from copylint.runner.result import Input

_TIMEOUT = 600.0
_SPELLING = frozenset({"TYPOS", "MULTITOKEN_SPELLING"})


@dataclass(frozen=True, slots=True)
class Everything(Switches):
    """All of LanguageTool but its spelling."""

    def parameters(self) -> dict[str, str]:
        return {"disabledCategories": ",".join(sorted(_SPELLING))}

    def silence(self, reply: Reply) -> bool:
        return reply.category in _SPELLING


def everything(labelled: LabelledSet) -> list[Row]:
    """What LanguageTool says of the set, its rules as ``languagetool.ID``."""
    engine = LanguageToolEngine()
    rows: list[Row] = []
    try:
        client = Client(engine.start({}), _TIMEOUT)
        session = LanguageToolSession(client, Everything())
        for doc_id, path in labelled.paths.items():
            article = Article(read_input(Input(str(path))))
            for match in session.check([article])[0]:
                span = article.document.to_source(match.span)
                rows.append(
                    {
                        "doc_id": doc_id,
                        "start": span.start,
                        "end": span.end,
                        "rule": match.rule,
                        "suggestions": list(match.replacements),
                    }
                )
    finally:
        engine.stop()
    return rows


def beyond(own: Iterable[Row], engine: Iterable[Row]) -> list[Row]:
    """The engine's findings that meet none of ours, as copylint would show them.

    Where two of the engine's meet, all stay: which of them goes first is not its rules'
    merit.
    """
    ours: dict[str, list[Row]] = defaultdict(list)
    for row in own:
        # A repeated caption says nothing about the words in it.
        if not row["rule"].startswith("duplicates.") or row["rule"] == "duplicates.word":
            ours[row["doc_id"]].append(row)
    return [
        row
        for row in engine
        if not any(
            row["start"] < other["end"] and other["start"] < row["end"]
            for other in ours[row["doc_id"]]
        )
    ]


@dataclass(frozen=True, slots=True)
class Part:
    """An engine's findings in one set, beside ours."""

    labelled: LabelledSet
    own: list[Row]
    added: list[Row]
    score: Score
    before: Score

    def only_through(self, rule: str) -> int:
        """How many labelled errors are found with the rule and not without the engine."""
        rows = [row for row in self.added if row["rule"] == rule]
        with_rule = self.labelled.score([*self.own, *rows])
        return len(self.before.missed) - len(with_rule.missed)


def measured(labelled: LabelledSet, own: list[Row], engine: list[Row]) -> Part:
    """The engine's findings beyond ours, scored."""
    added = beyond(own, engine)
    return Part(labelled, own, added, labelled.score([*own, *added]), labelled.score(own))


def print_parts(parts: Mapping[str, Part]) -> None:
    """One line a rule, over all sets; the most useful first."""
    found: Counter[str] = Counter()
    matched: Counter[str] = Counter()
    clean: Counter[str] = Counter()
    only: Counter[str] = Counter()
    for part in parts.values():
        total = Counter(row["rule"] for row in part.added)
        false = Counter(row["rule"] for row in part.score.unmatched)
        at_rest = Counter(row["rule"] for row in part.score.clean)
        for rule, count in total.items():
            clean[rule] += at_rest[rule]
            found[rule] += count - at_rest[rule]
            matched[rule] += count - at_rest[rule] - false[rule]
            if count - at_rest[rule] - false[rule]:
                only[rule] += part.only_through(rule)
    print("rule                                       findings  matched  only so  in clean copy")
    every = sorted(found, key=lambda rule: (-only[rule], -matched[rule], found[rule]))
    for rule in every:
        print(f"{rule:44} {found[rule]:6} {matched[rule]:8} {only[rule]:8} {clean[rule]:8}")
    for name, part in parts.items():
        print(
            f"{name}: recall {part.before.recall:.3f} -> {part.score.recall:.3f}, findings "
            f"without a label {len(part.before.unmatched)} -> {len(part.score.unmatched)} in "
            f"{part.score.words} words, in clean copy {len(part.before.clean)} -> "
            f"{len(part.score.clean)}"
        )
        for kind, each in part.score.classes.items():
            before = part.before.classes[kind].found
            if each.found != before:
                print(f"  {kind:18} {before:4} -> {each.found:4} of {each.total}")


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("engine", choices=("harper", "languagetool"))
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--set", action="append", default=[], choices=("seeded", "real"))
    parser.add_argument("--sample", type=int, default=1, help="every Nth document of the real set")
    parser.add_argument("--everything", action="store_true")
    parser.add_argument("--save", type=Path)
    parser.add_argument("--saved", type=Path)
    parser.add_argument("--show", default="", metavar="RULE", help="print a rule's findings")
    options = parser.parse_args()
    parts = {}
    for name in options.set or ("seeded", "real"):
        labelled = open_set(name, options.data, sample=options.sample)
        own = copylint(labelled, configuration(None, "off", ())).rows
        kept = f"{options.engine}-{name}.jsonl"
        began = time.perf_counter()
        if options.saved:
            engine = read_rows(options.saved / kept)
        elif options.everything and options.engine == "languagetool":
            engine = everything(labelled)
        else:
            both = copylint(labelled, configuration(None, options.engine, ())).rows
            engine = [row for row in both if row["rule"].startswith(options.engine + ".")]
        print(f"{name}: {time.perf_counter() - began:.0f} s")
        if options.save:
            write_rows(options.save / kept, engine)
        parts[name] = measured(labelled, own, engine)
    print_parts(parts)
    for part in parts.values():
        labels = {id(row) for row in part.score.unmatched} | {id(row) for row in part.score.clean}
        for row in part.added:
            if options.show and row["rule"].startswith(options.show):
                print("  -" if id(row) in labels else "  +", in_context(part.labelled, row))
    return 0


if __name__ == "__main__":
    sys.exit(main())
