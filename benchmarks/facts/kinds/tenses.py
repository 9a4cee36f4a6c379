"""A past event with a date to come, and the other way about."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from facts.samples import Kind
from facts.scenes import Scene


def _slots(scene: Scene) -> Mapping[str, object]:
    rng = scene.rng
    own = date(2019, 3, 5) + timedelta(rng.randint(0, 2000))
    past, future = own - timedelta(rng.randint(3, 60)), own + timedelta(rng.randint(3, 60))
    return {
        "iso": f"{own:%Y-%m-%d}", "own": f"{own.day} {own:%B %Y}",
        "past": f"{past.day} {past:%B}", "future": f"{future.day} {future:%B}",
        "pasty": f"{past.day} {past:%B %Y}", "futurey": f"{future.day} {future:%B %Y}",
        "pday": f"{past:%A}", "fday": f"{future:%A}", "p": scene.person(), "town": scene.town(),
        "TOWN": scene.town().upper(),
    }  # fmt: skip


_HEAD = "{top}---\ntitle: A day in {town}\ndate: {iso}\n---\n\n"
_LINE = "{top}{TOWN}, {own} — "
KIND = Kind(
    name="tenses",
    group="time",
    slots=_slots,
    format="markdown",
    contradictions=(
        _HEAD + "The fair in {town} will open on [[{past}]], {p} said.",
        _HEAD + "The fair in {town} opened on [[{future}]] to a large crowd.",
        _LINE + "The fair will open on [[{pasty}]], {p} said.",
        _LINE + "The fair took place on [[{futurey}]], and {p} sang.",
        _HEAD + "{p} is due to appear in court on [[{past}]].",
        _HEAD + "{p} was arrested in {town} on [[{futurey}]].",
        _HEAD + "Voters in {town} will go to the polls on [[{pday}, {past}]].",
        _HEAD + "The bridge was closed on [[{fday} {future}]], and nobody knows why.",
        _HEAD + "Tickets go on sale on [[{pasty}]] at the hall in {town}.",
        _HEAD + "The old mill burned down on [[{future}]]. Nobody was hurt.",
    ),
    decoys=(
        _HEAD + "The fair in {town} will open on {future}, {p} said.",
        _HEAD + "The fair in {town} opened on {past} to a large crowd.",
        _LINE + "The fair took place on {pasty}, and {p} sang.",
        _HEAD + "The fair was due to open on {future}, but {p} has called it off.",
        _HEAD + "The fair, which was to open on {past}, will now be held in May.",
        _HEAD + "{p} said the fair would open on {past}. It did not.",
        _HEAD + "{p} was bailed until {futurey}.",
        _HEAD + "“The fair will open on {past},” the poster in {town} says.",
        _HEAD + "The meeting was moved to {future} because of the rain.",
        _HEAD + "The council was told that the fair on {future} needs stewards.",
        _HEAD + "Voters in {town} will go to the polls on {fday}, {future}.",
        _HEAD + "The bridge was closed from {past} until {future}.",
    ),
)
