"""The paragraphs of docstrings and comments, without code, names and headings."""

from __future__ import annotations

import re
from itertools import pairwise

from copylint.core.blocks import BlockKind
from copylint.formats.code.code_heuristics import LABEL, is_code
from copylint.formats.code.comment_blocks import CommentBlock
from copylint.formats.code.comment_words import CommentWords
from copylint.formats.draft import Draft, PieceRole, TextPiece, tidy
from copylint.formats.prose_heuristics import looks_like_prose
from copylint.formats.rst.directive_content import HIDDEN, VERSIONS
from copylint.formats.rst.line_patterns import RstLine, is_adornment
from copylint.language.word_list import words

_BULLET = re.compile(r"(?:[-*+•]|\(?\d{1,2}[.)])[ \t]+(?=\S)")
_FENCE = re.compile(r"```|~~~")
_SESSION = re.compile(r">>>|\.\.\.(?=\s)|In \[\d+\]:|\$ ")
_DIRECTIVE = re.compile(r"\.\. ?(?P<name>[\w:-]+)::[ \t]*")
_FIELD = re.compile(
    r":(?P<name>param|parameter|arg|argument|key|keyword|kwarg|raises?|except|exception|returns?|yields?"
    r"|ivar|cvar|var|type|rtype|vartype|meta)\b[^:\n]{0,100}:[ \t]*"
)
_TAG = re.compile(r"@(?P<name>[a-zA-Z]\w*)(?![\w./-])[ \t]*(?:\{(?:[^{}]|\{[^{}]*\})*\}[ \t]*)?")
_TAG_NAME = re.compile(r"(?:\[[^\[\]]*\]|[\w$.*]+)[ \t]*(?:[-–—:][ \t]*)?")
_NAMED_TAGS = words("param arg argument property prop template typedef callback")
_TEXT_TAGS = words(
    "returns return throws exception yields deprecated description desc summary remarks todo",
    "fileoverview file overview classdesc",
)
_SECTION = re.compile(
    r"(?P<name>Args|Arguments|Parameters|Params|Keyword Args|Keyword Arguments"
    r"|Other Parameters|Returns?|Yields?|Receives|Raises|Throws|Warns|Attributes|Methods|Examples?"
    r"|Usage|References|See Also|Notes?|Warnings?|Todo|Side Effects)\s*:?$",
    re.IGNORECASE,
)
_ENTRIES = words("args arguments parameters params attributes methods raises throws warns receives")
_CODE_SECTIONS = words("example examples usage references")
_ENTRY = re.compile(
    r"[*`]{0,2}[\w.\[\]$]+(?:,\s*[*`]{0,2}\w+)*`?\s*+(?:\([^()]*+(?:\([^()]*+\)[^()]*+)?\)\s*+)?(?::|--?)(?:\s+|$)"
)
_TYPED = re.compile(r"[\w.]+(?:\[[^\n]*?\])?(?:\s*\|\s*[\w.]+)*\s*:\s+")
_WORD = re.compile(r"[^\W\d_]{2}")
_TABLE = re.compile(r"[|+]|={2,}\s+=|-{2,}\s+-")


class DocReader:
    """Reads remarks into drafts of blocks."""

    def __init__(self, source: str, words: CommentWords) -> None:
        self._source = source
        self._words = words
        self.drafts: list[Draft] = []
        self._comment = CommentBlock([], is_doc=False)
        self._lines: list[RstLine] = []
        self._kind = BlockKind.PARAGRAPH
        # The open section, its column, and the column of its entries.
        self._section, self._column, self._entry_column = "", 0, -1

    def read(self, comment: CommentBlock) -> None:
        """Read one remark."""
        self._comment = comment
        self._section, self._entry_column = "", -1
        lines = comment.lines
        margin = min((line.indent for line in lines if line.text and line.indent >= 0), default=0)
        lines = [RstLine(a, max(0, b - margin), text) for a, b, text in lines]
        at = 0
        while at < len(lines):
            at = self._take(lines, at)
        self._flush()

    def _take(self, lines: list[RstLine], at: int) -> int:
        line = lines[at]
        text = line.text
        if not text:
            self._flush()
            return at + 1
        after = self._passed(lines, at)
        if after:
            self._flush()
            return after
        if at + 1 < len(lines) and self._is_heading(line, lines[at + 1]):
            self._flush()
            found = _SECTION.match(text)
            self._open(found["name"] if found else "", line)
            return at + 2
        if (found := _SECTION.match(text)) and text.endswith(":"):
            self._flush()
            self._open(found["name"], line)
            return at + 1
        skip = self._marker(lines, at)
        if skip < 0:
            self._flush()
            return at + 1
        if skip:
            self._flush()
            text = text[skip:]
            self._kind = BlockKind.LIST_ITEM if _BULLET.match(line.text) else BlockKind.PARAGRAPH
        elif self._lines and self._kind is BlockKind.PARAGRAPH and not self._goes_on(line):
            self._flush()
        if text:
            self._lines.append(RstLine(line.start + skip, line.indent, text))
        return at + 1

    def _goes_on(self, line: RstLine) -> bool:
        """Whether the line belongs to the paragraph above it."""
        return line.indent >= self._lines[-1].indent or len(self._lines) == 1 or bool(self._section)

    def _is_heading(self, line: RstLine, under: RstLine) -> bool:
        return (
            is_adornment(under.text)
            and len(under.text) >= 3
            and abs(under.indent - line.indent) <= 1
            and not is_adornment(line.text)
        )

    def _open(self, name: str, line: RstLine) -> None:
        self._section, self._column, self._entry_column = name.lower(), line.indent, -1

    def _passed(self, lines: list[RstLine], at: int) -> int:
        """The end of the non-prose lines that begin at ``at``; 0 if the line there is prose."""
        line = lines[at]
        text = line.text
        if _FENCE.match(text):
            end = at + 1
            while end < len(lines) and not lines[end].text.startswith(text[:3]):
                end += 1
            return end + 1
        if _SESSION.match(text):
            while at < len(lines) and lines[at].text:
                at += 1
            return at
        directive = _DIRECTIVE.match(text)
        if directive:
            name = directive["name"].lower()
            if name in HIDDEN or name == "function":
                return self._deeper(lines, at + 1, line.indent)
            skip = directive.end()
            if name in VERSIONS:
                skip += len(text[skip:].partition(" ")[0])
            lines[at] = RstLine(line.start + skip, line.indent, text[skip:].lstrip())
            lines[at] = lines[at]._replace(start=line.end - len(lines[at].text))
            return 0 if lines[at].text else at + 1
        if text.startswith(".. "):
            return self._deeper(lines, at + 1, line.indent)
        if (is_adornment(text) and len(text) > 1) or _TABLE.match(text):
            return at + 1
        is_new = at == 0 or not lines[at - 1].text
        if is_new and line.indent > 0 and not self._section and not self._is_prose(lines, at):
            return self._deeper(lines, at, line.indent - 1)
        previous = lines[at - 1].text if at else ""
        before = previous or next(
            (each.text for each in reversed(lines[max(0, at - 3) : at]) if each.text), ""
        )
        if before.endswith("::") and at and line.indent > 0:
            return self._deeper(lines, at, line.indent - 1)
        return 0

    def _deeper(self, lines: list[RstLine], at: int, indent: int) -> int:
        while at < len(lines) and (not lines[at].text or lines[at].indent > indent):
            at += 1
        return at

    def _is_prose(self, lines: list[RstLine], at: int) -> bool:
        """Whether the indented lines from ``at`` on are sentences, or items of a list."""
        if _BULLET.match(lines[at].text) or _FIELD.match(lines[at].text):
            return True
        end = at
        while end < len(lines) and lines[end].text:
            end += 1
        return looks_like_prose("\n".join(line.text for line in lines[at:end]))

    def _marker(self, lines: list[RstLine], at: int) -> int:
        """The length of the mark before the text of a line; -1 if the whole line is a mark."""
        line = lines[at]
        text = line.text
        if text[0] == ":" and (field := _FIELD.match(text)):
            return -1 if field["name"] in ("type", "rtype", "vartype", "meta") else field.end()
        if text[0] == "@" and (tag := _TAG.match(text)):
            return self._tag(tag)
        if bullet := _BULLET.match(text):
            return bullet.end()
        if not self._section:
            label = LABEL.match(text) if not self._lines else None
            return label.end() if label else 0
        if self._entry_column < 0:
            self._entry_column = line.indent
        if line.indent > self._entry_column:
            return 0
        if self._section in _CODE_SECTIONS:
            return 0 if looks_like_prose(text) else -1
        last_word = self._section.rpartition(" ")[2]
        if last_word in _ENTRIES:
            entry = _ENTRY.match(text)
            follows = lines[at + 1] if at + 1 < len(lines) else RstLine(0, 0, "")
            is_numpy = self._entry_column == self._column
            if is_numpy and (follows.indent > line.indent or " : " in text or " " not in text):
                return -1
            return entry.end() if entry else 0
        if last_word in ("returns", "return", "yields", "yield", "also"):
            is_numpy = self._entry_column == self._column
            follows = lines[at + 1] if at + 1 < len(lines) else RstLine(0, 0, "")
            if is_numpy and follows.text and follows.indent > line.indent:
                return -1
            typed = _TYPED.match(text)
            return typed.end() if typed else 0
        return 0

    def _tag(self, tag: re.Match[str]) -> int:
        name = tag["name"]
        if name in _NAMED_TAGS:
            found = _TAG_NAME.match(tag.string, tag.end())
            return found.end() if found else tag.end()
        return tag.end() if name in _TEXT_TAGS else -1

    def _flush(self) -> None:
        lines, self._lines = self._lines, []
        kind, self._kind = self._kind, BlockKind.PARAGRAPH
        if not lines:
            return
        for part in _without_code(lines):
            pieces: list[TextPiece] = []
            for line, following in pairwise([*part, RstLine(0, 0, "")]):
                pieces += self._words.pieces(line.text, line.start, escapes=self._comment.escapes)
                if following.text:
                    pieces.append(TextPiece(PieceRole.BREAK, "\n", line.end, following.start))
            tidied = tidy(pieces, self._source)
            if tidied and any(
                p.role is PieceRole.TEXT and re.search(r"[^\W\d_]{2}", p.text) for p in tidied
            ):
                self.drafts.append(Draft(kind, tidied))


def _without_code(lines: list[RstLine]) -> list[list[RstLine]]:
    """The runs of prose lines; a line in mid-sentence that merely looks like code stays."""
    code = [is_code(line.text) for line in lines]
    for at in range(1, len(lines) - 1):
        if code[at] and not code[at - 1] and not code[at + 1]:
            ends = lines[at - 1].text.endswith((".", ":", ";"))
            code[at] = ends or not lines[at + 1].text[0].islower()
    runs: list[list[RstLine]] = [[]]
    for line, out in zip(lines, code, strict=True):
        if out:
            runs.append([])
        else:
            runs[-1].append(line)
    return [run for run in runs if run]
