"""What is shown between a keystroke and the answer of the deep check."""

from __future__ import annotations

import pytest

pytest.importorskip("pygls", reason="the extra 'lsp' is not installed")

from copylint import Edit, Finding, Fix, Safety, Severity
from copylint.core.line_index import LineIndex
from copylint.core.span import SourceSpan
from copylint.lsp.carried import shown
from copylint.lsp.documents import Known
from copylint.service.answer import Answer

TEXT = "One is here.\nTwo is there.\nThree is gone.\n"


def finding(text: str, word: str, rule: str) -> Finding:
    start = text.index(word)
    span, lines = SourceSpan(start, start + len(word)), LineIndex(text)
    fixes = (Fix((Edit(span, "x"),), Safety.UNSAFE, "Replace with 'x'"),)
    places = lines.place(span.start), lines.place(span.end)
    return Finding("a.md", span, rule, Severity.WARNING, "!", *places, word, "", ("x",), fixes)


def before(rules: list[Finding], complete: list[Finding]) -> Known:
    return Known(
        TEXT,
        Answer(1, TEXT, tuple(rules), is_complete=False),
        Answer(1, TEXT, tuple(complete)),
    )


def seen(known: Known | None, text: str, rules: list[Finding]) -> list[tuple[str, str]]:
    found = shown(known, Answer(2, text, tuple(rules), is_complete=False))
    for each in found:
        assert [edit.span for fix in each.fixes for edit in fix.edits] == [each.span]
    return [(each.rule, text[each.span.start : each.span.end]) for each in found]


def test_findings_of_the_deep_check_stay_in_lines_that_have_not_changed() -> None:
    deep = [finding(TEXT, word, "deep.x") for word in ("One", "Two", "Three")]
    text = TEXT.replace("Two is", "Two, of all, is")
    assert seen(before([], deep), text, []) == [("deep.x", "One"), ("deep.x", "Three")]


def test_what_the_deep_check_refuted_stays_away_until_its_line_changes() -> None:
    rules = [finding(TEXT, word, "grammar.x") for word in ("One", "Two")]
    text = TEXT.replace("Two is", "Two, of all, is")
    again = [finding(text, word, "grammar.x") for word in ("One", "Two")]
    assert seen(before(rules, []), text, again) == [("grammar.x", "Two")]


def test_what_the_rules_find_is_shown_at_once() -> None:
    text = TEXT.replace("there", "teh")
    assert seen(before([], []), text, [finding(text, "teh", "spelling.x")]) == [
        ("spelling.x", "teh")
    ]


def test_without_an_earlier_answer_the_rules_alone_are_shown() -> None:
    assert seen(None, TEXT, [finding(TEXT, "One", "spelling.x")]) == [("spelling.x", "One")]


@pytest.mark.parametrize("text", ["", "\n", TEXT + TEXT, "X" + TEXT, TEXT[:-1], TEXT[20:]])
def test_any_change_keeps_what_it_shows_in_place(text: str) -> None:
    deep = [finding(TEXT, word, "deep.x") for word in ("One", "Two", "Three")]
    assert {word for _, word in seen(before([], deep), text, [])} <= {"One", "Two", "Three"}


def test_a_complete_answer_is_shown_as_it_is() -> None:
    deep = [finding(TEXT, "One", "deep.x")]
    assert shown(before([], deep), Answer(2, TEXT)) == ()
