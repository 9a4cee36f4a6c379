"""Output that a build server reads: no text of an article may become one of its commands.

GitHub's runner looks for ``##[name]`` anywhere in a line of standard output or standard error,
and for ``::name::`` at the beginning of one; Azure's agent for ``##vso[name]``, TeamCity for
``##teamcity[``, GitLab for ``section_start:``. Text that looks like one is broken by a
zero-width space, which no one sees. JSON and XML use escapes instead, whatever reads them.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TextIO

from copylint.core.kept_patterns import compiled

#: Set by build servers whose logs are read for commands.
SERVERS = ("GITHUB_ACTIONS", "TF_BUILD", "GITLAB_CI", "TEAMCITY_VERSION", "CI")

_BREAK = "\u200b"
_ANYWHERE = compiled(r"##(?=[A-Za-z]*\[)|section_(?=(?:start|end):)")
# The runner skips white space, and does not see colour codes.
_AT_START = compiled(r"^((?:\s|\ufeff|\x1b\[[0-9;]*m)*):(?=:.*::)")
_LINE_END = compiled(r"(\r\n|\n|\r)")


def broken(line: str, *, own: bool = False) -> str:
    """``line`` so that no build server finds a command in it.

    ``own``: it may begin with a command of copylint's own.
    """
    if "##" in line or "section_" in line:
        line = _ANYWHERE.sub(lambda found: f"{found[0][0]}{_BREAK}{found[0][1:]}", line)
    if "::" in line and not own:
        line = _AT_START.sub(rf"\1:{_BREAK}", line)
    return line


class LogStream:
    """A text stream into a build server's log, which wraps another stream.

    ``own_commands``: lines that begin with a command are ours.
    """

    def __init__(self, stream: TextIO) -> None:
        self.own_commands = False
        self._stream = stream
        self._pending = ""

    def write(self, text: str) -> int:
        """Take text; pass complete lines on."""
        *lines, self._pending = _LINE_END.split(self._pending + text)
        if self._pending == "" and lines and lines[-1] == "\r":
            # It may be half of a line end.
            self._pending = lines.pop()
            self._pending = lines.pop() + self._pending
        if lines:
            own = self.own_commands
            self._stream.write("".join(broken(line, own=own) for line in lines))
        return len(text)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write several texts."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Pass everything on, including an unfinished line."""
        pending, self._pending = self._pending, ""
        if pending:
            self._stream.write(
                "".join(broken(each, own=self.own_commands) for each in _LINE_END.split(pending))
            )
        self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def guarded(stream: TextIO) -> TextIO:
    """``stream``, or one that breaks commands if it goes to a build server's log."""
    if isinstance(stream, LogStream) or not any(map(os.environ.get, SERVERS)) or _is_file(stream):
        return stream
    log: Any = LogStream(stream)
    return log  # type: ignore[no-any-return]


@contextmanager
def own_commands(stream: TextIO) -> Iterator[None]:
    """For writing a report that is made of commands to ``stream``."""
    if not isinstance(stream, LogStream):
        yield
        return
    stream.own_commands = True
    try:
        yield
        stream.flush()
    finally:
        stream.own_commands = False


def _is_file(stream: TextIO) -> bool:
    """Whether the stream goes to a file, which no server reads for commands."""
    try:
        return stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError, AttributeError):
        return False
