"""Counted nouns without an article after their verb, and nouns that need none."""

from __future__ import annotations

import pytest

from copylint import Config, lint_text

MISSING = Config(select=("grammar.missing-word",))

LACKING = """
He is member of the board.
She works as teacher in Leeds.
The plan is good idea.
He is teacher at the school.
It was very difficult decision for them.
He had brother in Leeds.
It is useful tool for farmers.
She became lawyer in May.
He bought new car.
The club is symbol of the town.
It is important step for the firm.
She works as teacher in a small school.
He bought car last week.
It is good idea to wait.
He is doctor at the local hospital.
She has dog that barks all night.
We need new bridge over the river.
There is problem with the engine.
He wrote letter to the mayor.
They opened shop in the village.
It was long journey to the coast.
She gave interview to a local paper.
He made mistake in the report.
It is large city in the north.
He found wallet in the street.
She told story about a fox.
The firm hired new manager in May.
He has big family.
She is member of the council.
He runs small bakery on the quay.
We saw ship in the bay.
He asked question about the budget.
She made decision to leave.
They signed contract with a German firm.
She opened window to let the smoke out.
He is author of three novels.
He got job at the port.
They planted tree in the square.
She wore red dress to the ball.
He is very good player.
She drew picture of the harbour.
She is friend of the family.
She hired lawyer to read the contract.
We met farmer who grows beans.
They sold boat to a museum.
He drew map of the valley.
It was old bridge with three arches.
She owned hotel by the lake.
They launched rocket on Friday.
He asked friend about the trip.
"""

RIGHT = """
The team took a much-needed break from the tour.
This is the wanted article of the list.
It offers a plain build environment for the boats.
A firm that is privately held retailer of toys.
It was a council-run centre for sport.
She went to her own house near the sea.
We saw very little slowdown in the trade.
It is wholly owned subsidiary work.
He took part in the race.
They made way for the new bus.
He is head of the board.
It was part of the plan.
She was captain of the team.
He is heir to the throne.
She was in hospital.
He has breakfast at six.
They had lunch.
It is good news.
It was good advice.
It was hard work.
He is chairman of the club.
It is law.
The answer is yes.
It was time for tea.
He was president in May.
There is not much point in a vote.
It was such fun, and the crowd loved it.
She kept the letter as proof of the debt.
"""


@pytest.mark.parametrize("text", LACKING.strip().splitlines())
def test_a_bare_counted_noun_lacks_its_article(text: str) -> None:
    assert len(lint_text(text, config=MISSING)) == 1


@pytest.mark.parametrize("text", RIGHT.strip().splitlines())
def test_a_noun_that_needs_no_article_stays(text: str) -> None:
    assert lint_text(text, config=MISSING) == []
