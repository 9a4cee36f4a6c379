"""Verdicts on findings that were read, kept as places and verdicts and nothing of the text."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from rows import Row, read_rows, write_rows

from copylint.core.rule_groups import group_of

#: Where the readings are: one file for each draw, named for its month.
READINGS = Path(__file__).parent / "readings"
#: An editor would change it; one might, as a matter of style; would not.
VERDICTS = ("true", "arguable", "false")

Key = tuple[str, int, int, str]


@dataclass(frozen=True, slots=True, order=True)
class Verdict:
    """A finding's place and rule, and whether it is an error that an editor would mend.

    ``severity`` is what it was reported as; readings of before it was kept lack it.
    """

    doc_id: str
    start: int
    end: int
    rule: str
    verdict: str
    severity: str = ""

    @property
    def key(self) -> Key:
        """What makes it the same finding in a later draw."""
        return (self.doc_id, self.start, self.end, group_of(self.rule))


@dataclass(frozen=True, slots=True)
class Share:
    """Of ``read`` findings ``true`` ones."""

    read: int
    true: int

    @property
    def value(self) -> float:
        """True ones of all; 0 if none were read."""
        return self.true / self.read if self.read else 0.0


def key_of(row: Row) -> Key:
    """The finding's place and rule; rules of a group count as one, which they were once."""
    return (row["doc_id"], row["start"], row["end"], group_of(row["rule"]))


def load(files: Iterable[Path]) -> list[Verdict]:
    """The verdicts in files, those of the last file winning.

    Raises ``ValueError`` for a verdict that is none.
    """
    by_key: dict[Key, Verdict] = {}
    for file in files:
        for record in read_rows(file):
            verdict = Verdict(**record)
            if verdict.verdict not in VERDICTS:
                raise ValueError(f"{file.name}: '{verdict.verdict}' is no verdict")
            by_key[verdict.key] = verdict
    return sorted(by_key.values())


def files() -> list[Path]:
    """All readings, the oldest first."""
    return sorted(READINGS.glob("*.jsonl"))


def store(file: Path, verdicts: Iterable[Verdict]) -> None:
    """Write verdicts in order of place."""
    records = (asdict(each) for each in sorted(verdicts))
    write_rows(
        file,
        ({k: v for k, v in record.items() if k != "severity" or v} for record in records),
    )


def draw(rows: Sequence[Row], count: int, seed: int) -> list[Row]:
    """``count`` of the findings at random, the same for the same findings and seed."""
    ordered = sorted(rows, key=key_of)
    return random.Random(seed).sample(ordered, min(count, len(ordered)))


def carried(rows: Iterable[Row], verdicts: Iterable[Verdict]) -> tuple[list[Verdict], list[Row]]:
    """The verdicts that earlier readings hold on these findings, and the findings to read."""
    known = {verdict.key: verdict for verdict in verdicts}
    old, new = [], []
    for row in rows:
        verdict = known.get(key_of(row))
        if verdict is None:
            new.append(row)
        else:
            old.append(replace(verdict, rule=row["rule"]))
    return old, new


def judged(rows: Sequence[Row], lines: Iterable[str]) -> list[Verdict]:
    """The verdicts of a sheet's lines: a finding's number, from 1, then its verdict.

    What follows on a line is a remark. Raises ``ValueError`` for a number or verdict that
    is none, and where a finding has two verdicts or none.
    """
    told: dict[int, str] = {}
    for line in lines:
        words = line.split("#")[0].split()
        if not words:
            continue
        number, verdict = int(words[0]), words[1] if len(words) > 1 else ""
        if not 1 <= number <= len(rows):
            raise ValueError(f"there is no finding {number}")
        if verdict not in VERDICTS:
            raise ValueError(
                f"finding {number}: '{verdict}' is no verdict ({' or '.join(VERDICTS)})"
            )
        if number in told:
            raise ValueError(f"finding {number} has two verdicts")
        told[number] = verdict
    missing = [number for number in range(1, len(rows) + 1) if number not in told]
    if missing:
        raise ValueError(f"no verdict on finding {', '.join(map(str, missing[:10]))}")
    return [
        Verdict(
            row["doc_id"],
            row["start"],
            row["end"],
            row["rule"],
            told[number],
            row.get("severity", ""),
        )
        for number, row in enumerate(rows, 1)
    ]


def shares(verdicts: Iterable[Verdict]) -> dict[str, Share]:
    """The share of true findings by rule, the most read first; ``""`` is all of them."""
    by_rule: Mapping[str, list[Any]] = defaultdict(list)
    for verdict in verdicts:
        for rule in ("", verdict.rule):
            by_rule[rule].append(verdict.verdict == "true")
    every = {rule: Share(len(each), sum(each)) for rule, each in by_rule.items()}
    return dict(sorted(every.items(), key=lambda pair: (-pair[1].read, pair[0])))
