"""A counted noun bare after its verb, and nouns that stand so rightly."""

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
"""

RIGHT = """
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
She passed the list as argument to the call.
"""


@pytest.mark.parametrize("text", LACKING.strip().splitlines())
def test_a_bare_counted_noun_lacks_its_article(text: str) -> None:
    assert len(lint_text(text, config=MISSING)) == 1


@pytest.mark.parametrize("text", RIGHT.strip().splitlines())
def test_a_noun_that_needs_no_article_stays(text: str) -> None:
    assert lint_text(text, config=MISSING) == []
