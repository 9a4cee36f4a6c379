"""Families of slips, each with sentences that are right and look like them."""

from __future__ import annotations

import pytest

from copylint.analysis.article import Article
from copylint.checks.grammar.grammar_check import GrammarCheck
from copylint.contract.check import Options
from copylint.core.rule_groups import group_of
from copylint.formats.plain import PlainText

CHECK = GrammarCheck()


def found(text: str) -> list[tuple[str, str, str]]:
    """Rule (its group, without its family), the words found and the first suggestion."""
    document = PlainText().read("a.txt", text)
    matches = CHECK.check(Article(document), Options())
    return [
        (group_of(m.rule).partition(".")[2], document.slice(m.span), m.replacements[0])
        for m in matches
    ]


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        # Subjects further off, after a verb of saying, after an infinitive.
        ("Critics say the plan are a mess.", "plan are", "plan is"),
        ("The mayor's decision to sell houses on the hill were wrong.", "were", "was"),
        ("The owners of the mill denies it.", "denies", "deny"),
        ('"Go home." The rules was clear.', "rules was", "rules were"),
        # Relative clauses.
        ("She read a report that contain the claim.", "contain", "contains"),
        ("He met people who thinks the same.", "thinks", "think"),
        ("She dropped the rule that banning the sale.", "banning", "bans"),
        ("The man whom was there left early.", "whom", "who"),
        ("She said that them and Ann met in May.", "them", "they"),
        # Number after a quantity.
        ("Dozens of document in the box are old.", "document", "documents"),
        ("More public garden are needed.", "garden", "gardens"),
        ("Every schools in the county was shut.", "schools", "school"),
        ("In the poll, 70% knows the name.", "knows", "know"),
        ("There has been protests in the town.", "has", "have"),
        ("There is gardens in the town.", "is", "are"),
        ("She sent these document and left.", "document", "documents"),
        ("She has a gardens, he says.", "gardens", "garden"),
        # A past form in place of a noun, a plural or an adverb before a noun.
        ("The attacked took place late.", "attacked", "attack"),
        ("They closed 12 others schools.", "others", "other"),
        ("They met after widely differences over pay.", "widely", "wide"),
        ("It would automatic expire in May.", "automatic", "automatically"),
    ],
)
def test_agreement_errors_by_family(text: str, wrong: str, right: str) -> None:
    assert found(text) == [("agreement", wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "The plan to make sure the rules are clear is old.",
        "The people who the man says are here have left.",
        "It is one of the things that are wrong. There is one man who has it.",
        "She has the idea that banning the sale would help.",
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
def test_correct_agreement_by_family(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("She often has to pays for him.", "pays", "pay"),
        ("They had the ability to made rules.", "made", "make"),
        ("He was attempting to winning the seat.", "winning", "win"),
        ("The bill is expected to proceeded in June.", "proceeded", "proceed"),
        ("The boxes must handled with care.", "handled", "be handled"),
        ("If it doesn't visits the hall, it will close.", "visits", "visit"),
        ("The club has not visit the hall.", "visit", "visited"),
        ("He was also requires to stay.", "requires", "required"),
        ("The rules appear base on a guess.", "base", "based"),
        ("She spoke before rejected the plan.", "rejected", "rejecting"),
        ("She has a way of ensure the peace.", "ensure", "ensuring"),
    ],
)
def test_verb_form_errors_by_family(text: str, wrong: str, right: str) -> None:
    assert found(text) == [("verb-form", wrong, right)]


@pytest.mark.parametrize(
    "text",
    [
        "They sent help to developing countries. She is committed to winning.",
        "We are pledged to using it.",
        "This is what the man I talked to told me. They only do it because they have to.",
        "After increased pressure he left. Before failed talks there is hope.",
        "He has no access to reports. The hall needs to be open.",
    ],
)
def test_correct_verb_forms_by_family(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        # "to" after a verb and its object.
        ("The new rule allows you choose the size.", "you choose", "you to choose"),
        ("Voters want the clubs nominate her.", "clubs nominate", "clubs to nominate"),
        ("The new rule allows to choose a school.", "allows to", "allows you to"),
        ("They plan stay through May.", "plan stay", "plan to stay"),
        ("She is looking forward seeing him.", "forward seeing", "forward to seeing"),
        ("The road was shut due the rain.", "due the", "due to the"),
        ("Shares rose in response Anna Reed's speech.", "response Anna", "response to Anna"),
        ("In an effort improve the road, it was shut.", "effort improve", "effort to improve"),
        # Verbs and subjects.
        ("He said she no wish to stay.", "she no", "she has no"),
        ("She said there no plans to stay.", "there no", "there are no"),
        ("He met her while they running the shop.", "they running", "they are running"),
        ("Ann Lee said hasn't met the owner.", "said hasn't", "said he hasn't"),
        ("The firm announced that would close.", "that would", "that it would"),
        ("It all ends here, which how it began.", "which how", "which is how"),
        # "of", "no", "as", "than".
        ("He is one Anna's friends from school.", "one Anna's", "one of Anna's"),
        ("In the poll 37% voters want it.", "37% voters", "37% of voters"),
        ("The rules are longer needed.", "are longer", "are no longer"),
        ("There are costs, such moving house.", "such moving", "such as moving"),
        ("She kept the books, as well the maps.", "well the", "well as the"),
        ("He left less ten weeks later.", "less ten", "less than ten"),
        # Articles.
        ("She left a note at end of the year.", "at end", "at the end"),
        ("It is one of most popular games.", "of most", "of the most"),
        ("The prices fell over past three years.", "over past", "over the past"),
        ("The men left at same time.", "at same", "at the same"),
        ("The men met during 1998 election campaign.", "during 1998", "during the 1998"),
        ("He spoke to FBI after the fire.", "to FBI", "to the FBI"),
        ("The shop won 5% share of the trade.", "won 5%", "won a 5%"),
        ("The man served in ten-year campaign for the club.", "in ten", "in a ten"),
        ("She had lot of friends.", "had lot", "had a lot"),
        ("It was such large letter.", "such large", "such a large"),
        ("It took long time.", "took long", "took a long"),
        ("He left in effort to win.", "in effort", "in an effort"),
        ("It is mostly harmless one.", "is mostly", "is a mostly"),
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
def test_complete_phrases_are_silent(text: str) -> None:
    assert found(text) == []
