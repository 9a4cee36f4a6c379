"""The one call chain: inputs and a configuration in, findings in order out.

Light to import: the checks are imported only once there is something to check.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from typing import TYPE_CHECKING

from copylint.config.schema import Config, RuleSources
from copylint.core.errors import EngineError
from copylint.core.record import replace
from copylint.runner.deep_policy import apply_deep_policy
from copylint.runner.result import FileResult, Input, RunResult, size_of

if TYPE_CHECKING:
    from copylint.runner.result_cache import ResultCache


def run(
    inputs: Sequence[Input],
    config: Config,
    *,
    jobs: int = 0,
    on_progress: Callable[[int], None] | None = None,
    cache: ResultCache | None = None,
    forecast: bool = False,
) -> RunResult:
    """Check all inputs. The result is the same for any ``jobs`` (0: all cores).

    ``on_progress`` is called in this process with the number of inputs just finished.
    Engines that cannot start are named in ``engine_errors``; with ``strict_engines`` the
    first one raises ``EngineError``. Inputs whose results ``cache`` holds are not checked
    again, and new results are added to it. ``forecast`` also works out what ``fix`` would do,
    unless there is so much to check that it would take too long.
    """
    files: list[FileResult | None] = cache.find(inputs) if cache else [None] * len(inputs)
    if forecast:
        from copylint.runner.forecasting import MOST_BYTES, is_missing

        forecast = sum(map(size_of, inputs)) <= MOST_BYTES
        if forecast:
            files = [None if file and is_missing(file) else file for file in files]
    missing = [index for index, file in enumerate(files) if file is None]
    if on_progress and len(missing) < len(files):
        on_progress(len(files) - len(missing))
    engine_errors: list[str] = []
    config = apply_deep_policy(config)
    if missing:
        from copylint.runner.executor import check

        places = iter(missing)
        rest = [inputs[index] for index in missing]
        # Engines keep nothing from run to run if results are not kept.
        how = replace(config, cache=cache is not None)
        with closing(check(rest, how, jobs, engine_errors, forecast=forecast)) as chunks:
            for chunk in chunks:
                for file in chunk.files:
                    files[next(places)] = file
                if cache:
                    cache.add(chunk)
                for error in chunk.engine_errors:
                    if error not in engine_errors:
                        engine_errors.append(error)
                if on_progress:
                    on_progress(len(chunk.files))
        if cache:
            cache.save()
    if config.strict_engines and engine_errors:
        raise EngineError(*engine_errors[0].split(": ", 1))
    result = RunResult([file for file in files if file is not None], engine_errors)
    result.rule_errors, result.rule_notes = rule_file_notes(config)
    return result


def rule_file_notes(config: Config) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The faults of rule files that cannot be used, and what is passed over in others.

    Faults of a rule that the configuration ignores do not matter.
    """
    if config.rule_sources == RuleSources():  # copylint's own rules have no faults to report
        return (), ()
    from copylint.runner.rule_selection import chosen
    from copylint.runner.rules import house_rules

    selectors = chosen(config)
    house = house_rules(config.rule_sources, selectors)
    ignored = {
        fault for name, fault in house.faults.items() if not selectors.may_run(name, default=True)
    }
    return tuple(each for each in house.problems if each not in ignored), tuple(house.notes)
