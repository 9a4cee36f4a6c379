"""The kinds of lines in Org, and the lines that close what others open."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

from copylint.formats.marked_lines import MarkedLine

HEADING = re.compile(r"(\*+)[ \t]+(?=\S)")
BEGIN = re.compile(r"#\+begin_(\S+)(?=[ \t]|\Z)", re.IGNORECASE)
END = re.compile(r"#\+end_(\S+)\Z", re.IGNORECASE)
DYNAMIC = re.compile(r"#\+begin:[ \t]+\S", re.IGNORECASE)
DYNAMIC_END = re.compile(r"#\+end:?\Z", re.IGNORECASE)
KEYWORD = re.compile(r"#\+([^\s:\[]+)(?:\[[^\]]*\])?:(?=[ \t]|\Z)[ \t]*")
COMMENT = re.compile(r"#(?:[ \t]|\Z)")
DRAWER = re.compile(r":([\w-]+):\Z")
FIXED = re.compile(r":(?:[ \t]|\Z)")
RULE = re.compile(r"-{5,}\Z")
ROW = re.compile(r"[ \t]*(?:\||\+-[-+]*\Z)")
TABLE_RULE = re.compile(r"[ \t]*(?:\|-|\+-)")
PLANNING = re.compile(r"(?:SCHEDULED|DEADLINE|CLOSED|CLOCK):[ \t]*[<\[=]")
DIARY = re.compile(r"%%\(")
LATEX = re.compile(r"\\begin\{([A-Za-z0-9]+\*?)\}")
LATEX_END = re.compile(r"\\end\{([A-Za-z0-9]+\*?)\}\Z")
ITEM = re.compile(
    r"(?:[-+]|\*(?<=[ \t]\*)|\d{1,9}[.)])(?:[ \t]+|\Z)"
    r"(?:\[@\d+\][ \t]*)?(?:\[[ Xx-]\](?:[ \t]+|\Z))?"
)
TERM = re.compile(r"(?<![ \t])[ \t]+::(?:[ \t]+|\Z)")
NOTE = re.compile(r"\[fn:[^\]\[\s:]+\][ \t]*")
COOKIE = re.compile(r"<[lrc]?\d*>|[/#!^_*$]|<>|[<>]")


class Closers:
    """Finds the line that closes what a line opens, in one pass over all lines."""

    def __init__(self, lines: Sequence[MarkedLine]) -> None:
        self._at: defaultdict[str, list[int]] = defaultdict(list)
        for index, line in enumerate(lines):
            text = line.text.lstrip(" \t")
            if text[:1] == "#":
                if found := END.match(text):
                    self._at["#" + found[1].lower()].append(index)
                elif DYNAMIC_END.match(text):
                    self._at["#"].append(index)
            elif text[:5].lower() == ":end:" and len(text) == len(":end:"):
                self._at[":"].append(index)
            elif "\\end{" in text and (found := LATEX_END.search(text)):
                self._at["\\" + found[1]].append(index)
            if HEADING.match(line.text):
                self._at["*"].append(index)

    def after(self, what: str, index: int) -> int | None:
        """The first line from ``index`` on that closes ``what`` within the same section."""
        closes, heads = self._next(what, index), self._next("*", index)
        return None if closes is None or (heads is not None and heads < closes) else closes

    def _next(self, what: str, index: int) -> int | None:
        places = self._at.get(what, [])
        found = bisect_right(places, index - 1)
        return places[found] if found < len(places) else None
