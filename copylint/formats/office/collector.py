"""Collects the paragraphs of an office document as drafts of blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet

from copylint.core.blocks import BlockKind
from copylint.core.span import SourceSpan
from copylint.formats.draft import OBJECT, Draft, PieceRole, TextPiece, tidy
from copylint.formats.xml import events as xml

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"”]*[^\s<>\"”.,;:!?)\]'’]")
_MADE_BY_WORD = re.compile(
    r"\s*(?:Description automatically generated|AI-generated content may be incorrect)"
)
# A line end in XML text is a space; a soft hyphen does not split a word.
_LETTER = re.compile(r"[^\W\d_]{2}")
_SPECIAL = re.compile("[\r\n]+|\u00ad+")


class _Paragraph:
    """The paragraph under construction, and the drafts that follow it."""

    def __init__(self) -> None:
        self.pieces: list[TextPiece] = []
        self.is_plain = False
        self.had_image = False
        self.after: list[Draft] = []


class Collector:
    """The drafts of a document's blocks, in reading order; ``images`` are its pictures.

    No fix is made for a document that is not ``editable``.
    """

    def __init__(self, source: str, *, editable: bool = True) -> None:
        self._source = source
        self._written = () if editable else ("never",)
        self.drafts: list[Draft] = []
        self.images: list[SourceSpan] = []
        self._now = _Paragraph()
        # Paragraphs interrupted by a text box or a footnote.
        self._outer: list[tuple[_Paragraph, list[Draft]]] = []
        self._target = self.drafts
        self._near_image = False

    @property
    def mark(self) -> int:
        """How many pieces the paragraph has, for use with ``trim``."""
        return len(self._now.pieces)

    def text(self, value: str, start: int, *, opaque: bool = False, plain: bool = True) -> None:
        """Append text that is letter for letter at ``start`` in the source."""
        if plain and not value.isspace():
            self._now.is_plain = True
        role = PieceRole.OPAQUE if opaque else PieceRole.TEXT
        if _SPECIAL.search(value) is None:
            self._now.pieces.append(TextPiece(role, value, start, start + len(value)))
            return
        at = 0
        for found in _SPECIAL.finditer(value):
            first, last = found.span()
            if at < first:
                self.add(role, value[at:first], start + at, start + first)
            if found[0][0] != "\u00ad":
                self.add(role, " ", start + first, start + last)
            at = last
        if at < len(value):
            self.add(role, value[at:], start + at, start + len(value))

    def add(self, role: PieceRole, text: str, start: int, end: int) -> None:
        """Append ``text``, which replaces ``start`` to ``end`` of the source."""
        self._now.pieces.append(TextPiece(role, text, start, end))

    def object(self, start: int, end: int) -> None:
        """Append something that is not prose and holds a place in the sentence.

        What directly follows another object belongs to it.
        """
        last = self._now.pieces[-1] if self._now.pieces else None
        if last is not None and last.role is PieceRole.OPAQUE and last.text == OBJECT:
            self._now.pieces[-1] = last._replace(end=end)
        else:
            self.add(PieceRole.OPAQUE, OBJECT, start, end)

    def take_out(self, starts: AbstractSet[int]) -> None:
        """Make an object of the pieces that start at ``starts`` if the rest is a sentence."""
        pieces = self._now.pieces
        rest = [each for each in pieces if each.start not in starts]
        if not any(each.role is PieceRole.TEXT and _LETTER.search(each.text) for each in rest):
            return
        self._now.pieces = []
        for piece in pieces:
            if piece.start in starts and piece.role is PieceRole.TEXT and piece.text.strip():
                self.object(piece.start, piece.end)
            else:
                self._now.pieces.append(piece)

    def trim(self, mark: int, spaces: str) -> None:
        """Take ``spaces`` off both ends of the text since ``mark``."""
        pieces = self._now.pieces
        while len(pieces) > mark and not (last := _cut(pieces[-1], 0, spaces)).text:
            pieces.pop()
        if len(pieces) > mark:
            pieces[-1] = last
        while len(pieces) > mark and not (first := _cut(pieces[mark], 1, spaces)).text:
            del pieces[mark]
        if len(pieces) > mark:
            pieces[mark] = first

    def image(self, start: int, end: int) -> None:
        """Add a picture at this place in the paragraph."""
        self.images.append(SourceSpan(start, end))
        self._now.had_image = True
        self.add(PieceRole.GAP, "", start, end)

    def label(self, kind: BlockKind, value: Iterable[xml.CharacterData], written: str) -> None:
        """Add a block after this paragraph: a picture's text, with how it is escaped."""
        pieces = [
            TextPiece(PieceRole.BREAK, "\n", each.start, each.end)
            if each.text in "\r\n"
            else TextPiece(PieceRole.TEXT, each.text, each.start, each.end)
            for each in value
        ]
        tidied = tidy(list(_without_note(pieces)), self._source)
        if tidied:
            self._now.after.append(Draft(kind, tidied, written=self._written or (written,)))

    @property
    def has_text(self) -> bool:
        """Whether the paragraph has text so far."""
        return any(each.role is PieceRole.TEXT and each.text.strip() for each in self._now.pieces)

    def drop(self) -> None:
        """Discard the current paragraph."""
        self._now = _Paragraph()

    def open(self) -> None:
        """Begin separate paragraphs (of a text box); the current one waits until they end."""
        self._outer.append((self._now, self._target))
        self._now, self._target = _Paragraph(), []

    def close(self) -> None:
        """End the separate paragraphs and put them after the one that waited."""
        inner = self._target
        self._now, self._target = self._outer.pop()
        self._now.after += inner

    def end(
        self, kind: BlockKind, *, depth: int = 0, field: str = "", is_code: bool = False
    ) -> None:
        """End the paragraph."""
        done = self._now
        self._now = _Paragraph()
        pieces = tidy(list(_addresses(done.pieces)), self._source)
        if pieces:
            near = self._near_image or _begins_with_image(done)
            self._target.append(
                Draft(
                    kind,
                    pieces,
                    depth,
                    field,
                    near_image=near,
                    emphasised=not done.is_plain,
                    written=self._written,
                    is_code=is_code,
                )
            )
            self._near_image = False
        if done.had_image:
            self._near_image = not pieces
        self._target += done.after


def _begins_with_image(paragraph: _Paragraph) -> bool:
    if not paragraph.had_image:
        return False
    first = next((each for each in paragraph.pieces if each.role is not PieceRole.GAP), None)
    return first is not None and first.role is PieceRole.BREAK


def _cut(piece: TextPiece, side: int, spaces: str) -> TextPiece:
    """``piece`` without ``spaces`` at its end (side 0) or beginning (side 1)."""
    text = piece.text.lstrip(spaces) if side else piece.text.rstrip(spaces)
    gone = len(piece.text) - len(text)
    if not gone or piece.end - piece.start != len(piece.text):
        return piece._replace(text=text)
    if side:
        return piece._replace(text=text, start=piece.start + gone)
    return piece._replace(text=text, end=piece.end - gone)


def _without_note(pieces: list[TextPiece]) -> Iterator[TextPiece]:
    """``pieces`` up to Word's note that it generated the text."""
    text = "".join(piece.text for piece in pieces)
    found = _MADE_BY_WORD.search(text)
    end = found.start() if found else len(text)
    for piece in pieces:
        if end <= 0:
            return
        if len(piece.text) > end and piece.end - piece.start == len(piece.text):
            yield _slice(piece, piece.role, 0, end)
        else:
            yield piece
        end -= len(piece.text)


def _addresses(pieces: list[TextPiece]) -> Iterator[TextPiece]:
    """``pieces`` with addresses made opaque, even those that span several pieces."""
    text = "".join(piece.text for piece in pieces)
    found = [match.span() for match in _ADDRESS.finditer(text)]
    at = index = 0
    for piece in pieces:
        stop = at + len(piece.text)
        while index < len(found) and found[index][1] <= at:
            index += 1
        here = index
        while here < len(found) and found[here][0] < stop:
            here += 1
        if here == index or piece.role is not PieceRole.TEXT:
            yield piece
        else:
            yield from _with_opaque(piece, [(a - at, b - at) for a, b in found[index:here]])
        at = stop


def _with_opaque(piece: TextPiece, spans: list[tuple[int, int]]) -> Iterator[TextPiece]:
    size = len(piece.text)
    if piece.end - piece.start != size:
        yield piece._replace(role=PieceRole.OPAQUE)
        return
    at = 0
    for first, last in spans:
        first, last = max(first, 0), min(last, size)
        if first < last:
            if at < first:
                yield _slice(piece, PieceRole.TEXT, at, first)
            yield _slice(piece, PieceRole.OPAQUE, first, last)
            at = last
    if at < size:
        yield _slice(piece, PieceRole.TEXT, at, size)


def _slice(piece: TextPiece, role: PieceRole, start: int, end: int) -> TextPiece:
    return TextPiece(role, piece.text[start:end], piece.start + start, piece.start + end)
