"""An anniversary or years ago that do not follow from the years."""

from __future__ import annotations

from collections.abc import Mapping

from facts.samples import Kind
from facts.scenes import Scene


def _ordinal(number: int) -> str:
    if 10 <= number % 100 <= 20:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }".replace(" ", "")


def _slots(scene: Scene) -> Mapping[str, object]:
    rng = scene.rng
    now, years = rng.randint(2012, 2026), rng.choice((25, 40, 50, 75, 100, 125, 150))
    wrong = years + rng.choice((-20, -10, -5, 5, 10, 25))
    return {
        "now": now, "then": now - years, "n": years, "w": wrong, "nth": _ordinal(years),
        "wth": _ordinal(wrong), "town": scene.town(), "firm": scene.firm(), "p": scene.person(),
        "month": rng.randint(1, 9), "day": rng.randint(10, 28), "earlier": now - years - 40,
    }  # fmt: skip


_HEAD = "---\ntitle: A day in {town}\ndate: {now}-0{month}-{day}\n---\n\n"
KIND = Kind(
    name="anniversaries",
    group="time",
    slots=_slots,
    format="markdown",
    contradictions=(
        "{firm}, [[founded in {then}]], will mark its [[{wth} anniversary]] in {now}.",
        "The school in {town} opened in [[{then}]] and celebrates its [[{wth} birthday|{wth} "
        "anniversary]] in {now}.".replace(
            "[[{wth} birthday|{wth} anniversary]]", "[[{wth} anniversary]]"
        ),
        "{top}" + _HEAD + "{firm}, which was [[established in {then}]], is celebrating its "
        "[[{wth} anniversary]].",
        "{top}" + _HEAD + "The bridge was [[built in {then}]], [[{w} years ago]].",
        "{top}"
        + _HEAD
        + "[[{w} years ago]], in [[{then}]], {p} opened the mill.".replace(
            "[[{w} years ago]], in [[{then}]], {p} opened the mill.",
            "The club was [[formed in {then}]]. It is {p}’s idea to mark the [[{wth} "
            "anniversary]] with a dinner.",
        ),
        "In {now} the town will mark the [[{wth} anniversary]] of the bridge, which was [[opened "
        "in {then}]].",
        "A plaque marks the [[{wth} anniversary]] in {now} of the works [[founded in {then}]] by "
        "{p}.",
        "The mill was [[built in {then}]] and burned down in {now}, [[{w} years later]].",
        "{top}" + _HEAD + "This year is the [[{wth} anniversary]] of {firm}, [[founded in {then}]] "
        "in {town}.",
        "{top}" + _HEAD + "The ferry was [[launched in {then}]], [[{w} years ago]], and still "
        "sails from {town}.",
    ),
    decoys=(
        "{firm}, founded in {then}, will mark its {nth} anniversary in {now}.",
        "{top}" + _HEAD + "{firm}, established in {then}, is celebrating its {nth} anniversary.",
        "{top}" + _HEAD + "The bridge was built in {then}, {n} years ago.",
        "{top}" + _HEAD + "The bridge was built in {then}, nearly {w} years ago.",
        "{top}" + _HEAD + "The bridge was built in {then}. {w} years ago {p} painted it.",
        "The mill was built in {then} and burned down in {now}, {n} years later.",
        "The mill, built in {earlier}, was sold in {then} and burned down {n} years later, in "
        "{now}.",
        "{top}"
        + _HEAD
        + "The school, founded in {earlier}, will mark the {nth} anniversary of its "
        "library, opened in {then}.",
        "{top}" + _HEAD + "{p}, born in {then}, told the dinner for the {wth} anniversary of the "
        "club to be brief.",
        "“It was built in {then}, {w} years ago,” said {p}.",
        "{top}" + _HEAD + "{firm}, founded in {then}, had celebrated its 10th anniversary with a "
        "dinner.",
        "{firm}, founded in {then}, hired {p} {w} years later.",
    ),
)
