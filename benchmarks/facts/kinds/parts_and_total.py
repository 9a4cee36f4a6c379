"""Parts that do not come to their total, and remainders that are not what is left."""

from __future__ import annotations

from collections.abc import Mapping

from facts.samples import Kind
from facts.scenes import Scene

_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", *map(str, range(13, 31)),
)  # fmt: skip


def _slots(scene: Scene) -> Mapping[str, object]:
    rng = scene.rng
    a, b, c = rng.randint(5, 9), rng.randint(2, 4), rng.randint(2, 4)
    total = a + b + c
    off = rng.choice((-2, -1, 1, 2))
    part, rest = rng.randint(21, 60), rng.randint(11, 19)
    x, y, z = (rng.randint(11, 69) / 10 for _ in range(3))
    return {
        "p": scene.person(), "q": scene.person(), "town": scene.town(), "club": scene.club(),
        "firm": scene.firm(),
        "a": _WORDS[a], "b": _WORDS[b], "c": _WORDS[c], "t": _WORDS[total],
        "T": _WORDS[total].capitalize(), "W": _WORDS[total + off].capitalize(),
        "w": _WORDS[total + off], "ab": _WORDS[a + b], "wab": _WORDS[a + b + off],
        "whole": part + rest, "part": part, "rest": rest,
        "wrest": rest + rng.choice((-4, -3, 4, 7)),
        "x": f"{x:.1f}", "y": f"{y:.1f}", "z": f"{z:.1f}", "xyz": f"{x + y + z:.1f}",
        "wxyz": f"{x + y + z + rng.choice((-0.9, 0.8, 1.1, 2)):.1f}",
        "more": part + rest + 9, "pa": part * 10 + 3, "ra": rest * 10 + 4,
        "sum": (part + rest) * 10 + 7, "wsum": (part + rest) * 10 + 7 + rng.choice((-30, 40, 100)),
    }  # fmt: skip


KIND = Kind(
    name="parts-and-total",
    group="figures",
    slots=_slots,
    contradictions=(
        "[[{W}]] people were <rescued|taken to hospital>: [[{a}]] men, [[{b}]] women and [[{c}]] "
        "children, <{p} said|police in {town} said>.",
        "The crew of [[{w}]] – [[{a}]] sailors, [[{b}]] cooks and [[{c}]] engineers – <reached|"
        "left> {town} on Monday.",
        "Of the [[{whole}]] houses in the street, [[{part}]] are let and the remaining [[{wrest}]] "
        "are empty, said {p}.",
        "The panel has [[{wab}]] members, of whom [[{a}]] are men and [[{b}]] are women.",
        "The {town} school sold [[{rest}]] of its [[{whole}]] chairs, leaving [[{more}]].",
        "{firm} is to spend [[£{wxyz}m]] on the site: [[£{x}m]] on roads, [[£{y}m]] on drains and "
        "[[£{z}m]] on lighting.",
        "{club} sold [[{pa}]] tickets on Monday and [[{ra}]] on Tuesday, a total of [[{wsum}]].",
        "{club} won [[{w}]] medals ([[{a}]] gold, [[{b}]] silver and [[{c}]] bronze).",
        "There are [[{whole}]] beds on the ward, [[{part}]] of which are taken.{gap}The ward has "
        "grown. Of the [[{whole}]] beds, [[{part}]] are for adults. The other [[{wrest}]] are for "
        "children.",
        "The council has [[{w}]] seats: Labour [[{a}]], Conservatives [[{b}]], Greens [[{c}]].",
        "{p} <planted|bought> [[{part}]] oaks, [[{rest}]] ashes and [[{c}]] elms: [[{more}]] trees "
        "in all.",
        "Ambulances took [[{a}]] men and [[{b}]] women to hospital, making a total of [[{wab}]], "
        "<{q} said|the service said>.",
        "Among the [[{whole}]] pupils who sat the paper, out of the [[{whole}]], [[{part}]] passed "
        "and the other [[{wrest}]] failed.",
    ),
    decoys=(
        "{T} people were rescued: {a} men, {b} women and {c} children, {p} said.",
        "The crew of {t} – {a} sailors, {b} cooks and {c} engineers – reached {town} on Monday.",
        "Of the {whole} houses in the street, {part} are let and the remaining {rest} are empty.",
        "The panel has {w} members, of whom {a} are farmers and {b} are women.",
        "The {town} school sold {rest} of its {whole} chairs, leaving {part}.",
        "{firm} is to spend £{xyz}m on the site: £{x}m on roads, £{y}m on drains and £{z}m on "
        "lighting.",
        "Some {more} people came, including {a} men from {town} and {b} women from the coast.",
        "About {whole} people were rescued: {a} men, {b} women and the crew of a trawler.",
        "{club} won {t} medals ({a} gold, {b} silver and {c} bronze).",
        "“There were {w} of us: {a} men, {b} women and {c} children,” {p} said.",
        "{W} men from {town} won the prize in {b} of the {a} years, with {c} goals.",
        "The firm has {whole} shops, {part} in the north and {a} in {town}.",
        "{club} have played {whole} games: they have scored in {part}, kept a clean sheet in "
        "{rest} and been level at half-time in {a}.",
        "Correction: we said that {w} people were rescued: {a} men, {b} women and {c} children. "
        "There were {t}.",
        "{p} planted {part} oaks and {rest} ashes, {whole} trees in all.",
        "It took {a} men, {b} days and {c} lorries, a total cost of £{xyz}m.",
        "Of the {whole} houses, {part} are let and {a} are for sale. The other street has {more}.",
        "He scored {w} points: {a} in the first half and two more after each of {b} time-outs.",
        "The vote was held in {t} towns, among them {a} on the coast and {b} in the hills.",
    ),
)
