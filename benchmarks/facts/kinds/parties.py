"""Two parties of one politician."""

from __future__ import annotations

from collections.abc import Mapping

from facts.samples import Kind
from facts.scenes import Scene

_PARTIES = ("Labour", "Conservative", "Liberal Democrat", "Green", "SNP", "Republican")


def _slots(scene: Scene) -> Mapping[str, object]:
    a, b = scene.rng.sample(_PARTIES, 2)
    x, lone = scene.rng.sample(("Conservative", "Liberal Democrat", "Green", "Republican"), 2)
    return {"p": scene.person(), "q": scene.person(), "a": a, "b": b, "town": scene.town(),
            "x": x, "lone": lone,
            "tory": {"Conservative": "Tory", "Liberal Democrat": "Lib Dem"}.get(a, a)}  # fmt: skip


KIND = Kind(
    name="parties",
    group="people",
    slots=_slots,
    contradictions=(
        "The [[{x}]] {p} held {town}.{gap}{p.surname}, the only [[{lone}]] on the council, wept.",
        "{p} ([[{x}]]) spoke for an hour in {town}.{gap}Later {p}, a [[{lone}]], left.",
        "The [[{a}]] MP {p} spoke first. {p.surname} left early.{gap}{p} ([[{b}]]) did not vote.",
        "{p}, the [[{a}]] candidate, has <won|lost> in {town}.{gap}The [[{b}]] candidate {p} "
        "thanked the voters.",
        "[[{a}]] councillor {p} called for a review.{gap}{q} disagreed with {p.surname}, the "
        "[[{b}]] leader.",
        "{p} ([[{a}]]) asked about the bridge at {town}.{gap}{p.surname}, a [[{b}]] councillor, "
        "had raised it before.",
        "The leader of the group, {p}, a [[{a}]] councillor for {town}, resigned.{gap}Friends of "
        "the [[{b}]] councillor {p.surname} were shocked.",
        "{p}, who stood for [[{a}]], took {town}.{gap}It is a gain for the party, and [[{b}]] "
        "spokesman {p.surname} said so.",
        "[[{a}]]'s {p} won by ten votes in {town}.{gap}{p}, the [[{b}]] candidate, asked for a "
        "recount of the rest.",
        "{p}, [[{a}]] MP for {town}, opened the fair.{gap}[[{b}]] MP {p.surname} bought a cake.",
        "The [[{a}]] senator {p} voted no.{gap}{p}, the [[{b}]] senator, had said {p.he} would.",
    ),
    decoys=(
        "The {x} {p} held {town}.{gap}{p.surname}, the only {x} on the council, wept.",
        "The {x} {p} held {town}.{gap}{q}, the only {lone} on the council, praised {p.surname}.",
        "The {a} MP {p} spoke first.{gap}{p} ({a}) did not vote.",
        "The {a} MP {p} spoke first.{gap}{p}, a former {b} councillor, left early.",
        "The {a} MP {p} spoke first.{gap}The {b} MP {q} left early.",
        "{p}, the {a} candidate, won in {town}.{gap}{q}, the {b} candidate, lost to {p.surname}.",
        "{p} ({a}) beat {q} ({b}) in {town}.{gap}{p.surname} thanked {b} voters.",
        "{p}, the {a} MP, defected from the {b} party in May.{gap}{b} MP {p} had been unhappy.",
        "The {a} MP {p} spoke first.{gap}“{p.surname}, the {b} MP in all but name,” said {q}.",
        "The {a} MP {p} spoke of {b} plans.{gap}{p.surname} told the {b} leader, {q}, to resign.",
        "The {tory} MP {p} spoke first.{gap}{p} ({a}) did not vote.",
        "{a} councillor {p} attacked the {b} group in {town}.{gap}{b} councillors jeered at "
        "{p.surname}.",
        "The then {b} councillor {p} signed it.{gap}{p.surname}, the {a} MP, says so.",
    ),
)
