"""Headings and list items that are set differently from their neighbours."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence

from copylint.analysis.annotated_text import Passage
from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.blocks import BlockKind
from copylint.core.finding import Match, RelatedText
from copylint.core.rule import Bad, Good, Rule, Severity
from copylint.core.span import TextSpan
from copylint.language.lexicon import Kinds, Lexicon
from copylint.language.tagger import Tagger
from copylint.language.tokens import Token, TokenKind
from copylint.language.word_list import words

_WORD = TokenKind.WORD

HEADING = Rule(
    id="consistency.heading-case",
    summary="Flags a heading in title case among headings in sentence case, or the reverse.",
    why=(
        "Headings of one level should follow one style. Names keep their capitals in both, so only "
        "ordinary words are compared; a heading needs at least two of them to count."
    ),
    bad=(
        Bad(
            "# Report\n\n## How the pier was built\n\nIt was built.\n\n## Why the work was "
            "stopped\n\nIt was stopped.\n\n## What the council wants now\n\nMuch.\n\n"
            "## Where the Money Comes From\n\nNobody knows.\n",
            "Where the Money Comes From",
            format="markdown",
        ),
    ),
    good=(
        Good(
            "# The Report\n\n## How the pier was built\n\nIt was built.\n\n## Why Robert and Emma "
            "left\n\nThey left.\n\n## What the council wants now\n\nMuch.\n",
            format="markdown",
        ),
    ),
    severity=Severity.SUGGESTION,
)
CAPITALS = Rule(
    id="consistency.list-capitals",
    summary="Flags a list item in lower case among items with capitals, or the reverse.",
    why=(
        "All items of a list should begin alike. Items that begin with a name, a number or code "
        "are not compared."
    ),
    bad=(
        Bad(
            "The keeper looks after:\n\n- Lamps and lenses\n- Boats and moorings\n"
            "- Visitors in summer\n- the old fog horn\n",
            "the",
            "The keeper looks after:\n\n- Lamps and lenses\n- Boats and moorings\n"
            "- Visitors in summer\n- The old fog horn\n",
            format="markdown",
        ),
    ),
    good=(
        Good(
            "The keeper looks after:\n\n- lamps and lenses\n- boats and moorings\n- Hull's "
            "visitors\n- the old fog horn\n",
            format="markdown",
        ),
    ),
    severity=Severity.SUGGESTION,
)
STOPS = Rule(
    id="consistency.list-stops",
    summary="Flags a list item that ends differently from the other items.",
    why=(
        "Either all items of a list end in a full stop or none does. Items of several sentences, "
        "and those that end in another mark or in code, are not compared."
    ),
    bad=(
        Bad(
            "The keeper looks after:\n\n- lamps and lenses\n- boats and moorings\n"
            "- visitors in summer.\n- the old fog horn\n",
            "summer.",
            "The keeper looks after:\n\n- lamps and lenses\n- boats and moorings\n"
            "- visitors in summer\n- the old fog horn\n",
            format="markdown",
        ),
    ),
    good=(
        Good(
            "The keeper looks after:\n\n- lamps and lenses;\n- boats and moorings;\n"
            "- the old fog horn.\n",
            format="markdown",
        ),
    ),
    severity=Severity.SUGGESTION,
)

# Of so many at least; one odd one needs so many times as many others.
_FEWEST = 3
_SHARE = 2
_MOST_RELATED = 3
_MOST_HEADINGS = 100
# In a heading these belong to code or to a list of terms.
_CODE_SIGNS = frozenset("/()[]{}=<>&;_￼")
_ABBREVIATED = words("inc ltd co corp etc jr sr no vs st dept univ plc llc")
_MINOR = words(
    "a an the and or but nor of in on at by for from with to as is are be it its vs via per into "
    "onto over up off out if than so yet about after before between through during without under"
)


class Layout(Check):
    """Compares headings of one level, and the items of each list."""

    rules = (HEADING, CAPITALS, STOPS)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """The odd headings and items."""
        levels: dict[int, list[Passage]] = {}
        for passage in article.passages:
            if passage.kind is BlockKind.SUBHEAD:
                levels.setdefault(passage.block.depth, []).append(passage)
        for headings in levels.values():
            yield from _headings(article.text, headings)
        for items in _lists(article):
            yield from _capitals(items)
            yield from _stops(article.text, items)


def _odd(uses: Sequence[tuple[Passage, str]]) -> Iterator[tuple[Passage, str, list[Passage]]]:
    """The few that differ from most, with the usual way and some that have it."""
    ways: dict[str, list[Passage]] = {}
    for passage, way in uses:
        ways.setdefault(way, []).append(passage)
    if len(ways) != 2:
        return
    (_, few), (usual, many) = sorted(ways.items(), key=lambda each: len(each[1]))
    if len(few) + len(many) >= _FEWEST and len(many) >= _SHARE * len(few):
        for passage in few:
            yield passage, usual, many[:_MOST_RELATED]


def _is_ordinary(text: str) -> bool:
    """Whether the word, whatever its case, is not a name."""
    low = text.lower()
    entry = Lexicon.shared().entry(low)
    if entry is None or not entry.kinds & Kinds.WORD:
        return False
    return Tagger.shared().possible(low.capitalize())[:1] not in (("NNP",), ("NNPS",))


def _headings(text: str, headings: list[Passage]) -> Iterator[Match]:
    if len(headings) < _FEWEST:
        return
    cased = [(passage, case) for passage in headings if (case := _case(passage))]
    if len({case for _, case in cased}) < 2:
        return
    if len(cased) <= _MOST_HEADINGS:  # each asks the whole text
        cased = [each for each in cased if each[1] != "title" or not _is_name(text, each[0])]
    for passage, usual, others in _odd(cased):
        yield Match(
            passage.block.span,
            f"This heading is in {'title' if usual == 'sentence' else 'sentence'} case; the "
            f"others at its level are in {usual} case.",
            related=tuple(RelatedText(other.block.span, f"{usual} case") for other in others),
            rule=HEADING.id,
        )


def _is_name(text: str, passage: Passage) -> bool:
    """Whether the heading's words have the same capitals elsewhere: a product, a post."""
    tokens = passage.tokens
    capitals = [t for t in tokens[1:] if t.is_word and t.text[0].isupper()]
    runs = [text[one.start : two.end] for one, two in itertools.pairwise(capitals)]
    return bool(runs) and all(text.count(run) > 1 for run in runs)


def _case(passage: Passage) -> str:
    """How a heading is set: ``title``, ``sentence``, or empty if that is unclear."""
    if any(token.text in _CODE_SIGNS for token in passage.tokens):
        return ""
    capital = small = 0
    first = True
    for before, token in zip([None, *passage.tokens], passage.tokens, strict=False):
        if token.kind is not _WORD:
            first = first or token.text in (":", "?", ".", "–", "—")
            continue
        opens = first
        first = False
        if opens or token.text.lower() in _MINOR or token.text.isupper():
            continue
        if before is not None and before.text == "-":
            continue
        if _is_ordinary(token.text):
            capital += token.text[0].isupper()
            small += token.text[0].islower()
    if capital >= 2 and not small:
        return "title"
    return "sentence" if small >= 2 and not capital else ""


def _lists(article: Article) -> Iterator[list[Passage]]:
    """The lists: items of one depth that follow one another, deeper ones left out."""
    open_lists: dict[int, list[Passage]] = {}
    for passage in article.passages:
        block = passage.block
        if block.kind is not BlockKind.LIST_ITEM:
            yield from open_lists.values()
            open_lists = {}
            continue
        for depth in [each for each in open_lists if each > block.depth]:
            yield open_lists.pop(depth)
        open_lists.setdefault(block.depth, []).append(passage)
    yield from open_lists.values()


def _first_word(passage: Passage) -> Token | None:
    """The word that an item begins with, if it is an ordinary one."""
    token = passage.tokens[0] if passage.tokens else None
    if token is None or token.kind is not _WORD or not _is_ordinary(token.text):
        return None
    following = passage.tokens[1] if len(passage.tokens) > 1 else None
    if following is None or not following.is_word:  # "and", set as a term
        return None
    return token if token.text[1:].islower() or len(token.text) == 1 else None


def _capitals(items: list[Passage]) -> Iterator[Match]:
    if len(items) < _FEWEST:
        return
    firsts = [(item, token) for item in items if (token := _first_word(item)) is not None]
    uses = [(item, "capital" if token.text[0].isupper() else "small") for item, token in firsts]
    by_item = {id(item): token for item, token in firsts}
    for item, usual, others in _odd(uses):
        token = by_item[id(item)]
        capital = usual == "capital"
        right = token.text[0].upper() if capital else token.text[0].lower()
        way = "a capital" if capital else "a small letter"
        yield Match(
            TextSpan(token.start, token.end),
            f"The other items of this list begin with {way}.",
            (right + token.text[1:],),
            tuple(
                RelatedText(TextSpan(by_item[id(o)].start, by_item[id(o)].end), f"{way} here")
                for o in others
            ),
            rule=CAPITALS.id,
        )


def _stops(text: str, items: list[Passage]) -> Iterator[Match]:
    if len(items) < _FEWEST:
        return
    # The last item of a sentence set as a list has the sentence's full stop.
    run_on = text[items[0].block.span.end - 1 : items[0].block.span.end] in (",", ";")
    if run_on:
        return
    uses = [(item, end) for item in items if (end := _end(item))]
    for item, usual, others in _odd(uses):
        word = next((t for t in reversed(item.tokens) if t.kind is _WORD), None)
        if word is None or (item is items[-1] and usual == "none"):
            continue
        close = item.tokens[-1].end
        shown = text[word.start : close]
        right = shown.rstrip(".") if usual == "none" else shown + "."
        yield Match(
            TextSpan(word.start, close),
            "The other items of this list end "
            + ("without a full stop." if usual == "none" else "in a full stop."),
            (right,),
            tuple(
                RelatedText(TextSpan(o.tokens[-1].start, o.tokens[-1].end), "different here")
                for o in others
            ),
            rule=STOPS.id,
        )


def _end(item: Passage) -> str:
    """How a one-sentence item of words closes: ``stop``, ``none``, or empty for neither."""
    tokens = item.tokens
    if len(tokens) < 2 or len(item.sentences) > 1:
        return ""
    last, before = tokens[-1], tokens[-2]
    if last.text.lower() in _ABBREVIATED:
        return ""
    if last.kind is _WORD:
        return "none"
    if before.text.lower() in _ABBREVIATED:
        return ""
    if last.text == "." and before.kind is _WORD and before.end == last.start:
        return "stop"
    return ""
