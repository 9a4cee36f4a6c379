"""How the process of a command ends."""

from __future__ import annotations

import subprocess
import sys

import pytest

from copylint.cli.main import leave

# A command that has written without flushing and has something registered for the end.
_BEGINNING = """
import atexit, sys, threading
from copylint.cli.main import leave
atexit.register(lambda: sys.stdout.write("registered "))
sys.stdout.write("output ")
class Freed:
    def __del__(self):
        sys.stdout.write("freed ")
kept = Freed()
"""


def end_of(script: str) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-c", _BEGINNING + script], capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    return done.returncode, done.stdout


def test_output_is_flushed_and_memory_is_not_freed() -> None:
    assert end_of("leave(1)\nprint('not reached')") == (1, "output registered ")


def test_running_threads_are_waited_for() -> None:
    script = """
gone = threading.Event()
def work():
    gone.wait()
    sys.stdout.write("worked ")
threading.Thread(target=work).start()
leave(1)
gone.set()
raise SystemExit(3)
"""
    code, output = end_of(script)
    assert code == 3
    assert output.split()[:3] == ["output", "worked", "registered"]


@pytest.mark.parametrize("code", [None, "a message"])
def test_codes_that_are_no_numbers_are_left_to_python(code: object) -> None:
    leave(code)
