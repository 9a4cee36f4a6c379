"""The fixes of a finding, their safety, and the fingerprint that identifies the finding."""

from __future__ import annotations

import pytest

from copylint import lint_text
from copylint.config.schema import Config
from copylint.core.finding import Finding
from copylint.core.finding_fingerprint import fingerprint, fingerprints, normalised
from copylint.core.fix import Safety

HABIT = "One. Two. Three. Four. Five. Six. Seven. "


def found(text: str, rule: str, path: str = "a.md") -> list[Finding]:
    return lint_text(text, path=path, config=Config(select=(rule,)))


@pytest.mark.parametrize(
    ("text", "safety"),
    [
        ("They met at the the gate.", Safety.SAFE),
        ("“They met at the the gate.”", Safety.UNSAFE),
        ("“They met at noon.” He was at the the gate.", Safety.SAFE),
        ("“They met at noon.\n\n“He was at the the gate.”", Safety.UNSAFE),
        ("> They met at the the gate.", Safety.UNSAFE),
        ("They met at the the gate” of it.", Safety.SAFE),
    ],
)
def test_fix_in_a_quotation_is_never_safe(text: str, safety: Safety) -> None:
    (finding,) = found(text, "duplicates.word")
    assert finding.safety is safety


@pytest.mark.parametrize(
    ("text", "safety"),
    [
        ("The mayor,  Orla Quist, left.", Safety.SAFE),
        ("The mayor, Orla  Quist, left.", Safety.UNSAFE),
        ("She met  Orla at noon.", Safety.SAFE),
        ("In  Quistmouth it rained.", Safety.SAFE),
    ],
)
def test_fix_in_a_name_is_never_safe(text: str, safety: Safety) -> None:
    (finding,) = found(text, "typography.double-space")
    assert finding.safety is safety


def test_a_value_of_front_matter_is_not_ended() -> None:
    head = "---\ntitle: 'The keeper’s lamp'\n---\n\n"
    body = "It's old. It isn't lit. She's sure that he won't light it. Don't ask. They're out.\n"
    (finding,) = found(head + body, "typography.mixed-apostrophe")
    assert finding.start.line == 2
    assert finding.replacements == ("keeper's",)
    assert finding.fixes == ()
    (finding,) = found(head.replace("'", "") + body, "typography.mixed-apostrophe")
    assert finding.fixes == (), "who knows what else reads it"


def test_one_finding_for_several_places_fixes_all_of_them() -> None:
    text = HABIT + "It rained.  It snowed.  “It froze.  It thawed,” she said.\n"
    (finding,) = found(text, "typography.double-space")
    safe, whole = finding.fixes
    assert (safe.safety, len(safe.edits)) == (Safety.SAFE, 2)
    assert (whole.safety, len(whole.edits)) == (Safety.UNSAFE, 3)


def test_a_finding_is_known_by_its_sentence() -> None:
    one, two = found("It rained. They met at the the gate.\n\nAnd of of it.", "duplicates.word")
    assert one.sentence == "They met at the the gate."
    (moved,) = found("Once more.\nThey met at\nthe the   gate. Yes.", "duplicates.word")
    assert fingerprint(moved) == fingerprint(one) != fingerprint(two)
    (edited,) = found("They met at the the gates.", "duplicates.word")
    assert fingerprint(edited) != fingerprint(one)


def test_equal_findings_have_distinct_fingerprints() -> None:
    findings = found("At the the gate.\n\nAt the the gate.", "duplicates.word")
    assert len({fingerprint(each) for each in findings}) == 1
    names = fingerprints(findings)
    assert len(set(names)) == 2
    assert names[:1] == fingerprints(findings[:1])


def test_long_sentences_are_cut_and_remain_distinct() -> None:
    long = "word " * 1_000
    assert len(normalised(long)) < 200
    assert normalised(long) != normalised(long + "more")
    assert normalised(" a\n b ") == "a b"


@pytest.mark.parametrize("text", ["Blank at the end. \n", "\u00a0 \n", "", "A line\u00a0\n\n"])
def test_spaces_have_a_sentence_too(text: str) -> None:
    for finding in lint_text(text, path="a.txt"):
        assert finding.sentence or not text.strip()
