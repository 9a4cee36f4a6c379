"""The tokens and sentences of a block, which its text alone decides."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import repeat
from operator import add
from typing import Any, NamedTuple

from copylint.core.blocks import Block
from copylint.core.document import Document
from copylint.core.recent import Recent
from copylint.language.sentences import sentence_spans
from copylint.language.tokens import PLAIN_FORMS, Token, TokenKind, made_tokens, tokenise

# Blocks that are remembered, some 10 kB each, and the longest of them in code points.
_BLOCKS, _LONGEST = 500, 4_000


class SentenceTokens(NamedTuple):
    """A sentence of a block: its span, counted from the block's start, and its tokens.

    The tokens are those of the block from number ``first`` up to ``after``; ``texts`` and
    ``plain`` are their texts.
    """

    start: int
    end: int
    first: int
    after: int
    texts: list[str]
    plain: list[str]


class BlockTokens:
    """The tokens of a text that begins at code point ``start`` of a document, and its sentences."""

    def __init__(self, text: str, start: int, tokens: list[Token]) -> None:
        self._text, self._start, self._tokens = text, start, tokens
        #: What else the text alone decides, by what it is.
        self.facts: dict[object, Any] = {}

    def at(self, start: int) -> list[Token]:
        """The tokens of the same text where it begins at code point ``start``."""
        by = start - self._start
        if by:
            kinds, texts, starts, ends = zip(*self._tokens, strict=True) or ((),) * 4
            moved = map(add, starts, repeat(by)), map(add, ends, repeat(by))
            self._start, self._tokens = start, made_tokens(zip(kinds, texts, *moved, strict=True))
        return self._tokens

    @cached_property
    def texts(self) -> list[str]:
        """The texts of the tokens."""
        return [token[1] for token in self._tokens]

    @cached_property
    def lower(self) -> list[str]:
        """The texts of the tokens in lower case."""
        return [*map(str.lower, self.texts)]

    @cached_property
    def plain(self) -> list[str]:
        """The texts of the tokens in lower case with straight apostrophes."""
        return [*map(PLAIN_FORMS.__getitem__, self.texts)]

    @cached_property
    def sentences(self) -> list[SentenceTokens]:
        """The sentences, in order."""
        texts, plain, after = self.texts, self.plain, 0
        starts = [start for _, _, start, _ in self._tokens]
        sentences: list[SentenceTokens] = []
        for start, end in sentence_spans(self._text, 0, len(self._text)):
            first, stop = after, end + self._start
            # A token that sentencex would cut (an address that contains a full stop) stays whole.
            after = bisect_left(starts, stop, after)
            columns = texts[first:after], plain[first:after]
            sentences.append(SentenceTokens(start, end, first, after, *columns))
        return sentences


class KnownBlocks:
    """Remembers the tokens of blocks, of which the next version of a text has most again.

    For use by one thread.
    """

    def __init__(self) -> None:
        self._known: Recent[str, BlockTokens] = Recent(_BLOCKS)

    def tokens(self, document: Document, block: Block) -> BlockTokens:
        """As ``block_tokens``; a text that was met before is not read again."""
        start, end = block.span.start, block.span.end
        if block.opaque or end - start > _LONGEST:
            return block_tokens(document, block)
        # The character before it decides whether its first letters are part of an address.
        key = document.text[max(start - 1, 0) : end]
        found = self._known.get(key)
        if found is None:
            found = block_tokens(document, block)
            self._known.put(key, found)
        return found


def block_tokens(document: Document, block: Block) -> BlockTokens:
    """The tokens of a block; inline code and the like is one token of kind ``CODE`` each."""
    tokens: list[Token] = []
    at = block.span.start
    for opaque in block.opaque:
        tokens += tokenise(document.text, at, opaque.start)
        shown = document.text[opaque.start : opaque.end]
        tokens.append(Token(TokenKind.CODE, shown, opaque.start, opaque.end))
        at = opaque.end
    tokens += tokenise(document.text, at, block.span.end)
    return BlockTokens(document.slice(block.span), block.span.start, tokens)
