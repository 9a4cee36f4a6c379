"""The measured figures of the rules.

``benchmarks/accuracy/figures.py`` writes them, all at once, into one table; so they stand
there and not beside each rule.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from copylint.core.rule import Measured


@cache
def figures() -> dict[str, Measured]:
    """What was measured, by rule id; a rule that was never measured is not in it."""
    try:
        table = files("copylint").joinpath("data/measured.jsonl").read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    records = (json.loads(line) for line in table.splitlines())
    return {
        record["rule"]: Measured(
            record["precision"], record["per_1000"], record["on"], record["when"]
        )
        for record in records
    }
