"""The tester of rules: faults of examples, and faults of rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from copylint.core.document import Document
from copylint.core.rule import Bad, Good
from copylint.formats.plain import PlainText
from copylint.inventory.places import shipped
from copylint.language.likely_typo import likely_typo
from copylint.packs.rule_loader import LoadedRule, load_packs
from copylint.packs.rule_tester import examples, faults


def read(example: Bad | Good) -> Document:
    return PlainText().read("a.txt", example.text)


def load(folder: Path, rule: str, page: str = "", other: str = "") -> LoadedRule:
    pack = folder / "House"
    pack.mkdir(exist_ok=True)
    (pack / "Rule.yml").write_text(rule, "utf-8")
    if page:
        (pack / "Rule.md").write_text(page, "utf-8")
    if other:
        (pack / "Other.yml").write_text(other, "utf-8")
    loaded = load_packs(folder)
    assert loaded.problems == []
    return next(each for each in loaded.packs["House"] if each.rule.id == "House.Rule")


def reported(folder: Path, rule: str, other: str = "") -> list[str]:
    loaded = load(folder, rule, other=other)
    return list(faults(loaded, load_packs(folder).packs["House"]))


KERB = "extends: substitution\nmessage: '%s %s'\naction: {name: replace}\nswap: {kerb: curb}\n"


def test_passing_examples(tmp_path: Path) -> None:
    page = (
        "Kerbs.\n\n```bad kerb\nA kerb.\n```\n\n```fixed\nA curb.\n```\n\n```good\nA curb.\n```\n"
    )
    assert list(examples(load(tmp_path, KERB, page), read)) == []


def test_failing_examples_are_reported(tmp_path: Path) -> None:
    page = (
        "Kerbs.\n\n```bad lane\nA kerb, a lane.\n```\n\n```bad kerb\nA kerb.\n```\n\n"
        "```fixed\nA lane.\n```\n\n```good\nA kerb.\n```\n"
    )
    assert list(examples(load(tmp_path, KERB, page), read)) == [
        "bad example 1: it finds 'kerb', not 'lane'",
        "bad example 2: it becomes 'A curb.', not 'A lane.'",
        "good example 1: it finds 'kerb'",
    ]


@pytest.mark.parametrize(
    ("rule", "fault"),
    [
        ("tokens: ['etc.']\n", None),
        ("tokens: ['e.g.,']\n", None),
        ("tokens: ['and/']\n", "'and/' never matches: it begins or ends with a sign"),
        ("tokens: ['\\?\\?']\nnonword: true\n", None),
        ("tokens: [kerb, kerb stone]\n", "'kerb stone' is never found whole: 'kerb' is there"),
        ("tokens: [kerb stone, kerb]\n", None),
        ("tokens: [kerb]\nexceptions: [kerb]\n", "'kerb' is an exception too"),
        ("tokens: ['(?:a+)+!']\nnonword: true\n", "is slow: 'aaa…'"),
        ("tokens: ['(?<=the )kerb']\n", None),
        ("tokens: ['(?i)KERB']\n", None),
    ],
)
def test_useless_patterns_are_reported(tmp_path: Path, rule: str, fault: str | None) -> None:
    found = reported(tmp_path, "extends: existence\nmessage: x\n" + rule)
    if fault is None:
        assert found == []
    else:
        assert len(found) == 1
        assert fault in found[0]


@pytest.mark.parametrize(
    ("swap", "other", "fault"),
    [
        ("{kerb: curb}", "", None),
        ("{kerb: kerb}", "", "'kerb' becomes itself"),
        ("{kerb: a kerb}", "", "becomes 'a kerb', in which the rule itself finds 'kerb'"),
        ("{kerb: 'curb|lane'}", "tokens: [lane]", "becomes 'lane', in which House.Other finds"),
        ("{kerb: curb}", "tokens: [lane]", None),
    ],
)
def test_useless_swaps_are_reported(
    tmp_path: Path, swap: str, other: str, fault: str | None
) -> None:
    rule = f"extends: substitution\nmessage: x\nswap: {swap}\n"
    beside = f"extends: existence\nmessage: x\n{other}\n" if other else ""
    found = reported(tmp_path, rule, beside)
    if fault is None:
        assert found == []
    else:
        assert any(fault in each for each in found), found


def test_the_shipped_rules_have_no_faults() -> None:
    loaded = [each for rules in load_packs(shipped()).packs.values() for each in rules]
    assert [fault for each in loaded for fault in faults(each, loaded)] == []


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("definately", "definitely"),
        ("seperate", "separate"),
        ("teh", "the"),
        ("kubernetes", ""),
        ("dedupe", ""),
        ("standfirst", ""),
        ("house", ""),
        ("zwom", ""),
        ("a lot", ""),
    ],
)
def test_misspelled_vocabulary_is_reported(word: str, meant: str) -> None:
    assert likely_typo(word) == meant
