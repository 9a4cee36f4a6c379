"""The base of every format, and the builder that keeps source maps exact."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, ClassVar

from copylint.analysis.foreign_language import set_apart
from copylint.core.blocks import Block, BlockKind, Comment, PackagePart, Segment
from copylint.core.document import Document
from copylint.core.fix import Edit
from copylint.core.line_index import LineIndex
from copylint.core.span import SourceSpan, TextSpan
from copylint.formats.decode import decode, encode

if TYPE_CHECKING:
    from copylint.core.field_paths import Field
    from copylint.core.transcript import Turn


class Format(ABC):
    """Turns decoded source into a document.

    A subclass anywhere in ``copylint.formats`` is found automatically, and so is one that another
    package names in an entry point of the group ``copylint.formats``. ``name``, ``suffixes``,
    ``walked`` and ``signature`` are read without importing the module: write them as
    constants.

    ``name`` is what ``Document.format`` and the configuration call it. A ``strict`` format
    refuses a source that is not well-formed; all others read any text.
    """

    name: ClassVar[str]
    #: The file suffixes that it claims, in lower case with the dot.
    suffixes: ClassVar[tuple[str, ...]]
    #: Whether files with these suffixes are also read from folders. Otherwise they are read only
    #: if a path or a setting names them, since most files of that kind hold no copy.
    walked: ClassVar[bool] = True
    #: Identifies the format by the first bytes of a file, if no suffix does or several formats
    #: claim the suffix: a pattern in the syntax of ``re``, searched for anywhere in them.
    signature: ClassVar[str] = ""
    strict: ClassVar[bool] = False
    #: Selectors of rules that are off in this format unless they are asked for by name.
    unsuited: ClassVar[tuple[str, ...]] = ()
    #: Whether a file is a package of parts, whose source readers never see (``Document.parts``).
    packaged: ClassVar[bool] = False
    #: Whether the configuration can say which fields of a file are prose (``with_fields``).
    has_fields: ClassVar[bool] = False
    #: How text is escaped in a block that does not say so itself (``Block.written``).
    written: ClassVar[tuple[str, ...]] = ("careful",)

    def decode(self, path: str, data: bytes) -> str:
        """Decode the bytes of a file. Raises ``InputError`` if they cannot be decoded."""
        return decode(path, data)

    def encode(self, source: str, like: bytes) -> bytes:
        """The bytes of a file that holds ``source`` and is otherwise the same as ``like``.

        ``encode(decode(path, data), data) == data``. Raises ``UnicodeEncodeError`` for a lone
        surrogate, which no file can hold.
        """
        return encode(source, like)

    def with_changes_undone(self) -> Format:
        """The format as it reads a file without the changes that are tracked in it.

        A format without tracked changes returns itself. What is read this way is not edited.
        """
        return self

    def with_fields(self, fields: tuple[Field, ...]) -> Format:
        """The format as it reads files whose ``fields`` are prose, if it ``has_fields``."""
        raise NotImplementedError

    def read_all(self, path: str, source: str) -> tuple[Document, ...]:
        """Each article in ``source`` as a document of its own; raises as ``read``."""
        return (self.read(path, source),)

    def turns(self, path: str, source: str) -> tuple[Turn, ...]:
        """Who says what in ``source``, read as a transcript; raises as ``read``."""
        from copylint.formats.transcripts import turns_of

        return tuple(turn for each in self.read_all(path, source) for turn in turns_of(each))

    def escape(self, document: Document, span: TextSpan, text: str) -> str | None:
        """``text`` as it must be written in the source in place of ``span``.

        With that written, the document has ``text`` there and is otherwise the same. None if the
        format cannot write it there. ``span`` is one that ``Document.is_replaceable`` allows.
        """
        block = document.block_at(span.start)
        ways = (block.written if block is not None else ()) or self.written
        if ways == ("plain",) and text.isprintable():
            return text
        from copylint.formats.escapes import ReplacementTarget, written

        return written(text, ways, ReplacementTarget(document, span, document.to_source(span)))

    def edits(self, document: Document, span: TextSpan, text: str) -> tuple[Edit, ...] | None:
        """The edits of the source that put ``text`` in place of ``span``, in order.

        After the edits the document has ``text`` there and is otherwise the same. None if they
        are not possible.
        """
        if not document.is_replaceable(span):
            return None
        written = self.escape(document, span, text)
        return None if written is None else (Edit(document.to_source(span), written),)

    @abstractmethod
    def read(self, path: str, source: str) -> Document:
        """The document in ``source``. Raises ``InputError`` if ``strict``, else never."""


class DocumentBuilder:
    """Builds a document piece by piece, so that its source map is right by construction.

    Call ``literal`` and ``replaced`` for the pieces of a block in source order, then
    ``end_block``. The builder itself separates blocks with an empty line.
    """

    _SEPARATOR = "\n\n"

    def __init__(
        self,
        path: str,
        format_name: str,
        source: str,
        part: str = "",
        *,
        parts: tuple[PackagePart, ...] = (),
    ) -> None:
        self._path, self._format, self._source, self._part = path, format_name, source, part
        self._package = parts
        self._parts: list[str] = []
        self._length = 0
        self._segments: list[Segment] = []
        self._blocks: list[Block] = []
        self._opaque: list[TextSpan] = []
        self._block_start = 0
        self.comments: list[Comment] = []
        self.images: list[SourceSpan] = []
        self.language = ""
        self._lines: LineIndex | None = None
        #: What readers of the findings must know about text that was left out.
        self.notes: list[str] = []

    def line(self, offset: int) -> int:
        """The line that the source's code point ``offset`` is in, from 1."""
        if self._lines is None:
            self._lines = LineIndex(self._source)
        return self._lines.place(offset).line

    @property
    def is_empty(self) -> bool:
        """Whether the block under construction has no text yet."""
        return self._length == self._block_start

    def literal(self, start: int, end: int, *, opaque: bool = False) -> None:
        """Append the source characters ``start`` to ``end`` as they are."""
        if start < end:
            self._append(self._source[start:end], start, end, True, opaque)

    def replaced(self, text: str, start: int, end: int, *, opaque: bool = False) -> None:
        """Append ``text``, which replaces the source characters ``start`` to ``end``."""
        if not text:
            return
        literal = text == self._source[start:end]
        self._append(text, start, end, literal, opaque)

    def _append(self, text: str, start: int, end: int, literal: bool, opaque: bool) -> None:
        at = self._length
        self._parts.append(text)
        self._length += len(text)
        last = self._segments[-1] if self._segments else None
        if (
            literal
            and last is not None
            and last.literal
            and last.text.end == at
            and last.source.end == start
        ):
            self._segments[-1] = Segment(
                TextSpan(last.text.start, self._length), SourceSpan(last.source.start, end), True
            )
        else:
            self._segments.append(
                Segment(TextSpan(at, self._length), SourceSpan(start, end), literal)
            )
        if opaque:
            self._opaque.append(TextSpan(at, self._length))

    def end_block(
        self,
        kind: BlockKind,
        *,
        depth: int = 0,
        field: str = "",
        written: tuple[str, ...] = (),
        is_key: bool = False,
    ) -> None:
        """Close the block under construction as ``kind``; an empty one leaves no trace."""
        if self.is_empty:
            return
        span = TextSpan(self._block_start, self._length)
        self._blocks.append(Block(kind, span, depth, field, tuple(self._opaque), written, is_key))
        self._opaque.clear()
        self._parts.append(self._SEPARATOR)
        self._length += len(self._SEPARATOR)
        self._block_start = self._length

    def build(self) -> Document:
        """The document; every block must have been ended."""
        text = "".join(self._parts)
        blocks, foreign = set_apart(text, self._blocks)
        return Document(
            path=self._path,
            format=self._format,
            source=self._source,
            text=text,
            segments=tuple(self._segments),
            blocks=blocks,
            language=self.language,
            comments=tuple(self.comments),
            images=tuple(self.images),
            parts=self._package,
            foreign=foreign,
            part=self._part,
            notes=tuple(self.notes),
        )
