"""Laws that every format obeys, for any text at all. A new format is under them at once."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable

import pytest
from dress import dressed, readers
from hypothesis import example, given, settings
from hypothesis import strategies as st

from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.core.span import TextSpan
from copylint.formats.base import Format
from copylint.formats.lookup import all_formats, entries

FORMATS = pytest.mark.parametrize("reader", readers(), ids=lambda each: each.name)

# Bits of markup and copy put together at random reach further than random characters.
BITS = st.sampled_from(
    [
        *("A word. ", "the harbour ", "“Quote” ", "naïve ", "😀", "e\u0301", "\u200f", "\u00a0"),
        *("\n", "\n\n", "\r\n", "\r", "\r\n\r\n", "\t", "  ", "\x0c", "\u2028", "\0", "\ud800"),
        *(
            "# ",
            "> ",
            "- ",
            "1. ",
            "| a | b |\n|---|---|\n| c | d |\n",
            "```\n",
            "    ",
            "***",
            "**",
        ),
        *("*", "_", "`", "[", "](", ")", "![", "![a](b 'c')", "[^1]", "[^1]: ", "~~", "$", "$x$"),
        *(
            "&amp;",
            "&#128512;",
            "\\*",
            "\\",
            "<",
            ">",
            "<b>",
            "</b>",
            "<br>",
            "<p>",
            "</p>",
            "<li>",
        ),
        *("<figcaption>", "</figcaption>", "<img alt='x' title=\"y\">", "<!-- ", " -->", "<code>"),
        *(
            "</code>",
            "<script>",
            "</script>",
            "{{",
            "}}",
            "{% x %}",
            "{: .x}",
            "https://a.example/b",
        ),
        *("---\n", "+++\n", "title: 'a''b'\n", 'title = "a\\u00e9"\n', "alt: >\n  x\n  y\n", "©PA"),
        *("The boats leave the harbour at dawn ©Reuters\n", "The boats leave the harbour\n", "By "),
        *(
            "(AP Photo/Jane Roe)",
            "Photo: ",
            "Headline: ",
            "LONDON, March 3 (Reuters)",
            "<!-- copylint-",
        ),
        *("= ", "== ", "----\n", "....\n", "====\n", "____\n", "--\n", "|===\n", "a|b |c\n"),
        *("[source]\n", "[quote, A]\n", ".Title\n", ":a: b \\\n", "// copylint-x\n", "////\n"),
        *("image::a[b,title='c']\n", "image:a[b]", "footnote:[", "]", "<<a,b>>", "link:a[b^]"),
        *("((a))", "(((a, b)))", "{x}", "{nbsp}", "``", "''", '"`', '`"', "+", " +\n", "^2^", "#"),
        *("term:: ", "+\n", "NOTE: ", "pass:[x]", "[.a]#", "xref:a[", "https://a.example[x]"),
        *("====\n", "=== ===\n", "+---+---+\n", "| a | b |\n", ".. ", ".. note:: ", "::\n\n  "),
        *(
            ".. figure:: a\n   :alt: b\n\n   ",
            ".. [1] ",
            "[1]_",
            ":a: b\n",
            ":ref:`a <b>`",
            "`a b`",
        ),
        *(
            "\\emph{",
            "}",
            "\\section{",
            "\\footnote{a}",
            "\\\\[2pt]",
            "\\'e",
            "{\\c c}",
            "\\[",
            "\\]",
            "%",
        ),
        *(
            "\\begin{quote}",
            "\\end{quote}",
            "\\begin{tabular}{l}",
            "&",
            "\\item[a]",
            "\\verb|x|",
            "``",
        ),
        *("\\]", "%", "\\verb|x|"),
        *("``a``", "|a|", "a_ ", "\\ ", "a. ", ">>> ", "-a  b\n", "-- ", "\n  ", "\n   - "),
    ]
)
TEXTS = st.one_of(st.text(st.characters()), st.lists(BITS, max_size=40).map("".join))


def check_laws(document: Document) -> None:
    text, source = document.text, document.source
    for segment in document.segments:
        if segment.literal:
            assert (
                source[segment.source.start : segment.source.end]
                == text[segment.text.start : segment.text.end]
            )
    end = 0
    for block in document.blocks:
        assert end <= block.span.start < block.span.end <= len(text)
        end = block.span.end
        assert document.slice(block.span).strip(), "a block has text"
        for opaque in block.opaque:
            assert block.span.contains(opaque)
        previous = 0
        for at in range(block.span.start, block.span.end):
            where = document.to_source(TextSpan(at, at + 1))
            assert where.start < where.end <= len(source), "every character came from the source"
            assert where.start >= previous, "the source ascends within a block"
            previous = where.start
    for comment in document.comments:
        written = source[comment.span.start : comment.span.end]
        assert comment.text in written or comment.text in unescaped(written)


def unescaped(written: str) -> str:
    """A part of strings of JSON, one below another, as the text that they stand for."""
    return str(json.loads('"' + re.sub(r'"\s*,\s*"', "", written) + '"'))


def read(reader: Format, source: str) -> Document | None:
    """The document; None if a strict format refuses the source with a message."""
    try:
        return reader.read("a", source)
    except InputError as refusal:
        assert reader.strict
        assert refusal.message
        return None


def test_catalogue_lists_every_format() -> None:
    assert [each.name for each in all_formats()] == [each.name for each in entries()]
    assert sorted(each.name for each in entries()) == [each.name for each in entries()]
    assert all(each.suffixes and all(s == s.lower() for s in each.suffixes) for each in entries())


@FORMATS
@settings(max_examples=300, deadline=None)
@given(source=TEXTS)
def test_any_text_is_read_and_mapped(reader: Format, source: str) -> None:
    document = read(reader, source)
    if document is not None:
        assert document.source == source
        assert document.format == reader.name
        check_laws(document)


@FORMATS
@settings(max_examples=100, deadline=None)
@given(copy=TEXTS)
@example(copy="<!--\x1b")
def test_any_copy_is_read_and_mapped(reader: Format, copy: str) -> None:
    source = dressed(reader, copy)
    document = reader.read("a", source)
    assert document.source == source
    check_laws(document)


@FORMATS
@settings(max_examples=150, deadline=None)
@given(source=TEXTS)
def test_line_ends_change_only_offsets(reader: Format, source: str) -> None:
    # "\r" and NUL apart: turning "\n" into "\r\n" beside them makes or unmakes line ends.
    source = source.replace("\r", "").replace("\0", "")
    unix = read(reader, source)
    windows = read(reader, source.replace("\n", "\r\n"))
    if unix is None or windows is None:
        assert unix is windows
        return
    assert unix.text == windows.text.replace("\r\n", "\n")
    assert [block.kind for block in unix.blocks] == [block.kind for block in windows.blocks]


@FORMATS
def test_prose_survives_every_format(reader: Format) -> None:
    copy = "The mayor opened the bridge on Monday.\n\n“It is long,” she said. “It is new.”\n"
    document = reader.read("a", dressed(reader, copy))
    assert [document.slice(block.span) for block in document.blocks] == [
        "The mayor opened the bridge on Monday.",
        "“It is long,” she said. “It is new.”",
    ]


@FORMATS
@pytest.mark.parametrize(
    "make",
    [
        lambda n: ">" * n + "x",
        lambda n: "[" * n,
        lambda n: "![" * n + "x" + '](u "t")' * n,
        lambda n: "<a '" * n,
        lambda n: "<div>\n" + "<!-- " * n,
        lambda n: "<blockquote>" * n + "x",
        lambda n: "{{" * n + "{% " * n,
        lambda n: "**a*" * n,
        lambda n: "$1 " * n,
        lambda n: "A word here. " * n,
        lambda n: "x (" * n + ")",
        lambda n: "Photo: " * n,
        lambda n: "footnote:[a " * n,
        lambda n: "(((a " * n + "<<a " * n,
        lambda n: "``a " * n + "+a " * n,
        lambda n: "====\n*a* #b" * n,
        lambda n: "link:" * n + "a:" * n + ":: " * n,
        lambda n: "|===\n" + "2+^.>s|" * n,
        lambda n: "".join("=" * (4 + i % 400) + "\n" for i in range(n // 10)),
        lambda n: "- " * n + "x",
        lambda n: ":a: " * n + ".. note:: " * n,
        lambda n: "".join(" " * (i % 90) + "x\n\n" for i in range(n)),
        lambda n: "=== ===\n" + "a   b\n" * n,
        lambda n: "+--+--+\n" + "|a |b |\n+--+--+\n" * n,
        lambda n: "``a **b *c |d :e:`f `g_ [1 " * (n // 10),
        lambda n: "a\n  b\n\n.. x::\n   c\n\n" * (n // 4),
        lambda n: "\\emph{" * n + "}" * n,
        lambda n: "\\begin{x}" * n + "\\a[" * n,
        lambda n: "$" * n + "\\[" * n + "\\verb|" * n,
        lambda n: "\\footnote{a}" * n + "%\n" * n,
        lambda n: "---\na: " + "[" * n + "\n---\nx",
        lambda n: "The boats leave the harbour at dawn ©PA\n" * (n // 10),
    ],
)
def test_reading_takes_linear_time(
    reader: Format, make: Callable[[int], str], work: Callable[[Callable[[], object]], int]
) -> None:
    read(reader, dressed(reader, "What is imported at first does not count.\n"))
    small, large = make(2_500), make(10_000)
    assert work(lambda: read(reader, large)) < 6 * work(lambda: read(reader, small)) + 500
    less, more = dressed(reader, small), dressed(reader, large)
    assert work(lambda: read(reader, more)) < 6 * work(lambda: read(reader, less)) + 500


@FORMATS
def test_a_long_line_is_read(reader: Format) -> None:
    source = "The mayor opened the new bridge, which is long. " * 22_000
    document = reader.read("a", dressed(reader, source))
    assert len(document.text) >= 1_000_000


@FORMATS
def test_random_markup_is_read(reader: Format) -> None:
    generator = random.Random(7)
    for _ in range(60):
        source = "".join(generator.choices("ab \n*_[]()<>!`#-|&;:\"'{%}\\$~^/", k=400))
        check_laws(reader.read("a", dressed(reader, source)))
