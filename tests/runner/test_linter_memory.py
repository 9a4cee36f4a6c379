"""Articles that are checked are gone at once, without Python's search for cycles."""

from __future__ import annotations

import gc

from copylint.analysis.article import Article
from copylint.config.schema import Config
from copylint.runner.linter import Linter
from copylint.runner.result import Input

_TEXT = "Anna Lindqvist of Wexcombe said: “The bridge is closed.” Lindqvist opened it in May.\n"


def test_articles_are_freed_without_garbage_collection() -> None:
    linter = Linter(Config(), {})
    gc.collect()
    before = sum(isinstance(each, Article) for each in gc.get_objects())
    gc.disable()
    try:
        linter.lint([Input("a.txt", text=_TEXT), Input("b.txt", text=_TEXT * 3)])
        after = sum(isinstance(each, Article) for each in gc.get_objects())
    finally:
        gc.enable()
    assert after == before
