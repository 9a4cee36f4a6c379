"""What there is, told by a file: rules and engines are known without importing any.

``copylint/data/catalogue.txt`` has a line for every rule: what it is of, where that is, its
name, and whether it runs unasked. ``tools/build_catalogue.py`` writes it; a test demands
that it be true.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from copylint.core.rule import Rule

FILE = Path(__file__).parents[1] / "data" / "catalogue.txt"
#: What a line is about.
CHECK, ENGINE, PACK = "check", "engine", "pack"


class Line(NamedTuple):
    """A rule, or (without a ``rule``) an engine that does not list its rules.

    ``home`` is the module of a check, the module and the name of an engine with a colon
    between them, the name of a pack.
    """

    kind: str
    home: str
    rule: str = ""
    default: bool = True

    def __str__(self) -> str:
        return f"{self.kind} {self.home} {self.rule} {'on' if self.default else 'off'}"


@cache
def lines() -> tuple[Line, ...]:
    """All lines, in order."""
    rows = FILE.read_text(encoding="utf-8").splitlines()
    return tuple(
        Line(kind, home, rule, default == "on")
        for kind, home, rule, default in (row.split(" ") for row in rows)
    )


@cache
def engines() -> dict[str, str]:
    """The modules of all engines, by the engines' names."""
    homes = (line.home.partition(":") for line in lines() if line.kind == ENGINE)
    return {name: module for module, _, name in homes}


def rules(kind: str) -> list[Rule]:
    """The rules of a kind of thing: name and default alone."""
    return [
        Rule(line.rule, "", "", (), (), default=line.default)
        for line in lines()
        if line.kind == kind and line.rule
    ]


@cache
def rule_ids() -> tuple[str, ...]:
    """The names of all of copylint's own rules, sorted."""
    from copylint.runner.internal_rules import RULES as own_rules
    from copylint.suppress.suppression_rules import RULES as suppression_rules

    found = [line.rule for line in lines() if line.rule]
    return tuple(sorted([*found, *(rule.id for rule in (*own_rules, *suppression_rules))]))
