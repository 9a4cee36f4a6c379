from __future__ import annotations

import pytest
from reading import Reading

from copylint.core.blocks import BlockKind
from copylint.formats.asciidoc.format import AsciiDoc

K = BlockKind
OBJECT = "\ufffc"
READING = Reading(AsciiDoc(), "a.adoc")
read, blocks, levels, text, origin = (
    READING.read,
    READING.blocks,
    READING.levels,
    READING.text,
    READING.origin,
)


def test_header_with_author_revision_and_attributes() -> None:
    source = (
        "// a remark\n= The Harbour Guide\nJane Roe <jane@example.org>\nv1.0, 2024-01-01: first\n"
        ":toc:\n:description: How boats \\\n  come home.\n\nThe boats came home.\n"
    )
    assert blocks(source) == [
        (K.HEADLINE, "The Harbour Guide"),
        (K.BYLINE, "Jane Roe"),
        (K.FRONT_MATTER, "How boats\ncome home."),
        (K.PARAGRAPH, "The boats came home."),
    ]


def test_headings() -> None:
    assert levels("= One\n\n== Two ==\n\n### Three\n\nFour\n----\n\n= Five\n\nSix\n~~~\n") == [
        (K.HEADLINE, 1, "One"),
        (K.SUBHEAD, 2, "Two"),
        (K.SUBHEAD, 3, "Three"),
        (K.SUBHEAD, 2, "Four"),
        (K.SUBHEAD, 1, "Five"),
        (K.SUBHEAD, 3, "Six"),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        "----\ncode teh\n\nmore\n----",
        "[source,ruby]\n----\ncode\n----",
        "[source]\ncode of one\nparagraph",
        "....\nliteral\n....",
        "++++\n<b>raw</b>\n++++",
        "////\na remark\n////",
        "```python\ncode\n```",
        " an indented line\nand one more",
        "[listing]\n--\ncode\n--",
        "[stem]\n++++\nx\n++++",
        "// a remark",
        ":name: value",
        ":!name:",
        "include::chapter.adoc[]",
        "ifdef::web[]",
        "[[anchor]]",
        "'''",
        "***",
        "<<<",
        "toc::[]",
        "video::a.mp4[]",
        "----\nnever closed\n",
    ],
)
def test_code_and_markup_are_not_prose(hidden: str) -> None:
    assert blocks(f"Before it.\n\n{hidden}\n") == [(K.PARAGRAPH, "Before it.")]
    if "never" not in hidden:
        assert blocks(f"Before it.\n\n{hidden}\n\nAfter it.\n") == [
            (K.PARAGRAPH, "Before it."),
            (K.PARAGRAPH, "After it."),
        ]


def test_compound_blocks_are_read() -> None:
    source = (
        "[NOTE]\n.Mind this\n====\nMind the gap.\n\n=====\nInner.\n=====\n\n----\ncode\n----\n"
        "====\n\n****\nAside.\n****\n\n--\nOpen.\n--\n\n[quote, Jane Roe, A Book]\n____\nSaid so.\n"
        '____\n\nWARNING: Wet paint.\n\n"Yes."\n-- Jane Roe\n'
    )
    assert blocks(source) == [
        (K.CAPTION, "Mind this"),
        (K.PARAGRAPH, "Mind the gap."),
        (K.PARAGRAPH, "Inner."),
        (K.PARAGRAPH, "Aside."),
        (K.PARAGRAPH, "Open."),
        (K.QUOTATION, "Said so."),
        (K.PARAGRAPH, "Wet paint."),
        (K.QUOTATION, '"Yes."'),
    ]


def test_lists() -> None:
    source = (
        "* One\n  goes on\n** Two\n+\nAttached.\n\n. First\n. [x] Second\n1. Third\n\n"
        "term:: Its meaning\nother::\n  Meaning here.\n\nA paragraph.\n\n* New list\n"
    )
    assert levels(source) == [
        (K.LIST_ITEM, 1, "One\ngoes on"),
        (K.LIST_ITEM, 2, "Two"),
        (K.PARAGRAPH, 0, "Attached."),
        (K.LIST_ITEM, 3, "First"),
        (K.LIST_ITEM, 3, "Second"),
        (K.LIST_ITEM, 4, "Third"),
        (K.LIST_ITEM, 5, "term"),
        (K.LIST_ITEM, 5, "Its meaning"),
        (K.LIST_ITEM, 5, "other"),
        (K.LIST_ITEM, 5, "Meaning here."),
        (K.PARAGRAPH, 0, "A paragraph."),
        (K.LIST_ITEM, 1, "New list"),
    ]


def test_tables() -> None:
    source = (
        '[cols="1,2"]\n|===\n|Name |2+^.>s|What it is\n\n'
        "|a \\| b | `c` d\ngoes on\nm|code|e\n|===\n"
        "\n,===\none,two\n,===\n"
    )
    cells = [text for kind, text in blocks(source) if kind is K.TABLE_CELL]
    assert cells == ["Name", "What it is", "a | b", f"{OBJECT} d\ngoes on", "e", "one", "two"]


def test_images_and_block_titles() -> None:
    source = (
        '.The old bridge\nimage::bridge.png[The bridge, 300, title="Of stone"]\n\n'
        "An image:icon.png[small icon] here.\n\nimage::x.png[width=300]\n"
    )
    assert blocks(source) == [
        (K.CAPTION, "The old bridge"),
        (K.ALT_TEXT, "The bridge"),
        (K.IMAGE_TITLE, "Of stone"),
        (K.PARAGRAPH, "An here."),
        (K.ALT_TEXT, "small icon"),
    ]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("The *old* _stone_ #bridge#.", "The old stone bridge."),
        ("An ex**clu**sive st__or__y.", "An exclusive story."),
        ("It is 5 * 3 * 2 and a_b_c, C# or F#.", "It is 5 * 3 * 2 and a_b_c, C# or F#."),
        ("[.red]#Marked# and [.x]*bold*.", "Marked and bold."),
        ("The 19^th^ H~2~O.", "The 19th H2O."),
        ("Run `git teh` or ``a`b`` now.", f"Run {OBJECT} or {OBJECT} now."),
        ("Type +teh+ or ++teh++ or pass:[teh].", f"Type {OBJECT} or {OBJECT} or {OBJECT}."),
        ("See <<one>> and <<two,the second>>.", f"See {OBJECT} and the second."),
        ("See xref:a.adoc[the *other*] one.", "See the other one."),
        ("At https://a.example[the site^] today.", "At the site today."),
        ('At link:x.html["a, b", window=_blank] now.', "At a, b now."),
        ("At link:x.html[] now.", f"At {OBJECT} now."),
        ("Use {product} and C{plus}{plus} in{nbsp}it.", f"Use {OBJECT} and C++ in\u00a0it."),
        ("The ((harbour)) is(((harbour,old))) old.", "The harbour is old."),
        ("(((harbour)))\nThe harbour.", "The harbour."),
        ("[[here]]The harbour.", "The harbour."),
        ("She said \"`yes`\" and '`no`'.", "She said “yes” and ‘no’."),
        ("She said ``yes, `git` is it''.", f"She said “yes, {OBJECT} is it”."),
        ("Fish &amp; chips &#233;.", "Fish & chips é."),
        ("Not \\*bold* and \\{this}.", "Not *bold* and {this}."),
        ("One line +\nand another.", "One line\nand another."),
        ("One\n// a remark\nand two.", "One\nand two."),
        ("A `code with\na line` end.", f"A {OBJECT} end."),
    ],
)
def test_inline_markup_is_removed(source: str, shown: str) -> None:
    assert text(source) == shown


def test_footnotes_follow_their_block() -> None:
    source = "It sank.footnote:[In *May*, see https://a.example[the list].] Nobody saw.\n"
    assert blocks(source) == [
        (K.PARAGRAPH, "It sank. Nobody saw."),
        (K.FOOTNOTE, "In May, see the list."),
    ]
    assert blocks("It sank.footnoteref:[a,In May.] No.") == [
        (K.PARAGRAPH, "It sank. No."),
        (K.FOOTNOTE, "In May."),
    ]


def test_spans_map_to_the_source() -> None:
    source = '= A\n\nThe ex**clu**sive\n  story, "`he`" said <<a,the excluse>>.\n'
    assert origin(source, "exclusive\nstory") == "ex**clu**sive\n  story"
    assert origin(source, "excluse") == "excluse"
    assert origin(source, "“") == '"`'


def test_directives_in_comments_are_read() -> None:
    document = read("// copylint-disable-next-line spelling\nThe teh.\n\nIt is.\n// a remark\n")
    assert [comment.text for comment in document.comments] == [
        "copylint-disable-next-line spelling",
        "a remark",
    ]


def test_text_in_a_role_for_code_is_code() -> None:
    source = "See [.path]_quay/recieve.rb_, [.command]*tie -a* and [.key.big]#F1#, [.term]_now_"
    assert blocks(f"{source} [.path] it.\n") == [
        (K.PARAGRAPH, f"See {OBJECT}, {OBJECT} and {OBJECT}, now [.path] it.")
    ]
