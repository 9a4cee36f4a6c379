from __future__ import annotations

import pytest
from reading import Reading

from copylint.core.blocks import BlockKind
from copylint.formats.markdown import Markdown
from copylint.formats.offsets import CodePoints
from copylint.formats.templates import mask

K = BlockKind
OBJECT = "\ufffc"
READING = Reading(Markdown(), "a.md")
read, blocks, levels, origin = READING.read, READING.blocks, READING.levels, READING.origin


def test_heading_levels_are_read() -> None:
    assert levels("# One #\n\nTwo\n---\n\n### Three {#id .c}\n\n# Four\n") == [
        (K.HEADLINE, 1, "One"),
        (K.SUBHEAD, 2, "Two"),
        (K.SUBHEAD, 3, "Three"),
        (K.SUBHEAD, 1, "Four"),
    ]


def test_lists_quotations_tables_and_footnotes() -> None:
    source = (
        "- one\n  two\n  1. inner\n- [ ] task\n\n> said\n> so\n>\n> - point\n\n"
        "| a | b\\|c |\n|---|---|\n| d | `e` f |\n\nText[^1].\n\n[^1]: Note.\n"
    )
    assert levels(source) == [
        (K.LIST_ITEM, 1, "one\ntwo"),
        (K.LIST_ITEM, 2, "inner"),
        (K.LIST_ITEM, 1, "task"),
        (K.QUOTATION, 0, "said\nso"),
        (K.LIST_ITEM, 1, "point"),
        (K.TABLE_CELL, 1, "a"),
        (K.TABLE_CELL, 1, "b|c"),
        (K.TABLE_CELL, 0, "d"),
        (K.TABLE_CELL, 0, f"{OBJECT} f"),
        (K.PARAGRAPH, 0, "Text."),
        (K.FOOTNOTE, 0, "Note."),
    ]


def test_a_break_takes_in_what_the_next_line_begins_with() -> None:
    assert origin("> the\n> the end", "the\n") == "the\n> "
    assert origin("- the\r\n  the end", "the\n") == "the\r\n  "
    assert blocks("one  \ntwo\\\nthree<br>four") == [(K.PARAGRAPH, "one\ntwo\nthree\nfour")]


def test_markup_inside_a_word() -> None:
    assert blocks("an ex**clu**se 10<sup>th</sup> *B*ridge") == [
        (K.PARAGRAPH, "an excluse 10th Bridge")
    ]
    assert origin("an ex**clu**se", "excluse") == "ex**clu**se"


def test_entities_and_escapes() -> None:
    source = "Fish &amp; chips, 5 \\* 6, caf&#233; 😀 end"
    assert blocks(source) == [(K.PARAGRAPH, "Fish & chips, 5 * 6, café 😀 end")]
    assert origin(source, "&") == "&amp;"
    assert origin(source, "café") == "caf&#233;"
    assert origin(source, "end") == "end"


def test_code_is_masked_or_removed() -> None:
    source = (
        "Use `x  y` and $a_b$ at <https://a.example> or https://b.example/c_d, see {{< ref >}} "
        "and ~~gone~~ this <!-- note --> now[^1].\n\n[^1]: N\n\n```\ncode\n```\n\n    code\n\n"
        "<script>\n\nvar x;\n\n</script>\n\n{% include x.html %}\n\n$$\nx\n$$\n"
    )
    document = read(source)
    first = document.blocks[0]
    assert document.slice(first.span) == (
        f"Use {OBJECT} and {OBJECT} at https://a.example or https://b.example/c_d, see {OBJECT} "
        "and this now."
    )
    assert len(first.opaque) == 5
    assert [kind for kind, _ in blocks(source)] == [K.PARAGRAPH, K.FOOTNOTE]


def test_money_is_not_mathematics() -> None:
    assert blocks("It cost $5-$10, then $20/$30.") == [
        (K.PARAGRAPH, "It cost $5-$10, then $20/$30.")
    ]


def test_a_footnote_mark_does_not_part_a_word_from_its_stop() -> None:
    assert (
        blocks("It rained [^1]. It *did* [^1] rain.\n\n[^1]: N")[0][1] == "It rained. It did rain."
    )


def test_images_are_read_with_their_texts() -> None:
    source = 'See ![the *old* bridge](b.png "A \\"bridge\\" &amp; more") here.\n'
    assert blocks(source) == [
        (K.PARAGRAPH, "See here."),
        (K.ALT_TEXT, "the old bridge"),
        (K.IMAGE_TITLE, 'A "bridge" & more'),
    ]
    assert origin(source, '"bridge"') == '\\"bridge\\"'


@pytest.mark.parametrize(
    "source",
    [
        "![x](y)\n*The bridge at dawn.*\n",
        "![x](y)\n\n_The bridge at dawn._\n",
        "![x](y)\n\nThe bridge at dawn\n",
        "<figure><img src=y alt=x>\n<figcaption>The bridge\n  at dawn.</figcaption></figure>\n",
        "<figure>\n<img src=y>\n<figcaption>\n\nThe bridge *at* dawn.\n\n</figcaption></figure>\n",
        "<img src='y'>\n\n*The bridge at dawn.*\n",
        "Copy.\n\nThe bridge at dawn ©PA\n",
    ],
)
def test_captions_beside_images_are_recognised(source: str) -> None:
    captions = [text for kind, text in blocks(source) if kind is K.CAPTION]
    assert len(captions) == 1
    assert captions[0].replace("\n", " ").startswith("The bridge at dawn")


def test_captions_under_each_other_in_one_paragraph() -> None:
    source = (
        "The bridge at dawn on Friday ©PA\nThe bridge at dawn on Friday ©PA\n\n"
        "The mayor, who is left of the\nThe mayor, who is left of the bridge ©PA\n"
    )
    assert [kind for kind, _ in blocks(source)] == [K.CAPTION] * 4


def test_blank_line_beside_a_caption_is_not_a_block() -> None:
    assert blocks("Photo: the bridge\n\xa0\n") == [(K.CAPTION, "Photo: the bridge")]


def test_prose_after_an_image_is_prose() -> None:
    assert (K.PARAGRAPH, "The council met on Monday.") in blocks(
        "![x](y)\n\nThe council met on Monday.\n"
    )


def test_html_blocks_are_read() -> None:
    source = (
        '<div class="a">\n<h2>Head &amp; more</h2>\n<p>One <em>two</em>\n   three<br>four</p>\n'
        '<ul><li>item</li></ul>\n<img src="x" alt="a &quot;b&quot;" title=\'t\'>\n'
        "<pre>code</pre><style>p {}</style>\n</div>\n\nAfter <kbd>x</kbd> it < 5.\n"
    )
    assert blocks(source) == [
        (K.SUBHEAD, "Head & more"),
        (K.PARAGRAPH, "One two\nthree\nfour"),
        (K.LIST_ITEM, "item"),
        (K.ALT_TEXT, 'a "b"'),
        (K.IMAGE_TITLE, "t"),
        (K.PARAGRAPH, f"After {OBJECT} it < 5."),
    ]


def test_html_in_a_quotation() -> None:
    source = "> <p>one\n> two</p>\n>\n> three\n"
    assert blocks(source) == [(K.QUOTATION, "one\ntwo"), (K.QUOTATION, "three")]
    assert origin(source, "one\ntwo") == "one\n> two"


def test_an_element_left_open_ends_with_its_parent() -> None:
    assert blocks("> <blockquote>one\n\n- <li>two\n\nthree\n")[-1] == (K.PARAGRAPH, "three")


def test_comments_are_directives() -> None:
    source = (
        "<!-- copylint-disable a -->\n\nOne <!-- copylint-enable a --> two.\n\n> <!-- b\n> c -->\n"
    )
    document = read(source)
    assert [comment.text for comment in document.comments][:2] == [
        "copylint-disable a",
        "copylint-enable a",
    ]
    for comment in document.comments:
        assert source[comment.span.start : comment.span.end].startswith("<!--")
        assert source[comment.span.start : comment.span.end].endswith("-->")
    assert blocks(source) == [(K.PARAGRAPH, "One two.")]


def test_template_tags() -> None:
    source = (
        'A {{< fig "a*b" >}} b.\n\n{% highlight js %}\nvar x;\n\nvar y;\n{% endhighlight %}\n\n'
        'A [link]({{ site.url }}/x){:target="_blank"} here.\n{: .note}\n\n{{ open and {% so on\n'
    )
    assert blocks(source) == [
        (K.PARAGRAPH, f"A {OBJECT} b."),
        (K.PARAGRAPH, "A link here."),
        (K.PARAGRAPH, "{{ open and {% so on"),
    ]
    assert len(mask(source)) == len(source)
    assert [at for at, c in enumerate(mask(source)) if c == "\n"] == [
        at for at, c in enumerate(source) if c == "\n"
    ]


def test_lone_surrogates() -> None:
    document = read("one \ud800 *two*")
    assert document.slice(document.blocks[0].span) == "one \ud800 two"


@pytest.mark.parametrize(
    "text", ["", "abc", "é" * 300 + "😀", "a😀é" * 500, "x" * 255 + "é" + "y" * 300]
)
def test_utf8_offsets_become_code_points(text: str) -> None:
    code_point = CodePoints(text.encode())
    for at in range(len(text) + 1):
        assert code_point(len(text[:at].encode())) == at
