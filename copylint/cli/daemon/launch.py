"""Starts the daemon; light, since every ``check --warm`` imports it."""

# ruff: noqa: PTH100

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress

from copylint.cli.daemon.place import address, token


def start(grammar: Sequence[str]) -> None:
    """Start a worker for clients like this process, in the background; faults are ignored.

    ``grammar`` names the engines that it should expect to run.
    """
    path = address(token())
    if not path or not hasattr(os, "fork"):
        return
    here = [os.path.abspath(each) for each in sys.path]
    code = (
        f"import sys; sys.path[:] = {here!r}; "
        "from copylint.cli.worker_main import main; main(sys.argv[1], sys.argv[2:])"
    )
    with suppress(OSError):
        subprocess.Popen(
            [sys.executable, "-c", code, path, *grammar],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            cwd="/",
            start_new_session=True,
        )
