"""Write copylint/data/catalogue.txt: every rule, what it is of, and where that is.

    python tools/build_catalogue.py

To be run when a rule, a check or an engine has come, gone, moved or been switched on or
off; tests/runner/test_catalogue.py tells.
"""

from __future__ import annotations

from collections.abc import Iterator

from copylint.packs.house import SHIPPED
from copylint.packs.rule_loader import load_packs
from copylint.packs.shipped_rules import shipped
from copylint.runner.catalogue import CHECK, ENGINE, FILE, PACK, Line
from copylint.runner.registry import walk_checks, walk_engines


def table() -> str:
    """The file's text: checks by module, then engines, then packs, rules by name."""
    return "".join(f"{line}\n" for line in _lines())


def _lines() -> Iterator[Line]:
    for check in walk_checks():
        for rule in sorted(check.rules, key=lambda rule: rule.id):
            yield Line(CHECK, check.__module__, rule.id, rule.default)
    for engine in walk_engines():
        home = f"{engine.__module__}:{engine.name}"
        rules = sorted(engine().rules(), key=lambda rule: rule.id)
        for rule in rules:
            yield Line(ENGINE, home, rule.id, rule.default)
        if not rules:
            yield Line(ENGINE, home)
    for rule in load_packs(shipped(), SHIPPED, lambda *_: False).idle:
        yield Line(PACK, rule.family, rule.id, rule.default)


if __name__ == "__main__":
    FILE.write_text(table(), encoding="utf-8")
