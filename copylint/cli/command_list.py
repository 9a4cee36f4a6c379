"""All commands, with their option tables; importing this imports no typer."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from copylint.cli.commands.apply import ApplyOptions, apply
from copylint.cli.commands.archive import (
    ArchiveCheckOptions,
    DuplicatesOptions,
    check_archive,
    duplicates,
)
from copylint.cli.commands.baseline import BaselineCommandOptions, baseline
from copylint.cli.commands.cache import clear, info
from copylint.cli.commands.check import CheckOptions, check
from copylint.cli.commands.config import ConfigCommandOptions, config
from copylint.cli.commands.explain import ExplainOptions, explain
from copylint.cli.commands.facts import FactsOptions, facts
from copylint.cli.commands.fix import FixOptions, fix
from copylint.cli.commands.init import InitOptions, init
from copylint.cli.commands.languagetool import InstallOptions, StatusOptions, install, status
from copylint.cli.commands.learn import LearnOptions, learn
from copylint.cli.commands.lsp import LspOptions, lsp
from copylint.cli.commands.mcp import McpOptions, mcp
from copylint.cli.commands.memory import (
    MemoryBuildOptions,
    MemoryDiffOptions,
    MemoryFileOptions,
    MemoryForgetOptions,
    MemoryNameOptions,
)
from copylint.cli.commands.memory import build as build_memory
from copylint.cli.commands.memory import diff as diff_memories
from copylint.cli.commands.memory import forget as forget_name
from copylint.cli.commands.memory import index as index_memory
from copylint.cli.commands.memory import show as show_name
from copylint.cli.commands.memory import update as update_memory
from copylint.cli.commands.packs import PacksOptions, packs
from copylint.cli.commands.rules import RulesOptions, rules
from copylint.cli.commands.serve import ServeOptions, serve
from copylint.cli.commands.stats import StatsOptions, stats
from copylint.cli.commands.test_rules import TestRulesOptions, test_rules
from copylint.cli.commands.text import TextOptions, text
from copylint.cli.commands.trial import TrialOptions, trial
from copylint.cli.commands.vale import ImportOptions, import_
from copylint.cli.commands.warm import status as warm_status
from copylint.cli.commands.warm import stop
from copylint.cli.option_table import CommandOptions


class Command(NamedTuple):
    """A command: its name, what it does (its docstring is the help), and its options.

    ``purpose`` is the heading that the list of all commands puts it under.
    """

    name: str
    act: Callable[[Any], int]
    options: type[CommandOptions] = CommandOptions
    purpose: str = "Commands"


class CommandGroup(NamedTuple):
    """Commands under a common name, as ``copylint cache clear`` has them."""

    name: str
    help: str
    commands: Sequence[Command]
    purpose: str = "Commands"


#: What the commands are for: the headings of the list that help shows.
ARTICLES, RULES, SETUP = "Articles", "Rules", "Set-up and engines"

COMMANDS = (
    Command("check", check, CheckOptions, ARTICLES),
    Command("fix", fix, FixOptions, ARTICLES),
    Command("apply", apply, ApplyOptions, ARTICLES),
    Command("baseline", baseline, BaselineCommandOptions, ARTICLES),
    Command("stats", stats, StatsOptions, ARTICLES),
    Command("facts", facts, FactsOptions, ARTICLES),
    Command("text", text, TextOptions, ARTICLES),
    Command("serve", serve, ServeOptions, ARTICLES),
    Command("lsp", lsp, LspOptions, ARTICLES),
    Command("mcp", mcp, McpOptions, ARTICLES),
    Command("explain", explain, ExplainOptions, RULES),
    Command("rules", rules, RulesOptions, RULES),
    Command("packs", packs, PacksOptions, RULES),
    Command("learn", learn, LearnOptions, RULES),
    Command("trial", trial, TrialOptions, RULES),
    Command("test-rules", test_rules, TestRulesOptions, RULES),
    Command("init", init, InitOptions, SETUP),
    Command("config", config, ConfigCommandOptions, SETUP),
)
GROUPS = (
    CommandGroup(
        "archive",
        "Check whole archives, and find what was printed twice.",
        (
            Command("check", check_archive, ArchiveCheckOptions),
            Command("duplicates", duplicates, DuplicatesOptions),
        ),
        ARTICLES,
    ),
    CommandGroup(
        "memory",
        "Note how an archive spells names, for 'copylint check' to compare with.",
        (
            Command("build", build_memory, MemoryBuildOptions),
            Command("update", update_memory, MemoryBuildOptions),
            Command("show", show_name, MemoryNameOptions),
            Command("diff", diff_memories, MemoryDiffOptions),
            Command("forget", forget_name, MemoryForgetOptions),
            Command("index", index_memory, MemoryFileOptions),
        ),
        ARTICLES,
    ),
    CommandGroup(
        "languagetool",
        "Install LanguageTool, or check that it is ready.",
        (Command("install", install, InstallOptions), Command("status", status, StatusOptions)),
        SETUP,
    ),
    CommandGroup(
        "vale",
        "Import a Vale configuration.",
        (Command("import", import_, ImportOptions),),
        RULES,
    ),
    CommandGroup(
        "cache",
        "Show or delete the cached results of earlier runs.",
        (Command("info", info), Command("clear", clear)),
        SETUP,
    ),
    CommandGroup(
        "warm",
        "Show or stop the workers that 'copylint check --warm' started.",
        (Command("status", warm_status), Command("stop", stop)),
        SETUP,
    ),
)
