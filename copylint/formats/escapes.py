"""Escapes text for a place of a source: in HTML, in a quoted string, …

Each way is a function that returns the text as it must be written there; None if it cannot be.
A text may go through several: HTML in a JSON string is written as HTML, then as JSON.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from functools import lru_cache, partial
from typing import NamedTuple

from copylint.core.document import Document
from copylint.core.span import SourceSpan, TextSpan
from copylint.language.lazy_pattern import LazyPattern

#: Characters that XML 1.0 cannot hold, even as references, and that no other text should.
CONTROLS = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")

# Without a known way of writing, the meaning of these depends on the characters around them.
_SYNTAX = frozenset("'\"\\[]{}<>()&#:|*_`")
_ASCIIDOC = frozenset("\\[]{}<>&#*_`^~+|")
_ASCIIDOC_MARK = re.compile(r"''|::|;;|--|\.\.\.|\((?:C|R|TM)\)")
_MARKDOWN = re.compile(r"[\\*`\[\]<>{|~]|(?<!\w)_|_(?!\w)")
_EMPHASIS = frozenset("*_~`")
_LINE_MARK = re.compile(r"[-+#=:>]|\d+[.)]")
_LINE_START = re.compile(r"(?:\A|[\r\n])[ \t>]*\Z")
_REFERENCE = LazyPattern(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_CDATA_MARK = re.compile(r"<!\[CDATA\[|\]\]>")
_YAML_SYNTAX = re.compile(r"[\r\n\[\]{},&*!|>%@`\"\\]")
_CSV_SYNTAX = re.compile(r"[\r\n\",;\t|]")
_LINE_END = re.compile(r"[\r\n]")
_ENCODED_WORD = re.compile(r"=\?[\w.:-]+(?:\*[\w-]+)?\?[qQ]\?[^?\s]*\Z")
#: Character sets for quoted-printable text in a mail.
CHARSETS = ("us-ascii", "utf-8", "iso-8859-1", "windows-1252")
#: The most characters on a line of quoted-printable (RFC 2045, 6.7).
_MAX_QUOTED = 76
#: Longer than any character reference.
_LONGEST = 40

_XML = {ord("&"): "&amp;", ord("<"): "&lt;", ord(">"): "&gt;"}
# A template engine may interpret "{".
_HTML = {**_XML, ord("{"): "&#123;"}
# Markdown has its own marks in an image's text, and reads references too.
_ATTRIBUTE = {**_HTML, ord('"'): "&quot;"} | {ord(mark): f"&#{ord(mark)};" for mark in "'\\[]*`"}
_JSON = {ord('"'): '\\"', ord("\\"): "\\\\", ord("\n"): "\\n", ord("\r"): "\\r", ord("\t"): "\\t"}


class ReplacementTarget(NamedTuple):
    """The text ``span`` of ``document`` to replace, and ``where`` it is in the source."""

    document: Document
    span: TextSpan
    where: SourceSpan

    @property
    def source(self) -> str:
        """The document's source."""
        return self.document.source

    def around(self, before: int, after: int) -> tuple[str, str]:
        """The given numbers of source code points before and after the place."""
        start, end = self.where.start, self.where.end
        return self.source[max(0, start - before) : start], self.source[end : end + after]


Way = Callable[[str, ReplacementTarget], str | None]


def written(text: str, ways: tuple[str, ...], place: ReplacementTarget) -> str | None:
    """``text`` as it is written at ``place``, escaped by all of ``ways`` in turn.

    None if it cannot be written there. Raises ``KeyError`` for an unknown way.
    """
    if CONTROLS.search(text):
        return None
    done: str | None = text
    for way in ways:
        if done is not None:
            done = WAYS[way](done, place)
    return done


def _as_it_is(text: str, place: ReplacementTarget) -> str | None:
    return text


def _careful(text: str, place: ReplacementTarget) -> str | None:
    """Text that has no special meaning in any format; None for text that might."""
    return text if _SYNTAX.isdisjoint(text) else None


def _asciidoc(text: str, place: ReplacementTarget) -> str | None:
    joined = text.join(place.around(2, 2))
    is_mark = not _ASCIIDOC.isdisjoint(text) or _ASCIIDOC_MARK.search(joined)
    return None if is_mark else text


def _html(text: str, place: ReplacementTarget) -> str | None:
    return _referenced(text, _HTML, place)


def _xml(text: str, place: ReplacementTarget) -> str | None:
    # Openers and ends alternate, so inside a section the number of marks before is odd.
    if bisect_right(_cdata_marks(place.source), place.where.start) % 2:
        return _cdata(text, place)
    return _referenced(text, _XML, place)


@lru_cache(maxsize=1)
def _cdata_marks(source: str) -> list[int]:
    """The ends of the marks before and after each CDATA section, in order.

    Cached for the fixes of one document, each of which would otherwise search for them.
    """
    ends: list[int] = []
    for mark in _CDATA_MARK.finditer(source):
        if (mark.group() == "]]>") == len(ends) % 2:
            ends.append(mark.end())
    return ends


def _xml_text(text: str, place: ReplacementTarget) -> str | None:
    """In XML at a place that is known to be outside CDATA sections."""
    return _referenced(text, _XML, place)


def _attribute(text: str, place: ReplacementTarget) -> str | None:
    """In the value of an attribute, whichever quotation marks enclose it."""
    return _referenced(text, _ATTRIBUTE, place)


def _referenced(text: str, marks: dict[int, str], place: ReplacementTarget) -> str | None:
    escaped = text.translate(marks)
    return escaped if _joins_well(escaped, place) else None


def _joins_well(escaped: str, place: ReplacementTarget) -> bool:
    """Whether ``escaped`` does not form a reference or a tag with the text around it."""
    before, after = place.around(_LONGEST, _LONGEST)
    open_at = max(before.rfind("&"), before.rfind("<"))
    if open_at < 0:
        return True
    if before[open_at] == "<":
        return open_at < len(before) - 1 or not (escaped + after)[:1].lstrip("/!?").isalpha()
    from html import unescape

    known = _REFERENCE.match(before + escaped + after, open_at)
    if known is None or known.end() <= len(before):
        return True  # there is none, or it was already there
    return unescape(known.group()) == known.group()


def _cdata(text: str, place: ReplacementTarget) -> str | None:
    """In a CDATA section, which only its end mark can close."""
    joined = text.join(place.around(2, 2))
    return None if "]]>" in joined else text


def _json(text: str, place: ReplacementTarget) -> str | None:
    """In a JSON string; an all-ASCII file stays ASCII."""
    escaped = text.translate(_JSON)
    if escaped.isascii() or not place.source.isascii():
        return escaped
    units = (escaped[i : i + 1] for i in range(len(escaped)))
    return "".join(each if each.isascii() else _units(each) for each in units)


def _units(character: str) -> str:
    data = character.encode("utf-16-be")
    return "".join(f"\\u{data[at : at + 2].hex()}" for at in range(0, len(data), 2))


def _markdown(text: str, place: ReplacementTarget) -> str | None:
    """In a paragraph of Markdown, where a backslash makes a mark plain text."""
    before, after = place.around(_LONGEST, 1)
    beside = before[-1:] in _EMPHASIS or after in _EMPHASIS
    if beside and not (text[:1].isalnum() and text[-1:].isalnum()):
        return None  # whether a mark opens or closes depends on its neighbours
    if (len(before) - len(before.rstrip("\\"))) % 2:
        return None  # the character that the backslash escapes would be deleted
    if _LINE_MARK.match(text) and _LINE_START.search(before):
        return None
    escaped = _MARKDOWN.sub(_backslashed, text).replace("&", "&amp;")
    return escaped if _joins_well(escaped, place) else None


def _backslashed(mark: re.Match[str]) -> str:
    return "\\" + mark.group()


def _yaml_double(text: str, place: ReplacementTarget) -> str | None:
    return text.translate(_JSON)


def _yaml_single(text: str, place: ReplacementTarget) -> str | None:
    return None if "\n" in text or "\r" in text else text.replace("'", "''")


def _yaml_block(text: str, place: ReplacementTarget) -> str | None:
    """In a block scalar, whose lines are all indented."""
    before, _ = place.around(1, 0)
    starts_line = before in ("", " ", "\n", "\r") and text.startswith((" ", "\t"))
    return None if starts_line or "\n" in text or "\r" in text else text


def _yaml_plain(text: str, place: ReplacementTarget) -> str | None:
    """In an unquoted scalar: nothing that could end it or turn it into another value."""
    block = place.document.block_at(place.span.start)
    if block is None or _YAML_SYNTAX.search(text):
        return None
    whole = place.document.text
    then = (
        whole[block.span.start : place.span.start] + text + whole[place.span.end : block.span.end]
    )
    is_text = " " in then.strip() and then[:1].isalpha() and then == then.strip()
    before, after = place.around(1, 1)
    joined = before + text + after
    is_ended = ": " in joined or " #" in joined or joined.endswith(":")
    return text if is_text and not is_ended else None


def _csv_quoted(text: str, place: ReplacementTarget) -> str | None:
    return text.replace('"', '""')


def _csv_bare(text: str, place: ReplacementTarget) -> str | None:
    return None if _CSV_SYNTAX.search(text) else text


def _line_safe(text: str, place: ReplacementTarget) -> bool:
    """Whether a line of a mail does not become a quoted reply, a signature or a soft line break."""
    before, after = place.around(1, 1)
    if before in ("", "\n", "\r") and text.startswith((">", " ", "-", "From ")):
        return False
    ends_line = after in ("", "\n", "\r")
    return not (ends_line and (text.endswith(" ") or (not text and before == " ")))


def _mail_text(text: str, place: ReplacementTarget) -> str | None:
    return text if _line_safe(text, place) else None


def _mail_ascii(text: str, place: ReplacementTarget) -> str | None:
    return text if text.isascii() and _line_safe(text, place) else None


def _mail_word(text: str, place: ReplacementTarget) -> str | None:
    """In a header with encoded words."""
    before, _ = place.around(200, 0)
    if not text.replace(" ", "").isalnum() or not text.isascii():
        return None
    return text.replace(" ", "_") if _ENCODED_WORD.search(before) else text


def _quoted(charset: str, text: str, place: ReplacementTarget) -> str | None:
    """In quoted-printable; a line that becomes too long (RFC 2045: 76) is split."""
    if not _line_safe(text, place):
        return None
    try:
        written = "".join(
            each if " " <= each <= "~" and each != "=" else _octets(each.encode(charset))
            for each in text
        )
    except UnicodeEncodeError:
        return None
    before, after = place.around(80, 80)
    line = before[max(before.rfind("\n"), before.rfind("\r")) + 1 :]
    rest = _LINE_END.split(after, maxsplit=1)[0]
    too_long = len(line) + len(written) + len(rest) > _MAX_QUOTED and line
    return f"=\n{written}" if too_long and written else written


def _octets(data: bytes) -> str:
    return "".join(f"={byte:02X}" for byte in data)


#: Every way by its name.
WAYS: dict[str, Way] = {
    "asciidoc": _asciidoc,
    "attribute": _attribute,
    "careful": _careful,
    "csv-bare": _csv_bare,
    "csv-quoted": _csv_quoted,
    "cdata": _cdata,
    "html": _html,
    "json": _json,
    "mail-ascii": _mail_ascii,
    "mail-text": _mail_text,
    "mail-word": _mail_word,
    "markdown": _markdown,
    "never": lambda text, place: None,
    "plain": _as_it_is,
    **{f"quoted-{charset}": partial(_quoted, charset) for charset in CHARSETS},
    "xml": _xml,
    "xml-text": _xml_text,
    "yaml-block": _yaml_block,
    "yaml-double": _yaml_double,
    "yaml-plain": _yaml_plain,
    "yaml-single": _yaml_single,
}
