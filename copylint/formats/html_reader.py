"""Passes the prose of HTML inside Markdown to a ``BlockWriter``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable

from copylint.core.blocks import BlockKind
from copylint.formats import html
from copylint.formats.draft import OBJECT, PieceRole, TextPiece
from copylint.formats.writer import BlockWriter, Container

_LINE_END = re.compile(r"[\r\n][\s]*")
# Runs of spaces, from the first: a line's end, or two or more.
_WHITESPACE = re.compile(r"[ \t]*[\r\n]\s*|[ \t]{2,}|\t")
_BLANK_LINE = re.compile(r"(?:\r\n?+|\n)[ \t]*(?:\r|\n)")
_EMPHASIS = frozenset(("em", "i", "b", "strong", "small"))
#: Hidden elements that hold a place in the sentence; the others leave no trace.
_HOLDS_PLACE = frozenset(("code", "kbd", "samp", "var", "math", "svg"))
#: Without struck-out text, the space before it is not one before the mark that follows it.
_STRUCK = frozenset(("del", "s", "strike"))
_MAX_OPEN = 100
#: What authors call the part of a caption that says whose the picture is: a class, or the
#: properties ``copyrightHolder`` and ``creditText`` of schema.org.
_CREDIT = re.compile(r"credit|copyright|photographer|byline|attribution", re.IGNORECASE)

# Elements whose content is not markup, or that another of the same name closes.
_NEVER_NESTED = frozenset(("script", "style", "textarea", "template", "p", "option", "select"))

_ToSource = Callable[[int], int]
_Hides = Callable[[html.HtmlToken, str], bool]


class HtmlReader:
    """Reads tags and the text between them; knows which elements are open."""

    def __init__(self, writer: BlockWriter, hides: _Hides = html.hides) -> None:
        self._writer = writer
        self._hides = hides
        #: Whether runs of spaces count as one, as in a browser.
        self.collapses = False
        #: Whether an empty line separates paragraphs, as when a content system adds the tags.
        self.blank_lines_part = False
        self._open: list[tuple[str, Container]] = []
        # The open hidden element, where it begins, and how many of its name it contains.
        self._hidden: tuple[str, int] | None = None
        self._nested = 0

    def inline(self, start: int, end: int) -> None:
        """Read a tag or comment inside a paragraph."""
        masked = self._writer.masked
        if masked.startswith("<!--", start):
            self._writer.comment(start, end)
            self._writer.add(PieceRole.NOTE, "", start, end)
        else:
            self._tag(html.tag(masked, start, end), masked, _same)

    def block(self, lines: list[tuple[int, int]]) -> None:
        """Read a block of HTML; blockquote marks may come between the places of its lines."""
        writer = self._writer
        joined, to_source = _join(writer.masked, lines)
        for token in html.tokens(joined):
            if token.kind == "text":
                self._text(joined, token, to_source)
            elif token.kind == "comment":
                if self._hidden is None:
                    writer.comment(to_source(token.start), to_source(token.end - 1) + 1)
            else:
                self._tag(token, joined, to_source)
        self.end_block()

    def end_block(self) -> None:
        """End a block, and with it any hidden element that was never closed."""
        if self._hidden is not None:
            self._writer.hidden -= 1
            self._hidden = None

    def close_all(self) -> None:
        """Treat every open element as closed, as at a heading."""
        while self._open:
            self._pop()

    def _text(self, joined: str, token: html.HtmlToken, to_source: _ToSource) -> None:
        writer = self._writer
        runs = _WHITESPACE if self.collapses else _LINE_END
        at = token.start
        while at < token.end:
            run = runs.search(joined, at, token.end)
            stop = run.start() if run else token.end
            for value, first, last in html.decoded(joined, at, stop):
                writer.text(value, to_source(first), to_source(last - 1) + 1)
            if run is None:
                return
            start = to_source(stop)
            at = run.end()
            end = max(start, to_source(at - 1) + 1)
            if self.blank_lines_part and _BLANK_LINE.search(run.group()):
                writer.flush()
            elif _LINE_END.search(run.group()):
                writer.add(PieceRole.BREAK, "\n", start, end)
            else:
                writer.text(" ", start, end)

    def _tag(self, token: html.HtmlToken, text: str, to_source: _ToSource) -> None:
        writer = self._writer
        start, end = to_source(token.start), to_source(token.end - 1) + 1
        if self._hidden is not None:
            self._maybe_reveal(token, end)
        elif token.kind == "open" and self._hides(token, text):
            if text[token.end - 2] != "/" and token.name not in html.EMPTY:
                if token.name not in html.INLINE:
                    writer.flush()
                self._hidden, self._nested = (token.name, start), 0
                writer.hidden += 1
        elif token.name == "img":
            self._image(token, text, to_source)
        elif token.name == "br":
            writer.add(PieceRole.BREAK, "\n", start, end)
        elif self._is_credit(token, text):
            nested = [each for _, each in self._open if each.kind is BlockKind.CREDIT]
            if len(nested) > (token.kind == "close"):
                writer.add(PieceRole.GAP, "", start, end)
            else:
                writer.flush()
            self._divide(token, Container(BlockKind.CREDIT))
        elif token.name in html.INLINE:
            if token.name in _EMPHASIS:
                writer.emphasis = max(0, writer.emphasis + (1 if token.kind == "open" else -1))
            writer.add(PieceRole.GAP, "", start, end)
        else:
            writer.flush()
            self._element(token)

    def _maybe_reveal(self, token: html.HtmlToken, end: int) -> None:
        assert self._hidden is not None
        name, start = self._hidden
        if token.name != name:
            return
        if token.kind == "open":
            self._nested += name not in _NEVER_NESTED
        elif self._nested:
            self._nested -= 1
        else:
            self.end_block()
            foreign = name in html.INLINE and name not in html.HIDDEN
            if foreign or name in _HOLDS_PLACE:
                self._writer.add(PieceRole.OPAQUE, OBJECT, start, end)
            else:
                self._writer.add(
                    PieceRole.NOTE if name in _STRUCK else PieceRole.GAP, "", start, end
                )

    def _element(self, token: html.HtmlToken) -> None:
        if token.name == "figure":
            while self._is_open("figcaption"):
                self._pop()
        kind = html.KINDS.get(token.name)
        if kind is not None:
            depth = int(token.name[1]) if token.name[0] == "h" else int(token.name == "th")
            self._divide(token, Container(kind, depth))

    def _is_credit(self, token: html.HtmlToken, text: str) -> bool:
        """Whether an element within a caption begins or ends there that holds the credit."""
        if not self._is_open("figcaption") or token.name in ("a", "figcaption", *html.EMPTY):
            return False
        inner, container = self._open[-1]
        if container.kind is BlockKind.CREDIT and inner == token.name:
            return True  # also one inside another of its name, so that each end has its beginning
        return token.kind == "open" and any(
            name in ("class", "itemprop") and _CREDIT.search(text, start, end)
            for name, start, end in html.attributes(text, token.start, token.end)
        )

    def _divide(self, token: html.HtmlToken, container: Container) -> None:
        """Open or close an element that gives the blocks inside it their kind."""
        if token.kind == "open":
            if len(self._open) < _MAX_OPEN:
                self._open.append((token.name, container))
                self._writer.containers.append(container)
        elif self._is_open(token.name):
            while self._pop() != token.name:
                pass

    def _is_open(self, name: str) -> bool:
        return any(name == opened for opened, _ in self._open)

    def _pop(self) -> str:
        name, container = self._open.pop()
        containers = self._writer.containers
        for index in range(len(containers) - 1, -1, -1):
            if containers[index] is container:
                del containers[index]
                break
        return name

    def _image(self, token: html.HtmlToken, text: str, to_source: _ToSource) -> None:
        texts: dict[str, list[TextPiece]] = {"alt": [], "title": []}
        for name, start, end in html.attributes(text, token.start, token.end):
            value = text[start:end]
            is_enclosed = text[start - 1] in "\"'"
            if texts.get(name) == [] and is_enclosed and "\n" not in value and "\r" not in value:
                texts[name] = [
                    TextPiece(PieceRole.TEXT, value, to_source(first), to_source(last - 1) + 1)
                    for value, first, last in html.decoded(text, start, end)
                ]
        self._writer.image(
            texts["alt"],
            texts["title"],
            to_source(token.start),
            to_source(token.end - 1) + 1,
        )


def _same(offset: int) -> int:
    return offset


def _join(masked: str, lines: list[tuple[int, int]]) -> tuple[str, _ToSource]:
    """The lines as one text, and a function from its offsets to those of the source."""
    texts = [masked[start:end] for start, end in lines]
    joined = "".join(texts)
    if lines and lines[-1][1] - lines[0][0] == len(joined):
        shift = lines[0][0]
        return joined, lambda offset: offset + shift
    starts: list[int] = []
    at = 0
    for text in texts:
        starts.append(at)
        at += len(text)

    def to_source(offset: int) -> int:
        index = bisect_right(starts, offset) - 1
        return lines[index][0] + offset - starts[index]

    return joined, to_source
