"""The ``copylint`` command: its subcommands put together."""

from __future__ import annotations

import sys
from functools import cache
from typing import Annotated, Any

import typer

from copylint import __version__
from copylint.cli.commands.apply import ApplyOptions, apply
from copylint.cli.commands.baseline import BaselineCommandOptions, baseline
from copylint.cli.commands.cache import clear, info
from copylint.cli.commands.check import CheckOptions, check
from copylint.cli.commands.config import ConfigCommandOptions, config
from copylint.cli.commands.explain import ExplainOptions, explain
from copylint.cli.commands.fix import FixOptions, fix
from copylint.cli.commands.help import HelpOptions, help_with
from copylint.cli.commands.init import InitOptions, init
from copylint.cli.commands.languagetool import InstallOptions, StatusOptions, install, status
from copylint.cli.commands.packs import PacksOptions, packs
from copylint.cli.commands.rules import RulesOptions, rules
from copylint.cli.commands.stats import StatsOptions, stats
from copylint.cli.commands.test_rules import TestRulesOptions, test_rules
from copylint.cli.commands.text import TextOptions, text
from copylint.cli.commands.trial import TrialOptions, trial
from copylint.cli.commands.vale import ImportOptions, import_
from copylint.cli.commands.warm import status as warm_status
from copylint.cli.commands.warm import stop
from copylint.cli.exits import CLEAN, FAILED, complain, exit_code_of
from copylint.cli.terminal import prepare_streams
from copylint.cli.typer_command import (
    Command,
    CommandGroup,
    WholeSummaries,
    add_command,
    add_group,
)
from copylint.cli.usage_line import usage_line

# What the commands are for: the headings of the list that help shows.
_ARTICLES, _RULES, _SETUP = "Articles", "Rules", "Set-up and engines"

COMMANDS = (
    Command("check", check, CheckOptions, _ARTICLES),
    Command("fix", fix, FixOptions, _ARTICLES),
    Command("apply", apply, ApplyOptions, _ARTICLES),
    Command("baseline", baseline, BaselineCommandOptions, _ARTICLES),
    Command("stats", stats, StatsOptions, _ARTICLES),
    Command("text", text, TextOptions, _ARTICLES),
    Command("explain", explain, ExplainOptions, _RULES),
    Command("rules", rules, RulesOptions, _RULES),
    Command("packs", packs, PacksOptions, _RULES),
    Command("trial", trial, TrialOptions, _RULES),
    Command("test-rules", test_rules, TestRulesOptions, _RULES),
    Command("init", init, InitOptions, _SETUP),
    Command("config", config, ConfigCommandOptions, _SETUP),
)
GROUPS = (
    CommandGroup(
        "languagetool",
        "Install LanguageTool, or check that it is ready.",
        (Command("install", install, InstallOptions), Command("status", status, StatusOptions)),
        _SETUP,
    ),
    CommandGroup(
        "vale",
        "Import a Vale configuration.",
        (Command("import", import_, ImportOptions),),
        _RULES,
    ),
    CommandGroup(
        "cache",
        "Show or delete the cached results of earlier runs.",
        (Command("info", info), Command("clear", clear)),
        _SETUP,
    ),
    CommandGroup(
        "warm",
        "Show or stop the workers that 'copylint check --warm' started.",
        (Command("status", warm_status), Command("stop", stop)),
        _SETUP,
    ),
)

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


add_command(app, Command("help", help_with(command), HelpOptions, _SETUP))


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
