"""A number of things announced, and another number of them that follow."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.blocks import Block, BlockKind
from copylint.core.document import Document
from copylint.core.finding import Match, RelatedText
from copylint.core.rule import Bad, Good, Rule
from copylint.core.span import TextSpan
from copylint.language.announced_numbers import PARTS_OF_TEXT, AnnouncedNumber, announced
from copylint.language.lazy_pattern import LazyPattern

COUNT = Rule(
    id="facts.count",
    summary="Flags an announced number of things that does not match how many follow.",
    why=(
        "Somebody added or cut an item and left the number before the list as it was. The rule "
        "counts the items of a list after a colon, names after a colon in the same sentence, "
        "numbered headings under a headline with a number, and sentences that begin with 'First', "
        "'Second' and so on."
    ),
    bad=(
        Bad(
            "The mill closed for three reasons:\n\n- the river fell\n- the price rose\n",
            "three",
            format="markdown",
        ),
        Bad("The ferry calls at three cities: Leith, Oban, Hull, and Wick.", "three"),
        Bad(
            "The mill closed for two reasons. First, the river fell. Second, the price rose. "
            "Third, nobody came.",
            "two",
        ),
    ),
    good=(
        Good(
            "The mill closed for two reasons:\n\n- the river fell\n- the price rose\n",
            format="markdown",
        ),
        Good("The ferry calls at three cities: Leith, Oban, and Wick."),
        Good(
            "There are three reasons. First, the river fell. Second, it rained. Finally, it shut."
        ),
    ),
)

_MARKER = LazyPattern(r"(?:\A|\n)[ \t>]*(?:[-*+•–.]{1,6}|\(?\d+[.)]|\(?[a-z][.)])[ \t]|<li\b|<dt\b")
_NUMBERED = LazyPattern(r"\s*(?:#|No\.? ?)?(\d{1,2})[.):]\s")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")
_ORDINAL = LazyPattern(
    rf"(?:{'|'.join(f'[{word[0].upper()}{word[0]}]{word[1:]}' for word in _ORDINALS)})(?:ly)?"
    r"(?=,\s|\s(?:is|was|of\sall|the|that|it|they|he|she|we|there)\b)"
)
# What precedes an ordinal that opens a sentence or a part of one.
_OPENING = LazyPattern(r"(?:\A|\n|[.;:!?—–][”\"]?\s|\sand\s)(?:And\s|The\s)?\Z")
# Words that a writer may put in place of the expected ordinal.
_LAST = LazyPattern(
    r"\b(?:final|finally|last|lastly|another|also|besides|moreover|furthermore|other|next|then|"
    r"third|thirdly|fourth|fourthly|additionally)\b",
    re.IGNORECASE,
)
_NAMED = LazyPattern(r"\s?[^.;:\n]{0,40}?:\s(?P<items>[A-Z][^.;:\n()]{4,240})(?=[.\n]|\Z)")
_ITEM = LazyPattern(r"[A-Z][\w'’-]*(?:\s(?:[A-Z][\w'’-]*|of|the|de|al|St\.?)){0,3}\Z")
_MOST_SHOWN = 6
_FURTHER = 1200  # code points in which what is announced in sentences follows
_BEFORE = 300  # code points before "First" in which it is announced


class AnnouncedCounts(Check):
    """Counts what an article announces by number."""

    rules = (COUNT,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Numbers that are not those of what follows."""
        document, text = article.document, article.text
        blocks = document.blocks
        for at, block in enumerate(blocks):
            if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
                continue
            shown = text[block.span.start : block.span.end].rstrip()
            if shown.endswith(":") and at + 1 < len(blocks):
                yield from _listed(document, at, block.span.start + len(shown))
            elif ":" in shown:
                yield from _named(text, block)
        if _ordinal_hint(text):
            yield from _reasoned(article)
        yield from _headed(document)


def _match(text: str, claim: AnnouncedNumber, count: int, places: Sequence[TextSpan]) -> Match:
    said = text[claim.start : claim.end]
    return Match(
        TextSpan(claim.start, claim.end),
        f"The article announces '{said}' {claim.noun} but lists {count}; correct one or the other.",
        (),
        tuple(RelatedText(place, "one of them") for place in places[:_MOST_SHOWN]),
    )


def _last_claim(text: str, start: int, end: int) -> AnnouncedNumber | None:
    """The one announcement of the last sentence before ``end``."""
    stop = max(text.rfind(mark, start, end - 1) for mark in (". ", "? ", "! ", "; "))
    found = list(announced(text, max(start, stop + 1), end, any_noun=True))
    return found[0] if len(found) == 1 else None


def _listed(document: Document, at: int, end: int) -> Iterator[Match]:
    blocks, text = document.blocks, document.text
    following = blocks[at + 1]
    if following.kind is not BlockKind.LIST_ITEM:
        return
    if blocks[at].kind is BlockKind.LIST_ITEM and following.depth <= blocks[at].depth:
        return
    claim = _last_claim(text, blocks[at].span.start, end)
    if claim is None:
        return
    items: list[Block] = []
    after = at + 1
    while after < len(blocks) and blocks[after].kind is BlockKind.LIST_ITEM:
        if blocks[after].depth < following.depth:
            break
        if blocks[after].depth == following.depth and _is_item(document, after):
            items.append(blocks[after])
        after += 1
    resumed = any(block.kind is BlockKind.LIST_ITEM for block in blocks[after : after + 3])
    if len(items) == claim.number or len(items) < 2 or (resumed and len(items) < claim.number):
        return
    yield _match(text, claim, len(items), [item.span for item in items])


def _is_item(document: Document, at: int) -> bool:
    """Whether a block of a list begins an item, and is not a further paragraph of one."""
    if document.parts:  # marks are made by the program that shows them
        return True
    blocks = document.blocks
    before = document.to_source(blocks[at - 1].span).end
    start = document.to_source(blocks[at].span).start
    return _MARKER.search(document.source, before, max(start, before)) is not None


def _named(text: str, block: Block) -> Iterator[Match]:
    for claim in announced(text, block.span.start, block.span.end):
        found = _NAMED.match(text, claim.end, block.span.end)
        if found is None:
            continue
        count = _items(found["items"])
        if count and count != claim.number:
            yield _match(text, claim, count, [TextSpan(*found.span("items"))])


def _items(shown: str) -> int:
    """How many names a list of names has, 0 if that is unknown."""
    parts = [part.strip() for part in shown.split(",")]
    if len(parts) < 2:
        return 0
    last = parts[-1]
    if last.startswith(("and ", "or ")):
        parts[-1] = last.split(" ", 1)[1]
    elif " and " in last:
        pair = last.split(" and ")
        if len(pair) != 2 or any(" " in part for part in (*parts[:-1], *pair)):
            return 0  # "Bosnia and Herzegovina"
        parts[-1:] = pair
    else:
        return 0
    if any(not part or " and " in part or not _ITEM.match(part) for part in parts):
        return 0
    return len(parts)


def _ordinal_hint(text: str) -> bool:
    return "econd" in text and "irst" in text


def _ordinals(text: str) -> list[tuple[str, TextSpan]]:
    """The ordinals that open sentences or parts of them, without their -ly."""
    return [
        (found.group().lower().removesuffix("ly"), TextSpan(*found.span()))
        for found in _ORDINAL.finditer(text)
        if _OPENING.search(text[max(0, found.start() - 8) : found.start()])
    ]


def _reasoned(article: Article) -> Iterator[Match]:
    """Announcements that "First, … Second, …" follow."""
    text = article.text
    opens = _ordinals(text)
    for at, (ordinal, first) in enumerate(opens):
        if ordinal != "first" or article.quotations.is_quoted(first.start):
            continue
        run = [first]
        for following, place in opens[at + 1 :]:
            if len(run) == len(_ORDINALS) or following != _ORDINALS[len(run)]:
                break
            if place.start - run[-1].start > _FURTHER:
                break
            run.append(place)
        if len(run) < 2:
            continue
        low = max(0, first.start - _BEFORE)
        low = max(low, text.rfind("\n\n", low, max(low, first.start - 2)))
        claims = list(announced(text, low, first.start))
        if len(claims) != 1 or claims[0].number == len(run):
            continue
        after = run[-1].end
        if claims[0].number > len(run) and _LAST.search(text, after, after + 2 * _FURTHER):
            continue
        yield _match(text, claims[0], len(run), run)


def _headed(document: Document) -> Iterator[Match]:
    """A headline with a number over numbered headings."""
    heads = list(document.blocks_of(BlockKind.HEADLINE))
    if not heads:
        return
    numbers: list[tuple[int, TextSpan]] = []
    for block in document.blocks_of(BlockKind.SUBHEAD):
        found = _NUMBERED.match(document.text, block.span.start, block.span.end)
        if found is not None:
            numbers.append((int(found[1]), block.span))
    if len(numbers) < 2 or [n for n, _ in numbers] != list(range(1, len(numbers) + 1)):
        return
    head = heads[0].span
    claims = list(announced(document.text, head.start, head.end, capitals=True))
    if len(claims) != 1 or claims[0].noun not in PARTS_OF_TEXT:
        return
    if claims[0].number != len(numbers):
        yield _match(document.text, claims[0], len(numbers), [span for _, span in numbers])
