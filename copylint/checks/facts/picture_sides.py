"""Left and right in a caption, against each other and against the picture's alternative text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from copylint.analysis.article import Article
from copylint.checks.facts.two_statements import both
from copylint.contract.check import Check, Options
from copylint.core.blocks import Block, BlockKind
from copylint.core.finding import Match
from copylint.core.rule import Bad, Good, Rule, Severity
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern

SIDES = Rule(
    id="facts.left-right",
    summary="Flags two sides for one person in a picture, and one side for two people.",
    why=(
        "'Ada Quist, left' under a picture whose alternative text has her on the right is wrong "
        "in one of the two. Captions of different pictures are not compared."
    ),
    bad=(
        Bad(
            "![Ada Quist, right, and Bo Moon at the mill](mill.jpg)\n\n"
            "*Ada Quist, left, and Bo Moon at the mill.*\n",
            "left",
            format="markdown",
        ),
        Bad(
            "The mill\n\nIt is old.\n\nCaption: Ada Quist (left) and Bo Moon (left) at the mill\n",
            "left",
        ),
    ),
    severity=Severity.SUGGESTION,
    good=(
        Good(
            "![Ada Quist, left, and Bo Moon at the mill](mill.jpg)\n\n"
            "*Ada Quist, left, and Bo Moon at the mill.*\n",
            format="markdown",
        ),
    ),
)

_PICTURE = (BlockKind.CAPTION, BlockKind.ALT_TEXT, BlockKind.IMAGE_TITLE)
_SIDE = LazyPattern(
    r"(?P<name>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2})(?:,\s|\s\(|\s)(?:pictured\s|standing\s|seated\s|"
    r"is\s|sits\s|stands\s)?(?:on\sthe\s|at\s|far\s|second\s)?(?P<side>left|right)\b"
    r"(?!\s(?:to|back|wing|from|hand|after|before|the)\b)"
)
_FROM_LEFT = LazyPattern(
    r"\b(?P<side>[Ff]rom\s(?:left|right)|[Ll]eft\sto\sright|L-R|[Cc]lockwise\sfrom\s(?:top\s)?left)"
    r"(?:\sto\s(?:right|left))?[:,]?\s(?P<first>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2})"
    r"(?:,?\sand\s(?P<last>[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2}))?"
)


class _Side(NamedTuple):
    surname: str
    right: bool
    span: TextSpan
    block: int


class PictureSides(Check):
    """Compares the sides that captions and alternative texts give."""

    rules = (SIDES,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """The sides that cannot all be right."""
        text = article.text
        if "left" not in text and "right" not in text:
            return
        sides = [
            side
            for number, block in enumerate(article.document.blocks)
            if block.kind in _PICTURE
            for side in _sides(article, block, number)
        ]
        yield from _conflicts(article, sides)


def _sides(article: Article, block: Block, number: int) -> Iterator[_Side]:
    text, span = article.text, block.span
    for found in _SIDE.finditer(text, span.start, span.end):
        surname = found["name"].split()[-1]
        yield _Side(surname, found["side"] == "right", TextSpan(*found.span("side")), number)
    for found in _FROM_LEFT.finditer(text, span.start, span.end):
        reverse = found["side"].lower() == "from right"
        place = TextSpan(*found.span("side"))
        yield _Side(found["first"].split()[-1], reverse, place, number)
        if found["last"]:
            yield _Side(found["last"].split()[-1], not reverse, place, number)


def _conflicts(article: Article, sides: list[_Side]) -> Iterator[Match]:
    for at, side in enumerate(sides):
        for other in sides[:at]:
            apart = side.block - other.block
            if apart > 2 or other.span == side.span:
                continue
            same = side.surname == other.surname
            if same and side.right != other.right:
                yield both(article, side.span, other.span, f"{side.surname} is", SIDES.id)
                break
            pair = sum(each.block == side.block for each in sides) == 2
            if apart == 0 and pair and not same and side.right == other.right:
                yield both(
                    article, side.span, other.span, "Two people are on one side:", SIDES.id,
                    shown_here=f"{side.surname}", shown_there=f"{other.surname}",
                )  # fmt: skip
                break
