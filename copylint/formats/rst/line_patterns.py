"""The lines of a reStructuredText file, and what each says of the blocks around it.

Follows docutils' ``parsers/rst/states.py`` and the specification at
https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from copylint.formats import marked_lines

_WHITESPACE = " \t\x0b\x0c"

ADORNMENT = re.compile(r"([!-/:-@\[-`{-~])\1*$")
BULLET = re.compile(r"[-+*•‣⁃](?: +|$)")
ENUMERATOR = re.compile(
    r"(?P<open>\(?)(?:\d{1,9}|[a-zA-Z]|[ivxlcdm]{2,12}|[IVXLCDM]{2,12}|#)(?P<close>[.)])(?: +|$)"
)
FIELD = re.compile(r":(?![: ])(?P<name>(?:[^:\\]|\\.|:(?![ `]|$))+)(?<! ):(?: +|$)")
_OPTION = r"(?:[-+][a-zA-Z0-9?]|--?[a-zA-Z0-9][\w-]*|/[A-Z])(?:[ =]?<[^<>]+>|[ =][a-zA-Z][\w-]*)?"
OPTION = re.compile(rf"{_OPTION}(?:, {_OPTION})*(?:  +|$)")
DOCTEST = re.compile(r">>>(?: +|$)")
LINE_BLOCK = re.compile(r"\|(?: +|$)")
GRID_TOP = re.compile(r"\+-[-+]*-\+$")
SIMPLE_TOP = re.compile(r"=+(?: +=+)+$")
EXPLICIT = re.compile(r"\.\.(?: +|$)")
ANONYMOUS = re.compile(r"__(?: +|$)")
#: The text after ``..``, by construct.
FOOTNOTE = re.compile(r"\[(?:\d+|#[\w.-]*|\*|[^\W_][\w.-]*)\](?: +|$)")
TARGET = re.compile(r"_(?! )(?:`(?:[^`\\]|\\.)+`|(?:[^:\\]|\\.|:(?! |$))+)(?<! ):(?: +|$)|__:")
SUBSTITUTION = re.compile(r"\|(?! )[^|]+(?<! )\| +(?P<directive>[\w.+:-]+?) ?::(?: +|$)")
DIRECTIVE = re.compile(r"(?P<directive>[^\W_](?:[\w.+:-]*[^\W_])?) ?::(?: +|$)")
ATTRIBUTION = re.compile(r"(?:---?(?!-)|—) *(?=[^ \n])")
OPTION_FIELD = re.compile(r":(?P<name>[\w-]+):(?: +|$)")


class RstLine(NamedTuple):
    """A line from its first non-space character on; ``text`` is empty if it has none.

    ``start`` is a code point of the source, ``indent`` a column: a tab goes to the next
    multiple of eight.
    """

    start: int
    indent: int
    text: str

    @property
    def end(self) -> int:
        """The offset at which its text ends."""
        return self.start + len(self.text)


def lines_of(source: str, start: int) -> list[RstLine]:
    """The lines of ``source`` from ``start`` on."""
    found = []
    for line in marked_lines.lines_of(source, start):
        text = line.text.strip(_WHITESPACE)
        lead = line.text[: len(line.text) - len(line.text.lstrip(_WHITESPACE))]
        column = len(lead.expandtabs()) if "\t" in lead else len(lead)
        found.append(RstLine(line.start + len(lead), column, text))
    return found


def is_adornment(text: str) -> bool:
    """Whether the line is a single character repeated."""
    return ADORNMENT.match(text) is not None
