"""A trial: what some rules find in an archive, counted, with a sample to read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import TypeVar

from copylint.core.finding import Finding
from copylint.core.record import field, record
from copylint.runner.result import RunResult

_T = TypeVar("_T")


@record(frozen=False)
class TrialOutcome:
    """What a trial came to.

    ``rules`` and ``texts`` count findings by rule and by the words found. ``articles`` were
    checked, ``hit`` of them have a finding. ``sample`` is spread evenly over the archive.
    ``failures`` are paths and reasons of what could not be checked, ``problems`` faults of rule
    files.
    """

    rules: Counter[str] = field(default_factory=Counter)
    texts: Counter[str] = field(default_factory=Counter)
    articles: int = 0
    hit: int = 0
    words: int = 0
    sample: list[Finding] = field(default_factory=list)
    failures: list[tuple[str, str]] = field(default_factory=list)
    problems: tuple[str, ...] = ()

    @property
    def findings(self) -> int:
        """How many findings there are in all."""
        return self.rules.total()

    @property
    def per_1000(self) -> float:
        """Findings per 1,000 words."""
        return 1000 * self.findings / self.words if self.words else 0.0


def trial_of(result: RunResult, wanted: Callable[[str], bool], sample: int) -> TrialOutcome:
    """The trial of the rules that are ``wanted`` by a run over files."""
    findings = [each for each in result.findings if wanted(each.rule)]
    return TrialOutcome(
        Counter(each.rule for each in findings),
        Counter(each.text for each in findings),
        len(result.files) - len(result.errors),
        len({each.path for each in findings}),
        result.words,
        spread(findings, sample),
        [(file.path, file.error) for file in result.errors],
        result.rule_errors,
    )


def spread(items: Sequence[_T], count: int) -> list[_T]:
    """``count`` of ``items``, spread evenly over them, the same every time."""
    if len(items) <= count:
        return list(items)
    return [items[index * len(items) // count] for index in range(count)]
