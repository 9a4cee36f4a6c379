"""The report for people: what is shown, and that it fits."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.core.finding import Finding, Related
from copylint.core.fix import Edit, Fix, Safety
from copylint.core.line_index import Position
from copylint.core.record import replace
from copylint.core.rule import Severity
from copylint.core.span import SourceSpan
from copylint.report.base import Fixable, Outcome, Presentation
from copylint.report.formats.text import TextReporter
from copylint.report.paint import ColourPainter
from copylint.report.wrapping import cell_width


def finding(rule: str = "spelling.slip", line: int = 1, **changed: object) -> Finding:
    made = Finding(
        path="desk/a.txt",
        span=SourceSpan(7, 10),
        rule=rule,
        severity=Severity.ERROR,
        message="'teh' is not a word; did you mean 'the'?",
        start=Position(line, 8),
        end=Position(line, 11),
        text="teh",
        line_text="We met teh mayor.",
        replacements=("the",),
        fixes=(Fix((Edit(SourceSpan(7, 10), "the"),), Safety.SAFE, "Replace with 'the'"),),
    )
    return replace(made, **changed)


def report(
    *findings: Finding,
    headline: str = "",
    fixable: Fixable | None = None,
    **look: object,
) -> list[str]:
    outcome = Outcome(
        findings,
        (),
        paths=("desk/a.txt",),
        words=1234,
        version="1.2.3",
        headlines={"desk/a.txt": headline} if headline else {},
        fixable=fixable,
    )
    out = io.StringIO()
    shown = Presentation(**{"width": 80, **look})  # type: ignore[arg-type]
    TextReporter().write(outcome, out, shown)
    return out.getvalue().splitlines()


def details(**changed: object) -> list[str]:
    """The lines of a finding after its excerpt."""
    return report(finding(**changed))[4:-3]


def test_a_path_is_printed_once_above_its_findings() -> None:
    lines = report(finding(line=9), finding(line=120))
    assert lines[0] == "desk/a.txt"
    assert lines[1] == "  9:8    error  'teh' is not a word; did you mean 'the'?  spelling.slip"
    assert lines[5:7] == [
        "",
        "  120:8  error  'teh' is not a word; did you mean 'the'?  spelling.slip",
    ]
    assert sum("desk/a.txt" in line for line in lines) == 1


def test_parts_that_count_their_own_lines_have_headings_of_their_own() -> None:
    lines = report(finding(part="records[0]"), finding(part="records[1]"))
    assert [line for line in lines if line.startswith("desk")] == [
        "desk/a.txt[records[0]]",
        "desk/a.txt[records[1]]",
    ]


def test_the_headline_is_beside_the_path_or_below_it() -> None:
    assert report(finding(), headline="Ferry returns")[0] == "desk/a.txt  Ferry returns"
    below = report(finding(), headline="The ferry returns after the storm", width=42)
    assert below[0] == "desk/a.txt  The ferry returns after the…"
    narrow = report(finding(path="desk/" + "x" * 30), headline="Ferry returns", width=40)
    assert narrow[0] == "desk/" + "x" * 30
    long = replace(finding(), path="desk/a.txt")
    assert report(long, headline="Ferry  \n returns")[0] == "desk/a.txt  Ferry returns"


def test_a_long_message_wraps_under_its_column() -> None:
    assert report(finding(), width=44)[1:4] == [
        "  1:8  error  'teh' is not a word; did you",
        "              mean 'the'?  spelling.slip",
        "    We met teh mayor.",
    ]


def test_a_message_without_room_beside_its_place_goes_below() -> None:
    lines = report(finding(line=123_456_789, severity=Severity.SUGGESTION), width=40)
    assert lines[1] == "  123456789:8  suggestion"
    assert lines[2] == "    'teh' is not a word; did you mean"
    assert lines[3] == "    'the'?  spelling.slip"


def test_the_correction_is_a_small_diff() -> None:
    assert details() == ["    - teh  + the"]
    assert details(replacements=("the", "ten")) == ["    - teh  + the | ten"]
    assert details(replacements=tuple("abcdefg")) == ["    - teh  + a | b | c | d | e | (2 more)"]
    assert details(replacements=("",)) == ["    - teh  + (nothing)"]
    assert details(text="", replacements=(",",)) == ["    - (nothing)  + ,"]
    assert details(text="a  b", replacements=("a b",)) == ["    - a··b  + a b"]
    assert details(replacements=()) == []


def test_a_long_correction_shows_what_differs() -> None:
    old = "The council, which met on Monday, has agreed to to close the road by the old mill."
    new = old.replace("to to", "to")
    assert details(text=old, replacements=(new,)) == [
        "    - … agreed to to close the …  + … agreed to close the …"
    ]
    narrow = report(finding(text=old, replacements=(new,)), width=50)
    assert "    - … agreed to to close the …" in narrow
    assert "    + … agreed to close the …" in narrow


def test_a_paragraph_that_is_to_go_is_cut() -> None:
    (line,) = details(text="word " * 500, replacements=("",))
    assert line.endswith("word…  + (nothing)")
    assert len(line) <= 80


def test_other_places_are_aligned_and_say_what_is_there() -> None:
    span, start = SourceSpan(30, 33), Position(3, 1)
    one = Related(span, start, start, "Teh", "spelled 'Teh' here")
    two = Related(span, Position(12, 14), start, "the mayor", "the earlier one")
    three = Related(span, start, start, "the mayor", "")
    assert details(related=(one, two, three))[1:] == [
        "    3:1    spelled 'Teh' here",
        "    12:14  the earlier one: the mayor",
        "    3:1    the mayor",
    ]


def test_what_fix_corrects_is_marked_and_counted() -> None:
    one, two = finding(), finding("names.variant", 2, span=SourceSpan(40, 43))
    key = frozenset({("desk/a.txt", "spelling.slip", 7, 10)})
    lines = report(one, two, fixable=Fixable(key, 1))
    assert lines[1].endswith("spelling.slip [*]")
    assert lines[6].endswith("names.variant")
    assert "[*] 'copylint fix' corrects 1 of 2; 'copylint fix -i' asks about each." in lines
    assert not any("[*]" in line for line in report(one, two))
    untried = report(one, two, fixable=Fixable(key, 1, is_exact=False))
    assert any("corrects up to 1 of 2" in line for line in untried)
    none = report(one, two, fixable=Fixable(frozenset(), 0))
    assert any(line.startswith("None can be corrected unasked;") for line in none)
    assert "[*] 'copylint fix' corrects it." in report(one, fixable=Fixable(key, 1))
    alone = report(one, fixable=Fixable(frozenset(), 0))
    assert any(line.startswith("It cannot be corrected unasked;") for line in alone)


def test_the_rules_that_lead_are_named() -> None:
    few = [finding("a.one", n) for n in range(2)] + [finding("b.two", 9)]
    assert not any(line.startswith("Most frequent") for line in report(*few))
    many = [*(finding("a.one", n) for n in range(4)), finding("b.two"), finding("c.three")]
    assert "Most frequent: a.one 4; 2 other rules" in report(*many)
    assert report(*many)[-1] == "'copylint explain a.one' says what that rule finds, and why."


def test_of_a_frequent_rule_the_first_are_shown_and_the_rest_counted() -> None:
    many = [finding("a.one", n) for n in range(1, 16)] + [finding("b.two", 20)]
    lines = report(*many, most_of_rule=3)
    assert sum(line.endswith("a.one") for line in lines) == 3
    assert "  and 12 more of a.one; --all shows them" in lines
    assert sum(line.endswith("b.two") for line in lines) == 1
    assert "16 findings in 1 file (1,234 words): 16 errors" in lines
    assert not any("--all" in line for line in report(*many))


def test_no_line_is_broken_within_a_command() -> None:
    key = frozenset({("desk/a.txt", "spelling.slip", 7, 10)})
    for width in range(40, 90):
        lines = report(finding(), finding(), fixable=Fixable(key, 1), width=width)
        text = "\n".join(lines)
        for command in ("copylint fix", "copylint fix -i", "copylint explain spelling.slip"):
            assert f"'{command}'" in text


WORDS = st.lists(st.text("abé 日\u0301\t.,", min_size=1, max_size=14), min_size=1, max_size=12)


@given(
    WORDS.map(" ".join),
    WORDS.map(" ".join),
    st.lists(WORDS.map(" ".join), max_size=6).map(tuple),
    st.sampled_from(Severity),
    st.integers(40, 120),
    st.integers(1, 99_999),
)
def test_every_line_fits_the_width(
    message: str,
    text: str,
    replacements: tuple[str, ...],
    severity: Severity,
    width: int,
    line: int,
) -> None:
    place = Position(3, 1)
    related = (Related(SourceSpan(0, 3), place, place, text, message),)
    shown = finding(
        message=message,
        text=text,
        line_text=text,
        start=Position(line, 1),
        end=Position(line, 1 + len(text)),
        replacements=replacements,
        severity=severity,
        related=related,
    )
    for each in report(shown, headline=message, width=width):
        assert cell_width(each) <= width, each


@pytest.mark.parametrize("width", [60, 80, 120])
def test_colour_adds_escape_sequences_and_nothing_else(width: int) -> None:
    key = frozenset({("desk/a.txt", "spelling.slip", 7, 10)})
    args = (finding(), finding("b.two", 4, replacements=("", "x")))
    plain = report(*args, fixable=Fixable(key, 1), width=width)
    coloured = report(*args, fixable=Fixable(key, 1), width=width, painter=ColourPainter())
    text = "\n".join(coloured)
    assert "\x1b[31m- teh\x1b[0m" in text
    assert "\x1b[32m+ the\x1b[0m" in text
    assert re.sub(r"\x1b\[[\d;]*m", "", text) == "\n".join(plain)
