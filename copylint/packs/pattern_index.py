"""Finds the patterns of a pack that may match in an article, by the words that they need."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import chain, islice
from typing import NamedTuple

from copylint.analysis.article import Article
from copylint.core.kept_patterns import compiled
from copylint.core.recent import Recent
from copylint.core.record import field, record
from copylint.packs.article_units import LONGEST_KEY, ArticleUnits, WordLookup
from copylint.packs.parts_in_text import PartsInText
from copylint.packs.pattern import Pattern

_WORD = compiled(r"\w+")
_INNER_WORD = compiled(r"(?<=\W)\w+(?=\W)")
# What running text seldom has: signs, digits before letters; and the letters of words.
_SIGN = compiled(r"[^\w\s.,:;'\"-]")
_MIXED = compiled(r"\d[^\W\d_]")
_LETTERS = compiled(r"[^\W\d_]+")
_SOME = 4
# A phrase is looked for at each place of its word; in the whole text if there are more places.
_MANY = 8
# So many strings with the same part are looked for around that part.
_ALIKE = 3


@record(frozen=False)
class ActivePatterns:
    """The patterns of a rule that may match in an article, and where.

    ``places`` has, by a pattern's number, the places of what it needs: every match holds one
    of them, and a match of one that is not ``loose`` begins at one. Patterns that are
    ``anywhere`` need nothing that is known; ``everywhere``: the rule is to see every block.
    """

    places: dict[int, list[int]] = field(default_factory=dict)
    loose: set[int] = field(default_factory=set)
    anywhere: list[int] = field(default_factory=list)
    mixed: set[int] = field(default_factory=set)
    everywhere: bool = False

    def add(self, position: int, places: list[int], whole: bool) -> None:
        """Take in ``places``, in order; ``whole``: a match is exactly what is there."""
        before = self.places.get(position)
        if before is None:
            self.places[position] = places
        else:
            self.places[position] = before + places
            self.mixed.add(position)
        if not whole:
            self.loose.add(position)

    def numbers(self) -> list[int]:
        """The numbers of the patterns, in order."""
        return sorted({*self.places, *self.anywhere})

    def starts(self) -> dict[int, list[int]]:
        """The only places at which a match of a pattern can begin, in order, by its number."""
        return {
            number: sorted(set(places)) if number in self.mixed else places
            for number, places in self.places.items()
            if number not in self.loose
        }

    def by_block(self, prose: ArticleUnits) -> dict[int, set[int]] | None:
        """By number of a block, the patterns that may match in it; None: any in any."""
        if self.everywhere:
            return None
        starts = prose.block_starts
        found: dict[int, set[int]] = {}
        for number, places in self.places.items():
            for place in places:
                block = bisect_right(starts, place) - 1
                here = found.get(block)
                if here is None:
                    found[block] = {number}
                else:
                    here.add(number)
        found.pop(-1, None)
        return found


class _Need(NamedTuple):
    """What a pattern of a rule needs: ``literal``, whose indexed word is at ``offset``.

    ``other`` is another of its words, ``part`` a part of the rest that is quick to look for;
    either is empty if there is none.
    """

    rule: int
    position: int
    literal: str
    offset: int
    whole: bool
    other: str = ""
    part: str = ""


class _SortedNeeds(NamedTuple):
    """The ``needs`` of a word by what else they need: nothing, a part, or another word."""

    needs: list[_Need]
    alone: list[_Need]
    by_part: dict[str, list[_Need]]
    by_other: dict[str, list[_Need]]


# What a pattern needs, words with spaces between them: of a ``_Need``, what is not worked out.
_Phrase = tuple[int, int, str, bool]


class PatternPlace(NamedTuple):
    """Where a pattern of a rule may match in a text; ``whole`` as for ``ActivePatterns.add``."""

    rule: int
    position: int
    starts: list[int]
    whole: bool


@record(frozen=False, slots=False)
class PatternIndex:
    """Patterns by what they need: a whole word, a string, or nothing that is known.

    Patterns are written as the number of their rule and their own. ``raw``: they are looked
    for in the source. Strings are kept by a part of theirs that is quick to look for, and
    phrases by their longest word, to be moved to ``by_word`` when a text has that word.
    """

    raw: bool = False
    by_word: dict[str, list[_Need]] = field(default_factory=dict)
    phrases: dict[str, list[_Phrase]] = field(default_factory=dict)
    by_string: dict[str, dict[str, list[_Need]]] = field(default_factory=dict)
    always: dict[int, list[int]] = field(default_factory=dict)
    used: bool = False
    #: Whether a string that a rule looks for could lie across the gap between two blocks.
    spans_blocks: bool = False
    _sorted: dict[str, _SortedNeeds] = field(default_factory=dict)

    def add(self, rule: int, position: int, pattern: Pattern) -> None:
        """Take in a pattern."""
        literals = pattern.required.literals
        if not literals:
            self.always.setdefault(rule, []).append(position)
        words = _WORD if pattern.whole_words else _INNER_WORD
        whole = pattern.is_literal
        for literal in literals:
            if literal.isalnum():  # most are one word: no need to look for words in it
                need = _Need(rule, position, literal, 0, whole)
                if pattern.whole_words:
                    self.by_word.setdefault(literal, []).append(need)
                else:
                    alike = self.by_string.setdefault(_part(literal) or literal, {})
                    alike.setdefault(literal, []).append(need)
                continue
            if pattern.whole_words and literal.replace(" ", "a").isalpha():
                phrase = (rule, position, literal, whole)
                self.phrases.setdefault(max(literal.split(" "), key=len), []).append(phrase)
                continue
            inner = sorted(words.finditer(literal), key=lambda w: w.start() - w.end())
            if inner:
                word, other = inner[0], inner[1].group() if len(inner) > 1 else ""
                rest = _part(f"{literal[: word.start()]} {literal[word.end() :]}")
                need = _Need(rule, position, literal, word.start(), whole, other, rest)
                self.by_word.setdefault(word.group(), []).append(need)
            else:
                need = _Need(rule, position, literal, 0, whole)
                alike = self.by_string.setdefault(_part(literal) or literal, {})
                alike.setdefault(literal, []).append(need)

    def active(self, words: WordLookup) -> dict[int, ActivePatterns]:
        """The rules that may match in a text: one look at each of its words."""
        found: dict[int, ActivePatterns] = {}
        for rule, position, starts, whole in self._places(words):
            active = found.get(rule)
            if active is None:
                active = found[rule] = ActivePatterns()
            active.add(position, starts, whole)
        return self._with_always(found)

    def active_in_blocks(
        self, article: Article, known: Recent[str, list[PatternPlace]]
    ) -> dict[int, ActivePatterns]:
        """The same for an article, block by block; blocks in ``known`` are not read again.

        A string that lies in no block is not found: no unit holds it either.
        """
        found: dict[int, ActivePatterns] = {}
        for block in article.document.blocks:
            start = block.span.start
            text = article.text[start : block.span.end]
            places = known.get(text)
            if places is None:
                places = [*self._places(WordLookup(text))]
                if len(text) <= LONGEST_KEY:
                    known.put(text, places)
            for rule, position, starts, whole in places:
                active = found.get(rule)
                if active is None:
                    active = found[rule] = ActivePatterns()
                active.add(position, [start + each for each in starts], whole)
        return self._with_always(found)

    def _places(self, words: WordLookup) -> Iterator[PatternPlace]:
        text, known = words.folded, words.distinct
        for word in self.phrases.keys() & known:
            # Threads may do so at the same time: a phrase is then there twice, and never missing.
            needs = [_need_of(phrase, word) for phrase in self.phrases.get(word, ())]
            self.by_word[word] = self.by_word.get(word, []) + needs
            self.phrases.pop(word, None)
        has = self._parts.found(words)
        for word in self.by_word.keys() & known:
            sorted_needs = self._sorted.get(word)
            if sorted_needs is None or sorted_needs.needs is not self.by_word[word]:
                sorted_needs = self._sorted[word] = _sorted_needs(self.by_word[word])
            _, alone, by_part, by_other = sorted_needs
            # Most fall here, at the cost of a look-up for all that need the same.
            if by_part:
                for part in has.intersection(by_part):
                    alone = alone + by_part[part]
            if by_other:
                for other in known.intersection(by_other):
                    alone = alone + by_other[other]
            if not alone:
                continue
            places = words.places[word]
            for rule, position, literal, offset, whole, _, part in alone:
                if part and part not in has:
                    continue
                if len(literal) == len(word):
                    starts = places
                elif len(places) > _MANY and literal not in text:
                    continue
                else:
                    starts = [p - offset for p in places if text.startswith(literal, p - offset)]
                    if not starts:
                        continue
                yield PatternPlace(rule, position, starts, whole)
        for part in has.intersection(self.by_string):
            alike = self.by_string[part]
            around = _around(text, part, max(map(len, alike))) if len(alike) > _ALIKE else text
            for literal, users in alike.items():
                if literal in around:
                    starts = list(_all_places(text, literal))
                    for need in users:
                        yield PatternPlace(need.rule, need.position, starts, need.whole)

    @cached_property
    def _parts(self) -> PartsInText:
        """The parts that patterns need; phrases, which may move to ``by_word`` later, need none."""
        needs = chain.from_iterable(self.by_word.values())
        return PartsInText((*self.by_string, *(need.part for need in needs if need.part)))

    def _with_always(self, found: dict[int, ActivePatterns]) -> dict[int, ActivePatterns]:
        for rule, positions in self.always.items():
            active = found.setdefault(rule, ActivePatterns())
            active.anywhere = positions
            active.everywhere = True
        return found


def _sorted_needs(needs: list[_Need]) -> _SortedNeeds:
    found = _SortedNeeds(needs, [], {}, {})
    for need in needs:
        if need.other:
            found.by_other.setdefault(need.other, []).append(need)
        elif need.part:
            found.by_part.setdefault(need.part, []).append(need)
        else:
            found.alone.append(need)
    return found


def _need_of(phrase: _Phrase, longest: str) -> _Need:
    """The same with the place of its longest word, and the longest of the others."""
    rule, position, literal, whole = phrase
    words = literal.split(" ")
    words.remove(longest)
    start = f" {literal} ".index(f" {longest} ")
    return _Need(rule, position, literal, start, whole, max(words, key=len))


def _around(text: str, part: str, reach: int) -> str:
    """What is within ``reach`` of the places of ``part``; all of the text if they are many."""
    places = [*islice(_all_places(text, part), _MANY + 1)]
    if len(places) > _MANY:
        return text
    return "\0".join([text[max(0, at - reach) : at + reach] for at in places])


def _part(literal: str) -> str:
    """A part of ``literal`` that is quick to look for: a rare sign or a few letters, or empty.

    A search for one character costs a twentieth of one for more; and strings that begin
    alike share their search.
    """
    found = _SIGN.search(literal) or _MIXED.search(literal)
    if found:
        return found.group()
    letters: list[str] = _LETTERS.findall(literal)
    return max(letters, key=len)[:_SOME] if letters else ""


def _all_places(text: str, literal: str) -> Iterator[int]:
    at = text.find(literal)
    while at >= 0:
        yield at
        at = text.find(literal, at + 1)
