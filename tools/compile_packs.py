"""Read the rule files of the packs that run unasked into copylint/data/packs.json.

    python tools/compile_packs.py

To be run after a change to one of them; without, copylint reads the changed file itself
and starts later. Every pack's manifest is in the table, so that a start reads no YAML.
"""

from __future__ import annotations

import json
from pathlib import Path

from copylint.packs.compiled import recorded
from copylint.packs.manifest import NAME, PLAIN
from copylint.packs.rule_loader import load_packs
from copylint.packs.shipped_rules import shipped
from copylint.packs.yaml_nodes import RuleFile

TABLE = Path(__file__).parents[1] / "copylint" / "data" / "packs.json"


def table() -> str:
    """The table's text, one file a line."""
    loaded = load_packs(shipped())
    assert not loaded.problems, loaded.problems
    records = {}
    for folder in sorted(shipped().iterdir()):
        if (folder / NAME).is_file():
            records[f"{folder.name}.{NAME}"] = recorded(_file(folder / NAME), ())
    for pack, rules in sorted(loaded.packs.items()):
        if not loaded.manifests.get(pack, PLAIN).default:
            continue
        for each in rules:
            assert each.path is not None
            needs = ((pattern.body, pattern.required) for pattern in each.does.patterns)
            records[each.rule.id] = recorded(_file(each.path), needs)
    lines = (f"{json.dumps(name)}: {_line(each)}" for name, each in sorted(records.items()))
    return "{\n" + ",\n".join(lines) + "\n}\n"


def _file(path: Path) -> RuleFile:
    return RuleFile(path, path.read_text("utf-8"))


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
