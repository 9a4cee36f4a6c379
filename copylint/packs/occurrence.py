"""``extends: occurrence``: reports blocks or sentences with too many or too few matches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copylint.core.record import record
from copylint.packs.article_units import MASK, Unit
from copylint.packs.common import COMMON, checked, flag, parse_common
from copylint.packs.pack_rule import Hit, Keys, PackRule, QuotedException, first_matches
from copylint.packs.pattern import NONWORD, Clock, Pattern
from copylint.packs.yaml_nodes import RuleFile

KEYS = (*COMMON, "token", "max", "min", "ignorecase")


@record(slots=False)
class Occurrence(PackRule):
    """Limits how often something may occur in a unit. The message gives the actual count.

    ``most`` and ``least`` are 0 if there is no such limit. ``strict``: matches in inline
    code count too, though they are not marked, and a missing match is reported at the top
    of the article.
    """

    extends = "occurrence"
    most: int = 0
    least: int = 0
    strict: bool = False

    def hits(
        self, unit: Unit, active: Sequence[int], clock: Clock, leave_out: QuotedException
    ) -> Iterator[Hit]:
        """One hit at most: at the first match, or all of a unit that has none."""
        text = unit.text
        count = 0
        first: tuple[int, int] | None = None
        for _, start, end in first_matches(self.patterns, active, unit, clock, code=self.strict):
            if leave_out(start):
                continue
            count += 1
            if first is None and unit.masked[start:end].strip().strip(MASK):
                first = (start, end)
        if not (self.most and count > self.most) and not (self.least and count < self.least):
            return
        if first is None:
            if count or not text.strip():
                return  # spaces alone: there is nothing to point at
            first = (len(text) - len(text.lstrip()), len(text.rstrip()))
            if self.strict:
                first = (-unit.start, -unit.start)
            yield Hit(*first, self.common.message.render([str(count), ""]))
            return
        yield self.hit(unit, *first, [str(count)], clock)


def parse(file: RuleFile, keys: Keys) -> PackRule:
    """The rule in ``keys``. Raises ``RuleProblem``."""
    file.known_keys(keys, KEYS)
    common = parse_common(file, keys, 1, fixes=())
    if "token" not in keys:
        raise file.problem(keys["extends"][0], "the rule has no 'token'")
    node = keys["token"][1]
    token = file.string(node, "'token'")
    if not token.strip():
        raise file.problem(node, "'token' is empty")
    most = file.whole_number(keys["max"][1], "'max'") if "max" in keys else 0
    least = file.whole_number(keys["min"][1], "'min'") if "min" in keys else 0
    if not most and not least:
        raise file.problem(keys["extends"][0], "the rule has neither a 'max' nor a 'min' above 0")
    if most and least > most:
        raise file.problem(keys["min"][1], f"'min' is above 'max', which is {most}")
    strict = file.house.strict
    pattern = Pattern(token, NONWORD, flag(file, keys, "ignorecase"), strict)
    checked(file, node, pattern)
    return Occurrence(common, (pattern,), always=least > 0, most=most, least=least, strict=strict)
