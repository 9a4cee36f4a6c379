"""A percentage or fraction that is not what the part is of the whole."""

from __future__ import annotations

from collections.abc import Mapping

from facts.samples import Kind
from facts.scenes import Scene


def _slots(scene: Scene) -> Mapping[str, object]:
    rng = scene.rng
    percent = rng.choice((5, 12, 15, 24, 25, 35, 40, 45, 60, 75, 80))
    whole = rng.choice((200, 300, 400, 500, 600, 800, 1200, 2400))
    part = whole * percent // 100
    wrong = percent + rng.choice((6, 8, 9, 11))
    third = rng.randint(7, 90) * 3
    return {
        "p": scene.person(), "town": scene.town(), "club": scene.club(), "firm": scene.firm(),
        "whole": f"{whole:,}", "part": part, "pc": percent, "wrong": wrong,
        "all": third * 3, "third": third, "half": third * 3 // 2, "quarter": third * 3 // 4,
        "over": rng.choice((104, 110, 120, 130)), "close": round(part * 1.02),
        "who": rng.choice(("pupils", "members", "patients", "tenants", "drivers", "growers")),
        "m": f"{whole / 100:.1f}", "mpart": f"{part / 100:.2f}", "votes": whole * 20,
    }  # fmt: skip


KIND = Kind(
    name="percentage-of-whole",
    group="figures",
    slots=_slots,
    contradictions=(
        "In {town} [[{part}]] of the [[{whole}]] {who} <asked|"
        "who replied>, or [[{wrong} per cent]], "
        "<were against it|had no view>.",
        "Of the [[{whole}]] {who}, [[{part}]] ([[{wrong}%]]) <walked out|came by bus>, said {p}.",
        "[[{wrong} per cent]], or [[{part}]] of [[{whole}]], <failed the test|sent no reply>.",
        "The {town} survey of [[{whole}]] {who}, of whom [[{part}]] – [[{wrong} per cent]] – were "
        "over 65, was paid for by {firm}.",
        "[[{part}]] {who}, or [[{wrong} per cent]] of the [[{whole}]] in {town}, have <moved|"
        "left>.",
        "Only [[{third}]] of the [[{all}]] {who}, <about |>[[half]] of them, came to the meeting.",
        "{firm} lost [[{third}]] of its [[{all}]] vans, [[a quarter]] of the fleet, in the flood.",
        "The poll in {town} found that [[{over} per cent of]] <voters|residents|households> were "
        "against the scheme.",
        "{firm} spent [[£{mpart}m]] of the [[£{m}m]] grant, or [[{wrong} per cent]], on the roof.",
        "A total of [[{part}]] out of [[{whole}]] {who} (<around |>[[{wrong} per cent]]) <voted to "
        "strike|took part>.",
        "[[{wrong}%]] of the [[{whole}]] {who} ([[{part}]]) live outside {town}.",
        "{p} said that [[{part}]] of [[{whole}]] {who} had paid, which is [[{wrong} per cent]].",
    ),
    decoys=(
        "In {town} {part} of the {whole} {who} asked, or {pc} per cent, were against it.",
        "Of the {whole} {who}, {part} ({pc}%) walked out, said {p}.",
        "{pc} per cent, or {part} of {whole}, failed the test.",
        "Only {third} of the {all} {who}, a third of them, came to the meeting.",
        "“I saw {part} of the {whole} {who}, or {wrong} per cent,” {p} said.",
        "Of the {whole} {who}, {part} walked out. Fees are up {wrong} per cent.",
        "{firm} lost {third} of its {all} vans, and {wrong} per cent of its profit, in the flood.",
        "Sales in {town} were {over} per cent of the target, {firm} said.",
        "Output was {over} per cent of last year's.",
        "About {close} of the {whole} {who} ({pc} per cent) replied.",
        "{firm} spent £{mpart}m of the £{m}m grant, or {pc} per cent, on the roof.",
        "Some {part} of the {whole} {who} came, {wrong} per cent more than last year.",
        "The {town} branch has {part} of the {whole} {who}; {wrong} per cent of its income is "
        "rent.",
        "Of {whole} {who}, {part} are women, {wrong} per cent higher than in the county.",
        "Clarification: we said {part} of the {whole} {who}, or {wrong} per cent, were against it. "
        "The figure is {pc} per cent.",
        "{part} {who}, or {pc} per cent of the {whole} in {town}, have moved.",
    ),
)
