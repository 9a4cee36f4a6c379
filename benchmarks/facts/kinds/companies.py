"""Two legal forms or codes of one company."""

from __future__ import annotations

from collections.abc import Mapping

from facts.samples import Kind
from facts.scenes import Scene


def _slots(scene: Scene) -> Mapping[str, object]:
    rng = scene.rng
    firm = scene.firm()
    code = "".join(word[0] for word in firm.split()) + rng.choice("QXZ")
    a, b = rng.sample(("plc", "Ltd", "Inc", "LLP"), 2)
    return {"firm": firm, "rival": scene.firm(), "a": a, "b": b, "code": code,
            "edoc": code[0] + code[2] + code[1], "p": scene.person(), "town": scene.town(),
            "n": rng.randint(2, 90)}  # fmt: skip


KIND = Kind(
    name="companies",
    group="people",
    slots=_slots,
    contradictions=(
        "[[{firm} {a}]] has sold its site at {town}.{gap}Shares of [[{firm} {b}]] rose.",
        "{p}, who runs [[{firm} {a}]], said sales were flat.{gap}[[{firm} {b}]] employs {n} "
        "people.",
        "{firm} (LSE: [[{code}]]) lost money.{gap}{firm} (LSE: [[{edoc}]]) makes boots in {town}.",
        "The court heard that [[{firm} {a}]] owed £{n}m.{gap}A lawyer for [[{firm} {b}]] had no "
        "comment.",
        "{town} is home to [[{firm} {a}]].{gap}“We are staying,” said {p} of [[{firm} {b}]].",
        "Shares in {firm} (NYSE: [[{code}]]) fell.{gap}Analysts cut {firm} (NYSE: [[{edoc}]]) to "
        "hold.",
        "[[{firm} {a}]] and {rival} Ltd share a site.{gap}The larger is [[{firm} {b}]], {p} said.",
        "The fine for [[{firm} {a}]] was £{n},000.{gap}The boss of [[{firm} {b}]], {p}, will "
        "appeal.",
    ),
    decoys=(
        "{firm} {a} has sold its site at {town}.{gap}Shares of {firm} {a} rose.",
        "{firm} Limited has sold its site at {town}.{gap}{firm} Ltd employs {n} people.",
        "{firm} {a} has sold its site to {rival} {b}.{gap}{rival} {b} employs {n} people.",
        "{firm} {a} owns a subsidiary, {firm} {b}.{gap}{firm} {b} makes boots in {town}.",
        "{firm} (LSE: {code}) lost money.{gap}{firm} (LSE: {code}) makes boots in {town}.",
        "{firm} (LSE: {code}) lost money.{gap}{firm} (NYSE: {edoc}) makes boots in {town}.",
        "{firm} {a} was renamed in May.{gap}It had been {firm} {b} for {n} years.",
        "{firm} has sold its site at {town}.{gap}Shares of {firm} {b} rose.",
        "{p} of {firm} {a} spoke first.{gap}“I thought it was {firm} {b},” said a man in {town}.",
    ),
)
