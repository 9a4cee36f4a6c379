"""Families of slips, each with sentences that are right and look like them."""

from __future__ import annotations

import pytest

from copylint.checks.grammar.check import GrammarSlips
from copylint.contract.check import Options
from copylint.formats.plain import PlainText
from copylint.text.article import Article

CHECK = GrammarSlips()


def found(text: str) -> list[tuple[str, str, str]]:
    """Rule (without its family), the words found and the first suggestion."""
    document = PlainText().read("a.txt", text)
    matches = CHECK.check(Article(document), Options())
    return [(m.rule.partition(".")[2], document.slice(m.span), m.replacements[0]) for m in matches]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        # Subjects further off, after a verb of saying, after an infinitive.
        ("Critics say the plan are a mess.", "plan are", "plan is"),
        ("The mayor's decision to sell houses on the hill were wrong.", "were", "was"),
        ("The owners of the mill denies it.", "denies", "deny"),
        ('"Go home." The rules was clear.', "rules was", "rules were"),
        # Relative clauses.
        ("She read a report that contradict the claim.", "contradict", "contradicts"),
        ("He met people who thinks the same.", "thinks", "think"),
        ("They dropped the rule that limiting the sale.", "limiting", "limits"),
        ("The man whom was there left early.", "whom", "who"),
        ("She said that him and Ann met in May.", "him", "he"),
        # Number after a quantity.
        ("Dozens of document in the box are old.", "document", "documents"),
        ("More public garden are needed.", "garden", "gardens"),
        ("Every schools in the county was shut.", "schools", "school"),
        ("In the poll, 40% thinks it is late.", "thinks", "think"),
        ("There has been protests in the town.", "has", "have"),
        ("There is gardens in the town.", "is", "are"),
        ("She sent these document and left.", "document", "documents"),
        ("She has a gardens, he says.", "gardens", "garden"),
        # A past form where a noun belongs, a plural or an adverb before a noun.
        ("The voted took place late.", "voted", "vote"),
        ("They cut back at 40 others offices.", "others", "other"),
        ("They met after widely differences over pay.", "widely", "wide"),
        ("It would theoretical give them a say.", "theoretical", "theoretically"),
    ],
)
def test_agreement(text: str, wrong: str, right: str) -> None:
    assert found(text) == [("agreement", wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "The plan to make sure the rules are clear is old.",
        "The people who the man says are here have left.",
        "It is one of the things that are wrong. There is one man who has it.",
        "She has the idea that limiting the catch would help.",
        "Two men, one of whom was there, left. The men for whom was it?",
        "She saw that he and Ann met. They told him and Ann that they would go.",
        "A number of people came. More than one garden is shut. Once more war is near.",
        "Every two weeks he left. Each of the schools was shut.",
        "There is a school and there are shops. There is fish and meat.",
        "The accused was freed. The wounded were brought in. The unemployed have left.",
        "The sports club, the drugs squad and the sales team met.",
        "He spoke of mainly young people, of possibly half the town.",
        "Plans for the hall are old. Waters is the owner. Banks were shut.",
    ],
)
def test_agreement_that_is_right(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("She often has to lies for him.", "lies", "lie"),
        ("They had the authority to made rules.", "made", "make"),
        ("He was attempting to winning the seat.", "winning", "win"),
        ("The bill is expected to proceeded in June.", "proceeded", "proceed"),
        ("The plan must dismissed without delay.", "dismissed", "be dismissed"),
        ("If it doesn't changes its ways, it will close.", "changes", "change"),
        ("The hall has not release the list.", "release", "released"),
        ("He was also allows to stay.", "allows", "allowed"),
        ("The signs appeared design to mislead.", "design", "designed"),
        ("She spoke before rejected the plan.", "rejected", "rejecting"),
        ("He has a goal of improve relations.", "improve", "improving"),
    ],
)
def test_verb_forms(text: str, wrong: str, right: str) -> None:
    assert found(text) == [("verb-form", wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "They sent help to developing countries. She is committed to winning.",
        "This is what the man I talked to told me. They only do it because they have to.",
        "After increased pressure he left. Before failed talks there is hope.",
        "He has no access to reports. The hall needs to be open.",
    ],
)
def test_verb_forms_that_are_right(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        # "to" after a verb and its object.
        ("The tool lets and allows you specify the size.", "you specify", "you to specify"),
        ("Voters want the clubs nominate her.", "clubs nominate", "clubs to nominate"),
        ("The new rule allows to choose a school.", "allows to", "allows you to"),
        ("They plan stay through May.", "plan stay", "plan to stay"),
        ("She is looking forward seeing him.", "forward seeing", "forward to seeing"),
        ("The road was shut due the rain.", "due the", "due to the"),
        ("In an effort improve the road, it was shut.", "effort improve", "effort to improve"),
        # Verbs and subjects.
        ("She said he no plans to stay.", "he no", "he has no"),
        ("She said there no plans to stay.", "there no", "there are no"),
        ("He met her while they running the shop.", "they running", "they are running"),
        ("Ann Lee said doesn't want to stay.", "said doesn't", "said he doesn't"),
        ("The firm announced that will close.", "that will", "that it will"),
        ("It all ends here, which how it began.", "which how", "which is how"),
        # "of", "no", "as", "than".
        ("He is one Anna's friends from school.", "one Anna's", "one of Anna's"),
        ("In the poll 54% voters want it.", "54% voters", "54% of voters"),
        ("The rules are longer needed.", "are longer", "are no longer"),
        ("There are costs, such moving house.", "such moving", "such as moving"),
        ("She kept the books, as well the maps.", "well the", "well as the"),
        ("He left less six months later.", "less six", "less than six"),
        # Articles.
        ("She left a note at end of the year.", "at end", "at the end"),
        ("It is one of most popular games.", "of most", "of the most"),
        ("Prices fell over past three years.", "over past", "over the past"),
        ("The men left at same time.", "at same", "at the same"),
        ("The men met during 2016 election campaign.", "during 2016", "during the 2016"),
        ("The man sent a letter to FBI.", "to FBI", "to the FBI"),
        ("The shop won 5% share of the trade.", "won 5%", "won a 5%"),
        ("The man served in ten-year campaign for the club.", "in ten", "in a ten"),
        ("She had lot of friends.", "had lot", "had a lot"),
        ("It was such large letter.", "such large", "such a large"),
        ("It took long time.", "took long", "took a long"),
        ("He left in effort to win.", "in effort", "in an effort"),
        ("It is largely symbolic one.", "is largely", "is a largely"),
    ],
)
def test_missing_words(text: str, wrong: str, right: str) -> None:
    assert found(text) == [("missing-word", wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "The rule allows the council control over its own roads. They asked it to be shut.",
        "It is something that we should continue to allow to be the norm.",
        "He no longer works here. So are they a team? Why are we going?",
        "She said that the man who ran it didn't want to stay. What he said isn't true.",
        "There is no one here. Out there no one knows.",
        "One day's work is one man's joy. No one Ann's age has it.",
        "They stayed longer living in the hall. As well as that, he left.",
        "No less six men than women came. There were five more 12-year-olds.",
        "A growing number of people and an expanding series of books.",
        "In 2016 it ended. In 2016 prices rose.",
        "The White House staff met US rivals at the UN. A US team came.",
        "It took no such legal right. Not for long. She has a long way to go.",
        "They met next week, over the last three years and in the past decade.",
    ],
)
def test_missing_words_that_are_not(text: str) -> None:
    assert found(text) == []
