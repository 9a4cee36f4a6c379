"""Passes the prose of XML elements to a ``BlockWriter``: which are blocks, and of what kind."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from copylint.core.blocks import BlockKind
from copylint.formats import html
from copylint.formats.draft import OBJECT, PieceRole
from copylint.formats.writer import BlockWriter, Container
from copylint.formats.xml.events import CharacterData, End, Event, Start, XmlComment
from copylint.language.word_list import words

_WHITESPACE = re.compile(r"[ \t]*[\r\n]\s*|[ \t]{2,}|\t")
_HOLDS_PLACE = frozenset(("code", "kbd", "samp", "var", "math", "svg"))


@dataclass(frozen=True, slots=True)
class ElementVocabulary:
    """The roles of a format's elements, by their names without a namespace.

    ``kinds`` gives block elements their kind; ``inline`` elements are within a line of text; the
    content of ``hidden`` is not prose; ``breaks`` end a line. All others are blocks of no kind.
    """

    kinds: Mapping[str, Container] = field(default_factory=dict)
    inline: frozenset[str] = frozenset()
    hidden: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset({"br"})


#: XHTML inside news.
XHTML = ElementVocabulary(
    {
        name: Container(kind, int(name[1]) if name[0] == "h" else int(name == "th"))
        for name, kind in html.KINDS.items()
    },
    html.INLINE,
    html.HIDDEN | {"head", "nav", "footer", "form", "button", "noscript", "aside"},
)

#: NITF 3 (https://iptc.org/std/NITF/).
NITF = ElementVocabulary(
    {
        "hl1": Container(BlockKind.HEADLINE, 1),
        "hl2": Container(BlockKind.SUBHEAD, 2),
        "byline": Container(BlockKind.BYLINE),
        "byttl": Container(BlockKind.BYLINE),
        "dateline": Container(BlockKind.DATELINE),
        "abstract": Container(BlockKind.STANDFIRST),
        "media-caption": Container(BlockKind.CAPTION),
        "caption": Container(BlockKind.CAPTION),
        "media-producer": Container(BlockKind.CREDIT),
        "credit": Container(BlockKind.CREDIT),
        "li": Container(BlockKind.LIST_ITEM, 1),
        "dd": Container(BlockKind.LIST_ITEM, 1),
        "dt": Container(BlockKind.LIST_ITEM, 1),
        "td": Container(BlockKind.TABLE_CELL),
        "th": Container(BlockKind.TABLE_CELL, 1),
        "bq": Container(BlockKind.QUOTATION),
        "fn": Container(BlockKind.FOOTNOTE),
        "tagline": Container(BlockKind.BYLINE),
    },
    words(
        "a alt-code chron city classifier copyrite country em event function lang location",
        "money name.family name.given num numer denom frac sub sup object.title org person",
        "postaddr pronounce q region state story.date sublocation virtloc object.code",
    ),
    words(
        "head pre note rights series distributor media-metadata media-object",
        "nitf-table-metadata custom-table nitf-col nitf-colgroup datasource",
    ),
)


class ProseReader:
    """Takes the events of one element's content and passes its blocks to ``writer``."""

    def __init__(self, writer: BlockWriter, vocabulary: ElementVocabulary) -> None:
        self._writer = writer
        self._vocabulary = vocabulary
        # The open hidden element: how deep inside it the events are, and its start.
        self._hidden: tuple[str, int] | None = None
        self._depth = 0
        self._opened: list[bool] = []

    def take(self, event: Event) -> None:
        """Take the next event."""
        if self._hidden is not None:
            self._maybe_reveal(event)
        elif isinstance(event, CharacterData):
            self.text(event)
        elif isinstance(event, XmlComment):
            self._writer.comment(event.start, event.end)
        elif isinstance(event, Start):
            self._start(event)
        else:
            self._end(event)

    def text(self, piece: CharacterData) -> None:
        """Add text; a run of spaces becomes one space or the end of a line."""
        writer = self._writer
        if not piece.literal:
            writer.text(piece.text, piece.start, piece.end)
            return
        at = 0
        for run in _WHITESPACE.finditer(piece.text):
            if at < run.start():
                writer.text(
                    piece.text[at : run.start()], piece.start + at, piece.start + run.start()
                )
            start, end = piece.start + run.start(), piece.start + run.end()
            if "\n" in run.group() or "\r" in run.group():
                writer.add(PieceRole.BREAK, "\n", start, end)
            else:
                writer.text(" ", start, end)
            at = run.end()
        if at < len(piece.text):
            writer.text(piece.text[at:], piece.start + at, piece.end)

    def _start(self, event: Start) -> None:
        writer, name = self._writer, local(event.name)
        if name in self._vocabulary.hidden or is_foreign(event):
            if name not in self._vocabulary.inline:
                writer.flush()
            self._hidden, self._depth = (name, event.start), 1
            writer.hidden += 1
        elif name in self._vocabulary.breaks:
            writer.add(PieceRole.BREAK, "\n", event.start, event.end)
        elif name == "img" or name in self._vocabulary.inline:
            writer.add(PieceRole.GAP, "", event.start, event.end)
        else:
            writer.flush()
            kind = self._vocabulary.kinds.get(name)
            self._opened.append(kind is not None)
            if kind is not None:
                writer.containers.append(kind)

    def _end(self, event: End) -> None:
        writer, name = self._writer, local(event.name)
        if name in self._vocabulary.breaks or name == "img":
            return
        if name in self._vocabulary.inline:
            writer.add(PieceRole.GAP, "", event.start, event.end)
            return
        writer.flush()
        if self._opened and self._opened.pop():
            writer.containers.pop()

    def _maybe_reveal(self, event: Event) -> None:
        assert self._hidden is not None
        if isinstance(event, Start):
            self._depth += 1
        elif isinstance(event, End):
            self._depth -= 1
            if self._depth == 0:
                name, start = self._hidden
                self._hidden = None
                self._writer.hidden -= 1
                inline = name in self._vocabulary.inline
                if inline and (name in _HOLDS_PLACE or name not in self._vocabulary.hidden):
                    self._writer.add(PieceRole.OPAQUE, OBJECT, start, event.end)
                else:
                    self._writer.add(PieceRole.GAP, "", start, event.end)


def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition("}" if "}" in name else ":")[2].removeprefix(":")


def is_foreign(event: Start) -> bool:
    """Whether the element's content is marked as being in a language other than English."""
    said = event.get("xml:lang") or event.get("lang")
    return bool(said) and not said.lower().startswith("en")
