"""A check keeps no part of the articles that it has finished in memory."""

from __future__ import annotations

import gc
import weakref

import pytest

from copylint.analysis.article import Article
from copylint.config.schema import Config
from copylint.runner import linter as lint
from copylint.runner.result import Input

TEXT = (
    "Harbour master dies\n\nThe harbour master, Bram Tolvane, recieved the the letter on "
    "Monday. “Their is no reason,” Mr Tolvane said. Bram Tolvan had organised an union.\n"
)


def test_articles_are_freed_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[weakref.ref[Article]] = []
    alive: list[int] = []

    class Watched(Article):
        def __init__(self, *given: object, **named: object) -> None:
            super().__init__(*given, **named)  # type: ignore[arg-type]
            alive.append(sum(1 for each in made if each() is not None))
            made.append(weakref.ref(self))

    monkeypatch.setattr(lint, "Article", Watched)
    linter = lint.Linter(Config(), {})
    inputs = [Input(f"{name}.txt", text=TEXT) for name in "abc"]
    linter.lint(inputs)  # what is kept for good is there now
    gc.collect()
    gc.disable()
    try:
        alive.clear()
        result = linter.lint(inputs)
        assert [len(file.findings) for file in result.files] == [4, 4, 4]
        assert max(alive) <= 1  # the one before is let go when the next is read
        assert all(each() is None for each in made)
        assert gc.collect() < 100
    finally:
        gc.enable()
