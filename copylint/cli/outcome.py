"""Turns what a run has found into what is reported, and into an exit code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from copylint.cli.choices import FailOn
from copylint.cli.exits import CLEAN, FAILED, FINDINGS
from copylint.core.rule import Severity

if TYPE_CHECKING:
    from copylint.config.schema import Config
    from copylint.core.errors import InputError
    from copylint.report.base import Failure, Fixable, Library, Outcome
    from copylint.runner.result import RunResult


def outcome_of(
    result: RunResult,
    not_found: Sequence[InputError],
    library: Library | None = None,
    fixable: Fixable | None = None,
    notes: Sequence[str] = (),
) -> Outcome:
    """What a run reports; ``not_found`` are paths at which nothing exists.

    ``library`` is where reports look up more, ``fixable`` what fix would do, and ``notes`` say
    what was left out.
    """
    from copylint import __version__
    from copylint.report.base import Failure, Library, Outcome

    failures = [Failure("input", error.path, error.message) for error in not_found]
    failures += (Failure("input", file.path, file.error) for file in result.errors)
    failures.sort(key=lambda failure: failure.subject)
    failures += (_failure("rule", error) for error in result.rule_errors)
    failures += (_failure("engine", error) for error in sorted(result.engine_errors))
    return Outcome(
        findings=tuple(sorted(result.findings, key=lambda finding: finding.sort_key)),
        failures=tuple(failures),
        paths=tuple(file.path for file in result.files if not file.error),
        words=result.words,
        version=__version__,
        library=library or Library(),
        headlines={file.path: file.headline for file in result.files if file.headline},
        fixable=fixable,
        notes=tuple(notes),
    )


def fixable_in(result: RunResult) -> Fixable:
    """What ``copylint fix`` would do about the findings of ``result``."""
    from copylint.core.fix import Safety
    from copylint.report.base import Fixable

    keys: set[tuple[str, str, int, int]] = set()
    further, is_exact = 0, True
    for file in result.files:
        if not file.findings:
            continue
        safe = {
            (each.rule, each.span.start, each.span.end)
            for each in file.findings
            if each.safety is Safety.SAFE
        }
        if file.forecast is not None:
            safe.intersection_update(file.forecast.applied)
            further += file.forecast.further
        elif safe:
            is_exact = False
        keys.update((file.path, *key) for key in safe)
    return Fixable(frozenset(keys), len(keys) + further, is_exact)


def _failure(kind: str, error: str) -> Failure:
    from copylint.report.base import Failure

    name, _, message = error.partition(": ")
    return Failure(kind, name, message)


def rule_counts(outcome: Outcome) -> list[str]:
    """A line for each rule with findings: how many it has."""
    width = max((len(f"{count:,}") for _, count in outcome.by_rule), default=0)
    return [f"{count:>{width},}  {rule}\n" for rule, count in outcome.by_rule]


def exit_code_for(outcome: Outcome, fail_on: FailOn | None, config: Config) -> int:
    """The exit code: an optional engine that does not answer is not a failure; a broken rule is."""
    if any(failure.kind != "engine" for failure in outcome.failures):
        return FAILED
    if fail_on is FailOn.NEVER:
        return CLEAN
    least = config.fail_on if fail_on is None else Severity[fail_on.name]
    failing = any(count and severity >= least for severity, count in outcome.by_severity.items())
    return FINDINGS if failing else CLEAN
