"""Checks or reads shards with Ray Data: actors on a cluster, each with a worker of its own."""

from __future__ import annotations

import logging
import os
import pickle
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any, TypeVar

from copylint.archive.extras import needed_for
from copylint.archive.shard_task import CheckPlan, ShardChecker, ShardResult, ShardTask
from copylint.core.errors import CopylintError

_Plan = TypeVar("_Plan")
_Task = TypeVar("_Task")
_Result = TypeVar("_Result")

_ENGINE = "--engine ray"
# How often a shard is tried again whose actor died. One that kills every actor is then left to the
# caller, which finds the article to blame.
_TRIES = 3


class ShardActor:
    """The callable that Ray Data keeps as an actor."""

    def __init__(self, how: bytes) -> None:
        worker, plan = pickle.loads(how)
        self._work = worker(plan)

    def __call__(self, batch: dict[str, Any]) -> dict[str, list[bytes]]:
        """The results of the tasks in a batch, each pickled."""
        tasks = [pickle.loads(each) for each in batch["task"]]
        return {"result": [pickle.dumps(self._work(task)) for task in tasks]}


def results(
    plan: CheckPlan, tasks: Sequence[ShardTask], actors: int, address: str
) -> Iterator[ShardResult]:
    """The results of checks as they come; the rest is as in ``worked``."""
    return worked(ShardChecker, plan, tasks, actors, address)


def worked(
    worker: Callable[[_Plan], Callable[[_Task], _Result]],
    plan: _Plan,
    tasks: Sequence[_Task],
    actors: int,
    address: str,
) -> Iterator[_Result]:
    """The results of the tasks as they come, from ``actors`` actors (0: one per core of Ray).

    Each actor calls ``worker(plan)`` once, and what that returns once for each task. ``address`` is
    that of a running Ray, or ``auto``; empty starts one on this machine for as long as it takes.
    Tasks that no actor survived are missing. Raises ``CopylintError`` if Ray cannot be reached.
    """
    if not tasks:
        return
    with _connected(address, actors) as ray, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # max_task_retries has another name from Ray 2.64 on
        context = ray.data.DataContext.get_current()
        context.enable_progress_bars = False
        context.print_on_execution_start = False
        context.max_errored_blocks = -1
        actors = actors or max(1, int(ray.cluster_resources().get("CPU", 1)))
        actors = min(actors, len(tasks))
        # A block for each shard: what is lost with an actor is one shard.
        items = [{"task": pickle.dumps(task)} for task in tasks]
        data = ray.data.from_items(items, override_num_blocks=len(items)).map_batches(
            ShardActor,
            batch_size=1,
            batch_format="numpy",
            compute=ray.data.ActorPoolStrategy(size=actors, max_tasks_in_flight_per_actor=2),
            fn_constructor_args=(pickle.dumps((worker, plan)),),
            num_cpus=1,
            max_restarts=-1,
            max_task_retries=_TRIES,
        )
        for row in data.iter_rows():
            yield pickle.loads(row["result"])


@contextmanager
def _connected(address: str, actors: int) -> Iterator[Any]:
    """Ray, connected as long as the block runs; one that was connected before stays."""
    os.environ.setdefault("RAY_DATA_DISABLE_PROGRESS_BARS", "1")
    with needed_for(_ENGINE, "ray"):
        import ray
        import ray.data
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    was_there = ray.is_initialized()
    if not was_there:
        how: dict[str, Any] = {"log_to_driver": False, "logging_level": "ERROR"}
        if address:
            how["address"] = address
        else:
            how |= {"include_dashboard": False, "num_cpus": actors or None}
        try:
            ray.init(**how)
        except Exception as error:  # noqa: BLE001 - Ray raises many kinds
            reason = (str(error).strip() or type(error).__name__).splitlines()[0]
            where = f"at '{address}'" if address else "on this machine"
            raise CopylintError(f"{_ENGINE}: no Ray {where}: {reason}") from None
    try:
        yield ray
    finally:
        if not was_there:
            with suppress(Exception):
                ray.shutdown()
