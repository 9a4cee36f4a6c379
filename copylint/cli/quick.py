"""``copylint check`` with a command line that leaves nothing to explain.

typer reads command lines, helps, and says what is wrong with them; importing it and putting
the commands together takes a quarter of the time that an article does. A ``check`` whose
options are all known, whole and valid needs none of that. Whatever else there is, be it a
slip or a plea for help, is left to typer. A test has both read the same command lines.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from typing import Any

from copylint.cli.choices import FailOn, Language, TrackedChanges
from copylint.cli.exits import UsageError, exit_code_of
from copylint.cli.terminal import Colour, prepare_streams

# How the whole command line of a shell's completion is marked.
_COMPLETION = "_COPYLINT_COMPLETE"


def _path(value: str) -> object:
    from pathlib import Path

    return Path(value)


def _count(value: str) -> int:
    if not (value.isascii() and value.isdecimal()):
        raise ValueError(value)
    return int(value)


#: Options without a value: the argument of ``checking.check`` that they set, and to what.
FLAGS: dict[str, tuple[str, bool]] = {
    "--isolated": ("isolated", True),
    "--vale": ("vale", True),
    "--strict-engines": ("strict_engines", True),
    "--submission": ("submission", True),
    "--staged": ("staged", True),
    "--no-baseline": ("no_baseline", True),
    "--fix": ("fixes", True),
    "--unsafe": ("unsafe", True),
    "--quiet": ("quiet", True),
    "-q": ("quiet", True),
    "--statistics": ("statistics", True),
    "--no-cache": ("no_cache", True),
    "--warm": ("warm", True),
    "--no-warm": ("warm", False),
}
#: Options with a value, and what makes an argument of it or raises ``ValueError``.
VALUES: dict[str, tuple[str, Callable[[str], object]]] = {
    "--stdin-filename": ("stdin_filename", str),
    "--config": ("config", _path),
    "--language": ("language", Language),
    "--tracked-changes": ("tracked_changes", TrackedChanges),
    "--languagetool-url": ("languagetool_url", str),
    "--format": ("output_format", str),
    "--annotate": ("annotate", str),
    "--since": ("since", str),
    "--since-exact": ("since_exact", str),
    "--baseline": ("baseline", _path),
    "--fail-on": ("fail_on", FailOn),
    "--jobs": ("jobs", _count),
    "-j": ("jobs", _count),
    "--color": ("color", Colour),
}
#: Options that may be repeated: every value counts.
REPEATED: dict[str, str] = {
    "--format-of": "format_of",
    "--select": "select",
    "--extend-select": "extend_select",
    "--ignore": "ignore",
    "--grammar": "grammar",
    "--output": "output",
}


def run(arguments: Sequence[str]) -> int | None:
    """The exit code of ``copylint`` with ``arguments``; None where typer is to read them."""
    if arguments[:1] != ["check"] or _COMPLETION in os.environ or os.name == "nt":
        return None  # on Windows typer stands in for the shell
    asked = read(arguments[1:])
    if asked is None:
        return None
    from copylint.cli.checking import check

    prepare_streams()
    try:
        return exit_code_of(lambda: check(**asked))
    except UsageError:
        return None  # typer comes to the same, and says so with the usage


def read(arguments: Sequence[str]) -> dict[str, Any] | None:
    """The arguments for ``checking.check``; None where there is anything to say about them."""
    asked: dict[str, Any] = {}
    rest = iter(arguments)
    for each in rest:
        if not each.startswith("-") or each == "-":
            asked.setdefault("paths", []).append(each)
            continue
        name, equals, value = each.partition("=")
        if each in FLAGS:
            argument, on = FLAGS[each]
            asked[argument] = on
            continue
        if name not in REPEATED and name not in VALUES:
            return None
        if not equals:
            value = next(rest, "-")
            if value.startswith("-"):
                return None
        elif not name.startswith("--"):
            return None
        if name in REPEATED:
            asked.setdefault(REPEATED[name], []).append(value)
            continue
        argument, made = VALUES[name]
        try:
            asked[argument] = made(value)
        except ValueError:
            return None
    return asked
