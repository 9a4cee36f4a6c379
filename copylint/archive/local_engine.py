"""Checks shards in processes of this machine. A process that dies costs no article but its last."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from copylint.archive.shard_task import CheckPlan, ShardChecker, ShardResult, ShardTask, joined
from copylint.core.record import replace
from copylint.runner.engine_sessions import running
from copylint.runner.parallelism import available_cores
from copylint.runner.time_limit import too_slow, wall_clock
from copylint.runner.worker_pool import DIED, Pool, Recovery


def results(
    plan: CheckPlan, tasks: Sequence[ShardTask], jobs: int, engine_errors: list[str]
) -> Iterator[ShardResult]:
    """The results of all tasks, in their order, from ``jobs`` processes (0: one per core)."""
    workers = min(jobs or available_cores(), len(tasks))
    if not workers:
        return
    with running(plan.config, engine_errors) as addresses:
        recovery = _OneByOne(plan, addresses)
        with Pool[ShardTask, ShardResult](workers, _begin, plan, addresses) as pool:
            yield from pool.map(tasks, recovery)


def _begin(plan: CheckPlan, addresses: Mapping[str, str]) -> ShardChecker:
    return ShardChecker(plan, addresses)


class _OneByOne(Recovery[ShardTask, ShardResult]):
    """Of a shard that a worker did not survive, only the article to blame is lost."""

    def __init__(self, plan: CheckPlan, addresses: Mapping[str, str]) -> None:
        self._plan, self._addresses = plan, addresses
        self._timeout = plan.config.timeout

    def split(self, task: ShardTask) -> Sequence[ShardTask]:
        if task.only is not None:
            return (task,)
        return [replace(task, known="", only=at) for at in range(task.shard.count)]

    def joined(self, results: Sequence[ShardResult]) -> ShardResult:
        return joined(results)

    def lost(self, task: ShardTask, *, is_slow: bool) -> ShardResult:
        reason = too_slow(self._timeout) if is_slow else DIED
        checker = ShardChecker(self._plan, self._addresses)
        try:
            return checker.lost(task, reason)
        finally:
            checker.close()

    def patience(self, task: ShardTask) -> float:
        return wall_clock(self._timeout) * (task.shard.count if task.only is None else 1)
