"""Reads the scores of a sentence: two numbers with a dash between them."""

from __future__ import annotations

from typing import NamedTuple

from copylint.analysis.annotated_text import Sentence
from copylint.analysis.article import Article
from copylint.analysis.ledger.figured_sentences import plain
from copylint.core.finding import Match, RelatedText
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.quantities import value_of_words

_SCORE = LazyPattern(r"(?<![\w.,:£$€/–-])(?P<a>\d{1,3})[-–](?P<b>\d{1,3})(?![\d/–%-]|[.,:]\d|\w)")


class Score(NamedTuple):
    """A score, and its place in its sentence."""

    a: int
    b: int
    start: int
    end: int

    @property
    def shown(self) -> str:
        """The score with a hyphen."""
        return f"{self.a}-{self.b}"


class Told:
    """A sentence in plain form, and the scores in it that nobody is quoted on."""

    def __init__(self, article: Article, sentence: Sentence) -> None:
        self.start = sentence.start
        self.text = plain(article.text[sentence.start : sentence.end])
        quoted = article.quotations.is_quoted
        self.scores = [
            Score(int(found["a"]), int(found["b"]), *found.span())
            for found in _SCORE.finditer(self.text)
            if not quoted(sentence.start + found.start())
        ]
        self.is_quoted = quoted

    def at(self, start: int) -> Score | None:
        """The score that begins there."""
        return next((score for score in self.scores if score.start == start), None)

    def match(self, start: int, end: int, message: str, *others: tuple[Told, Score]) -> Match:
        """A match on a stretch of the sentence."""
        related = tuple(
            RelatedText(
                TextSpan(told.start + score.start, told.start + score.end), "the other statement"
            )
            for told, score in others
        )
        return Match(TextSpan(self.start + start, self.start + end), message, (), related)


def value_of(shown: str) -> int | None:
    """The value of a number in figures or in words; None for another word."""
    return int(shown) if shown.isdigit() else value_of_words(shown)
