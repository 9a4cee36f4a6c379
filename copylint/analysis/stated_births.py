"""The years in which people were born by the ages that an article states, to be remembered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from copylint.analysis.article import Article
from copylint.analysis.ledger.entries import AgeStatement
from copylint.analysis.names.people import BODY, Person
from copylint.core.record import record
from copylint.language.lazy_pattern import LazyPattern

# The age at death, or that of another time, is not the age on the article's day.
_OTHER_TIME = LazyPattern(
    r"\b(?:died|dead|dies|death|deaths|killed|murdered|late|was\s(?:aged\s|only\s|just\s)?\d|"
    r"when\s(?:he|she)|at\sthe\sage\sof|years?\s(?:ago|earlier|later)|"
    r"in\s(?:1[5-9]|20)\d\d|would\shave|will\s(?:be|turn))\b"
)


@record
class StatedBirth:
    """A stated age, and the later of the two years of which one is the year of birth."""

    person: Person
    born: int
    age: AgeStatement


def stated_births(article: Article, day: date) -> Iterator[StatedBirth]:
    """The births that follow from ages on the article's ``day``, as its own prose states them."""
    for each in article.ledger.ages:
        if each.quoted or each.block.kind not in BODY:
            continue
        if not _OTHER_TIME.search(article.text, *_sentence_around(article, each)):
            yield StatedBirth(each.person, day.year - each.years, each)


def _sentence_around(article: Article, each: AgeStatement) -> tuple[int, int]:
    start, end = each.span.start, each.span.end
    for sentence in article.sentences:
        if sentence.start <= start and end <= sentence.end:
            return sentence.start, sentence.end
    return each.block.span.start, each.block.span.end
