"""Vale (https://vale.sh), a linter of style in Go, with the one style that it comes with."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from peers.base import Alarm, Located, Peer, cache_folder
from peers.environments import install_go, located
from peers.places import Lines

# AsciiDoc would need a program of Ruby's, without which Vale stops at the first such file.
_CONFIG = """MinAlertLevel = suggestion
[formats]
asc = txt
adoc = txt
[*]
BasedOnStyles = Vale
"""


class Vale(Peer):
    """Its places are lines and columns of code points, from 1, the last one included."""

    name = "vale"
    settings = "its built-in style: spelling, repetition"

    def locate(self) -> Located:
        found = located(self.name, "bin/vale")
        if found.command is not None and not self._config.is_file():
            again = f"python benchmarks/peers/install.py {self.name}"
            return Located(None, f"vale has no configuration: {again}")
        return found

    def install(self, folder: Path) -> None:
        install_go(folder, "github.com/errata-ai/vale/v3/cmd/vale@v3.17.1")
        (folder / self._config.name).write_text(_CONFIG, encoding="utf-8")

    def arguments(self, paths: Sequence[Path]) -> list[str]:
        how = ["--no-global", "--no-exit", "--output", "JSON"]
        return [*how, "--config", str(self._config), *map(str, paths)]

    def parse(self, output: str, texts: Mapping[Path, str]) -> Iterator[Alarm]:
        for name, alerts in json.loads(output).items():
            path = Path(name)
            if path not in texts:
                continue
            lines = Lines(texts[path])
            for alert in alerts:
                start = lines.start(alert["Line"]) + alert["Span"][0] - 1
                end = lines.start(alert["Line"]) + alert["Span"][1]
                action = alert.get("Action") or {}
                better = action.get("Params") if action.get("Name") == "replace" else None
                yield Alarm(path, start, max(start, end), alert["Check"], tuple(better or ()))

    @property
    def _config(self) -> Path:
        return cache_folder(self.name) / "vale.ini"
