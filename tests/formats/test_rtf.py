# ruff: noqa: E501 - the sources are clearer on one line
"""RTF: the text that is read, its kinds of blocks, its places, and how fixes are written."""

from __future__ import annotations

import pytest
from reading import Reading
from test_conformance import check_laws

from copylint.core.blocks import BlockKind
from copylint.core.errors import InputError
from copylint.formats.rtf.format import Rtf

K = BlockKind
READING = Reading(Rtf(), "a.rtf")
read, blocks, text, origin = READING.read, READING.blocks, READING.text, READING.origin

TABLES = (
    r"{\fonttbl{\f0\froman\fcharset0 Times New Roman;}{\f1\fmodern\fcharset204 Arial Cyr;}"
    r"{\f2\fnil\fcharset128 MS Mincho;}}{\colortbl;\red0\green0\blue0;}"
    r"{\stylesheet{\s0 Normal;}{\s1\b\fs28 heading 1;}{\s2 Caption;}{\s3 HTML Preformatted;}"
    r"{\*\cs4 \f0 HTML Code;}{\s5 Standfirst;}}{\info{\title Not read}}"
)


def rich(body: str) -> str:
    return "{\\rtf1\\ansi\\ansicpg1252\\deff0" + TABLES + body + "}"


def test_a_line_end_in_the_file_is_none_in_the_text() -> None:
    source = "{\\rtf1\\ansi It was her \nwork, fore\nver.\\par}"
    assert text(source) == "It was her work, forever."
    assert origin(source, "forever") == "fore\nver"


def test_kinds_come_from_styles_levels_lists_and_tables() -> None:
    source = rich(
        r"\pard\s1 The old bridge\par\pard\s5 It is open.\par\pard\s0 It opened on Monday.\par"
        r"\pard\s1 What it cost\par\pard\outlinelevel2 Lamps\par"
        r"\pard{\listtext\'b7\tab}\ls1 A rope\par\pard\intbl Cell one\cell Cell two\cell\row"
        r"\pard\s2 At dusk\par\pard\s3 x = teh\par"
    )
    assert blocks(source) == [
        (K.HEADLINE, "The old bridge"),
        (K.STANDFIRST, "It is open."),
        (K.PARAGRAPH, "It opened on Monday."),
        (K.SUBHEAD, "What it cost"),
        (K.SUBHEAD, "Lamps"),
        (K.LIST_ITEM, "A rope"),
        (K.TABLE_CELL, "Cell one"),
        (K.TABLE_CELL, "Cell two"),
        (K.CAPTION, "At dusk"),
    ]
    check_laws(read(source))


@pytest.mark.parametrize(
    ("body", "whole"),
    [
        (r"caf\'e9 open", "café open"),
        (r"\ldblquote Yes\rdblquote\emdash he", "“Yes”—he"),
        (r"\u8220?Yes\u8221 ?", "“Yes”"),
        (r"{\uc0\u8217}s {\uc2\u233 ab}t", "’s ét"),
        (r"\u-10179?\u-8704?!", "😀!"),
        (r"{\f1 \'cc\'e8\'f0} peace", "Мир peace"),
        (r"{\f2 \'93\'fa} day", "日 day"),
        ("na\xefve man", "naïve man"),
        (r"ex{\b clu}sive", "exclusive"),
        (r"a\~b c\_d \{e\} \\f", "a\u00a0b c\u2011d {e} \\f"),
        (r"one\line two", "one\ntwo"),
        (r"It is {\strike not }gone{\v hidden}.", "It is gone."),
        (r"It is {\deleted soon}.", "It is."),
        (r"See {\field{\*\fldinst HYPERLINK x}{\fldrslt the page}}.", "See the page."),
        (r"A{\*\unknown word} dog{\pict\pngblip 89504e47}.", "A dog."),
        (r"Use {\cs4 teh ?} on it.", "Use \ufffc on it."),
        (r"A dog{\bin5 }}}}}.", "A dog."),
        ("A\\\ndog", "A"),
    ],
)
def test_what_is_read(body: str, whole: str) -> None:
    document = read(rich(rf"\pard {body}\par"))
    assert document.slice(document.blocks[0].span) == whole
    check_laws(document)


def test_notes_and_headers_stand_apart() -> None:
    source = rich(
        r"{\header\pard The Courier\par}\pard It rained{\super\chftn}{\footnote\pard {\chftn} On Monday.} all day.\par"
    )
    assert blocks(source) == [
        (K.PARAGRAPH, "It rained all day."),
        (K.FRONT_MATTER, "The Courier"),
        (K.FOOTNOTE, "On Monday."),
    ]


@pytest.mark.parametrize(
    ("body", "old", "new", "after"),
    [
        ("It was teh tide.", "teh", "the", "It was the tide."),
        (r"It was \b teh\b0  tide.", "teh", "the", r"It was \b the\b0  tide."),
        ("It was her \nwork.", "her ", "his ", "It was his \nwork."),
        ("A cafe opens.", "cafe", "café", r"A caf{\uc1\u233?} opens."),
        (r"It\'92s late.", "It’s", "It is", "It is late."),
        ("A dog.", "dog", "{dog}", r"A \{dog\}."),
        (r"\line(x) y", "(", "one ", r"\line one x) y"),
        (r"A{\i b}c d", "Abc", "abc", None),
    ],
)
def test_fixes_are_written_as_rtf(body: str, old: str, new: str, after: str | None) -> None:
    fixed = READING.fixed(rich(rf"\pard {body}\par"), old, new)
    assert fixed == (None if after is None else rich(rf"\pard {after}\par"))


def test_other_files_are_refused() -> None:
    with pytest.raises(InputError, match="not RTF"):
        Rtf().decode("a.rtf", b"It rained.")


def test_bytes_are_kept() -> None:
    data = b"{\\rtf1\\ansi na\xefve \xff\x80\r\n}"
    assert Rtf().encode(Rtf().decode("a.rtf", data), data) == data
