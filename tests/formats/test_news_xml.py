"""NITF, NewsML-G2, RSS and Atom: which elements are which kind, what is refused."""

from __future__ import annotations

import pytest
from reading import Reading
from reading import blocks_of as blocks

from copylint.core.errors import InputError
from copylint.formats.lookup import named


def read(source: str) -> list[tuple[str, str]]:
    return blocks(named("news-xml").read("a.xml", source))


NITF = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf PUBLIC "-//IPTC//DTD NITF 3.6//EN" "nitf-3-6.dtd">
<nitf><head><title>Left out</title></head>
<body><body.head>
<hedline><hl1>Light at <location>Vantry</location> to close</hl1><hl2>Keeper leaves</hl2></hedline>
<note><p>Not for use before noon</p></note>
<byline>By <person>Orla Quist</person> <byttl>Harbour reporter</byttl></byline>
<dateline><location>Vantry</location>, <story.date>6 May</story.date></dateline>
<abstract><p>The lamp goes out.</p></abstract>
</body.head><body.content>
<block><p>The l<em>a</em>mp is <money>40</money> years
  old &amp; tired.</p><hl2>What comes next</hl2>
<p lang="fr">Rien du tout.</p>
<media media-type="image"><media-metadata name="x" value="y"/><media-reference source="a.jpg"/>
<media-caption><p>The lamp at dusk</p></media-caption><media-producer>Jo Brandt</media-producer>
</media>
<table><tr><th>Year</th><td>Ships</td></tr></table>
<ul><li>One <q>ship</q></li></ul>
<bq><block><p>It was dark.</p></block><credit>The keeper</credit></bq>
<fn><p>Since 1984.</p></fn></block>
</body.content><body.end><tagline>Orla Quist in Vantry</tagline></body.end></body></nitf>
"""


def test_nitf_kinds_are_read() -> None:
    assert read(NITF) == [
        ("headline", "Light at Vantry to close"),
        ("subhead", "Keeper leaves"),
        ("byline", "By Orla Quist"),
        ("byline", "Harbour reporter"),
        ("dateline", "Vantry, 6 May"),
        ("standfirst", "The lamp goes out."),
        ("paragraph", "The lamp is 40 years\nold & tired."),
        ("subhead", "What comes next"),
        ("caption", "The lamp at dusk"),
        ("credit", "Jo Brandt"),
        ("table-cell", "Year"),
        ("table-cell", "Ships"),
        ("list-item", "One ship"),
        ("quotation", "It was dark."),
        ("credit", "The keeper"),
        ("footnote", "Since 1984."),
        ("byline", "Orla Quist in Vantry"),
    ]


ITEM = """\
<newsItem guid="tag:example.org,2024:{n}" xml:lang="en-GB">
<itemMeta><itemClass qcode="ninat:{what}"/><title>Left out</title></itemMeta>
<contentMeta><language tag="{language}"/><slugline>VANTRY-LIGHT</slugline>
<headline>Light to close</headline><by>Orla Quist</by><dateline>VANTRY, May 6</dateline>
<description role="drol:summary">The lamp goes out.</description>
<creditline>Harbour News</creditline></contentMeta>
<contentSet>{content}</contentSet></newsItem>
"""
XHTML = """\
<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
<head><title>Left out</title></head><body><h2>What is next</h2><p>It is <b>o</b>ld.</p>
<pre>code</pre></body></html></inlineXML>"""
META = [
    ("headline", "Light to close"),
    ("byline", "Orla Quist"),
    ("dateline", "VANTRY, May 6"),
    ("standfirst", "The lamp goes out."),
    ("credit", "Harbour News"),
]


def item(n: int, content: str, what: str = "text", language: str = "en") -> str:
    return ITEM.format(n=n, what=what, language=language, content=content)


@pytest.mark.parametrize(
    ("content", "body"),
    [
        (XHTML, [("subhead", "What is next"), ("paragraph", "It is old.")]),
        (
            "<inlineXML><nitf><body><body.content><p>It is old.</p></body.content></body></nitf>"
            "</inlineXML>",
            [("paragraph", "It is old.")],
        ),
        (
            '<inlineData contenttype="text/html">&lt;p&gt;R&amp;amp;D is &lt;i>o&lt;/i>ld.&lt;/p>'
            "</inlineData>",
            [("paragraph", "R&D is old.")],
        ),
        (
            '<inlineData contenttype="text/html"><![CDATA[<p>R&amp;D is old.</p>]]></inlineData>',
            [("paragraph", "R&D is old.")],
        ),
        (
            '<inlineData contenttype="text/plain">It is old.\n\nIt is.</inlineData>',
            [("paragraph", "It is old."), ("paragraph", "It is.")],
        ),
        ('<inlineData encoding="x:base64" contenttype="text/plain">SXQ=</inlineData>', []),
        ('<remoteContent href="a.jpg"/>', []),
    ],
)
def test_newsml_items_are_read(content: str, body: list[tuple[str, str]]) -> None:
    assert read(item(1, content)) == [*META, *body]


def test_a_message_of_items() -> None:
    message = (
        '<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>x</sent></header>'
        f"<itemSet>{item(1, XHTML)}{item(2, '', 'picture')}{item(3, XHTML, language='fr')}"
        "<packageItem><contentMeta><headline>Top</headline></contentMeta></packageItem>"
        "</itemSet></newsMessage>"
    )
    first, picture, french, package = named("news-xml").read_all("a.xml", message)
    assert blocks(first)[-1] == ("paragraph", "It is old.")
    assert blocks(picture) == [
        ("image-title", "Light to close"),
        ("credit", "Orla Quist"),
        ("dateline", "VANTRY, May 6"),
        ("caption", "The lamp goes out."),
        ("credit", "Harbour News"),
    ]
    assert (french.blocks, french.notes) == ((), ("an item in 'fr' is left out",))
    assert blocks(package) == [("headline", "Top")]
    assert [each.part for each in (first, picture, french, package)] == ["0", "1", "2", "3"]


def test_feed_entries_are_articles() -> None:
    rss = (
        "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/'><channel>"
        "<title>Left out</title><item><title>Light to close</title><link>x</link>"
        "<description>&lt;p&gt;It goes out.&lt;/p&gt;</description>"
        "<content:encoded><![CDATA[<p>It is <b>o</b>ld.</p>]]></content:encoded></item>"
        "</channel></rss>"
    )
    atom = (
        "<feed xmlns='http://www.w3.org/2005/Atom'><title>Left out</title><entry>"
        "<title>Light to close</title><summary type='text'>It goes out.</summary>"
        "<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>It is old.</p></div>"
        "</content></entry></feed>"
    )
    for source in (rss, atom):
        assert read(source) == [
            ("headline", "Light to close"),
            ("standfirst", "It goes out."),
            ("paragraph", "It is old."),
        ]


@pytest.mark.parametrize(
    ("source", "old", "new", "after"),
    [
        ("<nitf><p>It is old.</p></nitf>", "is", "& <", "<nitf><p>It &amp; &lt; old.</p></nitf>"),
        ("<nitf><p>It &#105;s old.</p></nitf>", "is", "was", "<nitf><p>It was old.</p></nitf>"),
        (
            "<nitf><p><![CDATA[It is]]></p></nitf>",
            "is",
            "&",
            "<nitf><p><![CDATA[It &]]></p></nitf>",
        ),
        (
            "<rss><item><description>It is &amp;lt; so</description></item></rss>",
            "is",
            "&",
            "<rss><item><description>It &amp;amp; &amp;lt; so</description></item></rss>",
        ),
        (
            "<rss><item><description><![CDATA[It is]]></description></item></rss>",
            "is",
            "&",
            "<rss><item><description><![CDATA[It &amp;]]></description></item></rss>",
        ),
    ],
)
def test_a_fix_is_written_as_its_place_has_it(source: str, old: str, new: str, after: str) -> None:
    form = named("news-xml")
    document = form.read("a.xml", source)
    assert Reading(form, "a.xml").fixed(source, old, new) == after
    then = form.read("a.xml", after)
    assert then.text == document.text.replace(old, new, 1)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (
            "<html/>",
            "XML that is neither NITF, NewsML, SportsML, RSS nor Atom (its root is 'html')",
        ),
        ("", "line 1, column 1: not well-formed XML"),
        ("<nitf>\n<p>a</nitf>", "line 2, column"),
        ('<!DOCTYPE nitf [<!ENTITY a "b">]><nitf>&a;</nitf>', "document type"),
        ("<nitf>&nbsp;</nitf>", "line 1"),
        ("<p>" * 10_000, "more than 1,000 elements inside one another"),
    ],
)
def test_other_xml_is_refused(source: str, message: str) -> None:
    with pytest.raises(InputError) as refusal:
        named("news-xml").read("a", source)
    assert message in refusal.value.message
    assert "\n" not in refusal.value.message
