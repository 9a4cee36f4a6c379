"""Every rule can be explained, and corrections are those of the command."""

from __future__ import annotations

from copylint import fix_text
from copylint.config.enums import Deep
from copylint.config.schema import Config
from copylint.core.fix import Edit
from copylint.core.span import SourceSpan
from copylint.service.corrections import applied, safe_fixes
from copylint.service.explanations import explanation, explanations

RULES = Config(deep=Deep.NEVER)


def test_rule_is_explained_with_examples() -> None:
    found = explanation("duplicates.word")
    assert found is not None
    assert (found.rule, found.name, found.family) == ("duplicates.word", "Word", "duplicates")
    assert found.summary
    assert found.summary.split()[0] in found.markdown
    assert "→" in found.markdown


def test_unknown_rule_has_no_explanation() -> None:
    assert explanation("spelling.nonsense") is None


def test_every_rule_is_explained() -> None:
    assert all(each.summary and each.markdown for each in explanations())


def test_safe_fixes_are_those_of_the_command() -> None:
    text = "He recieved the  letter , he said.\n"
    fixed = safe_fixes(text, path="a.txt", config=RULES)
    assert fixed == fix_text(text, path="a.txt", config=RULES)
    assert fixed.text != text


def test_edits_are_applied_with_the_line_ends_of_the_text() -> None:
    edits = [Edit(SourceSpan(0, 1), "x\ny"), Edit(SourceSpan(3, 3), "!")]
    assert applied("a\r\nb", edits) == "x\r\ny\r\n!b"
