"""The base that rules of every extension point share."""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import ClassVar

from copylint.core.blocks import BlockKind
from copylint.core.finding import RelatedText
from copylint.core.record import field, record
from copylint.core.rule import Severity
from copylint.packs.actions import Action, with_its_space
from copylint.packs.article_units import MASK, Unit
from copylint.packs.exceptions import Exceptions
from copylint.packs.message import Message
from copylint.packs.pattern import Clock, Pattern
from copylint.packs.scopes import TEXT, Scope
from copylint.packs.yaml_nodes import YamlNode

Keys = dict[str, tuple[YamlNode, YamlNode]]


class Quoted(StrEnum):
    """What a rule does inside quotation marks."""

    IGNORE = "ignore"
    QUERY = "query"
    SAME = "same"


@record
class CommonKeys:
    """The keys that every rule may have, read.

    ``draft`` rules run only when they are asked for by name, and so do those whose
    ``effective`` day is yet to come. ``owner`` answers for the rule.
    """

    message: Message
    description: Message | None
    severity: Severity
    scopes: tuple[Scope, ...]
    link: str
    limit: int
    action: Action | None
    quoted: Quoted
    owner: str = ""
    effective: date | None = None
    draft: bool = False

    @property
    def in_force(self) -> bool:
        """Whether the rule runs unasked today."""
        return not self.draft and (self.effective is None or self.effective <= date.today())


@record
class Hit:
    """A rule's verdict on code points ``start`` to ``end`` of a unit.

    ``replacements`` are texts for all of them; ``fixable`` says that a program may put the
    first of them in. ``related`` are places of the article.
    """

    start: int
    end: int
    message: str
    replacements: tuple[str, ...] = ()
    fixable: bool = False
    related: tuple[RelatedText, ...] = ()


@record(slots=False)
class PackRule(ABC):
    """One declarative rule.

    It looks for ``patterns``. If none of them can match in an article, the rule is not run
    on it, unless ``always`` is set.
    """

    extends: ClassVar[str]
    common: CommonKeys
    patterns: tuple[Pattern, ...]
    exceptions: Exceptions = field(default_factory=Exceptions)
    always: bool = False

    def over(
        self, units: Iterable[Unit], active: Sequence[int], clock: Clock
    ) -> Iterator[tuple[Unit, Hit]]:
        """The hits in an article's units, which come in order.

        Only the patterns numbered in ``active`` can match in the article. Raises
        ``TimeoutError``.
        """
        for unit in units:
            for hit in self.hits(unit, active, clock, QuotedException(unit, self.common)):
                yield unit, hit

    @abstractmethod
    def hits(
        self, unit: Unit, active: Sequence[int], clock: Clock, leave_out: QuotedException
    ) -> Iterator[Hit]:
        """The hits in ``unit``, in order, as ``over`` gives them.

        ``leave_out`` says of a place whether the rule is silent there.
        """

    def hit(
        self,
        unit: Unit,
        start: int,
        end: int,
        words: Sequence[str | tuple[str, ...]],
        clock: Clock,
        related: tuple[RelatedText, ...] = (),
    ) -> Hit:
        """A hit with the rule's action applied; the action's result is the last of the words."""
        common, action = self.common, self.common.action
        if action is None:
            return Hit(start, end, common.message.render(words), related=related)
        options = action.options(unit.text[start:end], clock, _spellings)
        message = common.message.render([*words, options or unit.text[start:end]])
        if action.name == "remove":
            start, end = with_its_space(unit.text, start, end)
        return Hit(start, end, message, options, action.is_fix, related)


class QuotedException:
    """Decides where in a unit a rule is silent because the words are quoted.

    A block quotation is quoted as a whole, unless the rule names its kinds of blocks.
    """

    def __init__(self, unit: Unit, common: CommonKeys) -> None:
        self._unit = unit
        self._silent = common.quoted is Quoted.IGNORE
        self._named = common.scopes != (TEXT,)

    def __call__(self, start: int) -> bool:
        """Whether code point ``start`` of the unit is to be left out."""
        return self._silent and self.is_quoted(start)

    def is_quoted(self, start: int) -> bool:
        """Whether code point ``start`` of the unit is another's words."""
        unit = self._unit
        if unit.raw:
            return False
        if unit.block is not None and unit.block.kind is BlockKind.QUOTATION and not self._named:
            return True
        return unit.article.quotations.is_quoted(unit.start + start)


def first_matches(
    patterns: Sequence[Pattern],
    active: Sequence[int],
    unit: Unit,
    clock: Clock,
    *,
    code: bool = False,
) -> Iterator[tuple[int, int, int]]:
    """Matches of any of the active patterns: pattern, start, end.

    As one alternation of all would find them: the leftmost, of those the first in order of
    ``active``; none overlaps another, none is empty, and, but for ``code``, none is of
    masked code alone.
    """
    if unit.here is not None:
        here = unit.here
        active = [number for number in active if number in here]
    for index, start, end in _remembered_matches(patterns, active, unit, clock):
        if unit.opaque and not code and not unit.view(patterns[index])[start:end].strip(MASK):
            continue
        yield index, start, end


def _remembered_matches(
    patterns: Sequence[Pattern], active: Sequence[int], unit: Unit, clock: Clock
) -> Iterable[tuple[int, int, int]]:
    """The same, with matches of masked code; a text that the unit's memory has is not searched."""
    if all(number in unit.starts for number in active):
        found = _known_matches(patterns, active, unit, clock)
    else:
        found = _sought_matches(patterns, active, unit, clock)
    known = unit.known
    if known is None or not known.keeps(unit):
        return found
    key = (known.rule, unit.text, tuple(active))
    matches = known.found.get(key)
    if matches is None:
        matches = [*found]
        known.found.put(key, matches)
    return matches


def _known_matches(
    patterns: Sequence[Pattern], active: Sequence[int], unit: Unit, clock: Clock
) -> Iterator[tuple[int, int, int]]:
    """The same for patterns whose matches can begin only at known places."""
    candidates: list[tuple[int, int]] = []
    for rank, number in enumerate(active):
        starts = unit.starts[number]
        first, last = bisect_left(starts, unit.start), bisect_left(starts, unit.end)
        candidates += [(start, rank) for start in starts[first:last]]
    if len(active) > 1:
        candidates.sort()
    at = 0
    for place, rank in candidates:
        start = place - unit.start
        if start < at:
            continue
        number = active[rank]
        pattern = patterns[number]
        found = pattern.match(unit.view(pattern), start, clock)
        if found is not None and found.end() > start:
            at = found.end()
            yield number, start, at


def _sought_matches(
    patterns: Sequence[Pattern], active: Sequence[int], unit: Unit, clock: Clock
) -> Iterator[tuple[int, int, int]]:
    at = 0
    pending: dict[int, tuple[int, int] | None] = {}
    while True:
        best: tuple[int, int, int] | None = None
        for index in active:
            known = pending.get(index, (-1, -1))
            if known is not None and known[0] < at:
                known = pending[index] = _next(patterns[index], index, unit, at, clock)
            if known is not None and (best is None or known[0] < best[1]):
                best = (index, *known)
        if best is None:
            return
        yield best
        at = best[2]


def _next(
    pattern: Pattern, number: int, unit: Unit, at: int, clock: Clock
) -> tuple[int, int] | None:
    view = unit.view(pattern)
    starts = unit.starts.get(number)
    if starts is not None:
        for index in range(bisect_left(starts, unit.start + at), len(starts)):
            if starts[index] >= unit.end:
                break
            found = pattern.match(view, starts[index] - unit.start, clock)
            if found is not None and found.end() > found.start():
                return (found.start(), found.end())
        return None
    if pattern.anchor:
        return _next_anchored(pattern, view, at, clock)
    while True:
        found = pattern.search(view, at, clock)
        if found is None:
            return None
        if found.end() > found.start():
            return (found.start(), found.end())
        at = found.end() + 1
        if at > len(view):
            return None


def _next_anchored(pattern: Pattern, view: str, at: int, clock: Clock) -> tuple[int, int] | None:
    """The same for a pattern that matches only where a line or the text begins.

    The engines would try every place.
    """
    starts = _line_starts(view, at) if pattern.anchor == "^" else [] if at else [0]
    openings = pattern.openings
    for start in starts:
        if openings and not view.startswith(openings, start):
            continue  # the pattern need not even be compiled
        found = pattern.match(view, start, clock)
        if found is not None and found.end() > start:
            return (start, found.end())
    return None


def _line_starts(view: str, at: int) -> Iterator[int]:
    """Where lines of ``view`` begin, from ``at`` on."""
    if not at:
        yield 0
    end = view.find("\n", max(at - 1, 0))
    while end >= 0:
        yield end + 1
        end = view.find("\n", end + 1)


def _spellings(word: str) -> tuple[str, ...]:
    from copylint.packs.spellings import spellings

    return spellings(word)
