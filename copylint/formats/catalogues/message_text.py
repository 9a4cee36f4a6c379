"""The prose of a message: what a program puts into it, and its tags, set apart from its words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copylint.core.blocks import BlockKind
from copylint.formats.base import DocumentBuilder
from copylint.formats.draft import OBJECT, PieceRole, TextPiece, tidy
from copylint.formats.nested import NestedText
from copylint.formats.prose_heuristics import is_running_text
from copylint.formats.templates import NOTHING

# What printf, Python, Qt, Ruby, shells and ICU replace. A space after "%" is no flag here: in
# "50 % of all" it would make a number of the "o".
_PLACEHOLDER = (
    r"%\([^()\s]{1,60}\)[-+#0 ]*[\d.]*[a-zA-Z]"
    r"|%(?:\d{1,2}\$)?[-+#0']*\d*(?:\.(?:\d+|\*))?(?:hh|h|ll|l|z|j|t|q|L)?[diouxXeEfFgGcrsaApn@]"
    r"(?![A-Za-z])"
    r"|%<PRI\w+>|%L?\d{1,2}(?!\d)(?![ \d]*%)|%[{][^{}\s]{1,60}[}]|%n\b"
    r"|[$#]?[{](?:[^{}]|[{](?:[^{}]|[{][^{}]*[}])*+[}])*+[}]"
    r"|\$[A-Za-z_]\w*\$?|\$\d\b|@[A-Za-z_]\w*@"
)
# Names of things in a program.
_NAME = (
    r"``[^`\n]+``|:\w[\w:-]{0,40}:`[^`\n]+`|`[^`\s]+[`']"
    r"|(?:https?://|www\.)[^\s<>\"]*[^\s<>\".,;:!?)\]'’]|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w-])--?[A-Za-z][\w-]*(?:=\S*[^\s.,;:)'\"])?"
    r"|(?<![\w/.~-])(?:~|\.{1,2})?/[\w.-]+(?:/[\w.-]*)*\w"
    r"|(?<!\w)\w+\(\)|(?<![\w&~])[A-Za-z]\w{0,60}(?:(?:::|\.)[A-Za-z]\w{0,60}){0,4}_\w+"
    r"|(?<!\w)\w+::\w[\w:]*"
)
_TOKEN = re.compile(
    rf"(?P<break>\n)|(?P<percent>%%)"
    rf"|(?P<object>{OBJECT}|{_PLACEHOLDER}|<(?P<code>code|kbd|tt|var|samp)>[^<]*</(?P=code)>|{_NAME})"
    r"|(?P<entity>&(?:amp|lt|gt|quot|apos|nbsp);)"
    r"|(?P<tag></?(?P<name>[A-Za-z][\w:.-]{0,40})(?:\s[^<>]*)?/?>)"
    rf"|(?P<gap>{NOTHING}+|\*\*?(?=\w)|(?<=[\w.,;:!?)])\*\*?)"
)
_ENTITIES = {"&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'", "&nbsp;": "\xa0"}
# The letter that a menu underlines, marked as GTK, Windows and Qt, and LibreOffice mark it.
_MNEMONIC = re.compile(
    r"(?<![_&~\w])[_&~](?=[^\W\d_])|(?<=[^\W\d_A-Z])[_&~](?=[^\W\d_])|_(?=[a-z])"
)
_MOST_IN_A_LABEL = 60
_TAG_NAMES = re.compile(r"<(/?[A-Za-z][\w:.-]{0,40})")
_VOID = frozenset(("br", "hr", "img", "p"))
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
# A message without spaces that is a name, not words: "dialog.save.title".
_KEY = re.compile(
    r"\w+(?:[.:/-]\w+)*[.:/]\w+(?:[.:/-]\w+)*|[a-z]+(?:[A-Z][a-z]+)+"
    r"|[a-z\d]+(?:_[a-z\d]+)+|[A-Z\d]+(?:_[A-Z\d]+)+"
)
_LONGEST_KEY = 200
# The first column of a list of options or arguments.
_COLUMN = re.compile(r"[ \t]*--?\w[^\n]{0,40}?[ \t]{2,}(?=\S)|[ \t]+\S{1,40}[ \t]{2,}(?=\S)")
_ITEM = re.compile(r"[ \t]*(?:[-*•‣▪·]|\d{1,2}[.)])[ \t]+(?=\S)")
_SENTENCE_END = re.compile(r"[.!?…:][\"'”’)\]]*\s*\Z")
# A line this long was broken because it was full.
_FULL = 50


def add_message(
    builder: DocumentBuilder,
    pieces: list[TextPiece],
    source: str,
    *,
    is_key: bool,
) -> None:
    """Append the paragraphs of a message, whose text is ``pieces``, to ``builder``.

    ``is_key``: the text is what the translations are looked up by. A tag that the file has for
    itself is a character of ``pieces``: ``OBJECT`` or ``NOTHING``.
    """
    view = NestedText(pieces)
    if len(view.text) <= _LONGEST_KEY and _KEY.fullmatch(view.text):
        return
    paired = _paired(view.text)
    for start, end in _paragraphs(view.text):
        placed = tidy([*_placed(view, start, end, paired)], source)
        if not any(
            piece.role is PieceRole.TEXT and any(map(str.isalnum, piece.text)) for piece in placed
        ):
            continue
        for piece in placed:
            opaque = piece.role is PieceRole.OPAQUE
            builder.replaced(piece.text, piece.start, piece.end, opaque=opaque)
        builder.end_block(_kind(view.text, start, end), is_key=is_key)


def _kind(text: str, start: int, end: int) -> BlockKind:
    """A sentence, or a label as a table has them."""
    if _ITEM.match(text, start, end):
        return BlockKind.LIST_ITEM
    shown = text[start:end].strip()
    is_sentence = " " in shown and _SENTENCE_END.search(shown) is not None
    return BlockKind.PARAGRAPH if is_sentence or is_running_text(shown) else BlockKind.TABLE_CELL


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The places of the paragraphs, without marks of lists; a full line goes on in the next."""
    start = at = 0
    before = ""
    for line in _LINE.findall(text) if "\n" in text else ():
        shown = line.strip()
        goes_on = bool(before and shown) and (
            shown[0].islower() or (len(before) >= _FULL and not line[0].isspace())
        )
        if _COLUMN.match(line) or _ITEM.match(line):
            goes_on = False
        if not goes_on and start < at:
            yield start, at
            start = at
        column = _COLUMN.match(line)
        if column and not goes_on:
            start = at + column.end()
        at += len(line)
        before = shown
    column = None if "\n" in text else _COLUMN.match(text)
    if column:
        start = column.end()
    if start < len(text):
        yield start, len(text)


def _paired(text: str) -> frozenset[str]:
    """The names of the elements that are opened and closed in ``text``, or need not be closed."""
    names = set(_TAG_NAMES.findall(text)) if "<" in text else set()
    return _VOID.union(name for name in names if f"/{name}" in names)


def _placed(view: NestedText, start: int, end: int, paired: frozenset[str]) -> Iterator[TextPiece]:
    """The paragraph from ``start`` to ``end`` in pieces of the source.

    ``paired`` are the names of the elements in the text.
    """
    text = view.text
    item = _ITEM.match(text, start, end)
    at = item.end() if item else start
    is_label = end - start <= _MOST_IN_A_LABEL and not _SENTENCE_END.search(text, start, end)
    marks = [*_MNEMONIC.finditer(text, at, end)] if is_label else []
    mnemonic = marks[0].start() if len(marks) == 1 else -1
    for first, last, role, shown in _tokens(text, at, end, mnemonic):
        if role == "tag":
            # A tag that stands alone is one that the message speaks of.
            role = "gap" if shown in paired else "object"
        yield from _literal(view, at, first)
        at = last
        where = view.source(first, last)
        if role == "break":
            yield TextPiece(PieceRole.BREAK, "\n", where.start, where.end)
        elif role == "object":
            yield TextPiece(PieceRole.OPAQUE, OBJECT, where.start, where.end)
        elif role == "gap":
            yield TextPiece(PieceRole.GAP, "", where.start, where.end)
        else:
            yield TextPiece(PieceRole.TEXT, shown, where.start, where.end)
    yield from _literal(view, at, end)


def _tokens(text: str, start: int, end: int, mnemonic: int) -> Iterator[tuple[int, int, str, str]]:
    """What is not text as it stands: its place, what it is, and the text that it stands for."""
    at = start
    while at < end:
        token = _TOKEN.search(text, at, end)
        if at <= mnemonic and (token is None or _comes_first(mnemonic, token)):
            yield mnemonic, mnemonic + 1, "gap", ""
            at, mnemonic = mnemonic + 1, -1
            continue
        if token is None:
            return
        kind = token.lastgroup or ""
        shown = token["name"] or ("%" if kind == "percent" else _ENTITIES.get(token.group(), ""))
        yield token.start(), token.end(), kind, shown
        at = token.end()


def _comes_first(mnemonic: int, token: re.Match[str]) -> bool:
    """Whether the mark of a letter is read before ``token``, or instead of it: ``E_xit``."""
    is_word = token.lastgroup == "object" and token.group().replace("_", "").isalpha()
    return mnemonic <= token.start() or (is_word and mnemonic < token.end())


def _literal(view: NestedText, start: int, end: int) -> Iterator[TextPiece]:
    if start < end:
        for text, first, last in view.parts(start, end):
            yield TextPiece(PieceRole.TEXT, text, first, last)
