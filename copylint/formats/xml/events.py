"""The events of the XML reader: tags, text and comments with their places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

#: The entities of XML itself; a document must not define others (see ``event_reader``).
ENTITIES = {"amp": "&", "apos": "'", "gt": ">", "lt": "<", "quot": '"'}

_ATTRIBUTE = re.compile(r"""\s([^\s=<>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_PIECE = re.compile(r"&[^;]*;|[^&]+")
_XML = "http://www.w3.org/XML/1998/namespace"


class CharacterData(NamedTuple):
    """``text`` for the code points ``start`` to ``end`` of the source.

    ``literal``: the source has the same characters there; otherwise it has a character or
    entity reference for the one in ``text``. ``cdata``: the text is in a CDATA section, where
    references are not resolved. Line ends are as in the source.
    """

    text: str
    start: int
    end: int
    literal: bool
    cdata: bool = False


class XmlComment(NamedTuple):
    """A comment; its place includes the delimiters, its ``text`` does not."""

    text: str
    start: int
    end: int


class NamespaceScope(NamedTuple):
    """The namespaces in scope: maps prefixes of the source to those used in names."""

    names: Mapping[str, str]

    def name(self, written: str, *, attribute: bool = False) -> str:
        """The name with its prefix resolved; an attribute without one is in no namespace."""
        prefix, colon, local = written.rpartition(":")
        if attribute and not colon:
            return local
        short = self.names.get(prefix, "")
        return f"{short}:{local}" if short else local


class Start:
    """An opening tag; ``is_empty`` if it closes itself (its ``End`` still follows).

    ``name`` has the prefix that the reader was given for its namespace. The attributes are
    parsed on first use.
    """

    __slots__ = ("_attributes", "_scope", "_source", "end", "is_empty", "name", "start")

    def __init__(
        self, name: str, start: int, end: int, is_empty: bool, source: str, scope: NamespaceScope
    ) -> None:
        self.name, self.start, self.end, self.is_empty = name, start, end, is_empty
        self._source, self._scope = source, scope
        self._attributes: dict[str, tuple[int, int]] | None = None

    def get(self, name: str, default: str = "") -> str:
        """The value of the attribute; ``default`` if the tag has none of that name."""
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
        """All attributes except namespace declarations."""
        return {name: self.get(name) for name in self._places()}

    def place(self, name: str) -> tuple[int, int] | None:
        """The place of the attribute's value, without the quotation marks."""
        return self._places().get(name)

    def pieces(self, name: str) -> list[CharacterData]:
        """The attribute's value, piece by piece; empty if there is no such attribute."""
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
    """A closing tag, or the end of an empty one, whose place has no characters."""

    name: str
    start: int
    end: int


Event = Start | End | CharacterData | XmlComment


def declared(
    source: str, start: int, end: int, scope: NamespaceScope, prefixes: Mapping[str, str]
) -> NamespaceScope:
    """The scope inside the tag at ``start`` to ``end``, with the namespaces that it declares."""
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
    """The characters from ``start`` to ``end`` in source order, each reference a piece of its own.

    An entity that XML does not define (in an attribute of a document with an external
    subset, which ``event_reader`` admits) is kept as it is written.
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
