"""Two people of whom each has the other's age further down."""

from __future__ import annotations

from collections.abc import Mapping

from facts.samples import Kind
from facts.scenes import Scene


def _slots(scene: Scene) -> Mapping[str, object]:
    young = scene.rng.randint(19, 35)
    return {"p": scene.person(female=False), "q": scene.person(female=True), "x": young,
            "y": young + scene.rng.randint(8, 40), "town": scene.town(),
            "z": young + 3}  # fmt: skip


KIND = Kind(
    name="ages-swapped",
    group="people",
    slots=_slots,
    contradictions=(
        "A court heard that {p}, [[{x}]], attacked {q}, [[{y}]], in {town}.{gap}{p.surname}, "
        "[[{y}]], denies it. {q.surname}, [[{x}]], is in hospital.",
        "{p}, [[{x}]], is accused of robbing {q}, [[{y}]].{gap}The [[{y}]]-year-old {p.surname} "
        "was held in {town}.",
        "A [[{x}]]-year-old man has been charged after a [[{y}]]-year-old woman was hurt in "
        "{town}.{gap}The man, [[{y}]], was held. The woman, [[{x}]], is in hospital.",
        "A [[{x}]]-year-old man is accused of robbing a [[{y}]]-year-old woman.{gap}The "
        "[[{x}]]-year-old woman was found in {town}.",
        "Police have named the dead woman as {q}, [[{y}]]. {p}, [[{x}]], is held.{gap}Neighbours "
        "in {town} said the [[{x}]]-year-old {q.surname} was kind.",
        "{q}, aged [[{y}]], lent {p}, aged [[{x}]], a ladder in {town}.{gap}{q.surname}, aged "
        "[[{x}]], never saw it again.",
        "{p} ([[{x}]]) stole a ring from {q} ([[{y}]]) in {town}.{gap}{p.surname}, [[{y}]], was "
        "jailed for a year.",
        "Driver {p}, [[{x}]], hit {q}, [[{y}]], outside {town}.{gap}[[{y}]]-year-old {p.surname} "
        "was found guilty.",
    ),
    decoys=(
        "A court heard that {p}, {x}, attacked {q}, {y}, in {town}.{gap}{p.surname}, {x}, denies "
        "it. {q.surname}, {y}, is in hospital.",
        "{p}, {x}, is accused of robbing {q}, {y}.{gap}The {x}-year-old was held in {town}.",
        "A {x}-year-old man has been charged after a {y}-year-old woman was hurt in {town}.{gap}"
        "The man, {x}, was held. The woman, {y}, is in hospital.",
        "A {x}-year-old man and a {y}-year-old man were hurt in {town}.{gap}The man, {y}, died.",
        "A {x}-year-old man was hurt in {town}. A man, {y}, has been held.{gap}The {y}-year-old "
        "man was bailed.",
        "{p}, {x}, attacked {q}, {y}, in {town}.{gap}The {y}-year-old woman is in hospital.",
        "{p}, {x}, attacked {q}, {y}, in {town}.{gap}When {q.surname}, then {x}, came to {town} "
        "{q.he} had no job.",
        "A woman of {y} was hurt in {town} by {p}, {x}.{gap}The {y}-year-old is in hospital.",
        "{p}, {x}, and {q}, {y}, were married in {town}.{gap}The {z}-year-old witness was late.",
    ),
)
