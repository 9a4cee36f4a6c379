"""The invented world that the generated archive reports on: people, offices and places."""

# ruff: noqa: SIM905 - a list of words is easier to read as a line of them

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

FIRST_DAY, LAST_DAY = date(2016, 1, 1), date(2025, 12, 31)

_FIRST = (
    "Alice Martin Helen George Ruth Samuel Clara Victor Irene Hugh Nora Edwin Grace Walter Paula "
    "Simon Laura Philip Diana Oscar Esther Frank Judith Arthur Monica Stephen Teresa Julian Anna "
    "Gerald"
).split()
_LAST_BEGIN = "Hart Ash Black Win Thorn Brad Lang Mar Kel Whit Stan Car Ever Hol Nor Red".split()
_LAST_END = "ley ford well ton wood more field by man ridge".split()
_PLACE_BEGIN = "Alder Brook Clay Dun East Fern Glen Hazel Kirk Lox Mill North Oak Pen Raven".split()
_PLACE_END = "bury combe dale mouth stead thorpe wick worth".split()
_TITLES = (
    "Mayor", "Councillor", "Professor", "Chief Constable", "Superintendent", "Bishop", "Judge",
)  # fmt: skip
_BODIES = (
    "council", "hospital trust", "harbour board", "school board", "water company", "housing trust",
    "museum", "university", "rail operator", "fire service",
)  # fmt: skip


@dataclass(frozen=True)
class Person:
    """Somebody with a birthday and one office at a time: ``offices`` by the day each began."""

    name: str
    surname: str
    born: date
    offices: tuple[tuple[date, str], ...]

    def title(self, day: date) -> str:
        """The office on a day."""
        return [title for since, title in self.offices if since <= day][-1]

    def former_title(self, day: date) -> str:
        """The office before that of the day; empty if there was none."""
        held = [title for since, title in self.offices if since <= day]
        return held[-2] if len(held) > 1 else ""

    def age(self, day: date) -> int:
        """Years lived on a day."""
        had_birthday = (day.month, day.day) >= (self.born.month, self.born.day)
        return day.year - self.born.year - (not had_birthday)


def surnames() -> list[str]:
    """All surnames, in a fixed order that mixes them."""
    found = [begin + end for begin in _LAST_BEGIN for end in _LAST_END]
    Random(7).shuffle(found)
    return found


def people(count: int = 160) -> list[Person]:
    """The people of the world; each has a surname that no other has."""
    chance = Random(11)
    found = []
    for surname in surnames()[:count]:
        born = date(1940, 1, 1) + timedelta(days=chance.randrange(50 * 365))
        titles = chance.sample(_TITLES, 2)
        change = FIRST_DAY + timedelta(days=chance.randrange(700, 2900))
        offices: tuple[tuple[date, str], ...] = ((FIRST_DAY, titles[0]),)
        if chance.random() < 0.5:
            offices += ((change, titles[1]),)
        found.append(Person(f"{chance.choice(_FIRST)} {surname}", surname, born, offices))
    return found


def places() -> list[str]:
    """The towns."""
    return [begin + end for begin in _PLACE_BEGIN for end in _PLACE_END]


def bodies(towns: list[str]) -> list[str]:
    """The organisations, each of a town."""
    chance = Random(13)
    return [f"{town} {chance.choice(_BODIES)}" for town in towns]


def misspelled(surname: str, chance: Random) -> str:
    """The surname with one letter doubled, dropped or two swapped, never its first."""
    at = chance.randrange(2, len(surname) - 1)
    way = chance.randrange(3)
    if way == 0:
        return surname[:at] + surname[at] + surname[at:]
    if way == 1 or surname[at] == surname[at + 1]:
        return surname[:at] + surname[at + 1 :]
    return surname[:at] + surname[at + 1] + surname[at] + surname[at + 2 :]
