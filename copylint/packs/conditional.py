"""``extends: conditional``: reports what has not been introduced before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from copylint.core.record import record
from copylint.packs.article_units import Unit
from copylint.packs.common import COMMON, checked, flag, parse_common
from copylint.packs.exceptions import parse_exceptions
from copylint.packs.pack_rule import Hit, Keys, PackRule, QuotedException, first_matches
from copylint.packs.pattern import NONWORD, Clock, Pattern
from copylint.packs.yaml_nodes import RuleFile

KEYS = (*COMMON, "first", "second", "ignorecase", "exceptions", "vocab")
_FIRST, _SECOND = 0, 1


@record(slots=False)
class Conditional(PackRule):
    """If the first of two patterns matches, the second must. The message has the match.

    If the second has a group (``groups``), the group's text counts as introduced from its unit
    on; if it has none, it must match in the same unit.
    """

    extends = "conditional"
    groups: int = 0
    ignorecase: bool = False

    def over(
        self, units: Iterable[Unit], active: Sequence[int], clock: Clock
    ) -> Iterator[tuple[Unit, Hit]]:
        """The hits; what is introduced is remembered from unit to unit."""
        if _FIRST not in active:
            return
        known: set[str] = set()
        for unit in units:
            introduced = False
            if _SECOND in active:
                for found in self._introductions(unit, clock):
                    introduced = True
                    known |= found
            if introduced and not self.groups:
                continue
            leave_out = QuotedException(unit, self.common)
            for _, start, end in first_matches(self.patterns, [_FIRST], unit, clock):
                text = unit.text[start:end]
                if (
                    self._folded(text) not in known
                    and not leave_out(start)
                    and not self.exceptions.spare(unit, start, end, clock)
                ):
                    yield unit, self.hit(unit, start, end, [text], clock)

    def hits(
        self, unit: Unit, active: Sequence[int], clock: Clock, leave_out: QuotedException
    ) -> Iterator[Hit]:
        """The hits of an article that is one unit."""
        return (hit for _, hit in self.over([unit], active, clock))

    def _folded(self, text: str) -> str:
        return text.casefold() if self.ignorecase else text

    def _introductions(self, unit: Unit, clock: Clock) -> Iterator[set[str]]:
        pattern = self.patterns[_SECOND]
        view, at = unit.view(pattern), 0
        while at <= len(view) and (found := pattern.search(view, at, clock)) is not None:
            yield {
                self._folded(text)
                for number in range(1, self.groups + 1)
                if (text := found.group(number))
            }
            at = max(found.end(), found.start() + 1)


def parse(file: RuleFile, keys: Keys) -> PackRule:
    """The rule in ``keys``. Raises ``RuleProblem``."""
    file.known_keys(keys, KEYS)
    strict = file.house.strict
    common = parse_common(file, keys, 1)
    # Vale knows the key and passes over it.
    ignorecase = flag(file, keys, "ignorecase") and not strict
    patterns = []
    for name in ("first", "second"):
        if name not in keys:
            raise file.problem(keys["extends"][0], f"the rule has no '{name}'")
        node = keys[name][1]
        text = file.string(node, f"'{name}'")
        if not text.strip():
            raise file.problem(node, f"'{name}' is empty")
        patterns.append(checked(file, node, Pattern(text, NONWORD, ignorecase, strict)))
    return Conditional(
        common,
        tuple(patterns),
        parse_exceptions(file, keys, vocabulary=flag(file, keys, "vocab", True)),
        groups=patterns[_SECOND].groups,
        ignorecase=ignorecase,
    )
