"""The ``copylint`` command: its subcommands put together."""

from __future__ import annotations

import sys
from functools import cache
from typing import Annotated, Any

import typer

from copylint import __version__
from copylint.cli.baseline import baseline
from copylint.cli.cache import cache as kept
from copylint.cli.check import check
from copylint.cli.daemon.command import warm
from copylint.cli.exits import CLEAN, exit_code_of
from copylint.cli.explain import explain
from copylint.cli.fix import fix
from copylint.cli.init import init
from copylint.cli.languagetool import languagetool
from copylint.cli.packs import packs
from copylint.cli.rules import rules
from copylint.cli.stats import stats
from copylint.cli.terminal import prepare_streams
from copylint.cli.test_rules import test_rules
from copylint.cli.text import text
from copylint.cli.trial import trial
from copylint.cli.vale import vale

# Rich would render help and errors, and costs as much time as checking an article.
app = typer.Typer(
    name="copylint",
    help="A copy-editing linter for news and editorial text.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["--help", "-h"], "max_content_width": 100},
)
app.command()(check)
app.command()(fix)
app.command()(baseline)
app.command()(explain)
app.command()(init)
app.command()(packs)
app.command()(rules)
app.command()(stats)
app.command("test-rules")(test_rules)
app.command()(text)
app.command()(trial)
app.add_typer(languagetool)
app.add_typer(vale)
app.add_typer(kept)
app.add_typer(warm)


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


def run() -> int:
    """Run the command that the command line names and return its exit code."""
    prepare_streams()

    def call() -> int:
        command()(prog_name="copylint")
        return CLEAN

    return exit_code_of(call)
