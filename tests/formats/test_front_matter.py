from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.core.blocks import BlockKind
from copylint.formats.front_matter import kind_of
from copylint.formats.markdown import Markdown

K = BlockKind


def fields(source: str) -> list[tuple[BlockKind, str, str]]:
    document = Markdown().read("a.md", source)
    return [(b.kind, b.field, document.slice(b.span)) for b in document.blocks if b.field]


def test_yaml_front_matter_fields_are_read() -> None:
    source = """---
title: 'The mayor''s 😀 bridge'
description: "A \\"long\\" caf\\u00e9 \\
  story"
date: 2024-03-03
summary: >
  One line
  and more

  then
excerpt: |-
    kept
      so
image: /a/b.jpg
plain: no
standfirst: Plain text
  goes on # remark
gallery:
  - src: x.png
    caption: The bridge
    image-alt: Stones
---
Body.
"""
    assert fields(source) == [
        (K.HEADLINE, "title", "The mayor's 😀 bridge"),
        (K.FRONT_MATTER, "description", 'A "long" café story'),
        (K.FRONT_MATTER, "summary", "One line and more\nthen"),
        (K.FRONT_MATTER, "excerpt", "kept\n  so"),
        (K.STANDFIRST, "standfirst", "Plain text goes on"),
        (K.CAPTION, "gallery.caption", "The bridge"),
        (K.ALT_TEXT, "gallery.image-alt", "Stones"),
    ]


def test_toml_front_matter_fields_are_read() -> None:
    source = """+++
title = "The \\"old\\" caf\\u00e9"
description = '''
raw \\n text'''
summary = \"""
One
two\"""
number = 5
[image]
caption = 'The bridge' # remark
url = "https://a.example"
+++
Body.
"""
    assert fields(source) == [
        (K.HEADLINE, "title", 'The "old" café'),
        (K.FRONT_MATTER, "description", "raw \\n text"),
        (K.FRONT_MATTER, "summary", "One\ntwo"),
        (K.CAPTION, "caption", "The bridge"),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "---\ntitle: [broken\n---\n\nBody.\n",
        "---\ntitle: 'a\n---\n\nBody.\n",
        "+++\ntitle = \n+++\n\nBody.\n",
        "---\n" + "a: " + "[" * 5000 + "\n---\n\nBody.\n",
        "---\ntitle: \x07\n---\n\nBody.\n",
        "---\n---\n\nBody.\n",
        "---\r\ndate: x\r\n---\r\n\r\nBody.\r\n",
    ],
)
def test_broken_front_matter_leaves_the_body(source: str) -> None:
    document = Markdown().read("a.md", source)
    assert [document.slice(block.span) for block in document.blocks] == ["Body."]


def test_thematic_break_is_not_front_matter() -> None:
    document = Markdown().read("a.md", "---\n\nOne.\n")
    assert [document.slice(block.span) for block in document.blocks] == ["One."]


def test_field_kind_follows_the_last_words_of_its_name() -> None:
    assert kind_of("hero.imageAlt") is K.ALT_TEXT
    assert kind_of("seo_title") is K.HEADLINE
    assert kind_of("image-caption") is K.CAPTION
    assert kind_of("layout") is None
    assert kind_of("permalink") is None


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\x85\u2028\u2029\ufeff"), max_size=40)
)
def test_quoted_yaml_of_any_text_reads_back(text: str) -> None:
    import yaml

    dumped = yaml.dump({"title": text}, allow_unicode=True, default_style='"', width=30)
    found = fields(f"---\n{dumped}---\n")
    if found:
        assert found[0][2] == text.strip() or found[0][2].strip() == text.strip()
    else:
        assert not text.strip() or " " not in text.strip()
