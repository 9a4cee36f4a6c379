"""The article's own running prose: the writer's words, without quotations.

Only these passages show how a house writes a date or a compound. Headlines, credits,
tables and bylines have conventions of their own; words inside quotation marks are
someone else's.
"""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from copylint.core.blocks import BlockKind
from copylint.language.tokens import TokenKind
from copylint.language.word_list import words

if TYPE_CHECKING:
    from copylint.analysis.annotated_text import AnnotatedText, Passage
    from copylint.language.tokens import Token

_NUMBER, _WORD = TokenKind.NUMBER, TokenKind.WORD

#: Blocks that are written in sentences by the house.
OWN = frozenset(
    {
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.FOOTNOTE,
        BlockKind.STANDFIRST,
        BlockKind.CAPTION,
    }
)
# This many words show how a passage is set; with this share of capitals it is not running prose.
_TELLING = 12
_TITLE_SHARE = 0.6
# … unless it ends as a sentence does; then it may be a sentence full of names.
_STOPPED_SHARE = 0.9
_STOPS = frozenset(".?!")
_MINOR = words(
    "a an the and or but nor of in on at by for from with to as is are be it its vs via per"
)


class TokenPlace(NamedTuple):
    """The token number ``at`` of ``passage``."""

    passage: Passage
    at: int

    @property
    def token(self) -> Token:
        """The token itself."""
        return self.passage.tokens[self.at]

    def near(self, step: int) -> Token | None:
        """The token ``step`` tokens further on (back if negative), None outside the passage."""
        index = self.at + step
        return self.passage.tokens[index] if 0 <= index < len(self.passage.tokens) else None

    def lower(self, step: int) -> str:
        """That token in lower case, empty outside the passage."""
        index = self.at + step
        return self.passage.lower[index] if 0 <= index < len(self.passage.tokens) else ""


class AuthorProse:
    """An article's own prose, with cheap tests for what occurs in it."""

    def __init__(self, article: AnnotatedText) -> None:
        self._article = article

    @cached_property
    def passages(self) -> list[Passage]:
        """The passages of running prose, in order; lines set as titles are left out."""
        return [
            passage
            for passage in self._article.passages
            if passage.kind in OWN and passage.tokens and not _is_title(passage)
        ]

    @cached_property
    def forms(self) -> frozenset[str]:
        """Every token of the passages in lower case, so that searches for others can be skipped."""
        return frozenset(chain.from_iterable(passage.lower for passage in self.passages))

    @cached_property
    def texts(self) -> frozenset[str]:
        """Every token of the passages as it is written."""
        return frozenset(chain.from_iterable(passage.texts for passage in self.passages))

    @cached_property
    def numbers(self) -> list[TokenPlace]:
        """Every token that is a number in figures and not quoted, in order."""
        number, is_quoted = _NUMBER, self._article.quotations.is_quoted
        return [
            TokenPlace(passage, index)
            for passage in self.passages
            for index, token in enumerate(passage.tokens)
            if token[0] is number and not is_quoted(token[2])
        ]

    def says(self, offset: int) -> bool:
        """Whether the words at ``offset``, in one of the passages, are not quoted."""
        return not self._article.quotations.is_quoted(offset)


def _is_title(passage: Passage) -> bool:
    """Whether nearly every word has a capital: a headline that the format took for prose."""
    longer = [
        token[1]
        for token, plain in zip(passage.tokens[: 2 * _TELLING], passage.plain, strict=False)
        if token[0] is _WORD and plain not in _MINOR
    ][:_TELLING]
    capitals = sum([word[0].isupper() for word in longer])
    if passage.tokens[-1].text in _STOPS:
        return len(longer) >= 5 and capitals > _STOPPED_SHARE * len(longer)
    return len(longer) >= 3 and capitals > _TITLE_SHARE * len(longer)


def starts_sentence(place: TokenPlace) -> bool:
    """Whether the token begins its passage, or follows a stop, a colon or a bracket."""
    before = place.near(-1)
    if before is None or before.text in _OPENERS:
        return True
    second = place.near(-2)
    return second is None and not before.is_word


_OPENERS = words('. ! ? : ; … ... ( [ “ " ‘ • * — – |')
