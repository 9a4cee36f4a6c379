"""Two posts of one person that nobody holds at once."""

from __future__ import annotations

from collections.abc import Mapping

from facts.samples import Kind
from facts.scenes import Scene

_PAIRS = (
    ("chief executive", "finance director"), ("finance director", "marketing director"),
    ("headteacher", "deputy headteacher"), ("chief executive", "chairman"),
    ("health secretary", "education secretary"), ("mayor", "deputy mayor"),
    ("sales director", "operations director"), ("foreign minister", "defence minister"),
)  # fmt: skip


def _slots(scene: Scene) -> Mapping[str, object]:
    a, b = scene.rng.choice(_PAIRS)
    return {"p": scene.person(), "q": scene.person(), "a": a, "b": b, "town": scene.town(),
            "other": scene.town(), "firm": scene.firm(), "rival": scene.firm()}  # fmt: skip


KIND = Kind(
    name="posts",
    group="people",
    slots=_slots,
    contradictions=(
        "{p}, the [[{a}]], said there was no plan.{gap}{q} thanked {p.surname}, the [[{b}]].",
        "The [[{a}]], {p}, said there was no plan.{gap}[[{b}]] {p.surname} left early.",
        "{p}, [[chief executive of {firm}]], has sold shares.{gap}{p}, the [[chief executive of "
        "{rival}]], made a fortune.",
        "{p}, [[MP for {town}]], opened the fair.{gap}The [[{other} MP]] {p.surname} bought a "
        "cake.",
        "{p}, [[prosecuting]], said the van was stolen in {town}.{gap}{p}, [[defending]], asked "
        "for bail.",
        "Detective [[Sergeant]] {p} found the van in {town}.{gap}It was old, said Detective "
        "[[Inspector]] {p.surname}.",
        "The [[headteacher of {town}]] School, {p}, was pleased.{gap}{p}, [[headteacher of "
        "{other}]] School, gave the prizes.",
        "“We are sorry,” said {p}, the [[{a}]].{gap}It was the [[{b}]], {p}, who wrote the letter.",
        "[[{a}]] {p} cut the ribbon at {town}.{gap}{p.surname}, who is the [[{b}]], made a speech.",
    ),
    decoys=(
        "{p}, the {a}, said there was no plan.{gap}{q} thanked {p.surname}, the {a}.",
        "{p}, the {a}, said there was no plan.{gap}{q}, the {b}, left early with {p.surname}.",
        "{p}, the {a}, said there was no plan.{gap}{p.surname}, a former {b}, left early.",
        "{p}, chief executive of {firm}, has sold shares.{gap}{q}, chief executive of {rival}, "
        "bought some from {p.surname}.",
        "{p}, MP for {town}, opened the fair.{gap}The {town} MP {p.surname} bought a cake.",
        "{p}, the {a}, was promoted in May.{gap}As {b} {p.surname} had been popular.",
        "{p}, prosecuting, said the van was stolen in {town}.{gap}{q}, defending, asked for bail.",
        "{p}, the {b} until May, is the {a} now.{gap}{p.surname} said so.",
        "{p}, the {a}, replaced {q}.{gap}{b} {p.surname} was well liked in {town}.",
        "“She is the {b} in all but name,” said {q} of {p}, the {a}.{gap}{p.surname} laughed.",
        "{p}, chief executive of {firm}, said sales fell.{gap}{p.surname}, who is also chairman of "
        "the {town} museum, had warned of it.",
    ),
)
