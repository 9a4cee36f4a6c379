"""Two nationalities of one person."""

from __future__ import annotations

from collections.abc import Mapping

from facts.samples import Kind
from facts.scenes import Scene

_NATIONS = ("French", "Belgian", "Danish", "Polish", "Spanish", "Canadian", "Italian", "Swedish")


def _slots(scene: Scene) -> Mapping[str, object]:
    a, b = scene.rng.sample(_NATIONS, 2)
    job = scene.rng.choice(("singer", "painter", "novelist", "actor", "cyclist", "scientist"))
    return {"p": scene.person(), "q": scene.person(), "a": a, "b": b, "job": job,
            "town": scene.town()}  # fmt: skip


KIND = Kind(
    name="nationalities",
    group="people",
    slots=_slots,
    contradictions=(
        "The [[{a}]] {job} {p} has died.{gap}Friends of {p}, a [[{b}]] {job}, wept at {town}.",
        "{p}, a [[{a}]] {job}, came to {town} in May.{gap}The [[{b}]] {job} {p.surname} "
        "has stayed.",
        "[[{a}]] {job} {p} was robbed in {town}.{gap}Police returned the ring to the [[{b}]] {job} "
        "{p.surname}.",
        "The work of the young [[{a}]] {job} {p} is on show.{gap}{p.surname}, the [[{b}]] {job}, "
        "hung it.",
        "{p}, the celebrated [[{a}]] {job}, is in {town}.{gap}It is a first visit for [[{b}]] "
        "{job} {p.surname}.",
        "A prize went to the [[{a}]] {job} {p}.{gap}{p}, who is [[{b}]], thanked {q}.",
        "[[{a}]] {job} {p} fell at {town}.{gap}The fall cost the [[{b}]] {job} {p} a day.",
        "{town} has a statue of {p}, the [[{a}]] {job}.{gap}{q} made the head of the [[{b}]] {job} "
        "{p.surname} in clay.",
    ),
    decoys=(
        "The {a} {job} {p} has died.{gap}Friends of {p}, a {a} {job}, wept at {town}.",
        "The {a} {job} {p} met the {b} {job} {q}.{gap}{p.surname} smiled.",
        "The {a}-born {job} {p} has died.{gap}Friends of {p}, a {b} {job}, wept at {town}.",
        "The {a} {job} {p}, who has dual citizenship, has died.{gap}The {b} {job} {p} was 80.",
        "{p}, a {a} {job}, came to {town}.{gap}{p.surname} teaches {b} at the school.",
        "The British {job} {p} has died.{gap}Friends of {p}, a Welsh {job}, wept at {town}.",
        "The {a} {job} {p} won.{gap}The {b} Open was the first title for {p.surname}.",
        "The {a} {job} {p} won.{gap}The {b} crowd cheered {p.surname}, and the {b} team left.",
        "The {a} {job} {p} won.{gap}“The {b} {job} {p.surname} is a fraud,” wrote {q} by mistake.",
        "{p} replaced the {a} {job} {q} in {town}.{gap}{p.surname} is a {b} {job}.",
    ),
)
