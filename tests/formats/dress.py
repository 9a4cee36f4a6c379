"""Copy written in each format, for the laws that all of them obey.

A format in which plain copy is not already a file has a function here that makes one of it.
Copy is paragraphs apart by blank lines; the result must have the same paragraphs as blocks.
"""

from __future__ import annotations

from collections.abc import Callable

from copylint.formats.base import Format

#: By name of the format; all others take copy as it is.
DRESSES: dict[str, Callable[[str], str]] = {}


def dressed(form: Format, copy: str) -> str:
    """The source that ``copy`` is in the format."""
    return DRESSES.get(form.name, str)(copy)
