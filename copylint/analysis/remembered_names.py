"""Names that an article spells as the house hardly ever has, though it knows their bearers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from copylint.analysis.article import Article
from copylint.analysis.names.given_spellings import common_spelling
from copylint.analysis.names.memory_file import PrintedName
from copylint.analysis.names.memory_index import HouseMemory
from copylint.analysis.names.name_index import Familiarity, look_up
from copylint.core.record import record
from copylint.core.span import TextSpan
from copylint.language.disguised_letters import plain_form

# A spelling that was printed in this many articles, or in this share of the articles that have
# the other one, is one that the house uses too.
_FREQUENT, _SHARE = 20, 0.1
# Shorter words are one letter away from too many others.
_SHORTEST = 5
_SHORTEST_GIVEN = 3
# A given name with no more surnames than this, and no commoner (Zipf scale), identifies a person.
_FEW, _RARE = 2, 3.0
# A given name less common than this (Zipf scale) is likelier a typo than a second bearer.
_HARDLY_USED = 1.5
_LONG_AGO_DAYS = 5 * 365
_LONG_AGO = 0.9

_WORD = re.compile(r"\S+")


@record
class UnusualSpelling:
    """A surname or given name at ``span`` that the house otherwise spells ``right``.

    ``usual`` is the name as it is usually printed, ``here`` as it is in the article; its count
    is 0 if it never was. ``confidence`` is from 0 to 1: how settled the usual spelling is.
    """

    span: TextSpan
    right: str
    usual: PrintedName
    here: PrintedName
    confidence: float


def unusual_spellings(article: Article, memory: HouseMemory) -> Iterator[UnusualSpelling]:
    """The parts of full names that ``memory`` has otherwise, in order."""
    for reference in article.people.full_names:
        shown = list(_WORD.finditer(article.text, reference.start, reference.end))
        if len(shown) < 2:
            continue
        name = _plain(shown)
        here = memory.printed(name) or PrintedName(name, 0)
        usual = _usual_surname(article, memory, here)
        place = -1
        if usual is None:
            usual = _usual_given(article, memory, here)
            place = 0
        if usual is not None:
            span, right = TextSpan(*shown[place].span()), usual.name.split()[place]
            yield UnusualSpelling(span, right, usual, here, _confidence(here, usual, memory))


def _usual_surname(article: Article, memory: HouseMemory, here: PrintedName) -> PrintedName | None:
    """The same name with the surname that the house has; None if it has the one that is here."""
    for usual in memory.settled_near(here.name):
        if not _is_slip(here, usual):
            return None
        if _is_same_person(article, memory, here, usual.name.split()[-1]):
            return usual
    return None


def _usual_given(article: Article, memory: HouseMemory, here: PrintedName) -> PrintedName | None:
    """The same name with the given name that the house has; None if two may be meant.

    Where the article has both, they may be two people, and other rules compare them.
    """
    settled = memory.settled_as(here.name)
    if len(settled) != 1 or not _is_slip(here, settled[0]):
        return None
    usual = settled[0]
    if usual.name in _full_names(article):
        return None
    given, surname = here.name.split()[0], here.name.split()[-1]
    if len(given) < _SHORTEST_GIVEN:
        return None  # initials
    own = here.count >= 2  # then the memory counts this name among the bearers
    _, zipf, familiarity = look_up(article.names.lexicon, given)
    is_name = familiarity is Familiarity.AS_NAME and zipf >= _HARDLY_USED
    if not is_name and memory.surnames_with(given) <= own:
        return usual  # the word is a typo, not a name
    if common_spelling(given) != common_spelling(usual.name.split()[0]):
        return None
    return usual if memory.givens_with(surname) - own <= 1 else None


def _full_names(article: Article) -> set[str]:
    """The full names in an article, as the memory has names."""
    return {
        _plain(_WORD.finditer(article.text, each.start, each.end))
        for each in article.people.full_names
    }


def _plain(words: Iterable[re.Match[str]]) -> str:
    return " ".join(plain_form(each.group()).replace("’", "'") for each in words)


def _is_slip(here: PrintedName, usual: PrintedName) -> bool:
    """Whether the spelling is so rare beside the usual one that it is likely a slip.

    One that is printed since the usual one was last printed is the house's new spelling.
    """
    if here.count >= _FREQUENT or here.count > max(1, usual.count * _SHARE):
        return False
    return here.count < 2 or not usual.last or here.first <= usual.last


def _is_same_person(article: Article, memory: HouseMemory, here: PrintedName, right: str) -> bool:
    """Whether the bearer is the one whose surname the memory has as ``right``."""
    given, *_, wrong = here.name.split()
    lexicon = article.names.lexicon
    if _surname_stands_alone(article, right, wrong):
        return True
    _, zipf, _ = look_up(lexicon, given)
    if zipf < _RARE and 0 < memory.surnames_with(given) <= _FEW:
        return True
    _, _, familiarity = look_up(lexicon, wrong)
    own = here.count >= 2  # then the memory counts this name among the bearers
    is_known = familiarity > Familiarity.USED or memory.givens_with(wrong) > own
    return not is_known and len(wrong) >= _SHORTEST


def _surname_stands_alone(article: Article, right: str, wrong: str) -> bool:
    """Whether the article has the right surname alone and the wrong one only in the full name."""
    forms = article.names.forms
    there, here = forms.get(right), forms.get(wrong)
    if there is None or not there.bare or (here is not None and here.bare):
        return False
    return all(
        article.text[each.start : each.end].split()[-1] != right
        for each in article.people.full_names
    )


def _confidence(here: PrintedName, usual: PrintedName, memory: HouseMemory) -> float:
    """The share of the usual spelling, lower if it was last printed long ago."""
    share = (usual.count + 1) / (usual.count + here.count + 1)
    if usual.last and memory.last:
        since = date.fromisoformat(memory.last) - date.fromisoformat(usual.last)
        if since.days > _LONG_AGO_DAYS:
            return share * _LONG_AGO
    return share
