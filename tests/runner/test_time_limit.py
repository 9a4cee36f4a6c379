"""A time limit holds in every thread."""

from __future__ import annotations

import subprocess
import sys
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


ENDED_LIMIT = """
import sys, threading
from copylint.runner.time_limit import time_limit

def work():
    with time_limit(100):
        pass

thread = threading.Thread(target=work)
thread.start()
thread.join()
sys.setprofile(lambda *event: None)
print((lambda: "went on")())
"""


def test_a_limit_that_has_ended_leaves_nothing_to_be_raised() -> None:
    # Python 3.11 never gets past a call under a profiler if it was told to raise nothing.
    ran = subprocess.run(
        [sys.executable, "-c", ENDED_LIMIT], capture_output=True, text=True, timeout=60
    )
    assert ran.stdout == "went on\n"
