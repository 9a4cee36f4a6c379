"""Fountain and Final Draft: action and dialogue are read, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import Reading
from test_conformance import check_laws

from copylint.config.schema import Config
from copylint.core.blocks import BlockKind
from copylint.core.errors import InputError
from copylint.formats.lookup import entry_for
from copylint.formats.screenplays.final_draft import FinalDraft
from copylint.formats.screenplays.fountain import Fountain
from copylint.runner.pipeline import run
from copylint.runner.result import Input

FOUNTAIN = Reading(Fountain(), "a.fountain")
FINAL_DRAFT = Reading(FinalDraft(), "a.fdx")
PARAGRAPH, LYRICS = BlockKind.PARAGRAPH, BlockKind.QUOTATION


def final_draft(*paragraphs: str) -> str:
    body = "\n".join(paragraphs)
    return f"<FinalDraft DocumentType='Script'>\n<Content>\n{body}\n</Content>\n</FinalDraft>"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("The *long* **old** _ferry_ left.", "The long old ferry left."),
        ("The ***ferry*** and a*b and snake_case_x.", "The ferry and a*b and snake_case_x."),
        ("It is 2 * 3 and \\*four\\*.", "It is 2 * 3 and *four*."),
        ("It left [[at noon]] early.", "It left early."),
        ("It left /* at\nnoon */ early.", "It left\nearly."),
        ("It left.\n  It came.", "It left.\nIt came."),
        ("It is [[unclosed *and\nopen.", "It is [[unclosed *and\nopen."),
        ("!INT. is no scene.", "INT. is no scene."),
        ("A [[note\n\nthat]] breaks.", "A [[note\n\nthat]] breaks."),
    ],
)
def test_marks_and_notes_of_fountain(written: str, read: str) -> None:
    assert FOUNTAIN.blocks(written) == [(PARAGRAPH, each) for each in read.split("\n\n")]


def test_speeches_end_at_directions_and_empty_lines() -> None:
    source = (
        "The boat sinks.\n\nCAPTAIN (on the radio) ^\n(quietly)\nIt is late.\nGo.\n(beat)\nNow!\n\n"
        "@McBrandt\nYes.\n  \nNo.\n~La la.\n\nTHE BOAT SINKS.\n\nIt is over.\n"
    )
    assert FOUNTAIN.blocks(source) == [
        (PARAGRAPH, "The boat sinks."),
        (PARAGRAPH, "It is late.\nGo."),
        (PARAGRAPH, "Now!"),
        (PARAGRAPH, "Yes.\nNo."),
        (LYRICS, "La la."),
        (PARAGRAPH, "THE BOAT SINKS."),
        (PARAGRAPH, "It is over."),
    ]


def test_the_title_page_has_a_headline_and_authors() -> None:
    source = (
        "Title:\n    _The Ferry_\n    Part two\nCredit: by\nAuthor: Jo Brandt\nTeh: x\n\nIt left.\n"
    )
    assert FOUNTAIN.blocks(source) == [
        (BlockKind.HEADLINE, "The Ferry\nPart two"),
        (BlockKind.BYLINE, "Jo Brandt"),
        (PARAGRAPH, "It left."),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        "EXT. TEH HARBOUR - NIGHT",
        "int./ext. Teh car",
        ".TEH ROOF",
        "CUT TO TEH:",
        "> Teh fade",
        "FADE OUT.",
        "# Teh act",
        "= Teh synopsis",
        "===",
        "[[teh]]",
        "/* teh\n\nteh */",
    ],
)
def test_directions_of_fountain_are_left_out(hidden: str) -> None:
    source = f"The ferry left.\n\n{hidden.replace('TEH:', 'TO:')}\n\nIt came.\n"
    assert [text for _, text in FOUNTAIN.blocks(source)] == ["The ferry left.", "It came."]


def test_centred_text_is_read() -> None:
    assert FOUNTAIN.blocks("> The end <\n") == [(PARAGRAPH, "The end")]


def test_a_comment_suppresses_what_follows() -> None:
    source = "/* copylint-disable-next-line spelling */\nTeh ferry left.\n"
    assert not list(run([Input("a.fountain", source.encode())], Config()).findings)


def test_a_fix_of_fountain_changes_the_word_and_no_mark() -> None:
    source = "The *long* ferry left.\n\nCAPTAIN\nI left.\n"
    assert FOUNTAIN.fixed(source, "ferry", "boat") == source.replace("ferry", "boat")
    assert FOUNTAIN.fixed(source, "long", "“old”") == source.replace("long", "“old”")
    assert FOUNTAIN.fixed(source, "ferry", "*ferry*") is None
    assert FOUNTAIN.fixed(source, "The", "INT. The") is None
    assert FOUNTAIN.fixed(source, "I left.", "(I left)") is None


def test_final_draft_has_action_and_dialogue() -> None:
    source = final_draft(
        "<Paragraph Type='Scene Heading'><SceneProperties><Summary><Paragraph><Text>Teh</Text>"
        "</Paragraph></Summary></SceneProperties><Text>EXT. TEH</Text></Paragraph>",
        "<Paragraph Type='Action'><ScriptNote><Paragraph Type='Action'><Text>Teh</Text></Paragraph>"
        "</ScriptNote><Text>The </Text><Text Style='Bold'>fer</Text><Text>ry &amp; boat</Text>"
        "<Text Style='Strikeout'> teh</Text><Text>.</Text></Paragraph>",
        "<Paragraph><DualDialogue><Paragraph Type='Character'><Text>TEH</Text></Paragraph>"
        "<Paragraph Type='Parenthetical'><Text>(teh)</Text></Paragraph>"
        "<Paragraph Type='Dialogue'><Text>It is late,\nshe said.</Text></Paragraph>"
        "</DualDialogue></Paragraph>",
        "<Paragraph Type='Lyrics'><Text>La la.</Text></Paragraph>",
    )
    assert FINAL_DRAFT.blocks(source) == [
        (PARAGRAPH, "The ferry & boat."),
        (PARAGRAPH, "It is late,\nshe said."),
        (LYRICS, "La la."),
    ]
    check_laws(FINAL_DRAFT.read(source))


def test_a_fix_of_final_draft_is_written_as_xml() -> None:
    source = final_draft("<Paragraph Type='Action'><Text>The ferry left.</Text></Paragraph>")
    assert FINAL_DRAFT.fixed(source, "ferry", "Q & A") == source.replace("ferry", "Q &amp; A")


def test_other_xml_is_refused() -> None:
    with pytest.raises(InputError, match=r"no screenplay of Final Draft \(its root is 'recipe'\)"):
        FINAL_DRAFT.read("<recipe/>")
    with pytest.raises(InputError, match="not well-formed"):
        FINAL_DRAFT.read("<FinalDraft>")


def test_final_draft_is_known_by_its_root() -> None:
    assert entry_for("a.script", b"<?xml version='1.0'?>\n<FinalDraft Version='5'>").name == (
        "final-draft"
    )


BITS = st.lists(
    st.sampled_from(
        [
            *("word ", "The ferry left. ", "\n", "\n\n", "*", "**", "_", "\\", "  \n", "(beat)\n"),
            *(
                "\nCAPTAIN\n",
                "\n@Mc\n",
                "\nINT. X\n",
                ".",
                "!",
                "~",
                ">",
                "<",
                "[[",
                "]]",
                "/*",
                "*/",
            ),
            *("Title: ", "Author: ", "    ", "# ", "= ", "===\n", "CUT TO:", "^", " ", "/*", "*/"),
        ]
    ),
    max_size=40,
).map("".join)


@settings(max_examples=500, deadline=None)
@given(source=BITS, wanted=st.sampled_from(["boat", "", "*", "a b", "[[x]]", "(x)", "_", "\\a"]))
def test_any_fountain_is_mapped_and_fixed_within_its_word(source: str, wanted: str) -> None:
    document = FOUNTAIN.read(source)
    check_laws(document)
    if "ferry" in document.text:
        fixed = FOUNTAIN.fixed(source, "ferry", wanted)
        if fixed is not None:
            assert FOUNTAIN.read(fixed).text == document.text.replace("ferry", wanted, 1)


@pytest.mark.parametrize("piece", ["[[", "/*", "*a ", "_a* ", "\nCAPTAIN\nGo.\n", "(", "> a <\n"])
def test_reading_takes_linear_time(piece: str, work: Callable[[Callable[[], object]], int]) -> None:
    small, large = piece * 500, piece * 2_000
    assert work(lambda: FOUNTAIN.read(large)) < 6 * work(lambda: FOUNTAIN.read(small)) + 500
