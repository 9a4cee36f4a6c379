"""A Word file as parts that name one another (ECMA-376 part 2, chapters 8 to 10)."""

from __future__ import annotations

from dataclasses import dataclass
from posixpath import dirname, join, normpath, relpath

from copylint.core.errors import InputError
from copylint.formats.office.archive import Archive
from copylint.formats.office.rewrite import replaced
from copylint.formats.xml.xml_decode import decode, encode
from copylint.office import ooxml_names as names
from copylint.office.xml_tree import XmlTree

_TYPES = "[Content_Types].xml"
_NO_RELATIONSHIPS = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
)


@dataclass(frozen=True, slots=True)
class Relationship:
    """A reference from one part to another: ``kind`` as in ``names.kind_of``, ``type`` in full.

    ``target`` is the name of a part, or "" if it is outside the package.
    """

    id: str
    kind: str
    type: str
    target: str


class WordPackage:
    """The parts of the Word file at ``path`` with the bytes ``data``; they can be changed.

    Raises ``InputError`` if it is not a Word file.
    """

    def __init__(self, path: str, data: bytes) -> None:
        self.path = path
        self._archive = Archive(path, data)
        self._trees: dict[str, XmlTree] = {}
        self._old: dict[str, bytes] = {}
        self._new: dict[str, str] = {}
        self._relationships: dict[str, tuple[Relationship, ...]] = {}
        named = self.related("", names.DOCUMENT)
        if named is None or named not in self._archive:
            raise InputError(path, "no Word document in it; save it again as .docx")
        #: The name of the part that holds the text.
        self.main = named

    def __contains__(self, part: str) -> bool:
        return part in self._archive or part in self._new

    def tree(self, part: str) -> XmlTree:
        """The part as a tree to read and change; every call returns the same one."""
        known = self._trees.get(part)
        if known is None:
            known = XmlTree(self.path, self._source(part), names.PREFIXES, part=part)
            self._trees[part] = known
        return known

    def _source(self, part: str) -> str:
        if part in self._new:
            return self._new[part]
        data = self._old[part] = self._archive.read(part)
        return decode(self.path, data, part)

    def relationships(self, part: str) -> tuple[Relationship, ...]:
        """The parts that ``part`` names; those of the whole package if it is ""."""
        known = self._relationships.get(part)
        if known is None:
            file = _relationships_of(part)
            known = ()
            if file in self:
                known = tuple(
                    Relationship(
                        each.attributes.get("Id", ""),
                        names.kind_of(each.attributes.get("Type", "")),
                        each.attributes.get("Type", ""),
                        ""
                        if each.attributes.get("TargetMode") == "External"
                        else _absolute(part, each.attributes.get("Target", "")),
                    )
                    for each in self.tree(file).root.elements("rel:Relationship")
                )
            self._relationships[part] = known
        return known

    def related(self, part: str, kind: str) -> str | None:
        """The part that ``part`` names as its ``kind``, if there is one."""
        return next(
            (each.target for each in self.relationships(part) if each.kind == kind and each.target),
            None,
        )

    def add(self, part: str, content_type: str, source: str, *, of: str, kind: str) -> str:
        """Add a part that ``of`` names as its ``kind``; return its name, which is like ``part``."""
        stem, dot, suffix = part.rpartition(".")
        number = 0
        while part in self:
            number += 1
            part = f"{stem}{number}{dot}{suffix}"
        self._new[part] = source
        types = self.tree(_TYPES)
        types.root.append(
            types.new("ct:Override", {"PartName": f"/{part}", "ContentType": content_type})
        )
        file = _relationships_of(of)
        if file not in self:
            self._new[file] = _NO_RELATIONSHIPS
        known = self.relationships(of)
        like = self.relationships("")[0].type if not known else known[0].type
        taken = {each.id for each in known}
        number = len(taken) + 1
        while f"rId{number}" in taken:
            number += 1
        made = Relationship(f"rId{number}", kind, names.relationship(kind, like), part)
        tree = self.tree(file)
        target = relpath(part, dirname(of) or ".")
        tree.root.append(
            tree.new("rel:Relationship", {"Id": made.id, "Type": made.type, "Target": target})
        )
        self._relationships[of] = (*known, made)
        return part

    def data(self) -> bytes:
        """The file as it is now; unchanged parts keep their bytes."""
        changed: dict[str, bytes] = {}
        added: dict[str, bytes] = {}
        for part in self._new:
            added[part] = self.tree(part).source().encode()
        for part, old in self._old.items():
            source = self.tree(part).source()
            new = encode(source, old)
            if new != old:
                changed[part] = new
        return replaced(self._archive, changed, added)


def _relationships_of(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return join(folder, "_rels", f"{name}.rels")


def _absolute(part: str, target: str) -> str:
    """The name of the part that a relationship of ``part`` points to."""
    return normpath(join("/", dirname(part), target)).lstrip("/")
