"""One finding per fault."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from copylint.core.finding import HERE_TOO, Finding, Related
from copylint.core.line_index import Position
from copylint.core.record import replace
from copylint.core.rule import Severity
from copylint.core.span import SourceSpan
from copylint.runner.listed_rules import engine_names
from copylint.runner.overlaps import arbitrate
from copylint.runner.rules import all_rules, engine

RULES = (
    "vocabulary.rejected",
    "duplicates.word",
    "names.variant",
    "dialect.mixed",
    "spelling.unknown",
    "harper.X",
    "languagetool.X",
    "typography.double-space",
    "duplicates.caption",
)


def precedence(rule: str) -> int | None:
    family = rule.partition(".")[0]
    if family in engine_names():
        return engine(family).precedence
    return all_rules()[rule].precedence


def finding(rule: str, start: int, end: int) -> Finding:
    return Finding(
        path="a.txt",
        span=SourceSpan(start, end),
        rule=rule,
        severity=Severity.WARNING,
        message="",
        start=Position(1, start + 1),
        end=Position(1, end + 1),
        text="x" * (end - start),
        line_text="",
    )


def rules(*findings: Finding) -> list[str]:
    return [each.rule for each in arbitrate(findings, precedence)]


def test_most_specific_rule_wins() -> None:
    assert rules(finding("spelling.unknown", 4, 9), finding("names.variant", 4, 9)) == [
        "names.variant"
    ]
    assert rules(finding("spelling.unknown", 4, 9), finding("duplicates.word", 0, 9)) == [
        "duplicates.word"
    ]


def test_inconsistent_form_hides_no_error_in_its_words() -> None:
    heading = finding("consistency.heading-case", 0, 40)
    assert rules(heading, finding("harper.x", 3, 6)) == ["consistency.heading-case", "harper.x"]
    assert rules(finding("consistency.hyphen", 4, 9), finding("spelling.unknown", 4, 9)) == [
        "spelling.unknown"
    ]


def test_engine_findings_yield_to_white_space_not_captions() -> None:
    assert rules(finding("harper.x", 3, 6), finding("typography.double-space", 5, 7)) == [
        "typography.double-space"
    ]
    assert rules(finding("harper.x", 3, 6), finding("duplicates.caption", 0, 40)) == [
        "duplicates.caption",
        "harper.x",
    ]
    assert (
        len(rules(finding("spelling.unknown", 3, 6), finding("typography.double-space", 5, 7))) == 2
    )


@given(
    st.lists(
        st.builds(
            lambda rule, start, length: finding(rule, start, start + length),
            st.sampled_from(RULES),
            st.integers(0, 20),
            st.integers(0, 6),
        ),
        max_size=12,
    )
)
def test_dropped_findings_overlap_a_better_one(findings: list[Finding]) -> None:
    def ranked(each: Finding) -> int:
        return next((i for i, rule in enumerate(RULES[:7]) if rule == each.rule), 99)

    def meet(one: Finding, other: Finding) -> bool:
        return one.span == other.span or one.span.overlaps(other.span)

    kept = arbitrate(findings, precedence)
    assert kept == sorted(kept, key=lambda each: each.sort_key)
    words = [each for each in kept if ranked(each) < 99]
    assert not any(meet(a, b) for i, a in enumerate(words) for b in words[:i])
    for each in findings:
        if each not in kept:
            is_engine = ranked(each) >= 5
            assert any(
                meet(each, rival)
                and (
                    ranked(rival) <= ranked(each)
                    or (is_engine and rival.rule == "typography.double-space")
                )
                for rival in kept
            )


def test_an_empty_span_hides_nothing() -> None:
    spans = ((1, 3, "vocabulary.rejected"), (1, 1, "duplicates.word"), (1, 2, "names.variant"))
    assert rules(*(finding(rule, start, end) for start, end, rule in spans)) == [
        "duplicates.word",
        "vocabulary.rejected",
    ]


def test_a_place_that_another_finding_mentions_is_not_reported_again() -> None:
    related = Related(SourceSpan(9, 12), Position(1, 10), Position(1, 13), "its", HERE_TOO)
    first = replace(finding("spelling.unknown", 0, 3), replacements=("it's",), related=(related,))
    same = replace(finding("harper.X", 9, 12), replacements=("it's",))
    other = replace(finding("harper.X", 9, 12), replacements=("his",))
    assert arbitrate([first, same], precedence) == [first]
    assert arbitrate([first, other], precedence) == [first, other]
    assert arbitrate([replace(first, related=()), same], precedence) == [
        replace(first, related=()),
        same,
    ]


def test_work_on_many_findings_is_linear(work: Callable[[Callable[[], object]], int]) -> None:
    findings = [finding(RULES[i % 7], i * 5, i * 5 + 4) for i in range(50_000)]
    assert len(arbitrate(findings, precedence)) == 50_000
    assert work(lambda: arbitrate(findings[:20_000], precedence)) < 15 * work(
        lambda: arbitrate(findings[:2_000], precedence)
    )
