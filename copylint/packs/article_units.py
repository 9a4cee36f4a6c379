"""An article cut into the units that pack rules match: blocks, sentences, or more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from copylint.analysis.article import Article
from copylint.core.blocks import Block
from copylint.core.kept_patterns import compiled
from copylint.core.recent import Recent
from copylint.core.record import record
from copylint.core.span import TextSpan
from copylint.packs.pattern import Pattern
from copylint.packs.scopes import (
    TEXT,
    Scope,
    ScopeReading,
    in_summary,
    names_of,
    suffix_of,
    whole_names,
)

#: The placeholder for each character of inline code and the like, which no rule matches.
MASK = "*"

_WORD = compiled(r"\w+")
# Letters that case-blind patterns take for ASCII ones and lower() does not turn into them.
_FOLDED = {"İ": "i", "ı": "i", "ſ": "s", "’": "'"}
_STRAIGHT = str.maketrans({"’": "'"})


#: Matches (pattern, start, end), by a rule's number, a unit's text and the patterns looked for.
MatchesOfUnits = Recent[tuple[int, str, tuple[int, ...]], list[tuple[int, int, int]]]
#: A longer text is not kept as a key, in code points.
LONGEST_KEY = 4_000


@record
class KnownMatches:
    """What a rule of a pack matched in the units of earlier texts; ``rule`` is its number."""

    rule: int
    found: MatchesOfUnits

    @staticmethod
    def keeps(unit: Unit) -> bool:
        """Whether matches in a unit are kept: its text decides them, and is short."""
        return not unit.opaque and len(unit.text) <= LONGEST_KEY


@record
class HiddenText:
    """The parts of an article that rules do not read: spans of its text, and blocks by number.

    ``strict``: the article is read as Vale reads it.
    """

    spans: tuple[TextSpan, ...] = ()
    blocks: frozenset[int] = frozenset()
    strict: bool = False


class Unit:
    """A stretch of text that patterns are matched against: a block, a sentence, or more.

    Its views have a character for every code point from ``start`` of ``Document.text``
    (of the source, if ``raw``) on, so that a place in one is a place in the article.
    """

    __slots__ = (
        *("_views", "article", "block", "end", "here", "index", "known", "opaque", "raw"),
        *("spans", "start", "starts", "text"),
    )

    def __init__(
        self,
        article: Article,
        block: Block | None,
        span: tuple[int, int],
        opaque: list[tuple[int, int]],
        text: str | None = None,
        raw: bool = False,
        index: int = -1,
    ) -> None:
        self.article = article
        #: The block that it is or is in; None if it is more than one.
        self.block = block
        self.raw = raw
        self.start, self.end = span
        #: The text as it is; cut out once, for a block can be as long as a file.
        self.text = article.text[self.start : self.end] if text is None else text
        self.opaque = opaque
        #: Places, found once: spans in order, by kind.
        self.spans: dict[object, list[tuple[int, int]]] = {}
        #: The number of the block that it is or is in, -1 if it is more than one.
        self.index = index
        #: The only places at which a match can begin, as places of the article in order, by
        #: the number of a rule's pattern; and the patterns that can match here at all (None:
        #: any). Set by the code that looks for a rule's patterns.
        self.starts: Mapping[int, Sequence[int]] = {}
        self.here: Collection[int] | None = None
        #: What was matched in equal units before; None: nothing is kept.
        self.known: KnownMatches | None = None
        self._views: dict[tuple[bool, bool], str] = {}

    def view(self, pattern: Pattern) -> str:
        """The text as ``pattern`` reads it.

        Inline code is masked; a line end inside a paragraph is a space, unless the pattern
        mentions line ends; curly apostrophes are straight if the pattern's are.
        """
        reading = (True, pattern.straight) if self.raw else pattern.reading
        view = self._views.get(reading)
        return self._view(*reading) if view is None else view

    @property
    def masked(self) -> str:
        """The text with inline code masked."""
        return self._view(True, False)

    def _view(self, line_bound: bool, straight: bool) -> str:
        key = (line_bound, straight)
        view = self._views.get(key)
        if view is None:
            view = self.text
            if self.opaque:
                view = _masked(view, self.opaque)
            if not line_bound:
                view = view.replace("\n", " ")
            if straight:
                view = view.translate(_STRAIGHT)
            self._views[key] = view
        return view


class ArticleUnits:
    """One article's units, and quick answers about what is in it at all."""

    def __init__(self, article: Article, hidden: HiddenText | None = None) -> None:
        self.article = article
        self.hidden = hidden or HiddenText()
        self._units: dict[tuple[int, bool], list[Unit]] = {}
        self._wholes: dict[ScopeReading, Unit] = {}

    @cached_property
    def text(self) -> WordLookup:
        """What is in the article's text."""
        return WordLookup(self.article.text)

    @cached_property
    def source(self) -> WordLookup:
        """What is in the article's source."""
        return WordLookup(self.article.document.source)

    def units(self, scope: Scope, numbers: Collection[int] | None) -> Iterator[Unit]:
        """The units of ``scope`` in the blocks of these numbers; in all blocks if None."""
        document = self.article.document
        if scope.reading in (ScopeReading.RAW, ScopeReading.SUMMARY):
            if document.parts and scope.reading is ScopeReading.RAW:
                return  # no one has written that
            if scope.takes(whole_names(document, scope.reading)):
                yield self._whole(scope.reading)
            return
        blocks: Iterable[int] = range(len(document.blocks)) if numbers is None else sorted(numbers)
        by_sentence = scope.reading is ScopeReading.SENTENCE
        for index in blocks:
            if index in self.hidden.blocks:
                continue
            if scope is TEXT or scope.takes(self._names[index]):
                yield from self._of_block(index, by_sentence)

    @cached_property
    def _names(self) -> list[frozenset[str]]:
        document, strict = self.article.document, self.hidden.strict
        suffix = suffix_of(document)
        return [names_of(block, suffix, strict=strict) for block in document.blocks]

    def _whole(self, reading: ScopeReading) -> Unit:
        unit = self._wholes.get(reading)
        if unit is None:
            article = self.article
            if reading is ScopeReading.RAW:
                source = article.document.source
                unit = Unit(article, None, (0, len(source)), [], source, raw=True)
            else:
                unit = self._summary()
            self._wholes[reading] = unit
        return unit

    def _summary(self) -> Unit:
        """The running prose, in its places; everything else is spaces."""
        article = self.article
        parts: list[str] = []
        opaque: list[tuple[int, int]] = []
        at = 0
        for index, block in enumerate(article.document.blocks):
            if in_summary(block) and index not in self.hidden.blocks:
                parts += ("\n" * (block.span.start - at), article.document.slice(block.span))
                opaque += self._opaque(block, block.span.start, block.span.end, 0)
                at = block.span.end
        parts.append("\n" * (len(article.text) - at))
        return Unit(article, None, (0, len(article.text)), opaque, "".join(parts))

    @cached_property
    def block_starts(self) -> list[int]:
        """Where the blocks begin."""
        return [block.span.start for block in self.article.document.blocks]

    def _of_block(self, index: int, by_sentence: bool) -> list[Unit]:
        units = self._units.get((index, by_sentence))
        if units is not None:
            return units
        article = self.article
        block = article.document.blocks[index]
        spans = [(block.span.start, block.span.end)]
        if by_sentence:
            spans = [(each.start, each.end) for each in article.passages[index].sentences]
        units = [
            Unit(article, block, (start, end), self._opaque(block, start, end, start), index=index)
            for start, end in spans
        ]
        self._units[index, by_sentence] = units
        return units

    def _opaque(self, block: Block, start: int, end: int, shift: int) -> list[tuple[int, int]]:
        """What is masked from ``start`` to ``end``, in places counted from ``shift``."""
        spans: Iterable[TextSpan] = block.opaque
        if self.hidden.spans:
            spans = merged((*block.opaque, *self.hidden.spans))
        return [
            (max(hidden.start, start) - shift, min(hidden.end, end) - shift)
            for hidden in spans
            if hidden.start < end and hidden.end > start
        ]


class WordLookup:
    """What is in a text, asked often."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def folded(self) -> str:
        """The text in lower case, line ends as spaces, curly apostrophes as straight ones.

        It is as long as the text.
        """
        text = self._text
        if not text.isascii():
            # Faster than one table of all: most texts have one or two of them.
            for char, plain in _FOLDED.items():
                text = text.replace(char, plain)
        return text.lower().replace("\n", " ")

    @cached_property
    def distinct(self) -> frozenset[str]:
        """The words of ``folded``, each once."""
        return frozenset(self.places)

    @cached_property
    def places(self) -> Mapping[str, list[int]]:
        """The places of each word of ``folded``, by the definition of a word that patterns have."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for word in _WORD.finditer(self.folded):
            found[word[0]].append(word.start())
        return found


def merged(spans: Iterable[TextSpan]) -> list[TextSpan]:
    """``spans`` in order, those that touch made one."""
    found: list[TextSpan] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = TextSpan(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _masked(text: str, opaque: list[tuple[int, int]]) -> str:
    parts: list[str] = []
    at = 0
    for start, end in opaque:
        parts += (text[at:start], MASK * (end - start))
        at = end
    parts.append(text[at:])
    return "".join(parts)
