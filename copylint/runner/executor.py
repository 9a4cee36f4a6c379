"""Checks inputs, in this process or in several."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing

from copylint.config.schema import Config
from copylint.runner.engine_sessions import running
from copylint.runner.linter import Linter
from copylint.runner.parallelism import workers_for
from copylint.runner.result import ChunkResult, FileResult, Input, size_of
from copylint.runner.time_limit import FIX_ROUNDS, too_slow, wall_clock
from copylint.runner.worker_pool import DIED, Pool, Recovery

# Small enough to keep workers evenly busy, large enough to make the cost of messages negligible.
_CHUNK_BYTES = 150_000


def check(
    inputs: Sequence[Input],
    config: Config,
    jobs: int,
    engine_errors: list[str],
    *,
    forecast: bool = False,
) -> Generator[ChunkResult, None, None]:
    """Check the inputs in order, some at a time; engines run until the last is done.

    ``jobs`` is the number of processes, 0 for as many as are worth it. Engines that cannot
    start are reported in ``engine_errors``, or raise ``EngineError`` with ``strict_engines``.
    With ``forecast``, the fixes of the findings are tried, too.
    """
    with running(config, engine_errors) as addresses:
        yield from _results(inputs, config, addresses, jobs, forecast)


def _results(
    inputs: Sequence[Input], config: Config, addresses: dict[str, str], jobs: int, forecast: bool
) -> Iterator[ChunkResult]:
    sizes = [size_of(each) for each in inputs]
    workers = workers_for(sizes, jobs)
    is_alone = workers <= 1
    if is_alone and config.trust.strangers:
        workers = 1  # a worker can be ended whatever it is doing
    elif is_alone:
        with closing(Linter(config, addresses)) as linter:
            lint = _linting(linter, config, addresses, forecast)
            for chunk in _chunks(inputs, sizes):
                yield lint(chunk)
        return
    begin = (_begin_worker, config, addresses, forecast)
    with Pool[list[Input], ChunkResult](workers, *begin) as pool:
        yield from pool.map(_chunks(inputs, sizes), _OneByOne(config.timeout, forecast))


class _OneByOne(Recovery[list[Input], ChunkResult]):
    """Of several inputs that a worker did not survive, only the one to blame is lost."""

    def __init__(self, timeout: float, forecast: bool) -> None:
        self._timeout = timeout
        self._rounds = 1 + (FIX_ROUNDS if forecast else 0)

    def split(self, task: list[Input]) -> Sequence[list[Input]]:
        return [[each] for each in task]

    def joined(self, results: Sequence[ChunkResult]) -> ChunkResult:
        whole = ChunkResult()
        for each in results:
            whole.files += each.files
            whole.digests += each.digests
            whole.engine_errors += each.engine_errors
        return whole

    def lost(self, task: list[Input], *, is_slow: bool) -> ChunkResult:
        reason = too_slow(self._timeout) if is_slow else DIED
        return ChunkResult([FileResult(each.path, error=reason) for each in task], [b""])

    def patience(self, task: list[Input]) -> float:
        return wall_clock(self._timeout) * len(task) * self._rounds


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
    config: Config, addresses: dict[str, str], forecast: bool
) -> Callable[[list[Input]], ChunkResult]:
    return _linting(Linter(config, addresses), config, addresses, forecast)


def _linting(
    linter: Linter, config: Config, addresses: dict[str, str], forecast: bool
) -> Callable[[list[Input]], ChunkResult]:
    if not forecast:
        return linter.lint
    from copylint.runner.forecasting import forecasting

    return forecasting(linter, config, addresses)
