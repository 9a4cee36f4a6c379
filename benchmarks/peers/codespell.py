"""codespell (https://github.com/codespell-project/codespell), of known misspellings."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from peers.base import Alarm, Located, Peer, unquoted
from peers.environments import install_python, located
from peers.places import Lines

_LINE = re.compile(r"(?P<path>.*):(?P<line>\d+): (?P<wrong>.+?) ==> (?P<right>.*)")


class Codespell(Peer):
    """It prints words with line numbers, but not where in the line they are.

    They come in the order in which they stand, so the word's first report in a line is
    its first whole occurrence there, the second its second.
    """

    name = "codespell"

    def locate(self) -> Located:
        return located(self.name, "bin/codespell")

    def install(self, folder: Path) -> None:
        install_python(folder, "codespell==2.4.*")

    def arguments(self, paths: Sequence[Path]) -> list[str]:
        return ["--config", os.devnull, "--disable-colors", *map(str, paths)]

    def parse(self, output: str, texts: Mapping[Path, str]) -> Iterator[Alarm]:
        lines: dict[Path, Lines] = {}
        told: Counter[tuple[Path, int, str]] = Counter()
        for shown in output.splitlines():
            match = _LINE.fullmatch(shown)
            path = Path(match["path"]) if match else Path()
            if match is None or path not in texts:
                continue
            at, number, wrong = (
                lines.setdefault(path, Lines(texts[path])),
                int(match["line"]),
                match["wrong"],
            )
            places = [
                m.start()
                for m in re.finditer(rf"(?<![\w'’-]){re.escape(wrong)}(?![\w'’-])", at.line(number))
            ]
            again = told[path, number, wrong]
            told[path, number, wrong] += 1
            if again < len(places):
                start = at.start(number) + places[again]
                # Behind a bar stands why a correction needs a person's eye.
                right = unquoted(match["right"].partition(" | ")[0].split(","))
                yield Alarm(path, start, start + len(wrong), wrong.lower(), right)
