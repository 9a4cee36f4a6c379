"""Tables of sentences with one fault each, and of sound ones beside them, and how many are right.

A row of a table in ``probes/`` is a sentence; ``{were|was}`` is what is wrong and what is right,
and a row without it is sound. ``||`` parts two paragraphs of an article that makes the same slip
twice. A row is right if the first suggestions of all findings together give the sound text, or if
a sound row has no finding. The rows that are not right are named below: a new one fails the test,
and so does one that has been mended.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from copylint import Config, lint_text
from copylint.config.enums import Deep
from copylint.core.finding import Finding
from copylint.core.record import replace
from copylint.deep.weights import folder, is_installed

TABLES = Path(__file__).parent / "probes"
FAULT = re.compile(r"\{([^|}]*)\|([^}]*)\}")
BETWEEN = (
    "The meeting in the town hall went on until ten. Nobody asked about the price of the roof."
)
LEAST = 40
SHARE = 0.9

RULES = Config(deep=Deep.NEVER)
DEEP = replace(Config(), deep=Deep.FULL, deep_gate=True)

#: The rows of each table that are not right without the deep check.
MISSES = {
    "agreement": {
        "His sister {run|runs} a bakery in York.",
        "{These|This} bridge is closed to lorries.",
        "{Those|That} man owns the field.",
        '"The lads {was|were} brilliant," the coach said.',
        "The minister, along with two aides, {were|was} in the car.",
    },
    "capitals": {
        "At {Wimbeldon|Wimbledon} the roof was shut.",
        "Firms across {Europ|Europe} are hiring.",
        "The firm has an office in {Chigaco|Chicago} and one in Leeds.",
        "Prime {Ministar|Minister} Jane Marsh lost the vote.",
    },
    "lexicon": {
        "{Jospeh|Joseph} Baker ran the stall.",
    },
    "repeated": {
        "Fans threw {there|their} scarves in. || Pupils put {there|their} bags by the door.",
        "Nurses want {there|their} pay back. || Porters want {there|their} jobs back.",
        "The only one {whose|who's} going is Tom. || The only one {whose|who's} staying is Ann.",
        "The patrol {past|passed} the lake at noon. || The parade {past|passed} the church at one.",
    },
}

#: The share of rows that are at least right with the deep check, which reports a few sound words
#: ("at the quay") and now and then takes a rule's finding back.
DEEP_SHARES = {"agreement": 0.9, "capitals": 0.9, "lexicon": 0.95, "repeated": 0.86}


def rows(name: str) -> list[str]:
    return (TABLES / f"{name}.txt").read_text("utf-8").splitlines()


def texts(row: str) -> tuple[str, str]:
    """The text with its faults, and the sound one."""
    text = row.replace(" || ", f" {BETWEEN}\n\n") + "\n"
    return FAULT.sub(r"\1", text), FAULT.sub(r"\2", text)


def changes(text: str, finding: Finding) -> set[tuple[int, int, str]]:
    """What the first suggestion changes at each place of the finding: start, end, new words."""
    found = set()
    for place in (finding.span, *(each.span for each in finding.related)):
        start, old = place.start, text[place.start : place.end].split(" ")
        new = finding.replacements[0].split(" ")
        while len(old) == len(new) > 1 and old[0] == new[0]:
            start += len(old[0]) + 1
            old, new = old[1:], new[1:]
        while len(old) == len(new) > 1 and old[-1] == new[-1]:
            old, new = old[:-1], new[:-1]
        found.add((start, start + len(" ".join(old)), " ".join(new)))
    return found


def is_right(row: str, config: Config) -> bool:
    text, sound = texts(row)
    findings = lint_text(text, config=config)
    if text == sound or not all(each.replacements for each in findings):
        return not findings
    every = {change for finding in findings for change in changes(text, finding)}
    for start, end, new in sorted(every, reverse=True):
        text = text[:start] + new + text[end:]
    return text == sound


@pytest.mark.parametrize("name", sorted(MISSES))
def test_rows_that_are_not_right_are_the_known_ones(name: str) -> None:
    assert {row for row in rows(name) if not is_right(row, RULES)} == MISSES[name]


@pytest.mark.parametrize("name", sorted(MISSES))
def test_nine_in_ten_rows_of_a_table_are_right(name: str) -> None:
    every = rows(name)
    faulty = [row for row in every if FAULT.search(row)]
    assert len(every) == len({*every}) >= LEAST
    assert MISSES[name] <= {*every}
    assert len(every) / 4 < len(faulty) < len(every) * 3 / 4
    assert len(every) - len(MISSES[name]) >= SHARE * len(every)


@pytest.mark.skipif(folder() is None or not is_installed(), reason="copylint[deep] is not there")
@pytest.mark.parametrize("name", sorted(DEEP_SHARES))
def test_the_deep_check_keeps_the_rows_right(name: str) -> None:
    right = [is_right(row, DEEP) for row in rows(name)]
    assert sum(right) >= DEEP_SHARES[name] * len(right)
