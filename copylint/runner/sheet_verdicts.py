"""Verdicts that a reading sheet has saved, and the figures of rules that follow from them."""

from __future__ import annotations

import json
import math
from collections import Counter
from datetime import date
from typing import Any

from copylint.core.errors import ConfigError
from copylint.core.record import record
from copylint.core.rule import Measured

#: The version of the verdicts that can be read.
VERSION = 1
_RIGHT, _WRONG = "right", "wrong"
# The quantile of the normal distribution for an interval of 95 per cent.
_Z = 1.96


@record
class JudgedRule:
    """A rule's verdicts: how many of its ``found`` findings were ``right`` and ``wrong``."""

    rule: str
    found: int
    right: int
    wrong: int

    @property
    def read(self) -> int:
        """How many findings were read."""
        return self.right + self.wrong

    @property
    def precision(self) -> float:
        """The share of the findings read that are right."""
        return self.right / self.read

    @property
    def interval(self) -> tuple[float, float]:
        """Wilson's interval of the precision, at 95 per cent.

        E. B. Wilson, "Probable inference, the law of succession, and statistical inference",
        Journal of the American Statistical Association 22 (1927).
        """
        n, p = self.read, self.precision
        middle = (p + _Z**2 / (2 * n)) / (1 + _Z**2 / n)
        half = _Z / (1 + _Z**2 / n) * math.sqrt(p * (1 - p) / n + _Z**2 / (4 * n**2))
        return max(0.0, middle - half), min(1.0, middle + half)


@record
class SheetVerdicts:
    """The verdicts of one sheet; ``words`` is the length of the archive that it was drawn from."""

    trial: str
    archive: str
    words: int
    rules: tuple[JudgedRule, ...]

    def measured(self, judged: JudgedRule, today: date) -> Measured:
        """The figures of a rule as ``explain`` shows them."""
        per_1000 = 1000 * judged.found / self.words if self.words else 0.0
        on = (
            f"{self.words:,} words of {self.archive}: {judged.found:,} findings, "
            f"{judged.read:,} of them read"
        )
        return Measured(judged.precision, float(f"{per_1000:.2g}"), on, today.strftime("%Y-%m"))


def parse_verdicts(name: str, data: bytes) -> SheetVerdicts:
    """The verdicts in ``data``, the content of the file ``name``. Raises ``ConfigError``."""
    try:
        table = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        place = f":{error.lineno}:{error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        raise ConfigError(f"{name}{place}: not verdicts: it is not JSON") from None
    if not isinstance(table, dict) or not isinstance(table.get("verdicts"), list):
        raise ConfigError(
            f"{name}: not verdicts: it has no list of 'verdicts'; the page of "
            "'copylint trial --sheet' saves verdicts"
        )
    if table.get("version") != VERSION:
        raise ConfigError(f"{name}: verdicts of version {VERSION} are needed, this is another")
    found = table.get("rules")
    if not isinstance(found, dict) or not all(map(_is_count, found.values())):
        raise ConfigError(f"{name}: 'rules' does not say how often each rule fired")
    words = table.get("words")
    if not isinstance(words, int) or not _is_count(words):
        raise ConfigError(f"{name}: 'words' is not a whole number")
    judged: Counter[tuple[str, str]] = Counter()
    for number, row in enumerate(table["verdicts"], start=1):
        judged[_judged(name, number, row)] += 1
    names = sorted({rule for rule, _ in judged})
    rules = tuple(
        JudgedRule(
            rule,
            max(found.get(rule, 0), judged[rule, _RIGHT] + judged[rule, _WRONG]),
            judged[rule, _RIGHT],
            judged[rule, _WRONG],
        )
        for rule in names
    )
    return SheetVerdicts(_text(table, "trial"), _text(table, "archive"), words, rules)


def _judged(name: str, number: int, row: Any) -> tuple[str, str]:
    if not isinstance(row, dict) or not isinstance(row.get("rule"), str) or not row["rule"]:
        raise ConfigError(f"{name}: verdict {number}: names no rule")
    if row.get("verdict") not in (_RIGHT, _WRONG):
        raise ConfigError(f"{name}: verdict {number}: 'verdict' is neither right nor wrong")
    return row["rule"], row["verdict"]


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _text(table: dict[str, Any], key: str) -> str:
    value = table.get(key)
    return value if isinstance(value, str) else ""
