"""The ``copylint`` command: its subcommands put together."""

from __future__ import annotations

import sys
from functools import cache
from typing import Annotated, Any

import typer

from copylint import __version__
from copylint.cli.command_list import COMMANDS, GROUPS, SETUP, Command
from copylint.cli.commands.help import HelpOptions, help_with
from copylint.cli.exits import CLEAN, FAILED, complain, exit_code_of
from copylint.cli.terminal import prepare_streams
from copylint.cli.typer_command import WholeSummaries, add_command, add_group
from copylint.cli.usage_line import usage_line

# The base of typer's errors about a command line, which typer itself does not export.
_UsageError: Any = typer.BadParameter.__mro__[1]

# Rich would render help and errors, and costs as much time as checking an article.
app = typer.Typer(
    name="copylint",
    cls=WholeSummaries,
    help="A copy-editing linter for news and editorial text.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
)
for _command in COMMANDS:
    add_command(app, _command)
for _group in GROUPS:
    add_group(app, _group)


def _version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"copylint {__version__}\n")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def copylint(
    context: typer.Context,
    version: Annotated[
        bool,
        typer.Option("--version", help="Show the version.", callback=_version, is_eager=True),
    ] = False,
) -> None:
    """A copy-editing linter for news and editorial text."""
    if context.invoked_subcommand is None:
        sys.stdout.write(context.get_help() + "\n")


@cache
def command() -> Any:
    """The whole command, put together once per process."""
    return typer.main.get_command(app)


add_command(app, Command("help", help_with(command), HelpOptions, SETUP))


def run() -> int:
    """Run the command that the command line names and return its exit code."""
    prepare_streams()

    def call() -> int:
        try:
            code = command()(prog_name="copylint", standalone_mode=False)
        except _UsageError as error:
            if type(error).__name__ == "NoArgsIsHelpError":  # a group without a command
                sys.stderr.write(f"{error.message}\n")
            else:
                complain(usage_line(error))
            return FAILED
        return code if isinstance(code, int) else CLEAN

    return exit_code_of(call)
