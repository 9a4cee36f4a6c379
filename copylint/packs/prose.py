"""An article as the rules of a pack read it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from copylint.model.document import BlockKind
from copylint.packs.pattern import Pattern
from copylint.packs.scopes import Scope
from copylint.text.article import Article

#: What stands for each character of inline code and the like: no rule is about it.
MASK = "*"

_WORD = re.compile(r"\w+")
# Letters that case-blind patterns take for ASCII ones and lower() does not turn into them.
_FOLDED = str.maketrans({"İ": "i", "ı": "i", "ſ": "s", "’": "'", "\n": " "})
_STRAIGHT = str.maketrans({"’": "'"})


class Unit:
    """A stretch of text that patterns are matched against: a block or a sentence.

    Its views have a character for every code point from ``start`` of ``Document.text``
    on, so that a place in one is a place in the article.
    """

    __slots__ = ("_views", "article", "end", "kind", "opaque", "spans", "start", "text")

    def __init__(
        self,
        article: Article,
        kind: BlockKind,
        span: tuple[int, int],
        opaque: list[tuple[int, int]],
    ) -> None:
        self.article = article
        self.kind = kind
        self.start, self.end = span
        #: The text as it stands; cut out once, for a block can be as long as a file.
        self.text = article.text[self.start : self.end]
        self.opaque = opaque
        #: Where something stands, found once: spans in order, by what they are of.
        self.spans: dict[object, list[tuple[int, int]]] = {}
        self._views: dict[tuple[bool, bool], str] = {}

    def view(self, pattern: Pattern) -> str:
        """The text as ``pattern`` reads it.

        Inline code is masked; a line end inside a paragraph is a blank, unless the pattern
        speaks of line ends; curly apostrophes are straight if the pattern's are.
        """
        key = (pattern.line_bound, pattern.straight)
        view = self._views.get(key)
        if view is None:
            view = self.text
            if self.opaque:
                view = _masked(view, self.opaque)
            if not pattern.line_bound:
                view = view.replace("\n", " ")
            if pattern.straight:
                view = view.translate(_STRAIGHT)
            self._views[key] = view
        return view


class Prose:
    """One article's units, and quick answers about what is in it at all."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._units: dict[tuple[int, bool], list[Unit]] = {}

    @cached_property
    def folded(self) -> str:
        """The text in lower case, line ends as blanks, curly apostrophes as straight ones.

        It is as long as the text.
        """
        text = self.article.text
        return (text if text.isascii() else text.translate(_FOLDED)).lower().replace("\n", " ")

    @cached_property
    def words(self) -> set[str]:
        """The distinct words of ``folded``, by the same idea of a word as patterns have."""
        return set(_WORD.findall(self.folded))

    def units(self, scope: Scope, literals: Collection[str]) -> Iterator[Unit]:
        """The units of ``scope`` in which one of ``literals`` may stand; without any, all."""
        article = self.article
        blocks: Iterable[int] = (
            self._blocks_with(literals) if literals else range(len(article.document.blocks))
        )
        for index in blocks:
            if article.document.blocks[index].kind in scope.kinds:
                yield from self._of_block(index, scope.by_sentence)

    def _blocks_with(self, literals: Collection[str]) -> list[int]:
        blocks = self.article.document.blocks
        found: set[int] = set()
        for literal in literals:
            at = self.folded.find(literal)
            while at >= 0:
                index = bisect_right(blocks, at, key=lambda block: block.span.start) - 1
                if index >= 0:
                    found.add(index)
                # The rest of this block has nothing more to tell.
                after = blocks[index].span.end if index >= 0 else at + 1
                at = self.folded.find(literal, max(after, at + 1))
        return sorted(found)

    def _of_block(self, index: int, by_sentence: bool) -> list[Unit]:
        units = self._units.get((index, by_sentence))
        if units is not None:
            return units
        article = self.article
        block = article.document.blocks[index]
        spans = [(block.span.start, block.span.end)]
        if by_sentence:
            spans = [(each.start, each.end) for each in article.passages[index].sentences]
        units = []
        for start, end in spans:
            opaque = [
                (max(hidden.start, start) - start, min(hidden.end, end) - start)
                for hidden in block.opaque
                if hidden.start < end and hidden.end > start
            ]
            units.append(Unit(article, block.kind, (start, end), opaque))
        self._units[index, by_sentence] = units
        return units


def _masked(text: str, opaque: list[tuple[int, int]]) -> str:
    parts: list[str] = []
    at = 0
    for start, end in opaque:
        parts += (text[at:start], MASK * (end - start))
        at = end
    parts.append(text[at:])
    return "".join(parts)
