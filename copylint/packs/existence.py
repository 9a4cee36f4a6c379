"""``extends: existence``: reports every match of any of its patterns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copylint.core.kept_patterns import compiled
from copylint.core.record import record
from copylint.packs.article_units import Unit
from copylint.packs.common import COMMON, checked, flag, parse_common
from copylint.packs.exceptions import parse_exceptions
from copylint.packs.pack_rule import Hit, Keys, PackRule, QuotedException, first_matches
from copylint.packs.pattern import NONWORD, Clock, Pattern
from copylint.packs.yaml_nodes import RuleFile

KEYS = (*COMMON, "tokens", "raw", "append", "ignorecase", "nonword", "exceptions", "vocab")
_PERCENT = compiled(r"%(?:(%)|([a-zA-Z])|(.?))", re.DOTALL)


@record(slots=False)
class Existence(PackRule):
    """Words that should not be there. The message has the match, then the replacement."""

    extends = "existence"

    def hits(
        self, unit: Unit, active: Sequence[int], clock: Clock, leave_out: QuotedException
    ) -> Iterator[Hit]:
        """One hit for every match."""
        for _, start, end in first_matches(self.patterns, active, unit, clock):
            if not leave_out(start) and not self.exceptions.spare(unit, start, end, clock):
                yield self.hit(unit, start, end, [unit.text[start:end]], clock)


def parse(file: RuleFile, keys: Keys) -> PackRule:
    """The rule in ``keys``. Raises ``RuleProblem``."""
    file.known_keys(keys, KEYS)
    house = file.house
    common = parse_common(file, keys, 1)
    if common.action and common.action.name == "replace" and not common.action.params:
        raise file.problem(keys["action"][0], "the action has no 'params' to replace the match by")
    ignorecase, nonword = flag(file, keys, "ignorecase"), flag(file, keys, "nonword")
    append, vocabulary = flag(file, keys, "append"), flag(file, keys, "vocab", True)
    tokens = file.strings(keys["tokens"][1], "'tokens'") if "tokens" in keys else []
    raw = file.strings(keys["raw"][1], "'raw'") if "raw" in keys else []
    if not tokens and not raw:
        raise file.problem(keys["extends"][0], "the rule has neither 'tokens' nor 'raw'")
    template = NONWORD if nonword else house.word
    if raw:
        for text, node in tokens:
            checked(file, node, Pattern(text))
        body = "".join(text for text, _ in raw)
        if house.strict:
            # Vale's flag for lines comes after it, unless it is appended.
            body = _formatted(body) if append else f"(?-m:{_formatted(body)})"
        if tokens:
            alternatives = template.replace("%s", "|".join(text for text, _ in tokens))
            body = alternatives + body if append else body + alternatives
        patterns = [checked(file, keys["raw"][1], Pattern(body, NONWORD, ignorecase, house.strict))]
    else:
        patterns = [
            checked(file, node, Pattern(text, template, ignorecase, house.strict))
            for text, node in tokens
        ]
    exceptions = parse_exceptions(file, keys, vocabulary=vocabulary and not nonword)
    return Existence(common, tuple(patterns), exceptions)


def _formatted(raw: str) -> str:
    """``raw`` as Vale has it, which passes it through Go's ``Sprintf``."""
    return _PERCENT.sub(
        lambda sign: "%" if sign[1] else f"%!{sign[2]}(MISSING)" if sign[2] else "%!(NOVERB)", raw
    )
