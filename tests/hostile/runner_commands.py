"""Reads a line of a log as GitHub's runner does.

The rules of ``ActionCommand.TryParseV2`` and ``ActionCommand.TryParse`` of actions/runner
(src/Runner.Common/ActionCommand.cs), and of the loop that reads a step's output line by line
and asks both in this order; Azure's agent looks for ``##vso[`` in the same way.
"""

from __future__ import annotations

import re

_REGISTERED = frozenset(
    {
        *("internal-set-repo-path", "set-env", "set-output", "save-state", "add-path", "add-mask"),
        *("add-matcher", "remove-matcher", "debug", "warning", "error", "notice", "echo", "group"),
        *("endgroup", "stop-commands"),
    }
)
# .NET's Char.IsWhiteSpace.
_WHITE = "\t\n\x0b\x0c\r \x85\xa0\u1680" + "".join(map(chr, range(0x2000, 0x200B)))
_WHITE += "\u2028\u2029\u202f\u205f\u3000"
_LINE_END = re.compile(r"\r\n|\n|\r")


def commands(output: str, *, stopped: str = "") -> list[str]:
    """The names of the commands in what a step has written, in order."""
    found = [_command(line) for line in _LINE_END.split(output)]
    return [name for name in found if name]


def _command(line: str) -> str:
    return _version_2(line) or _version_1(line) or _azure(line) or _gitlab(line)


def _version_2(line: str) -> str:
    text = line.lstrip(_WHITE)
    if not text.startswith("::"):
        return ""
    end = text.find("::", 2)
    if end < 0:
        return ""
    return _registered(text[2:end].partition(" ")[0])


def _version_1(line: str) -> str:
    start = line.find("##[")
    if start < 0:
        return ""
    end = line.find("]", start)
    if end < 0:
        return ""
    return _registered(line[start + 3 : end].partition(" ")[0])


def _registered(name: str) -> str:
    return name if name.lower() in _REGISTERED else ""


def _azure(line: str) -> str:
    return "vso" if re.search(r"##(?:vso|teamcity)\[", line, re.IGNORECASE) else ""


def _gitlab(line: str) -> str:
    return "section" if re.search(r"section_(?:start|end):\d+:", line) else ""
