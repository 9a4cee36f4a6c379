"""A range that runs backwards, and a part greater than its whole."""

from __future__ import annotations

from collections.abc import Mapping

from facts.samples import Kind
from facts.scenes import Scene


def _slots(scene: Scene) -> Mapping[str, object]:
    rng = scene.rng
    year = rng.randint(1955, 2005)
    low, part = rng.randint(12, 40), rng.randint(21, 60)
    return {
        "p": scene.person(), "town": scene.town(), "club": scene.club(),
        "y": year, "later": year + rng.randint(3, 15), "low": low, "high": low + rng.randint(4, 30),
        "part": part + rng.randint(3, 20), "whole": part,
        "years": rng.choice(("years", "months", "weeks", "minutes", "miles")),
    }  # fmt: skip


KIND = Kind(
    name="range-and-part",
    group="figures",
    slots=_slots,
    contradictions=(
        "{p} was mayor of {town} from [[{later} to {y}]].",
        "{p} <served|played for {club}> between [[{later} and {y}]].",
        "The line to {town} takes between [[{high} and {low} {years}]].",
        "The painter {p} ([[{later}–{y}]]) was born in {town}.",
        "In {town} [[{part} of the {whole}]] <shops|houses> are empty.",
        "The trial in {town} helped [[{part} out of {whole}]] patients.",
        "The wait is between [[{high} to {low} {years}]], {p} said.",
        "{club} won [[{part} of their {whole}]] games under {p}.",
    ),
    decoys=(
        "{p} was mayor of {town} from {y} to {later}.",
        "{p} played for {club} between {y} and {later}.",
        "The line to {town} takes between {low} and {high} {years}.",
        "The painter {p} ({y}–{later}) was born in {town}.",
        "In {town} {whole} of the {part} shops are empty.",
        "Sales in {town} fell from {later} to {y} boats.",
        "“I was there from {later} to {y}, or so it feels,” said {p}.",
        "{p} gave the show in {town} 11 out of 10.",
    ),
)
