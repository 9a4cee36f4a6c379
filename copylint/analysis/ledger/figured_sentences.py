"""Reads the sentences that have figures, each with its *shape*.

The shape is the words of a sentence in lower case, with a mark in the place of each figure and
without the words that hedge it. Checks look for statements in the shape, so that a pattern need
not know the ways of writing a number.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from copylint.analysis.annotated_text import AnnotatedText, Sentence
from copylint.analysis.ledger.entries import Figure
from copylint.analysis.ledger.figures import CURRENCIES, figures_in, may_count
from copylint.core.blocks import BlockKind
from copylint.core.record import record
from copylint.core.span import TextSpan
from copylint.language.hedges import hedge_before

#: Marks of a shape: a plain number, a percentage, a sum of money, a measure.
NUMBER, PERCENT, MONEY, MEASURED = "\ue000", "\ue001", "\ue002", "\ue003"
#: A pattern of any of them.
ANY = f"[{NUMBER}-{MEASURED}]"

#: Blocks whose figures are read.
READ = frozenset(
    {
        BlockKind.HEADLINE,
        BlockKind.SUBHEAD,
        BlockKind.STANDFIRST,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ITEM,
        BlockKind.QUOTATION,
        BlockKind.CAPTION,
        BlockKind.FOOTNOTE,
    }
)


@record(eq=False)
class FiguredSentence:
    """A sentence with at least one figure.

    ``shape`` is the sentence in lower case with a mark for each figure; ``places`` are the offsets
    of the marks in it, in the order of ``figures``; ``origins`` are the code points of the prose at
    which the stretches of words before, between and after the marks begin.
    """

    sentence: Sentence
    figures: tuple[Figure, ...]
    shape: str
    places: tuple[int, ...]
    origins: tuple[int, ...]

    def at(self, offset: int) -> Figure:
        """The figure whose mark is at this offset of the shape; KeyError if none is."""
        try:
            return self.figures[self.places.index(offset)]
        except ValueError:
            raise KeyError(offset) from None

    def named(self, found: re.Match[str], group: str) -> Figure | None:
        """The figure that a group of a match in the shape begins with; None if it took no part."""
        start = found.start(group)
        return None if start < 0 else self.at(start)

    def span(self, start: int, end: int) -> TextSpan:
        """The code points of the prose that a stretch of the shape, not empty, came from."""
        return TextSpan(self._origin(start), self._origin(end - 1, last=True))

    def _origin(self, offset: int, *, last: bool = False) -> int:
        index = bisect_left(self.places, offset)
        if index < len(self.places) and self.places[index] == offset:
            span = self.figures[index].span
            return span.end if last else span.start
        start = self.places[index - 1] + 1 if index else 0
        return self.origins[index] + offset - start + last


def figured_sentences(article: AnnotatedText) -> Iterator[FiguredSentence]:
    """The sentences of the article that have a figure, in order."""
    text = article.text
    for passage in article.passages:
        if passage.kind not in READ or not may_count(passage.texts):
            continue
        for sentence in passage.sentences:
            if may_count(sentence.texts):
                figures = tuple(figures_in(article, sentence))
                if figures:
                    yield _shaped(text, sentence, figures)


def _shaped(text: str, sentence: Sentence, figures: tuple[Figure, ...]) -> FiguredSentence:
    pieces: list[str] = []
    places: list[int] = []
    origins: list[int] = []
    length, at = 0, sentence.start
    for figure in figures:
        start = hedge_before(text, figure.span.start, at) if figure.hedged else figure.span.start
        origins.append(at)
        pieces += (plain(text[at:start]), _mark(figure))
        places.append(length + start - at)
        length = places[-1] + 1
        at = figure.span.end
    origins.append(at)
    pieces.append(plain(text[at : sentence.end]))
    return FiguredSentence(sentence, figures, "".join(pieces), tuple(places), tuple(origins))


def plain(shown: str) -> str:
    """Text as a shape has it, of the same length: lower case, spaces, straight apostrophes."""
    low = shown.lower()
    return (low if len(low) == len(shown) else shown).translate(_PLAIN)


_PLAIN = {ord(each): " " for each in "\n\t\r\xa0\u2009\u202f"} | {ord("’"): "'"}


def _mark(figure: Figure) -> str:
    if not figure.unit:
        return NUMBER
    if figure.unit == "%":
        return PERCENT
    return MONEY if figure.unit in CURRENCIES else MEASURED
