"""``copylint packs``: the packs of rules that are files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from copylint.cli.choices import TableFormat
from copylint.cli.exits import CLEAN, FAILED, complain, stdout_may_close
from copylint.cli.inputs import load
from copylint.cli.shared_options import ColorOptions, ConfigOptions, TableOptions
from copylint.cli.terminal import Colour, painter, table_width

if TYPE_CHECKING:
    from copylint.runner.packs import Pack


class PacksOptions(TableOptions, ColorOptions):
    """The options of ``copylint packs``."""


def packs(options: PacksOptions) -> int:
    """List the packs of rules.

    Shows for each pack how many rules it has, how many of them are on by default, what the
    pack is for, and how often it reports something per 1,000 words of clean news (the rules
    that are on, or all of them if none is).
    """
    from copylint.report.finding_record import to_json
    from copylint.runner.packs import all_packs

    found, problems = all_packs(load(["."], ConfigOptions()).rule_sources)
    for problem in problems:
        complain(problem)
    with stdout_may_close():
        if options.output_format is TableFormat.JSON:
            sys.stdout.write(to_json([_record(pack) for pack in found], indent=2) + "\n")
        else:
            sys.stdout.writelines(line + "\n" for line in _table(found, options.color))
    return FAILED if problems else CLEAN


def _table(found: list[Pack], color: Colour) -> Iterator[str]:
    from copylint.report.table import Table

    rows = [
        (
            pack.name,
            "on" if pack.on else "off",
            str(pack.rules),
            str(pack.on),
            "-" if pack.measured is None else f"{pack.measured.news:.2g}",
            _purpose(pack),
        )
        for pack in found
    ]
    table = Table(("pack", "default", "rules", "on", "per 1,000", "for"), rows)
    return table.lines(table_width(), painter(color, sys.stdout))


def _purpose(pack: Pack) -> str:
    from copylint.report.visible import safe

    return safe(pack.about)


def _record(pack: Pack) -> dict[str, Any]:
    measured = pack.measured
    return {
        "pack": pack.name,
        "default": bool(pack.on),
        "rules": pack.rules,
        "on": pack.on,
        "languages": list(pack.languages),
        "per_1000": measured
        and {"news": measured.news, "documents": measured.documents, "when": measured.when},
        "about": pack.about,
    }
