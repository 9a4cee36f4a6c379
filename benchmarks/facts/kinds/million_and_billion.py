"""One sum in millions in one place and in billions in another."""

from __future__ import annotations

from collections.abc import Mapping

from facts.samples import Kind
from facts.scenes import Scene


def _slots(scene: Scene) -> Mapping[str, object]:
    rng = scene.rng
    sum_ = rng.randint(12, 98) / 10
    if sum_.is_integer():
        sum_ += 0.3
    return {
        "p": scene.person(), "town": scene.town(), "firm": scene.firm(), "club": scene.club(),
        "s": f"{sum_:.1f}", "other": f"{sum_ + 1.2:.1f}", "plain": rng.randint(2, 9),
        "work": rng.choice(("bridge", "hospital", "reservoir", "railway", "stadium")),
    }  # fmt: skip


KIND = Kind(
    name="million-and-billion",
    group="figures",
    slots=_slots,
    contradictions=(
        "The {work} at {town} will cost [[£{s}m]], the county said.{gap}Most of the [[£{s}bn]] "
        "cost of the {work} will be borne by {firm}.",
        "{firm} made a loss of [[£{s}bn]] last year.{gap}The [[£{s}m]] loss at {firm} was blamed "
        "on fuel.",
        "A <plan|scheme> to spend [[£{s} million]] on the {work} has been dropped.{gap}{p} said "
        "that spending [[£{s} billion]] on a {work} made no sense.",
        "{firm} is to buy the {work} for [[$ {s}bn]]".replace("$ ", "$")
        + ".{gap}The deal for the {work}, worth [[${s}m]], needs approval.",
        "Debts of [[£{s}m]] at {firm} have grown.{gap}{p} told the meeting that the debts of "
        "{firm}, at [[£{s}bn]], were its own affair.",
        "The fund pays [[€{s}m]] a year to farmers.{gap}Farmers in {town} share [[€{s}bn]] from "
        "the fund.",
        "The {work} was valued at [[£{s}bn]] by {firm}.{gap}{p} accepted the value put on the "
        "{work} by {firm}, [[£{s}m]].",
        "Profits at {firm} reached [[£{s}m]].{gap}{firm}, whose profits were [[£{s}bn]], pays no "
        "dividend.",
        "The county's budget for roads is [[£{s}bn]].{gap}The roads budget of [[£{s}m]] was "
        "passed by the county in March.",
    ),
    decoys=(
        "The {work} at {town} will cost £{s}m.{gap}Most of the £{s}m cost of the {work} will be "
        "borne by {firm}.",
        "The {work} will cost £{s}m.{gap}The county owes £{s}bn to banks abroad.",
        "{firm} made £{s}bn last year.{gap}A shop in {town} was sold for £{s}m.",
        "{firm} spent £{s}m of its £{other}bn on the {work}.{gap}The {work} has cost £{s}m.",
        "The {work} will cost £{s}m.{gap}“It will cost £{s}bn before they are done with the "
        "{work},” said {p}.",
        "{firm} lost £{s}m of the £{s}bn it holds.",
        "The {work} will cost £{s}m.{gap}Correction: an earlier version gave the cost of the "
        "{work} as £{s}bn.",
        "The {work} will cost £{s}m.{gap}The {work} at {town} cost €{s}bn.",
        "About £{plain}m was stolen.{gap}Banks hold £{plain}bn for the county.",
        "The {work} will cost £{s}bn.{gap}The {work} was to cost £{other}bn.",
        "{p} owns {s} million shares.{gap}{firm} has £{s}bn in the bank.",
        "Profits were £{s}m.{gap}Trade is worth £{s}bn to the nation.",
    ),
)
