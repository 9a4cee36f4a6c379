"""Plain text: one paragraph per line, separated by empty lines, or wrapped."""

from __future__ import annotations

import re
from itertools import pairwise

from copylint.core.blocks import BlockKind, Comment
from copylint.core.document import Document
from copylint.core.errors import InputError
from copylint.core.kept_patterns import compiled
from copylint.core.span import SourceSpan
from copylint.formats.base import DocumentBuilder, Format
from copylint.formats.furniture_detection import FurnitureCandidate, furniture, headings
from copylint.formats.paragraph_lines import TextLine, chunks, paragraphs, wrap_width
from copylint.language.lazy_pattern import LazyPattern

_COMMENT = compiled(r"<!--\s*(copylint-(?:(?!-->).)*?)\s*-->\s*$")
# Labels that content systems put before the parts of an article in a text export.
_LABEL = LazyPattern(
    r"(headline|title|standfirst|sub-?title|sub-?head(?:ing)?|byline|caption|alt(?: text)?)"
    r"\s?:[ \t]+(?=\S)",
    re.IGNORECASE,
)
_LABELLED = {
    "headline": BlockKind.HEADLINE,
    "title": BlockKind.HEADLINE,
    "standfirst": BlockKind.STANDFIRST,
    "subtitle": BlockKind.STANDFIRST,
    "subhead": BlockKind.SUBHEAD,
    "subheading": BlockKind.SUBHEAD,
    "byline": BlockKind.BYLINE,
    "caption": BlockKind.CAPTION,
    "alt": BlockKind.ALT_TEXT,
    "alt text": BlockKind.ALT_TEXT,
}
# Data that no format claims; a person's text does not begin so.
_MARKUP = (
    (
        re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\s"),
        "XML in no format that copylint reads; say what it is with --format-of, or save it as text",
    ),
    (
        re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*\"[^\"\\\r\n]{1,80}\"\s*:"),
        "JSON under another name; say so with --format-of, and which of its fields are prose",
    ),
)
# Only the head of an article carries these; further down they begin a sentence.
_HEAD_LABELS = (BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.BYLINE)
_HEAD_PARAGRAPHS = 4


class PlainText(Format):
    """Plain text; also the format of files with an unknown suffix."""

    name = "plain"
    suffixes = (".txt", ".text")
    written = ("plain",)

    def decode(self, path: str, data: bytes) -> str:
        """The text. Raises ``InputError`` for XML and JSON, whose marks would be read as copy."""
        for beginning, remedy in _MARKUP:
            if beginning.match(data):
                raise InputError(path, remedy)
        return super().decode(path, data)

    def read(self, path: str, source: str) -> Document:
        """The document in ``source``."""
        builder = DocumentBuilder(path, self.name, source)
        all_chunks = list(chunks(source))
        if "<!--" in source:
            all_chunks = _without_comments(all_chunks, builder.comments)
        parts = list(paragraphs(all_chunks, wrap_width(all_chunks)))
        texts = [
            part[0].text if len(part) == 1 else " ".join(line.text for line in part)
            for part in parts
        ]
        labels = [_label(text, index) for index, text in enumerate(texts)]
        kinds = furniture(
            [
                FurnitureCandidate(
                    text,
                    label[0] if label else BlockKind.LIST_ITEM if part[0].bullet else None,
                )
                for text, part, label in zip(texts, parts, labels, strict=True)
            ]
        )
        headings(texts, kinds)
        for part, kind, label in zip(parts, kinds, labels, strict=True):
            skip = label[1] if label else part[0].bullet
            _emit(builder, part, skip)
            builder.end_block(kind or BlockKind.PARAGRAPH)
        return builder.build()


def _label(text: str, index: int) -> tuple[BlockKind, int] | None:
    """The kind that a label before the text names, and the label's length."""
    if ":" not in text[:16]:
        return None
    label = _LABEL.match(text)
    if label is None:
        return None
    kind = _LABELLED[label.group(1).lower().replace("-", "")]
    if kind in _HEAD_LABELS and index >= _HEAD_PARAGRAPHS:
        return None
    return kind, label.end()


def _emit(builder: DocumentBuilder, part: list[TextLine], skip: int) -> None:
    """Append a paragraph. A line end inside it, with the next line's indent, is a newline."""
    start = part[0].start + skip
    for line, following in pairwise(part):
        builder.literal(start, line.end)
        builder.replaced("\n", line.end, following.start)
        start = following.start
    builder.literal(start, part[-1].end)


def _without_comments(
    all_chunks: list[list[TextLine]], comments: list[Comment]
) -> list[list[TextLine]]:
    """The chunks without the lines that consist only of a comment to copylint."""
    kept: list[list[TextLine]] = []
    for chunk in all_chunks:
        current: list[TextLine] = []
        for line in chunk:
            comment = _COMMENT.match(line.text) if line.text.startswith("<!--") else None
            if comment is None:
                current.append(line)
                continue
            end = line.start + len(line.text.rstrip())
            comments.append(Comment(SourceSpan(line.start, end), comment.group(1)))
            if current:
                kept.append(current)
                current = []
        if current:
            kept.append(current)
    return kept
