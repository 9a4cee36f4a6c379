"""The build: the long description, and in the wheel what a checkout finds out by itself."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface
from hatchling.metadata.plugin.interface import MetadataHookInterface

_RELATIVE = re.compile(r"(?P<image>!?)\[(?P<text>[^\]]*)\]\((?P<path>(?![\w+.-]+:|[#/])[^)\s]+)\)")


class LongDescription(MetadataHookInterface):
    """The README as long description: its links are absolute if the repository is known."""

    def update(self, metadata: dict[str, Any]) -> None:
        """Set ``readme``."""
        text = (Path(self.root) / "README.md").read_text("utf-8")
        repository = metadata.get("urls", {}).get("Repository", "")
        if repository:
            text = absolute(text, repository.rstrip("/"), f"v{metadata['version']}")
        metadata["readme"] = {"content-type": "text/markdown", "text": text}


def absolute(markdown: str, repository: str, revision: str) -> str:
    """``markdown`` with links into the checkout as links into ``repository`` at ``revision``."""

    def replaced(link: re.Match[str]) -> str:
        kind = "raw" if link["image"] else "blob"
        return f"{link['image']}[{link['text']}]({repository}/{kind}/{revision}/{link['path']})"

    return _RELATIVE.sub(replaced, markdown)


class BuildIndexes(BuildHookInterface[Any]):
    """Puts the inventory and the rule files read in advance into ``copylint/data/built``.

    The manual page goes to ``share/man``.
    """

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
        from copylint.cli.man_page import man_page

        page = folder / "copylint.1"
        page.write_text(man_page(), "utf-8")
        build_data["shared_data"][str(page)] = "share/man/man1/copylint.1"
