"""Relationships between parts of an Office Open XML package (ECMA-376, part 2, section 6.5)."""

from __future__ import annotations

from posixpath import dirname, join, normpath
from typing import NamedTuple

from copylint.formats.office.archive import Archive
from copylint.formats.xml.event_reader import events
from copylint.formats.xml.events import Start
from copylint.formats.xml.xml_decode import decode

_PREFIXES = {"http://schemas.openxmlformats.org/package/2006/relationships": "r"}


class Relation(NamedTuple):
    """``kind`` is the last word of its type (``styles``), ``target`` the name of a part."""

    kind: str
    target: str


def relations(path: str, archive: Archive, part: str = "") -> list[Relation]:
    """The relationships of ``part`` (of the package, if empty) to other parts, in order.

    Targets that are missing or outside the package are left out. Raises ``InputError``.
    """
    folder = dirname(part)
    name = join(folder, "_rels", f"{part.rpartition('/')[2]}.rels")
    if name not in archive:
        return []
    source = decode(path, archive.read(name), name)
    found = []
    for event in events(path, source, _PREFIXES, part=name):
        if isinstance(event, Start) and event.name == "r:Relationship":
            target = event.get("Target")
            target = target[1:] if target.startswith("/") else normpath(join(folder, target))
            if event.get("TargetMode") != "External" and target in archive:
                found.append(Relation(event.get("Type").rpartition("/")[2], target))
    return found
