"""``extends: consistency``: reports an article that writes the same thing in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from copylint.core.finding import RelatedText
from copylint.core.record import record
from copylint.core.span import TextSpan
from copylint.packs.article_units import Unit
from copylint.packs.common import COMMON, checked, flag, parse_common
from copylint.packs.pack_rule import Hit, Keys, PackRule, QuotedException, first_matches
from copylint.packs.pattern import NONWORD, Clock, Pattern
from copylint.packs.yaml_nodes import RuleFile

KEYS = (*COMMON, "either", "ignorecase", "nonword")
_PLAIN = re.compile(r"[\w ,'’-]+")


@record
class _Place:
    unit: Unit
    start: int
    end: int


@record(slots=False)
class Consistency(PackRule):
    """Two ways to write it: patterns 2n and 2n + 1. The message has the match.

    The less frequent form is the finding, or the later one if both are equally frequent.
    ``later``: instead, once both have been seen, the last match of each unit.
    """

    extends = "consistency"
    later: bool = False

    def over(
        self, units: Iterable[Unit], active: Sequence[int], clock: Clock
    ) -> Iterator[tuple[Unit, Hit]]:
        """The hits, known when all of the article has been read."""
        if not any(index ^ 1 in active for index in active):
            return
        found: dict[int, list[_Place]] = {}
        for unit in units:
            leave_out = QuotedException(unit, self.common)
            last: dict[int, _Place] = {}
            for pair in sorted({index // 2 for index in active}):
                variants = [each for each in (2 * pair, 2 * pair + 1) if each in active]
                for index, start, end in first_matches(self.patterns, variants, unit, clock):
                    if not leave_out(start):
                        place = last[pair] = _Place(unit, start, end)
                        found.setdefault(index, []).append(place)
            if self.later:
                for pair, place in last.items():
                    if 2 * pair in found and 2 * pair + 1 in found:
                        yield unit, self._hit(place, clock)
        if not self.later:
            for index in range(0, len(self.patterns), 2):
                yield from self._fewer(found, index, clock)

    def hits(
        self, unit: Unit, active: Sequence[int], clock: Clock, leave_out: QuotedException
    ) -> Iterator[Hit]:
        """The hits of an article that is one unit."""
        return (hit for _, hit in self.over([unit], active, clock))

    def _fewer(
        self, found: dict[int, list[_Place]], index: int, clock: Clock
    ) -> Iterator[tuple[Unit, Hit]]:
        first, second = found.get(index), found.get(index + 1)
        if not first or not second:
            return
        if (len(first), -first[0].unit.start - first[0].start) < (
            len(second),
            -second[0].unit.start - second[0].start,
        ):
            fewer, more, kept = first, second, index + 1
        else:
            fewer, more, kept = second, first, index
        other = more[0]
        related: tuple[RelatedText, ...] = ()
        if not other.unit.raw:
            at = other.unit.start
            span = TextSpan(at + other.start, at + other.end)
            times = "once" if len(more) == 1 else f"{len(more)} times"
            related = (RelatedText(span, f"written this way here, {times} in all"),)
        body = self.patterns[kept].body
        for place in fewer:
            hit = self._hit(place, clock, related)
            if not hit.replacements and _PLAIN.fullmatch(body):
                hit = Hit(hit.start, hit.end, hit.message, (body,), False, related)
            yield place.unit, hit

    def _hit(self, place: _Place, clock: Clock, related: tuple[RelatedText, ...] = ()) -> Hit:
        words = [place.unit.text[place.start : place.end]]
        return self.hit(place.unit, place.start, place.end, words, clock, related)


def parse(file: RuleFile, keys: Keys) -> PackRule:
    """The rule in ``keys``. Raises ``RuleProblem``."""
    file.known_keys(keys, KEYS, lax=True)
    house = file.house
    common = parse_common(file, keys, 1)
    if "either" not in keys:
        raise file.problem(keys["extends"][0], "the rule has no 'either'")
    pairs = file.table(keys["either"][1], "'either'")
    if not pairs:
        raise file.problem(keys["either"][0], "'either' is empty")
    ignorecase = flag(file, keys, "ignorecase")
    template = NONWORD if flag(file, keys, "nonword") else house.word
    patterns = [
        checked(file, at, Pattern(text, template, ignorecase, house.strict))
        for one, node, other, where in pairs
        for text, at in ((one, node), (other, where))
    ]
    return Consistency(common, tuple(patterns), later=house.strict)
