"""SportsML: titles and reports are read, scores and statistics are not."""

from __future__ import annotations

import pytest
from reading import Reading
from reading import blocks_of as blocks
from test_conformance import check_laws

from copylint.formats.lookup import named

FORM = named("news-xml")
REPORT = """\
<?xml version="1.0"?>
<sports-content xmlns="http://iptc.org/std/nar/2006-10-01/" xml:lang="en">
<sports-metadata doc-id="x" language="en-GB"><sports-title>Gulls beat Terns 2-1</sports-title>
<sports-content-codes><sports-content-code code-name="Soccer"/></sports-content-codes>
<advisory>Corrects the score</advisory></sports-metadata>
<sports-event><event-metadata event-status="post-event"><site><site-metadata><name>Quay
</name></site-metadata></site></event-metadata>
<team><team-metadata><name>Gulls</name></team-metadata><team-stats score="2"/></team>
<preview><html xmlns="http://www.w3.org/1999/xhtml"><head><title>Left out</title></head>
<body><h2>What to watch</h2><p>The Gulls h<b>a</b>ve won twice.</p></body></html></preview>
<review><nitf><body><body.head><hedline><hl1>Late goal</hl1></hedline></body.head>
<body.content><p>The Gulls came back.</p></body.content></body></nitf></review>
<highlight>It rained all afternoon.</highlight><highlight xml:lang="fr">Il pleuvait.</highlight>
</sports-event>
<standing><team><team-metadata><name>Terns</name></team-metadata></team></standing>
<article><p>Nobody was hurt.</p></article>
</sports-content>
"""
READ = [
    ("headline", "Gulls beat Terns 2-1"),
    ("subhead", "What to watch"),
    ("paragraph", "The Gulls have won twice."),
    ("headline", "Late goal"),
    ("paragraph", "The Gulls came back."),
    ("paragraph", "It rained all afternoon."),
    ("paragraph", "Nobody was hurt."),
]


def test_titles_and_reports_are_read() -> None:
    document = FORM.read("a.xml", REPORT)
    check_laws(document)
    assert blocks(document) == READ


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "<newsItem><contentSet><inlineXML contenttype='application/sportsml+xml'>",
            "</inlineXML></contentSet></newsItem>",
        ),
        (
            "<NewsML><NewsItem><NewsComponent><ContentItem><DataContent>",
            "</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>",
        ),
    ],
)
def test_sports_content_inside_newsml_is_read_so(before: str, after: str) -> None:
    inside = REPORT.partition("?>\n")[2]
    assert blocks(FORM.read("a.xml", before + inside + after)) == READ


@pytest.mark.parametrize("said", ['xml:lang="en"', 'language="en-GB"'])
def test_other_languages_are_left_out(said: str) -> None:
    document = FORM.read("a.xml", REPORT.replace(said, said.replace("en", "fr"), 1))
    assert document.blocks == ()
    (note,) = document.notes
    assert note.startswith("an item in 'fr")


def test_a_fix_is_written() -> None:
    fixed = Reading(FORM, "a.xml").fixed(REPORT, "came back", "won & left")
    assert fixed == REPORT.replace("came back", "won &amp; left")
