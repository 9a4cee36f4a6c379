"""``copylint help``: the help of a command."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from copylint.cli.choices import one_of
from copylint.cli.exits import CLEAN, UsageError
from copylint.cli.option_table import CommandOptions, arguments

if TYPE_CHECKING:
    from collections.abc import Callable


class HelpOptions(CommandOptions):
    """The options of ``copylint help``."""

    words = arguments("COMMAND", help="The command to explain, such as 'fix'.", required=False)


def help_with(root: Callable[[], Any]) -> Callable[[HelpOptions], int]:
    """The command; ``root`` returns the whole command line, as typer builds it."""

    def help_(options: HelpOptions) -> int:
        """Show the help of a command: 'copylint help fix' is 'copylint fix --help'."""
        command = root()
        context = command.make_context("copylint", [], resilient_parsing=True)
        for word in options.words:
            if not hasattr(command, "list_commands"):
                raise UsageError(f"'{command.name}' has no commands of its own", "COMMAND")
            known = command.list_commands(context)
            name = one_of(word, known, "COMMAND")
            command = command.get_command(context, name)
            context = command.context_class(command, info_name=name, parent=context)
        sys.stdout.write(command.get_help(context) + "\n")
        return CLEAN

    return help_
