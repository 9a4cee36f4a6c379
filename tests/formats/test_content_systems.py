"""JSON of content systems, recognised by its shape, in files of our own after their schemas."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from reading import Reading
from reading import blocks_of as blocks
from test_conformance import TEXTS, check_laws

from copylint.core.errors import InputError
from copylint.core.record import replace
from copylint.formats.lookup import named

JSON = named("json")
READING = Reading(JSON, "a.json")

ANS = {
    "type": "story",
    "version": "0.10.9",
    "language": "en",
    "canonical_url": "/news/ferry",
    "headlines": {"basic": "The ferry is back", "web": ""},
    "subheadlines": {"basic": "It was away for a year"},
    "credits": {"by": [{"type": "author", "name": "Orla Quist"}]},
    "promo_items": {"basic": {"type": "image", "caption": "The ferry at dusk"}},
    "content_elements": [
        {"type": "text", "content": "The ferry of <b>Quay</b> Point is back."},
        {"type": "header", "level": 2, "content": "Times"},
        {
            "type": "list",
            "items": [
                {"type": "text", "content": "At noon"},
                {"type": "list", "items": [{"type": "text", "content": "Not on Sunday"}]},
            ],
        },
        {
            "type": "quote",
            "content_elements": [{"type": "text", "content": "It is late."}],
            "citation": {"type": "text", "content": "Jo Brandt"},
        },
        {
            "type": "image",
            "caption": "The pier",
            "alt_text": "A pier",
            "credits": {"by": [{"name": "Jo Brandt"}]},
        },
        {"type": "interstitial_link", "content": "Read more", "url": "https://example.org/"},
        {"type": "table", "header": [{"content": "Port"}], "rows": [[{"content": "Vantry"}]]},
    ],
}
ANS_READ = [
    ("headline", "The ferry is back"),
    ("standfirst", "It was away for a year"),
    ("byline", "Orla Quist"),
    ("caption", "The ferry at dusk"),
    ("paragraph", "The ferry of Quay Point is back."),
    ("subhead", "Times"),
    ("list-item", "At noon"),
    ("list-item", "Not on Sunday"),
    ("quotation", "It is late."),
    ("caption", "The pier"),
    ("alt-text", "A pier"),
    ("credit", "Jo Brandt"),
    ("table-cell", "Port"),
    ("table-cell", "Vantry"),
]
GHOST_POST = {
    "id": "1",
    "uuid": "x",
    "title": "The ferry is back",
    "slug": "ferry",
    "html": "<p>It sails at <em>noon</em>.</p><figure><figcaption>The pier</figcaption></figure>",
    "plaintext": "It sails at noon.",
    "custom_excerpt": "It was away for a year",
    "feature_image_caption": "<span>The ferry</span> at dusk",
    "feature_image_alt": "A ferry",
}
GHOST_READ = [
    ("headline", "The ferry is back"),
    ("standfirst", "It was away for a year"),
    ("alt-text", "A ferry"),
    ("caption", "The ferry at dusk"),
    ("paragraph", "It sails at noon."),
    ("caption", "The pier"),
]
WORDPRESS = {
    "id": 7,
    "type": "post",
    "slug": "ferry",
    "title": {"rendered": "The ferry is back"},
    "content": {"rendered": "<p>It sails at noon, said Jo&#8217;s crew.</p>", "protected": False},
    "excerpt": {"rendered": "<p>It was away for a year</p>", "protected": False},
    "_embedded": {
        "wp:featuredmedia": [
            {"caption": {"rendered": "<p>The ferry at dusk</p>"}, "alt_text": "A ferry"}
        ]
    },
}
WORDPRESS_READ = [
    ("headline", "The ferry is back"),
    ("standfirst", "It was away for a year"),
    ("caption", "The ferry at dusk"),
    ("alt-text", "A ferry"),
    ("paragraph", "It sails at noon, said Jo’s crew."),
]
DRUPAL = {
    "jsonapi": {"version": "1.0"},
    "data": {
        "type": "node--article",
        "id": "x",
        "attributes": {
            "langcode": "en",
            "title": "The ferry is back",
            "path": {"alias": "/ferry"},
            "body": {
                "value": "<p>It sails at <em>noon</em>.</p>",
                "format": "basic_html",
                "processed": "<p>It sails at <em>noon</em>.</p>",
                "summary": "It was away for a year",
            },
        },
        "relationships": {
            "field_image": {"data": {"type": "file--file", "meta": {"alt": "A ferry"}}}
        },
    },
    "included": [
        {
            "type": "paragraph--text",
            "attributes": {"field_text": {"value": "Bring a coat.", "format": "plain_text"}},
        },
        {"type": "user--user", "attributes": {"name": "orla", "field_bio": {"value": "Bio"}}},
    ],
}
DRUPAL_READ = [
    ("headline", "The ferry is back"),
    ("standfirst", "It was away for a year"),
    ("paragraph", "It sails at noon."),
    ("alt-text", "A ferry"),
    ("paragraph", "Bring a coat."),
]


def _rich(name: str, *inside: object) -> dict[str, object]:
    return {"nodeType": name, "data": {}, "content": list(inside)}


def _words(value: str, *marks: str) -> dict[str, object]:
    return {"nodeType": "text", "value": value, "marks": [{"type": each} for each in marks]}


RICH_TEXT = _rich(
    "document",
    _rich("heading-2", _words("Times")),
    _rich("paragraph", _words("It sails at "), _words("noon", "bold"), _words(" by ")),
    _rich("paragraph", _words("See "), _rich("hyperlink", _words("the list")), _words(".")),
    _rich("paragraph", _words("Type "), _words("ls -l", "code"), _words(" here.")),
    _rich("unordered-list", _rich("list-item", _rich("paragraph", _words("One boat")))),
    _rich("blockquote", _rich("paragraph", _words("It is late."))),
)
CONTENTFUL = {
    "sys": {"type": "Entry", "id": "x"},
    "fields": {
        "title": {"de-DE": "Die Fähre", "en-US": "The ferry is back"},
        "slug": "ferry",
        "body": {"en-US": RICH_TEXT},
    },
}
CONTENTFUL_READ = [
    ("headline", "The ferry is back"),
    ("subhead", "Times"),
    ("paragraph", "It sails at noon by "),
    ("paragraph", "See the list."),
    ("paragraph", "Type \ufffc here."),
    ("list-item", "One boat"),
    ("quotation", "It is late."),
]


def _block(style: str, *spans: tuple[str, list[str]], item: str = "") -> dict[str, object]:
    children = [{"_type": "span", "text": text, "marks": marks} for text, marks in spans]
    block: dict[str, object] = {"_type": "block", "style": style, "children": children}
    return {**block, "listItem": item} if item else block


SANITY = {
    "_id": "x",
    "_type": "article",
    "title": "The ferry is back",
    "slug": {"_type": "slug", "current": "ferry"},
    "mainImage": {"asset": {"_ref": "image-x"}, "alt": "A ferry", "caption": "The ferry at dusk"},
    "body": [
        _block("h2", ("Times", [])),
        _block("normal", ("It sails at ", []), ("noon", ["strong"]), (".", [])),
        _block("normal", ("Type ", []), ("ls -l", ["code"]), (" here.", [])),
        _block("normal", ("One boat", []), item="bullet"),
        {"_type": "image", "asset": {"_ref": "image-y"}, "caption": "The pier"},
        _block("blockquote", ("It is late.", [])),
    ],
}
SANITY_READ = [
    ("headline", "The ferry is back"),
    ("alt-text", "A ferry"),
    ("caption", "The ferry at dusk"),
    ("subhead", "Times"),
    ("paragraph", "It sails at noon."),
    ("paragraph", "Type \ufffc here."),
    ("list-item", "One boat"),
    ("caption", "The pier"),
    ("quotation", "It is late."),
]


@pytest.mark.parametrize(
    ("file", "read"),
    [
        pytest.param(ANS, ANS_READ, id="ans"),
        pytest.param({"type": "results", "content_elements": [ANS]}, ANS_READ, id="ans-results"),
        pytest.param({"posts": [GHOST_POST]}, GHOST_READ, id="ghost"),
        pytest.param(
            {"db": [{"meta": {}, "data": {"posts": [GHOST_POST], "users": [{"name": "O"}]}}]},
            GHOST_READ,
            id="ghost-export",
        ),
        pytest.param(WORDPRESS, WORDPRESS_READ, id="wordpress"),
        pytest.param([WORDPRESS], WORDPRESS_READ, id="wordpress-list"),
        pytest.param(DRUPAL, DRUPAL_READ, id="drupal"),
        pytest.param(CONTENTFUL, CONTENTFUL_READ, id="contentful"),
        pytest.param({"items": [CONTENTFUL]}, CONTENTFUL_READ, id="contentful-answer"),
        pytest.param(SANITY, SANITY_READ, id="sanity"),
        pytest.param({"ms": 2, "result": [SANITY]}, SANITY_READ, id="sanity-answer"),
        pytest.param({"ms": 2, "result": SANITY}, SANITY_READ, id="sanity-answer-of-one"),
        pytest.param(SANITY["body"], SANITY_READ[3:], id="portable-text"),
    ],
)
@pytest.mark.parametrize("ascii_only", [True, False])
def test_fields_are_read_as_what_they_are(
    file: object, read: list[tuple[str, str]], ascii_only: bool
) -> None:
    document = READING.read(json.dumps(file, ensure_ascii=ascii_only, indent=1))
    assert [(str(kind), text) for kind, text in blocks(document)] == read
    check_laws(document)


MAKERS: dict[str, Callable[[str], object]] = {
    "ans": lambda copy: {**ANS, "content_elements": [{"type": "text", "content": copy}]},
    "ghost": lambda copy: {"posts": [{**GHOST_POST, "html": copy}]},
    "wordpress": lambda copy: {**WORDPRESS, "content": {"rendered": copy}},
    "drupal": lambda copy: {
        "jsonapi": {},
        "data": {
            "type": "node--a",
            "attributes": {"body": {"value": copy, "format": "full_html"}},
        },
    },
    "contentful": lambda copy: {
        "sys": {"type": "Entry"},
        "fields": {"body": _rich("document", _rich("paragraph", _words(copy), _words("x")))},
    },
    "sanity": lambda copy: [_block("normal", (copy, []), (copy, ["code"]), ("x", []))],
}


@pytest.mark.parametrize("system", MAKERS)
@settings(max_examples=100, deadline=None)
@given(copy=TEXTS)
def test_any_copy_of_a_system_is_read_and_mapped(system: str, copy: str) -> None:
    source = json.dumps(MAKERS[system](copy))
    document = READING.read(source)
    assert document.source == source
    # The text of a comment in HTML is as HTML has it, without the escapes of JSON.
    check_laws(replace(document, comments=()))


@pytest.mark.parametrize("system", MAKERS)
def test_a_fix_is_written_as_json_and_markup_have_it(system: str) -> None:
    source = json.dumps(MAKERS[system]("The boats recieve their due."), ensure_ascii=True)
    fixed = READING.fixed(source, "recieve", "“receive” & take")
    assert fixed is not None
    assert fixed.isascii()
    assert "The boats “receive” & take their due." in READING.read(fixed).text


def test_a_fix_does_not_cross_from_one_span_into_the_next() -> None:
    source = json.dumps([_block("normal", ("It sails at no", []), ("on today.", ["em"]))])
    assert "at noon today" in READING.read(source).text
    assert READING.fixed(source, "noon", "night") is None


def test_every_post_is_an_article() -> None:
    source = json.dumps({"posts": [GHOST_POST, {**GHOST_POST, "title": "The ferry is gone"}]})
    first, second = JSON.read_all("a.json", source)
    assert (first.part, second.part) == ("posts[0]", "posts[1]")
    assert blocks(second)[0] == ("headline", "The ferry is gone")


def test_an_excerpt_that_only_repeats_the_post_is_left_out() -> None:
    excerpt = "<p>It sails at noon, said [&hellip;]</p>"
    source = json.dumps({**WORDPRESS, "excerpt": {"rendered": excerpt}})
    assert "standfirst" not in [kind for kind, _ in READING.blocks(source)]


def test_the_text_as_its_author_wrote_it_comes_first() -> None:
    content = {"raw": "<!-- wp:paragraph --><p>So it is.</p>", "rendered": "<p>So it is!</p>"}
    source = json.dumps({**WORDPRESS, "content": content})
    assert READING.blocks(source)[-1] == ("paragraph", "So it is.")


@pytest.mark.parametrize(
    "file",
    [
        {**ANS, "language": "fr"},
        {**SANITY, "language": "fr"},
        {**DRUPAL, "data": {"type": "node--a", "attributes": {"langcode": "fr", "title": "Le"}},
         "included": []},
    ],
)  # fmt: skip
def test_an_article_in_another_language_is_left_out(file: object) -> None:
    document = READING.read(json.dumps(file))
    assert document.blocks == ()
    assert document.notes == ("an item in 'fr' is left out",)


@pytest.mark.parametrize(
    "file",
    [
        {"posts": [{"html": "<p>So it is.</p>"}]},
        {"items": [{"fields": {"title": "So it is"}}]},
        {"title": "So", "content": "So it is."},
        {"type": "story", "content_elements": []},
        {"jsonapi": {}, "data": {"type": "articles", "attributes": {"title": "So"}}},
        {"_type": "settings", "title": "So"},
    ],
)
def test_files_of_another_shape_are_still_refused(file: object) -> None:
    with pytest.raises(InputError, match="nor of a known content system"):
        READING.read(json.dumps(file))


def test_blank_lines_divide_the_raw_content_of_a_classic_wordpress_post() -> None:
    raw = "It sails <b>at noon</b>.\r\n\r\n<p>The crew\nis back.</p>\n\nIt is blue."
    content = {"raw": raw, "rendered": "<p>Not read.</p>"}
    source = json.dumps({**WORDPRESS, "content": content})
    texts = [text for kind, text in READING.blocks(source) if kind == "paragraph"]
    assert texts == ["It sails at noon.", "The crew\nis back.", "It is blue."]


def test_an_export_of_wordpress_in_xml() -> None:
    source = (
        '<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"'
        ' xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>Site</title><item>'
        "<title>The ferry is back</title><wp:post_name>ferry</wp:post_name>"
        "<content:encoded><![CDATA[<p>It sails at <em>noon</em>.</p>]]></content:encoded>"
        "<excerpt:encoded><![CDATA[It was away]]></excerpt:encoded></item></channel></rss>"
    )
    assert Reading(named("news-xml"), "a.xml").blocks(source) == [
        ("headline", "The ferry is back"),
        ("paragraph", "It sails at noon."),
        ("standfirst", "It was away"),
    ]
