"""Wikitext: which lines are prose, what marks and links become, and where each word is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import Reading
from test_conformance import check_laws

from copylint.config.schema import Config
from copylint.core.blocks import BlockKind
from copylint.formats.mediawiki.format import MediaWiki
from copylint.runner.pipeline import run
from copylint.runner.result import Input

OBJECT = "\ufffc"
WIKI = Reading(MediaWiki(), "a.wiki")
PARAGRAPH, CAPTION, FOOTNOTE = BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.FOOTNOTE


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("The '''long''' ''ferry'' left.", "The long ferry left."),
        ("The fer'''ry''' left.", "The ferry left."),
        ("The [[ferry]] left.", "The ferry left."),
        ("The [[ship]]s left.", "The ships left."),
        ("The [[Ferry (boat)|ferry]] left.", "The ferry left."),
        ("The [[a|''old'' ferry]] left.", "The old ferry left."),
        ("See [[Help:Contents]] now.", f"See {OBJECT} now."),
        ("The [https://a.example/b old ferry] left.", "The old ferry left."),
        ("It [https://a.example/b] left.", f"It {OBJECT} left."),
        ("See https://a.example/b now.", "See https://a.example/b now."),
        ("A {{convert|5|km}} trip.", f"A {OBJECT} trip."),
        ("A {{a|{{b}}|{{{c}}}}} trip.", f"A {OBJECT} trip."),
        ("It left.{{cn}} It came.", "It left. It came."),
        ("It left{{cn}}.", "It left."),
        ("It left <!-- at noon --> early.", "It left early."),
        ("It <nowiki>''left''</nowiki> early.", f"It {OBJECT} early."),
        ("It is <math>x^2</math> long.", f"It is {OBJECT} long."),
        ("It left &ndash; and <small>came</small> back.", "It left – and came back."),
        ("It left__NOTOC__.", "It left."),
        ("It left, says ~~~~ now.", f"It left, says {OBJECT} now."),
        ("It is {{unclosed.", "It is {{unclosed."),
    ],
)
def test_marks_links_and_templates(written: str, read: str) -> None:
    assert WIKI.blocks(written + "\n") == [(PARAGRAPH, read)]


def test_headings_lists_and_quotations_keep_their_kind() -> None:
    source = (
        "= A ferry =\n== History ==\nIt left.\n* one\n** two\n; term : what it means\n"
        ":indented\n<blockquote>It was long.</blockquote>\n----\nEnd.\n"
    )
    assert WIKI.levels(source) == [
        (BlockKind.HEADLINE, 1, "A ferry"),
        (BlockKind.SUBHEAD, 2, "History"),
        (PARAGRAPH, 0, "It left."),
        (BlockKind.LIST_ITEM, 1, "one"),
        (BlockKind.LIST_ITEM, 2, "two"),
        (BlockKind.LIST_ITEM, 1, "term"),
        (BlockKind.LIST_ITEM, 1, "what it means"),
        (PARAGRAPH, 0, "indented"),
        (BlockKind.QUOTATION, 0, "It was long."),
        (PARAGRAPH, 0, "End."),
    ]


def test_cells_of_tables_are_read_without_their_attributes() -> None:
    source = (
        '{| class="wikitable"\n|+ The ferries\n! Year !! style="x" | Name\n|-\n'
        "| 1990 || [[a|The boat]]\n| style='y' | more\ntext\n|}\nEnd.\n"
    )
    assert WIKI.levels(source) == [
        (CAPTION, 0, "The ferries"),
        (BlockKind.TABLE_CELL, 1, "Year"),
        (BlockKind.TABLE_CELL, 1, "Name"),
        (BlockKind.TABLE_CELL, 0, "1990"),
        (BlockKind.TABLE_CELL, 0, "The boat"),
        (BlockKind.TABLE_CELL, 0, "more\ntext"),
        (PARAGRAPH, 0, "End."),
    ]


def test_pictures_have_captions_and_notes_follow_their_paragraph() -> None:
    source = (
        "[[File:A.jpg|thumb|alt=White|The [[ferry]] in May.<ref>Quill.</ref>]]\n"
        "It left <ref name='a'>Brandt, {{cite|x}} ''The Sea''.</ref>.<ref name='a'/> It came.\n"
    )
    assert WIKI.blocks(source) == [
        (PARAGRAPH, "It left. It came."),
        (BlockKind.ALT_TEXT, "White"),
        (CAPTION, "The ferry in May."),
        (FOOTNOTE, "Quill."),
        (FOOTNOTE, f"Brandt, {OBJECT} The Sea."),
    ]
    assert len(WIKI.read(source).images) == 1


@pytest.mark.parametrize(
    "hidden",
    [
        "{{Infobox\n| a = teh\n}}",
        "[[Category:Teh]]",
        "[[de:Teh]]",
        "<pre>\nteh\n</pre>",
        '<syntaxhighlight lang="c">\nteh\n\nteh\n</syntaxhighlight>',
        "<references />",
        "#REDIRECT [[Teh]]",
        " code = teh;",
        "<!-- teh\n\nteh -->",
        "----",
    ],
)
def test_what_is_no_prose_is_left_out(hidden: str) -> None:
    source = f"{hidden}\n\nThe ferry left.\n\n{hidden}\n"
    assert WIKI.blocks(source) == [(PARAGRAPH, "The ferry left.")]


def test_a_picture_within_a_paragraph_is_apart_from_its_lines() -> None:
    source = "It left\n[[File:A.jpg|The ferry]] at noon.\n"
    assert WIKI.blocks(source) == [(PARAGRAPH, "It left\nat noon."), (CAPTION, "The ferry")]


def test_pictures_of_galleries_have_captions() -> None:
    source = "<gallery>\nFile:A.jpg|The ''ferry''\nFile:B.jpg\n</gallery>\nEnd.\n"
    assert WIKI.blocks(source) == [(CAPTION, "The ferry"), (PARAGRAPH, "End.")]


def test_a_comment_suppresses_what_follows() -> None:
    source = "<!-- copylint-disable-next-line spelling -->\nTeh ferry left.\n"
    assert not list(run([Input("a.wiki", source.encode())], Config()).findings)


def test_a_fix_changes_the_word_and_no_mark() -> None:
    source = "The '''long''' [[ferry]] left.\n"
    assert WIKI.fixed(source, "ferry", "boat") == "The '''long''' [[boat]] left.\n"
    assert WIKI.fixed(source, "left", "has “gone”") == "The '''long''' [[ferry]] has “gone”.\n"
    assert WIKI.fixed(source, "left", "''left''") is None
    assert WIKI.fixed(source, "left", "{{left}}") is None
    assert WIKI.fixed(source, "The", "* The") is None


BITS = st.lists(
    st.sampled_from(
        [
            *("word ", "The ferry left. ", "\n", "\n\n", "''", "'''", "[[", "]]", "|", "{{", "}}"),
            *("[[File:a.jpg|", "[[Category:", "<ref>", "</ref>", "<ref name=a/>", "<!--", "-->"),
            *("{|\n", "|}\n", "|-\n", "! ", "!!", "||", "== ", " ==\n", "* ", ";", ":", "#", " "),
            *("<nowiki>", "</nowiki>", "<pre>", "</pre>", "<br>", "&amp;", "[https://a.example "),
            *("]", "{{{", "}}}", "<gallery>\n", "</gallery>\n", "<blockquote>", "</blockquote>"),
        ]
    ),
    max_size=40,
).map("".join)


@settings(max_examples=600, deadline=None)
@given(source=BITS, wanted=st.sampled_from(["boat", "", "''", "a b", "[[x]]", "=", "'"]))
def test_any_wikitext_is_mapped_and_fixed_within_its_word(source: str, wanted: str) -> None:
    document = WIKI.read(source)
    check_laws(document)
    if "ferry" in document.text:
        fixed = WIKI.fixed(source, "ferry", wanted)
        if fixed is not None:
            assert WIKI.read(fixed).text == document.text.replace("ferry", wanted, 1)
