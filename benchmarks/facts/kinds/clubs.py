"""Two clubs of one player."""

from __future__ import annotations

from collections.abc import Mapping

from facts.samples import Kind
from facts.scenes import Scene


def _slots(scene: Scene) -> Mapping[str, object]:
    rng = scene.rng
    return {"p": scene.person(), "q": scene.person(), "a": scene.club(), "b": scene.club(),
            "town": scene.town(), "role": rng.choice(("striker", "midfielder", "goalkeeper",
            "winger", "defender")), "nation": rng.choice(("Scotland", "Wales", "England")),
            "n": rng.randint(2, 9)}  # fmt: skip


KIND = Kind(
    name="clubs",
    group="people",
    slots=_slots,
    contradictions=(
        "{p}, on loan from [[{a}]], scored twice in {town}.{gap}[[{b}]], the club that owns "
        "{p.him}, want <a fee|{p.him} back>.",
        "{p.surname} is on a season-long loan from [[{a}]] and scored in {town}.{gap}{p} would be "
        "glad to stay, but {p.his} parent club, [[{b}]], will decide.",
        "{p} scored for {town}, who borrowed {p.him} on loan from [[{a}]].{gap}{p.surname} returns "
        "to [[{b}]] when {p.his} loan ends.",
        "[[{a}]] {role} {p} was sent off.{gap}{p.surname}, the [[{b}]] {role}, will miss "
        "{n} games.",
        "{p}, the [[{a}]] {role}, is out for {n} weeks.{gap}[[{b}]] {role} {p.surname} hurt "
        "{p.his} knee.",
        "The [[{a}]] manager, {p}, praised the crowd.{gap}[[{b}]] manager {p.surname} had been "
        "under pressure.",
        "{p}, a {role} at [[{a}]], has a new boot.{gap}The [[{b}]] {role} {p} wears it at {town}.",
        "[[{a}]] captain {p} lifted the cup.{gap}{p.surname}, the [[{b}]] captain, was in tears.",
        "It was a bad night for [[{a}]]'s young {role} {p}.{gap}{q} consoled the [[{b}]] {role} "
        "{p.surname}.",
        "{p}, who plays for [[{a}]], scored {n}.{gap}[[{b}]] {role} {p.surname} has {n} goals.",
        "[[{a}]] coach {p} was fined.{gap}The fine for {p}, the [[{b}]] coach, is the largest yet.",
    ),
    decoys=(
        "{p}, on loan from {a}, scored twice in {town}.{gap}{a}, the club that owns {p.him}, want "
        "{p.him} back.",
        "{p}, on loan from {a}, and {q}, on loan from {b}, scored.{gap}{b}, the club that owns "
        "{q.him}, were pleased.",
        "{a} {role} {p} was sent off.{gap}{p.surname}, the {a} {role}, will miss {n} games.",
        "{a} {role} {p} was sent off.{gap}{p.surname}, the {nation} {role}, will miss {n} games.",
        "{a} {role} {p} was hurt by {b} {role} {q}.{gap}{p.surname} will miss {n} games.",
        "{a} {role} {p} is on loan from {b}.{gap}The {b} {role} {p.surname} likes it there.",
        "{a} {role} {p} was sent off.{gap}{p.surname}, the former {b} {role}, will miss {n} games.",
        "The {a} manager, {p}, shook hands with the {b} manager, {q}.{gap}{a} manager {p.surname} "
        "smiled.",
        "{p}, the {a} {role}, signed from {b} in May.{gap}{b} {role} {p.surname} had wanted to go.",
        "{a} captain {p} lifted the cup against {b}.{gap}{b} captain {q} left {p.surname} to it.",
        "“He is a {b} {role} at heart,” said {a} {role} {p}.{gap}{p.surname} laughed.",
        "{a} {role} {p} scored.{gap}The {role} {p.surname} has {n} goals against {b}.",
    ),
)
