"""CSpell (https://cspell.org), a speller for code and prose in JavaScript."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from copylint.engines.languagetool.session import Utf16
from peers.base import Alarm, Located, Peer, unquoted
from peers.environments import install_npm, located
from peers.places import Lines

_LINE = re.compile(
    r"(?P<path>.*):(?P<line>\d+):(?P<column>\d+) - "
    r"(?P<kind>[\w ]+?) word \((?P<word>.*?)\)(?P<rest>.*)"
)
_SUGGESTIONS = re.compile(r"(?:Suggestions|fix): ?[\[(](?P<words>.*?)[\])]")


class CSpell(Peer):
    """Its places are lines and columns, both from 1, in units of UTF-16."""

    name = "cspell"

    def locate(self) -> Located:
        return located(self.name, "node_modules/.bin/cspell")

    def install(self, folder: Path) -> None:
        # The last that runs on Node.js 20.
        install_npm(folder, "cspell@9.8.0")

    def arguments(self, paths: Sequence[Path]) -> list[str]:
        # Globs are taken relative to a root and hidden folders are left out, unless told so.
        options = ["--no-progress", "--no-summary", "--no-color", "--show-suggestions"]
        here = ["--no-config-search", "--no-relative", "--dot", "--root", "/"]
        return ["lint", *options, *here, *(f"file://{path}" for path in paths)]

    def parse(self, output: str, texts: Mapping[Path, str]) -> Iterator[Alarm]:
        lines: dict[Path, Lines] = {}
        for shown in output.splitlines():
            match = _LINE.fullmatch(shown)
            path = Path(match["path"]) if match else Path()
            if match is None or path not in texts:
                continue
            at = lines.setdefault(path, Lines(texts[path]))
            number, word = int(match["line"]), match["word"]
            column = Utf16(at.line(number)).code_point(int(match["column"]) - 1)
            start = at.start(number) + column
            offered = _SUGGESTIONS.search(match["rest"])
            # A star marks the one it prefers, which comes first.
            words = offered["words"].replace("*", "").split(",") if offered else []
            better = tuple(word for word in unquoted(words) if word)
            yield Alarm(path, start, start + len(word), match["kind"].strip().lower(), better)
