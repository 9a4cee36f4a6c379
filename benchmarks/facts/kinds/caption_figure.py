"""Two captions that are the same but for a figure."""

from __future__ import annotations

from collections.abc import Mapping

from facts.samples import Kind
from facts.scenes import Scene

_WORDS = ("three", "four", "five", "six", "seven", "eight", "nine", "eleven", "twelve")


def _slots(scene: Scene) -> Mapping[str, object]:
    rng = scene.rng
    one, other = rng.sample(range(11, 190), 2)
    first, second = rng.sample(_WORDS, 2)
    year = rng.randint(1890, 1990)
    return {
        "p": scene.person(), "town": scene.town(), "a": one, "b": other, "n": first, "m": second,
        "y": year, "z": year + rng.randint(5, 30), "d": rng.randint(1, 14),
        "e": rng.randint(15, 28), "c": rng.choice(("©Shore Press", "Photo: Shore Press")),
    }  # fmt: skip


KIND = Kind(
    name="caption-figure",
    group="repeats",
    slots=_slots,
    rules=("duplicates.caption",),
    contradictions=(
        "The storm tore the roofs from [[{a}]] cottages at {town} {c}{gap}"
        "The storm tore the roofs from [[{b}]] cottages at {town} {c}",
        "{p} with the [[{n}]] medals found under the floor in {town} {c}{gap}"
        "{p} with the [[{m}]] medals found under the floor in {town} {c}",
        "More than [[{a}]] people marched through {town} against the closure {c}{gap}"
        "More than [[{b}]] people marched through {town} against the closure {c}",
        "Firefighters spent [[{n}]] hours on the roof of the mill in {town} {c}{gap}"
        "Firefighters spent [[{m}]] hours on the roof of the mill in {town} {c}",
        "The new bridge across the river in {town} cost £[[{a}]]m to build {c}{gap}"
        "The new bridge across the river in {town} cost £[[{b}]]m to build {c}",
        "[[{a}]] boats took part in the regatta off {town} yesterday {c}{gap}"
        "[[{b}]] boats took part in the regatta off {town} yesterday {c}",
        "{p} sold the paintings to a hotel in {town} for {a},000 pounds {c}{gap}"
        "{p} sold the paintings to a hotel in {town} for [[{b},000]] pounds {c}",
        "Some of the [[{a}]] sheep that were stolen from a farm near {town} {c}{gap}"
        "Some of the [[{b}]] sheep that were stolen from a farm near {town} {c}",
    ),
    decoys=(
        "The lighthouse at {town} as the keepers knew it in {y} {c}{gap}"
        "The lighthouse at {town} as the keepers knew it in {z} {c}",
        "The storm tore the roofs from {a} cottages at {town} {c}{gap}"
        "The storm tore the slates from {b} houses at {town} {c}",
        "The choir of {town} sings on day {d} of the festival {c}{gap}"
        "The choir of {town} sings on day {e} of the festival {c}",
        "The market place in {town} on the morning of June {d} {c}{gap}"
        "The market place in {town} on the morning of June {e} {c}",
        "Painting number {d} from the sale of the house in {town} {c}{gap}"
        "Painting number {e} from the sale of the house in {town} {c}",
        "{p} with the {n} medals found under the floor in {town} {c}{gap}"
        "{p} with the spade that found medals under the floor in {town} {c}",
        "Repairs to the harbour wall at {town} in week {d} {c}{gap}"
        "Repairs to the harbour wall at {town} in week {e} {c}",
        "The old bridge across the river at {town} in the flood of {y} {c}{gap}"
        "The old bridge across the river at {town} in the flood of {z} {c}",
    ),
)
