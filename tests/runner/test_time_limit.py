"""A time limit holds in every thread."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from copylint.runner.time_limit import OutOfTime, time_limit


def in_a_thread(work: Callable[[], object]) -> object:
    outcome: list[object] = []

    def run() -> None:
        try:
            outcome.append(work())
        except BaseException as error:  # noqa: BLE001 - handed on
            outcome.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return outcome[0]


def endless() -> None:
    with time_limit(0.05):
        while True:
            pass


@pytest.mark.parametrize("run", [in_a_thread, lambda work: work()])
def test_endless_work_is_ended(run: Callable[[Callable[[], object]], object]) -> None:
    def work() -> object:
        with pytest.raises(OutOfTime):
            endless()
        return "ended"

    assert run(work) == "ended"


def test_quick_work_in_a_thread_is_left_alone() -> None:
    def work() -> object:
        for _ in range(100):
            with time_limit(60) as is_ours:
                assert is_ours
        return sum(range(10_000))

    assert in_a_thread(work) == sum(range(10_000))


def test_inner_limit_in_a_thread_is_the_outer_one() -> None:
    def work() -> object:
        with time_limit(60) as outer, time_limit(60) as inner:
            return outer, inner

    assert in_a_thread(work) == (True, False)
