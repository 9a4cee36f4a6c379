"""Finds the words of a quotation in transcripts and says how far they are the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from copylint.analysis.transcripts.alignment import FUNCTION_WORDS, Alignment, align, weight
from copylint.analysis.transcripts.differences import (
    changed_sense,
    differences,
    is_negation,
    omitted,
)
from copylint.analysis.transcripts.fillers import FILLER
from copylint.analysis.transcripts.grades import Difference, DifferenceGrade, QuotationClass
from copylint.analysis.transcripts.index import SpokenPlace, TranscriptIndex
from copylint.analysis.transcripts.spoken_words import SpokenText, SpokenWord

_SLACK = 12  # words before and after a candidate that an alignment may use
_LONGEST_PART = 60
_SHORTEST_PART = 4
# The part of a quotation's weight that must be said for it to be found at all.
_SHARE, _SHARE_LONG, _LONG = 0.6, 0.5, 12
_CLEAR = 0.8  # of this much, no other place is looked for
_RARE = 3
_REACH, _FAR_REACH = 60, 900  # words between two sentences, and between those around an ellipsis
# An ellipsis for so few words may hide a negation that belongs to what is left.
_SHORT_OMISSION = 3


class Comparison(NamedTuple):
    """The result for one quotation.

    ``said`` are the transcript's words and ``place`` is where they are; they are empty and None
    for a quotation that was not found. ``differences`` are in order.
    """

    kind: QuotationClass
    said: str = ""
    place: SpokenPlace | None = None
    differences: tuple[Difference, ...] = ()


class _Part(NamedTuple):
    """The words ``first`` to before ``last`` of a quotation, after an ellipsis or not."""

    first: int
    last: int
    after_omission: bool


def compare(
    index: TranscriptIndex, text: str, quoted: SpokenText, *, denied: bool, speaker: str = ""
) -> Comparison:
    """Compare the words ``quoted``, which are in ``text``, with what was said.

    ``denied``: the article's own words around the quotation deny something. ``speaker`` is the
    transcript's name for the person who is quoted, if that is known: words that several
    people say are taken as that person's. Time is linear in the length of the quotation.
    """
    return _Comparer(index, text, quoted, speaker).compare(denied=denied)


class _Comparer:
    def __init__(self, index: TranscriptIndex, text: str, quoted: SpokenText, speaker: str) -> None:
        self._index, self._text, self._quoted = index, text, quoted
        self._speaker = speaker
        self._keys = [word.key for word in quoted.words]

    def compare(self, *, denied: bool) -> Comparison:
        if not self._keys:
            return Comparison(QuotationClass.NOT_FOUND)
        parts = self._parts()
        placed = self._place(parts)
        found = [each for each in placed if each is not None]
        missing = sum(
            self._weight(part) for part, each in zip(parts, placed, strict=True) if each is None
        )
        if not found or missing * 2 > sum(map(self._weight, parts)):
            return Comparison(QuotationClass.NOT_FOUND)
        shown: list[Difference] = []
        shortened = False
        before: Alignment | None = None
        for part, each in zip(parts, placed, strict=True):
            if each is None:
                shown.append(self._added(part))
                continue
            if before is not None:
                gap, is_omission = self._gap(part, before, each)
                shown += gap
                shortened |= is_omission
            shown += self._differences(part, each)
            before = each
        first = min(each.start for each in found)
        shown[:0] = self._before(found[0].start, denied=denied)
        return Comparison(
            _kind(shown, shortened=shortened),
            self._said(found),
            self._index.place(first),
            tuple(shown),
        )

    def _weight(self, part: _Part) -> float:
        return sum(map(weight, self._keys[part.first : part.last]))

    def _parts(self) -> list[_Part]:
        """The quotation cut at its ellipses, its sentences, and where it is very long."""
        omissions, sentences = self._quoted.omissions, self._quoted.sentences
        count, parts, first = len(self._keys), list[_Part](), 0
        for at in range(1, count + 1):
            length = at - first
            ends = at == count or at in omissions or length >= _LONGEST_PART
            if not ends and not (at in sentences and length >= _SHORTEST_PART):
                continue
            if not ends and count - at < _SHORTEST_PART:
                continue
            parts.append(_Part(first, at, first in omissions and first > 0))
            first = at
        return parts

    def _place(self, parts: Sequence[_Part]) -> list[Alignment | None]:
        """Where each part is said: the most telling one first, the others near it."""
        placed: list[Alignment | None] = [None] * len(parts)
        order = sorted(range(len(parts)), key=lambda at: -self._telling(parts[at]))
        anchor = -1
        for at in order[:3]:
            placed[at] = self._anywhere(parts[at])
            if placed[at] is not None:
                anchor = at
                break
        if anchor < 0:
            return placed
        self._extend(parts, placed, range(anchor + 1, len(parts)), forwards=True)
        self._extend(parts, placed, range(anchor - 1, -1, -1), forwards=False)
        return placed

    def _extend(
        self,
        parts: Sequence[_Part],
        placed: list[Alignment | None],
        order: range,
        *,
        forwards: bool,
    ) -> None:
        near = next(each for each in placed if each is not None) if forwards else None
        for at in order:
            if placed[at] is not None:
                near = placed[at]
                continue
            beside = near or next(each for each in placed[at + 1 :] if each is not None)
            is_omission = (parts[at] if forwards else parts[at + 1]).after_omission
            placed[at] = self._beside(parts[at], beside, is_omission, forwards=forwards)
            placed[at] = placed[at] or self._anywhere(parts[at])
            near = placed[at] or near

    def _telling(self, part: _Part) -> float:
        keys = self._keys[part.first : part.last]
        return sum(weight(key) / (1 + self._index.count(key)) for key in keys if key)

    def _beside(
        self, part: _Part, beside: Alignment, is_omission: bool, *, forwards: bool
    ) -> Alignment | None:
        """The part said right after or before ``beside``, or at most some words away."""
        length, count = part.last - part.first, len(self._index.keys)
        reach = _FAR_REACH if is_omission else _REACH
        if forwards:
            low, near, far = beside.end, beside.end + length + _SLACK, beside.end + length + reach
            found = self._aligned(part, low, min(near, count))
            high = min(far, count)
        else:
            high, near, low = beside.start, beside.start - length - _SLACK, 0
            low = max(0, beside.start - length - reach)
            found = self._aligned(part, max(near, 0), high)
        if found is not None and found.share > 1 - 1e-9:
            return found
        keys = self._keys[part.first : part.last]
        further = self._index.candidates(keys, low, high) if length > 1 else []
        options = [self._aligned(part, *self._window(start, length)) for start in further]
        if length <= 2:
            starts = [at for at in self._index.exact(keys) if low <= at < high]
            chosen = starts[:1] if forwards else starts[-1:]
            options += [self._aligned(part, at, at + length) for at in chosen]
        return _cheapest([found, *options])

    def _window(self, start: int, length: int) -> tuple[int, int]:
        high = min(start + length + _SLACK, len(self._index.keys))
        return max(0, min(start - _SLACK, high)), max(high, 0)

    def _anywhere(self, part: _Part) -> Alignment | None:
        keys = self._keys[part.first : part.last]
        exact = self._index.exact(keys)
        if exact:
            own = [at for at in exact if self._is_own(at)] or exact
            return self._aligned(part, own[0], own[0] + len(keys))
        if len(keys) < 2:
            return None
        options: list[Alignment | None] = []
        for start in self._index.candidates(keys):
            found = self._aligned(part, *self._window(start, len(keys)))
            options.append(found)
            if found is not None and found.share >= _CLEAR:
                break  # the candidates after it are less likely
        return _cheapest(options)

    def _is_own(self, at: int) -> bool:
        return bool(self._speaker) and self._index.place(at).speaker == self._speaker

    def _aligned(self, part: _Part, low: int, high: int) -> Alignment | None:
        """The part in a window of the transcript; None if it is not said there."""
        if high <= low:
            return None
        insertions = frozenset(
            at - part.first for at in self._quoted.insertions if part.first <= at <= part.last
        )
        keys = self._keys[part.first : part.last]
        index = self._index
        found = align(keys, insertions, index.keys, index.omission_costs, low, high)
        return found if self._is_match(keys, found) else None

    def _is_match(self, keys: Sequence[str], found: Alignment) -> bool:
        if found.start >= found.end:
            return False
        if len(keys) < 3:
            return found.share > 1 - 1e-9
        if len(keys) == 3:
            rare = any(
                self._index.count(key) <= _RARE and key not in FUNCTION_WORDS for key in keys
            )
            return found.share >= (0.5 if rare else 0.8)
        return found.share >= (_SHARE_LONG if len(keys) >= _LONG else _SHARE)

    def _words(self, part: _Part) -> list[SpokenWord]:
        return self._quoted.words[part.first : part.last]

    def _differences(self, part: _Part, found: Alignment) -> list[Difference]:
        insertions = frozenset(at - part.first for at in self._quoted.insertions)
        return [*differences(self._words(part), self._text, self._index, found, insertions)]

    def _added(self, part: _Part) -> Difference:
        words = self._words(part)
        start, end = words[0].start, words[-1].end
        what = changed_sense(words, (), self._index) if len(words) < _SHORTEST_PART else ""
        grade = DifferenceGrade.SENSE if what else DifferenceGrade.WORD
        return Difference(grade, start, end, self._text[start:end], "", what)

    def _gap(
        self, part: _Part, before: Alignment, found: Alignment
    ) -> tuple[list[Difference], bool]:
        """What is left out between two parts, and whether an ellipsis says so."""
        at = self._quoted.words[part.first].start
        if found.start < before.end:
            moved = self._index.shown(found.start, found.end)
            return [Difference(DifferenceGrade.WORD, at, at, "", moved)], False
        gap = omitted(self._index, before.end, found.start)
        if part.after_omission:
            if gap and len(gap) <= _SHORT_OMISSION and any(is_negation(each.key) for each in gap):
                said = self._index.shown(before.end, found.start)
                return [Difference(DifferenceGrade.SENSE, at, at, "", said, "negation")], True
            return [], found.start > before.end
        if not gap or part.first in self._quoted.insertions:
            is_filler = found.start > before.end and not gap
            said = self._index.shown(before.end, found.start)
            return (
                [Difference(DifferenceGrade.FILLER, at, at, "", said)] if is_filler else []
            ), False
        said = self._index.shown(before.end, found.start)
        return [Difference(DifferenceGrade.WORD, at, at, "", said)], False

    def _before(self, start: int, *, denied: bool) -> list[Difference]:
        """What is left out right before the quotation: hesitation, or a negation."""
        index, first = self._index, start
        while first > 0 and first not in index.sentences and self._is_hesitation(first - 1):
            first -= 1
        at = self._quoted.words[0].start
        if first < start and first in index.sentences and self._text[at : at + 1].isupper():
            return [Difference(DifferenceGrade.FILLER, at, at, "", index.shown(first, start))]
        if denied or first == 0 or first in index.sentences:
            return []
        if not is_negation(index.keys[first - 1]):
            return []
        said = index.shown(first - 1, first)
        return [Difference(DifferenceGrade.SENSE, at, at, "", said, "negation")]

    def _is_hesitation(self, at: int) -> bool:
        return self._index.omission_costs[at] <= FILLER

    def _said(self, found: Sequence[Alignment]) -> str:
        ranges: list[list[int]] = []
        for each in sorted(found):
            if ranges and each.start - ranges[-1][1] <= _SHORT_OMISSION:
                ranges[-1][1] = max(ranges[-1][1], each.end)
            else:
                ranges.append([each.start, each.end])
        return " … ".join(self._index.shown(start, end) for start, end in ranges)


def _cheapest(options: Sequence[Alignment | None]) -> Alignment | None:
    found = [each for each in options if each is not None]
    return min(found, key=lambda each: each.cost) if found else None


def _kind(shown: Sequence[Difference], *, shortened: bool) -> QuotationClass:
    worst = max((each.grade for each in shown), default=DifferenceGrade.FORM)
    if worst is DifferenceGrade.SENSE:
        return QuotationClass.SENSE
    if worst is DifferenceGrade.WORD:
        return QuotationClass.WORD
    if shortened:
        return QuotationClass.SHORTENED
    return QuotationClass.FILLER if worst is DifferenceGrade.FILLER else QuotationClass.VERBATIM
