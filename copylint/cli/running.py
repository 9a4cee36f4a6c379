"""Runs the rules over the articles of a command, with its progress bar and its cached results."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from copylint.cli.progress import Progress
from copylint.cli.settings import results_in

if TYPE_CHECKING:
    from copylint.cache.store import Store
    from copylint.config.schema import Config
    from copylint.runner.result import Input, RunResult


class RunningOptions(Protocol):
    """The options that say how a command runs the rules, not which."""

    quiet: bool
    jobs: int


def lint_inputs(
    found: Sequence[Input],
    settings: Config,
    options: RunningOptions,
    store: Store | None,
    *,
    forecast: bool = False,
) -> RunResult:
    """The result for the articles ``found``; results of earlier runs come from ``store``.

    ``forecast`` also works out what ``fix`` would correct. Raises as ``runner.pipeline.run``.
    """
    from copylint.runner.pipeline import run

    with Progress(len(found), wanted=not options.quiet) as progress:
        return run(
            found,
            settings,
            jobs=options.jobs,
            on_progress=progress.advance,
            cache=results_in(store, settings),
            forecast=forecast,
        )
