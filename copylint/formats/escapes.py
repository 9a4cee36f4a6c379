"""How a piece of text is written at a place of a source: in HTML, in a quoted string, …

Each way is a function that gives the text as it has to stand there, or None where it cannot.
A text may go through several: HTML in a JSON string is written as HTML, then as JSON.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from copylint.model.document import Document
from copylint.model.span import SourceSpan

#: What XML 1.0 cannot hold, not even as a reference, and no other text should.
CONTROLS = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

# What these mean depends on what stands around them, where nobody has said how to write them.
_SYNTAX = frozenset("'\"\\[]{}<>()&#:|*_`")
_ASCIIDOC = frozenset("\\[]{}<>&#*_`^~+|")
_ASCIIDOC_MARK = re.compile(r"''|::|;;|--|\.\.\.|\((?:C|R|TM)\)")
_MARKDOWN = re.compile(r"[\\*`\[\]<>{|~]|(?<!\w)_|_(?!\w)")
_LINE_MARK = re.compile(r"[-+#=:>]|\d+[.)]")
_LINE_START = re.compile(r"(?:\A|[\r\n])[ \t>]*\Z")
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
#: Longer than any character reference.
_LONGEST = 40

_XML = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
# A template may read "{".
_HTML = {**_XML, ord("{"): "&#123;"}
# Markdown has its own marks in an image's text, and knows references too.
_ATTRIBUTE = {**_HTML, ord('"'): "&quot;"} | {ord(mark): f"&#{ord(mark)};" for mark in "'\\[]*`"}
_JSON = {ord('"'): '\\"', ord("\\"): "\\\\", ord("\n"): "\\n", ord("\r"): "\\r", ord("\t"): "\\t"}

Way = Callable[[str, Document, SourceSpan], str | None]


def written(text: str, ways: tuple[str, ...], document: Document, where: SourceSpan) -> str | None:
    """``text`` as it is written in place of ``where``, by all of ``ways`` in turn.

    None where it cannot be written there. Raises ``KeyError`` for a way that there is not.
    """
    if CONTROLS.search(text):
        return None
    done: str | None = text
    for way in ways:
        if done is not None:
            done = WAYS[way](done, document, where)
    return done


def _as_it_is(text: str, document: Document, where: SourceSpan) -> str | None:
    return text


def _careful(text: str, document: Document, where: SourceSpan) -> str | None:
    """Text that means nothing else in any format; what might is not written."""
    return text if _SYNTAX.isdisjoint(text) else None


def _asciidoc(text: str, document: Document, where: SourceSpan) -> str | None:
    around = document.source
    joined = (
        around[max(0, where.start - 2) : where.start] + text + around[where.end : where.end + 2]
    )
    is_mark = not _ASCIIDOC.isdisjoint(text) or _ASCIIDOC_MARK.search(joined)
    return None if is_mark else text


def _html(text: str, document: Document, where: SourceSpan) -> str | None:
    return _referenced(text, _HTML, document.source, where)


def _xml(text: str, document: Document, where: SourceSpan) -> str | None:
    return _referenced(text, _XML, document.source, where)


def _attribute(text: str, document: Document, where: SourceSpan) -> str | None:
    """In the value of an attribute, whichever quotation marks it stands in."""
    return _referenced(text, _ATTRIBUTE, document.source, where)


def _referenced(text: str, marks: dict[int, str], source: str, where: SourceSpan) -> str | None:
    escaped = text.translate(marks)
    return escaped if _joins_well(escaped, source, where) else None


def _joins_well(escaped: str, source: str, where: SourceSpan) -> bool:
    """Whether no reference or tag comes of ``escaped`` and what stands around it."""
    before = source[max(0, where.start - _LONGEST) : where.start]
    after = source[where.end : where.end + _LONGEST]
    open_at = max(before.rfind("&"), before.rfind("<"))
    if open_at < 0:
        return True
    if before[open_at] == "<":
        return open_at < len(before) - 1 or not (escaped + after)[:1].lstrip("/!?").isalpha()
    known = _REFERENCE.match(before + escaped + after, open_at)
    return known is None or unescape(known.group()) == known.group()


def _cdata(text: str, document: Document, where: SourceSpan) -> str | None:
    """In a CDATA section, which only its end can end."""
    around = document.source
    joined = (
        around[max(0, where.start - 2) : where.start] + text + around[where.end : where.end + 2]
    )
    return None if "]]>" in joined else text


def _json(text: str, document: Document, where: SourceSpan) -> str | None:
    """In a JSON string; a file that is all ASCII stays so."""
    escaped = text.translate(_JSON)
    if escaped.isascii() or not document.source.isascii():
        return escaped
    units = (escaped[i : i + 1] for i in range(len(escaped)))
    return "".join(each if each.isascii() else _units(each) for each in units)


def _units(character: str) -> str:
    data = character.encode("utf-16-be")
    return "".join(f"\\u{data[at : at + 2].hex()}" for at in range(0, len(data), 2))


def _markdown(text: str, document: Document, where: SourceSpan) -> str | None:
    """In a paragraph of Markdown, where a backslash before a mark makes it one of text."""
    source = document.source
    before = source[max(0, where.start - _LONGEST) : where.start]
    if (len(before) - len(before.rstrip("\\"))) % 2:
        return None  # what the backslash stands before is to go
    if _LINE_MARK.match(text) and _LINE_START.search(before):
        return None
    escaped = _MARKDOWN.sub(_backslashed, text).replace("&", "&amp;")
    return escaped if _joins_well(escaped, source, where) else None


def _backslashed(mark: re.Match[str]) -> str:
    return "\\" + mark.group()


#: Every way by its name.
WAYS: dict[str, Way] = {
    "asciidoc": _asciidoc,
    "attribute": _attribute,
    "careful": _careful,
    "cdata": _cdata,
    "html": _html,
    "json": _json,
    "markdown": _markdown,
    "plain": _as_it_is,
    "xml": _xml,
}
