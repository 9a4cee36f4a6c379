"""Quotation marks and brackets without a partner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copylint.analysis.article import Article
from copylint.analysis.quotations import Unbalanced
from copylint.contract.check import Check, Options
from copylint.core.blocks import Block, BlockKind
from copylint.core.finding import Match, RelatedText
from copylint.core.kept_patterns import compiled
from copylint.core.rule import Bad, Good, Rule
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern

QUOTE = Rule(
    id="typography.unbalanced-quote",
    summary="Flags a quotation mark without its partner.",
    why=(
        "Without a closing mark, readers take the reporter's words for the speaker's. A quotation "
        "over several paragraphs may open each with a mark and close only the last."
    ),
    bad=(
        Bad(
            'The mayor called it "a blow to the town, and left.\n\nWork starts in June.\n',
            '"a blow to the town',
            'The mayor called it "a blow to the town", and left.\n\nWork starts in June.\n',
        ),
        Bad(
            '"We shall rebuild the pier, said the mayor.\n\nWork starts in June.\n',
            "pier,",
            '"We shall rebuild the pier," said the mayor.\n\nWork starts in June.\n',
        ),
        Bad('The pier was never safe," she said.\n\nIt closed in May.\n', '"'),
    ),
    good=(
        Good('"The pier was safe.\n\n"We checked it every week.\n\n"It never moved," he said.\n'),
        Good('The plank was 12" long and he was 6\' 2" tall.\n'),
        Good("Read what the mayor said »\n"),
        Good('We could have used ", but the line would be hard to read.\n'),
    ),
)

BRACKET = Rule(
    id="typography.unbalanced-bracket",
    summary="Flags a bracket without its partner.",
    why="A bracket that never closes leaves readers unsure of where the aside ends.",
    bad=(
        Bad("The ferry (built in 1931, was sold for scrap.\n", "("),
        Bad(
            "The ferry was sold for scrap (it was built in 1931.\n",
            "1931",
            "The ferry was sold for scrap (it was built in 1931).\n",
        ),
    ),
    good=(
        Good("The ferry (built in 1931) was sold for scrap.\n"),
        Good("The choice: a) sell it, b) sink it. All smiled :)\n"),
        Good("1A) Mix the flour and salt.\n\n1B) Add the water.\n"),
        Good("Lists are read with [ and [[, and the method is called [.secret.\n"),
        Good("Save it as text (.txt) or as a page (.html).\n"),
        Good("The clerk looked for a ',' or a ']' at the end of the line.\n"),
    ),
)

# A mark that is written about: *we could have used ", but*.
_MENTIONED = compiled(r"\s[\"'][,;:?!]")
_WORD_BEFORE = compiled(r"\S{1,40}\Z")


class UnbalancedMarks(Check):
    """Reports quotation marks and brackets that have no partner."""

    rules = (QUOTE, BRACKET)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Unbalanced marks of the whole document."""
        for unbalanced in article.quotations.unbalanced:
            if _MENTIONED.fullmatch(
                article.text[max(0, unbalanced.offset - 1) : unbalanced.offset + 2]
            ):
                continue
            if _is_arrow(article, unbalanced.offset):
                continue
            yield _quote(article.text, unbalanced)
        yield from _brackets(article)


def _is_arrow(article: Article, at: int) -> bool:
    """Whether the mark at ``at`` points to where a link leads, as at the end of its block."""
    block = article.document.block_at(at)
    if block is None or article.text[at] not in "»«":
        return False
    before = article.text[max(block.span.start, at - 1) : at]
    after = article.text[at + 1 : block.span.end]
    if not after.strip() or after.startswith("\n"):
        return before == "" or before.isspace()
    return before in ("", "\n") and after[:1].isspace()


def _quote(text: str, mark: Unbalanced) -> Match:
    here = TextSpan(mark.offset, mark.offset + 1)
    if mark.missing is not None:
        before = _WORD_BEFORE.search(text, max(mark.offset + 1, mark.missing - 40), mark.missing)
        if before is not None:
            word = before.group()
            # Within a sentence the quoted words may end earlier: all of them are shown.
            start = mark.offset if mark.in_sentence else before.start()
            return Match(
                TextSpan(start, mark.missing),
                f"This quotation has no closing mark; put {mark.partner} after '{word}'?",
                (text[start : mark.missing] + mark.partner,),
                (RelatedText(here, "opened here"),),
                rule=QUOTE.id,
            )
    message = (
        "This quotation has no closing mark."
        if mark.opens
        else "This quotation has no opening mark."
    )
    return Match(here, message, rule=QUOTE.id)


_BRACKETS = compiled(r"[()\[\]]")
_CLOSER_OF = {"(": ")", "[": "]"}
_QUOTES = "'\"‘“"
_CLOSING = ("'", '"', "’", "”")
# a) 1) iv) at the start of an item, and the mouth of an emoticon.
_ENUMERATOR = LazyPattern(r"(?:^|[\s(])(?:[a-zA-Z]|[ivx]{1,4}|\d{1,3}[a-zA-Z]?)\Z")
_EMOTICON = compiled(r"(?:^|[\s.!?])[:;=8][-'^o]?\Z")
# A bracket between spaces, alone or doubled, that no word touches, or only its own method's name.
_ALONE = compiled(r"[(\[]{1,2}+(?=[\s.,;:?!]|\Z)")
_BEFORE_ALONE = compiled(r"(?:^|[\s\"“'‘])[(\[]?\Z")
_REACH = 3
# The words from a bracket to the end of its paragraph, if no mark divides them.
_LAST_ASIDE = compiled(
    r"(?:[^\s()\[\]]*[^\s()\[\].,;:!?\u2013\u2014-]\s+)*+"
    r"(?P<word>[^\s()\[\]]*[^\s()\[\].,;:!?])[.:!?]*\s*"
)


def _brackets(article: Article) -> Iterator[Match]:
    """Brackets without a partner; one closed a few paragraphs on is right."""
    waiting: list[tuple[int, int]] = []
    blocks = article.document.blocks
    for number, block in enumerate(blocks):
        while waiting and number - waiting[0][1] > _REACH:
            opened, where = waiting.pop(0)
            yield _bracket(article.text, opened, blocks[where])
        openers, closers = _unpaired(article.text, block)
        for at in closers:
            partner = next(
                (w for w in waiting if _CLOSER_OF[article.text[w[0]]] == article.text[at]), None
            )
            if partner is not None:
                waiting.remove(partner)
            else:
                yield _bracket(article.text, at, block)
        if len(openers) + len(closers) <= 2 and block.kind is not BlockKind.TABLE_CELL:
            waiting += [(at, number) for at in openers]
    for at, where in waiting:
        yield _bracket(article.text, at, blocks[where])


def _unpaired(text: str, block: Block) -> tuple[list[int], list[int]]:
    stack: list[int] = []
    alone: set[int] = set()  # if nothing closes them, the marks themselves are written about
    closers: list[int] = []
    opaque = iter(block.opaque)
    skip = next(opaque, None)
    for match in _BRACKETS.finditer(text, block.span.start, block.span.end):
        at, mark = match.start(), match.group()
        while skip is not None and skip.end <= at:
            skip = next(opaque, None)
        if (skip is not None and skip.start <= at) or _is_named(text, at):
            continue
        if mark in _CLOSER_OF:
            if _ALONE.match(text, at, block.span.end) and _BEFORE_ALONE.search(
                text[max(block.span.start, at - 3) : at]
            ):
                alone.add(at)
            if not _EMOTICON.search(text[max(block.span.start, at - 3) : at]):
                stack.append(at)
            continue
        while stack and stack[-1] in alone and _CLOSER_OF[text[stack[-1]]] != mark:
            stack.pop()
        if stack and _CLOSER_OF[text[stack[-1]]] == mark:
            stack.pop()
        elif not (
            _ENUMERATOR.search(text[max(block.span.start, at - 5) : at])
            or _EMOTICON.search(text[max(block.span.start, at - 3) : at])
        ):
            closers.append(at)
    openers = [at for at in stack if at not in alone]
    return (openers, closers) if len(closers) <= 2 else ([], [])


def _is_named(text: str, at: int) -> bool:
    """Whether the bracket at ``at`` is alone in quotation marks: the sentence is about it."""
    return at > 0 and text[at - 1] in _QUOTES and text[at + 1 : at + 2] in _CLOSING


def _bracket(text: str, at: int, block: Block) -> Match:
    here = TextSpan(at, at + 1)
    if text[at] not in _CLOSER_OF:
        return Match(here, f"The bracket '{text[at]}' has no opening bracket.", rule=BRACKET.id)
    aside = _LAST_ASIDE.fullmatch(text, at + 1, block.span.end)
    if aside is None:
        return Match(here, f"The bracket '{text[at]}' has no closing bracket.", rule=BRACKET.id)
    word, closer = aside["word"], _CLOSER_OF[text[at]]
    return Match(
        TextSpan(*aside.span("word")),
        f"The bracket '{text[at]}' has no closing bracket; put {closer} after '{word}'?",
        (word + closer,),
        (RelatedText(here, "opened here"),),
        rule=BRACKET.id,
    )
