"""Sentences and paragraphs given twice in other words: edited in one place, left in another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain, combinations

from copylint.analysis.annotated_text import Passage, Sentence
from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.blocks import Block, BlockKind
from copylint.core.finding import Match, RelatedText
from copylint.core.memo import Memo
from copylint.core.record import record
from copylint.core.rule import Bad, Good, Rule, Severity
from copylint.core.span import TextSpan
from copylint.language.doubled_words import FUNCTION
from copylint.language.near_duplicates import is_near
from copylint.language.quantities import value_of_words
from copylint.language.tokens import TokenKind
from copylint.language.word_list import words

REWORDED = Rule(
    id="duplicates.reworded",
    summary="Flags a sentence or paragraph that repeats another in other words or figures.",
    why=(
        "A paragraph that was rewritten further up often leaves its first version standing, with "
        "the figure that has been corrected since. The finding is the later sentence, or the later "
        "paragraph if its sentences were joined or divided. Lists, tables, refrains and sentences "
        "built alike about different things are passed over."
    ),
    bad=(
        Bad(
            "Twelve families left the harbour cottages in Quayside after the storm in January.\n\n"
            "The council has not said when they can return.\n\n"
            "After the January storm, thirteen families left the cottages at the Quayside "
            "harbour.\n",
            "After the January storm, thirteen families left the cottages at the Quayside harbour.",
        ),
        Bad(
            "Engineers closed the swing bridge at Quayside, where cracks had appeared in the main "
            "bearing, and sent lorries round by the coast road.\n\n"
            "The council has not said when it will open.\n\n"
            "Cracks appeared in the main bearing of the swing bridge at Quayside. Engineers closed "
            "it. Lorries were sent round by the coast road.\n",
            "Cracks appeared in the main bearing of the swing bridge at Quayside. Engineers closed "
            "it. Lorries were sent round by the coast road.",
        ),
    ),
    good=(
        Good(
            "Twelve families left the harbour cottages in Quayside after the storm in January.\n\n"
            "Nine families left the mill cottages in Northfield after the flood in May.\n"
        ),
        Good(
            "The north wall was built by hand in 1871 and leaks in winter.\n\n"
            "The south wall was built by hand in 1871 and leaks in winter.\n"
        ),
    ),
    severity=Severity.SUGGESTION,
)

_FEWEST = 5  # content words that both sentences must share
_FEWEST_PLAIN = 3  # of them, those that are not names
_LIKENESS = 0.6  # the share of the content words of both that they share
_RARE = 3  # a word in more sentences than this does not bring two together
_MEETINGS = 3  # rare words that two sentences must share to be compared
_FEWEST_OF_PARAGRAPH = 8  # content words that two paragraphs must share
_MOST_SENTENCES = 8  # of a paragraph that is compared as a whole
_FEWEST_CHANGES = 3  # words that differ; fewer are a pattern, or what duplicates.sentence finds
_MOST_QUOTED = 0.4
_STEM = 5
_NEGATIONS = words("not no never nobody none nothing don't doesn't didn't won't cannot can't")
_WORD, _NUMBER, _CODE = TokenKind.WORD, TokenKind.NUMBER, TokenKind.CODE


class _Words:
    """What a sentence says. Most are compared by their stems alone."""

    def __init__(self, sentence: Sentence) -> None:
        self._tokens, self._plain = sentence.tokens, sentence.plain
        pairs = zip(sentence.tokens, sentence.plain, strict=True)
        words = [text for token, text in pairs if token[0] is _WORD]
        self.stems = frozenset(map(_STEMS.__getitem__, words)) - _EMPTY

    @cached_property
    def _told(self) -> list[tuple[TokenKind, str]]:
        pairs = zip(self._tokens, self._plain, strict=True)
        return [(token[0], text) for token, text in pairs if token[0] in (_WORD, _NUMBER, _CODE)]

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words and numbers in lower case."""
        return tuple(text for _, text in self._told)

    @cached_property
    def names(self) -> frozenset[str]:
        """The stems of words with a capital that does not open the sentence."""
        pairs = zip(self._tokens[1:], self._plain[1:], strict=True)
        named = [text for token, text in pairs if token[0] is _WORD and token[1][0].isupper()]
        return frozenset(map(_STEMS.__getitem__, named)) - _EMPTY

    @cached_property
    def figures(self) -> frozenset[str]:
        """The numbers, and what words that are numbers stand for."""
        told = {_FIGURES[text] if kind is _WORD else text for kind, text in self._told}
        return frozenset(told) - _EMPTY


_EMPTY = frozenset([""])


@record(eq=False)
class _Row:
    """A sentence or paragraph, with what its sentences say and the stems of its words."""

    block: Block
    start: int
    end: int
    says: tuple[_Words, ...]
    stems: frozenset[str]

    @property
    def words(self) -> tuple[str, ...]:
        """Its words and numbers in lower case."""
        return tuple(word for each in self.says for word in each.words)

    @property
    def names(self) -> frozenset[str]:
        """The stems of its names."""
        return frozenset().union(*(each.names for each in self.says))

    @property
    def figures(self) -> frozenset[str]:
        """Its figures."""
        return frozenset().union(*(each.figures for each in self.says))


class Reworded(Check):
    """Compares sentences that share several rare words."""

    rules = (REWORDED,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """The later of two paragraphs, and of two sentences, that say the same."""
        rows: list[_Row] = []
        paragraphs: list[_Row] = []
        for passage in article.passages:
            if passage.kind is BlockKind.PARAGRAPH and not passage.block.opaque:
                read = list(_rows(article, passage))
                rows += read
                long = sum(len(each.tokens) >= _FEWEST for each in passage.sentences)
                # Without what is quoted or leads in, a paragraph is not told whole.
                if 0 < len(read) == long <= _MOST_SENTENCES:
                    paragraphs.append(_joined(read))
        told = set[tuple[int, int]]()
        for earlier, later in _alike(paragraphs, _FEWEST_OF_PARAGRAPH):
            # Of two that are one sentence each, the sentences are compared.
            if max(len(earlier.says), len(later.says)) > 1 and not _is_copy(earlier, later):
                told.add((earlier.block.span.start, later.block.span.start))
                yield _match(article, earlier, later, "paragraph")
        for earlier, later in _alike(rows, _FEWEST):
            if (earlier.block.span.start, later.block.span.start) not in told:
                yield _match(article, earlier, later, "sentence")


def _rows(article: Article, passage: Passage) -> Iterator[_Row]:
    known: dict[int, _Words] = passage.facts.setdefault(_rows, {})
    for number, sentence in enumerate(passage.sentences):
        if len(sentence.tokens) < _FEWEST or sentence.texts[-1] == ":":
            continue  # the latter leads in to something else each time
        if _is_quoted(article, sentence):
            continue
        words = known.get(number)
        if words is None:
            words = known[number] = _Words(sentence)
        yield _Row(sentence.block, sentence.start, sentence.end, (words,), words.stems)


def _joined(rows: Sequence[_Row]) -> _Row:
    """The sentences of a paragraph as one row."""
    first, *others = rows
    if not others:
        return first
    says = tuple(each for row in rows for each in row.says)
    stems = first.stems.union(*(row.stems for row in others))
    return _Row(first.block, first.start, others[-1].end, says, stems)


def _is_copy(one: _Row, other: _Row) -> bool:
    """Whether one paragraph repeats the other nearly word for word: duplicates.paragraph."""
    return is_near(one.words, other.words, one.words, other.words)


def _figure(plain: str) -> str:
    """The figure that a word stands for, empty if it is none."""
    value = value_of_words(plain)
    return str(value) if value is not None and plain != "one" else ""


def _stem(plain: str) -> str:
    """The stem of a word that says something, empty for others."""
    return plain[:_STEM] if len(plain) > 2 and plain not in FUNCTION and not _figure(plain) else ""


_FIGURES: Mapping[str, str] = Memo(_figure)
_STEMS: Mapping[str, str] = Memo(_stem)


def _is_quoted(article: Article, sentence: Sentence) -> bool:
    """Whether much of the sentence is somebody's words, which may well be repeated."""
    if not article.quotations.touches(sentence.start, sentence.end):
        return False
    tokens = sentence.tokens
    quoted = sum(article.quotations.is_quoted(token.start) for token in tokens)
    return quoted > _MOST_QUOTED * len(tokens)


def _alike(rows: Sequence[_Row], fewest: int) -> Iterator[tuple[_Row, _Row]]:
    """Pairs that say the same; ``fewest`` is the number of content words that they share."""
    rows = [row for row in rows if len(row.stems) >= fewest]
    if len(rows) < 2:
        return
    found = [
        (earlier, later)
        for earlier, later in _meeting(rows)
        if _say_the_same(rows[earlier], rows[later], fewest)
    ]
    # A sentence that is like two others follows a pattern.
    often = Counter(at for pair in found for at in pair)
    for earlier, later in found:
        if often[earlier] == often[later] == 1:
            yield rows[earlier], rows[later]


def _meeting(rows: Sequence[_Row]) -> list[tuple[int, int]]:
    """The pairs of sentences that share several rare words. Time is linear in the text."""
    often = Counter(chain.from_iterable(row.stems for row in rows))
    rare = {stem for stem, count in often.items() if 1 < count <= _RARE}
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for stem in row.stems & rare:
            places[stem].append(number)
    shared: Counter[tuple[int, int]] = Counter()
    for numbers in places.values():
        shared.update(combinations(numbers, 2))
    return sorted(pair for pair, count in shared.items() if count >= _MEETINGS)


def _say_the_same(one: _Row, other: _Row, fewest: int) -> bool:
    shared = one.stems & other.stems
    if len(shared) < fewest or len(shared) < _LIKENESS * len(one.stems | other.stems):
        return False
    if len(shared - one.names) < _FEWEST_PLAIN:
        return False  # a list of names
    if one.names - other.stems and other.names - one.stems:
        return False  # two people, two places
    gone, come = one.figures - other.figures, other.figures - one.figures
    if len(gone) > 1 or len(come) > 1 or any(map(_is_year, (*gone, *come))):
        return False
    if gone and come and one.block is other.block:
        return False  # one paragraph that compares two figures
    if _NEGATIONS.isdisjoint(one.words) != _NEGATIONS.isdisjoint(other.words):
        return False
    only_figure = bool(gone and come) and one.stems == other.stems
    return only_figure or _is_rewritten(one.words, other.words)


def _is_year(figure: str) -> bool:
    return len(figure) == 4 and figure.isdigit() and figure[:2] in ("16", "17", "18", "19", "20")


def _is_rewritten(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether words have moved, come or gone, and not only been put in place of others.

    Two sentences of one pattern, which agree in most places, say different things: "The north
    wall …", "The south wall …".
    """
    from rapidfuzz.distance import Hamming, Levenshtein

    if Levenshtein.distance(one, other, score_cutoff=_FEWEST_CHANGES) < _FEWEST_CHANGES:
        return False
    return len(one) != len(other) or 2 * Hamming.distance(one, other) > len(one)


def _match(article: Article, earlier: _Row, later: _Row, what: str) -> Match:
    figures = later.figures - earlier.figures, earlier.figures - later.figures
    text = article.text
    message = f"This {what} says the same as an earlier one in other words; keep one?"
    if all(figures):
        here, there = (next(iter(each)) for each in figures)
        message = f"{here} here, {there} in an earlier {what} that says the same: which is right?"
    return Match(
        _trimmed(text, later.start, later.end),
        message,
        related=(RelatedText(_trimmed(text, earlier.start, earlier.end), "the earlier one"),),
    )


def _trimmed(text: str, start: int, end: int) -> TextSpan:
    shown = text[start:end]
    return TextSpan(start + len(shown) - len(shown.lstrip()), start + len(shown.rstrip()))
