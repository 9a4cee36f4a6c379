"""Fixtures that all tests share."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from copylint.runner import deep_policy as depth

# A first example loads word lists, and machines are busy: no test is about time.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")

NUMBERS = count()

# A shell has its background jobs ignore Ctrl-C, and what they start would ignore it too:
# the tests that interrupt a process would wait in vain.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True)
def unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The deep check runs only if a test asks for it, whether it is installed or not."""
    monkeypatch.setattr(depth, "is_installed", lambda: False)


@pytest.fixture(autouse=True)
def cache_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test has a cache folder of its own, so that no test reads another's cache."""
    home = str(tmp_path_factory.getbasetemp() / "caches" / str(next(NUMBERS)))
    monkeypatch.setenv("XDG_CACHE_HOME", home)
    monkeypatch.setenv("LOCALAPPDATA", home)


@pytest.fixture
def schema_agrees(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every configuration file that is read without a problem is valid by the JSON schema."""
    from jsonschema import Draft7Validator

    from copylint.config.read import ConfigReader

    path = Path(__file__).parents[1] / "copylint.schema.json"
    validator = Draft7Validator(json.loads(path.read_text("utf-8")))
    read = ConfigReader.settings

    def checked(self: ConfigReader) -> dict[str, Any]:
        settings = read(self)
        if not self.problems.messages:
            wrong = [error.message for error in validator.iter_errors(self._file.table)]
            assert wrong == [], self._file.path
        return settings

    monkeypatch.setattr(ConfigReader, "settings", checked)


@pytest.fixture
def work() -> Callable[[Callable[[], object]], int]:
    """The number of calls to Python and C functions that an action makes.

    For tests of how work grows: unlike a clock it says the same on a busy machine.
    """

    def counted(action: Callable[[], object]) -> int:
        calls = 0

        def profiler(frame: object, event: str, argument: object) -> None:
            nonlocal calls
            calls += event in ("call", "c_call")

        before = sys.getprofile()
        sys.setprofile(profiler)
        try:
            action()
        finally:
            sys.setprofile(before)
        return calls

    return counted
