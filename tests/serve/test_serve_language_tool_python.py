"""language_tool_python, by its public interface, with our server in LanguageTool's place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from copylint import Config, Language, lint_text

language_tool_python = pytest.importorskip("language_tool_python")

TEXT = "\N{GRINNING FACE} She said it was teh end, and the the \N{ROCKET} crowd recieved it."
CORRECT = "\N{GRINNING FACE} She said it was the end, and the \N{ROCKET} crowd received it."


@pytest.fixture
def tool(run_server: Callable[..., str]) -> Iterator[object]:
    with language_tool_python.LanguageTool("en-GB", remote_server=run_server()) as tool:
        yield tool


def test_check_correct_and_offsets(tool: object) -> None:
    found = tool.check(TEXT)  # type: ignore[attr-defined]
    expected = lint_text(TEXT, config=Config(language=Language.BRITISH))
    assert [(m.rule_id, m.offset, m.offset + m.error_length) for m in found] == [
        (each.rule, each.span.start, each.span.end) for each in expected
    ]
    assert [m.replacements for m in found] == [list(each.replacements) for each in expected]
    words = [TEXT[m.offset : m.offset + m.error_length] for m in found]
    assert words == ["teh", "the the", "recieved"]
    for match in found:
        assert match.message and match.rule_issue_type and match.category and match.sentence
    assert tool.correct(TEXT) == CORRECT  # type: ignore[attr-defined]
    (plain,) = tool.check("It was a long way to teh end of it.")  # type: ignore[attr-defined]
    assert plain.matched_text == "teh"
