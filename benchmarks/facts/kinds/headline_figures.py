"""A figure in a headline, a standfirst or a caption that is not the story's."""

from __future__ import annotations

from collections.abc import Mapping

from facts.samples import Kind
from facts.scenes import Scene

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def _slots(scene: Scene) -> Mapping[str, object]:
    rng = scene.rng
    n, w = rng.sample(range(3, 10), 2)
    jobs, pounds, percent = rng.randint(11, 48) * 10, rng.randint(3, 90), rng.randint(6, 40)
    return {
        "n": _WORDS[n], "w": _WORDS[w], "W": _WORDS[w].capitalize(), "N": _WORDS[n].capitalize(),
        "j": jobs, "x": jobs + rng.choice((-60, 50, 100, 110)), "m": pounds, "v": percent,
        "vw": percent + rng.choice((-4, 3, 10)), "mw": pounds + rng.choice((3, 5, 20)),
        "jr": jobs - 3, "t": scene.town(), "p": scene.person(), "age": rng.randint(30, 80),
    }  # fmt: skip


KIND = Kind(
    name="headline-figures",
    group="figures",
    slots=_slots,
    contradictions=(
        "{top}[[{W}]] killed in {t} quarry fire\n\nThe fire began at dawn.\n\n[[{N}]] people were "
        "killed, the county said.",
        "{top}Mill to close with loss of [[{x}]] jobs\n\nThe mill in {t} closes in May.\n\nIt is a "
        "blow to the town: [[{j}]] jobs will go.",
        "{top}Ferry line loses [[£{m}bn]]\n\nThe line has few guests.\n\nIt lost [[£{m}m]] last "
        "year, {p} said.",
        "{top}Fire at quarry\n\nStandfirst: [[{W}]] people injured after blast near {t}\n\nThe "
        "blast was heard for miles.\n\n[[{N}]] people were injured, {p} said.",
        "{top}Fire at quarry\n\nThe fire began at dawn near {t}.\n\n[[{N}]] people were killed, "
        "{p} said.\n\nCaption: The quarry in which [[{w}]] people were killed",
        "{top}[[{W}]] arrested after {t} match\n\nThe match ended in a draw.\n\nPolice said "
        "[[{n}]] people had been arrested.",
        "{top}Council to raise rents by [[{vw}%]]\n\nThe council in {t} met on Monday.\n\nRents "
        "will rise by [[{v}%]], {p} said.",
        "{top}[[{W}]] hurt as bus overturns\n\nThe bus was on its way to {t}.\n\n[[{N}]] people "
        "were hurt, none of them badly.",
    ),
    decoys=(
        "{top}{N} killed in {t} quarry fire\n\nThe fire began at dawn.\n\n{N} people were killed, "
        "the county said.",
        "{top}Mill to close with loss of {j} jobs\n\nThe mill in {t} closes in May.\n\nIt is a "
        "blow to the town: {jr} jobs will go.",
        "{top}Ferry line loses £{m}m\n\nThe line has few guests.\n\nIt lost £{m}.2m last year.",
        "{top}Fire at quarry\n\nStandfirst: {N} people injured after blast near {t}\n\nThe blast "
        "was heard for miles.\n\n{N} people were injured, {p} said.",
        "{top}{W} killed in {t} fires\n\nThe fires began at dawn.\n\n{N} people were killed in "
        "one. The others died in a second: {w} in all.",
        "{top}“{W} were killed”\n\nA man in {t} told the court of the fire.\n\n{N} people were "
        "killed, the county said.",
        "{top}{N} arrested after {t} match\n\nThe match ended in a draw.\n\nPolice said {n} people "
        "had been arrested and {w} cautioned.",
        "{top}Council to raise rents by {v}%\n\nThe council in {t} met on Monday.\n\nRents will "
        "rise by {v}%, or £{m} a week.",
        "{top}Fire at quarry\n\nThe fire began at dawn near {t}.\n\n{N} people were killed.\n\n"
        "Caption: {W} of the pumps in use at the quarry",
    ),
)
