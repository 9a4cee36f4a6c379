"""copylint in the ways it can be run, and the peers that are found on this machine."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

_COPYLINT = (sys.executable, "-m", "copylint", "check", "--isolated", "--fail-on", "never", "-q")


def _nothing(_: Path) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Tool:
    """One column of the comparison.

    ``command`` gives the command line for a file or folder. ``before`` is run before every
    timed run and not timed. Texts of more than ``most_words`` are not given to the tool.
    """

    name: str
    command: Callable[[Path], list[str]]
    environment: Mapping[str, str] = field(default_factory=dict)
    before: Callable[[Path], None] = _nothing
    most_words: int = 10**9


def _copylint(*options: str) -> Callable[[Path], list[str]]:
    return lambda path: [*_COPYLINT, *options, str(path)]


def own() -> list[Tool]:
    """copylint itself; the first is what the others are compared with."""
    return [
        Tool("copylint", _copylint()),
        Tool("copylint --grammar off", _copylint("--grammar", "off")),
        Tool("copylint --select spelling", _copylint("--grammar", "off", "--select", "spelling")),
        Tool("python -c pass", lambda _: [sys.executable, "-c", "pass"]),
    ]


def all_tools() -> list[Tool]:
    """Every tool that can be run here."""
    return own()
