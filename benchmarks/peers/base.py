"""What a peer is, and what it says."""

from __future__ import annotations

import os
import subprocess
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

# A command line may hold two million characters; of paths of any length this many fit.
_FILES_A_RUN = 400


class PeerError(Exception):
    """A peer that could not be installed, or that failed while it ran."""


@dataclass(frozen=True, slots=True)
class Alarm:
    """What a peer says of a place: code points of the file's text, end exclusive."""

    path: Path
    start: int
    end: int
    rule: str
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Located:
    """Where a peer is. ``command`` begins its command line; None: absent, for ``reason``."""

    command: tuple[str, ...] | None
    reason: str = ""


class Program(ABC):
    """Another project's program."""

    name: ClassVar[str]

    @abstractmethod
    def locate(self) -> Located:
        """Where it is on this machine. Looks, runs nothing."""

    @abstractmethod
    def install(self, folder: Path) -> None:
        """Put it into ``folder``, where ``locate`` looks. Raises ``PeerError``."""


class Peer(Program):
    """A tool that reads files and prints what it thinks of them.

    ``settings`` says in a few words how it is run: its defaults, or what departs from them.
    """

    settings: ClassVar[str] = "defaults"

    @abstractmethod
    def arguments(self, paths: Sequence[Path]) -> list[str]:
        """What follows ``Located.command`` to check files, with output that can be parsed."""

    @abstractmethod
    def parse(self, output: str, texts: Mapping[Path, str]) -> Iterator[Alarm]:
        """The alarms in its output; ``texts`` holds every file that it was given."""

    def environment(self) -> Mapping[str, str]:
        """Variables that it is run with, on top of the present ones."""
        return {}

    def check(self, paths: Sequence[Path]) -> list[Alarm]:
        """What it says of the files. Raises ``PeerError``."""
        found = self.locate()
        if found.command is None:
            raise PeerError(found.reason)
        texts = {path: path.read_bytes().decode() for path in paths}
        alarms: list[Alarm] = []
        for first in range(0, len(paths), _FILES_A_RUN):
            part = paths[first : first + _FILES_A_RUN]
            output = self._run([*found.command, *self.arguments(part)])
            alarms += self.parse(output, {path: texts[path] for path in part})
        return alarms

    def _run(self, command: list[str]) -> str:
        done = subprocess.run(
            command, capture_output=True, check=False, env={**os.environ, **self.environment()}
        )
        # Every one of them exits with something else than 0 if it found something.
        if not done.stdout.strip() and done.returncode not in (0, 1):
            told = done.stderr.decode(errors="replace").strip().splitlines()
            raise PeerError(f"{self.name} failed ({done.returncode}): {' '.join(told[-3:])}")
        return done.stdout.decode()


def cache_folder(name: str) -> Path:
    """The folder of the peer ``name``, outside every checkout."""
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return base / "copylint" / "peers" / name


def unquoted(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts without spaces around them, each once, in order."""
    return tuple(dict.fromkeys(text.strip() for text in texts))
