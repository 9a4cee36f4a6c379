"""Builds typer's signature of a command from its option table."""

from __future__ import annotations

import re
from collections.abc import Callable
from inspect import Parameter, Signature
from itertools import groupby
from types import GenericAlias
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from copylint.cli.command_list import Command, CommandGroup
from copylint.cli.exits import ends_the_run
from copylint.cli.option_table import CommandOption


class GroupedHelp(TyperCommand):
    """A command whose help lists the options by purpose."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write arguments, then the options under the heading of their group."""
        rows: list[tuple[str, tuple[str, str]]] = []
        for parameter in self.get_params(ctx):
            record = parameter.get_help_record(ctx)
            if record is not None:
                heading = getattr(parameter, "rich_help_panel", None) or "Options"
                rows.append((heading, _plain(*record)))
        for heading, members in groupby(rows, key=lambda row: row[0]):
            with formatter.section(heading):
                formatter.write_dl([record for _, record in members])

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """The parts of the usage line; required arguments have no braces around them."""
        return [each.strip("{}") for each in super().collect_usage_pieces(ctx)]


class WholeSummaries(TyperGroup):
    """A group whose help lists the commands by purpose and cuts no summary short."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write each command with the first paragraph of its help, under its heading."""
        commands = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        groups: dict[str, list[tuple[str, str]]] = {}
        for name, each in commands:
            if each is not None and not each.hidden:
                summary = " ".join((each.help or "").partition("\n\n")[0].split())
                heading = getattr(each, "rich_help_panel", None) or "Commands"
                groups.setdefault(heading, []).append((name, summary))
        for heading, rows in groups.items():
            with formatter.section(heading):
                formatter.write_dl(rows)


def _plain(names: str, about: str) -> tuple[str, str]:
    """An option's names and its help without typer's own notation."""
    names = re.sub(r"<([\w|-]+)>", r"\1", names)
    about = re.sub(r"; x>=\d+\]", "]", about).replace("  [required]", "")
    about = re.sub(r"\[default: \(([^()]*)\)\]", r"[default: \1]", about)
    return names, about


def add_command(app: typer.Typer, command: Command) -> None:
    """Add ``command`` to ``app``."""
    decorate = app.command(command.name, cls=GroupedHelp, rich_help_panel=command.purpose)
    decorate(_callback(command))


def add_group(app: typer.Typer, group: CommandGroup) -> None:
    """Add the commands of ``group`` to ``app``, under its name."""
    inner = typer.Typer(
        name=group.name,
        help=group.help,
        cls=WholeSummaries,
        no_args_is_help=True,
        rich_markup_mode=None,
    )
    inner.callback()(lambda: None)  # a group of one command is a group too
    for command in group.commands:
        add_command(inner, command)
    app.add_typer(inner, rich_help_panel=group.purpose)


def _callback(command: Command) -> Callable[..., Any]:
    """A function with the signature that typer expects, which runs the command and exits."""

    def run(**given: Any) -> int:
        values = {name: value for name, value in given.items() if value is not None}
        return command.act(command.options(**values))

    callback: Any = ends_the_run(run)
    callback.__signature__ = Signature([_parameter(each) for each in command.options.table()])
    callback.__annotations__ = {}
    callback.__doc__ = command.act.__doc__
    callback.__name__ = command.name
    return callback  # type: ignore[no-any-return]  # a function, whatever was set on it


def _help(option: CommandOption[Any]) -> str:
    """What help for the terminal says, with the values that exist."""
    if option.listed is None:
        return option.help
    *others, last = option.listed()
    return f"{option.help.removesuffix('.')}: {', '.join(others)} or {last}."


def _parameter(option: CommandOption[Any]) -> Parameter:
    kind: Any = GenericAlias(list, option.kind) if option.many else option.kind
    if not option.required:
        kind = kind | None
    # What is not the default itself is shown in parentheses.
    shown = True if option.shown == str(option.default) else option.shown or False
    default: Any = None if option.many or option.default == "" else option.default
    if option.required:
        default = Parameter.empty
    info: Any
    if option.names:
        declared = [f"{option.names[0]}/{option.off}"] if option.off else list(option.names)
        info = typer.Option(
            *declared,
            metavar=(not option.choices and option.metavar) or None,
            help=_help(option),
            min=option.least,
            show_default=shown,
            autocompletion=option.complete,
            rich_help_panel=option.group.value,
        )
    else:
        info = typer.Argument(
            metavar=f"{option.metavar}..." if option.many else option.metavar,
            help=option.help,
            show_default=shown,
            autocompletion=option.complete,
            rich_help_panel="Arguments",
        )
    kind = Annotated[kind, info]
    return Parameter(option.argument, Parameter.KEYWORD_ONLY, default=default, annotation=kind)
