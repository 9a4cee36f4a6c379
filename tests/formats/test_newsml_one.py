"""NewsML 1.x: lines, content in its several forms, pictures, equivalents and languages."""

from __future__ import annotations

import pytest
from reading import Reading
from reading import blocks_of as blocks
from test_conformance import check_laws

from copylint.formats.lookup import named

FORM = named("news-xml")


def message(*items: str) -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<!DOCTYPE NewsML SYSTEM "NewsML_1.2.dtd">\n'
        "<NewsML><NewsEnvelope><DateAndTime>20260506T120000Z</DateAndTime></NewsEnvelope>"
        + "".join(f"<NewsItem>{HEAD}{each}</NewsItem>" for each in items)
        + "</NewsML>"
    )


HEAD = (
    "<Identification><NameLabel>VANTRY-LIGHT</NameLabel></Identification>"
    '<NewsManagement><NewsItemType FormalName="News"/></NewsManagement>'
)
LINES = (
    "<NewsLines><HeadLine>Light to close</HeadLine><SubHeadLine>The keeper leaves</SubHeadLine>"
    "<ByLine>By Orla Quist</ByLine><ByLineTitle>Harbour reporter</ByLineTitle>"
    "<DateLine>VANTRY, May 6</DateLine><CreditLine>Harbour News</CreditLine>"
    "<CopyrightLine>© 2026 Harbour News</CopyrightLine><SlugLine>vantry-light</SlugLine>"
    "<KeywordLine>lamps</KeywordLine>"
    '<NewsLine><NewsLineType FormalName="Summary"/>'
    "<NewsLineText>The lamp goes out.</NewsLineText></NewsLine>"
    '<NewsLine><NewsLineType FormalName="ProductLine"/>'
    "<NewsLineText>(Picture)</NewsLineText></NewsLine></NewsLines>"
)
READ = [
    ("headline", "Light to close"),
    ("standfirst", "The keeper leaves"),
    ("byline", "By Orla Quist"),
    ("byline", "Harbour reporter"),
    ("dateline", "VANTRY, May 6"),
    ("credit", "Harbour News"),
    ("credit", "© 2026 Harbour News"),
    ("standfirst", "The lamp goes out."),
]


def component(inside: str, role: str = "Main", attributes: str = "", lines: str = "") -> str:
    return f'<NewsComponent {attributes}><Role FormalName="{role}"/>{lines}{inside}</NewsComponent>'


def data(inside: str, form: str = "", media: str = "Text") -> str:
    return (
        f'<ContentItem><MediaType FormalName="{media}"/><Format FormalName="{form}"/>'
        f"<DataContent>{inside}</DataContent></ContentItem>"
    )


def read(source: str) -> list[tuple[str, str]]:
    document = FORM.read("a.xml", source)
    check_laws(document)
    return blocks(document)


@pytest.mark.parametrize(
    ("content", "body"),
    [
        (
            data(
                "<nitf><head><title>Left out</title></head><body><body.head><hedline>"
                "<hl1>Light to close</hl1></hedline></body.head><body.content><hl2>Next</hl2>"
                "<p>It is <em>o</em>ld.</p></body.content></body></nitf>",
                "NITF3.2",
            ),
            [("subhead", "Next"), ("paragraph", "It is old.")],
        ),
        (
            data("<h2>Next</h2><p>It is <b>o</b>ld.</p><p>It is.</p>", "XHTML"),
            [("subhead", "Next"), ("paragraph", "It is old."), ("paragraph", "It is.")],
        ),
        (
            data("<p>It is old.</p><p>It is.</p>"),
            [("paragraph", "It is old."), ("paragraph", "It is.")],
        ),
        (
            data("<![CDATA[<p>R&amp;D is old.</p>]]>"),
            [("paragraph", "R&D is old.")],
        ),
        (
            data("&lt;p&gt;It is &lt;b&gt;o&lt;/b&gt;ld.&lt;/p&gt;", "HTML"),
            [("paragraph", "It is old.")],
        ),
        (
            data("It is old.\n\nIt is."),
            [("paragraph", "It is old."), ("paragraph", "It is.")],
        ),
        ('<ContentItem Href="a.jpg"><MediaType FormalName="Photo"/></ContentItem>', []),
        (
            '<ContentItem><Encoding Notation="base64"><DataContent>SXQ=</DataContent></Encoding>'
            "</ContentItem>",
            [],
        ),
        (data("SXQ=", "", "Photo"), []),
    ],
)
def test_lines_and_content_are_read(content: str, body: list[tuple[str, str]]) -> None:
    assert read(message(component(content, lines=LINES))) == [*READ, *body]


def test_components_of_pictures_have_captions() -> None:
    picture = component(
        component(
            '<ContentItem Href="a.jpg"/>',
            "Photo",
            lines=LINES.split("<CopyrightLine>")[0] + "</NewsLines>",
        )
        + component(data("<p>The lamp at dusk.</p>"), "Caption"),
        "Content list",
    )
    assert read(message(picture)) == [
        ("image-title", "Light to close"),
        ("caption", "The keeper leaves"),
        ("credit", "By Orla Quist"),
        ("credit", "Harbour reporter"),
        ("dateline", "VANTRY, May 6"),
        ("credit", "Harbour News"),
        ("caption", "The lamp at dusk."),
    ]


def test_lines_that_a_component_repeats_are_read_once() -> None:
    inner = component(data("<p>It is old.</p>"), lines=LINES)
    outer = component(inner, "Texts", lines=LINES)
    assert read(message(outer)) == [*READ, ("paragraph", "It is old.")]


def test_of_equivalents_the_first_with_text_is_read() -> None:
    forms = '<ContentItem Href="a.pdf"/>' + data("<p>It is old.</p>") + data("It is old.")
    several = component(forms, attributes='EquivalentsList="yes"')
    assert read(message(several)) == [("paragraph", "It is old.")]
    both = component(data("<p>One is old.</p>") + data("<p>Two is old.</p>"))
    assert [text for _, text in read(message(both))] == ["One is old.", "Two is old."]


FRENCH = '<DescriptiveMetadata><Language FormalName="fr"/></DescriptiveMetadata>'


@pytest.mark.parametrize(
    "french",
    [
        component(FRENCH + data("<p>Rien du tout.</p>"), lines=LINES),
        component(data("<p>Rien du tout.</p>"), attributes='xml:lang="fr"', lines=LINES),
    ],
)
def test_components_in_other_languages_are_left_out(french: str) -> None:
    english = FRENCH.replace("fr", "en-GB") + data("<p>It is old.</p>")
    both = component(french + component(english), attributes='EquivalentsList="yes"')
    source = message(both, component(data("<p>It is new.</p>")))
    first, second = FORM.read_all("a.xml", source)
    assert blocks(first) == [("paragraph", "It is old.")]
    assert first.notes == ("an item in 'fr' is left out",)
    assert blocks(second) == [("paragraph", "It is new.")]
    assert [first.part, second.part] == ["0", "1"]


def test_components_may_be_as_deep_as_xml_may_be() -> None:
    deep = "<NewsComponent>" * 900 + data("<p>It is old.</p>") + "</NewsComponent>" * 900
    assert read(message(deep)) == [("paragraph", "It is old.")]


@pytest.mark.parametrize(
    ("content", "after"),
    [
        (data("<p>It is old.</p>"), data("<p>It &amp; old.</p>")),
        (data("<![CDATA[It is old.]]>"), data("<![CDATA[It & old.]]>")),
        (data("<![CDATA[<p>It is old.</p>]]>"), data("<![CDATA[<p>It &amp; old.</p>]]>")),
    ],
)
def test_a_fix_is_written_as_its_place_has_it(content: str, after: str) -> None:
    source, fixed = message(component(content)), message(component(after))
    assert Reading(FORM, "a.xml").fixed(source, "is", "&") == fixed
    assert FORM.read("a.xml", fixed).text.strip() == "It & old."
