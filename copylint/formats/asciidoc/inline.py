"""The text of AsciiDoc blocks: separates marks, macros and references from prose."""

from __future__ import annotations

import re
from html import unescape

from copylint.core.blocks import BlockKind
from copylint.formats.draft import OBJECT, PieceRole, TextPiece
from copylint.formats.joined_runs import JoinedRuns, SourceRun
from copylint.formats.writer import BlockWriter, Container

# Text between brackets may itself hold brackets, one level deep.
_INSIDE = r"(?:[^\[\]\\]|\\.|\[[^\[\]]*\])*+"
_LINKS = r"link|mailto|xref"
_NOTES = r"footnoteref|footnote"
_OBJECTS = r"kbd|btn|menu|icon|stem|latexmath|asciimath|pass|anchor|indexterm|counter2?|toc|include"
_TOKEN = re.compile(
    r"(?P<line>\n)"
    r"|(?P<escape>\\(?=[*_`#^~+{<\[(&'|]))"
    r"|(?P<raw>\+\+\+.{0,2000}?\+\+\+|(?<!\+)\+\+(?=\S)[^+]{1,400}\+\+(?!\+)|\$\$[^$]{1,400}\$\$)"
    r"|(?P<opening>(?<!\w)[\"']`(?=[^\s`])|(?<!\w)``(?=[^\s`](?:(?!``).){0,400}?''))"
    r"|(?P<closing>(?<=[^\s`])`[\"'](?!\w)|(?<=[^\s`'])''(?!\w))"
    r"|(?P<code>``(?:[^`]|`(?!`)){1,1000}?``|(?<![\w`])`(?=[^\s`])[^`]{1,1000}(?<=\S)`(?![\w`])"
    r"|(?<![\w+])\+(?=[^\s+])[^+\n]{1,300}(?<=\S)\+(?![\w+]))"
    r"|(?P<hidden>\(\(\((?:[^()]|\([^()]*\))*+\)\)\)|\[\[\[?[\w:.-]+(?:,[^\[\]]*)?\]\]\]?)"
    r"|(?P<term>\(\((?!\()(?P<termtext>[^()]+)\)\))"
    r"|(?P<reference><<(?P<refid>[^<>,\n]+)(?:,(?P<reftext>[^<>]*))?>>)"
    rf"|(?P<macro>(?<!\w)(?:(?P<name>{_LINKS}|{_NOTES}|{_OBJECTS}|image|indexterm2):"
    r"(?!:)(?P<target>[^\s\[\]:][^\s\[\]]{0,500}|)"
    r"|(?P<url>(?:https?|ftp|irc|file)://[^\s\[\]<>]{1,1000}))"
    rf"\[(?P<text>{_INSIDE})\])"
    r"|(?P<attribute>\{(?P<attr>\w[\w:-]*)\})"
    r"|(?P<entity>&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<script>(?P<side>[\^~])(?=[^\s^~]{1,60}(?P=side)))"
    r"|(?P<role>(?<!\w)\[[\w.#%, -]{1,80}\](?=[*_#]))"
    r"|(?P<mark>\*\*?|__?|##?)",
    re.DOTALL,
)
_CURLY = {'"`': "“", '`"': "”", "'`": "‘", "`'": "’", "``": "“", "''": "”"}
# Attributes that are replaced by a character in every document.
_CHARACTERS = {
    "nbsp": "\u00a0",
    "apos": "'",
    "quot": '"',
    "lsquo": "‘",
    "rsquo": "’",
    "ldquo": "“",
    "rdquo": "”",
    "sp": " ",
    "plus": "+",
    "amp": "&",
    "lt": "<",
    "gt": ">",
    "deg": "°",
    "startsb": "[",
    "endsb": "]",
    "asterisk": "*",
    "cpp": "C++",
    "pp": "++",
}
# Roles of what is typed or shown by a machine, as books about software name them.
_CODE_ROLES = frozenset(
    name
    for line in (
        "path file filename folder directory dir url uri host command cmd code option parameter",
        "param arg argument var variable constant literal class classname method function api",
        "keyword package module key keyseq keycap userinput input output systemitem replaceable",
    )
    for name in line.split()
)
_NOTHING = frozenset(("empty", "blank", "zwsp", "wj", "set"))
_ATTRIBUTE = re.compile(r"\b(alt|title)=(?:\"([^\"]*)\"|([^,\"]*))")
_POSITIONAL = re.compile(r"[ \t]*(?:\"([^\"]*)\"|([^,]*))")
_NAMED = re.compile(r",[ \t]*[\w-]+=|=\"")


class AsciiDocInlineReader:
    """Reads the text of blocks into ``writer``."""

    def __init__(self, writer: BlockWriter) -> None:
        self._writer = writer
        self._joined = JoinedRuns([])
        self._text = ""
        self._notes: list[list[SourceRun]] = []

    def read(self, runs: list[SourceRun]) -> None:
        """Read a block whose lines are ``runs``; its footnotes follow it as blocks of their own."""
        self._joined = JoinedRuns(
            [
                SourceRun(run.start, run.text[:-2]) if run.text.endswith(" +") else run
                for run in runs
            ]
        )
        self._text = self._joined.text
        self._notes = []
        self._scan(0, len(self._text))
        self._writer.flush()
        for note in self._notes[:]:
            self._writer.containers.append(Container(BlockKind.FOOTNOTE))
            self.read(note)
            self._writer.containers.pop()

    def image(self, at: int, attributes: str, start: int, end: int) -> None:
        """Read the image from ``start`` to ``end``, whose list of attributes begins at ``at``."""
        spans: dict[str, tuple[int, int]] = {}
        first = _POSITIONAL.match(attributes)
        if first is not None:
            group = 1 if first.group(1) is not None else 2
            if group == 1 or "=" not in first.group(2):
                spans["alt"] = first.span(group)
        for found in _ATTRIBUTE.finditer(attributes):
            spans[found.group(1)] = found.span(2 if found.group(2) is not None else 3)
        texts = [
            [TextPiece(PieceRole.TEXT, attributes[a:b], at + a, at + b)] if a < b else []
            for a, b in (spans.get("alt", (0, 0)), spans.get("title", (0, 0)))
        ]
        self._writer.image(texts[0], texts[1], start, end)

    def _scan(self, start: int, end: int) -> None:
        tokens = list(_TOKEN.finditer(self._text, start, end))
        paired = _pair(self._text, tokens, start, end)
        after = start
        escaped_at = -1
        for index, token in enumerate(tokens):
            first, last = token.span()
            if first < after:
                continue
            self._literal(after, first)
            after = last
            kind = token.lastgroup
            if first == escaped_at:
                self._literal(first, last)
            elif kind == "role" and (close := _typed(tokens, index, paired)) is not None:
                self._add(PieceRole.OPAQUE, OBJECT, first, close)
                after = close
            elif kind == "mark":
                if index in paired:
                    self._writer.emphasis = max(0, self._writer.emphasis + paired[index])
                    self._add(PieceRole.GAP, "", first, last)
                else:
                    self._literal(first, last)
            elif kind == "script":
                close = self._text.index(token.group(), last)
                self._add(PieceRole.GAP, "", first, last)
                self._literal(last, close)
                self._add(PieceRole.GAP, "", close, close + 1)
                after = close + 1
            else:
                self._token(token, kind or "")
            escaped_at = last if kind == "escape" else -1
        self._literal(after, end)

    def _token(self, token: re.Match[str], kind: str) -> None:
        first, last = token.span()
        if kind == "line":
            self._writer.add(PieceRole.BREAK, "\n", *self._joined.line_end(first))
        elif kind in ("escape", "hidden", "role"):
            self._add(PieceRole.GAP, "", first, last)
        elif kind in ("raw", "code"):
            self._add(PieceRole.OPAQUE, OBJECT, first, last)
        elif kind in ("opening", "closing"):
            self._add(PieceRole.TEXT, _CURLY[token.group()], first, last)
        elif kind == "entity":
            self._add(PieceRole.TEXT, unescape(token.group()), first, last)
        elif kind == "term":
            self._wrapped(first, token.span("termtext"), last)
        elif kind == "reference":
            self._labelled(token, "reftext")
        elif kind == "attribute":
            name = token["attr"].lower()
            if name in _CHARACTERS:
                self._add(PieceRole.TEXT, _CHARACTERS[name], first, last)
            elif name.partition(":")[0] in _NOTHING:
                self._add(PieceRole.GAP, "", first, last)
            else:
                self._add(PieceRole.OPAQUE, OBJECT, first, last)
        else:
            self._macro(token)

    def _macro(self, token: re.Match[str]) -> None:
        first, last = token.span()
        name = token["name"]
        if name in ("footnote", "footnoteref"):
            begin, finish = token.span("text")
            if name == "footnoteref":
                comma = self._text.find(",", begin, finish)
                begin = comma + 1 if comma >= 0 else finish
            self._add(PieceRole.NOTE, "", first, last)
            self._notes.append(self._joined.part(begin, finish))
        elif name == "image":
            if "\n" in token.group():
                self._add(PieceRole.GAP, "", first, last)
            else:
                at, end = self._joined.where(first), self._joined.where(last - 1) + 1
                self.image(self._joined.where(token.start("text")), token["text"], at, end)
        elif name == "indexterm2":
            self._wrapped(first, token.span("text"), last)
        elif name in ("anchor", "indexterm", "toc", "include"):
            self._add(PieceRole.GAP, "", first, last)
        elif name in ("link", "mailto", "xref") or token["url"]:
            self._labelled(token, "text")
        else:
            self._add(PieceRole.OPAQUE, OBJECT, first, last)

    def _labelled(self, token: re.Match[str], group: str) -> None:
        """Read a link: its text, or an object if it has none."""
        first, last = token.span()
        begin, finish = token.span(group)
        label = token[group] or ""
        if _NAMED.search(label):
            positional = _POSITIONAL.match(label)
            if positional is not None:
                chosen = 1 if positional.group(1) is not None else 2
                finish = begin + positional.end(chosen)
                begin += positional.start(chosen)
                if "=" in self._text[begin:finish] and chosen == 2:
                    finish = begin
        elif len(label) > 1 and label[0] == label[-1] == '"':
            begin, finish = begin + 1, finish - 1
        if self._text[begin:finish].endswith("^"):
            finish -= 1
        if self._text[begin:finish].strip():
            self._wrapped(first, (begin, finish), last)
        else:
            self._add(PieceRole.OPAQUE, OBJECT, first, last)

    def _wrapped(self, first: int, inner: tuple[int, int], last: int) -> None:
        self._add(PieceRole.GAP, "", first, inner[0])
        self._scan(*inner)
        self._add(PieceRole.GAP, "", inner[1], last)

    def _add(self, role: PieceRole, text: str, first: int, last: int) -> None:
        self._writer.add(role, text, self._joined.where(first), self._joined.where(last - 1) + 1)

    def _literal(self, first: int, last: int) -> None:
        if first < last:
            at = self._joined.where(first)
            self._writer.text(self._text[first:last], at, at + last - first)


def _typed(tokens: list[re.Match[str]], index: int, paired: dict[int, int]) -> int | None:
    """Where the text ends whose role, the token at ``index``, says that it is code; else None."""
    names = re.split(r"[\s.#%,]+", tokens[index].group().strip("[]").lower())
    opening = index + 1
    if _CODE_ROLES.isdisjoint(names) or paired.get(opening) != 1:
        return None
    mark = tokens[opening].group()
    return next(
        token.end()
        for at, token in enumerate(tokens[opening:], opening)
        if paired.get(at) == -1 and token.group() == mark
    )


def _pair(text: str, tokens: list[re.Match[str]], start: int, end: int) -> dict[int, int]:
    """The marks among ``tokens`` that belong together: 1 for those that open, -1 for the others.

    A single mark opens if the character before it is not a letter and the one after it is, and
    closes the other way round; a doubled mark opens and closes anywhere.
    """
    waiting: dict[str, int] = {}
    paired: dict[int, int] = {}
    for index, token in enumerate(tokens):
        first, last = token.span()
        if token.lastgroup != "mark":
            continue
        mark = token.group()
        before = text[first - 1] if first > start else " "
        after = text[last] if last < end else " "
        if index and tokens[index - 1].lastgroup == "escape" and tokens[index - 1].end() == first:
            continue
        follows_role = bool(index) and tokens[index - 1].lastgroup == "role" and before == "]"
        is_double = len(mark) == 2
        closes = is_double or not (before.isspace() or after.isalnum() or after == "_")
        opens = not after.isspace() and (
            is_double or follows_role or not (before.isalnum() or before in "_;:}")
        )
        if closes and mark in waiting and tokens[waiting[mark]].end() < first:
            paired[waiting.pop(mark)] = 1
            paired[index] = -1
        elif opens:
            waiting.setdefault(mark, index)
    return paired
