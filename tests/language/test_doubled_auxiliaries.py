"""Verbs that are printed twice in a row: slips, and clauses that end in one."""

from __future__ import annotations

import pytest

from copylint import lint_text

SLIPS = """
The council approved plans for a library, which will will open in spring.
Reports which can can be seen online are free.
He said the plan, which is is late, was good.
The mayor, who was was ill, left.
She opposed a bill that will will pass.
It said that it will will open.
The report, which has has been delayed, is due.
Those who are are late must wait.
The bill that is is before the house was amended.
The plan which it it drew up failed.
The bridge, which was was built in 1901, is shut.
Officials said that they will will appeal.
The firm says that it has has paid the fine.
The minister, who has has denied the claim, will resign.
The road that was was closed on Monday is open.
She told the court that she was was at home.
The hospital, which does does not accept visitors, is full.
The men who were were arrested have been freed.
The storm that may may reach the coast is weak.
They believe that there is is a way out.
He knew that this was was the last chance.
The school is is closed.
The team said it would appeal because it it had lost.
The vote, which must must be held by June, is close.
The letter that did did arrive was torn.
""".strip().splitlines()

ENGLISH = """
What it is is a mess.
The question is is it worth the money.
Those who can can help.
Those who can can see the lights are on.
The things we do do matter.
All that it is is a shed.
What I mean by that is is that we are late.
Anyone who will will be welcome.
Of his own free will will he go.
Who he was was never known.
How bad the damage is is unclear.
Where they were was anybody's guess.
What the problem was was never explained.
Everything there is is for sale.
Whatever it was was gone by noon.
He knew that that was wrong.
She had had enough.
The problem is is that nobody knows.
People who do do well.
How old he is is a secret.
""".strip().splitlines()


def doubled(text: str) -> list[str]:
    return [each.text for each in lint_text(text) if each.rule == "duplicates.word"]


@pytest.mark.parametrize("text", SLIPS)
def test_a_doubled_verb_whose_clause_goes_on(text: str) -> None:
    assert len(doubled(text)) == 1


@pytest.mark.parametrize("text", ENGLISH)
def test_a_clause_may_end_in_the_verb_that_follows_it(text: str) -> None:
    assert doubled(text) == []
