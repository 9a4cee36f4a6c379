"""XML with exact places: the reader reports the text at each place, and refuses bad XML."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.core.errors import InputError
from copylint.formats.xml.escape import attribute, content, is_possible
from copylint.formats.xml.event_reader import MAX_DEPTH, MAX_TAG, events
from copylint.formats.xml.events import CharacterData, End, Start

SOURCE = (
    '<?xml version="1.0" encoding="UTF-16"?>\r\n<!-- a > b -->'
    '<w:d xmlns:w="http://a.example/main" xmlns="http://b.example/">'
    '<w:p w:a="1 &gt; &#x41;>" b=\'"x"\'/><q>tea &amp; b<![CDATA[<&>]]>\u00e9\U0001f600&#233;</q>'
    "</w:d>\n"
)


def test_every_event_has_its_place() -> None:
    told = list(events("a", SOURCE, {"http://a.example/main": "W"}))
    shown = [
        (
            type(each).__name__,
            each.name if isinstance(each, Start | End) else each.text,
            SOURCE[each.start : each.end],
        )
        for each in told
    ]
    assert shown == [
        ("XmlComment", " a > b ", "<!-- a > b -->"),
        ("Start", "W:d", SOURCE[SOURCE.index("<w:d") : SOURCE.index("<w:p")]),
        ("Start", "W:p", '<w:p w:a="1 &gt; &#x41;>" b=\'"x"\'/>'),
        ("End", "W:p", ""),
        ("Start", "{http://b.example/}:q", "<q>"),
        ("CharacterData", "tea ", "tea "),
        ("CharacterData", "&", "&amp;"),
        ("CharacterData", " b", " b"),
        ("CharacterData", "<&>", "<&>"),
        ("CharacterData", "\u00e9\U0001f600", "\u00e9\U0001f600"),
        ("CharacterData", "\u00e9", "&#233;"),
        ("End", "{http://b.example/}:q", "</q>"),
        ("End", "W:d", "</w:d>"),
    ]


def test_attributes_are_read_at_their_place() -> None:
    tag = next(
        e
        for e in events("a", SOURCE, {"http://a.example/main": "W"})
        if getattr(e, "name", "") == "W:p"
    )
    assert isinstance(tag, Start)
    assert tag.attributes() == {"W:a": "1 > A>", "b": '"x"'}
    assert tag.get("absent", "none") == "none"
    assert [(each.text, SOURCE[each.start : each.end]) for each in tag.pieces("W:a")] == [
        ("1 ", "1 "), (">", "&gt;"), (" ", " "), ("A", "&#x41;"), (">", ">"),
    ]  # fmt: skip


def test_a_document_may_be_inside_a_source() -> None:
    source = "\0one\0<a>x</a>\0two\0<b>y</b>"
    start = source.index("<b")
    told = list(events("a", source, {}, start=start))
    assert [each.start for each in told] == [start, start + 3, start + 4]


def test_prefixes_are_canonical() -> None:
    source = '<x:a xmlns:x="u"><x:b xmlns:x="v" xmlns:y="u"><y:c/></x:b><x:d/></x:a>'
    names = [
        each.name for each in events("a", source, {"u": "u", "v": "v"}) if isinstance(each, Start)
    ]
    assert names == ["u:a", "v:b", "u:c", "u:d"]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("", "1:1 not well-formed XML (no element found); repair the file"),
        ("<a>\n<b></a>", "2:6 not well-formed XML (mismatched tag); repair the file"),
        ("<a>&nbsp;</a>", "1:4 not well-formed XML (undefined entity); repair the file"),
        ("<x:a/>", "1:1 not well-formed XML (unbound prefix); repair the file"),
        (
            "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
            "1:13 a document type (DOCTYPE) that defines entities or elements is not read; "
            "delete it",
        ),
        (
            "<!DOCTYPE a SYSTEM 'x'><a/>",
            "1:23 a document type (DOCTYPE) is not allowed here; delete it",
        ),
        ("<a>" * (MAX_DEPTH + 1), "1:3001 more than 1,000 elements inside one another"),
        (f"<a b='{'x' * MAX_TAG}y'/>", "1:1 a tag of more than 1,000,000 characters"),
        ("<a>\n\ud800</a>", "2:1 U+D800 is half a character; repair the file"),
        (
            "<a>&#xD800;</a>",
            "1:4 not well-formed XML (reference to invalid character number); repair the file",
        ),
    ],
)
def test_refusals_name_their_place(source: str, message: str) -> None:
    with pytest.raises(InputError) as refusal:
        list(events("a.xml", source, {}))
    place, _, what = message.partition(" ")
    line, _, column = place.partition(":")
    assert str(refusal.value) == f"a.xml: line {line}, column {column}: {what}"


def test_an_external_subset_is_never_read() -> None:
    source = "<!DOCTYPE a PUBLIC '-//x' 'http://x.example/a.dtd'><a>x</a>"
    told = list(events("a", source, {}, doctype=True))
    assert [each.name for each in told if isinstance(each, Start)] == ["a"]
    with pytest.raises(
        InputError, match="line 2, column 1: the entity '&foo;' is not one of XML's own"
    ):
        list(events("a", source.replace("x</a>", "\n&foo;</a>"), {}, doctype=True))


ELEMENTS = st.recursive(
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cn"]) | st.just("\n")),
    lambda inner: st.lists(inner, max_size=4).map(list),
    max_leaves=20,
)


def written(tree: object, use_cdata: bool) -> str:
    if isinstance(tree, str):
        if use_cdata and "]]>" not in tree:
            return f"<![CDATA[{tree}]]>"
        return content(tree)
    assert isinstance(tree, list)
    inner = "".join(written(each, use_cdata) for each in tree)
    return f'<a b="{attribute("<&" + str(len(inner)))}">{inner}</a>'


@given(tree=ELEMENTS, use_cdata=st.booleans())
def test_text_agrees_with_the_standard_library(tree: object, use_cdata: bool) -> None:
    source = f"<r>{written(tree, use_cdata)}</r>"
    if not is_possible(source):
        return
    told = list(events("a", source, {}))
    text = "".join(each.text for each in told if isinstance(each, CharacterData))
    assert text == "".join(ElementTree.fromstring(source).itertext())
    at = 0
    for each in told:
        assert at <= each.start <= each.end
        at = each.end
        if isinstance(each, CharacterData) and each.literal:
            assert source[each.start : each.end] == each.text


@pytest.mark.parametrize(
    "make",
    [
        lambda n: "<a>" + "<b c='d'>x &amp; y</b>" * n + "</a>",
        lambda n: "<a>" + "&lt;" * n + "</a>",
        lambda n: "<a " + " ".join(f"b{i}='{i}'" for i in range(n)) + "/>",
        lambda n: "<a>" + "<!-- -- x -->".replace("-- x", "x") * n + "</a>",
        lambda n: "<a " + "x" * n,
        lambda n: "<!--" * n,
    ],
)
def test_reading_takes_linear_time(
    make: Callable[[int], str], work: Callable[[Callable[[], object]], int]
) -> None:
    def read(source: str) -> None:
        with suppress(InputError):
            list(events("a", source, {}))

    small, large = make(2_000), make(8_000)
    assert work(lambda: read(large)) < 6 * work(lambda: read(small)) + 500
