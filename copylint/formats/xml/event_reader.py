"""The XML reader: expat says whether a source is well-formed, one pattern finds what is in it.

Expat (of the standard library) gives positions in bytes of normalised lines, and none inside
tags. Once it has found a source well-formed, one regular expression finds the tokens of XML
(XML 1.0, productions 14 to 20, 39 to 44, 66 to 68) in one pass, with places in code points.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.parsers import expat

from copylint.core.errors import InputError
from copylint.formats.xml.events import (
    CharacterData,
    End,
    Event,
    NamespaceScope,
    Start,
    XmlComment,
    declared,
    outermost,
    pieces,
)

#: The deepest nesting of elements; what people write has fewer than 100 levels.
MAX_DEPTH = 1_000
#: The most code points of one tag, its attributes included.
MAX_TAG = 1_000_000

_TOKEN = re.compile(
    r"(?P<text>[^<]+)"
    r"|<!--(?P<comment>.*?)-->"
    r"|<!\[CDATA\[(?P<cdata>.*?)\]\]>"
    r"|<\?.*?\?>"
    r"|<!DOCTYPE(?:\"[^\"]*\"|'[^']*'|[^\"'>]++)*+>"
    r"|</(?P<close>[^\s>]+)\s*>"
    r"|<(?P<open>[^\s/>]+)(?:\"[^\"]*\"|'[^']*'|[^\"'>]++)*+>",
    re.DOTALL,
)
_HAS_XMLNS = re.compile(r"\sxmlns[:=\s]")


def events(
    path: str,
    source: str,
    prefixes: Mapping[str, str],
    *,
    start: int = 0,
    end: int | None = None,
    part: str = "",
    doctype: bool = False,
) -> Iterator[Event]:
    """The events of the document from ``start`` to ``end`` of ``source``, in order.

    ``prefixes`` maps namespace URIs to the prefixes that names are given, whatever the source
    calls them: ``{"http://…/main": "w"}`` makes ``w:p``; a name in another namespace is
    ``{uri}:p``, one in no namespace ``p``. ``doctype`` admits a document type that names an
    external subset (which is never read). ``part`` is named in messages.

    Raises ``InputError`` before the first event if the document is not well-formed, defines
    entities or uses any that XML does not define, is too deep or has a tag that is too large.
    All work is linear.
    """
    stop = len(source) if end is None else end
    refuse = _Refusal(path, source, start, part)
    _check(source[start:stop] if (start, stop) != (0, len(source)) else source, refuse, doctype)
    yield from _tokens(source, start, stop, prefixes)


class _Refusal:
    """Makes the errors about one document."""

    def __init__(self, path: str, source: str, start: int, part: str) -> None:
        self._path, self._source, self._start, self._part = path, source, start, part

    def at(self, line: int, column: int, what: str) -> InputError:
        """The error about a place of the document, both numbers from 1."""
        where = f"line {line}, column {column}"
        return InputError(self._path, f"{self._part + ', ' if self._part else ''}{where}: {what}")


def _check(document: str, refuse: _Refusal, doctype: bool) -> None:
    """Raise ``InputError`` if the document cannot be accepted."""
    parser = expat.ParserCreate(namespace_separator=" ")
    depth = 0

    def here(what: str) -> InputError:
        return refuse.at(parser.CurrentLineNumber, parser.CurrentColumnNumber + 1, what)

    def begin(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > MAX_DEPTH:
            raise here(f"more than {MAX_DEPTH:,} elements inside one another")
        if attributes and sum(map(len, attributes.values())) > MAX_TAG:
            raise here(f"a tag of more than {MAX_TAG:,} characters")

    def finish(name: str) -> None:
        nonlocal depth
        depth -= 1

    def document_type(name: str, system: str | None, public: str | None, internal: bool) -> None:
        if internal or not doctype:
            raise here(
                "a document type (DOCTYPE) that defines entities or elements is not read; delete it"
                if internal
                else "a document type (DOCTYPE) is not allowed here; delete it"
            )

    def skipped(name: str, is_parameter: bool) -> None:
        raise here(f"the entity '&{name};' is not one of XML's own; write the character itself")

    parser.StartElementHandler = begin
    parser.EndElementHandler = finish
    parser.StartDoctypeDeclHandler = document_type
    parser.SkippedEntityHandler = skipped
    try:
        # Text, not bytes: the encoding that the declaration names is already decoded.
        parser.Parse(document, True)
    except expat.ExpatError as error:
        reason = expat.ErrorString(error.code)
        raise refuse.at(
            error.lineno, error.offset + 1, f"not well-formed XML ({reason}); repair the file"
        ) from None
    except UnicodeEncodeError as error:
        line = document.count("\n", 0, error.start) + 1
        column = error.start - (document.rfind("\n", 0, error.start) + 1) + 1
        raise refuse.at(
            line, column, f"U+{ord(document[error.start]):04X} is half a character; repair the file"
        ) from None


def _tokens(source: str, start: int, stop: int, prefixes: Mapping[str, str]) -> Iterator[Event]:
    scope = outermost(prefixes)
    resolved: dict[str, str] = {}
    open_names: list[tuple[str, NamespaceScope, dict[str, str]]] = []
    for token in _TOKEN.finditer(source, start, stop):
        kind = token.lastgroup
        first, last = token.span()
        if kind == "text":
            if not open_names:
                continue  # spaces around the root
            if "&" in token.group():
                yield from pieces(source, first, last)
            else:
                yield CharacterData(token.group(), first, last, True)
        elif kind == "open":
            written = token["open"]
            outer = (scope, resolved)
            if _HAS_XMLNS.search(source, first, last):
                scope, resolved = declared(source, first, last, scope, prefixes), {}
            name = resolved.get(written)
            if name is None:
                name = resolved[written] = scope.name(written)
            is_empty = source[last - 2] == "/"
            yield Start(name, first, last, is_empty, source, scope)
            if is_empty:
                yield End(name, last, last)
                scope, resolved = outer
            else:
                open_names.append((name, *outer))
        elif kind == "close":
            name, scope, resolved = open_names.pop()
            yield End(name, first, last)
        elif kind == "comment":
            yield XmlComment(token["comment"], first, last)
        elif kind == "cdata" and token["cdata"]:
            yield CharacterData(token["cdata"], *token.span("cdata"), True, True)
