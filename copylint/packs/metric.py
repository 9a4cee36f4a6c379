"""``extends: metric``: reports an article by a formula over its counts of words and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copylint.core.record import record
from copylint.packs.arithmetic import BadFormula, Formula, read_formula
from copylint.packs.article_units import Unit
from copylint.packs.common import COMMON, parse_common
from copylint.packs.document_span import whole_span
from copylint.packs.metric_counts import NAMES, counts
from copylint.packs.pack_rule import Hit, Keys, PackRule, QuotedException
from copylint.packs.pattern import Clock
from copylint.packs.scopes import SUMMARY
from copylint.packs.yaml_nodes import RuleFile

KEYS = (*COMMON, "formula", "condition")
_HEADING = re.compile(r"\bheading\.(h[1-6])\b")
_RESULT = "result"


def _no_formula(_: object) -> float:
    return 0.0


@record(slots=False)
class Metric(PackRule):
    """A number, and when it is too much. The message has the number, with two decimals."""

    extends = "metric"
    formula: Formula = _no_formula
    condition: Formula = _no_formula
    strict: bool = False

    def hits(
        self, unit: Unit, active: Sequence[int], clock: Clock, leave_out: QuotedException
    ) -> Iterator[Hit]:
        """One hit at most, of an article that has words."""
        numbers = counts(unit.article, strict=self.strict)
        if not numbers["words"]:
            return
        try:
            result = float(self.formula(numbers))
            if not self.condition({**numbers, _RESULT: result}):
                return
        except (ArithmeticError, ValueError):
            return  # no sentence to divide by: nothing is said
        start, end = whole_span(unit, strict=self.strict)
        yield Hit(start, end, self.common.message.render([f"{result:.2f}"]))


def parse(file: RuleFile, keys: Keys) -> PackRule:
    """The rule in ``keys``. Raises ``RuleProblem``."""
    file.known_keys(keys, KEYS)
    common = parse_common(file, keys, 1, fixes=(), scopes=(SUMMARY,))
    formulas: list[Formula] = []
    for name, before in (("formula", ""), ("condition", f"{_RESULT} ")):
        if name not in keys:
            raise file.problem(keys["extends"][0], f"the rule has no '{name}'")
        node = keys[name][1]
        text = before + _HEADING.sub(r"heading_\1", file.string(node, f"'{name}'"))
        try:
            formulas.append(read_formula(text, NAMES | {_RESULT}))
        except BadFormula as error:
            raise file.problem(node, f"not a formula: {error}", error.at - len(before)) from None
    return Metric(
        common,
        (),
        always=True,
        formula=formulas[0],
        condition=formulas[1],
        strict=file.house.strict,
    )
