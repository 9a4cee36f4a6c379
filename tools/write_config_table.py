"""Write what is made from the table of configuration keys: the page's table and the JSON schema.

    python tools/write_config_table.py

replaces what lies between ``<!-- keys -->`` and ``<!-- end of keys -->`` in
docs/reference/configuration.md, and writes copylint.schema.json.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from copylint.config.json_schema import json_schema
from copylint.config.key import Key, engine_keys
from copylint.config.keys import KEYS
from copylint.runner.listed_rules import engine_names
from copylint.runner.rule_index import engine_tables

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "reference" / "configuration.md"
SCHEMA = ROOT / "copylint.schema.json"
_BLOCK = re.compile(r"(<!-- keys -->\n).*?(<!-- end of keys -->)", re.DOTALL)


def engines() -> list[Key]:
    """The keys of engines' own tables."""
    return [key for name, table in engine_tables().items() for key in engine_keys(name, table())]


def filled(page: str) -> str:
    """``page`` with its table of keys."""
    rows = "\n".join(lines())
    return _BLOCK.sub(lambda match: f"{match[1]}\n{rows}\n\n{match[2]}", page)


def lines() -> Iterator[str]:
    """The lines of the table of keys."""
    yield "| key | value | default | what it does |"
    yield "| --- | --- | --- | --- |"
    for key in (*KEYS, *engines()):
        about = f"{key.help} {key.more}".strip()
        yield f"| `{key.name}` | {key.value} | {key.default} | {about} |"


def schema() -> str:
    """The JSON schema as a file: of any rules, since a house has rules of its own."""
    return json.dumps(json_schema(engine_names(), engines()), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    PAGE.write_text(filled(PAGE.read_text("utf-8")), "utf-8")
    SCHEMA.write_text(schema(), "utf-8")
