"""The measured figures of the rules.

``benchmarks/accuracy/figures.py`` writes all of them at once into one table, which is why
they are kept there and not with each rule.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from copylint.core.rule import Measured


@cache
def figures() -> dict[str, Measured]:
    """The figures by rule id; a rule that was never measured is not among them."""
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
