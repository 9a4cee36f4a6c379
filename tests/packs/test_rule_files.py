"""Rule files: what they find, and the message for one that cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.analysis.article import Article
from copylint.contract.check import Options
from copylint.core.finding import Match
from copylint.core.fix import Safety
from copylint.formats.plain import PlainText
from copylint.inventory.places import shipped
from copylint.language.vocabulary import Vocabulary
from copylint.packs.pack_check import PackCheck
from copylint.packs.rule_loader import LoadedRule, load_packs
from copylint.packs.yaml_nodes import RuleProblem

NEWS = PackCheck(load_packs(shipped()).packs["News"])


def rules(folder: Path) -> list[LoadedRule]:
    """The rules of the pack House. Raises ``RuleProblem``."""
    loaded = load_packs(folder)
    if loaded.problems:
        raise RuleProblem("\n".join(loaded.problems))
    return loaded.packs["House"]


def pack(folder: Path, rule: str) -> PackCheck:
    (folder / "House").mkdir()
    (folder / "House" / "Rule.yml").write_text(rule, "utf-8")
    return PackCheck(rules(folder))


def matches(check: PackCheck, text: str, *accept: str) -> list[tuple[str, Match]]:
    document = PlainText().read("a.txt", text)
    article = Article(document, Vocabulary(accept=accept), "auto")
    return [(document.slice(m.span), m) for m in check.check(article, Options())]


def test_existence_reports_tokens(tmp_path: Path) -> None:
    check = pack(tmp_path, "extends: existence\nmessage: No %s.\ntokens: [utilis\\w+, plain]\n")
    found = matches(check, "A plain plane: utilised `plain`, plainly.")
    assert [(text, m.message) for text, m in found] == [
        ("plain", "No plain."),
        ("utilised", "No utilised."),
        ("plain", "No plain."),
    ]


def test_substitution_keeps_capitals_groups_and_curly_apostrophes(tmp_path: Path) -> None:
    check = pack(
        tmp_path,
        "extends: substitution\nmessage: \"'%s', not '%s'\"\nignorecase: true\n"
        "capitalize: true\naction: {name: replace}\n"
        "swap:\n  don't (see|hear): $1 not\n  kerb: curb|edge\n",
    )
    found = matches(check, "Don’t see. The Kerb.")
    assert [(text, m.replacements) for text, m in found] == [
        ("Don’t see", ("See not",)),
        ("Kerb", ("Curb", "Edge")),
    ]
    assert found[1][1].message == "'Curb' or 'Edge', not 'Kerb'"


def test_occurrence_counts_in_each_sentence(tmp_path: Path) -> None:
    check = pack(
        tmp_path,
        'extends: occurrence\nmessage: "%s colons"\nscope: sentence\nmax: 1\ntoken: ":"\n',
    )
    found = matches(check, "One: two. Three: four: five.")
    assert [(m.span.start, m.message) for _, m in found] == [(15, "2 colons")]


@pytest.mark.parametrize(
    ("quoted", "expected"),
    [("ignore", []), ("query", [Safety.NONE]), ("same", [None])],
)
def test_quoted_words(tmp_path: Path, quoted: str, expected: list[Safety | None]) -> None:
    check = pack(
        tmp_path,
        f"extends: substitution\nmessage: '%s'\nquoted: {quoted}\n"
        "action: {name: replace}\nswap: {kerb: curb}\n",
    )
    assert [m.safety for _, m in matches(check, 'She said: "Mind the kerb."')] == expected


def test_exceptions_and_vocabulary_are_not_reported(tmp_path: Path) -> None:
    check = pack(
        tmp_path,
        "extends: existence\nmessage: No %s.\ntokens: [kerb, lane]\nexceptions: [lane end]\n",
    )
    assert [text for text, _ in matches(check, "A kerb, a lane, the lane end.")] == ["kerb", "lane"]
    assert [text for text, _ in matches(check, "A kerb and a lane.", "kerb")] == ["lane"]


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("extends: script\nmessage: x\n", r"Rule.yml:1:10: rules that are scripts are not run"),
        ("extends: existance\nmessage: x\n", "did you mean 'existence'"),
        ("message: x\n", "has no 'extends'"),
        ("extends: existence\ntokens: [a]\n", "has no 'message'"),
        ("extends: existence\nmessage: x\n", "neither 'tokens' nor 'raw'"),
        ("extends: existence\nmessage: x\ntokens: ['a(']\n", "3:13: not a regular expression"),
        ("extends: existence\nmessage: x\ntoken: a\n", "'token' is not a key.*'tokens'"),
        ("extends: existence\nmessage: '%s %s'\ntokens: [a]\n", "asks for more"),
        ("extends: existence\nmessage: [\n", "not valid YAML"),
        ("extends: existence\nmessage: x\nmessage: y\ntokens: [a]\n", "appears twice here"),
        ("extends: occurrence\nmessage: x\ntoken: a\n", "neither a 'max' nor a 'min'"),
        (
            "extends: existence\nmessage: x\ntokens: [a]\nscope: code\n",
            "no scope 'code'; use 'raw'",
        ),
        ("- a\n", "a rule is a mapping"),
    ],
)
def test_errors_name_their_place(tmp_path: Path, rule: str, told: str) -> None:
    with pytest.raises(RuleProblem, match=told):
        pack(tmp_path, rule)


def test_documentation_examples_must_hold(tmp_path: Path) -> None:
    (tmp_path / "House").mkdir()
    beside = tmp_path / "House" / "Rule.md"
    beside.write_text("Finds it.\n\n```bad kerb\nThe curb.\n```\n", "utf-8")
    (tmp_path / "House" / "Rule.yml").write_text(
        "extends: existence\nmessage: x\ntokens: [kerb]\n", "utf-8"
    )
    with pytest.raises(RuleProblem, match="there is no 'kerb' in this example"):
        rules(tmp_path)


def test_a_pattern_that_takes_too_long_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("copylint.packs.pattern._SECONDS", 0.05)
    check = pack(
        tmp_path, "extends: existence\nmessage: x\nnonword: true\ntokens: ['(a|a|aa)+[bc]d']\n"
    )
    ((_, match),) = matches(check, "bd " + "a" * 60 + " d")
    assert "took too long" in match.message


@given(st.text(st.sampled_from("[]()TKX£ -30\nENDSé\ud800\0’'\"free gift of been should12noon")))
def test_any_text_is_read_and_every_match_lies_in_it(text: str) -> None:
    for found, match in matches(NEWS, text):
        assert 0 <= match.span.start < match.span.end
        assert found
