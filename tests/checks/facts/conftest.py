"""Runs the checks of facts over a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.formats.markdown import Markdown
from copylint.formats.plain import PlainText

Find = Callable[..., list[tuple[str, str]]]


@pytest.fixture
def find() -> Find:
    """The rules and the texts that a check finds in a text, in order of place."""

    def run(check: Check, text: str, *, markdown: bool = False) -> list[tuple[str, str]]:
        reader = Markdown() if markdown else PlainText()
        article = Article(reader.read("a", text))
        found = sorted(check.check(article, Options()), key=lambda match: match.span)
        assert len(check.rules) == 1 or all(match.rule for match in found), "which rule speaks?"
        return [
            (match.rule or check.rules[0].id, article.document.slice(match.span)) for match in found
        ]

    return run
