"""proselint (https://github.com/amperser/proselint), a linter of style in Python."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from peers.base import Alarm, Located, Peer
from peers.environments import install_python, located


class Proselint(Peer):
    """Its spans are code points, all one too high: it puts a line break before the text."""

    name = "proselint"

    def locate(self) -> Located:
        return located(self.name, "bin/proselint")

    def install(self, folder: Path) -> None:
        install_python(folder, "proselint==0.16.*")

    def arguments(self, paths: Sequence[Path]) -> list[str]:
        return ["check", "--output-format", "json", *map(str, paths)]

    def parse(self, output: str, texts: Mapping[Path, str]) -> Iterator[Alarm]:
        for address, result in json.loads(output)["result"].items():
            path = Path(unquote(urlsplit(address).path))
            if path not in texts:
                continue
            for told in result.get("diagnostics", ()):
                start, end = (max(0, offset - 1) for offset in told["span"])
                better = told["replacements"]
                given = (better,) if isinstance(better, str) else tuple(better or ())
                yield Alarm(path, start, end, told["check_path"], given)
