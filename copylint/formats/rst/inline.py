"""The text of reStructuredText blocks: separates marks, roles and references from prose."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copylint.formats.draft import OBJECT, PieceRole
from copylint.formats.joined_runs import JoinedRuns, SourceRun
from copylint.formats.writer import BlockWriter
from copylint.language.word_list import words

# Marks count only beside these (docutils' punctuation_chars, the usual part of it).
_OPEN = r"(?<![^\s'\"(\[{<\-/:‘“«¡¿–—‐])"
_SHUT = r"(?=[\s'\")\]}>\-/:.,;!?\\’”»–—‐…]|\Z)"
_ROLE = r"[^\W_](?:[\w.+:-]*[^\W_])?"
_QUOTED = r"(?P<{}>`(?=\S)(?!(?<=\"`)\"|(?<=\"_`)\")(?:[^`\\]|\\.){{1,1000}}?(?<!\s)`)"
_TOKEN = re.compile(
    r"(?P<line>\n)"
    r"|(?P<escape>\\(?:\\|\s|.|\Z))"
    rf"|(?P<literal>{_OPEN}``(?=\S).{{1,1000}}?(?<!\s)``{_SHUT})"
    rf"|(?P<strong>{_OPEN}\*\*(?=\S)(?P<strongtext>(?:[^\\]|\\.){{1,1000}}?)(?<!\s)\*\*{_SHUT})"
    rf"|(?P<emphasis>{_OPEN}\*(?![\s*)\]}}>]|(?<=\"\*)\"|(?<='\*)')(?P<emtext>(?:[^\\*]|\\.|\*(?=\w)){{1,1000}}?)(?<!\s)\*{_SHUT})"
    rf"|(?P<roled>{_OPEN}:(?P<role>{_ROLE}):{_QUOTED.format('roletext')}{_SHUT})"
    rf"|(?P<inlinetarget>{_OPEN}_{_QUOTED.format('targettext')}{_SHUT})"
    rf"|(?P<quoted>{_OPEN}{_QUOTED.format('text')}(?P<tail>__?|:(?P<after>{_ROLE}):)?{_SHUT})"
    rf"|(?P<note>{_OPEN}\[(?P<label>\d+|#[\w.-]*|\*|[^\W_][\w.-]*)\]_{_SHUT})"
    rf"|(?P<substitution>{_OPEN}\|(?![\s|])[^|\n]{{1,200}}(?<!\s)\|_{{0,2}}{_SHUT})"
    rf"|(?P<reference>(?<![\w.-])(?P<name>[^\W_]+(?:[-._+:][^\W_]+){{0,50}})__?{_SHUT})",
    re.DOTALL,
)
_TARGET = re.compile(r"(?<!\\)\s*(?<!\\)<[^<>]+>`\Z")
_ONE_TOKEN = re.compile(r"\S+\Z")
#: Roles whose text is shown to readers.
_SHOWN = words(
    "emphasis strong title title-reference t sub subscript sup superscript abbr abbreviation",
    "ac acronym dfn term index any rubric",
)


class RstInlineReader:
    """Reads the text of blocks into ``writer``."""

    def __init__(self, writer: BlockWriter) -> None:
        self._writer = writer
        self._joined = JoinedRuns([])
        #: More than 0 in a table, where other cells separate the lines of one.
        self.in_cell = 0

    def read(self, runs: Sequence[SourceRun]) -> None:
        """Read the text of a block whose lines are ``runs``."""
        self._joined = JoinedRuns(runs)
        text = self._joined.text
        at = 0
        for token in _TOKEN.finditer(text):
            self._literal(at, token.start())
            at = token.end()
            self._take(token)
        self._literal(at, len(text))

    def _take(self, token: re.Match[str]) -> None:
        first, last = token.span()
        kind = token.lastgroup
        if token["line"]:
            self._line_end(first)
        elif token["escape"]:
            self._escape(token.group(), first, last)
        elif token["strong"]:
            self._emphasised(token.span("strongtext"), first, last)
        elif token["emphasis"]:
            self._emphasised(token.span("emtext"), first, last)
        elif token["roled"]:
            self._role(token["role"], token.span("roletext"), first, last)
        elif token["inlinetarget"]:
            begin, end = token.span("targettext")
            self._wrapped((begin + 1, end - 1), first, last)
        elif token["quoted"]:
            self._quoted(token, first, last)
        elif token["note"] and not token["label"][0].isalpha():
            self._add(PieceRole.NOTE, "", first, last)
        elif kind == "reference":
            self._wrapped(token.span("name"), first, last)
        else:
            self._add(PieceRole.OPAQUE, OBJECT, first, last)

    def _quoted(self, token: re.Match[str], first: int, last: int) -> None:
        begin, end = token.span("text")
        if token["after"]:
            self._role(token["after"], (begin, end), first, last)
            return
        inner = self._joined.text[begin:end]
        target = _TARGET.search(inner)
        if token["tail"]:
            stop = begin + target.start() if target else end - 1
            if stop > begin + 1:
                self._wrapped((begin + 1, stop), first, last)
            else:
                self._add(PieceRole.OPAQUE, OBJECT, first, last)
        elif _ONE_TOKEN.match(inner) or target:
            # Without a role it is a title, but most writers who mark one word this way mean code.
            self._add(PieceRole.OPAQUE, OBJECT, first, last)
        else:
            self._wrapped((begin + 1, end - 1), first, last)

    def _role(self, role: str, span: tuple[int, int], first: int, last: int) -> None:
        begin, end = span
        role = role.rpartition(":")[2].lower()
        target = _TARGET.search(self._joined.text, begin, end)
        if target and target.start() > begin + 1 and role not in ("code", "math", "raw"):
            self._wrapped((begin + 1, target.start()), first, last)
        elif role in _SHOWN and not target:
            self._wrapped((begin + 1, end - 1), first, last)
        else:
            self._add(PieceRole.OPAQUE, OBJECT, first, last)

    def _emphasised(self, inner: tuple[int, int], first: int, last: int) -> None:
        self._writer.emphasis += 1
        self._wrapped(inner, first, last)
        self._writer.emphasis -= 1

    def _wrapped(self, inner: tuple[int, int], first: int, last: int) -> None:
        """Add text with marks around it; inside it only escapes count as markup."""
        self._add(PieceRole.GAP, "", first, inner[0])
        at = inner[0]
        for found in re.finditer(r"\n|\\(?:\\|\s|.)", self._joined.text[inner[0] : inner[1]]):
            begin, end = inner[0] + found.start(), inner[0] + found.end()
            self._literal(at, begin)
            at = end
            if found.group() == "\n":
                self._line_end(begin)
            else:
                self._escape(found.group(), begin, end)
        self._literal(at, inner[1])
        self._add(PieceRole.GAP, "", inner[1], last)

    def _escape(self, written: str, first: int, last: int) -> None:
        escaped = written[1:]
        if not escaped.strip():
            if escaped == "\n":
                self._add(PieceRole.GAP, "", first, first + 1)
            else:
                self._add(PieceRole.GAP, "", first, last)
        else:
            self._add(PieceRole.TEXT, escaped, first, last)

    def _line_end(self, at: int) -> None:
        start, end = self._joined.line_end(at)
        if self.in_cell:
            self._writer.add(PieceRole.TEXT, "\n", start, start + 1)
        else:
            self._writer.add(PieceRole.BREAK, "\n", start, end)

    def _add(self, role: PieceRole, text: str, first: int, last: int) -> None:
        if first < last:
            start, end = self._joined.where(first), self._joined.where(last - 1) + 1
            self._writer.add(role, text, start, end)

    def _literal(self, first: int, last: int) -> None:
        if first < last:
            at = self._joined.where(first)
            self._writer.text(self._joined.text[first:last], at, at + last - first)
