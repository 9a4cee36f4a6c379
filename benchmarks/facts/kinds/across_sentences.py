"""Totals, lengths and results whose other side is in another sentence or paragraph."""

from __future__ import annotations

from collections.abc import Mapping

from facts.samples import Kind
from facts.scenes import Scene


def _slots(scene: Scene) -> Mapping[str, object]:
    rng = scene.rng
    a, b, c = rng.randint(210, 390), rng.randint(150, 205), rng.randint(41, 99)
    pace, years = rng.randint(21, 60), rng.randint(4, 8)
    hour, minutes = rng.randint(1, 9), rng.randint(21, 50)
    goals, less = rng.randint(4, 6), rng.randint(0, 2)
    runs, by = rng.randint(180, 290), rng.randint(12, 60)
    members, each = rng.randint(11, 49) * 10, rng.randint(12, 60) * 10
    share, other = rng.randint(35, 50), rng.randint(20, 30)
    return {
        "p": scene.person(), "town": scene.town(), "a": a, "b": b, "c": c, "t": a + b + c,
        "wc": c + rng.choice((-20, -10, 20, 30)), "pace": pace, "homes": pace * years,
        "n": years, "wn": years + rng.choice((-2, 2, 3)), "t1": f"{hour}.05pm",
        "t2": f"{hour}.{5 + minutes:02}pm", "m": minutes, "wm": minutes + rng.choice((-12, 15, 20)),
        "goals": goals, "less": less, "gap": goals - less, "wgap": goals - less + 1,
        "runs": runs, "second": runs - by, "by": by, "wby": by + rng.choice((-10, 10, 9)),
        "members": members, "each": each, "wide": each + 110, "sum": f"{members * each:,}",
        "s": share, "o": other, "r": 100 - share - other, "wr": 100 - share - other + 7,
    }  # fmt: skip


KIND = Kind(
    name="across-sentences",
    group="figures",
    slots=_slots,
    contradictions=(
        "Of the [[{t}]] letters, [[{a}]] were for the weir and [[{b}]] against it. The other "
        "[[{wc}]] gave no view.",
        "The clinic at {town} saw [[{t}]] people. Some were ill: [[{a}]] had colds and [[{b}]] had "
        "coughs. The remaining [[{wc}]] were well.",
        "{p} has leave for [[{homes}]] homes in {town}.\n\nThe plan is to build [[{pace}]] homes a "
        "year, so that the last would be ready in [[{wn}]] years.",
        "Smoke rose at [[{t1}]] and the last horse was out by [[{t2}]], [[{wm} minutes]] later.",
        "The band went off at [[{t1}]] and came back at [[{t2}]]. For [[{wm} minutes]] the hall in "
        "{town} was dark.",
        "{town} beat the visitors by [[{wby}]] runs.\n\nThey made [[{runs}]] in the sun, and the "
        "visitors were bowled out for [[{second}]].",
        "The club in {town} has [[{members}]] members. Its new roof cost [[£{sum}]], or "
        "[[£{wide}]] a member.",
        "Farms earned [[{s} per cent]] of the income. Shops accounted for [[{o} per cent]], and "
        "rents for the remaining [[{wr} per cent]].",
    ),
    decoys=(
        "Of the {t} letters, {a} were for the weir and {b} against it. The other {c} gave no view.",
        "The clinic at {town} saw {t} people. Some were ill: {a} had colds and {b} had coughs. The "
        "remaining {c} were well.",
        "Of the {t} letters, {a} were for the weir. The other {wc} roads have no weir.",
        "{p} has leave for {homes} homes in {town}.\n\nThe plan is for {pace} homes a year, so "
        "that the last would be ready in {n} years.",
        "Smoke was seen at {t1} and the last horse was out by {t2}, {m} minutes later.",
        "Doors open at {t1} and {p} sings at {t2}. It took {wm} minutes to park.",
        "{town} beat the visitors by {by} runs.\n\nThey made {runs} in the sun, and the visitors "
        "were bowled out for {second}.",
        "The club in {town} has {members} members. Its new roof cost £{sum}, or £{each} a member.",
        "Farms earned {s} per cent of the income. Shops accounted for {o} per cent, and rents for "
        "the remaining {r} per cent.",
    ),
)
