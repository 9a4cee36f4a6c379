"""``copylint rules``: list the rules."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from copylint.cli.choices import TableFormat, selectors
from copylint.cli.completion import complete_rules
from copylint.cli.exits import CLEAN, stdout_may_close
from copylint.cli.inputs import load
from copylint.cli.option_table import OptionGroup, strings
from copylint.cli.shared_options import ColorOptions, ConfigOptions, TableOptions
from copylint.cli.terminal import Colour, painter, table_width

if TYPE_CHECKING:
    from copylint.core.rule import Rule


class RulesOptions(TableOptions, ColorOptions):
    """The options of ``copylint rules``."""

    select = strings(
        "--select",
        metavar="RULES",
        help="List only these rules, families or globs (commas or repeated).",
        group=OptionGroup.RULES,
        complete=complete_rules,
    )


def rules(options: RulesOptions) -> int:
    """List the rules.

    Shows for each rule whether it is on by default, its severity, its fix and what it finds.
    """
    from copylint.core.selector import selects
    from copylint.report.finding_record import to_json
    from copylint.runner.rules import all_rules

    sources = load(["."], ConfigOptions()).rule_sources
    wanted = selectors(options.select, "--select", sources)
    found = [
        rule
        for rule in all_rules(sources).values()
        if not wanted or any(selects(selector, rule.id) for selector in wanted)
    ]
    with stdout_may_close():
        if options.output_format is TableFormat.JSON:
            sys.stdout.write(to_json([_record(rule) for rule in found], indent=2) + "\n")
        else:
            sys.stdout.writelines(_table(found, options.color))
    return CLEAN


def _table(found: list[Rule], color: Colour) -> Iterator[str]:
    from copylint.report.table import Table

    rows = [
        (
            rule.id,
            "on" if rule.default else "off",
            rule.severity.label,
            rule.safety.value,
            rule.summary,
        )
        for rule in found
    ]
    table = Table(("rule", "default", "severity", "fix", "finds"), rows)
    return (line + "\n" for line in table.lines(table_width(), painter(color, sys.stdout)))


def _record(rule: Rule) -> dict[str, Any]:
    return {
        "rule": rule.id,
        "default": rule.default,
        "severity": rule.severity.label,
        "fix": rule.safety.value,
        "level": rule.level.value,
        "summary": rule.summary,
        "options": {option.name: option.default for option in rule.options},
    }
