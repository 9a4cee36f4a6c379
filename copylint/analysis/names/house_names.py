"""The house's names: spellings that it rejects, and typos for those that it prints."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from copylint.analysis.names.name_index import Familiarity, NameIndex
from copylint.analysis.names.name_typos import TypoKind, deletions, typo_between
from copylint.language.vocabulary import HouseName, straight


class RejectedName(NamedTuple):
    """A place where a name is not spelled as the house spells it.

    ``start`` and ``end`` are code points of ``Document.text``. ``typo`` says that the
    spelling is not on the list of rejected ones but is one edit from ``name``.
    """

    start: int
    end: int
    name: str
    typo: bool


class _House(NamedTuple):
    pattern: re.Pattern[str] | None
    meant: dict[str, str]
    words: dict[str, list[str]]


@lru_cache(maxsize=8)
def _house(names: tuple[HouseName, ...]) -> _House:
    meant = {
        " ".join(straight(spelling).split()): house.name
        for house in names
        for spelling in house.rejected
        if spelling.split() and " ".join(spelling.split()) != house.name
    }
    words: dict[str, list[str]] = {}
    for house in names:
        for word in house.name.split():
            if len(word) > 4 and word[0].isupper():
                for key in deletions(straight(word)):
                    if word not in words.setdefault(key, []):
                        words[key].append(word)
    alternatives = [
        r"\s+".join(re.escape(word).replace("'", "['’ʼ]") for word in spelling.split(" "))
        for spelling in sorted(meant, key=lambda spelling: (-len(spelling), spelling))
    ]
    pattern = re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)") if alternatives else None
    return _House(pattern, meant, words)


def house_rejects(
    index: NameIndex, text: str, names: tuple[HouseName, ...]
) -> Iterator[RejectedName]:
    """Where ``text``, the article's prose, departs from the house's ``names``."""
    if not names:
        return
    house = _house(names)
    if house.pattern is not None:
        accepted = {house_name.name for house_name in names}
        for match in house.pattern.finditer(text):
            name = house.meant[" ".join(straight(match.group()).split())]
            if not _inside_accepted(text, match.start(), match.end(), accepted):
                yield RejectedName(match.start(), match.end(), name, False)
    settled = {word for house_name in names for word in house_name.name.split()}
    for form in index.forms.values():
        if form.known > Familiarity.USED or form.text in settled:
            continue
        close = (word for key in deletions(form.text) for word in house.words.get(key, ()))
        for word in dict.fromkeys(close):
            typo = typo_between(form.text, word)
            if typo is not None and typo is not TypoKind.CASE:
                for part in form.places:
                    yield RejectedName(part.start, part.end, word, True)
                break


def _inside_accepted(text: str, start: int, end: int, accepted: set[str]) -> bool:
    """Whether the place is part of a longer name that the house prints (Chicken Kiev)."""
    found = text[start:end]
    for name in accepted:
        at = name.find(found)
        if 0 <= at <= start and len(name) > len(found) and text.startswith(name, start - at):
            return True
    return False
