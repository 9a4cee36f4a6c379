"""Two captions under one picture that are the same but for a word or figure."""

from __future__ import annotations

from collections.abc import Mapping

from facts.samples import Kind
from facts.scenes import Scene


def _slots(scene: Scene) -> Mapping[str, object]:
    rng = scene.rng
    one, other = rng.sample(("left", "right", "north", "south", "east", "west"), 2)
    day, later = rng.sample(("Monday", "Tuesday", "Thursday", "Friday", "Sunday"), 2)
    year = rng.randint(1890, 1990)
    return {
        "town": scene.town(), "village": scene.town(), "s": one, "t": other, "day": day,
        "later": later, "y": year, "z": year + rng.randint(1, 9), "d": rng.randint(1, 14),
        "e": rng.randint(15, 28), "i": "![A boat beside a wall](boat.jpg)\n\n",
        "j": "![A wall behind a boat](wall.jpg)\n\n",
        "c": rng.choice(("Photograph: Shore Press*", "©Shore Press*")),
    }  # fmt: skip


KIND = Kind(
    name="caption-word",
    group="repeats",
    slots=_slots,
    rules=("duplicates.caption",),
    format="markdown",
    contradictions=(
        "{i}*The ferry lies on the [[{s}]] side of the harbour at {town}. {c}{gap}"
        "{i}*The ferry lies on the [[{t}]] side of the harbour at {town}. {c}",
        "{i}*The crew of the trawler at {town} before they sailed on [[{day}]]. {c}{gap}"
        "{i}*The crew of the trawler at {town} before they sailed on [[{later}]]. {c}",
        "{i}*Visitors crowd the slipway at [[{town}]] to watch the launch. {c}{gap}"
        "{i}*Visitors crowd the slipway at [[{village}]] to watch the launch. {c}",
        "{i}*The lightship off {town} in [[{y}]], with its first crew aboard. {c}{gap}"
        "{i}*The lightship off {town} in [[{z}]], with its first crew aboard. {c}",
        "{i}*The [[owner]] of the boat waves from the quay at {town}. {c}{gap}"
        "{i}*The [[builder]] of the boat waves from the quay at {town}. {c}",
        "{i}*The wreck was raised from the bay of {town} on June [[{d}]]. {c}{gap}"
        "{i}*The wreck was raised from the bay of {town} on June [[{e}]]. {c}",
        "{i}*A [[red]] flag at the masthead warns swimmers off the beach at {town}. {c}{gap}"
        "{i}*A [[black]] flag at the masthead warns swimmers off the beach at {town}. {c}",
        "{i}*Children at {town} paint the hull, watched by their [[teacher]]. {c}{gap}"
        "{i}*Children at {town} paint the hull, watched by their [[coach]]. {c}",
    ),
    decoys=(
        "{i}*The ferry lies on the {s} side of the harbour at {town}. {c}{gap}"
        "{j}*The ferry lies on the {t} side of the harbour at {town}. {c}",
        "{i}*The crew of the trawler at {town} before they sailed on {day}. {c}{gap}"
        "{j}*The crew of the trawler at {town} before they sailed on {later}. {c}",
        "{i}*Visitors crowd the slipway at {town} to watch the launch. {c}{gap}"
        "{j}*Visitors crowd the slipway at {village} to watch the launch. {c}",
        "{i}*The lightship off {town} in {y}, with its first crew aboard. {c}{gap}"
        "{j}*The lightship off {town} in {z}, with its first crew aboard. {c}",
        "{i}*Picture {d}: the boat beside the wall at {town} in a storm. {c}{gap}"
        "{i}*Picture {e}: the boat beside the wall at {town} in a storm. {c}",
        "{i}*The boat beside the harbour wall at {town} in a storm. {c}{gap}"
        "{j}*The harbour wall at {town} was built to keep out storms. {c}",
        "*The {s} wall of the harbour at {town} after the storm. {c}{gap}"
        "*The {t} wall of the harbour at {town} after the storm. {c}",
        "{i}*Children at {town} paint the hull, watched by their teacher. {c}{gap}"
        "{j}*Children at {town} paint the hull, watched by their parents. {c}",
    ),
)
