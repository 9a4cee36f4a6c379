"""The measured figures of the rules, copylint's own and those of a house.

``benchmarks/accuracy/figures.py`` writes all of them at once into one table, which is why
they are kept there and not with each rule.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from pathlib import Path

from copylint.core.errors import ConfigError
from copylint.core.rule import Measured
from copylint.core.safe_read import SMALL, read_file
from copylint.core.source_error import shown
from copylint.runner.safe_write import put

#: The file beside the rules of a house that holds their figures.
HOUSE_FILE = "measured.jsonl"


@cache
def figures() -> dict[str, Measured]:
    """The figures by rule id; a rule that was never measured is not among them."""
    try:
        table = files("copylint").joinpath("data/measured.jsonl").read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    return parse_figures(table)


def parse_figures(table: str) -> dict[str, Measured]:
    """The figures in a table, a JSON object a line. Raises ``ValueError`` for another line."""
    found = {}
    for line in filter(str.strip, table.splitlines()):
        record = json.loads(line)
        try:
            on, when = str(record["on"]), str(record["when"])
            shares = float(record["precision"]), float(record["per_1000"])
            found[str(record["rule"])] = Measured(*shares, on, when)
        except (KeyError, TypeError) as error:
            raise ValueError(f"a line lacks {error}") from None
    return found


def house_figures(rule_file: Path) -> dict[str, Measured]:
    """The figures beside a rule of a house, by rule id. Raises ``ConfigError``."""
    path = rule_file.with_name(HOUSE_FILE)
    try:
        return parse_figures(read_file(path, SMALL).decode("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ConfigError(f"{shown(path)}: not figures of rules: {reason}") from None


def keep_house_figures(rule_file: Path, rule: str, measured: Measured) -> Path:
    """Put a rule's figures beside it, and return the file. Raises ``CopylintError``."""
    path = rule_file.with_name(HOUSE_FILE)
    table = house_figures(rule_file) | {rule: measured}
    lines = (
        json.dumps(
            {
                "rule": name,
                "precision": round(each.precision, 3),
                "per_1000": each.per_1000,
                "on": each.on,
                "when": each.when,
            },
            ensure_ascii=False,
        )
        for name, each in sorted(table.items())
    )
    old = read_file(path, SMALL) if path.exists() else None
    put(str(path), old, ("\n".join(lines) + "\n").encode("utf-8", "replace"))
    return path
