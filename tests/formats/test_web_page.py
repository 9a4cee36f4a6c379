"""HTML as content systems export it: the prose in it, and its places."""

from __future__ import annotations

import pytest
from reading import Reading

from copylint import fix_text, lint_text
from copylint.core.blocks import BlockKind
from copylint.core.span import TextSpan
from copylint.formats.web_page import WebPage

READING = Reading(WebPage(), "a.html")
read, blocks = READING.read, READING.blocks


def test_page_blocks_have_kinds() -> None:
    page = (
        '<!DOCTYPE html><html lang="en-GB"><head><title>Site</title><style>p{}</style></head>'
        "<body><nav><a>Home</a></nav><h1>Ferry back</h1><p>By Orla Quist</p>"
        "<p>It <em>left</em> at noon.</p><h2>Storm</h2><ul><li>a rope</li></ul>"
        '<figure><img src="a.jpg" alt="The ferry"><figcaption>At sea</figcaption></figure>'
        "<blockquote>It was late.</blockquote><table><tr><td>one</td></tr></table>"
        "<pre>code</pre><script>var a</script><footer>Imprint</footer></body></html>"
    )
    assert blocks(page) == [
        ("front-matter", "Site"),
        ("headline", "Ferry back"),
        ("byline", "By Orla Quist"),
        ("paragraph", "It left at noon."),
        ("subhead", "Storm"),
        ("list-item", "a rope"),
        ("alt-text", "The ferry"),
        ("caption", "At sea"),
        ("quotation", "It was late."),
        ("table-cell", "one"),
    ]


def test_words_with_markup_and_entities_inside_keep_their_places() -> None:
    source = "<p>The ex<b>clu</b>sive caf&eacute; &#8220;opened&#8221;.</p>"
    document = read(source)
    assert document.text.strip() == "The exclusive café “opened”."
    for word, written in (
        ("exclusive", "ex<b>clu</b>sive"),
        ("café", "caf&eacute;"),
        ("“opened”", "&#8220;opened&#8221;"),
    ):
        start = document.text.index(word)
        where = document.to_source(TextSpan(start, start + len(word)))
        assert source[where.start : where.end] == written


@pytest.mark.parametrize(
    "foreign",
    [
        '<span lang="fr">je ne sais pas</span>',
        "<i xml:lang='de'>das Haus <i>x</i> dort</i>",
        '<q translate="no">Blorgk</q>',
        "<span hidden>teh</span>",
    ],
)
def test_foreign_text_is_masked(foreign: str) -> None:
    document = read(f"<p>She said {foreign} and left.</p>")
    assert document.text.strip() == "She said \ufffc and left."
    (block,) = document.blocks
    assert len(block.opaque) == 1


def test_a_foreign_part_ends_with_its_element() -> None:
    source = '<div lang="de"><p>Das <div>Haus</div></p></div><p lang="en-AU">It is here.</p>'
    assert blocks(source) == [("paragraph", "It is here.")]


def test_whitespace_collapses_as_in_a_browser() -> None:
    assert blocks("<p>It   was\t\tdark\n      and   late.</p>") == [
        ("paragraph", "It was dark\nand late.")
    ]


def test_a_fragment_without_tags_has_its_paragraphs_from_blank_lines() -> None:
    assert blocks("It was <b>dark</b>.\n\nIt was late.\n") == [
        ("paragraph", "It was dark."),
        ("paragraph", "It was late."),
    ]


def test_images_are_counted_with_or_without_text() -> None:
    document = read('<p><img src="a"><img alt="b"></p>')
    assert len(document.images) == 2
    assert [block.kind for block in document.blocks] == [BlockKind.ALT_TEXT]


def test_front_matter_is_read_by_its_fields() -> None:
    source = "---\nlang: ar\ntitle: Ferry back\npermalink: /ar/\n---\n<p>It left at noon.</p>\n"
    assert blocks(source) == [("headline", "Ferry back"), ("paragraph", "It left at noon.")]


def test_a_fix_in_front_matter_keeps_its_quotation_marks() -> None:
    source = '---\ntitle: "Ferry bcak"\n---\n<p>It left.</p>\n'
    document = read(source)
    assert document.slice(document.blocks[0].span) == "Ferry bcak"
    assert source[document.to_source(TextSpan(6, 10)).start :].startswith("bcak")


HEAD = (
    "<!doctype html><html><head><title>The libary &amp; the\u00a0quay</title>"
    '<meta charset="utf-8"><meta name="description" content="The &quot;old&quot; one is aproved.">'
    "<meta content='It is aproved.' property='og:description'><meta name=robots content=nofollow>"
    "<script>a = '<title>teh</title>'</script><!-- <title>teh</title> --></head>"
    "<body><p>The ferry left.</p></body></html>"
)


def test_the_title_and_the_descriptions_of_a_page_are_prose() -> None:
    fields = [block.field for block in read(HEAD).blocks]
    assert list(zip(fields, (text for _, text in blocks(HEAD)), strict=True)) == [
        ("title", "The libary & the\u00a0quay"),
        ("description", 'The "old" one is aproved.'),
        ("og:description", "It is aproved."),
        ("", "The ferry left."),
    ]


def test_fixes_in_the_head_keep_its_markup() -> None:
    fixed = fix_text(HEAD, path="a.html").text
    assert fixed == HEAD.replace("libary", "library").replace("aproved", "approved")


@pytest.mark.parametrize(
    "head",
    [
        '<head><title lang="de">Die Fähre</title></head>',
        "<head><title>{{ page.title }}</title></head>",
        "<head><meta name='author' content='Ferry'></head>",
        "<head><title></title><meta name='description' content=' '></head>",
    ],
)
def test_nothing_else_in_a_head_is_prose(head: str) -> None:
    assert blocks(f"<html>{head}<body><p>The ferry left.</p>") == [("paragraph", "The ferry left.")]


def test_the_head_of_a_page_in_another_language_is_left_out_with_it() -> None:
    assert blocks('<html lang="de"><head><title>Die Fähre</title></head><p>Der Kai</p>') == []


@pytest.mark.parametrize("size", [10, 5_000])
def test_a_tag_may_be_of_any_length(size: int) -> None:
    picture = f'<img src="data:image/png;base64,{"QUJD" * size}" alt="A dog">'
    assert blocks(f"<p>Before.</p>{picture}<p>After.</p>") == [
        ("paragraph", "Before."),
        ("alt-text", "A dog"),
        ("paragraph", "After."),
    ]


@pytest.mark.parametrize(
    "tag",
    [
        '<a href="/a" " class="b">',
        "<a href='/a' 'b'>",
        '<a title="1 > 0">',
        '<a data-x="<b hidden >">',
        '<a href="/a>',
        "<a b=c'd e>",
    ],
)
def test_a_stray_quotation_mark_does_not_turn_a_tag_into_text(tag: str) -> None:
    assert blocks(f"<p>Before {tag}the ferry</a> after.</p>") == [
        ("paragraph", "Before the ferry after.")
    ]


def test_words_in_the_value_of_an_attribute_hide_nothing() -> None:
    source = '<div data-model="x hidden lang=fr y"><p>The ferry left at noon.</p></div>'
    assert blocks(source) == [("paragraph", "The ferry left at noon.")]


STORY = "".join(
    f"<p>The ferry left the harbour at noon, the crew of {n} said, and met the tide.</p>"
    for n in range(8)
)


@pytest.mark.parametrize(
    "article",
    [
        f"<article>{STORY}</article>",
        f"<main><div>{STORY}</div></main>",
        f'<div itemprop="articleBody">{STORY}</div>',
        f'<div class="story-text">{STORY}</div>',
        f"<div><div>{STORY}</div></div>",
    ],
)
def test_what_stands_around_the_article_is_left_out(article: str) -> None:
    links = "".join(
        f'<li><a href="/{n}">Read what else happened in town</a></li>' for n in range(9)
    )
    page = (
        "<html><head><title>Ferry</title></head><body>"
        f'<div class="site-header"><ul>{links}</ul></div><div class="top"><h1>Ferry back</h1></div>'
        f'<div id="wrap">{article}<div class="related"><ul>{links}</ul></div></div>'
        '<div id="comments"><p>What a nice ferry, I would say, and so would my aunt.</p></div>'
        "</body></html>"
    )
    found = blocks(page)
    assert found[:2] == [("front-matter", "Ferry"), ("headline", "Ferry back")]
    assert [text[:9] for _, text in found[2:]] == ["The ferry"] * 8


def test_what_stands_inside_the_article_but_is_none_of_it_is_left_out() -> None:
    teaser = '<div class="share-tools">Send this <b>to</b> a friend.</div>'
    page = f"<html><body><article>{STORY[:200]}{teaser}{STORY[200:]}</article></body></html>"
    assert "friend" not in read(page).text


@pytest.mark.parametrize(
    "page",
    [
        "<html><body><div class='comment'><p>A short page, with a comment.</p></div></body></html>",
        f"<div class='sidebar'><p>A fragment, with a sidebar.</p></div>{STORY}",
    ],
)
def test_short_pages_and_fragments_are_read_whole(page: str) -> None:
    assert blocks(page)[0][1].startswith("A ")


@pytest.mark.parametrize(
    "credit",
    ["Jo Roe/Nordfoto", "Photo: Jo Roe", "Orla Quist/PA/Getty Images", "Jo Roe/iStock/Nordfoto"],
)
def test_a_caption_that_is_only_a_credit_is_a_credit(credit: str) -> None:
    assert blocks(f"<figure><figcaption>{credit}</figcaption></figure>") == [("credit", credit)]


@pytest.mark.parametrize(
    "element",
    [
        '<span class="photo-credit">Orla Quist</span>',
        '<span itemprop="copyrightHolder">Orla <span>Quist</span></span>',
        '<small class="Credit">Orla Quist</small>',
        '<div class="image-copyright"><p>Orla Quist</p></div>',
    ],
)
def test_the_credit_within_a_caption_is_apart(element: str) -> None:
    caption = f"<figcaption>The ferry at sea {element} at dusk</figcaption>"
    page = f"<figure>{caption}</figure><p>It left.</p>"
    assert blocks(page) == [
        ("caption", "The ferry at sea"),
        ("credit", "Orla Quist"),
        ("caption", "at dusk"),
        ("paragraph", "It left."),
    ]


def test_such_a_name_outside_captions_divides_nothing() -> None:
    assert blocks('<p>The <span class="credit">card</span> was lost.</p>') == [
        ("paragraph", "The card was lost.")
    ]


def test_a_repeated_credit_is_no_repeated_caption() -> None:
    credit = '<figcaption><span class="credit">Orla Quist of the harbour</span></figcaption>'
    page = f"<figure>{credit}</figure><p>It left at noon.</p><figure>{credit}</figure>"
    assert lint_text(page, path="a.html") == []


@pytest.mark.parametrize(
    ("box", "is_left_out"),
    [
        ("<article><h3><a href=a>A yard</a></h3><p>Its men, a tale.</p></article>", True),
        (
            '<div class="card"><img src=a.jpg><h3><a href=a>A yard</a></h3><p>A tale.</p></div>',
            True,
        ),
        ('<div class="rich-link">See also: <a href=a>the yard and its men</a></div>', True),
        ('<div class="card"><h3>A yard</h3><p>Its <a href=a>men</a>, a tale.</p></div>', False),
        ("<section><h3><a href=a>A yard</a></h3><p>Its men, a tale of them.</p></section>", False),
    ],
)
def test_a_box_for_another_story_is_no_part_of_the_article(box: str, is_left_out: bool) -> None:
    page = f"<html><body><main>{STORY}{box}{STORY}</main></body></html>"
    assert ("tale" not in read(page).text and "yard" not in read(page).text) is is_left_out
