"""Posts of WordPress's classic editor in an export: blank lines divide their paragraphs."""

from __future__ import annotations

import pytest
from reading import Reading

from copylint.formats.lookup import named

READING = Reading(named("news-xml"), "a.xml")


def exported(post: str) -> str:
    return (
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"'
        ' xmlns:wp="http://wordpress.org/export/1.2/"><channel><item>'
        f"<content:encoded>{post}</content:encoded></item></channel></rss>"
    )


@pytest.mark.parametrize(
    ("post", "read"),
    [
        (
            "It sails at <em>noon</em>.\n\nIt was\naway.\n \n\n<h2>When</h2>\n\nDaily.",
            [
                ("paragraph", "It sails at noon."),
                ("paragraph", "It was\naway."),
                ("subhead", "When"),
                ("paragraph", "Daily."),
            ],
        ),
        (
            "<ul>\r\n\r\n<li>A bell</li>\r\n\r\n<li>A light</li></ul>\r\n\r\nAll new.",
            [("list-item", "A bell"), ("list-item", "A light"), ("paragraph", "All new.")],
        ),
        ("One.<pre>a\n\nb</pre>Two.", [("paragraph", "One."), ("paragraph", "Two.")]),
        (
            'It sails.\n\n<p class="star">*</p>\n\nIt was away.\n\nIt is new.<br>Truly.',
            [
                ("paragraph", "It sails."),
                ("paragraph", "*"),
                ("paragraph", "It was away."),
                ("paragraph", "It is new.\nTruly."),
            ],
        ),
        (
            "<!-- wp:paragraph --><p>It was\n\naway.</p><!-- /wp:paragraph -->",
            [("paragraph", "It was\naway.")],
        ),
    ],
)
def test_a_blank_line_in_a_classic_post_divides_paragraphs(
    post: str, read: list[tuple[str, str]]
) -> None:
    assert READING.blocks(exported(f"<![CDATA[{post}]]>")) == read
    escaped = post.replace("<", "&lt;").replace(">", "&gt;")
    assert READING.blocks(exported(escaped)) == read


def test_a_blank_line_in_another_feed_divides_nothing() -> None:
    source = exported("<![CDATA[<p>It sails.\n\nIt was away.</p>]]>")
    other = source.replace("://wordpress.org", "://example.org")
    assert READING.blocks(other) == [("paragraph", "It sails.\nIt was away.")]
