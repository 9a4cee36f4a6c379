"""``copylint rules``: list the rules."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from copylint.cli.choices import TableFormat, selectors
from copylint.cli.completion import complete_rules
from copylint.cli.exits import CLEAN, stdout_may_close
from copylint.cli.inputs import load
from copylint.cli.option_table import Group, strings
from copylint.cli.shared_options import ColorOptions, ConfigOptions, TableOptions
from copylint.cli.terminal import Colour, painter

if TYPE_CHECKING:
    from copylint.core.rule import Rule


class RulesOptions(TableOptions, ColorOptions):
    """The options of ``copylint rules``."""

    select = strings(
        "--select",
        metavar="RULES",
        help="List only these rules, families or globs (commas or repeated).",
        group=Group.RULES,
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


def _table(found: list[Rule], color: Colour) -> list[str]:
    from copylint.report.paint import OutputRole

    paint = painter(color, sys.stdout).paint
    rows = [
        (rule.id, "on" if rule.default else "off", rule.severity.label, rule.safety.value)
        for rule in found
    ]
    header = ("rule", "default", "severity", "fix")
    widths = [max(map(len, column)) for column in zip(header, *rows, strict=True)]
    lines = [paint(_row((*header, "finds"), widths), OutputRole.FAINT)]
    for cells, rule in zip(rows, found, strict=True):
        first = cells[0].ljust(widths[0])
        rest = _row((*cells[1:], rule.summary), widths[1:])
        lines.append(f"{paint(first, OutputRole.STRONG)}  {rest}")
    return [line + "\n" for line in lines]


def _row(cells: tuple[str, ...], widths: list[int]) -> str:
    padded = [cell.ljust(width) for cell, width in zip(cells, widths, strict=False)]
    return "  ".join([*padded, *cells[len(widths) :]])


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
