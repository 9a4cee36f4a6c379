"""The manual page ``copylint(1)``, from the tables of options.

The build of the wheel writes it to ``share/man/man1``. It is in roff, by the macros of man(7).
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from itertools import groupby
from typing import Any

from copylint import __version__
from copylint.cli.command_list import COMMANDS, GROUPS, Command
from copylint.cli.option_table import CommandOption

_SUMMARY = "a copy-editing linter for news and editorial text"
_EXIT_CODES = (
    ("0", "Nothing at or above the severity of --fail-on."),
    ("1", "Findings at or above it."),
    ("2", "Something could not be checked: usage, configuration, an article, a demanded engine."),
    ("130", "Interrupted."),
)
_ENVIRONMENT = (
    ("NO_COLOR", "Print no colours."),
    ("FORCE_COLOR", "Print colours where there is no terminal, too."),
    ("COLUMNS", "The width of the output in cells."),
    ("XDG_CACHE_HOME", "The folder in which results are kept from run to run."),
    ("COPYLINT_DEBUG", "Print a traceback for a fault of copylint's own."),
)
_FILES = (
    ("copylint.toml, .copylint.toml, pyproject.toml", "The configuration: see copylint config."),
    (".copylintignore, .gitignore", "Files and folders that a walk leaves out."),
)


def man_page() -> str:
    """The page, which ends in a line end."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield f'.TH COPYLINT 1 "" "copylint {__version__}" "User Commands"'
    yield from (".SH NAME", rf"copylint \- {_SUMMARY}")
    yield from (
        ".SH SYNOPSIS",
        ".B copylint",
        r".I command",
        r"[\fIoption\fR ...] [\fIpath\fR ...]",
    )
    yield ".SH DESCRIPTION"
    yield _text(
        "Checks spelling, grammar, names, captions, quotations, dates, dialect, house style and "
        "typography, offline, and reports each finding with its exact place. Without a command "
        "it prints its help; copylint help COMMAND prints that of a command."
    )
    yield ".SH COMMANDS"
    for command in COMMANDS:
        yield from _command(command, command.name)
    for group in GROUPS:
        for command in group.commands:
            yield from _command(command, f"{group.name} {command.name}")
    for title, rows in (
        ("EXIT STATUS", _EXIT_CODES),
        ("ENVIRONMENT", _ENVIRONMENT),
        ("FILES", _FILES),
    ):
        yield f".SH {title}"
        for term, meaning in rows:
            yield from (".TP", f".B {_text(term)}", _text(meaning))


def _command(command: Command, name: str) -> Iterator[str]:
    options = command.options.table()
    arguments = [_argument(each) for each in options if not each.names]
    yield f'.SS "{" ".join((name, *arguments))}"'
    about = inspect.cleandoc(command.act.__doc__ or "")
    for number, paragraph in enumerate(about.split("\n\n")):
        if number:
            yield ".PP"
        yield _text(paragraph)
    named = [each for each in options if each.names]
    # Those of check, which comes first, are explained there.
    own = [each for each in named if command is COMMANDS[0] or each not in _of_check()]
    for group, members in groupby(own, key=lambda each: each.group):
        if command is COMMANDS[0]:
            yield from (".PP", rf"\fI{_text(group.value)}\fR")
        for each in members:
            yield from _option(each)
    if len(own) < len(named):
        others = ((each.names[0], each.off) for each in named if each not in own)
        shared = ", ".join(name for names in others for name in names if name)
        yield from (".PP", _text(f"As for check: {shared}."))


def _of_check() -> list[CommandOption[Any]]:
    return COMMANDS[0].options.table()


def _argument(option: CommandOption[Any]) -> str:
    shown = option.metavar + (" ..." if option.many else "")
    return _text(shown if option.required else f"[{shown}]")


def _option(option: CommandOption[Any]) -> Iterator[str]:
    value = "" if option.is_flag else f" \\fI{_text(option.metavar)}\\fR"
    names = [f"\\fB{_text(each)}\\fR{value}" for each in (*option.names, option.off) if each]
    yield from (".TP", ", ".join(names))
    about = option.help
    if option.choices:
        about += f" One of {', '.join(option.choices)}."
    if option.shown:
        about += f" Default: {option.shown}."
    yield _text(about)


def _text(plain: str) -> str:
    """``plain`` on one line, with nothing in it that roff would act on."""
    escaped = re.sub(r"\s+", " ", plain).replace("\\", r"\e").replace("-", r"\-")
    escaped = escaped.replace('"', r"\(dq").replace("``", "").replace("'", r"\(aq")
    escaped = "".join(char if char.isascii() else f"\\[u{ord(char):04X}]" for char in escaped)
    return rf"\&{escaped}" if escaped.startswith(".") else escaped
