"""A service frees the texts that it has checked without a search for cyclic garbage."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from copylint.analysis.article import Article
from copylint.config.enums import Deep
from copylint.config.schema import Config
from copylint.packs.article_units import WordLookup
from copylint.service.answer import Stage
from copylint.service.service import Service

TEXT = "The bridge was shut on Monday, said Mayor Ada Quist. “It isn’t safe,” she told the BBC.\n\n"
PATIENCE_S = 120


@pytest.fixture
def uncollected() -> Iterator[None]:
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def alive(kind: type) -> int:
    return sum(type(each) is kind for each in gc.get_objects())


@pytest.mark.parametrize("last", Stage)
def test_only_the_last_text_is_held(uncollected: None, last: Stage) -> None:
    service, before = Service(), alive(Article)
    document = service.open("me", "a", TEXT, path="a.txt", config=Config(deep=Deep.NEVER))
    for number in range(6):
        document.replace(TEXT * 3 + "x" * number, number)
        document.check(Stage.RULES).result(PATIENCE_S)
    document.check(last).result(PATIENCE_S)
    service.close()
    assert alive(Article) - before <= 1


def test_what_is_known_of_a_text_goes_with_it(uncollected: None) -> None:
    before = alive(WordLookup)
    lookup = WordLookup(TEXT)
    assert "monday" in lookup.distinct
    assert "tuesday" not in lookup.distinct
    assert alive(WordLookup) == before + 1
    del lookup
    assert alive(WordLookup) == before
