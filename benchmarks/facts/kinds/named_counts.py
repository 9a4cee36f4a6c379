"""A number of people that is not the number of their names."""

from __future__ import annotations

from collections.abc import Mapping

from facts.samples import Kind
from facts.scenes import Scene

_WORDS = ("no", "one", "two", "three", "four", "five", "six")


def _slots(scene: Scene) -> Mapping[str, object]:
    rng = scene.rng
    count = rng.randint(2, 4)
    people = [scene.person(female=False) for _ in range(count)]
    wrong = rng.choice([each for each in range(2, 6) if each != count])
    plain = ", ".join(each.name for each in people[:-1]) + f" and {people[-1].name}"
    aged = ", ".join(f"{each.name}, {rng.randint(20, 60)}" for each in people[:-1])
    aged += f", and {people[-1].name}, {rng.randint(20, 60)}"
    return {
        "names": plain, "aged": aged, "n": _WORDS[count], "N": _WORDS[count].capitalize(),
        "w": _WORDS[wrong], "W": _WORDS[wrong].capitalize(), "town": scene.town(),
        "surnames": ", ".join(each.surname for each in people[:-1]) + f" and {people[-1].surname}",
        "more": _WORDS[count + 1].capitalize(), "q": scene.person(), "m": count + 2,
    }  # fmt: skip


KIND = Kind(
    name="named-counts",
    group="people",
    slots=_slots,
    contradictions=(
        "[[{W}]] men, [[{names}]], were held in {town}.",
        "[[{W}]] men – [[{names}]] – <denied|admitted> theft in {town}.",
        "The [[{w}]] friends, [[{names}]], had met at school.",
        "[[{W}]] fishermen ([[{names}]]) were saved off {town}.",
        "[[{names}]], the [[{w}]] defendants, were bailed.",
        "[[{W}]] men were named as [[{names}]].",
        "Police in {town} said [[{w}]] men, [[{aged}]], had been charged.",
        "The prize went to [[{w}]] young singers, [[{names}]].",
        "The [[{w}]] climbers, [[{surnames}]], were found at dawn near {town}.",
        "[[{W}]] of the <crew|party|team>, [[{names}]], were <taken to hospital|sent home>.",
        "The coach at {town} praised the [[{w}]] teenagers in his <team|squad>, [[{names}]].",
        "[[{W}]] of her <players|pupils>, [[{names}]], were ill in {town}.",
        "The [[{w}]] dead soldiers were named yesterday as [[{names}]].",
    ),
    decoys=(
        "{N} men, {names}, were held in {town}.",
        "{N} men – {names} – denied theft in {town}.",
        "{more} men, among them {names}, were held in {town}.",
        "{more} men, including {names}, were held in {town}.",
        "{names}, the {n} defendants, were bailed.",
        "{N} men were named as {names}.",
        "Police in {town} said {n} men, {aged}, had been charged.",
        "“{W} men, {names}, were held,” said {q}, who had miscounted.",
        "{names} and {m} other men were held in {town}.",
        "{W} of the men, {q} said, had fled. {names} were held.",
        "{N} of the crew, {names}, were taken to hospital.",
        "{W} of the crew were hurt. {names} were not.",
        "The coach praised the {n} teenagers in his team, {names}.",
        "At least {w} men were held. {names} appeared in court.",
    ),
)
