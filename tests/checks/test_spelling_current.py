"""Words that are newer than most dictionaries, and misspellings that everybody knows."""

from __future__ import annotations

import pytest

from copylint import lint_text
from copylint.core.finding import Finding
from copylint.core.fix import Safety
from copylint.core.rule import Severity
from copylint.language.known_misspellings import best_known
from copylint.language.lexicon import Lexicon


def spelling(text: str) -> list[Finding]:
    return [each for each in lint_text(text) if each.rule.startswith("spelling.")]


CURRENT = """
They spent a staycation in Devon.
He was fined for upskirting.
The hooker won the lineout.
She leant on the gate.
The governor's designee voted no.
Each qubit must stay cold.
The stall sold carnitas and nopales.
The firm offboards staff by email.
He is a techy sort.
The requestor paid a fee.
Two certifiers signed the form.
They were spitballing in the bar.
It was an unparallelled success.
The council put a parklet outside.
A fatberg blocked the sewer.
The chipmaker cut its forecast.
A gigafactory will open in spring.
The datacentre needs more power.
Graphene coats the blade, and graphene is strong.
The loanee scored twice.
He took up pickleball at 60.
The parkrun drew 300 runners.
The pair met on a campervan holiday.
A derecho flattened the barns.
The peatlands hold carbon.
The drugmaker sought a licence.
Police tased the man twice.
Femicide is a crime there, and femicides are rising.
She hosted a webinar for retirees.
The gang ran a smishing scam.
The smallsat reached orbit.
Locals queued for bulgogi and soju.
The tradies downed tools.
The lakh protesters sat down.
He wore a gilet and a onesie.
The docuseries ran for a month.
Greedflation is the word of the year.
The exoneree sued the state.
The ramraiders fled on a moped.
The ride-alongs ended in March.
The work-arounds cost more.
"""


@pytest.mark.parametrize("text", CURRENT.strip().splitlines())
def test_current_words_are_known(text: str) -> None:
    assert spelling(text) == []


@pytest.mark.parametrize("wrong", sorted(best_known()))
def test_a_misspelling_that_everybody_knows_has_a_safe_fix(wrong: str) -> None:
    right = best_known()[wrong]
    (found,) = spelling(f"The note said {wrong} twice.")
    assert found.replacements == (right,)
    assert found.severity is Severity.ERROR
    # A word that lost its capital too is another rule's, whose fixes are for an editor.
    assert found.safety is (Safety.SAFE if right.islower() else Safety.UNSAFE)


def test_the_best_known_misspellings_are_not_words() -> None:
    lexicon = Lexicon.shared()
    assert [wrong for wrong in best_known() if lexicon.is_word(wrong)] == []


@pytest.mark.parametrize(
    "text",
    [
        # A foreign phrase, an address, a surname.
        "He read teh tarik menjadi minuman aloud.",
        "Write to adress@example.com about it.",
        "Kelsey Grammer and Ms Teh came.",
    ],
)
def test_what_only_looks_like_one_stays(text: str) -> None:
    assert spelling(text) == []


@pytest.mark.parametrize("word", ["flaneurs", "merguez", "burratas"])
def test_a_word_without_a_near_common_correction_is_a_suggestion(word: str) -> None:
    (found,) = spelling(f"The stall sold {word} by the door.")
    assert found.severity is Severity.SUGGESTION
    assert found.message.startswith(f"'{word}' is not in the dictionary; did you mean ")


def test_misspellings_side_by_side_are_all_found() -> None:
    found = spelling("They will recieve teh calender, and the mayor was truely glad of it.")
    assert [each.text for each in found] == ["recieve", "teh", "calender", "truely"]
    assert {each.safety for each in found} == {Safety.SAFE}


@pytest.mark.parametrize("place", ["london", "paris", "germany", "australia", "chicago"])
def test_a_place_that_everybody_knows_takes_its_capital(place: str) -> None:
    (found,) = spelling(f"He met his friends in {place} last week.")
    assert found.replacements[0] == place.capitalize()
