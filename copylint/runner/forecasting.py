"""What ``copylint fix`` would correct, found out while a check has its engines at hand."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from copylint.config.schema import Config
from copylint.core.errors import InputError
from copylint.core.fix import Safety
from copylint.core.record import replace
from copylint.runner.linter import Linter
from copylint.runner.result import ChunkResult, FileResult, Input
from copylint.runner.time_limit import OutOfTime

#: Trying the fixes of a file takes about as long as checking it. A run over more bytes than
#: this, some 16,000 words, does without.
MOST_BYTES = 100_000


def is_missing(file: FileResult) -> bool:
    """Whether a file has fixes that were not tried."""
    return file.forecast is None and any(each.safety is Safety.SAFE for each in file.findings)


def forecasting(
    linter: Linter, config: Config, addresses: dict[str, str]
) -> Callable[[Sequence[Input]], ChunkResult]:
    """A function that checks inputs with ``linter`` and tries the fixes of the findings."""
    from copylint.runner.fixer import Fixer, Plan

    fixer = Fixer(config, addresses, Plan(), linter)

    def lint(inputs: Sequence[Input]) -> ChunkResult:
        result = linter.lint(inputs)
        result.files = [
            _with_forecast(fixer, each, file)
            for each, file in zip(inputs, result.files, strict=True)
        ]
        return result

    def _with_forecast(fixer: Fixer, each: Input, file: FileResult) -> FileResult:
        if not is_missing(file):
            return file
        try:
            return replace(file, forecast=fixer.forecast(each, file))
        except (InputError, OutOfTime):
            return file

    return lint
