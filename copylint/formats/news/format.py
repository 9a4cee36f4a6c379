"""NITF, NewsML, SportsML, RSS and Atom, recognised by the root element; each item is an article."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from copylint.core.blocks import BlockKind
from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.formats import declared_encoding
from copylint.formats.base import DocumentBuilder, Format
from copylint.formats.news.element_prose import NITF, is_foreign, local
from copylint.formats.news.item_reader import EventStream, ItemReader, content, is_english, skip
from copylint.formats.xml.event_reader import events
from copylint.formats.xml.events import Start

_PICTURES = ("picture", "video", "graphic", "audio", "animation")
# The excerpt of a post in an export of WordPress, by its namespace or its usual prefix.
_EXCERPT = re.compile(r"excerpt/?[:}]")
# A namespace that WordPress declares in an export.
_EXPORT = "://wordpress.org/export/"


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


class NewsItemReader(ItemReader):
    """Reads one item of any of the formats."""

    _is_export = False

    def read(self, read: str, start: Start, stream: EventStream) -> None:
        """Read the item that ``start`` opens, up to its end; ``read`` says what it is."""
        if is_foreign(start):
            self.leave_out(start.get("xml:lang") or start.get("lang"))
            skip(stream)
            return
        readers: dict[str, Callable[[Start, EventStream], None]] = {
            "nitf": self._nitf,
            "newsitem": self._news_item,
            "newsml": self._newsml,
            "sports": self.sports,
            "rss": self._rss,
            "wxr": self._wxr,
            "atom": self._atom,
        }
        readers[read](start, stream)
        self.emit()

    def _nitf(self, start: Start, stream: EventStream) -> None:
        self.prose(start, stream, NITF)

    def _newsml(self, start: Start, stream: EventStream) -> None:
        from copylint.formats.news.newsml_one import read_item

        read_item(self, stream)

    def sports(self, start: Start, stream: EventStream) -> None:
        """Read the document of SportsML that ``start`` opens."""
        from copylint.formats.news.sportsml import read_sports

        read_sports(self, start, stream)

    def _news_item(self, start: Start, stream: EventStream) -> None:
        picture = False
        inner = content(stream)
        for event in inner:
            if not isinstance(event, Start):
                continue
            name = local(event.name)
            role = event.get("role").rpartition(":")[2].lower()
            if name in ("itemMeta", "contentMeta", "contentSet", "partMeta"):
                continue
            if name == "itemClass":
                picture = event.get("qcode").rpartition(":")[2].lower() in _PICTURES
                skip(stream)
            elif name == "language" and event.get("tag"):
                if not is_english(event.get("tag")):
                    self.leave_out(event.get("tag"))
                    self.start_over()
                    for _ in inner:
                        pass
                    return
                skip(stream)
            elif name == "headline":
                kind = BlockKind.STANDFIRST if "sub" in role else BlockKind.HEADLINE
                self.label(event, stream, BlockKind.IMAGE_TITLE if picture else kind)
            elif name == "by":
                self.label(event, stream, BlockKind.CREDIT if picture else BlockKind.BYLINE)
            elif name == "dateline":
                self.label(event, stream, BlockKind.DATELINE)
            elif name == "creditline":
                self.label(event, stream, BlockKind.CREDIT)
            elif name == "description":
                caption = picture or "caption" in role
                kind = BlockKind.CAPTION if caption else BlockKind.STANDFIRST
                self.label(event, stream, kind)
            elif name == "inlineXML":
                self.inline_xml(stream)
            elif name == "inlineData":
                self.data(event, stream, event.get("contenttype"), None)
            else:
                skip(stream)

    def _rss(self, start: Start, stream: EventStream) -> None:
        kinds = {"title": BlockKind.HEADLINE, "description": BlockKind.STANDFIRST, "encoded": None}
        self._feed(stream, kinds)

    def _wxr(self, start: Start, stream: EventStream) -> None:
        self._is_export = True
        self._rss(start, stream)

    def _atom(self, start: Start, stream: EventStream) -> None:
        kinds = {"title": BlockKind.HEADLINE, "summary": BlockKind.STANDFIRST, "content": None}
        self._feed(stream, kinds)

    def _feed(self, stream: EventStream, kinds: dict[str, BlockKind | None]) -> None:
        for event in content(stream):
            if not isinstance(event, Start):
                continue
            name, said = local(event.name), event.get("type", "html")
            if name == "encoded" and _EXCERPT.search(event.name):
                name = "description"
            if name not in kinds or event.get("src"):
                skip(stream)
            elif said == "xhtml":
                self.inline_xml(stream)
            else:
                kind = kinds[name]
                is_post = self._is_export and kind is None
                self.data(event, stream, said, kind, is_post=is_post)


def _items(path: str, source: str) -> Iterator[tuple[str, Start, EventStream, str]]:
    """Every item: its type, its start, the events after it, and its name."""
    stream = EventStream(events(path, source, {}, doctype=True))
    root = next(event for event in stream if isinstance(event, Start))
    name = local(root.name)
    single = {
        "nitf": "nitf",
        "newsItem": "newsitem",
        "packageItem": "newsitem",
        "sports-content": "sports",
    }
    inner = {
        "newsMessage": {"newsItem": "newsitem", "packageItem": "newsitem"},
        "NewsML": {"NewsItem": "newsml"},
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
            f"XML that is neither NITF, NewsML, SportsML, RSS nor Atom (its root is '{name}'); say "
            "what it is with --format-of",
        )
    is_export = name == "rss" and _EXPORT in source[root.start : root.end]
    number = 0
    for event in stream:
        if isinstance(event, Start) and local(event.name) in inner[name]:
            read = "wxr" if is_export else inner[name][local(event.name)]
            yield read, event, stream, str(number)
            number += 1
