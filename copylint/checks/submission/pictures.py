"""The texts that a picture needs: a caption, a credit, an alternative text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.blocks import Block, BlockKind
from copylint.core.document import Document
from copylint.core.finding import AnyMatch, Match, SourceMatch
from copylint.core.fix import Safety
from copylint.core.rule import Bad, Good, Rule
from copylint.core.span import SourceSpan
from copylint.language.picture_credits import credit_start, leading_credit_end

_COPY = "# Lifeboat called out\n\nThe lifeboat was called out at noon on Monday.\n\n"
_IMAGE = "![The lifeboat in heavy seas](boat.jpg)"
_CAPTION = "*The lifeboat leaves Eastmouth on Monday. Photograph: Orla Quist*"

CAPTION = Rule(
    id="submission.caption",
    summary="Flags an image without a caption right after it.",
    why="Readers want to know who or what a picture shows, and where and when it was taken.",
    bad=(
        Bad(
            f"{_COPY}{_IMAGE}\n\nIt came back in the dark, with all hands safe.\n",
            _IMAGE,
            format="markdown",
        ),
    ),
    good=(Good(f"{_COPY}{_IMAGE}\n\n{_CAPTION}\n", format="markdown"),),
    default=False,
    safety=Safety.NONE,
)
CREDIT = Rule(
    id="submission.credit",
    summary="Flags a caption without a credit.",
    why="The law and agencies' contracts require the name of whoever took the picture.",
    bad=(
        Bad(
            f"{_COPY}{_IMAGE}\n\n*The lifeboat leaves Eastmouth on Monday*\n",
            "The lifeboat leaves Eastmouth on Monday",
            format="markdown",
        ),
    ),
    good=(Good(f"{_COPY}{_IMAGE}\n\n{_CAPTION}\n", format="markdown"),),
    default=False,
    safety=Safety.NONE,
)
ALT_TEXT = Rule(
    id="submission.alt-text",
    summary="Flags an image without alternative text.",
    why=(
        "Readers who listen to a page hear the alternative text instead of the picture (WCAG 2.2, "
        "success criterion 1.1.1)."
    ),
    bad=(Bad(f"{_COPY}![](boat.jpg)\n\n{_CAPTION}\n", "![](boat.jpg)", format="markdown"),),
    good=(Good(f"{_COPY}{_IMAGE}\n\n{_CAPTION}\n", format="markdown"),),
    default=False,
    safety=Safety.NONE,
)

_OF_IMAGES = frozenset({BlockKind.ALT_TEXT, BlockKind.IMAGE_TITLE})


class Pictures(Check):
    """Reports images without caption or alternative text, and captions without credit.

    A format that has no images (plain text) still has captions.
    """

    rules = (CAPTION, CREDIT, ALT_TEXT)

    def check(self, article: Article, options: Options) -> Iterable[AnyMatch]:
        """Matches image by image, then caption by caption."""
        document = article.document
        yield from _images(document)
        blocks = document.blocks
        for at, block in enumerate(blocks):
            follows = at + 1 < len(blocks) and blocks[at + 1].kind is BlockKind.CREDIT
            if block.kind is BlockKind.CAPTION and not follows and not _credits(document, block):
                yield Match(
                    block.span,
                    "The caption names no photographer or agency; add a credit.",
                    rule=CREDIT.id,
                )


def _images(document: Document) -> Iterator[SourceMatch]:
    if not document.images:
        return
    placed = sorted((document.to_source(block.span), block) for block in document.blocks)
    starts = [span.start for span, _ in placed]
    for image in document.images:
        first = bisect_left(starts, image.start)
        inside = [block for span, block in _until(placed, first, image.end)]
        if not any(block.kind is BlockKind.ALT_TEXT for block in inside):
            yield _at(image, ALT_TEXT, "The image has no alternative text; say what it shows.")
        after = next(
            (b for _, b in placed[first + len(inside) :] if b.kind not in _OF_IMAGES), None
        )
        if after is None or after.kind is not BlockKind.CAPTION:
            yield _at(image, CAPTION, "The image has no caption; add one right after it.")


def _until(
    placed: list[tuple[SourceSpan, Block]], first: int, end: int
) -> Iterator[tuple[SourceSpan, Block]]:
    for span, block in placed[first:]:
        if span.start >= end:
            return
        yield span, block


def _at(image: SourceSpan, rule: Rule, message: str) -> SourceMatch:
    return SourceMatch(image, message, rule=rule.id)


def _credits(document: Document, block: Block) -> bool:
    text = document.slice(block.span)
    return credit_start(text) is not None or leading_credit_end(text) is not None
