"""The one call chain: inputs and a configuration in, findings in order out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from copylint.config.schema import Config
from copylint.contract.engine import Engine
from copylint.model.errors import EngineError
from copylint.model.finding import Finding
from copylint.run.inspect import (
    ChunkResult,
    FileResult,
    Input,
    Inspector,
    engine_settings,
    fault,
)
from copylint.run.pool import Pool
from copylint.run.registry import all_engines, house_rules

# A pool costs about 0.1 s to start and every worker its own engine; below this many
# bytes one process is done sooner.
_POOL_WORTH_BYTES = 400_000
# Small enough to keep workers evenly busy, large enough that messages do not count.
_CHUNK_BYTES = 150_000


@dataclass(slots=True)
class RunResult:
    """Everything a run found, in order, and everything it could not do.

    ``rule_errors`` tell of rule files that cannot be used, ``rule_notes`` of what is passed
    over in others.
    """

    files: list[FileResult] = field(default_factory=list)
    engine_errors: list[str] = field(default_factory=list)
    rule_errors: tuple[str, ...] = ()
    rule_notes: tuple[str, ...] = ()

    @property
    def findings(self) -> Iterator[Finding]:
        """All findings, by file in the order given, then by place."""
        return (finding for file in self.files for finding in file.findings)

    @property
    def errors(self) -> list[FileResult]:
        """The inputs that could not be checked."""
        return [file for file in self.files if file.error]

    @property
    def words(self) -> int:
        """Words checked."""
        return sum(file.words for file in self.files)


def available_cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run(
    inputs: Sequence[Input],
    config: Config,
    *,
    jobs: int = 0,
    on_progress: Callable[[int], None] | None = None,
) -> RunResult:
    """Check all inputs. The result is the same for any ``jobs`` (0: all cores).

    ``on_progress`` is called in this process with the number of inputs just finished.
    Engines that cannot start are named in ``engine_errors``; with ``strict_engines`` the
    first one raises ``EngineError``.
    """
    house = house_rules(config.rule_sources)
    result = RunResult(rule_errors=house.problems, rule_notes=house.notes)
    with _engines(config, result.engine_errors) as addresses:
        for chunk in _results(inputs, config, addresses, jobs):
            result.files += chunk.files
            for error in chunk.engine_errors:
                if error not in result.engine_errors:
                    result.engine_errors.append(error)
            if on_progress:
                on_progress(len(chunk.files))
    if config.strict_engines and result.engine_errors:
        raise EngineError(*result.engine_errors[0].split(": ", 1))
    return result


@contextmanager
def _engines(config: Config, errors: list[str]) -> Iterator[dict[str, str]]:
    """Start the configured engines, and stop them whatever happens."""
    addresses: dict[str, str] = {}
    with ExitStack() as stack:
        for name in config.grammar:
            engine = all_engines()[name]
            stack.callback(_stop, engine, errors)
            try:
                addresses[name] = engine.start(engine_settings(config, name))
            except EngineError as error:
                if config.strict_engines:
                    raise
                errors.append(str(error))
        yield addresses


def _stop(engine: Engine, errors: list[str]) -> None:
    """Stop the engine; a fault of that must not hide what ended the run (a Ctrl-C, say)."""
    try:
        engine.stop()
    except Exception as error:  # noqa: BLE001 - any fault of a foreign library
        errors.append(f"{engine.name}: could not be stopped cleanly: {fault(error)}")


def _results(
    inputs: Sequence[Input], config: Config, addresses: dict[str, str], jobs: int
) -> Iterator[ChunkResult]:
    sizes = [_size(each) for each in inputs]
    workers = min(jobs or available_cores(), len(inputs))
    if workers <= 1 or (not jobs and sum(sizes) < _POOL_WORTH_BYTES):
        with closing(Inspector(config, addresses)) as inspector:
            for chunk in _chunks(inputs, sizes):
                yield inspector.inspect(chunk)
        return
    with Pool[list[Input], ChunkResult](workers, _begin_worker, config, addresses) as pool:
        yield from pool.map(_chunks(inputs, sizes))


def _size(each: Input) -> int:
    given = each.data if each.data is not None else each.text
    if given is not None:
        return len(given)
    try:
        return Path(each.path).stat().st_size
    except OSError:
        return 0


def _chunks(inputs: Sequence[Input], sizes: Sequence[int]) -> Iterator[list[Input]]:
    chunk: list[Input] = []
    weight = 0
    for each, size in zip(inputs, sizes, strict=True):
        if chunk and weight + size > _CHUNK_BYTES:
            yield chunk
            chunk, weight = [], 0
        chunk.append(each)
        weight += size
    if chunk:
        yield chunk


def _begin_worker(
    config: Config, addresses: dict[str, str]
) -> Callable[[list[Input]], ChunkResult]:
    return Inspector(config, addresses).inspect
