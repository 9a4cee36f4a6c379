"""A pack that remembers blocks finds what one that reads the whole article finds."""

from __future__ import annotations

import random

import pytest

from copylint.analysis.article import Article
from copylint.contract.check import Options
from copylint.core.finding import Match, SourceMatch
from copylint.packs.pack_check import PackCheck
from copylint.runner.document_reader import read_document
from copylint.runner.rules import house_rules

PACKS = [each for each in house_rules().checks if isinstance(each, PackCheck)]


def place(match: Match | SourceMatch) -> tuple[str, int, int, str]:
    span = match.span if isinstance(match, Match) else match.source
    return match.rule, span.start, span.end, match.message


@pytest.mark.parametrize("pack", PACKS, ids=lambda pack: pack.rules[0].family)
def test_same_matches_as_in_the_whole_article(pack: PackCheck) -> None:
    random_ = random.Random(3)
    examples = [bad.text for rule in pack.rules for bad in rule.bad]
    examples += [good.text for rule in pack.rules for good in rule.good]
    examples.append("The harbour was quiet.")
    remembering = pack.remembering()
    found = 0
    for path in ("a.txt", "b.md"):
        for _ in range(6):
            some = random_.sample(examples, min(len(examples), 12))
            article = Article(read_document(path, "\n\n".join(some)))
            expected = [place(each) for each in pack.check(article, Options())]
            assert [place(each) for each in remembering.check(article, Options())] == expected
            found += len(expected)
    assert found
