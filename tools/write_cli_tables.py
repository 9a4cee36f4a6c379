"""Write the tables of options in docs/reference/cli.md from those that the commands declare.

    python tools/write_cli_tables.py

replaces what lies between ``<!-- options of NAME -->`` and ``<!-- end of options -->``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from copylint.cli.command_list import COMMANDS, GROUPS
from copylint.cli.commands.check import CheckOptions
from copylint.cli.option_table import CommandOption, CommandOptions, OptionGroup

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "cli.md"
_BLOCK = re.compile(r"(<!-- options of ([a-z -]+) -->\n).*?(<!-- end of options -->)", re.DOTALL)


def filled(page: str) -> str:
    """``page`` with each of its blocks holding the tables of its command."""
    tables = {command.name: command.options for command in COMMANDS}
    for group in GROUPS:
        tables |= {f"{group.name} {each.name}": each.options for each in group.commands}

    def block(match: re.Match[str]) -> str:
        return match[1] + "\n" + "\n".join(lines(tables[match[2]])) + "\n" + match[3]

    return _BLOCK.sub(block, page)


def lines(options: type[CommandOptions]) -> Iterator[str]:
    """The lines that describe ``options``: a table a group, and what is as for ``check``."""
    named = [each for each in options.table() if each.names]
    shared = [] if options is CheckOptions else [e for e in named if e in CheckOptions.table()]
    own = [each for each in named if each not in shared]
    for group, members in groupby(own, key=lambda each: each.group):
        if group is not OptionGroup.OTHER:
            yield f"**{group}**"
            yield ""
        yield "| option | meaning |"
        yield "| --- | --- |"
        yield from map(_row, members)
        yield ""
    if shared:
        names = (name for each in shared for name in (each.names[0], each.off) if name)
        *most, last = (f"`{name}`" for name in names)
        listed = f"{', '.join(most)} and {last} are" if most else f"{last} is"
        yield f"{listed} as for `check`."
        yield ""


def _row(option: CommandOption[Any]) -> str:
    values = " ".join(f"`{each}`," for each in option.choices).rstrip(",")
    shown = option.shown if option.kind is bool else f"`{option.shown}`"
    default = f"Default: {shown}." if option.shown else ""
    about = option.help.replace("`", "")
    parts = [about, f"Values: {values}." if values else "", default, option.more]
    return f"| {_names(option)} | {' '.join(filter(None, parts))} |"


def _names(option: CommandOption[Any]) -> str:
    value = f" {option.metavar}" if option.metavar else ""
    names = [f"{name}{value}" for name in option.names] + [option.off]
    return ", ".join(f"`{name}`" for name in names if name)


if __name__ == "__main__":
    PAGE.write_text(filled(PAGE.read_text("utf-8")), "utf-8")
