"""What is wrong with a command line, in one line like every other error."""

from __future__ import annotations

import re
from typing import Any

from copylint.config.read import LANGUAGE_TYPOS
from copylint.core.selector import nearest

_CHOICES = re.compile(
    r"'(?P<given>.*)' is not one of (?P<values>(?:'[^']*'(?:, )?)+)\.?", re.DOTALL
)
_NUMBER = re.compile(r"'(?P<given>.*)' is not a valid (?:int|float)[\w ]*\.?", re.DOTALL)
_RANGE = re.compile(r"(?P<given>.*) is not in the range x>=(?P<least>\d+)\.?", re.DOTALL)
_COMMAND = re.compile(r"No such command '(?P<given>.*)'\..*", re.DOTALL)


def usage_line(error: Any) -> str:
    """``error``, typer's about a command line, as one line with the remedy."""
    context = error.ctx
    said = _unknown_option(error) or _missing(error) or _invalid(error) or _other(error)
    if ";" in said or context is None:  # it has a remedy
        return said
    return f"{said} (see '{context.command_path} --help')"


def _unknown_option(error: Any) -> str:
    given = getattr(error, "option_name", None)
    if given is None or not hasattr(error, "possibilities"):
        return ""
    known = [
        name for each in error.ctx.command.params for name in (*each.opts, *each.secondary_opts)
    ]
    return f"there is no option '{given}'{_hint(given, known)}"


def _missing(error: Any) -> str:
    if not hasattr(error, "param_type"):
        return ""
    return f"{error.param.make_metavar(ctx=error.ctx)} is missing"


def _invalid(error: Any) -> str:
    """The message about a value, with the option before it."""
    if not hasattr(error, "param_hint"):
        return ""
    hint = error.param_hint or (error.param.opts[0] if error.param else "")
    return f"{hint}: {_about_value(error.message)}" if hint else _about_value(error.message)


def _about_value(message: str) -> str:
    if found := _CHOICES.fullmatch(message):
        values = re.findall(r"'([^']*)'", found["values"])
        listed = ", ".join(values)
        meant = LANGUAGE_TYPOS.get(found["given"].lower(), "")
        hint = _hint(meant if meant in values else found["given"], values)
        return f"'{found['given']}' is not one of {listed}{hint}"
    if found := _NUMBER.fullmatch(message):
        return f"'{found['given']}' is not a whole number"
    if found := _RANGE.fullmatch(message):
        return f"{found['given']} is less than {found['least']}"
    return message


def _other(error: Any) -> str:
    message = str(error.format_message())
    if found := _COMMAND.fullmatch(message):
        known = error.ctx.command.list_commands(error.ctx)
        return f"there is no command '{found['given']}'{_hint(found['given'], known)}"
    return message[:1].lower() + message[1:].removesuffix(".")


def _hint(given: str, known: list[str]) -> str:
    meant = nearest(given, known)
    return f"; did you mean '{meant}'?" if meant else ""
