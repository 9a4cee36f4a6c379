"""Reads the places of a story: its dateline, and the places in which it says that things are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from copylint.analysis.annotated_text import AnnotatedText, Passage
from copylint.analysis.calendar_days import MONTH, WEEKDAY
from copylint.analysis.ledger.entries import PlaceKind, PlaceStatement
from copylint.analysis.names.people import HEAD
from copylint.core.blocks import RUNNING_PROSE, BlockKind
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.lexicon import Kinds, Lexicon

# "in Leith on Monday"
_NO_DAY = rf"(?!{WEEKDAY}|{MONTH})"
_NAME = (
    r"[A-Z][\w'’-]*[\w]"
    rf"(?:(?:\s(?:on|upon|the|of|de|la|le))*\s{_NO_DAY}[A-Z][\w'’-]*[\w]){{0,3}}"
)
# "LEITH (AP) — ", "LEITH, Scotland – "
_RUN_IN = LazyPattern(
    r"(?P<name>[A-Z]{3}[A-Z'’-]*(?:\s[A-Z]{2}[A-Z'’-]*){0,3})"
    r"(?:,\s[A-Z][\w. ]{2,24})?"
    rf"(?:,?\s\(?(?:\d{{1,2}}\s{MONTH}|{MONTH}\s\d{{1,2}})(?:,?\s\d{{4}})?\)?)?"
    r"(?:\s\([A-Za-z/ ]{2,20}\))?\s?[—–]\s"
)
# "Leith police", "Leith town hall"
_OF_PLACE = LazyPattern(
    r"\b(?P<name>[A-Z][a-z]{3,})\s(?:police|council|magistrates|crown\scourt|town\shall|"
    r"residents|fire\sstation|hospital|town\scentre|city\scentre|councillors?)\b"
)
# A standfirst or a credit that no markup tells from a paragraph may come before the dateline.
_LEADS = 3
_LINE = LazyPattern(rf"\s*(?P<name>{_NAME})")
_IN = LazyPattern(rf"\b(?P<before>[Ii]n|[Nn]ear|[Oo]utside|[Aa]t|[Ff]rom|[Tt]o)\s(?P<name>{_NAME})")
_SURE = frozenset(("in", "near", "outside"))
# Names after "in" that are no places.
_NOT_PLACES = LazyPattern(
    r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Act|Section|Article|Chapter|Year|Parliament|Congress|"
    r"Cabinet|Council|Court|Committee|Commission|League|Cup|Party|Group|Trust|House|English|French|"
    r"German|Spanish|Latin|Welsh|Gaelic|Greek|God|Covid|Chancery|Labour|Church)\b"
)
# Months, and what looks like a month misspelled.
_MONTH = LazyPattern(
    rf"(?:{MONTH}|(?:Jan|Feb)\w*ry|(?:Sep|Oct|Nov|Dec)\w*er|Aug\w*|Apr\w*l)(?:\s|\Z)"
)


def may_be_above(article: AnnotatedText) -> bool:
    """Whether the dateline, the headline or a caption may name a place; quicker than ``places``."""
    leads = _LEADS
    for passage in article.passages:
        if passage.kind is BlockKind.DATELINE:
            return True
        if passage.kind in HEAD and (passage.has(_IN) or passage.has(_OF_PLACE)):
            return True
        if leads and passage.kind in RUNNING_PROSE:
            if _RUN_IN.match(article.text, passage.block.span.start):
                return True
            leads -= 1
    return False


def places(
    article: AnnotatedText, people: Collection[str], *, above: bool = False
) -> Iterator[PlaceStatement]:
    """The dateline, and the scenes of the story and of what is above it.

    ``people`` are words of people's names. ``above`` leaves out the scenes of the story.
    """
    leads = _LEADS
    for passage in article.passages:
        if passage.kind is BlockKind.DATELINE:
            yield from _dateline(article, passage, _LINE)
        elif passage.kind in RUNNING_PROSE or passage.kind in HEAD:
            if passage.kind in RUNNING_PROSE and leads:
                found = list(_dateline(article, passage, _RUN_IN))
                yield from found
                leads = 0 if found else leads - 1
            if not above or passage.kind in HEAD:
                yield from _scenes(article, passage, people)


def _dateline(
    article: AnnotatedText, passage: Passage, pattern: LazyPattern
) -> Iterator[PlaceStatement]:
    span = passage.block.span
    found = pattern.match(article.text, span.start, span.end)
    if found is not None:
        where = TextSpan(*found.span("name"))
        sentence = TextSpan(span.start, span.end)
        name = " ".join(found["name"].split())
        shown = name.title() if name.isupper() else name
        yield PlaceStatement(
            where, passage.block, sentence, False, False, shown, PlaceKind.DATELINE
        )


def _scenes(
    article: AnnotatedText, passage: Passage, people: Collection[str]
) -> Iterator[PlaceStatement]:
    has_in = passage in article.passages_with(_IN)
    has_of = passage in article.passages_with(_OF_PLACE)
    if not (has_in or has_of):
        return
    for sentence in passage.sentences:
        text, start, end = article.text, sentence.start, sentence.end
        matches: list[tuple[re.Match[str], str]] = []
        if has_in:
            matches += [(each, each["before"].lower()) for each in _IN.finditer(text, start, end)]
        if has_of:
            matches += [(each, "in") for each in _OF_PLACE.finditer(text, start, end)]
        for found, before in matches:
            name = " ".join(found["name"].split())
            if not _is_place(name, before, people):
                continue
            yield PlaceStatement(
                TextSpan(*found.span("name")),
                passage.block,
                TextSpan(sentence.start, sentence.end),
                article.quotations.is_quoted(found.start("name")),
                False,
                name.removesuffix("'s").removesuffix("’s"),
                PlaceKind.SCENE,
            )


def _is_place(name: str, before: str, people: Collection[str]) -> bool:
    words = name.split()
    if any(word in people for word in words) or _NOT_PLACES.search(name) or _MONTH.match(name):
        return False
    lexicon = Lexicon.shared()
    kinds = Kinds.NONE
    for form in (name, words[0]):
        entry = lexicon.entry(form)
        if entry is not None:
            kinds = kinds | entry.kinds
    if kinds & Kinds.PLACE:
        return True
    known = Kinds.WORD | Kinds.CALENDAR | Kinds.ORGANISATION | Kinds.DEMONYM | Kinds.ABBREVIATION
    return before in _SURE and not kinds & known and not name.isupper()
