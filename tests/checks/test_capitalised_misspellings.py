"""Capitalised words in no dictionary: misspelled places, months and offices, and names."""

from __future__ import annotations

import pytest

from copylint import lint_text

MISSPELLED = """
In Septembr the school will open again. | September
On Wendesday the council met. | Wednesday
At Novmber's end the shop will shut. | November
A ortuguese ship docked. | Portuguese
In Pariss the talks went on. | Paris
In Germny the price rose. | Germany
On Frday the strike ended. | Friday
In Amercia the vote is in May. | America
In Englnad the schools are open. | England
A Britsh man was held. | British
A Frnech woman won the race. | French
An Austrlian man was held. | Australian
In Londn the shops are shut. | London
He moved from Londn to the coast. | London
The London governmnet was blamed. | government
London Pollice said on Monday that a man was held. | Police
The Europe Comission met on Monday. | Commission
The Englnad captain was hurt. | England
He went to Englnad in May. | England
She flew to Londno on Monday. | London
They moved to Eurpoe in May. | Europe
Prices across Eurpe rose again. | Europe
The Presdient said that the bill was dead. | President
President Repubican voters want a change. | Republican
In Januray the rain came. | January
On Saterday the fair opens. | Saturday
In Scotlnad the schools are open. | Scotland
At Chrsitmas the shop is shut. | Christmas
A Governmnet spokesman said nothing. | Government
In Febuary the river froze. | February
In Decmeber the pier was shut. | December
On Thrusday she flew home. | Thursday
On Tusday she flew home. | Tuesday
In Chiina the price rose. | China
A Amercian man was held. | American
A Germn firm bought the mill. | German
In Parlaiment the debate went on. | Parliament
On Monady the bridge was shut. | Monday
At Parlaiment the debate went on. | Parliament
An Itlaian firm bought the mill. | Italian
General Elction will be held in May. | Election
The Britsh Museum is open. | British
""".strip().splitlines()

NAMES = """
In Brenthollow the school will open again.
On Skarvoy the ferry was late.
At Selbridge the pier was shut.
A Threlmere man was held.
An Oldwick woman won the race.
By Quillan the river is wide.
In Oudeschild the price rose.
The Englund captain was hurt.
Mr Londen said that he was late.
President Brownell said nothing.
Mayor Markett approved the plan.
Judge Lawlor ruled on Monday.
General Marchan left the palace.
Queen Tamaris opened the hall.
Senator Coller voted against it.
London Grammet sang in the hall.
Procfil is a firm in the north.
Tendra bought the mill in May.
The talks with Crestia went on.
He sold his shares in Lumera to a bank.
She works for Novatel, a firm in Leeds.
They drove to Carstow on Monday.
The village of Harbourne is small.
Anna Wintour and Piet Goverment met.
""".strip().splitlines()


def corrected(text: str) -> list[str]:
    return [
        each.replacements[0] if each.replacements else ""
        for each in lint_text(text)
        if each.rule.startswith(("spelling.", "names."))
    ]


@pytest.mark.parametrize("row", MISSPELLED)
def test_a_capital_does_not_make_a_misspelling_a_name(row: str) -> None:
    text, right = row.split(" | ")
    assert corrected(text) == [right]


@pytest.mark.parametrize("text", NAMES)
def test_unknown_name_is_not_reported(text: str) -> None:
    assert corrected(text) == []
