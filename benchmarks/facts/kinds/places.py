"""A place above the story that the story does not have."""

from __future__ import annotations

from collections.abc import Mapping

from facts.samples import Kind
from facts.scenes import Scene


def _slots(scene: Scene) -> Mapping[str, object]:
    town, other = scene.town(), scene.town()
    return {"t": town, "o": other, "O": other.upper(), "T": town.upper(), "p": scene.person(),
            "D": scene.town().upper(),
            "n": scene.rng.randint(3, 30)}  # fmt: skip


KIND = Kind(
    name="places",
    group="people",
    slots=_slots,
    contradictions=(
        "{top}[[{D}]], 4 May – The hall was full.\n\nNobody here in [[{t}]] could recall such a "
        "night, {p} said.",
        "{top}[[{D}]], 4 May — The ferry was late.\n\nMany of them are from here in [[{t}]].",
        "{top}Two hurt in fire at mill in [[{o}]]\n\nTwo people were hurt in a fire in [[{t}]] on "
        "Monday.\n\nNobody in {t} saw how it began.",
        "{top}[[{O}]], 30 May — A bridge fell in [[{t}]] on Monday, hurting {n} people.\n\nThe "
        "road through {t} is shut, and police in {t} have asked drivers to stay away.",
        "{top}Jobs to go as works shuts in [[{o}]]\n\nThe works in [[{t}]] is to shut, {p} said."
        "\n\nIt employs {n} people, most of them in {t}.",
        "{top}Police hunt man seen near [[{o}]]\n\nA man with a gun was seen near [[{t}]] on "
        "Monday.\n\nSchools in {t} kept their doors shut.",
        "{top}Mayor opens hall\n\nThe hall in [[{t}]] was opened on Monday by {p}.\n\nIt is the "
        "first new building in {t} for years.\n\nCaption: The new hall in [[{o}]]",
        "{top}[[{o}]] residents fight plan for road\n\nA new road is planned at [[{t}]], and {p} "
        "is against it.\n\nA meeting will be held in {t} next week.",
        "{top}Flood cuts off town\n\nStandfirst: Boats bring food to people in [[{o}]]\n\nThe sea "
        "broke through in [[{t}]] on Monday.\n\nNobody was hurt in {t}, {p} said.",
        "{top}[[{o}]] council backs pool\n\nThe pool in [[{t}]] will be saved, {p} said.\n\nIt is "
        "the only one in {t}.",
    ),
    decoys=(
        "{top}{T}, 4 May – The hall was full.\n\nNobody here in {t} could recall such a night.",
        "{top}{T}, 4 May – The hall was full.\n\n“Nobody here in {o} knew,” said {p} by phone.",
        "{top}Two hurt in fire at mill in {t}\n\nTwo people were hurt in a fire in {t} on Monday."
        "\n\nNobody in {t} saw how it began.",
        "{top}{T}, 30 May — A bridge fell in {t} on Monday, hurting {n} people.\n\nThe road "
        "through {t} is shut, and police in {t} have asked drivers to stay away.",
        "{top}Jobs to go as works shuts in {o}\n\nThe works in {t}, a suburb of {o}, is to shut."
        "\n\nIt employs {n} people, most of them in {t}.",
        "{top}Two hurt in fire at mill in Scotland\n\nTwo people were hurt in a fire in {t}."
        "\n\nNobody in {t} saw how it began.",
        "{top}Two hurt in fire at mill in Yorkshire\n\nTwo people were hurt in a fire in {t}."
        "\n\nNobody in {t} saw how it began.",
        "{top}Fire at mill in {o}\n\nTwo people were hurt in a fire in {t} on Monday.\n\nThe mill "
        "is in the {o} road.",
        "{top}Family of man from {o} tell of loss\n\nA man died in {t} on Monday.\n\nHe had lived "
        "in {t} for {n} years.",
        "{top}“Hell in {o}”: {p} remembers\n\nThe war took {p} far from {t}.\n\nBack in {t}, "
        "{p.he} keeps bees. Nobody in {t} asks.",
        "{top}Mayor opens hall\n\nThe hall in {t} was opened by {p}.\n\nIt is the first in {t} "
        "for years.\n\nCaption: The new hall in {t}",
        "{top}Fire in {o}\n\nA fire broke out on Monday. {p} saw it.\n\nIt took {n} minutes.",
    ),
)
