"""A change whose percentage, multiple, amount or direction its two figures do not bear out."""

from __future__ import annotations

from collections.abc import Mapping

from facts.samples import Kind
from facts.scenes import Scene


def _slots(scene: Scene) -> Mapping[str, object]:
    rng = scene.rng
    was = rng.randint(12, 90) * 100
    percent = rng.choice((8, 12, 15, 18, 24, 25, 30, 35, 40, 45, 60))
    now = round(was * (1 + percent / 100))
    fallen = round(was * (1 - percent / 100))
    off = rng.choice((-1, 1)) * rng.randint(5, 9)
    wrong = percent + off if percent + off > 1 else percent + 7
    price = rng.randint(20, 95) * 10
    dearer = price + rng.randint(3, 19) * 5
    million = rng.randint(21, 88) / 10
    return {
        "p": scene.person(), "q": scene.person(), "town": scene.town(), "club": scene.club(),
        "firm": scene.firm(), "was": f"{was:,}", "now": f"{now:,}", "fallen": f"{fallen:,}",
        "pc": percent, "wrong": wrong, "more": f"{now - was:,}",
        "wrongmore": f"{now - was + rng.choice((-1, 1)) * max(20, was // 20):,}",
        "double": f"{was * 2:,}", "triple": f"{was * 3:,}", "half": f"{was // 2:,}",
        "third": f"{round(was * 4 / 3):,}", "quarter": f"{round(was * 0.75):,}",
        "price": price, "dearer": dearer, "extra": dearer - price,
        "wrongextra": dearer - price + rng.choice((20, 30, 40)),
        "not30": rng.choice((20, 24, 36, 38)), "m": f"{million:.1f}", "m30": f"{million * 1.3:.2f}",
        "year": rng.randint(2012, 2023),
        "low": percent, "high": percent + 9, "nine": "nine", "six": "six",
        "things": rng.choice(("burglaries", "complaints", "members", "visitors", "pupils")),
    }  # fmt: skip


KIND = Kind(
    name="change",
    group="figures",
    slots=_slots,
    contradictions=(
        "The number of {things} <in {town} |>rose from [[{was}]] to [[{now}]] last year, "
        "<an increase|a rise|a jump> of [[{wrong} per cent]], {p} <said|told the council>.",
        "Attendance at {club} fell [[{wrong}%]] to [[{fallen}]], from [[{was}]] the season before.",
        "{firm} sold [[{now}]] vans in {year}, up [[{wrong} per cent]] <from|on> the [[{was}]] it "
        "sold a year earlier.",
        "{firm} said <sales|profits|revenue> were up [[{not30}%]], from [[£{m}m]] to [[£{m30}m]].",
        "Recorded thefts in {town} <fell|dropped|declined> from [[{was}]] to [[{now}]] last year.",
        "<Membership|The reserve list|The electoral roll> <has risen|rose|grew> from [[{was}]] to "
        "[[{fallen}]] since {p} took over in {year}.",
        "The number of {things} has [[doubled]] from {was} to [[{triple}]] since {year}, said {p}.",
        "The weekly rent went up from [[£{price}]] to [[£{dearer}]], a rise of [[£{wrongextra}]], "
        "tenants in {town} said.",
        "Police dealt with [[{now}]] {things}, compared with [[{was}]] in {year}: an increase of "
        "[[{wrong} per cent]].",
        "There were [[{was}]] {things} in {year}. Last year there were [[{now}]], a rise of "
        "[[{wrong} per cent]].",
        "Staff numbers at {firm} were [[halved]] from [[{was}]] to [[{quarter}]], the union said.",
        "Turnout rose from [[{low} per cent]] to [[{high} per cent]], an increase of "
        "[[{six} percentage points]], officials in {town} said.",
        "{club} sold [[{now}]] tickets, [[{wrongmore}]] more than the [[{was}]] they sold for the "
        "first match.",
        "A [[{wrong} per cent]] <cut|drop|reduction> in the budget, from [[£{was}]] to "
        "[[£{fallen}]], was agreed by the {town} parish council.",
    ),
    decoys=(
        "The number of {things} rose from {was} to {now} last year, an increase of {pc} per cent.",
        "Attendance at {club} fell {pc}% to {fallen}, from {was} the season before.",
        "{firm} said sales were up 30%, from £{m}m to £{m30}m.",
        "{firm} sold about {now} vans in {year}, up {pc} per cent on the {was} it sold a year "
        "earlier.",
        "Recorded thefts fell from {was} to {fallen} last year, while fraud rose {wrong} per cent.",
        "The number of {things} has doubled from {was} to {double} since {year}, said {p}.",
        "The number of {things} has more than doubled from {was} to {triple} since {year}.",
        "“We went from {was} to {now}, a rise of {wrong} per cent,” {p} told the meeting.",
        "The rent went up from £{price} to £{dearer}, a rise of £{extra}, tenants said.",
        "Profits rose {wrong} per cent to £{m}m on sales of £{m30}m, {firm} said.",
        "{p} climbed from 50 to 12 in the rankings after the win at {town}.",
        "Of {was} houses in {town}, {fallen} are empty, and the rents are up {wrong} per cent.",
        "Staff numbers were halved from {was} to {half}, the union said.",
        "Correction: we said that the number of {things} rose from {was} to {now}, an increase of "
        "{wrong} per cent. The increase was {pc} per cent.",
        "Turnout rose from {low} per cent to {high} per cent, an increase of nine points.",
        "There were {was} {things} in {year}. Last year there were {now}, a rise of {pc} per cent.",
        "Visitor numbers rose {wrong} per cent. The museum moved from {town} to the old mill with "
        "its {was} coins and {now} books.",
        "It has grown from {was} members in {year} to {now}, and expects to grow another "
        "{wrong} per cent.",
        "The farm is {was} acres, up from {fallen} in {year}; the price of wheat fell "
        "{wrong} per cent.",
    ),
)
