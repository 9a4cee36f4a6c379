"""An age that the year of birth does not bear out."""

from __future__ import annotations

from collections.abc import Mapping

from facts.samples import Kind
from facts.scenes import Scene


def _slots(scene: Scene) -> Mapping[str, object]:
    rng = scene.rng
    now, age = rng.randint(2012, 2026), rng.randint(20, 80)
    return {
        "now": now, "born": now - age, "age": age, "wrong": age + rng.choice((-10, -5, 3, 5, 10)),
        "p": scene.person(), "q": scene.person(), "town": scene.town(), "other": scene.town(),
        "month": rng.randint(1, 9), "day": rng.randint(10, 28), "less": age - 1,
    }  # fmt: skip


_HEAD = "{top}---\ntitle: A day in {town}\ndate: {now}-0{month}-{day}\n---\n\n"
KIND = Kind(
    name="birth-years",
    group="time",
    slots=_slots,
    format="markdown",
    contradictions=tuple(
        _HEAD + each
        for each in (
            "{p}, [[{wrong}]], runs the mill.{gap}{p.surname} was [[born in {born}]] in {town}.",
            "{p}, [[{wrong}]], runs the mill. {p.He} was [[born in {town} in {born}]].",
            "{p} was [[born in {other} in {born}]].{gap}{p.surname}, [[{wrong}]], has a dog.",
            "[[Born in {town} in {born}]], {p} is a painter.{gap}The [[{wrong}]]-year-old "
            "{p.surname} works at night.",
            "{p}, who was [[born in {born}]], won the prize.{gap}At [[{wrong}]], {p.surname} is "
            "the oldest winner.",
            "{p} ([[{wrong}]]) won the prize.{gap}{p.surname} was [[born on 3 May {born}]].",
            "The mill is run by {p}, [[{wrong}]].{gap}{p.mr} {p.surname} was [[born in {born}]], "
            "the youngest of five.",
            "[[{wrong}]]-year-old {p} sang.{gap}{p.surname} was [[born in {other} in May {born}]].",
        )
    ),
    decoys=tuple(
        _HEAD + each
        for each in (
            "{p}, {age}, runs the mill.{gap}{p.surname} was born in {born} in {town}.",
            "{p}, {less}, runs the mill. {p.He} was born in {town} in {born}.",
            "{p}, {wrong}, runs the mill.{gap}{q} was born in {born} in {town}.",
            "{p}, {wrong}, runs the mill with {q}, who was born in {born}.",
            "{p} was born in {born}.{gap}As a 12-year-old, {p.surname} went to sea.",
            "{p}, {wrong}, told the court: “My brother was born in {born}.”",
            "{p} was born in {born} and died in {town} on Friday, aged {age}.",
            "{p}, {age}, runs the mill. {p.His} daughter was born in 2003.".replace(
                "{p.His}", "The"
            ),
            "{p}, {wrong}, married {q.given}, who was born in {born}.",
        )
    ),
)
