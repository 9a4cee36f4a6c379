"""The captions of an article, and the picture that each belongs to."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from copylint.analysis.article import Article
from copylint.core.blocks import Block, BlockKind
from copylint.core.document import Document
from copylint.core.record import record
from copylint.core.span import SourceSpan, TextSpan
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.near_duplicates import Words, folded, words_of

_CREDIT = LazyPattern(
    r"(?:\(c\)\s|[(\[]?(?:(?:AP|AFP|EPA|PA|Reuters|Getty|file|image|picture)\s)?"
    r"(?:photo(?:graph)?|picture|image|pic|credit|source|illustration|graphic)s?"
    r"(?:\scredit|\sby)?\s?[:/]|[(\[](?:AP|AFP|EPA|PA|Reuters|Getty)\b)",
    re.IGNORECASE,
)
_CREDIT_LENGTH = 120
# Where a tag, a Markdown image, a macro or a directive names its file.
_FILE = LazyPattern(
    r"\bdata-src\s*=\s*[\"']?(?P<lazy>[^\s\"'>]+)|\]\(\s*<?(?P<link>[^\s<>)]+)"
    r"|\bsrc\s*=\s*[\"']?(?P<tag>[^\s\"'>]+)|image::?(?P<macro>[^\s\[\]]+)\["
    r"|\.\.\s+(?:figure|image)::\s*(?P<directive>\S+)"
    r"|\\includegraphics\*?(?:\[[^\]]*\])?\{(?P<command>[^{}]+)\}"
)
_BESIDE = frozenset({BlockKind.ALT_TEXT, BlockKind.IMAGE_TITLE})


@record
class Caption:
    """A caption, or a paragraph beside one that may be one cut short (not ``certain``).

    ``index`` is its number among the blocks. ``span`` has neither the spaces around it nor an
    emoji that marks it, and ``body`` has no credit either. ``words`` are those of the body, and
    ``text`` is the same folded, apart by single spaces.
    """

    index: int
    span: TextSpan
    body: TextSpan
    words: Words
    text: str
    has_credit: bool
    certain: bool


def captions_of(article: Article) -> list[Caption]:
    """The captions, and the paragraphs right beside one, in order."""
    return list(_captions(article.document))


def _captions(document: Document) -> Iterator[Caption]:
    blocks = document.blocks
    for index, block in enumerate(blocks):
        certain = block.kind is BlockKind.CAPTION
        beside = block.kind is BlockKind.PARAGRAPH and any(
            blocks[near].kind is BlockKind.CAPTION
            for near in (index - 1, index + 1)
            if 0 <= near < len(blocks)
        )
        if certain or beside:
            text = document.slice(block.span)
            bare = text[: _credit_start(text)]
            words = words_of(bare) or words_of(text)
            span = _trimmed(text, block)
            end = block.span.start + len(bare.rstrip())
            yield Caption(
                index,
                span,
                TextSpan(span.start, max(span.start, end)),
                words,
                " ".join(folded(words)),
                len(bare) < len(text),
                certain,
            )


def _credit_start(text: str) -> int:
    """Where the credit at the end of ``text`` begins, its length if there is none."""
    sign = text.find("©")
    if sign >= 0:
        return sign
    if not any(mark in text for mark in ":/(["):
        return len(text)
    credit = _CREDIT.search(text, max(0, len(text) - _CREDIT_LENGTH))
    return credit.start() if credit else len(text)


def _trimmed(text: str, block: Block) -> TextSpan:
    """The caption without the spaces around it and the emoji that may mark it as one."""
    lead = 0
    while lead < len(text) and (
        text[lead].isspace()
        or (unicodedata.category(text[lead]) in ("So", "Sk", "Mn", "Cf") and text[lead] not in "©®")
    ):
        lead += 1
    end = len(text.rstrip())
    return TextSpan(block.span.start + min(lead, end), block.span.start + end)


class Pictures:
    """The files of an article's pictures, found from their captions."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._images: list[SourceSpan] = sorted(document.images)
        self._starts = [image.start for image in self._images]
        texts = [block for block in document.blocks if block.kind not in _BESIDE]
        self._texts = sorted(document.to_source(block.span) for block in texts)

    def file_of(self, caption: Caption) -> str:
        """The file of the picture that the caption belongs to, empty if that is not certain.

        It is the picture between the caption and the text before it; in AsciiDoc, where a
        title is above its picture, the one between the caption and the text after it.
        """
        if not self._images:
            return ""
        here = self._document.to_source(caption.span)
        at = bisect_left(self._texts, here.start, key=lambda span: span.start)
        if self._document.format == "asciidoc":
            after = self._texts[at + 1].start if at + 1 < len(self._texts) else None
            number = bisect_left(self._starts, here.end)
            if number == len(self._images):
                return ""
            image = self._images[number]
            return "" if after is not None and image.start >= after else self._file(image)
        before = self._texts[at - 1].end if at else 0
        number = bisect_right(self._starts, here.start) - 1
        if number < 0 or self._starts[number] < before:
            return ""
        return self._file(self._images[number])

    def _file(self, image: SourceSpan) -> str:
        found = list(_FILE.finditer(self._document.source, image.start, image.end))
        named = [each for each in found if each["lazy"]] or found
        if not named:
            return ""
        file = next(filter(None, named[0].groups()))
        return "" if file.startswith("data:") else file
