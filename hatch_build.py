"""The build of the wheel: what a checkout finds out by itself is written into it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class BuildIndexes(BuildHookInterface[Any]):
    """Puts the inventory and the rule files read in advance into ``copylint/data/built``."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the files, but for an editable install, which is a checkout."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from copylint.inventory.index import INDEX, scanned_sources
        from copylint.packs.compiled import TABLE
        from copylint.packs.rule_loader import compiled_table

        folder = Path(mkdtemp())
        for name, value in ((INDEX, {"listing": scanned_sources()}), (TABLE, compiled_table())):
            (folder / name).write_text(json.dumps(value, separators=(",", ":")), "ascii")
            build_data["force_include"][str(folder / name)] = f"copylint/data/built/{name}"
