"""What the readers of all kinds of news items share: the events of an item, and its blocks."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence

from copylint.core.blocks import BlockKind
from copylint.formats.base import DocumentBuilder
from copylint.formats.classic_paragraphs import with_paragraphs
from copylint.formats.draft import Draft, PieceRole, TextPiece, emit
from copylint.formats.lookup import named
from copylint.formats.nested import NestedText, nest
from copylint.formats.news.element_prose import NITF, XHTML, ElementVocabulary, ProseReader, local
from copylint.formats.writer import BlockWriter, Container
from copylint.formats.xml.events import CharacterData, End, Event, Start

# Elements that only NITF has, and tags in text that is HTML although nothing says so.
_NITF_ONLY = frozenset(("nitf", "body.head", "body.content", "block", "hedline", "hl1", "hl2"))
_TAG = re.compile(r"<(?:p|div|br|h[1-6]|ul|ol|table|body|nitf|block)\b[^<>]*>", re.IGNORECASE)
_LINES = frozenset(
    (
        *(BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.BYLINE, BlockKind.DATELINE),
        *(BlockKind.CREDIT, BlockKind.IMAGE_TITLE),
    )
)
#: Inline elements of the lines of text that news formats have outside an article's body.
LABEL = ElementVocabulary(inline=frozenset(("a", "span", "ruby", "rb", "rt", "rp", "inline")))


class EventStream:
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


def content(stream: EventStream) -> Iterator[Event]:
    """The events up to the end of the open element; a reader may take some itself."""
    level = stream.depth
    for event in stream:
        if stream.depth < level:
            return
        yield event


def skip(stream: EventStream) -> None:
    """Skip the rest of the open element."""
    for _ in content(stream):
        pass


def is_english(language: str) -> bool:
    """Whether a language is English, or none is named."""
    return not language or language.lower().startswith("en")


class ItemReader(ABC):
    """Passes the blocks of one item to ``builder``."""

    def __init__(self, builder: DocumentBuilder, source: str) -> None:
        self.builder, self.source = builder, source
        #: Whether a headline, byline or the like that was read before is left out.
        self.reads_lines_once = False
        self._lines: set[tuple[BlockKind, str]] = set()
        self._passed = 0
        self.start_over()

    @property
    def amount(self) -> int:
        """How many texts have been read: more if there was text since it was asked last."""
        return self._passed + len(self.writer.drafts)

    def start_over(self) -> None:
        """Drop what was read and has not been emitted."""
        self.writer = BlockWriter(self.source, self.source)

    def emit(self) -> None:
        """Pass the blocks read so far on."""
        self.writer.flush()
        self.builder.comments += self.writer.comments
        self._passed += len(self.writer.drafts)
        emit(self.builder, [each for each in self.writer.drafts if self._is_new(each)])
        self.start_over()

    def _is_new(self, draft: Draft) -> bool:
        line = draft.kind, draft.text
        if not self.reads_lines_once or draft.kind not in _LINES or line not in self._lines:
            self._lines.add(line)
            return True
        return False

    @abstractmethod
    def sports(self, start: Start, stream: EventStream) -> None:
        """Read the document of SportsML that ``start`` opens."""

    def leave_out(self, language: str) -> None:
        """Note that an item in ``language`` is left out."""
        self.builder.notes.append(f"an item in '{language}' is left out")

    def label(self, start: Start, stream: EventStream, kind: BlockKind) -> None:
        """Read the open element as a line of text of that kind."""
        self.writer.containers.append(Container(kind))
        self.prose(start, stream, LABEL)
        self.writer.containers.pop()

    def prose(self, start: Start, stream: EventStream, vocabulary: ElementVocabulary) -> None:
        """Read the open element and what is in it."""
        reader = ProseReader(self.writer, vocabulary)
        reader.take(start)
        level = stream.depth
        for event in stream:
            reader.take(event)
            if stream.depth < level:
                break
        self.writer.flush()

    def inline_xml(self, stream: EventStream) -> None:
        """Read documents of their own inside the open element."""
        for event in content(stream):
            if not isinstance(event, Start):
                continue
            if local(event.name) == "sports-content":
                self.sports(event, stream)
            else:
                self.prose(event, stream, NITF if local(event.name) == "nitf" else XHTML)

    def data(
        self,
        start: Start,
        stream: EventStream,
        said: str,
        kind: BlockKind | None,
        *,
        is_post: bool = False,
    ) -> None:
        """Read a text that is the content of the open element: escaped HTML, or plain."""
        pieces = [
            TextPiece(PieceRole.TEXT, event.text, event.start, event.end)
            for event in content(stream)
            if isinstance(event, CharacterData)
        ]
        if "encoding" in start or ("/" in said and not said.startswith("text/")):
            return
        self.pieces(with_paragraphs(pieces) if is_post else pieces, said, kind)

    def pieces(self, pieces: Sequence[TextPiece], said: str, kind: BlockKind | None) -> None:
        """Read text in HTML, if ``said`` names that, or else plain text."""
        self.emit()
        view = NestedText(pieces)
        form = named("html" if "html" in said else "plain")
        inner = form.read("", view.text)
        self._passed += len(inner.blocks)
        nest(self.builder, view, inner, form.written, "xml", kind)

    def document(self, stream: EventStream, said: str, kind: BlockKind | None) -> None:
        """Read what is in the open element: NITF, XHTML, or text with or without tags of HTML.

        ``said`` is what the element says that it is, in small letters; ``kind`` is that of all
        blocks that the markup gives no other.
        """
        inner = [*content(stream)]
        names = {local(each.name) for each in inner if isinstance(each, Start)}
        if not names:
            pieces = [
                TextPiece(PieceRole.TEXT, each.text, each.start, each.end)
                for each in inner
                if isinstance(each, CharacterData)
            ]
            has_tags = _TAG.search("".join(each.text for each in pieces)) is not None
            self.pieces(pieces, "html" if has_tags else said, kind)
        elif "sports-content" in names:
            self.inline_xml(EventStream(iter(inner)))
        else:
            is_nitf = "nitf" in said or not _NITF_ONLY.isdisjoint(names)
            reader = ProseReader(self.writer, NITF if is_nitf else XHTML)
            containers = [] if kind is None else [Container(kind)]
            self.writer.containers += containers
            for event in inner:
                reader.take(event)
            self.writer.flush()
            del self.writer.containers[len(self.writer.containers) - len(containers) :]
