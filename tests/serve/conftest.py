"""Servers for the tests: in this process, or a real one on a port of its own."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from copylint.serve.app import create_app
from copylint.serve.settings import ServeSettings

LOCAL = "http://127.0.0.1:8484"
Start = Callable[..., TestClient]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts servers in this process, for an empty folder unless the test names one."""
    with ExitStack() as stack:

        def started(base: str = LOCAL, **settings: Any) -> TestClient:
            settings.setdefault("folders", (str(tmp_path),))
            app = create_app(ServeSettings(**settings))
            client = TestClient(
                app, base_url=base, client=("127.0.0.1", 50_000), raise_server_exceptions=False
            )
            return stack.enter_context(client)

        yield started


@pytest.fixture
def client(start: Start) -> TestClient:
    """A server with the default settings."""
    return start()


@pytest.fixture
def run_server(tmp_path: Path) -> Iterator[Callable[..., str]]:
    """Starts ``copylint serve`` on a free port; gives its address, and ends it afterwards."""
    with ExitStack() as stack:

        def started(*options: str) -> str:
            process = stack.enter_context(
                subprocess.Popen(
                    [sys.executable, "-m", "copylint", "serve", "--port", "0", *options],
                    stdout=subprocess.PIPE,
                    stderr=subprocess.STDOUT,
                    text=True,
                    cwd=tmp_path,
                )
            )
            stack.callback(process.send_signal, signal.SIGTERM)
            assert process.stdout
            line = process.stdout.readline()
            found = re.search(r"http://[^\s)]+", line)
            assert found, line + process.stdout.read()
            return found[0]

        yield started
