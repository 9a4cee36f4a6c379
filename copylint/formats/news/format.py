"""NITF, NewsML-G2, RSS and Atom, recognised by the root element; each item is an article."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from copylint.core.blocks import BlockKind
from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.formats import declared_encoding
from copylint.formats.base import DocumentBuilder, Format
from copylint.formats.classic_paragraphs import with_paragraphs
from copylint.formats.draft import PieceRole, emit
from copylint.formats.draft import TextPiece as Placed
from copylint.formats.lookup import named
from copylint.formats.nested import NestedText, nest
from copylint.formats.news.element_prose import (
    NITF,
    XHTML,
    ElementVocabulary,
    ProseReader,
    is_foreign,
    local,
)
from copylint.formats.writer import BlockWriter, Container
from copylint.formats.xml.event_reader import events
from copylint.formats.xml.events import CharacterData, End, Event, Start

_PICTURES = ("picture", "video", "graphic", "audio", "animation")
# The excerpt of a post in an export of WordPress, by its namespace or its usual prefix.
_EXCERPT = re.compile(r"excerpt/?[:}]")
# A namespace that WordPress declares in an export.
_EXPORT = "://wordpress.org/export/"
#: Inline elements of NewsML-G2's own texts.
_LABEL = ElementVocabulary(inline=frozenset(("a", "span", "ruby", "rb", "rt", "rp", "inline")))


class _Events:
    """Events one after another, and how many elements are open after the last."""

    def __init__(self, source: Iterator[Event]) -> None:
        self._source = source
        self.depth = 0

    def __iter__(self) -> Iterator[Event]:
        return self

    def __next__(self) -> Event:
        event = next(self._source)
        self.depth += isinstance(event, Start) - isinstance(event, End)
        return event


class NewsXml(Format):
    """News items in XML. XML with any other root is refused."""

    name = "news-xml"
    suffixes = (".xml", ".nitf", ".rss", ".atom")
    walked = False
    strict = True
    written = ("xml",)

    def decode(self, path: str, data: bytes) -> str:
        """The document in Unicode or in the encoding that it declares."""
        return declared_encoding.decode(path, data)

    def encode(self, source: str, like: bytes) -> bytes:
        """The document in the encoding of ``like``."""
        return declared_encoding.encode(source, like)

    def read(self, path: str, source: str) -> Document:
        """All items of the file as one document."""
        builder = DocumentBuilder(path, self.name, source)
        for read, start, stream, _ in _items(path, source):
            NewsItemReader(builder, source).read(read, start, stream)
        return builder.build()

    def read_all(self, path: str, source: str) -> tuple[Document, ...]:
        """Each item of the file as a document of its own."""
        builders = []
        for read, start, stream, part in _items(path, source):
            builder = DocumentBuilder(path, self.name, source, part)
            NewsItemReader(builder, source).read(read, start, stream)
            builders.append(builder)
        if not builders:
            builders.append(DocumentBuilder(path, self.name, source))
        documents = [each.build() for each in builders]
        # Lines are counted once for all documents.
        return tuple(each.seen_in(documents[0].view) for each in documents)


class NewsItemReader:
    """Reads one item into ``builder``."""

    def __init__(self, builder: DocumentBuilder, source: str) -> None:
        self._builder, self._source = builder, source
        self._is_export = False
        self._new_writer()

    def _new_writer(self) -> None:
        self._writer = BlockWriter(self._source, self._source)

    def read(self, read: str, start: Start, stream: _Events) -> None:
        """Read the item that ``start`` opens, up to its end; ``read`` says what it is."""
        if is_foreign(start):
            self._builder.notes.append(f"an item in '{_language(start)}' is left out")
            _skip(stream)
            return
        readers: dict[str, Callable[[Start, _Events], None]] = {
            "nitf": self._nitf,
            "newsitem": self._news_item,
            "rss": self._rss,
            "wxr": self._wxr,
            "atom": self._atom,
        }
        readers[read](start, stream)
        self._emit()

    def _emit(self) -> None:
        self._writer.flush()
        self._builder.comments += self._writer.comments
        emit(self._builder, self._writer.drafts)
        self._new_writer()

    def _nitf(self, start: Start, stream: _Events) -> None:
        self._prose(start, stream, NITF)

    def _news_item(self, start: Start, stream: _Events) -> None:
        picture = False
        content = _content(stream)
        for event in content:
            if not isinstance(event, Start):
                continue
            name = local(event.name)
            role = event.get("role").rpartition(":")[2].lower()
            if name in ("itemMeta", "contentMeta", "contentSet", "partMeta"):
                continue
            if name == "itemClass":
                picture = event.get("qcode").rpartition(":")[2].lower() in _PICTURES
                _skip(stream)
            elif name == "language" and event.get("tag"):
                if not event.get("tag").lower().startswith("en"):
                    self._builder.notes.append(f"an item in '{event.get('tag')}' is left out")
                    self._new_writer()
                    for _ in content:
                        pass
                    return
                _skip(stream)
            elif name == "headline":
                kind = BlockKind.STANDFIRST if "sub" in role else BlockKind.HEADLINE
                self._label(event, stream, BlockKind.IMAGE_TITLE if picture else kind)
            elif name == "by":
                self._label(event, stream, BlockKind.CREDIT if picture else BlockKind.BYLINE)
            elif name == "dateline":
                self._label(event, stream, BlockKind.DATELINE)
            elif name == "creditline":
                self._label(event, stream, BlockKind.CREDIT)
            elif name == "description":
                caption = picture or "caption" in role
                kind = BlockKind.CAPTION if caption else BlockKind.STANDFIRST
                self._label(event, stream, kind)
            elif name == "inlineXML":
                self._inline_xml(stream)
            elif name == "inlineData":
                self._data(event, stream, event.get("contenttype"), None)
            else:
                _skip(stream)

    def _inline_xml(self, stream: _Events) -> None:
        for event in _content(stream):
            if isinstance(event, Start):
                self._prose(event, stream, NITF if local(event.name) == "nitf" else XHTML)

    def _rss(self, start: Start, stream: _Events) -> None:
        kinds = {"title": BlockKind.HEADLINE, "description": BlockKind.STANDFIRST, "encoded": None}
        self._feed(stream, kinds)

    def _wxr(self, start: Start, stream: _Events) -> None:
        self._is_export = True
        self._rss(start, stream)

    def _atom(self, start: Start, stream: _Events) -> None:
        kinds = {"title": BlockKind.HEADLINE, "summary": BlockKind.STANDFIRST, "content": None}
        self._feed(stream, kinds)

    def _feed(self, stream: _Events, kinds: dict[str, BlockKind | None]) -> None:
        for event in _content(stream):
            if not isinstance(event, Start):
                continue
            name, said = local(event.name), event.get("type", "html")
            if name == "encoded" and _EXCERPT.search(event.name):
                name = "description"
            if name not in kinds or event.get("src"):
                _skip(stream)
            elif said == "xhtml":
                self._inline_xml(stream)
            else:
                self._data(event, stream, said, kinds[name])

    def _label(self, start: Start, stream: _Events, kind: BlockKind) -> None:
        self._writer.containers.append(Container(kind))
        self._prose(start, stream, _LABEL)
        self._writer.containers.pop()

    def _prose(self, start: Start, stream: _Events, vocabulary: ElementVocabulary) -> None:
        reader = ProseReader(self._writer, vocabulary)
        reader.take(start)
        level = stream.depth
        for event in stream:
            reader.take(event)
            if stream.depth < level:
                break
        self._writer.flush()

    def _data(self, start: Start, stream: _Events, said: str, kind: BlockKind | None) -> None:
        """Read a text that is the content of an element: escaped HTML, or plain."""
        pieces = [
            Placed(PieceRole.TEXT, event.text, event.start, event.end)
            for event in _content(stream)
            if isinstance(event, CharacterData)
        ]
        if "encoding" in start or ("/" in said and not said.startswith("text/")):
            return
        self._emit()
        is_post = self._is_export and kind is None
        view = NestedText(with_paragraphs(pieces) if is_post else pieces)
        form = named("html" if "html" in said else "plain")
        nest(self._builder, view, form.read("", view.text), form.written, "xml", kind)


def _content(stream: _Events) -> Iterator[Event]:
    """The events up to the end of the open element; a reader may take some itself."""
    level = stream.depth
    for event in stream:
        if stream.depth < level:
            return
        yield event


def _skip(stream: _Events) -> None:
    """Skip the rest of the open element."""
    for _ in _content(stream):
        pass


def _language(start: Start) -> str:
    return start.get("xml:lang") or start.get("lang")


def _items(path: str, source: str) -> Iterator[tuple[str, Start, _Events, str]]:
    """Every item: its type, its start, the events after it, and its name."""
    stream = _Events(events(path, source, {}, doctype=True))
    root = next(event for event in stream if isinstance(event, Start))
    name = local(root.name)
    single = {"nitf": "nitf", "newsItem": "newsitem", "packageItem": "newsitem"}
    inner = {
        "newsMessage": {"newsItem": "newsitem", "packageItem": "newsitem"},
        "rss": {"item": "rss"},
        "RDF": {"item": "rss"},
        "feed": {"entry": "atom"},
    }
    if name in single:
        yield single[name], root, stream, ""
        return
    if name not in inner:
        raise InputError(
            path,
            f"XML that is neither NITF, NewsML-G2, RSS nor Atom (its root is '{name}'); say what "
            "it is with --format-of",
        )
    is_export = name == "rss" and _EXPORT in source[root.start : root.end]
    number = 0
    for event in stream:
        if isinstance(event, Start) and local(event.name) in inner[name]:
            read = "wxr" if is_export else inner[name][local(event.name)]
            yield read, event, stream, str(number)
            number += 1
