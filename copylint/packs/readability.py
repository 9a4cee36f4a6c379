"""``extends: readability``: reports an article that takes too many years of schooling to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copylint.analysis.reading_grades import GRADES
from copylint.core.record import record
from copylint.packs.article_units import Unit
from copylint.packs.common import COMMON, parse_common
from copylint.packs.document_span import whole_span
from copylint.packs.pack_rule import Hit, Keys, PackRule, QuotedException
from copylint.packs.pattern import Clock
from copylint.packs.scopes import SUMMARY
from copylint.packs.yaml_nodes import RuleFile

KEYS = (*COMMON, "metrics", "grade")


@record(slots=False)
class Readability(PackRule):
    """The mean of ``metrics`` and the most that it may be. The message has the mean."""

    extends = "readability"
    metrics: tuple[str, ...] = ()
    grade: float = 0.0
    strict: bool = False

    def hits(
        self, unit: Unit, active: Sequence[int], clock: Clock, leave_out: QuotedException
    ) -> Iterator[Hit]:
        """One hit at most."""
        from copylint.analysis.readability import running_prose
        from copylint.analysis.reading_grades import mean_grade

        prose = running_prose(unit.article)
        if not prose:
            return
        grade = mean_grade(prose, self.metrics)
        if grade > self.grade:
            start, end = whole_span(unit, strict=self.strict)
            yield Hit(start, end, self.common.message.render([f"{grade:.2f}"]))


def parse(file: RuleFile, keys: Keys) -> PackRule:
    """The rule in ``keys``. Raises ``RuleProblem``."""
    file.known_keys(keys, KEYS)
    common = parse_common(file, keys, 1, fixes=(), scopes=(SUMMARY,))
    metrics = file.strings(keys["metrics"][1], "'metrics'") if "metrics" in keys else []
    if not metrics:
        raise file.problem(keys["extends"][0], "the rule has no 'metrics'")
    for name, node in metrics:
        if name not in GRADES:
            raise file.problem(node, f"'{name}' is not a metric; use one of {', '.join(GRADES)}")
    if "grade" not in keys:
        raise file.problem(keys["extends"][0], "the rule has no 'grade'")
    return Readability(
        common,
        (),
        always=True,
        metrics=tuple(dict.fromkeys(name for name, _ in metrics)),
        grade=file.number(keys["grade"][1], "'grade'"),
        strict=file.house.strict,
    )
