# ruff: noqa: E501 - the sources are clearer on one line
from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from reading import Reading
from rst_referee import judged

from copylint.config.schema import Config
from copylint.core.blocks import BlockKind
from copylint.formats.rst.format import ReStructuredText
from copylint.runner.pipeline import run
from copylint.runner.result import Input

K = BlockKind
OBJECT = "\ufffc"
READING = Reading(ReStructuredText(), "a.rst")
read, blocks, levels, text, origin = (
    READING.read,
    READING.blocks,
    READING.levels,
    READING.text,
    READING.origin,
)


def test_titles_by_order_of_appearance() -> None:
    source = (
        "======\n Head\n======\n\nOne\n===\n\nTwo\n---\n\nThree\n.....\n\nFour\n----\n\nFive\n====\n\n"
        "-----\n\nText.\n"
    )
    assert levels(source) == [
        (K.HEADLINE, 1, "Head"),
        (K.SUBHEAD, 2, "One"),
        (K.SUBHEAD, 3, "Two"),
        (K.SUBHEAD, 4, "Three"),
        (K.SUBHEAD, 3, "Four"),
        (K.SUBHEAD, 2, "Five"),
        (K.PARAGRAPH, 0, "Text."),
    ]


def test_fields_before_the_article() -> None:
    source = "The Harbour\n===========\n\n:Author: Jane Roe\n:Date: 2024-05-01\n:Summary: How boats\n  come home.\n\nThey came.\n\n:depth: Of the *water*.\n:type depth: int\n"
    assert blocks(source) == [
        (K.HEADLINE, "The Harbour"),
        (K.BYLINE, "Jane Roe"),
        (K.FRONT_MATTER, "How boats\ncome home."),
        (K.PARAGRAPH, "They came."),
        (K.PARAGRAPH, "Of the water."),
    ]


def test_fields_before_the_article_that_hold_sentences_are_read() -> None:
    source = (
        ":Copyright: This page may be printed by anyone.\n:Dedication: To the keepers of the lamps\n"
        "  who row home at dusk.\n:Organization: Vantry Light\n:Status: Draft\n\nThey came.\n"
    )
    assert blocks(source) == [
        (K.FRONT_MATTER, "This page may be printed by anyone."),
        (K.FRONT_MATTER, "To the keepers of the lamps\nwho row home at dusk."),
        (K.PARAGRAPH, "They came."),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        ".. a remark\n   of two lines\n\n   and more",
        "..\n   a remark",
        ".. _target: https://example.org/\n   teh",
        "__ https://example.org/",
        ".. code-block:: python\n   :linenos:\n\n   teh = 1",
        ".. math:: teh",
        ".. image:: teh.png\n   :width: 3",
        ".. unknown:: teh\n\n   for teh in range(3):\n       print(teh)",
        ".. toctree::\n   :maxdepth: 2\n\n   teh\n   other",
        "::\n\n  teh code",
        "::\n\n> teh quoted\n> code",
        ">>> teh()\n1",
        ".. |x| image:: teh.png",
        ".. csv-table::\n\n   teh, teh",
        "=======",
        ".. raw:: html\n\n   <p>Teh page is here.</p>",
    ],
)
def test_code_and_markup_are_not_prose(hidden: str) -> None:
    assert blocks(f"Before it.\n\n{hidden}\n\nAfter it.\n") == [
        (K.PARAGRAPH, "Before it."),
        (K.PARAGRAPH, "After it."),
    ]
    assert blocks(f"Before it.\n\n{hidden}") == [(K.PARAGRAPH, "Before it.")]


def test_lists() -> None:
    source = (
        "* One\n  goes on\n\n  - Two\n\n  Attached.\n\n1. First\n#. Second\n\nA. Quill was\nhere.\n\n"
        "term : kind\n  Its meaning.\n\n-v, --verbose  Say more.\n--file=NAME\n  Where it is.\n\n"
        "| Roses are\n| red.\n|\n| Violets.\n"
    )
    assert levels(source) == [
        (K.LIST_ITEM, 1, "One\ngoes on"),
        (K.LIST_ITEM, 2, "Two"),
        (K.LIST_ITEM, 1, "Attached."),
        (K.LIST_ITEM, 1, "First"),
        (K.LIST_ITEM, 1, "Second"),
        (K.PARAGRAPH, 0, "A. Quill was\nhere."),
        (K.LIST_ITEM, 1, "term"),
        (K.LIST_ITEM, 1, "Its meaning."),
        (K.PARAGRAPH, 0, "Say more."),
        (K.PARAGRAPH, 0, "Where it is."),
        (K.PARAGRAPH, 0, "Roses are\nred."),
        (K.PARAGRAPH, 0, "Violets."),
    ]


def test_quotations_and_directives() -> None:
    source = (
        "She said:\n\n   It was late.\n\n   -- Anna Quill, *harbour master*\n\n"
        ".. note:: Boats\n   wait.\n\n.. warning::\n   :class: big\n\n   Mind the tide.\n\n"
        ".. admonition:: The old way\n\n   They rowed.\n\n.. pull-quote::\n\n   It was late.\n\n"
        ".. versionchanged:: 2.1\n   The sails are new.\n\n.. py:function:: f(x)\n\n   Sails away.\n\n"
        ".. harbour-box:: x\n\n   The boats come home at noon, and they leave when it is dark.\n"
    )
    assert blocks(source) == [
        (K.PARAGRAPH, "She said:"),
        (K.QUOTATION, "It was late."),
        (K.PARAGRAPH, "Boats\nwait."),
        (K.PARAGRAPH, "Mind the tide."),
        (K.SUBHEAD, "The old way"),
        (K.PARAGRAPH, "They rowed."),
        (K.QUOTATION, "It was late."),
        (K.PARAGRAPH, "The sails are new."),
        (K.PARAGRAPH, "Sails away."),
        (K.PARAGRAPH, "The boats come home at noon, and they leave when it is dark."),
    ]


def test_figures_notes_and_substitutions() -> None:
    source = (
        ".. figure:: a.png\n   :alt: The old bridge\n\n   The bridge in *May*.\n\n   Built of stone.\n\n"
        "It sank [1]_ there [Roe]_.\n\n.. [1] In May.\n   Or June.\n.. [Roe] Roe, *Boats*.\n\n"
        ".. |x| replace:: the harbour\n"
    )
    document = read(source)
    assert blocks(source) == [
        (K.ALT_TEXT, "The old bridge"),
        (K.CAPTION, "The bridge in May."),
        (K.PARAGRAPH, "Built of stone."),
        (K.PARAGRAPH, f"It sank there {OBJECT}."),
        (K.FOOTNOTE, "In May.\nOr June."),
        (K.FOOTNOTE, "Roe, Boats."),
        (K.FRONT_MATTER, "the harbour"),
    ]
    assert len(document.images) == 1


def test_tables() -> None:
    source = (
        "+------+-----------+\n| Name | What *it* |\n|      | is        |\n+======+=====+=====+\n"
        "| a    | b   | ``c``|\n|      +-----+-----+\n|      | - d | e   |\n+------+-----+-----+\n\n"
        "=====  =====\nOne    Two\n=====  =====\nthree  four\n       goes on\ncrosswise it\n=====  =====\n"
    )
    document = read(source)
    found = [(b.depth, document.slice(b.span)) for b in document.blocks if b.kind is K.TABLE_CELL]
    assert (1, "Name") in found
    assert (1, "What it\nis") in found
    assert {each for _, each in found} >= {"a", "b", "d", "e", "three", "four\ngoes on"}
    assert (1, "One") in found
    assert (0, "crosswise it") in found


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("The *old* **stone** bridge.", "The old stone bridge."),
        ("An ex\\ **clu**\\ sive H\\ :sub:`2`\\ O.", "An exclusive H2O."),
        ("It is 5 * 3 * 2, a*b*c, \"*\" and __init__.", "It is 5 * 3 * 2, a*b*c, \"*\" and __init__."),
        ("Run ``git *teh``, `teh` or :code:`teh`.", f"Run {OBJECT}, {OBJECT} or {OBJECT}."),
        ("The `Old Boat`, a book.", "The Old Boat, a book."),
        ("See :ref:`teh`, :ref:`the other <teh>`.", f"See {OBJECT}, the other."),
        ("See `the site <https://a.example>`_ or `this page`_ or docs_.",
         "See the site or this page or docs."),
        ("A :term:`harbour`, |teh|, _`here`.", f"A harbour, {OBJECT}, here."),
        ("Not \\*bold* and \\\\ and `a b \\<c>`__.", "Not *bold* and \\ and a b <c>."),
        ("Said so [1]_, twice [#]_. So [Roe2]_.", f"Said so, twice. So {OBJECT}."),
        ("As in this::\n\n  teh code\n", "As in this:"),
        ("As in this ::\n\n  teh code\n", "As in this"),
        ("Call snake_case or _x now.", "Call snake_case or _x now."),
        ("Two *words\nin italics* here.", "Two words\nin italics here."),
    ],
)  # fmt: skip
def test_inline_markup_is_removed(source: str, shown: str) -> None:
    assert text(source) == shown


def test_spans_and_directives_map_to_the_source() -> None:
    source = "A ex\\ *clu*\\ sive\n   \n.. copylint-disable-next-line spelling\n\nThe teh.\n"
    assert origin(source, "exclusive") == "ex\\ *clu*\\ sive"
    (result,) = run([Input("a.rst", source.encode())], Config(select=("spelling",))).files
    assert [finding.text for finding in result.findings] == []


@pytest.mark.parametrize(
    ("source", "old", "new", "after"),
    [
        ("The old gate.", "old", "olden *", "The olden \\* gate."),
        ("The old gate.", "The", "- The", None),
        ("The old gate.", "old", "old_", "The old\\_ gate."),
        ("The old\n=======\n", "old", "olden", None),
        ("The old\n=========\n", "old", "olden", "The olden\n=========\n"),
        ("===== =====\nthe   gate\n===== =====\n", "the", "therefore", None),
        ("The old gate\\_.", "gate_", "gate", "The old gate."),
    ],
)
def test_fixes_are_written_as_restructuredtext(
    source: str, old: str, new: str, after: str | None
) -> None:
    assert READING.fixed(source, old, new) == after


PIECES = st.sampled_from(
    [
        *("The boats came home.", "*All* of **them**, as ``x`` said.", "A line\nand another.", "It::"),
        *("- an item", "- an item\n\n  and more", "* one\n* two", "1. first\n2. second", "a) x"),
        *("term\n  meaning", "term : class\n  Its meaning.\n\n  More.", ":field: text", "So:\n\n  a quote"),
        *("So:\n\n  deeper\n\n    and deeper\n\n  back", "| a line\n| block", ">>> code", "-o  an option"),
        *(".. note:: Take\n   note.", ".. note::\n\n   Take note.", ".. a remark", "It::\n\n  code here"),
        *(".. [2] A footnote.", ".. [Roe] A book.", ".. _x: y", "=====", ".. tip::\n\n   - a\n   - b"),
        *("Title\n=====", "=====\nTitle\n=====", "Sub\n---", "See [1]_ and x_ and `a b`_.", "> x"),
        *("+---+---+\n| a | b |\n+---+---+", "=== ===\na   b\n=== ===\nc   d\n=== ===", "A\\ *b*\\ c."),
        *(".. figure:: x\n   :alt: y\n\n   A caption.\n\n   A legend.", ".. code::\n\n   x", "::\n\n  y"),
    ]
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(PIECES, max_size=8).map("\n\n".join))
def test_blocks_agree_with_docutils(source: str) -> None:
    source = f".. _x: y\n.. _a b: y\n.. [1] A note.\n\nIt is late.\n\n{source}"
    document = read(source)
    ours = [" ".join(document.slice(block.span).split()) for block in document.blocks]
    theirs = judged(source)
    assume(theirs is not None)
    assert sorted(ours) == sorted(theirs or [])


def test_the_content_of_an_unknown_directive_is_read_around_its_code() -> None:
    source = (
        ".. zork:: name\n\n   The boats leave the harbour at dawn. They come back::\n\n"
        "      x = teh\n\n   .. tip:: Take a coat.\n\n"
        ".. zork:: other\n\n   x = [1, 2]\n"
    )
    assert blocks(source) == [
        (K.PARAGRAPH, "The boats leave the harbour at dawn. They come back:"),
        (K.PARAGRAPH, "Take a coat."),
    ]


def test_fields_are_no_list() -> None:
    source = "The Harbour\n===========\n\nThey came.\n\n:boats: Two\n:tide: It was out. It is in.\n"
    assert blocks(source)[2:] == [
        (K.TABLE_CELL, "Two"),
        (K.PARAGRAPH, "It was out. It is in."),
    ]


def test_directives_of_a_domain_describe_something() -> None:
    source = ".. rst:role:: tide\n\n   The tide of a boat.\n\n.. role:: tide\n\n   class\n"
    assert blocks(source) == [(K.PARAGRAPH, "The tide of a boat.")]
