"""A figure in the headline that the story gives otherwise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from copylint.analysis.article import Article
from copylint.analysis.ledger.figures import may_count, number_places
from copylint.analysis.line_numbers import line_of
from copylint.analysis.names.people import BODY
from copylint.contract.check import Check, Options
from copylint.core.blocks import BlockKind
from copylint.core.finding import Match, RelatedText
from copylint.core.kept_patterns import compiled
from copylint.core.rule import Bad, Good, Rule
from copylint.core.span import TextSpan
from copylint.language.counted_quantities import CountedQuantity, counted, counted_of
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.quantities import Quantity, agree, quantities_near

HEADLINE_FIGURE = Rule(
    id="facts.headline-figure",
    summary="Flags a figure in the headline, standfirst or a caption that the story contradicts.",
    why=(
        "Often a story is updated and its headline is not. The rule reports a number of dead, hurt "
        "or arrested, a count, a percentage, a sum of money or an age in the headline if the story "
        "does not have it, rounded or not, and has one other figure for the same thing. Sums that "
        "differ only in million and billion are always reported. Of a caption only the dead, the "
        "hurt and the like are compared."
    ),
    bad=(
        Bad(
            "Five killed in quarry fire\n\nThe fire began at dawn.\n\nFour people were killed, "
            "the county said.\n",
            "Five",
        ),
        Bad(
            "Mill to close with loss of 250 jobs\n\nThe mill closes in May.\n\n"
            "It is a blow to the town: 350 jobs will go.\n",
            "250",
        ),
        Bad(
            "Ferry line loses £3bn\n\nThe line has few guests.\n\nIt lost £3m last year.\n",
            "£3bn",
        ),
    ),
    good=(
        Good(
            "Five killed in quarry fire\n\nThe fire began at dawn.\n\nFour people were killed "
            "there, and a fifth died later.\n"
        ),
        Good(
            "Mill to close with loss of 350 jobs\n\nThe mill closes in May.\n\n"
            "It is a blow to the town: 347 jobs will go.\n"
        ),
    ),
)

_HEAD = (BlockKind.HEADLINE, BlockKind.STANDFIRST)
# A picture may show three boats of five; only its dead and hurt are those of the story.
_PICTURES = (BlockKind.CAPTION, BlockKind.ALT_TEXT)
_ABOVE = frozenset((*_HEAD, *_PICTURES))
_STORY = BODY | {BlockKind.TABLE_CELL}
# What else a small number is called in a story.
_CALLED = {
    1: r"an?|one|first|single|the|sole|only|another",
    2: r"pair|couple|both|second|duo|twins?|twice|double|brace",
    3: r"trio|third|triplets?|treble|triple|hat-trick",
    4: r"fourth|quartet|quadruplets?|quarter",
    5: r"fifth|quintet", 6: r"sixth|half a dozen|half-dozen", 7: r"seventh", 8: r"eighth",
    9: r"ninth", 10: r"tenth|decade", 11: r"eleventh", 12: r"twelfth|dozen", 20: r"score",
    24: r"two dozen", 50: r"half|fifty",
}  # fmt: skip
_SHARES = LazyPattern(
    r"\b(?:half|halves|halved|third|thirds|quarters?|fifth|fifths|tenth|doubl\w+|trebl\w+|"
    r"tripl\w+|twice|one in|two in|out of)\b",
    re.IGNORECASE,
)
# One more, without a number.
_ANOTHER = LazyPattern(
    r"\banother\b|\bone\smore\b|\ban?\s(?:\S+[- ]old\s)?(?:man|woman|child|boy|girl|baby|teenager|"
    r"passenger|driver|pilot|soldier|officer|policeman|civilian|student|worker|cyclist|"
    r"pedestrian)\b|"
    r"\bthe\s(?:driver|pilot|gunman|attacker|bomber)\b",
    re.IGNORECASE,
)
# A hedged figure ("nearly 200") covers figures this near to it.
_NEAR = 0.15
# Sums of two or three figures are looked for among so many.
_MOST_ADDED = 40
# Documents with more figures above them than this have no headline.
_MOST_CLAIMS = 12
_THOUSAND = 1000.0
# A sentence that shares so many of its longer words with the headline is of the same matter.
_SHARED = 2
_LONGER = compiled(r"[^\W\d_]{4,}")
_STEM = 5
_AROUND = 300  # code points


class HeadlineFigures(Check):
    """Compares the figures of the headline with those of the story."""

    rules = (HEADLINE_FIGURE,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """The figures of the headline that the story does not bear out."""
        text = article.text
        heads = [
            passage.block
            for passage in article.passages
            if passage.kind in _ABOVE and may_count(passage.texts)
        ]
        if not heads:
            return
        claims = [
            claim
            for block in heads
            for claim in counted(text, block.span.start, block.span.end)
            if not article.quotations.is_quoted(claim.quantity.start)
            and (block.kind in _HEAD or claim.what.startswith("fate"))
        ]
        # Of several figures of one kind each may be another's.
        kinds = Counter(what for what, _ in {(each.what, each.quantity.value) for each in claims})
        claims = [claim for claim in claims if kinds[claim.what] == 1]
        if 0 < len(claims) <= _MOST_CLAIMS:
            yield from _Story(article).against(claims)


def _called(article: Article, offset: int) -> str:
    """What the block above the story is called in a message."""
    block = article.document.block_at(offset)
    kind = BlockKind.HEADLINE if block is None else block.kind
    return "alternative text" if kind is BlockKind.ALT_TEXT else kind.value


class _Story:
    """The figures of the story."""

    def __init__(self, article: Article) -> None:
        told = [each for each in article.passages if each.kind in _STORY]
        text = article.text
        self._text = "\n".join(each.text for each in told)
        self._quantities: list[Quantity] = []
        self._counted: list[CountedQuantity] = []
        for passage in told:
            span = passage.block.span
            places = number_places(passage.tokens)
            found = list(quantities_near(text, span.start, span.end, places))
            self._quantities += found
            self._counted += counted_of(found, text, span.start, span.end)
        self._article = article

    def against(self, claims: Sequence[CountedQuantity]) -> Iterator[Match]:
        for claim in claims:
            rival = self._rival(claim)
            if rival is not None:
                yield self._match(claim.quantity, rival)

    def _match(self, claimed: Quantity, rival: Quantity) -> Match:
        text = self._article.text
        said, told = text[claimed.start : claimed.end], text[rival.start : rival.end]
        return Match(
            TextSpan(claimed.start, claimed.end),
            f"The {_called(self._article, claimed.start)} has '{said}' but the story has "
            f"'{told}' in line {line_of(self._article, rival.start)}: which is right?",
            (),
            (RelatedText(TextSpan(rival.start, rival.end), "the story's figure"),),
        )

    def _rival(self, claim: CountedQuantity) -> Quantity | None:
        """The one figure of the story that contradicts the headline's."""
        quantity = claim.quantity
        alike = [each for each in self._quantities if each.unit == quantity.unit]
        if any(_may_be(claim, each) for each in alike):
            return None
        if quantity.unit not in ("", "%"):
            for each in alike:
                ratio = quantity.value / each.value if each.value else 0
                if ratio in (_THOUSAND, 1 / _THOUSAND) and quantity.value >= _THOUSAND:
                    return each
        same = [each for each in self._counted if each.what == claim.what]
        values = {each.quantity.value for each in same}
        if not values or self._told_otherwise(claim):
            return None
        if not quantity.unit and len(values) == 1:
            return same[0].quantity
        return self._of_same_matter(claim, same, 1 if len(values) == 1 else _SHARED)

    def _of_same_matter(
        self, claim: CountedQuantity, same: Sequence[CountedQuantity], least: int
    ) -> Quantity | None:
        """The figure in the sentence that shares the most words with the headline.

        ``least`` is how many it must share.
        """
        text = self._article.text
        head = self._article.document.block_at(claim.quantity.start)
        if head is None:
            return None
        topic = _stems(text[head.span.start : head.span.end])
        best: list[CountedQuantity] = []
        most = least
        for each in same:
            shared = len(topic & _stems(text[slice(*_sentence(text, each.quantity))]))
            if shared > most:
                best, most = [], shared
            if shared == most:
                best.append(each)
        values = {each.quantity.value for each in best}
        return best[0].quantity if len(values) == 1 else None

    def _told_otherwise(self, claim: CountedQuantity) -> bool:
        """Whether the story has the figure in another form: a word, a share, a sum."""
        quantity = claim.quantity
        if quantity.unit == "%" and _SHARES.search(self._text):
            return True
        called = _CALLED.get(int(quantity.value)) if not quantity.unit else None
        if called and re.search(rf"\b(?:{called})\b", self._text, re.IGNORECASE):
            return True
        values = {each.value for each in self._quantities if each.unit == quantity.unit}
        if len(values) > _MOST_ADDED:
            return True
        added = [2, 3] if not quantity.unit else [2]
        if _ANOTHER.search(self._text):
            values.add(1.0)
        return any(quantity.value in map(sum, combinations(values, n)) for n in added)


def _stems(text: str) -> set[str]:
    """The longer words of a text, cut so that forms of one word are one."""
    return {word[:_STEM].lower() for word in _LONGER.findall(text)}


def _sentence(text: str, quantity: Quantity) -> tuple[int, int]:
    """Roughly the sentence around a quantity, as code points."""
    low = max(0, quantity.start - _AROUND)
    before = max(text.rfind(stop, low, quantity.start) for stop in (". ", "\n", "? "))
    ends = [text.find(stop, quantity.end, quantity.end + _AROUND) for stop in (". ", "\n", "? ")]
    return (
        max(low, before + 1),
        min((end for end in ends if end >= 0), default=quantity.end + _AROUND),
    )


def _may_be(claim: CountedQuantity, told: Quantity) -> bool:
    quantity = claim.quantity
    if agree(quantity, told):
        return True
    if not claim.hedged or not told.value:
        return False
    return abs(quantity.value - told.value) <= _NEAR * told.value
