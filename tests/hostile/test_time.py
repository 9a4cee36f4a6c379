"""An input that takes for ever is one line, and the others are checked."""

from __future__ import annotations

import multiprocessing
import re
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from copylint.analysis.article import Article
from copylint.config.schema import Config
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.runner import linter, worker_pool
from copylint.runner.fixer import Fixer, Plan
from copylint.runner.pipeline import run
from copylint.runner.result import Input
from copylint.runner.result_cache import ResultCache
from copylint.runner.time_limit import HAS_TIMERS, OutOfTime, time_limit

pytestmark = pytest.mark.skipif(not HAS_TIMERS, reason="the system has no timers of its own")

SHORT = Config(timeout=0.2)
Behaviour = Callable[[], object]


def loop() -> None:
    while True:
        pass


def backtrack() -> None:
    re.match(r"(?:a|aa)+$", "a" * 60 + "b")


def backtrack_deaf() -> None:
    """As a library would that never asks Python whether there is a signal."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGPROF})
    loop()


def stalled(monkeypatch: pytest.MonkeyPatch, behaviour: Behaviour) -> None:
    """Have a check of copylint's behave so in articles that say STALL."""
    ours = linter.all_checks
    # Only a forked worker has the patched module; a thread that another test left behind would
    # have the pool spawn its workers.
    monkeypatch.setattr(worker_pool, "_context", lambda: multiprocessing.get_context("fork"))

    class Stalling(Check):
        def __init__(self, check: Check) -> None:
            self.rules = check.rules
            self._check = check

        def check(self, article: Article, options: Options) -> Iterator[Match]:
            if "STALL" in article.text:
                behaviour()
            return iter(self._check.check(article, options))

        def narrowed(self, runs: Callable[[str], bool]) -> Check:
            return Stalling(self._check.narrowed(runs))

    monkeypatch.setattr(
        linter, "all_checks", lambda *given: [Stalling(each) for each in ours(*given)]
    )


INPUTS = [
    Input("a.txt", text="The the ferry left.\n"),
    Input("b.txt", text="STALL the the ferry.\n"),
    Input("c.txt", text="It came came back.\n"),
]


@pytest.mark.parametrize("behaviour", [loop, backtrack])
@pytest.mark.parametrize("jobs", [1, 2])
def test_the_others_are_checked(
    monkeypatch: pytest.MonkeyPatch, behaviour: Behaviour, jobs: int
) -> None:
    stalled(monkeypatch, behaviour)
    result = run(INPUTS, SHORT, jobs=jobs)
    assert [file.path for file in result.errors] == ["b.txt"]
    assert result.errors[0].error == (
        "took more than 0.2 seconds of processor time and was stopped; raise timeout to allow more"
    )
    assert [finding.path for finding in result.findings] == ["a.txt", "c.txt"]


def test_a_worker_that_hears_nothing_is_ended_by_the_system(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stalled(monkeypatch, backtrack_deaf)
    monkeypatch.setattr("copylint.runner.time_limit._GRACE_S", 0.2)
    result = run(INPUTS, SHORT, jobs=2)
    assert [file.path for file in result.errors] == ["b.txt"]
    assert "processor time" in result.errors[0].error
    assert [finding.path for finding in result.findings] == ["a.txt", "c.txt"]


def test_a_worker_that_sleeps_is_ended_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    stalled(monkeypatch, lambda: time.sleep(600))
    monkeypatch.setattr("copylint.runner.executor.wall_clock", lambda seconds: 2.0)
    result = run(INPUTS, SHORT, jobs=2)
    assert [file.path for file in result.errors] == ["b.txt"]
    assert [finding.path for finding in result.findings] == ["a.txt", "c.txt"]


def test_nothing_is_kept_of_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from copylint.cache.store import Store

    stalled(monkeypatch, loop)
    kept = ResultCache(Store(tmp_path), SHORT, b"")
    paths = []
    for each in INPUTS:
        path = tmp_path / each.path
        path.write_text(each.text or "")
        paths.append(Input(str(path)))
    run(paths, SHORT, jobs=1, cache=kept)
    assert [found is not None for found in kept.find(paths)] == [True, False, True]


def test_a_fix_comes_to_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    stalled(monkeypatch, loop)
    fixed = Fixer(SHORT, {}, Plan()).fix(Input("b.txt", data=b"STALL the the ferry.\n"))
    assert "processor time" in fixed.result.error
    assert fixed.old == fixed.new == b""


def test_a_limit_is_gone_after_its_block() -> None:
    with time_limit(0.05):
        pass
    until = time.process_time() + 0.2
    while time.process_time() < until:
        pass


def test_of_two_limits_the_outer_counts() -> None:
    with pytest.raises(OutOfTime), time_limit(0.1), time_limit(100):
        loop()
