"""A name in the headline, standfirst or a caption that the story spells or gives otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from copylint.analysis.article import Article
from copylint.analysis.names.name_index import Familiarity, look_up
from copylint.analysis.names.name_typos import folded, inflected, typo_between
from copylint.analysis.names.people import BODY, HEAD, Reference
from copylint.contract.check import Check, Options
from copylint.core.blocks import BlockKind
from copylint.core.finding import Match, RelatedText
from copylint.core.rule import Bad, Good, Rule
from copylint.core.span import TextSpan
from copylint.language.lexicon import Kinds

HEADLINE_NAME = Rule(
    id="facts.headline-name",
    summary=(
        "Flags a full name in a headline or caption with a surname that the story does not have."
    ),
    why=(
        "Headlines and captions are written by somebody else, who takes the name from memory. The "
        "rule reports a full name if the story does not have the surname and has one other person "
        "with that given name, and if the two surnames are alike or the name is in the headline. A "
        "surname that differs from the story's by one typing error belongs to 'names.variant'."
    ),
    bad=(
        Bad(
            "Mill owner Edwin Quistgaard is sued\n\nThe owner of a mill is sued.\n\n"
            "Edwin Quistrup, who owns it, said he was not. Mr Quistrup has sold the mill.\n",
            "Quistgaard",
        ),
    ),
    good=(
        Good(
            "Mill owner Edwin Quistgaard is sued\n\nThe owner of a mill is sued.\n\n"
            "Mr Quistgaard said he was not. His lawyer is Edwin Quistrup.\n"
        ),
    ),
)

# Surnames that begin with so many letters alike are taken for one.
_ALIKE = 3
# A surname of so many letters, so many typos from another, is taken for it.
_LONG = 6
_EDITS = 2
_ALIKE_AT_LEAST = 2
# A name with this many bearers identifies none of them.
_MOST = 50
_ABOVE = (BlockKind.HEADLINE, BlockKind.STANDFIRST)


class HeadlineNames(Check):
    """Compares full names above and beside the story with those in it."""

    rules = (HEADLINE_NAME,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """The surnames that the story has not."""
        if not any(block.kind in HEAD for block in article.document.blocks):
            return
        names = article.people.full_names
        head = [name for name in names if name.kind in HEAD]
        body = [name for name in names if name.kind in BODY]
        if not body:
            return
        story = {
            folded(part.form)
            for mention in article.names.mentions
            if mention.kind not in HEAD
            for part in mention.parts
        }
        yield from _full(article, head, body, story)
        yield from _alone(article, body, story)


def _full(
    article: Article, head: list[Reference], body: list[Reference], story: set[str]
) -> Iterator[Match]:
    """Full names of which the story has another surname."""
    by_given: dict[str, list[Reference]] = defaultdict(list)
    for each in body:
        by_given[_ends(each)[0]].append(each)
    for reference in head:
        given, surname = _ends(reference)
        if folded(surname) in story or reference.mention.parts[-1].placed:
            continue  # if every word has a capital, the last one may not be a name
        if article.text.endswith(("The ", "the "), 0, reference.start):
            continue  # a people, a work
        same = by_given.get(given, [])[:_MOST]
        if len({_ends(each)[1] for each in same}) != 1:
            continue
        other = _ends(same[0])[1]
        if any(part.form == other for part in reference.mention.parts):
            continue
        if typo_between(surname, other) is not None:
            continue
        if not (folded(surname)[:_ALIKE] == folded(other)[:_ALIKE] or reference.kind in _ABOVE):
            continue
        start = reference.end - len(article.text[reference.start : reference.end].split()[-1])
        yield Match(
            TextSpan(start, reference.end),
            f"The story has no {given} {surname}; did you mean '{given} {other}'?",
            (other,),
            tuple(RelatedText(TextSpan(e.start, e.end), "in the story") for e in same[:3]),
        )


def _alone(article: Article, body: list[Reference], story: set[str]) -> Iterator[Match]:
    """Surnames alone that are two edits from one of the story's."""
    surnames: dict[str, dict[str, Reference]] = defaultdict(dict)
    for each in body:
        name = _ends(each)[1]
        surnames[name[:_ALIKE_AT_LEAST]].setdefault(name, each)
    for mention in article.names.mentions:
        if mention.kind not in HEAD or len(mention.parts) != 1:
            continue
        part = mention.parts[0]
        if len(part.form) < _LONG or folded(part.form) in story or part.joined:
            continue
        kinds, _, known = look_up(article.names.lexicon, part.form)
        if known is Familiarity.AS_WORD or kinds & (Kinds.WORD | Kinds.PLACE | Kinds.DEMONYM):
            continue
        alike = surnames.get(part.form[:_ALIKE_AT_LEAST], {})
        if len(alike) > _MOST:
            continue
        near = [name for name in alike if _two_edits_apart(part.form, name)]
        if len(near) != 1:
            continue
        other = alike[near[0]]
        shown = near[0].upper() if part.shouted else near[0]
        yield Match(
            TextSpan(part.start, part.end),
            f"The story has no '{part.form}'; did you mean '{near[0]}'?",
            (shown,),
            (RelatedText(TextSpan(other.start, other.end), "in the story"),),
        )


def _two_edits_apart(one: str, other: str) -> bool:
    """Whether two longish surnames begin alike and differ by two letters."""
    if abs(len(one) - len(other)) > _EDITS or inflected(one, other):
        return False
    if typo_between(one, other) is not None:
        return False
    from rapidfuzz.distance import OSA

    return OSA.distance(one, other) == _EDITS


def _ends(reference: Reference) -> tuple[str, str]:
    """Given name and surname of a full name."""
    parts = [part for part in reference.mention.parts if part.start >= reference.start]
    return parts[0].form, parts[-1].form
