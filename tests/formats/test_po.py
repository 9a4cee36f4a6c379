"""Catalogues of gettext: what is read, where it is, and which fixes are for a person."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import Reading, blocks_of, place_of
from test_conformance import check_laws

from copylint.config.schema import Config
from copylint.core.blocks import BlockKind
from copylint.core.errors import InputError
from copylint.core.fix import Safety
from copylint.formats.catalogues.po import Po
from copylint.runner.pipeline import run
from copylint.runner.result import Input

OBJECT = "\ufffc"
PO = Reading(Po(), "a.po")
HEADER = 'msgid ""\nmsgstr ""\n"Language: {}\\n"\n"Content-Type: text/plain; charset={}\\n"\n\n'
ENGLISH = HEADER.format("en_GB", "UTF-8")


def message(text: str) -> str:
    return f'msgid "{text}"\nmsgstr ""\n'


def test_a_message_is_read_and_its_parts_know_their_place() -> None:
    source = (
        '# For the desk.\n#: a.c:1\nmsgctxt "menu"\nmsgid ""\n"The \\"ferry\\" "\n"left.\\n"\n'
        'msgid_plural "The ferries left."\nmsgstr[0] ""\nmsgstr[1] ""\n'
    )
    assert PO.blocks(source) == [
        (BlockKind.PARAGRAPH, 'The "ferry" left.'),
        (BlockKind.PARAGRAPH, "The ferries left."),
    ]
    assert PO.origin(source, '"ferry"') == '\\"ferry\\"'
    assert PO.origin(source, " left.") == ' "\n"left.'
    assert [comment.text for comment in PO.read(source).comments] == ["For the desk."]


def test_labels_are_cells_and_items_are_items() -> None:
    source = message("Save file") + "\n" + message("Do this:\\n- Leave.\\n- Wait.")
    assert PO.blocks(source) == [
        (BlockKind.TABLE_CELL, "Save file"),
        (BlockKind.PARAGRAPH, "Do this:"),
        (BlockKind.LIST_ITEM, "Leave."),
        (BlockKind.LIST_ITEM, "Wait."),
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("It took %d of %(all)s hours.", f"It took {OBJECT} of {OBJECT} hours."),
        ("It took %1$s of %2 and %.2f.", f"It took {OBJECT} of {OBJECT} and {OBJECT}."),
        ("It took 50 % of all.", "It took 50 % of all."),
        ("It took 50%% of all.", "It took 50% of all."),
        ("{name}, {0} and ${x} left.", f"{OBJECT}, {OBJECT} and {OBJECT} left."),
        ("{n, plural, one {# boat} other {{n} boats}} left.", f"{OBJECT} left."),
        ("The <b>ferry</b> left.", "The ferry left."),
        ("A <text> element is missing.", f"A {OBJECT} element is missing."),
        ("Quist &amp; Sons left.", "Quist & Sons left."),
        ("Use --quiet with /etc/ferry.conf now.", f"Use {OBJECT} with {OBJECT} now."),
        ("See https://a.example/b, or ask.", f"See {OBJECT}, or ask."),
        ("_File", "File"),
        ("Save &As", "Save As"),
        ("E_xit", "Exit"),
        ("AT&T", "AT&T"),
        ("  -q, --quiet   say nothing", "say nothing"),
    ],
)
def test_what_is_no_word_is_set_apart(written: str, read: str) -> None:
    assert PO.text(message(written)) == read


@pytest.mark.parametrize("key", ["dialog.save.title", "SAVE_FILE", "saveFile", "%s", "---"])
def test_a_message_that_is_a_name_is_not_read(key: str) -> None:
    assert PO.blocks(message(key)) == []


def test_lines_of_a_message_go_on_if_they_are_full() -> None:
    wrapped = "The ferry left the harbour at noon, as it does on Sunday,\\nand came back.\\nEnd."
    assert [text for _, text in PO.blocks(message(wrapped))] == [
        "The ferry left the harbour at noon, as it does on Sunday,\nand came back.",
        "End.",
    ]


def test_translations_into_english_are_an_article_of_their_own() -> None:
    source = ENGLISH + 'msgid "The color."\nmsgstr "The colour."\n'
    first, second = Po().read_all("a.po", source)
    assert [text for _, text in blocks_of(first)] == ["The color."]
    assert [text for _, text in blocks_of(second)] == ["The colour."]
    assert second.part == "en_GB"
    assert [text for _, text in PO.blocks(source)] == ["The color.", "The colour."]


@pytest.mark.parametrize(
    ("header", "note"),
    [
        (HEADER.format("de", "UTF-8"), "they are in 'de'"),
        ("", "the header names no language"),
        (HEADER.format("enm", "UTF-8"), "they are in 'enm'"),
    ],
)
def test_other_translations_are_left_out_with_a_note(header: str, note: str) -> None:
    (document,) = Po().read_all("a.po", header + 'msgid "The ferry."\nmsgstr "Die Fähre."\n')
    assert [text for _, text in blocks_of(document)] == ["The ferry."]
    assert document.notes == (f"the translations are left out: {note}",)


def test_fuzzy_and_obsolete_translations_are_not_read() -> None:
    source = (
        ENGLISH + '#, fuzzy, c-format\n#| msgid "old"\nmsgid "New."\nmsgstr "Old."\n\n'
        '#~ msgid "Gone."\n#~ msgstr "Gone."\n'
    )
    assert [text for _, text in PO.blocks(source)] == ["New."]


def test_a_fix_is_written_with_escapes() -> None:
    source = message("The ferry left.")
    fixed = PO.fixed(source, "ferry", '"boat" \\ ship')
    assert fixed == message('The \\"boat\\" \\\\ ship left.')


@pytest.mark.parametrize("new", ["%s", "{x}", "<b>", "**bold**"])
def test_a_fix_that_would_be_read_as_a_placeholder_or_a_tag_is_not_made(new: str) -> None:
    assert PO.fixed(message("The ferry left <b>us</b> at noon."), "ferry", new) is None


def test_only_a_person_changes_a_message() -> None:
    source = ENGLISH + 'msgid "Teh ferry left at noon."\nmsgstr "The ferry left teh harbour."\n'
    found = run([Input("a.po", source.encode())], Config()).findings
    assert [(each.start.line, each.safety) for each in found] == [
        (6, Safety.UNSAFE),
        (7, Safety.SAFE),
    ]


def test_a_comment_suppresses_what_follows() -> None:
    source = "# copylint-disable-next-line spelling\n#: a.c:1\n" + message("Teh ferry left.")
    assert not list(run([Input("a.po", source.encode())], Config()).findings)


def test_a_catalogue_in_latin_1_is_read_and_written_back() -> None:
    text = HEADER.format("en", "ISO-8859-1") + message("The café is shut.")
    data = text.encode("latin-1")
    assert Po().decode("a.po", data) == text
    assert Po().encode(text, data) == data
    assert PO.fixed(text, "shut", "zu für heute") is None
    assert PO.fixed(text, "shut", "open") is not None


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("The ferry.\n", "line 1: not a catalogue of gettext (neither a comment"),
        ('msgid "a\n', "line 1: not a catalogue of gettext (a quotation mark is missing"),
        ("msgid\n", "line 1: not a catalogue of gettext (a string is missing"),
        ('"a"\n', "line 1: not a catalogue of gettext (a string that belongs"),
        ('msgstr "a"\n', "line 1: not a catalogue of gettext (msgstr without a msgid"),
        ('msgid "a"\nmsgstr[x] "b"\n', "line 2: not a catalogue of gettext (neither"),
    ],
)
def test_what_is_no_catalogue_is_refused_with_its_line(source: str, said: str) -> None:
    with pytest.raises(InputError, match=re.escape(said)):
        PO.read(source)


WORDS = st.text(st.sampled_from('abc \\"%{}<>/&_-*`.\n\té'), max_size=60)


@settings(max_examples=400, deadline=None)
@given(texts=st.lists(WORDS, max_size=4), wanted=st.text(st.sampled_from('ab "\\%{<&_é')))
def test_any_fix_changes_what_it_says_and_nothing_else(texts: list[str], wanted: str) -> None:
    marks = {10: "\\n", 9: "\\t", ord('"'): '\\"', ord("\\"): "\\\\"}
    source = "\n".join(message(text.translate(marks)) for text in ["The ferry left.", *texts])
    document = PO.read(source)
    check_laws(document)
    for word in ("ferry", "left"):
        fixed = PO.fixed(source, word, wanted)
        if fixed is not None:
            assert PO.read(fixed).text == document.text.replace(word, wanted, 1)
    for block in document.blocks:
        first = document.slice(block.span)[:1]
        assert place_of(document, first)
