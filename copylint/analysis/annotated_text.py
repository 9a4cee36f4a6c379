"""A document with its tokens, sentences and quotations: the base of every fact about an article.

Everything is computed on first use and kept, so that a fact that no check of a run needs
costs nothing, and one that several checks need is computed once.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import chain

from copylint.analysis.quotations import Quotations, find_quotations
from copylint.core.blocks import Block, BlockKind
from copylint.core.document import Document
from copylint.core.record import record
from copylint.language.sentences import sentence_spans
from copylint.language.tokens import PLAIN_FORMS, Token, TokenKind, tokenise
from copylint.language.vocabulary import Vocabulary

_WORD = TokenKind.WORD


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


@record(slots=False, eq=False)
class Passage:
    """A block with its tokens; inline code and the like is one token of kind ``CODE`` each."""

    block: Block
    tokens: list[Token]
    document: Document

    @property
    def kind(self) -> BlockKind:
        """The block's kind."""
        return self.block.kind

    @property
    def text(self) -> str:
        """The block's prose."""
        return self.document.slice(self.block.span)

    @cached_property
    def texts(self) -> list[str]:
        """The texts of ``tokens``."""
        return [token[1] for token in self.tokens]

    @cached_property
    def lower(self) -> list[str]:
        """The texts of ``tokens`` in lower case."""
        return [*map(str.lower, self.texts)]

    @cached_property
    def plain(self) -> list[str]:
        """The texts of ``tokens`` in lower case with straight apostrophes."""
        return [*map(PLAIN_FORMS.__getitem__, self.texts)]

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The block's sentences, in order."""
        spans = sentence_spans(self.document.text, self.block.span.start, self.block.span.end)
        sentences: list[Sentence] = []
        tokens, texts, plain, at = self.tokens, self.texts, self.plain, 0
        for start, end in spans:
            first = at
            # A token that sentencex would cut (an address that contains a full stop) stays whole.
            while at < len(tokens) and tokens[at].start < end:
                at += 1
            columns = tokens[first:at], texts[first:at], plain[first:at]
            sentences.append(Sentence(self.block, start, end, *columns))
        return sentences


class AnnotatedText:
    """One document, its tokens, sentences and quotations.

    ``language`` is the setting (``auto``, ``en-GB``, ``en-US``, ``en-AU``, ``en-CA``).
    """

    def __init__(
        self, document: Document, vocabulary: Vocabulary | None = None, language: str = "auto"
    ) -> None:
        self.document = document
        self.vocabulary = vocabulary or Vocabulary()
        self.language = language

    @property
    def text(self) -> str:
        """The document's prose."""
        return self.document.text

    @cached_property
    def passages(self) -> list[Passage]:
        """Every block with its tokens, in order."""
        return [
            Passage(block, _tokens(self.document, block), self.document)
            for block in self.document.blocks
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
    def quotations(self) -> Quotations:
        """The quotations, and quotation marks without a partner."""
        return find_quotations(self.document)

    @property
    def sentences(self) -> Iterator[Sentence]:
        """All sentences, in order."""
        return (sentence for passage in self.passages for sentence in passage.sentences)


def _tokens(document: Document, block: Block) -> list[Token]:
    tokens: list[Token] = []
    at = block.span.start
    for opaque in block.opaque:
        tokens += tokenise(document.text, at, opaque.start)
        shown = document.text[opaque.start : opaque.end]
        tokens.append(Token(TokenKind.CODE, shown, opaque.start, opaque.end))
        at = opaque.end
    tokens += tokenise(document.text, at, block.span.end)
    return tokens
