"""Excerpts: the part of a line that is shown, and that the carets are under the fault."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from copylint.core.finding import Finding
from copylint.core.line_index import LineIndex, Position
from copylint.core.rule import Severity
from copylint.core.span import SourceSpan
from copylint.report.excerpt import Excerpt, excerpt
from copylint.report.visible import cells, fit, revealed, safe, width_of


def finding(line: str, start: int, end: int, *, cut: int = 0, lines: int = 1) -> Finding:
    """A finding in ``line``, which lacks ``cut`` characters; ``start`` and ``end`` are in it."""
    return Finding(
        path="a.txt",
        span=SourceSpan(cut + start, cut + end),
        rule="test.rule",
        severity=Severity.WARNING,
        message="",
        start=Position(1, cut + start + 1),
        end=Position(lines, cut + end + 1) if lines == 1 else Position(lines, 1),
        text=line[start:end],
        line_text=line,
        line_cut=cut,
    )


def shown(line: str, fault: str, width: int = 60) -> str:
    at = line.index(fault)
    found = excerpt(finding(line, at, at + len(fault)), width)
    return f"{found.before}{found.fault}{found.after}\n{found.carets}"


def test_short_line_is_shown_whole() -> None:
    assert shown("We met at at noon.", "at at") == "We met at at noon.\n       ^^^^^"


def test_long_line_is_cut_at_words_on_both_sides() -> None:
    line = "word " * 40 + "FAULT" + " word" * 40
    assert shown(line, "FAULT", 40) == (
        "…word word word FAULT word word word…\n" + " " * 16 + "^^^^^"
    )


def test_room_that_one_side_does_not_need_goes_to_the_other() -> None:
    found = excerpt(finding("FAULT" + " word" * 40, 0, 5), 40)
    assert found.before == ""
    assert 36 <= len(found.fault + found.after) <= 40
    line = "word " * 40 + "FAULT"
    found = excerpt(finding(line, len(line) - 5, len(line)), 40)
    assert found.after == ""
    assert 35 <= len(found.before + found.fault) <= 40


def test_wide_characters_take_two_cells_and_marks_none() -> None:
    assert shown("日本 teh", "teh").endswith("\n     ^^^")
    assert shown("🎪 teh", "teh").endswith("\n   ^^^")
    assert shown("e\u0301te\u0301 teh", "teh").endswith("\n    ^^^")
    assert shown("a 日本 b", "日本").endswith("\n  ^^^^")


def test_pictures_of_several_code_points_count_once() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    assert width_of(cells(family)) == 2
    assert width_of(cells("\U0001f44d\U0001f3fd")) == 2
    assert width_of(cells("\u2764\ufe0f")) == 2


def test_faulty_spaces_are_made_visible() -> None:
    assert shown("One  two", "  ") == "One··two\n   ^^"
    assert shown("One\u00a0two", "\u00a0") == "One␣two\n   ^"
    assert shown("One\ttwo", "\t") == "One→two\n   ^"
    assert shown("One\u200btwo", "\u200b") == "One<U+200B>two\n   ^^^^^^^^"
    # A single space inside words is not a fault in itself.
    assert shown("We met at at noon.", "at at").startswith("We met at at")


def test_a_fault_of_no_width_still_has_a_caret() -> None:
    assert excerpt(finding("No stop", 7, 7), 40) == Excerpt("No stop", "", "", "       ^")


def test_a_fault_over_several_lines_is_shown_to_the_end_of_the_first() -> None:
    found = excerpt(finding("We met at", 7, 12, lines=2), 40)
    assert (found.before, found.fault, found.after) == ("We met ", "at", "")


def test_a_line_cut_when_it_was_found_is_marked() -> None:
    found = excerpt(finding("was met at at noon", 8, 13, cut=5000), 60)
    assert found.before.startswith("…")
    assert found.fault == "at at"


def test_nothing_reaches_the_terminal_that_it_would_act_on() -> None:
    assert safe("a\x1b[31mb\r\nc\u202ed\ud800\x9b") == "a␛[31mb  c<U+202E>d<U+D800><U+009B>"
    assert revealed("a \u00a0") == "a·␣"


@given(st.text(), st.integers(1, 60))
def test_fit_never_exceeds_the_width(text: str, width: int) -> None:
    cut = fit(safe(text), width)
    assert width_of(cells(cut)) <= width
    assert cut == safe(text) or cut.endswith("…")


@given(st.text(max_size=400), st.data())
def test_any_line_and_span_fit(text: str, data: st.DataObject) -> None:
    line = text[: LineIndex(text).line_end(1)].rstrip("\r\n")
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    width = data.draw(st.integers(10, 120))
    found = excerpt(finding(line, start, end), width)
    whole = found.before + found.fault + found.after
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Zl", "Zp") for c in whole)
    assert width_of(cells(found.before + found.fault)) <= width
    assert width_of(cells(whole)) <= width
    carets = found.carets.lstrip(" ")
    assert set(carets) == {"^"}
    assert len(found.carets) - len(carets) == width_of(cells(found.before))
    assert len(carets) == max(width_of(cells(found.fault)), 1)
