"""typos (https://github.com/crate-ci/typos), a speller of known misspellings in Rust."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from peers.base import Alarm, Located, Peer
from peers.environments import install_python, located
from peers.places import Lines, from_bytes


class Typos(Peer):
    """Its records hold a line number and an offset in that line's bytes."""

    name = "typos"

    def locate(self) -> Located:
        return located(self.name, "bin/typos")

    def install(self, folder: Path) -> None:
        install_python(folder, "typos==1.52.*")

    def arguments(self, paths: Sequence[Path]) -> list[str]:
        return ["--isolated", "--format", "json", *map(str, paths)]

    def parse(self, output: str, texts: Mapping[Path, str]) -> Iterator[Alarm]:
        lines: dict[Path, Lines] = {}
        for record in map(json.loads, output.splitlines()):
            path = Path(record.get("path", ""))
            # A typo in a file's name has no line.
            if record.get("type") != "typo" or "line_num" not in record or path not in texts:
                continue
            at = lines.setdefault(path, Lines(texts[path]))
            number = record["line_num"]
            start = at.start(number) + from_bytes(at.line(number), record["byte_offset"])
            found: str = record["typo"]
            yield Alarm(
                path, start, start + len(found), found.lower(), tuple(record["corrections"])
            )
