"""XLIFF: which texts are read, what their codes become, and which fixes are for a person."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import Reading, blocks_of
from test_conformance import check_laws

from copylint.config.schema import Config
from copylint.core.errors import InputError
from copylint.core.fix import Safety
from copylint.formats.catalogues.xliff import Xliff
from copylint.runner.pipeline import run
from copylint.runner.result import Input

OBJECT = "\ufffc"
XLIFF = Reading(Xliff(), "a.xlf")


def one(units: str, languages: str = "source-language='en' target-language='de'") -> str:
    """A file of version 1.2."""
    return f"<xliff version='1.2'><file {languages}><body>{units}</body></file></xliff>"


def two(segments: str, languages: str = "srcLang='en' trgLang='de'") -> str:
    """A file of version 2."""
    namespace = "urn:oasis:names:tc:xliff:document:2.0"
    unit = f"<file><unit>{segments}</unit></file>"
    return f"<xliff version='2.0' xmlns='{namespace}' {languages}>{unit}</xliff>"


def unit(source: str, target: str = "", attributes: str = "") -> str:
    return (
        f"<trans-unit {attributes}><source>{source}</source><target>{target}</target></trans-unit>"
    )


def texts(source: str) -> list[str]:
    return [text for _, text in XLIFF.blocks(source)]


def test_sources_are_read_and_other_targets_left_out_with_a_note() -> None:
    source = one(unit("The ferry left.", "Die Fähre ist weg."))
    (document,) = Xliff().read_all("a.xlf", source)
    assert [text for _, text in blocks_of(document)] == ["The ferry left."]
    assert document.notes == ("the texts in 'de' are left out",)


def test_sources_in_another_language_are_left_out() -> None:
    languages = "source-language='de' target-language='en-GB'"
    source = one(unit("Die Fähre.", "The ferry."), languages)
    assert texts(source) == ["The ferry."]
    assert XLIFF.read(source).notes == ("the texts in 'de' are left out",)


def test_english_targets_are_an_article_of_their_own() -> None:
    source = two(
        "<segment><source>The color.</source><target>The colour.</target></segment>",
        "srcLang='en-US' trgLang='en-GB'",
    )
    first, second = Xliff().read_all("a.xlf", source)
    assert [text for _, text in blocks_of(first)] == ["The color."]
    assert [text for _, text in blocks_of(second)] == ["The colour."]
    assert second.part == "target"


@pytest.mark.parametrize(
    "source",
    [
        one(unit("No.", attributes="translate='no'")),
        one(
            "<trans-unit><source></source><alt-trans><source>No.</source></alt-trans></trans-unit>"
        ),
        one("<trans-unit><note>No.</note></trans-unit><header><note>No.</note></header>"),
        two("<ignorable><source>No.</source></ignorable>"),
        two(
            "<segment state='initial'><source/><target>No.</target></segment>",
            "srcLang='de' trgLang='en'",
        ),
        one("<trans-unit><source/><target xml:lang='en' state='new'>No.</target></trans-unit>"),
    ],
)
def test_what_is_not_for_readers_is_left_out(source: str) -> None:
    assert texts(source) == []


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("A <g id='1'>ferry</g> left.", "A ferry left."),
        ("A fer<pc id='1'>ry</pc> left.", "A ferry left."),
        ("A <ph id='1'/> left.", f"A {OBJECT} left."),
        ("A <x id='INTERPOLATION'/> left.", f"A {OBJECT} left."),
        ("A <x id='START_TAG_B'/>ferry<x id='CLOSE_TAG_B'/> left.", "A ferry left."),
        ("A <bpt id='1'>&lt;b></bpt>ferry<ept id='1'>&lt;/b></ept> left.", "A ferry left."),
        ("A <mrk translate='no'>teh <g>x</g></mrk> left.", f"A {OBJECT} left."),
        ("A &lt;b&gt;ferry&lt;/b&gt; left.", "A ferry left."),
        ("A ferry\n   left %s.", f"A ferry left {OBJECT}."),
        ("A <![CDATA[ferry & ]]>boat left.", "A ferry & boat left."),
    ],
)
def test_codes_are_objects_or_nothing(written: str, read: str) -> None:
    assert texts(one(unit(written))) == [read]
    assert texts(two(f"<segment><source>{written}</source></segment>")) == [read]


def test_spaces_are_kept_where_they_count() -> None:
    written = "The ferry left the harbour at noon, as it does on all the days,\nand  came back."
    source = two(f"<segment><source xml:space='preserve'>{written}</source></segment>")
    assert texts(source) == [written]


def test_a_fix_is_written_as_xml_and_never_as_a_code() -> None:
    source = one(unit("The ferry left."))
    assert XLIFF.fixed(source, "ferry", "Q & A") == one(unit("The Q &amp; A left."))
    assert XLIFF.fixed(source, "ferry", "{x}") is None
    assert XLIFF.fixed(source, "ferry", "<b>") is None


def test_only_a_person_changes_a_source() -> None:
    source = one(
        unit("Teh ferry left at noon.", "The ferry left teh harbour."),
        "source-language='en' target-language='en'",
    )
    found = list(run([Input("a.xlf", source.encode())], Config()).findings)
    assert [each.safety for each in found] == [Safety.UNSAFE, Safety.SAFE]


def test_a_comment_suppresses_what_follows() -> None:
    comment = "<!-- copylint-disable-next-line spelling -->\n"
    source = one(comment + unit("Teh ferry left."))
    assert not list(run([Input("a.xlf", source.encode())], Config()).findings)


def test_other_xml_is_refused() -> None:
    with pytest.raises(InputError, match="not XLIFF"):
        XLIFF.read("<recipe/>")
    with pytest.raises(InputError, match="not well-formed"):
        XLIFF.read("<xliff>")
    with pytest.raises(InputError, match="DOCTYPE"):
        XLIFF.read("<!DOCTYPE xliff [<!ENTITY a 'b'>]><xliff/>")


WORDS = st.text(st.sampled_from('abc "%{}<>/&_-*`.\n\té'), max_size=60)


@settings(max_examples=300, deadline=None)
@given(written=st.lists(WORDS, max_size=4), wanted=st.text(st.sampled_from('ab "%{<&_é')))
def test_any_fix_changes_what_it_says_and_nothing_else(written: list[str], wanted: str) -> None:
    source = one("".join(unit(escape(text)) for text in ["The ferry left.", *written]))
    document = XLIFF.read(source)
    check_laws(document)
    for word in ("ferry", "left"):
        fixed = XLIFF.fixed(source, word, wanted)
        if fixed is not None:
            assert XLIFF.read(fixed).text == document.text.replace(word, wanted, 1)
