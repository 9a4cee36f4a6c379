"""A document with its tokens, sentences and quotations: the base of every fact about an article.

Everything is computed on first use and kept, so that a fact that no check of a run needs
costs nothing, and one that several checks need is computed once.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator
from functools import cached_property
from itertools import chain
from typing import Any

from copylint.analysis.block_tokens import BlockTokens, KnownBlocks, block_tokens
from copylint.analysis.quotations import Quotations, find_quotations
from copylint.core.blocks import Block, BlockKind
from copylint.core.document import Document
from copylint.core.kept_patterns import compiled
from copylint.core.record import record
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.tokens import Token, TokenKind
from copylint.language.vocabulary import Vocabulary

_WORD = TokenKind.WORD
_DIGITS = compiled(r"\d+\D{0,20}")
_LETTERS = compiled(r"[^\W\d_]+")


@record(eq=False)
class Sentence:
    """A sentence of a block: its tokens and its span in ``Document.text``.

    ``texts`` holds the texts of ``tokens``, ``plain`` the same in lower case with straight
    apostrophes.
    """

    block: Block
    start: int
    end: int
    tokens: list[Token]
    texts: list[str]
    plain: list[str]


class Passage:
    """A block with its tokens; inline code and the like is one token of kind ``CODE`` each.

    ``in_text`` says of patterns whether the document has what they need, once it was asked.
    """

    def __init__(
        self,
        document: Document,
        block: Block,
        read: BlockTokens,
        in_text: dict[LazyPattern, bool],
    ) -> None:
        self.block, self.document = block, document
        self._in_text = in_text
        self.tokens = read.at(block.span.start)
        self._read = read

    @property
    def kind(self) -> BlockKind:
        """The block's kind."""
        return self.block.kind

    @property
    def text(self) -> str:
        """The block's prose."""
        return self.document.slice(self.block.span)

    @property
    def texts(self) -> list[str]:
        """The texts of ``tokens``."""
        return self._read.texts

    @property
    def lower(self) -> list[str]:
        """The texts of ``tokens`` in lower case."""
        return self._read.lower

    @property
    def plain(self) -> list[str]:
        """The texts of ``tokens`` in lower case with straight apostrophes."""
        return self._read.plain

    @property
    def facts(self) -> dict[object, Any]:
        """Facts that the text alone decides, by what they are; kept from version to version."""
        return self._read.facts

    def has(self, pattern: LazyPattern) -> bool:
        """Whether the pattern, which looks no further than the block, matches in it."""
        facts = self._read.facts
        found = facts.get(pattern)
        if found is None:
            text, may = self.document.text, self._in_text.get(pattern)
            if may is None:
                may = self._in_text[pattern] = pattern.may_match(text)
            if not may:
                return False
            span = self.block.span
            found = facts[pattern] = pattern.search(text, span.start, span.end) is not None
        return bool(found)

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The block's sentences, in order."""
        block, tokens, at = self.block, self.tokens, self.block.span.start
        return [
            Sentence(block, at + start, at + end, tokens[first:after], texts, plain)
            for start, end, first, after, texts, plain in self._read.sentences
        ]


class AnnotatedText:
    """One document, its tokens, sentences and quotations.

    ``language`` is the setting (``auto``, ``en-GB``, ``en-US``, ``en-AU``, ``en-CA``).
    ``known`` has the tokens of earlier versions.
    """

    def __init__(
        self,
        document: Document,
        vocabulary: Vocabulary | None = None,
        language: str = "auto",
        known: KnownBlocks | None = None,
    ) -> None:
        self._tokens_of = known.tokens if known is not None else block_tokens
        self.document = document
        self.vocabulary = vocabulary or Vocabulary()
        self.language = language
        self._with: dict[LazyPattern, Collection[Passage]] = {}

    @property
    def text(self) -> str:
        """The document's prose."""
        return self.document.text

    @cached_property
    def passages(self) -> list[Passage]:
        """Every block with its tokens, in order."""
        document, read = self.document, self._tokens_of
        in_text: dict[LazyPattern, bool] = {}
        return [
            Passage(document, block, read(document, block), in_text) for block in document.blocks
        ]

    @cached_property
    def tokens(self) -> list[Token]:
        """All tokens, in order."""
        return [*chain.from_iterable(passage.tokens for passage in self.passages)]

    @cached_property
    def words(self) -> list[Token]:
        """All tokens that are words of letters, in order."""
        return [token for token in self.tokens if token[0] is _WORD]

    @cached_property
    def written(self) -> frozenset[str]:
        """The words of the text as they are written, without *'s*; each part of a compound too."""
        texts = {text for passage in self.passages for text in passage.texts}
        for text in [text for text in texts if not text.isalpha()]:
            texts.update(_LETTERS.findall(text))
        return frozenset(texts)

    @cached_property
    def digits(self) -> str:
        """The digits of the text, with up to 20 code points after each run of them, in order.

        A pattern that begins with a digit and looks no further finds here what it finds in the
        text, and perhaps more: it is asked here first, because most of a text has no digits.
        """
        return "".join(_DIGITS.findall(self.text))

    @cached_property
    def quotations(self) -> Quotations:
        """The quotations, and quotation marks without a partner."""
        return find_quotations(self.document)

    def has(self, pattern: LazyPattern) -> bool:
        """Whether the pattern, which looks no further than a block, matches in any."""
        return bool(self.passages_with(pattern))

    def passages_with(self, pattern: LazyPattern) -> Collection[Passage]:
        """The passages in which the pattern, which looks no further than a block, matches.

        The text is searched as a whole, which is faster than to ask passage by passage.
        """
        found = self._with.get(pattern)
        if found is None:
            found = self._with[pattern] = frozenset(self._search(pattern))
        return found

    def _search(self, pattern: LazyPattern) -> Iterator[Passage]:
        text, starts = self.document.text, self._starts
        if not pattern.needs:
            search = pattern.compiled.search
            found = search(text)
            while found is not None:
                at = bisect_right(starts, found.start()) - 1
                after = found.start() + 1
                if at >= 0:
                    passage = self.passages[at]
                    if passage.has(pattern):
                        yield passage
                    after = max(after, passage.block.span.end)
                found = search(text, after)
            return
        asked: set[int] = set()
        for need in pattern.needs:
            place = text.find(need)
            while place >= 0:
                at = bisect_right(starts, place) - 1
                after = place + 1
                if at >= 0:
                    passage = self.passages[at]
                    if at not in asked and passage.has(pattern):
                        yield passage
                    asked.add(at)
                    after = max(after, passage.block.span.end)
                place = text.find(need, after)

    @cached_property
    def _starts(self) -> list[int]:
        return [passage.block.span.start for passage in self.passages]

    @property
    def sentences(self) -> Iterator[Sentence]:
        """All sentences, in order."""
        return (sentence for passage in self.passages for sentence in passage.sentences)
