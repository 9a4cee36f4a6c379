"""Copy written in each format, for the laws that all of them obey.

A format in which plain copy is not already a file has a function here that makes one of it.
Copy is paragraphs apart by blank lines; the result must have the same paragraphs as blocks.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from copylint.formats.base import Format

#: By name of the format; all others take copy as it is.
DRESSES: dict[str, Callable[[str], str]] = {
    "subrip": lambda copy: _cues(copy, ","),
    "webvtt": lambda copy: "WEBVTT\n\n" + _cues(copy.replace("-->", "--&gt;"), "."),
}


def dressed(form: Format, copy: str) -> str:
    """The source that ``copy`` is in the format."""
    return DRESSES.get(form.name, str)(copy)


def _cues(copy: str, point: str) -> str:
    """Every paragraph as a cue of one second, two seconds after the one before."""
    cues = []
    for number, text in enumerate(re.split(r"\n\n+", copy.strip("\n")), 1):
        shown, gone = (_clock(3 * number + each) + point + "000" for each in (0, 1))
        cues.append(f"{number}\n{shown} --> {gone}\n{text}\n\n")
    return "".join(cues)


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
