"""JSON, YAML and CSV: what a path leads to, what ninjs is made of, what is refused."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import blocks_of as blocks

from copylint.core.blocks import BlockKind
from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.core.field_paths import Field, PathStep, parse_path
from copylint.core.fix import Edit
from copylint.core.line_index import Position
from copylint.core.span import TextSpan
from copylint.fix.apply import Patch
from copylint.formats.base import Format
from copylint.formats.data.csv import parse as parse_csv
from copylint.formats.data.json import parse as parse_json
from copylint.formats.data.value_tree import leads_to
from copylint.formats.data.yaml import parse as parse_yaml
from copylint.formats.lookup import named


def reader(name: str, *fields: Field) -> Format:
    form = named(name)
    return form.with_fields(fields) if fields else form


def reads(document: Document) -> None:
    """Every literal run is the source's, and no character is placed twice."""
    for segment in document.segments:
        if segment.literal:
            where = segment.source
            text = document.text[segment.text.start : segment.text.end]
            assert document.source[where.start : where.end] == text


@pytest.mark.parametrize(
    ("path", "steps"),
    [
        ("body", [PathStep("body")]),
        ("$.a.b", [PathStep("a"), PathStep("b")]),
        ("articles[*].body", [PathStep("articles"), PathStep(None), PathStep("body")]),
        ("a[0][-1]", [PathStep("a"), PathStep(0), PathStep(-1)]),
        ("$['sub title'].*", [PathStep("sub title"), PathStep(None)]),
        ("$..caption", [PathStep("caption", descend=True)]),
        ("[*]", [PathStep(None)]),
        ("Body text", [PathStep("Body text")]),
        ('a["b.c"]', [PathStep("a"), PathStep("b.c")]),
    ],
)
def test_field_paths_select_values(path: str, steps: list[PathStep]) -> None:
    assert list(parse_path(path)) == steps


@pytest.mark.parametrize("path", ["", "$", "a[", "a[?(@.b)]", "a..", "a[1:2]", "a b]", "['x'"])
def test_invalid_field_paths_are_refused(path: str) -> None:
    with pytest.raises(ValueError, match=r"understood|names nothing"):
        parse_path(path)


JSON_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner),
    max_leaves=12,
)


@settings(max_examples=300, deadline=None)
@given(value=JSON_VALUES, ascii_only=st.booleans(), indent=st.sampled_from([None, 1]))
def test_json_reader_agrees_with_the_standard_library(
    value: object, ascii_only: bool, indent: int | None
) -> None:
    source = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    waiting = [(value, parse_json("a", source))]
    while waiting:
        expected, node = waiting.pop()
        assert json.loads(source[node.start : node.end]) == expected
        if isinstance(expected, str):
            assert node.text == expected
            for piece in node.pieces() if node.pieces else []:
                assert json.loads(f'"{source[piece.start : piece.end]}"') == piece.text
        elif isinstance(expected, list):
            assert [key for key, _ in node.members] == list(range(len(expected)))
            waiting += zip(expected, (each for _, each in node.members), strict=True)
        elif isinstance(expected, dict):
            assert [key for key, _ in node.members] == list(expected)
            waiting += zip(expected.values(), (each for _, each in node.members), strict=True)


YAML_TEXTS = [
    ("a: plain  text\n", "plain  text"),
    ("a: plain\n  text\n\n  more\n", "plain text\nmore"),
    ("a: 'It''s\n  so'\n", "It's so"),
    ('a: "caf\\u00e9 \\\n  q\\n\\"x\\""\n', 'café q\n"x"'),
    ("a: |\n  one\n    two\n\n  three\n", "one\n  two\n\nthree"),
    ("a: >-\n  one\n  two\n\n  three\n", "one two\nthree"),
    ("a: !!str 12\n", None),
    ("a: &x 'so'\n", "so"),
    ("\ufeffa: 'so'\n", "so"),
    ("# é\u0085\na: '😀 so'\r\nb: 1\n", "😀 so"),
]


@pytest.mark.parametrize(("source", "text"), YAML_TEXTS)
def test_yaml_scalars_are_read_with_places(source: str, text: str | None) -> None:
    (found,) = [node for _, node in leads_to(parse_yaml("a", source), parse_path("a"))]
    if text is None:
        assert not found.text
        return
    assert found.text.rstrip("\n") == text
    for piece in found.pieces() if found.pieces else []:
        if len(piece.text) == piece.end - piece.start:
            assert source[piece.start : piece.end] == piece.text


@pytest.mark.parametrize("value", ["12", "true", "null", "2024-01-02", "~", "1.5", "[]", "{}"])
def test_yaml_values_that_are_not_text_are_skipped(value: str) -> None:
    (found,) = [node for _, node in leads_to(parse_yaml("a", f"a: {value}\n"), parse_path("a"))]
    assert found.pieces is None


CELLS = st.text(st.sampled_from('ab é";,\t|\n'), max_size=6)


@settings(max_examples=300, deadline=None)
@given(
    rows=st.lists(st.lists(CELLS, min_size=3, max_size=3), min_size=1, max_size=4),
    delimiter=st.sampled_from(",;\t|"),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_csv_cells_are_read_with_places(rows: list[list[str]], delimiter: str, end: str) -> None:
    def written(cell: str) -> str:
        return '"{}"'.format(cell.replace('"', '""'))

    lines = [["one", "two", "three"], *rows]
    source = end.join(delimiter.join(map(written, line)) for line in lines) + end
    root = parse_csv("a", source)
    got = [[node.text for _, node in record.members] for _, record in root.members]
    assert got == rows


def test_csv_records_are_articles() -> None:
    source = 'Id;Body text\n1;The gate is shut.\n2;"The ""old"" gate\nis open."\n'
    documents = reader("csv", Field("Body text")).read_all("a.csv", source)
    assert [each.part for each in documents] == ["0", "1"]
    assert [blocks(each) for each in documents] == [
        [("paragraph", "The gate is shut.")],
        [("paragraph", 'The "old" gate\nis open.')],
    ]
    for each in documents:
        reads(each)


def test_each_value_of_the_article_path_is_an_article() -> None:
    source = json.dumps(
        {"all": [{"h": "One", "b": ["<p>A <b>fine</b> day.</p>", "Rain."]}, {"h": "Two"}]}
    )
    fields = (
        Field("all[*].b[*]", markup="html", article="all[*]"),
        Field("all[*].h", kind="headline", article="all[*]"),
    )
    first, second = reader("json", *fields).read_all("a.json", source)
    assert blocks(first) == [
        ("headline", "One"),
        ("paragraph", "A fine day."),
        ("paragraph", "Rain."),
    ]
    assert blocks(second) == [("headline", "Two")]
    assert (first.part, second.part) == ("all[0]", "all[1]")
    whole = reader("json", *fields).read("a.json", source)
    assert blocks(whole) == [*blocks(first), *blocks(second)]


def test_path_without_a_match_is_reported() -> None:
    form = reader("json", Field("body"), Field("standfirst"))
    assert form.read("a.json", '{"body": "So it is."}').notes == (
        "no text at 'standfirst' ([[fields]])",
    )
    with pytest.raises(InputError, match=r"no text at 'body', 'standfirst'; correct the path"):
        form.read("a.json", '{"text": "So it is."}')


def test_markdown_in_yaml() -> None:
    source = "body: |\n  # The gate\n\n  It is *sh*ut.\n  ![a gate](x.png)\n"
    document = reader("yaml", Field("body", markup="markdown")).read("a.yaml", source)
    assert blocks(document) == [
        ("subhead", "The gate"),
        ("paragraph", "It is shut."),
        ("alt-text", "a gate"),
    ]
    reads(document)


OLD = {
    "uri": "tag:example.org,2024:9",
    "versioncreated": "2024-05-01T09:00:00Z",
    "headline": "Lighthouse to close",
    "subheadline": "Keeper leaves after 40 years",
    "byline": "Orla Quist",
    "located": "Vantry",
    "description_text": "The light at Vantry will go out.",
    "body_text": "The light goes out. It is old.",
    "body_xhtml": "<p>The light goes out.</p><p>It is <b>o</b>ld.</p>",
    "associations": {
        "main": {
            "type": "picture",
            "uri": "tag:example.org,2024:10",
            "headline": "The light",
            "byline": "Jo Brandt",
            "description_caption": "The light at dusk",
            "renditions": {"big": {"href": "x", "title": "Large", "caption": "A large light"}},
        }
    },
}
READ = [
    ("headline", "Lighthouse to close"),
    ("standfirst", "Keeper leaves after 40 years"),
    ("byline", "Orla Quist"),
    ("dateline", "Vantry"),
    ("standfirst", "The light at Vantry will go out."),
    ("paragraph", "The light goes out."),
    ("paragraph", "It is old."),
    ("image-title", "The light"),
    ("caption", "The light at dusk"),
    ("credit", "Jo Brandt"),
    ("caption", "A large light"),
]
NEW = {
    "uri": "tag:example.org,2024:9",
    "versionCreated": "2024-05-01T09:00:00Z",
    "standard": {"name": "ninjs", "version": "3.0"},
    "headlines": [{"role": "main", "value": "Lighthouse to close"}],
    "subheadlines": [{"value": "Keeper leaves after 40 years"}],
    "by": "Orla Quist",
    "located": "Vantry",
    "descriptions": [
        {"contentType": "text/plain", "value": "The light at Vantry will go out."},
        {"contentType": "text/html", "value": "<p>The light at Vantry will go out.</p>"},
    ],
    "bodies": [
        {"contentType": "application/nitf+xml", "value": "<nitf>The light</nitf>"},
        {"contentType": "text/plain", "value": "The light goes out. It is old."},
        {"contentType": "text/html", "value": "<p>The light goes out.</p><p>It is old.</p>"},
    ],
    "associations": [
        {
            "name": "main",
            "type": "picture",
            "headlines": [{"value": "The light"}],
            "by": "Jo Brandt",
            "descriptions": [{"role": "caption", "value": "The light at dusk"}],
            "renditions": [{"name": "big", "caption": "A large light"}],
        }
    ],
}


@pytest.mark.parametrize("item", [OLD, NEW], ids=["1.x", "3.x"])
@pytest.mark.parametrize("ascii_only", [True, False])
def test_ninjs_items_are_read(item: dict[str, object], ascii_only: bool) -> None:
    source = json.dumps(item, ensure_ascii=ascii_only, indent=2)
    document = reader("json").read("a.json", source)
    assert blocks(document) == READ
    reads(document)


def test_several_items_are_several_articles() -> None:
    linked = {"type": "text", "uri": "x", "headline": "A second story"}
    items = [{**OLD, "associations": {"other": linked}}, {**OLD, "language": "fr"}]
    for source in (json.dumps(items), json.dumps({"items": items})):
        first, other, french = reader("json").read_all("a.json", source)
        assert len(first.blocks) == 7
        assert blocks(other) == [("headline", "A second story")]
        assert other.part.endswith("[0].associations.other")
        assert (french.blocks, french.notes) == ((), ("an item in 'fr' is left out",))


@pytest.mark.parametrize(
    ("name", "source", "message"),
    [
        (
            "json",
            '{"a": 1}',
            "JSON that is neither ninjs nor of a known content system, and nothing says which of "
            "its fields are prose: list",
        ),
        ("yaml", "a: b\n", "YAML, and nothing says which of its fields are prose: list them"),
        ("csv", "a,b\n1,2\n", "CSV, and nothing says which of its fields are prose: list them"),
        ("json", '{\n"a": tru}', "line 2, column 6: not JSON"),
        ("json", '"a', "line 1, column 1: not JSON"),
        ("json", '["a\nb"]', "not JSON"),
        ("json", "[" * 10_000, "more than 500 lists or tables inside one another"),
        ("json", "1" * 10_000, "not JSON that can be read"),
        ("yaml", "a: [b\nc: d\n", "not YAML"),
        ("yaml", "[" * 10_000, "not YAML (exceeded maximum nesting depth)"),
        ("yaml", "- " * 10_000 + "a", "inside one another"),
        ("yaml", "a: \x01", "not YAML"),
        ("csv", 'a,b\n1,"2\n', "line 2: a quotation mark that nothing closes"),
        ("csv", "a,b\n1,2\n1,2,3\n", "line 3: 3 cells, where the heading has 2"),
        ("csv", "a,b;c\n1\n", "line 2: 1 cells, where the heading has 2"),
    ],
)
def test_invalid_data_files_are_refused(name: str, source: str, message: str) -> None:
    with pytest.raises(InputError) as refusal:
        reader(name).read("a", source)
    assert message in refusal.value.message
    assert "\n" not in refusal.value.message


def test_a_body_keeps_kinds_that_its_words_tell() -> None:
    source = json.dumps({"b": "The gate is shut.\n\nThe gate at dusk. Photograph: Jo Brandt/PA"})
    document = reader("json", Field("b")).read("a.json", source)
    assert [block.kind for block in document.blocks] == [BlockKind.PARAGRAPH, BlockKind.CAPTION]


def test_lines_of_a_file_are_counted_once_for_all_its_articles() -> None:
    source = json.dumps({"a": [{"b": f"Number {n} is lit."} for n in range(50)]}, indent=1)
    form = reader("json", Field("a[*].b", article="a[*]"))
    documents = form.read_all("a.json", source)
    assert len(documents) == 50
    assert all(each.lines is documents[0].lines for each in documents)
    assert documents[7].lines.place(documents[7].to_source(documents[7].blocks[0].span).start) == (
        Position(25, 10)
    )


MARKS = st.sampled_from([*"ab é’'\"&<>;#:,\\*[]{}|-=😀", "&amp;", ": ", " #", "''", "{{"])
SOURCES = [
    ("json", "plain", '{"b": "The keeper\\u2019s lamp is \\"lit\\" at dusk."}'),
    ("json", "html", '{"b": "<p>The keeper&rsquo;s l<i>am<\\/i>p is \\"lit\\" at dusk.<\\/p>"}'),
    ("json", "markdown", '{"b": "The keeper’s *lamp* is \\"lit\\" at dusk."}'),
    ("yaml", "plain", "b: The keeper’s lamp is lit at dusk.\n"),
    ("yaml", "plain", "b: 'The keeper''s lamp\n\n  is lit at dusk.'\n"),
    ("yaml", "html", 'b: "<p>The keeper\\u2019s l<i>am</i>p is \\\n  lit at dusk.</p>"\n'),
    ("yaml", "markdown", "b: >-\n  The keeper’s *lamp*\n  is lit\n  at dusk.\nc: d\n"),
    ("yaml", "plain", "{a: x, b: The keeper’s lamp is lit at dusk.}\n"),
    ("csv", "plain", "a,b\n1,The keeper’s lamp is lit at dusk.\n"),
    ("csv", "html", 'a;b\n1;"<p>The ""keeper"" said the lamp; is lit at dusk.</p>"\n'),
]


@pytest.mark.parametrize(("name", "markup", "source"), SOURCES)
@settings(max_examples=120, deadline=None)
@given(put=st.lists(MARKS, max_size=5).map("".join), data=st.data())
def test_text_written_into_a_string_reads_back(
    name: str, markup: str, source: str, put: str, data: st.DataObject
) -> None:
    form = reader(name, Field("b", markup=markup))
    document = form.read("a", source)
    put = f"x{' '.join(put.split())}y" if put.strip() else ""
    word = data.draw(st.sampled_from(["keeper", "lamp", "lit ", "at", "dusk", "The "]))
    at = document.text.find(word)
    span = TextSpan(max(0, at), max(0, at) + len(word))
    if at < 0 or not document.is_replaceable(span):
        return
    written = form.escape(document, span, put)
    if written is not None:
        then = form.read("a", Patch([Edit(document.to_source(span), written)]).apply(source))
        # HTML shows adjacent spaces as one.
        expected = document.text[:at] + put + document.text[span.end :]
        assert " ".join(then.text.split()) == " ".join(expected.split())
        assert [block.kind for block in then.blocks] == [block.kind for block in document.blocks]
