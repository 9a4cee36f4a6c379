"""The option that lets a check ask servers about links."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from copylint.cli.choices import not_with
from copylint.cli.option_table import CommandOptions, OptionGroup, flag

if TYPE_CHECKING:
    from copylint.config.schema import Config
    from copylint.runner.result import Input


class OnlineOptions(CommandOptions):
    """Whether servers are asked; without the option nothing is."""

    online = flag(
        "--online",
        help="Ask the servers that articles link to, and report links that lead nowhere.",
        more="See [links](../guides/links.md). Not with `--untrusted`.",
        group=OptionGroup.RULES,
    )


def with_links(
    options: OnlineOptions, config: Config, found: Sequence[Input], *, handed_in: bool
) -> tuple[Config, list[str]]:
    """``config`` with what servers said of the links in ``found``, and notes; if it is asked for.

    ``handed_in``: somebody else wrote the copy, so only servers on the public network are asked.
    """
    if not options.online:
        return config, []
    not_with("--online", {"--untrusted": config.trust.strangers})
    from copylint.runner.online.run_links import with_answers

    return with_answers(config, found, public_only=handed_in)
