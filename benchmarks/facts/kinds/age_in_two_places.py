"""Two ages of one person."""

from __future__ import annotations

from collections.abc import Mapping

from facts.samples import Kind
from facts.scenes import Scene


def _slots(scene: Scene) -> Mapping[str, object]:
    p, q = scene.person(), scene.person()
    age = scene.rng.randint(22, 88)
    wrong = age + scene.rng.choice((-9, -3, -2, 2, 3, 9, 10))
    kin = scene.person(surname=p.surname)
    return {
        "p": p, "q": q, "kin": kin, "town": scene.town(), "age": age, "wrong": wrong,
        "next": age + 1, "young": age - 11, "year": 2024 - age, "trade": scene.rng.choice(
            ("farmer", "teacher", "driver", "shopkeeper", "baker", "nurse")),
    }  # fmt: skip


KIND = Kind(
    name="age-in-two-places",
    group="people",
    slots=_slots,
    contradictions=(
        "{p}, [[{age}]], <sold|bought|runs> the mill at {town}.{gap}The "
        "[[{wrong}]]-year-old {trade} <said {p.he} was|had been> <glad|sorry> to see it go.",
        "{p}, [[{age}]], of {town}, <admitted|denied> theft <on Monday|at the crown court>.{gap}"
        "{p.surname}, [[{wrong}]], will be sentenced <next month|in June>.",
        "A {trade} from {town} has been honoured. {p}, who is [[{age}]], was given the medal by "
        "{q}.{gap}At [[{wrong}]], {p.surname} is the oldest winner.",
        "The [[{age}]]-year-old {trade}, {p}, <won|took> the vote.{gap}{p.mr} {p.surname}, who is "
        "[[{wrong}]], thanked everybody in {town}.",
        "{p}, aged [[{age}]], was found by walkers near {town}.{gap}Police said "
        "{p.surname}, aged [[{wrong}]], had been missing for a week.",
        "[[{age}]]-year-old {p} is the new head of the {town} trust.{gap}{p.surname} succeeds {q}. "
        "{p.He} is [[{wrong}]] and has two children.",
        "{p} ([[{age}]]) has <written|published> a book about {town}.{gap}{p.surname}, a {trade}, "
        "turned [[{wrong}]] <last week|this month>.",
        "“I never gave up,” said {p}, [[{age}]], a {trade}.{gap}{p.He} came to {town} as a child. "
        "Now [[{wrong}]], {p.surname} walks every day.",
        "{p} died at home in {town} on Friday. {p.He} was [[{age}]].{gap}{p.surname}, "
        "who died aged [[{wrong}]], had been a {trade}.",
        "{trade} {p}, [[{age}]], met {q} at a dance.{gap}Friends of the [[{wrong}]]-year-old "
        "{p.surname} said the couple were happy in {town}.",
    ),
    decoys=(
        "{p}, {age}, sold the mill at {town}.{gap}The {age}-year-old {trade} was sorry to see it "
        "go.",
        "{p}, {age}, and {q}, {wrong}, admitted theft at {town}.{gap}{p.surname} will be "
        "sentenced in June, and {q.surname} in July.",
        "{p}, {age}, of {town}, met {q}, {wrong}, at a dance.{gap}The {wrong}-year-old {trade} "
        "was a widow.",
        "{p}, {age}, has left {town}.{gap}As a {young}-year-old, {p.surname} had been to sea.",
        "{p}, {age}, and {p.his} cousin, {kin}, {wrong}, run a shop in {town}.{gap}{kin.given} "
        "{p.surname}, {wrong}, does the books.",
        "{p}, {age}, was injured at {town}.{gap}When {p.he} was {young}, {p.surname} broke a leg "
        "on the same hill.",
        "{p}, {age}, told the {town} court: “I am {next} next week.”{gap}{p.surname} was bailed.",
        "{p}, {age}, takes over at {town} in May.{gap}{p.surname}, who will be {next} then, is a "
        "{trade}.",
        "{p}, {age}, is a {trade} in {town}.{gap}{p.surname}, {young} years in the job, has no "
        "plans to stop.",
        "{p}, {age}, won for {town}.{gap}{p.surname}, 12 for 40 in the first innings, took "
        "3 for 9 in the second.",
        "Correction: an earlier version of this article gave the age of {p} as {wrong}. "
        "{p.surname} is {age}.",
        "{p}, {age}, lives in {town} with {p.his} son.{gap}The boy is 9 and {p.surname} teaches "
        "him at home.",
    ),
)
