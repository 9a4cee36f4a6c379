"""The events of the XML reader: tags, text and comments with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

#: What stands for characters in XML itself; a document may define no more (see ``reader``).
ENTITIES = {"amp": "&", "apos": "'", "gt": ">", "lt": "<", "quot": '"'}

_ATTRIBUTE = re.compile(r"""\s([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_PIECE = re.compile(r"&[^;]*;|[^&]+")
_XML = "http://www.w3.org/XML/1998/namespace"


class CharacterData(NamedTuple):
    """``text`` for the code points ``start`` to ``end`` of the source.

    ``literal``: the source has the same characters there; otherwise a character or entity
    reference stands for the one in ``text``. ``cdata``: it stands in a CDATA section, where
    no reference is read. Line ends are as the source writes them.
    """

    text: str
    start: int
    end: int
    literal: bool
    cdata: bool = False


class XmlComment(NamedTuple):
    """A comment, its delimiters included in the place and left out of ``text``."""

    text: str
    start: int
    end: int


class NamespaceScope(NamedTuple):
    """The namespaces in force: prefixes of the source to what stands for them in names."""

    names: Mapping[str, str]

    def name(self, written: str, *, attribute: bool = False) -> str:
        """The name with its prefix resolved; an attribute without one is in no namespace."""
        prefix, colon, local = written.rpartition(":")
        if attribute and not colon:
            return local
        short = self.names.get(prefix, "")
        return f"{short}:{local}" if short else local


class Start:
    """An opening tag, ``is_empty`` where it is closed at once (its ``End`` follows all the same).

    ``name`` has the prefix that the reader was told to give its namespace. The attributes
    are read when they are asked for.
    """

    __slots__ = ("_attributes", "_scope", "_source", "end", "is_empty", "name", "start")

    def __init__(
        self, name: str, start: int, end: int, is_empty: bool, source: str, scope: NamespaceScope
    ) -> None:
        self.name, self.start, self.end, self.is_empty = name, start, end, is_empty
        self._source, self._scope = source, scope
        self._attributes: dict[str, tuple[int, int]] | None = None

    def get(self, name: str, default: str = "") -> str:
        """The value of the attribute, ``default`` where the tag has none of that name."""
        place = self._places().get(name)
        if place is None:
            return default
        value = self._source[place[0] : place[1]]
        if "&" not in value:
            return value
        return "".join(piece.text for piece in pieces(self._source, *place))

    def __contains__(self, name: str) -> bool:
        return name in self._places()

    def attributes(self) -> dict[str, str]:
        """All attributes but the declarations of namespaces."""
        return {name: self.get(name) for name in self._places()}

    def place(self, name: str) -> tuple[int, int] | None:
        """Where the attribute's value stands, the quotation marks left out."""
        return self._places().get(name)

    def pieces(self, name: str) -> list[CharacterData]:
        """The attribute's value, piece by piece; none where there is no such attribute."""
        place = self._places().get(name)
        return [] if place is None else list(pieces(self._source, *place))

    def _places(self) -> dict[str, tuple[int, int]]:
        if self._attributes is None:
            self._attributes = {}
            for found in _ATTRIBUTE.finditer(self._source, self.start, self.end):
                written = found[1]
                if written != "xmlns" and not written.startswith("xmlns:"):
                    name = self._scope.name(written, attribute=True)
                    self._attributes[name] = found.span(2 if found[2] is not None else 3)
        return self._attributes


class End(NamedTuple):
    """A closing tag, or the end of an empty one: a place without characters then."""

    name: str
    start: int
    end: int


Event = Start | End | CharacterData | XmlComment


def declared(
    source: str, start: int, end: int, scope: NamespaceScope, prefixes: Mapping[str, str]
) -> NamespaceScope:
    """The scope inside the tag at ``start`` to ``end``: what it declares is added."""
    names = dict(scope.names)
    for found in _ATTRIBUTE.finditer(source, start, end):
        written = found[1]
        if written == "xmlns" or written.startswith("xmlns:"):
            first, last = found.span(2 if found[2] is not None else 3)
            uri = "".join(piece.text for piece in pieces(source, first, last))
            names[written.partition(":")[2]] = prefixes.get(uri, f"{{{uri}}}" if uri else "")
    return NamespaceScope(names)


def outermost(prefixes: Mapping[str, str]) -> NamespaceScope:
    """The scope around the root."""
    return NamespaceScope({"": "", "xml": prefixes.get(_XML, "xml")})


def pieces(source: str, start: int, end: int) -> Iterator[CharacterData]:
    """The characters from ``start`` to ``end``, references apart, in source order.

    An entity that XML does not define (in an attribute of a document with an external
    subset, which ``reader`` admits) stands for itself.
    """
    for found in _PIECE.finditer(source, start, end):
        written = found.group()
        first, last = found.span()
        if written[0] != "&":
            yield CharacterData(written, first, last, True)
        else:
            yield CharacterData(_meant(written[1:-1]), first, last, False)


def _meant(reference: str) -> str:
    if reference.startswith("#x"):
        return chr(int(reference[2:], 16))
    if reference.startswith("#"):
        return chr(int(reference[1:]))
    return ENTITIES.get(reference, f"&{reference};")
