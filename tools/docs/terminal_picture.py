"""Draw what a command prints in a terminal, as an SVG that follows a dark or light setting.

    python tools/docs/terminal_picture.py 80 docs/images/terminal.svg

checks the article of the first tutorial in a terminal of 80 columns. ``--theme dark`` or
``light`` fixes the colours.

    python tools/docs/terminal_picture.py 90 docs/images/facts.svg --facts seeds/flood-barrier.txt

lists what an article states.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
TUTORIAL = ROOT / "docs" / "tutorial" / "first-check.md"
COMMAND = ("check", "articles")

# Of a letter, in user units; the picture scales.
WIDTH, HEIGHT, MARGIN = 8.4, 18, 16
THEMES = {
    "light": {
        "page": "#ffffff", "text": "#1f2328", "faint": "#59636e", "cyan": "#0b6e7d",
        "red": "#b42318", "green": "#116329", "yellow": "#7d4e00", "blue": "#0550ae",
    },
    "dark": {
        "page": "#0d1117", "text": "#e6edf3", "faint": "#9198a1", "cyan": "#56d4dd",
        "red": "#ff8f85", "green": "#56d364", "yellow": "#e3b341", "blue": "#79c0ff",
    },
}  # fmt: skip
CODES = {"2": "faint", "31": "red", "32": "green", "33": "yellow", "34": "blue", "36": "cyan"}


class Run(NamedTuple):
    """Letters of one look, from a column on."""

    column: int
    text: str
    colour: str
    is_bold: bool


def runs(line: str) -> Iterator[Run]:
    """The runs of a line with escape sequences."""
    column, colour, is_bold = 0, "text", False
    for part in re.split(r"(\x1b\[[\d;]*m)", line):
        if part.startswith("\x1b"):
            codes = part[2:-1].split(";")
            is_bold = "1" in codes
            colour = next((CODES[code] for code in codes if code in CODES), "text")
        elif part:
            yield Run(column, part, colour, is_bold)
            column += len(part)


def drawn(lines: list[str], columns: int, themes: list[str]) -> str:
    """The SVG of ``lines``; of two themes the second is for a dark setting."""
    width = round(2 * MARGIN + columns * WIDTH)
    height = 2 * MARGIN + len(lines) * HEIGHT
    styles = [_style(THEMES[themes[0]])]
    styles += (
        f"@media(prefers-color-scheme:dark){{{_style(THEMES[each])}}}" for each in themes[1:]
    )
    rows = []
    for number, line in enumerate(lines, 1):
        y = MARGIN + number * HEIGHT - 5
        for run in runs(line):
            if run.text.strip():
                rows.append(_text(run, y))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'width="{width}" height="{height}" role="img" aria-label="What copylint prints">\n'
        f"<style>text{{font:14px ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace;"
        f"white-space:pre}}.b{{font-weight:bold}}{''.join(styles)}</style>\n"
        f'<rect class="page" width="{width}" height="{height}" rx="8"/>\n'
        + "\n".join(rows)
        + "\n</svg>\n"
    )


def _style(theme: dict[str, str]) -> str:
    return "".join(f".{name}{{fill:{colour}}}" for name, colour in theme.items())


def _text(run: Run, y: float) -> str:
    text = run.text.rstrip()
    lead = len(text) - len(text.lstrip())
    text = text[lead:]
    x = MARGIN + (run.column + lead) * WIDTH
    names = run.colour + (" b" if run.is_bold else "")
    return (
        f'<text class="{names}" x="{x:.1f}" y="{y}" textLength="{len(text) * WIDTH:.1f}" '
        f'lengthAdjust="spacingAndGlyphs">{escape(text)}</text>'
    )


def listed(columns: int, article: Path) -> list[str]:
    """What ``copylint facts`` prints of an article."""
    return _printed(columns, article.parent, "facts", article.name)


def printed(columns: int) -> list[str]:
    """What copylint prints of the tutorial's article."""
    page = TUTORIAL.read_text("utf-8")
    found = re.search(r"^```file (\S+)\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert found is not None, "the tutorial has an article"
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder, found[1])
        article.parent.mkdir()
        article.write_text(found[2], "utf-8")
        return _printed(columns, Path(folder), *COMMAND)


def _printed(columns: int, folder: Path, *command: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-m", "copylint", *command, "--isolated", "--color", "always"],
        cwd=folder,
        env={**os.environ, "COLUMNS": str(columns)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return [f"$ copylint {' '.join(command)}", *done.stdout.splitlines()]


def main() -> None:
    """Draw the picture that the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("columns", type=int)
    parser.add_argument("target", type=Path)
    parser.add_argument("--theme", choices=THEMES)
    parser.add_argument("--facts", type=Path, metavar="FILE")
    given = parser.parse_args()
    themes = [given.theme] if given.theme else list(THEMES)
    lines = listed(given.columns, given.facts) if given.facts else printed(given.columns)
    given.target.write_text(drawn(lines, given.columns, themes), "utf-8")


if __name__ == "__main__":
    main()
