"""Every rule's figures: how many of its findings are errors, and how often it speaks.

    python benchmarks/accuracy/figures.py --data EVAL [--seeded F --real F --pairs F]
        [--select RULES] [--split train --fill] [--write]

Runs copylint with all its rules on over the sets (or takes findings that ``run.py --save``
kept) and joins what the labels say with what was read (``readings/``): of a rule's
findings in the real set those with a label are errors, and of the others the share that
was judged so. A rule that is not heard there, or has no reading, is measured on the seeded
articles and the clean ones beside them, else on the sentences that people corrected: there an
error that nobody corrected counts as a false alarm. What is heard less than three times in each
is counted in all of them together. Of the real set only Markdown counts: the first readings heard
its AsciiDoc as plain text, program listings and all.
``--select`` measures some rules, groups or families only (commas between them), which is much
cheaper; findings of other rules at the same words then give way to theirs. ``--fill`` leaves
the figures that there are, to add those of rarer rules from ``--split train``.
``--write`` puts the figures into ``copylint/data/measured.jsonl``, which ``copylint
explain`` prints; what could not be measured keeps what it had.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # for peers, beside this folder

from checkers import configuration, copylint
from labelled import LabelledSet, Real, Score, Seeded
from pairs import Pairs
from readings import Share, carried, files, load, shares
from rows import Row, read_rows, write_rows

from copylint.core.rule import Severity
from copylint.core.rule_groups import GROUPS
from copylint.runner.rules import all_rules

TABLE = Path(__file__).parents[2] / "copylint" / "data" / "measured.jsonl"
MARKDOWN = (".md", ".markdown")
# A precision from fewer findings than this says nothing.
_FEWEST = 3
_BAR = 0.9


@dataclass(frozen=True, slots=True)
class Heard:
    """A rule's findings in one set, those with a label, and those in clean copy."""

    findings: int = 0
    matched: int = 0
    clean: int = 0


@dataclass(frozen=True, slots=True)
class Figures:
    """What the sets and the readings say of one rule."""

    rule: str
    seeded: Heard
    real: Heard
    read: Share
    pairs: Heard
    seeded_words: int
    real_words: int
    pairs_words: int

    def record(self, month: str) -> dict[str, str | float] | None:
        """The rule's line in the table, or None if too little is known."""
        unmatched = self.real.findings - self.real.matched
        if self.real.findings >= _FEWEST and (self.read.read or not unmatched):
            precision = (self.real.matched + unmatched * self.read.value) / self.real.findings
            on = f"{_count(self.real_words)} words of web copy: {self.real.findings} findings"
            on += f", {self.real.matched} with a label" if self.real.matched else ""
            on += f", {self.read.read} of the others read" if self.read.read else ""
            return self._line(precision, 1000 * self.real.findings / self.real_words, on, month)
        heard = self.seeded.findings + self.seeded.clean
        if heard >= _FEWEST:
            on = f"{_count(self.seeded_words)} words of news, half of it with seeded errors"
            on += f": {heard} findings"
            precision = self.seeded.matched / heard
            return self._line(precision, 1000 * heard / self.seeded_words, on, month)
        found = self.pairs.findings
        if found >= _FEWEST:
            on = f"{_count(self.pairs_words)} words of sentences that people corrected"
            on += f": {found} findings, {self.pairs.matched} with a label"
            precision = self.pairs.matched / found
            return self._line(precision, 1000 * found / self.pairs_words, on, month)
        return self._together(month)

    def _together(self, month: str) -> dict[str, str | float] | None:
        """All sets as one, if anything is known: what was not read counts as false."""
        unread = self.real.findings - self.real.matched - self.read.read
        unread += self.seeded.findings - self.seeded.matched + self.seeded.clean
        found = self.seeded.findings + self.seeded.clean + self.real.findings + self.pairs.findings
        if found == unread or self.real.findings >= _FEWEST:
            return None
        right = self.seeded.matched + self.real.matched + self.read.true + self.pairs.matched
        words = self.seeded_words + self.real_words + self.pairs_words
        on = f"{_count(words)} words of web copy, news and corrected sentences: "
        on += f"{found} finding{'s' * (found > 1)}, {right} right"
        on += f", {unread} not read" if unread > 0 else ""
        return self._line(right / found, 1000 * found / words, on, month)

    def _line(
        self, precision: float, per_1000: float, on: str, month: str
    ) -> dict[str, str | float]:
        return {
            "rule": self.rule,
            "precision": round(precision, 2),
            "per_1000": float(f"{per_1000:.2g}"),
            "on": on,
            "when": month,
        }


def heard(rows: Iterable[Row], score: Score) -> dict[str, Heard]:
    """By rule, what it said in a set."""
    every = Counter(row["rule"] for row in rows)
    false = Counter(row["rule"] for row in score.unmatched)
    clean = Counter(row["rule"] for row in score.clean)
    return {
        rule: Heard(count - clean[rule], count - clean[rule] - false[rule], clean[rule])
        for rule, count in every.items()
    }


def joined(
    seeded: tuple[Mapping[str, Heard], int],
    real: tuple[Mapping[str, Heard], int],
    pairs: tuple[Mapping[str, Heard], int],
    read: Mapping[str, Share],
) -> list[Figures]:
    """The figures of all rules that were heard, by id; beside each set its words."""
    return [
        Figures(
            rule,
            seeded[0].get(rule, Heard()),
            real[0].get(rule, Heard()),
            read.get(rule, Share(0, 0)),
            pairs[0].get(rule, Heard()),
            seeded[1],
            real[1],
            pairs[1],
        )
        for rule in sorted(seeded[0].keys() | real[0].keys() | pairs[0].keys())
    ]


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--seeded", type=Path, help="findings in the seeded set")
    parser.add_argument("--real", type=Path, help="findings in the real set")
    parser.add_argument("--pairs", type=Path, help="findings in the corrected sentences")
    parser.add_argument("--grammar", default="off")
    parser.add_argument("--select", default="all", help="the rules to measure")
    parser.add_argument("--split", default="dev", help="the part of the corrected sentences")
    parser.add_argument("--least", default="warning", help="the least severity that counts")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--fill", action="store_true", help="write only what has no figures yet")
    options = parser.parse_args()
    sets, unmatched = {}, []
    for name in ("seeded", "real", "pairs"):
        labelled = _set(name, options.data, options.split)
        kept: Path | None = getattr(options, name)
        rows = read_rows(kept) if kept else found_by(labelled, options)
        rows = [row for row in rows if row["doc_id"] in labelled.paths]
        score = labelled.score(rows)
        words = score.words if name == "pairs" else score.words + score.clean_words
        sets[name] = (heard(rows, score), words)
        if name == "real":
            unmatched = score.unmatched
    # A verdict on what is no longer said says nothing of the rule as it is now.
    read, _ = carried(unmatched, load(files()))
    figures = joined(sets["seeded"], sets["real"], sets["pairs"], shares(read))
    month = datetime.now(UTC).strftime("%Y-%m")
    records = {each.rule: each.record(month) for each in figures}
    print_figures(figures, records)
    if options.write:
        table = {record["rule"]: record for record in read_rows(TABLE)} if TABLE.exists() else {}
        known = all_rules().keys() | GROUPS.keys()
        new = {rule: record for rule, record in records.items() if record}
        table = new | table if options.fill else table | new
        write_rows(TABLE, (table[rule] for rule in sorted(table.keys() & known)))
    return 0


def _set(name: str, data: Path, split: str) -> LabelledSet:
    if name == "seeded":
        return Seeded(data)
    return Real(data, 1, MARKDOWN) if name == "real" else Pairs(data, split)


def found_by(labelled: LabelledSet, options: argparse.Namespace) -> list[Row]:
    """The findings of the rules asked for, also of those that are off unless asked for."""
    asked = options.select.split(",")
    chosen = ((), asked) if asked == ["all"] else (asked, ())
    config = configuration(None, options.grammar, *chosen)
    return copylint(labelled, config, Severity[options.least.upper()]).rows


def print_figures(
    figures: Iterable[Figures], records: Mapping[str, Mapping[str, str | float] | None]
) -> None:
    print(f"{'rule':34} seeded  clean       real    read      pairs  precision /1,000")
    for each in figures:
        record = records[each.rule]
        told = f"{record['precision']:9} {record['per_1000']}" if record else "        -"
        low = record is not None and float(record["precision"]) < _BAR
        print(
            f"{each.rule:34} {each.seeded.matched:3}/{each.seeded.findings:<3} "
            f"{each.seeded.clean:4}  {each.real.matched:4}/{each.real.findings:<4} "
            f"{each.read.true:3}/{each.read.read:<3} "
            f"{each.pairs.matched:4}/{each.pairs.findings:<4} {told}{'  LOW' if low else ''}"
        )
    silent = sorted(all_rules().keys() - {each.rule for each in figures})
    print("not heard in any set:", ", ".join(silent))


def _count(words: int) -> str:
    millions = words / 1_000_000
    return f"{millions:.1f} million" if millions >= 1 else f"{round(words, -3):,}"


if __name__ == "__main__":
    sys.exit(main())
