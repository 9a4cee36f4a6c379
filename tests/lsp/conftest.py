"""Editors for the tests of the language server."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from lsp_editor import Editor


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Editor]]:
    """Starts servers in a folder of their own; they end with the test."""
    started: list[Editor] = []

    def start(*options: str) -> Editor:
        started.append(Editor(tmp_path, *options))
        return started[-1]

    yield start
    for each in started:
        each.kill()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """A server for all tests of a module."""
    made = Editor(tmp_path_factory.mktemp("server"))
    made.greet()
    yield made
    made.kill()


@pytest.fixture
def editor(running: Editor, tmp_path: Path) -> Editor:
    """An editor that has said hello and can do most things, in a folder of its own."""
    running.folder = tmp_path
    running.notes.clear()
    running.asked.clear()
    return running
