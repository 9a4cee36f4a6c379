"""Workers: order, faults, deaths."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

import pytest

from copylint.runner.worker_pool import Pool, WorkerError


def begin(offset: int) -> Callable[[int], int]:
    def work(number: int) -> int:
        time.sleep(0.01 * (number % 3))
        if number == 13:
            raise ValueError("thirteen")
        if number == 66:
            os.kill(os.getpid(), signal.SIGKILL)
        return number + offset

    return work


def test_results_come_in_the_order_of_the_tasks() -> None:
    with Pool[int, int](3, begin, 100) as pool:
        assert list(pool.map(range(12))) == list(range(100, 112))


def test_more_workers_than_tasks() -> None:
    with Pool[int, int](4, begin, 0) as pool:
        assert list(pool.map([5])) == [5]
        assert list(pool.map([])) == []


def test_worker_exception_is_raised_in_the_parent() -> None:
    with Pool[int, int](2, begin, 0) as pool, pytest.raises(ValueError, match="thirteen"):
        list(pool.map([1, 13, 2]))


def test_a_worker_that_dies_is_one_clear_error() -> None:
    with Pool[int, int](2, begin, 0) as pool, pytest.raises(WorkerError, match="--jobs 1"):
        list(pool.map([1, 2, 66, 3, 4, 5, 7, 8]))


def test_leaving_early_ends_the_workers() -> None:
    with Pool[int, int](2, begin, 0) as pool:
        assert next(pool.map(range(1_000))) == 0
        processes = [worker.process for worker in pool._workers]
    assert all(not process.is_alive() for process in processes)
