"""Names of people and bodies whose beginning and end an article makes certain.

A capital says that a word belongs to a name, not which name: "New" before "York Times", a
title before a person and "of" before a noun may or may not belong to it. This module gives
only names with two certain ends, since a list that a house prints by must not contain others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from copylint.analysis.names.mentions import Mention
from copylint.analysis.names.name_index import NameIndex, look_up
from copylint.analysis.names.people import BODY, People
from copylint.language.lexicon import Kinds
from copylint.language.word_list import words

# Words that end the name of a body, never that of a person or a place.
_BODIES = words(
    "academy administration agency alliance association authority bank board bureau college "
    "commission committee company corporation council court federation foundation fund hospital "
    "institute institution league ministry museum network office orchestra parliament party "
    "society trust union university inc ltd llc plc"
)
# Words that begin a name that is longer than it looks, or that do not begin a name at all.
_NO_START = words(
    "a an and every her his its my new no of old our such that the their this what which your"
)
_ARTICLE_BEFORE = re.compile(r"(?<![\w’'-])the[ \t]\Z")
# Signs that a name goes on: "of", "for", "and" or "&" before a capital, or a capital.
_GOES_ON = re.compile(r"(?:[ \t]+(?:of|for|and|the|&))*[ \t]+[A-Z0-9]|-\w|/\w|[ \t]*\(")
_NEAR = 40


class CertainName(NamedTuple):
    """A name and the number of places that mention its bearer."""

    name: str
    mentions: int


def certain_names(text: str, names: NameIndex, people: People) -> Iterator[CertainName]:
    """People whom an article's prose names in full, and bodies whose names have certain ends."""
    lexicon = names.lexicon
    for person in people.persons:
        full = {
            text[each.start : each.end]
            for each in person.references
            if each.full and each.kind in BODY and not _GOES_ON.match(text, each.end)
        }
        # A word that is a given name and nothing else begins the name, whatever precedes it.
        given, _, _ = look_up(lexicon, person.given)
        surname, _, _ = look_up(lexicon, person.surname)
        is_given = given & Kinds.GIVEN and not given & Kinds.WORD
        is_place = surname & Kinds.PLACE and not surname & Kinds.SURNAME
        if is_given and not is_place and not person.elsewhere and len(full) == 1:
            yield CertainName(full.pop(), len(person.references))
    counts: dict[str, int] = {}
    for mention in names.mentions:
        name = _body(text, mention)
        if name:
            counts[name] = counts.get(name, 0) + 1
    for name, count in counts.items():
        yield CertainName(name, count)


def _body(text: str, mention: Mention) -> str:
    """The name of a body with certain ends in a mention, empty if there is none."""
    parts = mention.parts
    if len(parts) < 2 or mention.kind not in BODY or any(part.shouted for part in parts):
        return ""
    if parts[-1].form.lower() not in _BODIES or parts[0].form.lower() in _NO_START:
        return ""
    start, end = parts[0].start, parts[-1].end
    if parts[0].placed or not _ARTICLE_BEFORE.search(text, max(0, start - _NEAR), start):
        return ""
    return "" if _GOES_ON.match(text, end) else text[start:end]
