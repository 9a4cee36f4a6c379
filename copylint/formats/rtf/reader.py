"""Turns RTF into paragraphs, in one pass over the source."""

from __future__ import annotations

import re
from dataclasses import replace

from copylint.core.blocks import BlockKind
from copylint.formats.draft import PieceRole
from copylint.formats.office.collector import Collector
from copylint.formats.rtf import tokens as t
from copylint.formats.rtf.state import RtfGroup, RtfParagraph, Tables

#: The deepest nesting that is told apart; what is deeper has the properties of that level.
_DEEPEST = 10_000
_ENDS = frozenset(("par", "sect", "page", "row", "nestrow"))
_CELLS = frozenset(("cell", "nestcell"))


class RtfReader:
    """Reads a source and passes its paragraphs to ``collector``."""

    def __init__(self, source: str) -> None:
        self._source = source
        self.collector = Collector(source)
        self._tables = Tables()
        self._group = RtfGroup()
        self._outer: list[RtfGroup] = []
        self._paragraph = RtfParagraph()
        # Paragraphs that a footnote or a header interrupts, with the kind of what is inside.
        self._interrupted: list[tuple[RtfParagraph, BlockKind | None, str]] = []
        self._kind: BlockKind | None = None
        self._field = ""
        self._has_headline = False
        # The destination whose table is being read, and what has been read of its entry.
        self._table = ""
        self._entry = ("f", 0)
        self._name: list[str] = []
        # The bytes of a character that needs more, and where they begin.
        self._bytes, self._bytes_at = b"", 0
        self._high: tuple[int, int] | None = None

    def read(self) -> None:
        """Read all of the source."""
        source, at, end = self._source, 0, len(self._source)
        is_special = False
        while at < end:
            found = t.TOKEN.match(source, at)
            if found is None:  # a backslash at the very end
                break
            start, at = found.span()
            kind = found.lastgroup
            if kind == "number":
                kind = "word"
            if kind == "open":
                self._open()
                at, is_special = self._after_open(at)
            elif kind == "close":
                self._close()
            elif kind == "word":
                at = self._word(found["word"], found["number"], start, at, is_special=is_special)
                is_special = False
                if self._group.hidden and not self._table:
                    at = self._end_of_group(at)
            elif kind == "hex":
                self._octets(bytes.fromhex(found["hex"]), start, at)
            elif kind == "symbol":
                self._symbol(found["symbol"], start, at)
            elif kind == "text":
                self._text(found["text"], start)
        while self._outer:
            self._close()
        self._end_paragraph()

    def _after_open(self, at: int) -> tuple[int, bool]:
        star = _STAR.match(self._source, at)
        return (star.end(), True) if star else (at, False)

    def _end_of_group(self, at: int) -> int:
        """Where the group ends that ``at`` is in and that is left out, before its brace."""
        depth = 0
        while (found := _BRACE.search(self._source, at)) is not None:
            if found["bytes"]:
                at = min(len(self._source), found.end() + int(found["bytes"]))
                continue
            depth += {"{": 1, "}": -1}.get(found.group(), 0)
            if depth < 0:
                return found.start()
            at = found.end()
        return len(self._source)

    # Groups

    def _open(self) -> None:
        if len(self._outer) < _DEEPEST:
            self._outer.append(self._group)
            self._group = replace(self._group, leaves="")
        else:
            self._outer.append(self._group)

    def _close(self) -> None:
        if not self._outer:
            return
        leaves = self._group.leaves
        if leaves == "table":
            self._end_entry()
            self._table = ""
        elif leaves == "entry":
            self._end_entry()
        elif leaves:
            self._end_paragraph()
            self.collector.close()
            self._paragraph, self._kind, self._field = self._interrupted.pop()
        self._group = self._outer.pop()

    def _interrupt(self, kind: BlockKind | None, field: str = "") -> None:
        """Begin paragraphs of their own, which come after the one around them."""
        self._interrupted.append((self._paragraph, self._kind, self._field))
        self._group = replace(self._group, leaves="inside", gone=False)
        self.collector.open()
        self._paragraph, self._kind, self._field = RtfParagraph(), kind, field

    # Control words

    def _word(self, word: str, given: str | None, start: int, end: int, *, is_special: bool) -> int:
        number = int(given) if given else None
        if word == "bin":
            return end + max(0, number or 0)
        if self._destination(word, is_special=is_special):
            return end
        if word == "u":
            return self._unicode(number or 0, start, end)
        self._end_octets()
        if self._table and self._group.hidden:
            self._table_word(word, number)
        elif word in t.CHARACTERS:
            self._add(PieceRole.TEXT, t.CHARACTERS[word], start, end)
        elif word == "line":
            self._add(PieceRole.BREAK, "\n", start, end)
        elif word in _ENDS and not self._group.hidden:
            self._end_paragraph()
        elif word in _CELLS and not self._group.hidden:
            self._paragraph.in_table = True
            self._end_paragraph()
        elif word == "chftn":
            self._add(PieceRole.NOTE, "", start, end)
        else:
            self._property(word, number)
        return end

    def _destination(self, word: str, *, is_special: bool) -> bool:
        """Whether the word begins a destination, which is then open."""
        group = self._group
        if group.hidden and word not in ("fonttbl", "stylesheet"):
            return False
        if word in ("fonttbl", "stylesheet"):
            self._table = word
            self._group = replace(group, hidden=True, leaves="table")
            self._entry, self._name = ("f" if word == "fonttbl" else "s", 0), []
        elif word == "footnote":
            self._interrupt(BlockKind.FOOTNOTE)
        elif word in t.HEADERS:
            self._interrupt(BlockKind.FRONT_MATTER, t.HEADERS[word])
        elif word == "shptxt":
            self._interrupt(None)
        elif word in ("listtext", "pntext"):
            self._paragraph.is_list = True
            self._group = replace(group, hidden=True)
        elif word in t.HIDDEN or (is_special and word not in t.SHOWN):
            self._group = replace(group, hidden=True)
        else:
            return False
        return True

    def _property(self, word: str, number: int | None) -> None:
        group, on = self._group, number != 0
        match word:
            case "pard":
                self._paragraph = RtfParagraph()
            case "plain":
                group.gone, group.emphasised, group.style = False, False, ""
            case "s":
                self._paragraph.style = number or 0
            case "outlinelevel":
                level = number or 0
                self._paragraph.level = level if level < 9 else None
            case "ls":
                self._paragraph.is_list = bool(number)
            case "intbl":
                self._paragraph.in_table = True
            case "v" | "strike" | "striked" | "deleted":
                group.gone = on
            case "b" | "i":
                group.emphasised = on
            case "cs":
                group.style = "code" if self._tables.is_code_style(number or 0) else ""
            case "f":
                group.font = number or 0
            case "uc":
                group.skip = min(max(number or 0, 0), 20)
            case "ansicpg":
                self._tables.page = t.codec(number or 1252)
            case "mac" | "pc" | "pca":
                self._tables.page = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850"}[word]

    # The tables of fonts and styles

    def _table_word(self, word: str, number: int | None) -> None:
        if word == "f" and self._table == "fonttbl":
            self._end_entry()
            self._entry = ("f", number or 0)
        elif word in ("s", "cs", "ds") and self._table == "stylesheet":
            self._end_entry()
            self._entry = (word, number or 0)
        elif word == "fcharset":
            self._tables.set_charset(self._entry[1], number or 0)

    def _end_entry(self) -> None:
        name = "".join(self._name).partition(";")[0].strip()
        self._name = []
        kind, number = self._entry
        tables = self._tables
        if name:
            {"f": tables.names, "s": tables.styles}.get(kind, tables.characters)[number] = name
        if kind != "f":
            self._entry = ("s", 0)

    # Text

    def _text(self, text: str, start: int) -> None:
        if self._table and self._group.hidden:
            for part in re.split("(;)", text):
                self._name.append(part)
                if part == ";":
                    self._end_entry()
            return
        if text.isascii() and not self._bytes:
            self._high = None
            self._pass_on(text, start, start + len(text), is_literal=True)
            return
        for at, character in enumerate(text, start):
            if character.isascii() and not self._bytes:
                self._pass_on(character, at, at + 1, is_literal=True)
            else:
                self._octets(character.encode("latin-1", "replace"), at, at + 1)

    def _octets(self, data: bytes, start: int, end: int) -> None:
        """Take a byte of the code page; a character may need two."""
        if self._table and self._group.hidden:
            return
        if not self._bytes:
            self._bytes_at = start
        joined = self._bytes + data
        name = self._tables.codec_of(self._group.font)
        try:
            text = joined.decode(name)
        except UnicodeDecodeError:
            if len(joined) < 2 and name in _TWO_BYTES:
                self._bytes = joined
                return
            text = joined.decode(name, "replace")
        self._bytes = b""
        self._pass_on(text, self._bytes_at, end)

    def _end_octets(self) -> None:
        """Give up on a character of which only a part came."""
        self._bytes = b""

    def _unicode(self, number: int, start: int, end: int) -> int:
        self._end_octets()
        end = self._skipped(end)
        unit = number % 0x1_0000
        high, self._high = self._high, None
        if 0xD800 <= unit < 0xDC00:
            self._high = (unit, start)
            return end
        if 0xDC00 <= unit < 0xE000:
            if high is not None:
                code = 0x1_0000 + ((high[0] - 0xD800) << 10) + (unit - 0xDC00)
                self._pass_on(chr(code), high[1], end)
            return end
        if unit >= 0x20:
            self._pass_on(chr(unit), start, end)
        return end

    def _skipped(self, at: int) -> int:
        """The end of the characters that stand in for the one of ``\\u`` before ``at``."""
        for _ in range(self._group.skip):
            found = t.TOKEN.match(self._source, at)
            if found is None or found.lastgroup in ("open", "close"):
                break
            if found.lastgroup == "line":
                at = found.end()
                found = t.TOKEN.match(self._source, at)
                if found is None or found.lastgroup in ("open", "close"):
                    break
            if found["word"] in ("u", "par", "cell", "line", "tab"):
                break
            at = at + 1 if found.lastgroup == "text" else found.end()
        return at

    def _symbol(self, symbol: str, start: int, end: int) -> None:
        self._end_octets()
        if symbol in "\r\n" and not self._group.hidden:
            self._end_paragraph()
        elif symbol in t.SYMBOLS:
            self._add(PieceRole.TEXT, t.SYMBOLS[symbol], start, end)

    def _add(self, role: PieceRole, text: str, start: int, end: int) -> None:
        self._high = None
        if role is PieceRole.TEXT:
            self._pass_on(text, start, end)
        elif not self._group.hidden and not self._group.gone:
            self.collector.add(role, text, start, end)

    def _pass_on(self, text: str, start: int, end: int, *, is_literal: bool = False) -> None:
        group = self._group
        if group.hidden or not text:
            return
        if group.gone:
            self.collector.add(PieceRole.NOTE, "", start, end)
        elif group.style == "code":
            self.collector.object(start, end)
        elif is_literal:
            self.collector.text(text, start, plain=not group.emphasised)
        else:
            self.collector.add(PieceRole.TEXT, text, start, end)

    def _end_paragraph(self) -> None:
        self._end_octets()
        kind, depth = self._tables.kind_of(self._paragraph)
        if self._kind is not None:
            kind, depth = self._kind, 0
        if kind is None:
            self.collector.drop()
            return
        if kind is BlockKind.HEADLINE or (kind is BlockKind.SUBHEAD and depth == 1):
            kind = BlockKind.SUBHEAD if self._has_headline else BlockKind.HEADLINE
            self._has_headline = self._has_headline or self.collector.has_text
        is_code = self._tables.is_code(self._paragraph.style)
        self.collector.end(kind, depth=depth, field=self._field, is_code=is_code)


_BRACE = re.compile(r"[{}]|\\bin(?P<bytes>\d{1,9}) ?|\\[\s\S]")
_STAR = re.compile(r"[\r\n]*\\\*")
_TWO_BYTES = frozenset(("cp932", "cp936", "cp949", "cp950", "utf-8"))
