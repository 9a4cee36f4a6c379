"""Finds a format by name or for a file. Importing this module imports no format."""

from __future__ import annotations

import re
from functools import cache
from pathlib import PurePath

from copylint.core.document import Document
from copylint.formats.base import Format
from copylint.inventory.entries import FormatEntry
from copylint.inventory.index import inventory, load

#: The number of bytes of a file that are examined if its suffix does not decide.
HEAD = 4096


def entries() -> tuple[FormatEntry, ...]:
    """All formats, not imported, in order of name; the first signature that matches counts."""
    return tuple(inventory().formats.values())


def suffix_of(path: str) -> str:
    """The suffix of ``path``, in lower case with the dot."""
    return PurePath(path).suffix.lower()


def entry_for(path: str, head: bytes = b"") -> FormatEntry:
    """The format of the file at ``path`` that begins with ``head``.

    The suffix decides; if several formats claim it or none does, the first format whose
    signature matches ``head``; if none matches either, it is plain text.
    """
    suffix = suffix_of(path)
    claiming = [each for each in entries() if suffix in each.suffixes]
    if len(claiming) == 1 and not (claiming[0].signature and not claiming[0].walked):
        return claiming[0]
    for each in claiming or entries():
        if each.signature and re.search(each.signature.encode(), head, re.DOTALL):
            return each
    return entry("plain")


@cache
def reader(listed: FormatEntry) -> Format:
    """The format itself, imported now. Raises ``PluginError`` if its plug-in is broken."""
    return load(listed, Format)


def entry(name: str) -> FormatEntry:
    """The format called ``name``, not imported. Raises ``KeyError``."""
    return inventory().formats[name]


def named(name: str) -> Format:
    """The format called ``name``, imported now. Raises ``KeyError``."""
    return reader(entry(name))


def example_in(name: str, text: str) -> Document:
    """``text`` as a document in the format called ``name``. Raises ``KeyError``."""
    listed = entry(name)
    return reader(listed).read("example" + listed.suffixes[0], text)


def all_formats() -> tuple[Format, ...]:
    """One instance of every format; imports them all."""
    return tuple(reader(each) for each in entries())


def claimed_suffixes() -> frozenset[str]:
    """The suffixes of the files that are read from folders."""
    return inventory().claimed_suffixes
