"""A pattern that is tried at the beginnings of lines alone matches what a search finds."""

from __future__ import annotations

import random

import pytest

from copylint.analysis.article import Article
from copylint.packs.article_units import Unit
from copylint.packs.pack_rule import first_matches
from copylint.packs.pattern import NONWORD, WORD, Clock, Pattern
from copylint.runner.document_reader import read_document

ANCHORED = (
    (r"^[ab]+", "^"),
    (r"^(?:a|b b)\b", "^"),
    (r"^ab? ", "^"),
    (r"^(?:a|bb)b?", "^"),
    (r"^(?:a|ab) ?b", "^"),
    (r"^a?", "^"),
    (r"^[|a]b", "^"),
    (r"\Aa b?", r"\A"),
)
FREE = (r"^a|b", r"^*a", r"a^", r"(?:^a)", r"\Aa|b", r"\\A|^a", r"[^a]b")


@pytest.mark.parametrize(("body", "anchor"), ANCHORED)
@pytest.mark.parametrize("template", [NONWORD, WORD])
def test_same_matches_as_a_search(body: str, anchor: str, template: str) -> None:
    pattern = Pattern(body, template)
    assert pattern.anchor == anchor
    article = Article(read_document("a.txt", "a"))
    random_ = random.Random(5)
    found = 0
    for _ in range(400):
        text = "".join(random_.choice("aabb|\n\n ") for _ in range(random_.randrange(12)))
        unit = Unit(article, None, (0, len(text)), [], text)
        matches = [*first_matches([pattern], [0], unit, Clock())]
        assert matches == searched(pattern, text), repr(text)
        found += len(matches)
    assert found


def searched(pattern: Pattern, text: str) -> list[tuple[int, int, int]]:
    found, at = [], 0
    while at <= len(text) and (match := pattern.search(text, at, Clock())) is not None:
        at = match.end()
        if match.end() > match.start():
            found.append((0, match.start(), match.end()))
        else:
            at += 1
    return found


@pytest.mark.parametrize("body", FREE)
def test_a_pattern_that_may_match_elsewhere_has_no_anchor(body: str) -> None:
    assert not Pattern(body).anchor
