"""Reads common ``copylint check`` command lines without typer.

typer reads command lines, prints help and reports what is wrong with them; importing it and
putting the commands together takes a quarter of the time that an article does. A ``check``
whose options are all known, whole and valid needs none of that. Anything else, ``--help`` and
errors included, falls through to typer. A test makes both read the same command lines.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any

from copylint.cli.exits import UsageError, exit_code_of
from copylint.cli.option_table import CommandOptions
from copylint.cli.terminal import prepare_streams

# The environment variable that marks a request for shell completion.
_COMPLETION = "_COPYLINT_COMPLETE"
# The file of compiled patterns, one for each Python that runs copylint.
_PATTERNS = f"patterns.{sys.implementation.cache_tag}.bin"


def run(arguments: Sequence[str]) -> int | None:
    """The exit code of ``copylint`` with ``arguments``; None if typer must read them."""
    if arguments[:1] != ["check"] or _COMPLETION in os.environ or os.name == "nt":
        return None  # on Windows typer expands globs, which the shell does elsewhere
    from copylint.core import kept_patterns
    from copylint.inventory.places import keep_bytes, kept_bytes

    kept_patterns.use(kept_bytes(_PATTERNS))  # before modules with patterns are imported
    from copylint.cli.commands.check import CheckOptions, check

    given = read(arguments[1:], CheckOptions)
    if given is None:
        return None
    prepare_streams()
    options = CheckOptions(**given)
    try:
        code = exit_code_of(lambda: check(options))
    except UsageError:
        return None  # typer finds the same fault, and reports it with the usage
    patterns = kept_patterns.worth_keeping()
    if patterns is not None:
        keep_bytes(_PATTERNS, patterns)
    return code


def read(arguments: Sequence[str], options: type[CommandOptions]) -> dict[str, Any] | None:
    """The values that ``arguments`` give to ``options``; None if it takes typer to read them.

    The only argument without a name is ``paths``.
    """
    known = options.by_name()
    given: dict[str, Any] = {}
    rest = iter(arguments)
    for each in rest:
        if each == "--":
            given.setdefault("paths", []).extend(rest)
            break
        if not each.startswith("-") or each == "-":
            given.setdefault("paths", []).append(each)
            continue
        name, equals, value = each.partition("=")
        option = known.get(name)
        if option is None:
            return None
        if option.is_flag:
            if equals:
                return None
            given[option.argument] = name != option.off
            continue
        if not equals:
            value = next(rest, "-")
            if value.startswith("-"):
                return None
        elif not name.startswith("--"):
            return None
        try:
            read_value = option.read(value)
        except ValueError:
            return None
        if option.many:
            given.setdefault(option.argument, []).append(read_value)
        else:
            given[option.argument] = read_value
    return given
