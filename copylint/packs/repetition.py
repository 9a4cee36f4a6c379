"""``extends: repetition``: reports what occurs twice in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copylint.core.record import record
from copylint.language.sentences import sentence_spans
from copylint.packs.article_units import Unit
from copylint.packs.common import COMMON, checked, flag, parse_common
from copylint.packs.exceptions import parse_exceptions
from copylint.packs.pack_rule import Hit, Keys, PackRule, QuotedException, first_matches
from copylint.packs.pattern import NONWORD, Clock, Pattern
from copylint.packs.yaml_nodes import RuleFile

KEYS = (*COMMON, "tokens", "max", "ignorecase", "alpha", "exceptions", "vocab")


@record(slots=False)
class Repetition(PackRule):
    """A match that is the same as the one before. The message has the match.

    ``most`` repetitions of a match are let pass. ``alpha``: of words of letters alone.
    ``far``: what comes between two matches neither counts nor ends a count.
    """

    extends = "repetition"
    most: int = 0
    ignorecase: bool = False
    alpha: bool = False
    far: bool = False

    def hits(
        self, unit: Unit, active: Sequence[int], clock: Clock, leave_out: QuotedException
    ) -> Iterator[Hit]:
        """A hit from the match before to the one that repeats it once too often."""
        text = unit.masked
        before = ""
        last = (0, 0)
        count = 0
        for _, start, end in first_matches(self.patterns, active, unit, clock, code=True):
            now = text[start:end].strip()
            same = now == before or (self.ignorecase and now.casefold() == before.casefold())
            near = self.far or not text[last[1] : start].strip()
            if same and near and now and (not self.alpha or now.isalpha()):
                count += 1
                if count > self.most and self._counts(unit, last[0], start, end, clock, leave_out):
                    yield self.hit(unit, last[0], end, [now], clock)
                    count = 0
            elif not self.far:
                count = 0
            before, last = now, (start, end)

    def _counts(
        self, unit: Unit, start: int, again: int, end: int, clock: Clock, leave_out: QuotedException
    ) -> bool:
        """Whether the repetition is one, not two ends of sentences or an exception."""
        if leave_out(start) or leave_out(again):
            return False
        if len(sentence_spans(unit.text, start, end)) > 1:
            return False
        return not self.exceptions.spare(unit, start, end, clock)


def parse(file: RuleFile, keys: Keys) -> PackRule:
    """The rule in ``keys``. Raises ``RuleProblem``."""
    file.known_keys(keys, KEYS)
    strict = file.house.strict
    common = parse_common(file, keys, 1)
    tokens = file.strings(keys["tokens"][1], "'tokens'") if "tokens" in keys else []
    if not tokens:
        raise file.problem(keys["extends"][0], "the rule has no 'tokens'")
    ignorecase = flag(file, keys, "ignorecase")
    for text, node in tokens:
        checked(file, node, Pattern(text))
    pattern = Pattern("|".join(text for text, _ in tokens), NONWORD, ignorecase, strict)
    return Repetition(
        common,
        (checked(file, keys["tokens"][1], pattern),),
        parse_exceptions(file, keys, vocabulary=flag(file, keys, "vocab", True)),
        most=file.whole_number(keys["max"][1], "'max'") if "max" in keys else 0,
        ignorecase=ignorecase,
        alpha=flag(file, keys, "alpha"),
        far=strict,
    )
