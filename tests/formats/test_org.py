"""Org: which lines are prose, what marks and links become, and where each word is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import Reading
from test_conformance import check_laws

from copylint.config.schema import Config
from copylint.core.blocks import BlockKind
from copylint.formats.org.format import Org
from copylint.runner.pipeline import run
from copylint.runner.result import Input

OBJECT = "\ufffc"
ORG = Reading(Org(), "a.org")
PARAGRAPH, CAPTION, FOOTNOTE = BlockKind.PARAGRAPH, BlockKind.CAPTION, BlockKind.FOOTNOTE
CELL, ITEM, SUBHEAD = BlockKind.TABLE_CELL, BlockKind.LIST_ITEM, BlockKind.SUBHEAD


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("The *long* /old/ _ferry_ left.", "The long old ferry left."),
        ("The */long/* ferry left.", "The long ferry left."),
        ("A *ferry\nof wood* left.", "A ferry\nof wood left."),
        ("It cost 5*3 and 2*4 now.", "It cost 5*3 and 2*4 now."),
        ("A snake_case and a * b * c.", "A snake_case and a * b * c."),
        ("It left ~at=noon~ or =later=.", f"It left {OBJECT} or {OBJECT}."),
        ("It left +early+ late.", "It left late."),
        ("The [[https://a.example/b][/old/ ferry]] left.", "The old ferry left."),
        ("See [[id:x]] and <https://a.example> now.", f"See {OBJECT} and {OBJECT} now."),
        ("See https://a.example/b now.", "See https://a.example/b now."),
        ("It left [fn:1].", "It left."),
        ("It left on <2026-01-02 Fri 10:00> again.", f"It left on {OBJECT} again."),
        ("It is \\(x^2\\) or $y$ long.", f"It is {OBJECT} or {OBJECT} long."),
        ("It cost $5 and then $6 more.", "It cost $5 and then $6 more."),
        ("Caf\\eacute{} \\ndash{} H_{2}O.", "Café – H2O."),
        ("As [cite:@quill p. 5] said {{{name(a)}}}.", f"As {OBJECT} said {OBJECT}."),
        ("A <<here>> ferry and a <<<boat>>>.", "A ferry and a boat."),
        ("It src_python{teh} left @@html:<br>@@ now.", f"It {OBJECT} left now."),
        ("It left.\\\\\nIt came.", "It left.\nIt came."),
        ("It is [[unclosed and *open.", "It is [[unclosed and *open."),
        ("A [fn:: never closed note.", "A [fn:: never closed note."),
    ],
)
def test_marks_links_and_objects(written: str, read: str) -> None:
    assert ORG.blocks(written + "\n") == [(PARAGRAPH, read)]


def test_keywords_and_headings_have_their_kinds() -> None:
    source = (
        "#+TITLE: The ferry\n#+subtitle: It left\n#+AUTHOR: Jo Brandt\n#+DESCRIPTION: Ferries.\n"
        "#+TODO: DRAFT(d) | SENT\n* DRAFT [#A] History [1/2] :sea:old:\n** TODO Later\nIt left.\n"
    )
    assert ORG.levels(source) == [
        (BlockKind.HEADLINE, 1, "The ferry"),
        (BlockKind.STANDFIRST, 0, "It left"),
        (BlockKind.BYLINE, 0, "Jo Brandt"),
        (BlockKind.FRONT_MATTER, 0, "Ferries."),
        (SUBHEAD, 2, "History"),
        (SUBHEAD, 3, "Later"),
        (PARAGRAPH, 0, "It left."),
    ]


def test_a_lone_first_heading_is_the_headline() -> None:
    assert ORG.levels("* The ferry\n** History\n") == [
        (BlockKind.HEADLINE, 1, "The ferry"),
        (SUBHEAD, 2, "History"),
    ]
    assert ORG.levels("* The ferry\n* History\n") == [
        (SUBHEAD, 1, "The ferry"),
        (SUBHEAD, 1, "History"),
    ]


def test_items_of_lists_hold_what_is_indented_below_them() -> None:
    source = (
        "- [X] one\n  goes on\n\n  again\n  1. [@3] deep\n- term :: what it means\n  * star\n"
        "+ plus\nAfter.\n"
    )
    assert ORG.levels(source) == [
        (ITEM, 1, "one\ngoes on"),
        (ITEM, 1, "again"),
        (ITEM, 2, "deep"),
        (ITEM, 1, "term"),
        (ITEM, 1, "what it means"),
        (ITEM, 2, "star"),
        (ITEM, 1, "plus"),
        (PARAGRAPH, 0, "After."),
    ]


def test_cells_of_tables_are_read_with_their_caption() -> None:
    source = (
        "#+CAPTION[Short]: The /old/\n#+CAPTION: ferries\n#+ATTR_HTML: :width 9 :alt White boats\n"
        "| Year | Name |\n|------+------|\n| <r> | |\n| 1990 | [[a][The boat]] |\n#+TBLFM: $1=teh\n"
    )
    assert ORG.levels(source) == [
        (CAPTION, 0, "The old\nferries"),
        (BlockKind.ALT_TEXT, 0, "White boats"),
        (CELL, 1, "Year"),
        (CELL, 1, "Name"),
        (CELL, 0, "1990"),
        (CELL, 0, "The boat"),
    ]
    assert ORG.levels("| a | b |\n|--+--|\n") == [(CELL, 0, "a"), (CELL, 0, "b")]


def test_notes_follow_their_paragraph_or_stand_by_themselves() -> None:
    source = (
        "It left[fn:a: See *Quill* [1985][fn:: or Roe].] early[fn:1].\n\n"
        "[fn:1] Brandt, /The Sea/,\nin May.\n\nMore.\n\n\nEnd.\n"
    )
    assert ORG.blocks(source) == [
        (PARAGRAPH, "It left early."),
        (FOOTNOTE, "See Quill [1985]."),
        (FOOTNOTE, "or Roe"),
        (FOOTNOTE, "Brandt, The Sea,\nin May."),
        (FOOTNOTE, "More."),
        (PARAGRAPH, "End."),
    ]


def test_quotations_keep_their_kind_and_other_blocks_are_transparent() -> None:
    source = (
        "#+begin_quote\nIt was long.\n#+end_quote\n#+BEGIN_VERSE\nThe sea\nThe boat\n"
        "#+END_VERSE\n#+begin_note\nA note.\n#+end_note\n:aside:\nMore.\n:END:\n"
    )
    assert ORG.blocks(source) == [
        (BlockKind.QUOTATION, "It was long."),
        (BlockKind.QUOTATION, "The sea\nThe boat"),
        (PARAGRAPH, "A note."),
        (PARAGRAPH, "More."),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        "#+begin_src python :tangle teh.py\nteh\n\n- teh\n#+end_src",
        "#+BEGIN_EXAMPLE\nteh\n#+END_EXAMPLE",
        "#+begin_export html\nteh\n#+end_export",
        "#+BEGIN: clocktable :scope teh\n| teh |\n#+END:",
        ":PROPERTIES:\n:TEH: teh\n:END:",
        "\\begin{align}\nteh\n\\end{align}",
        ": teh",
        "# teh",
        "#+OPTIONS: teh",
        "SCHEDULED: <2026-01-02 Fri>",
        "%%(teh)",
        "-----",
        "* Teh :noexport:\nteh\n** Teh\nteh\n* End of it",
        "* COMMENT Teh\nteh\n* End of it",
    ],
)
def test_what_is_no_prose_is_left_out(hidden: str) -> None:
    source = f"The ferry left.\n{hidden}\nIt came.\n"
    shown = [text for _, text in ORG.blocks(source) if text != "End of it"]
    assert shown == ["The ferry left.", "It came."]


def test_a_block_that_does_not_end_hides_nothing() -> None:
    assert ORG.blocks("#+begin_src c\nThe ferry left.\n* Next\n#+end_src\n") == [
        (PARAGRAPH, "The ferry left."),
        (BlockKind.HEADLINE, "Next"),
    ]


def test_a_picture_is_known_and_has_no_words() -> None:
    document = ORG.read("It left [[file:ferry.png]] early.\n")
    assert len(document.images) == 1
    assert document.text.strip() == "It left early."


def test_a_comment_suppresses_what_follows() -> None:
    source = "# copylint-disable-next-line spelling\nTeh ferry left.\n"
    assert not list(run([Input("a.org", source.encode())], Config()).findings)


def test_a_fix_changes_the_word_and_no_mark() -> None:
    source = "The *long* [[id:a][ferry]] left.\n"
    assert ORG.fixed(source, "ferry", "boat") == "The *long* [[id:a][boat]] left.\n"
    assert ORG.fixed(source, "left", "has “gone”") == "The *long* [[id:a][ferry]] has “gone”.\n"
    assert ORG.fixed(source, "left", "*left*") is None
    assert ORG.fixed(source, "The", "* The") is None
    assert ORG.fixed(source, "ferry", "fer]]ry") is None


BITS = st.lists(
    st.sampled_from(
        [
            *("word ", "The ferry left. ", "\n", "\n\n", "*", "/", "_", "+", "=", "~", " ", "[[a]"),
            *("[", "]", "]]", "[fn:1]", "[fn::", "[fn:a: ", "[[a][", "[[a.png]]", "<2026-01-02>"),
            *("* ", "** TODO ", " :noexport:\n", "- ", "  - ", "1. ", " :: ", "| a | b\n", "|--\n"),
            *("#+begin_src\n", "#+end_src\n", "#+begin_quote\n", "#+end_quote\n", "#+CAPTION: "),
            *(
                "#+TITLE: ",
                "#+ATTR_HTML: :alt ",
                ":a:\n",
                ":END:\n",
                ": ",
                "# ",
                "-----\n",
                "\\(x\\)",
            ),
            *(
                "\\begin{a}\n",
                "\\end{a}\n",
                "\\\\",
                "\\eacute",
                "_{",
                "}",
                "<<a>>",
                "$x$",
                "@@a:b@@",
            ),
        ]
    ),
    max_size=40,
).map("".join)


@settings(max_examples=600, deadline=None)
@given(source=BITS, wanted=st.sampled_from(["boat", "", "*", "a b", "[[x]]", "|", "+", "\\a"]))
def test_any_org_is_mapped_and_fixed_within_its_word(source: str, wanted: str) -> None:
    document = ORG.read(source)
    check_laws(document)
    if "ferry" in document.text:
        fixed = ORG.fixed(source, "ferry", wanted)
        if fixed is not None:
            assert ORG.read(fixed).text == document.text.replace("ferry", wanted, 1)


@pytest.mark.parametrize(
    "piece",
    ["[fn::", "[[a][x[y", "*a ", "*/", "*a *b* ", "~", "#+begin_quote\n", "#+begin_src\n", "| "],
)
def test_reading_takes_linear_time(piece: str, work: object) -> None:
    assert callable(work)
    small, large = piece * 500, piece * 2_000
    assert work(lambda: ORG.read(large)) < 6 * work(lambda: ORG.read(small)) + 500
