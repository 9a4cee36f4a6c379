"""copylint in the ways it can be run, and the peers that are found on this machine."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))

from peers import PEERS, peer
from peers.languagetool import server

#: What every run of copylint is given; its output is thrown away, but made.
_COPYLINT = (sys.executable, "-m", "copylint", "check", "--isolated", "--fail-on", "never")
#: Tools so slow that texts of more words would take minutes.
_MOST_WORDS = {
    "harper": 100_000,
    "languagetool": 2_000,
    "proselint": 1_000_000,
    "cspell": 1_000_000,
    "vale": 1_000_000,
}
_LANGUAGETOOL = """
import sys
from pathlib import Path
from language_tool_python import LanguageTool
tool = LanguageTool("en-GB", remote_server=sys.argv[1])
for path in map(Path, sys.argv[2:]):
    tool.check(path.read_text("utf-8"))
"""


def _nothing(_: Path) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Tool:
    """One line of the table.

    ``command`` gives the command line for a file or folder. ``before`` is run before every
    timed run and not timed. Texts of more than ``most_words`` are not given to the tool.
    ``beside`` are processes that work for it and count for memory.
    """

    name: str
    command: Callable[[Path], list[str]]
    environment: Mapping[str, str] = field(default_factory=dict)
    before: Callable[[Path], None] = _nothing
    most_words: int = 10**9
    beside: tuple[int, ...] = ()


def _copylint(*options: str) -> Callable[[Path], list[str]]:
    return lambda path: [*_COPYLINT, *options, str(path)]


@contextmanager
def all_tools() -> Iterator[list[Tool]]:
    """Every tool that can be run here; the first is what the others are compared with."""
    with ExitStack() as stack:
        yield [*_own(stack), *_peers(stack)]


def _own(stack: ExitStack) -> Iterator[Tool]:
    yield Tool("copylint", _copylint("--no-cache"))
    yield Tool("copylint and Harper", _copylint("--no-cache", "--grammar", "harper"))
    for families in ("spelling,names,duplicates", "spelling"):
        yield Tool(f"copylint, {families}", _copylint("--no-cache", "--select", families))
    folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="copylint-speed-")))
    kept = {"XDG_CACHE_HOME": str(folder)}
    yield Tool("copylint, nothing changed", _copylint(), kept, _Filled(kept))
    yield Tool("copylint, one changed", _copylint(), kept, _Edited(kept))
    if hasattr(os, "fork"):
        runtime = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="cl")))
        here = {"XDG_RUNTIME_DIR": str(runtime)}
        stack.callback(_run, [sys.executable, "-m", "copylint", "warm", "stop"], here)
        warm = _copylint("--no-cache", "--warm")
        yield Tool("copylint, warm", warm, here, _Started(here, warm), most_words=100_000)
    yield Tool("python -c pass", lambda _: [sys.executable, "-c", "pass"])


def _run(command: list[str], environment: Mapping[str, str]) -> None:
    quiet, environ = subprocess.DEVNULL, {**os.environ, **environment}
    subprocess.run(
        command,
        stdout=quiet,
        stderr=quiet,
        env={k: v for k, v in environ.items() if k != "PYTHONDONTWRITEBYTECODE"},
        check=False,
    )


class _Filled:
    """Has results kept for a text, once."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self._environment = environment
        self._done: set[Path] = set()

    def __call__(self, path: Path) -> None:
        if path not in self._done:
            self._done.add(path)
            _run([*_COPYLINT, str(path)], self._environment)


class _Edited(_Filled):
    """The same, and then changes one article."""

    _turns = count()

    def __call__(self, path: Path) -> None:
        super().__call__(path)
        files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file())
        with files[len(files) // 2].open("a", encoding="utf-8") as article:
            article.write(f"\nThe number of the day was {next(self._turns)}.\n")


class _Started(_Filled):
    """Has a worker wait."""

    def __init__(
        self, environment: Mapping[str, str], command: Callable[[Path], list[str]]
    ) -> None:
        super().__init__(environment)
        self._command = command

    def __call__(self, path: Path) -> None:
        if not self._done:
            self._done.add(path)
            _run(self._command(path), self._environment)
            until = time.monotonic() + 60
            sockets = Path(self._environment["XDG_RUNTIME_DIR"])
            while not list(sockets.rglob("*.sock")) and time.monotonic() < until:
                time.sleep(0.1)


def _peers(stack: ExitStack) -> Iterator[Tool]:
    lists = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="copylint-speed-")))
    for name in PEERS:
        located = peer(name).locate()
        if located.command is None:
            print(f"{name} is left out: {located.reason}", file=sys.stderr)
        elif name == "languagetool":
            address, pid = stack.enter_context(server(located.command))
            begin = [sys.executable, "-c", _LANGUAGETOOL, address]
            tool = _over_files(name, begin, lists / name, beside=(pid,))
            yield replace(tool, before=_Asked(tool))
        else:
            yield _over_files(name, list(located.command), lists / name)


class _Asked(_Filled):
    """Has a server asked once: only then is it warm."""

    def __init__(self, tool: Tool) -> None:
        super().__init__(tool.environment)
        self._command = tool.command

    def __call__(self, path: Path) -> None:
        if path not in self._done:
            self._done.add(path)
            _run(self._command(path), self._environment)


def _over_files(name: str, begin: list[str], names: Path, beside: tuple[int, ...] = ()) -> Tool:
    """A tool that is given files, not folders: as many at a time as a command line takes."""

    def command(path: Path) -> list[str]:
        files = [path] if path.is_file() else sorted(p for p in path.rglob("*") if p.is_file())
        tool = peer(name)
        how = tool.arguments([])
        names.write_text("\n".join(tool.arguments(files)[len(how) :]), encoding="utf-8")
        # Suggestions are more than others are asked for, and take cspell most of its time.
        how = [each for each in how if each != "--show-suggestions"]
        if name == "languagetool":
            names.write_text("\n".join(map(str, files)), encoding="utf-8")
        return ["xargs", "-d", "\\n", "-s", "2000000", "-a", str(names), *begin, *how]

    return Tool(
        name,
        command,
        environment={**peer(name).environment(), "NO_PROXY": "127.0.0.1"},
        most_words=_MOST_WORDS.get(name, 10**9),
        beside=beside,
    )
