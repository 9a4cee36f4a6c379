from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
    ("text", "expected"),
    [
        ("The clerk won't revealed the sum.", ("verb-form", "revealed", "reveal")),
        ("The board will quickly suspends the rule.", ("verb-form", "suspends", "suspend")),
        ("We'll chose a new logo.", ("verb-form", "chose", "choose")),
        ("They should of gone home.", ("verb-form", "of", "have")),
        ("It must been hard for him.", ("verb-form", "been", "have been")),
        ("Did you saw the gate?", ("verb-form", "saw", "see")),
        ("She was able to spent it.", ("verb-form", "spent", "spend")),
        ("He failed to properly stored the files.", ("verb-form", "stored", "store")),
        ("The firm continues to rolling back the rules.", ("verb-form", "rolling", "roll")),
        ("It has being shut since May.", ("verb-form", "being", "been")),
        ("The barn was build in 1990.", ("verb-form", "build", "built")),
        ("He left after receive a letter.", ("verb-form", "receive", "receiving")),
    ],
)
def test_wrong_verb_forms_are_corrected(text: str, expected: tuple[str, str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The money they had went to the church.",
        "The best they could was wait. All he can is shout.",
        "Those who could fled to the hills.",
        "Prices fell due to increased costs and lost orders.",
        "He is committed to rolling back the rules and used to living there.",
        "The seats to let included two by the door.",
        'He said: "I have went there all my life."',
        "Will Made won the race. May came and went.",
        "Why would trained dogs bark? Could rising costs hurt them?",
        "What she did made them laugh. As he did last year, he left.",
        "The amount of help a village has determines its future.",
    ],
)
def test_correct_verb_forms_are_silent(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They was late.", ("agreement", "was", "were")),
        ("He said she want a boat.", ("agreement", "want", "wants")),
        ("The owners of the shop has left.", ("agreement", "has", "have")),
        ("The fines against banks and firms has fallen.", ("agreement", "has", "have")),
        ("The remarks comes hours after the vote.", ("agreement", "remarks comes", "remarks come")),
        ("The letter seem odd.", ("agreement", "letter seem", "letter seems")),
        ("The woman who have the key is here.", ("agreement", "have", "has")),
        ("People was angry.", ("agreement", "People was", "People were")),
        ("He met two woman in the hall.", ("agreement", "woman", "women")),
        ("There is 300 soldiers in the town.", ("agreement", "is", "are")),
        ("They began a wide-ranging inquiries into it.", ("agreement", "inquiries", "inquiry")),
    ],
)
def test_wrong_agreement_is_corrected(text: str, expected: tuple[str, str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The team are ready and the company have said so.",
        "If he were here, as it were, I wish she were too.",
        "They insisted that he have a lawyer and that the school pay.",
        "Did he have a boat? Nor does she want one. Let him have it.",
        "Five years is a long time; ten miles is a long way.",
        "A number of people are ill. The majority of doors are shut.",
        "Bread and butter is cheap. The poor are always with us.",
        "The way prices are is odd. The reason sales are down is rain.",
        "A sports club, a savings bank, a women's team, a drugs test.",
        "One of the few who are left. One of the team is ill.",
        "Studies like these point to it. What many view as odd is not.",
        "When a server crashes, a post updates.",
        "Mathematics is hard. The news is bad. The United States has left.",
    ],
)
def test_correct_agreement_is_silent(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We want go home.", ("missing-word", "want go", "want to go")),
        ("She is likely remain abroad.", ("missing-word", "likely remain", "likely to remain")),
        (
            "He was replying in response the court.",
            ("missing-word", "response the", "response to the"),
        ),
        ("Show us how create a page.", ("missing-word", "how create", "how to create")),
        ("He left in order avert a row.", ("missing-word", "order avert", "order to avert")),
        (
            "It is true regardless the cost.",
            ("missing-word", "regardless the", "regardless of the"),
        ),
        ("They closed our the shop.", ("extra-word", "our the", "the")),
    ],
)
def test_missing_and_extra_words(text: str, expected: tuple[str, str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The board will likely remain. Sales are likely. She felt able.",
        "Their needs have changed. Planned work began. He got due process.",
        "We are none the wiser, and some the weaker.",
        "The man we spoke to would not say. The one the boy had was red.",
        "Surveys taken since the strike began tell a story.",
        "They decided instead, going by bus. He is trying hard.",
        "A la carte, a priori, the A road.",
    ],
)
def test_complete_sentences_are_silent(text: str) -> None:
    assert found(text) == []


def test_a_name_is_a_possessive_by_the_evidence_of_the_document() -> None:
    text = "Orlow spoke. Orlow's plan failed. Then Orlow left. Orlows lawyer stayed."
    assert found(text) == [("apostrophe", "Orlows", "Orlow's")]
    assert found("Then Orlows lawyer stayed.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We cant go.", ("apostrophe", "cant", "can't")),
        ("We can’t say it isnt so.", ("apostrophe", "isnt", "isn’t")),
        ("She got four years jail.", ("apostrophe", "years", "years'")),
        ("The drivers' who left were tired.", ("apostrophe", "drivers'", "drivers")),
        ("He sat at the owner' table.", ("apostrophe", "owner'", "owner's")),
        ("They plan to rollback the law.", ("hyphen", "rollback", "roll back")),
        ("A 40-year old man fell.", ("hyphen", "40-year old", "40-year-old")),
    ],
)
def test_misplaced_apostrophes_and_hyphens_are_corrected(
    text: str, expected: tuple[str, str, str]
) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "It was his wont. The Reds manager met the Greens leader.",
        "He said 'the owner' table was 'so'. The boys' coats were wet.",
        "Macy's opened the shop. The mayor's signed letters were kept.",
        "He is 40 years old. The plan is long term. It was at the last minute.",
        "The shutdown and the rollback came before the lockdown.",
    ],
)
def test_correct_apostrophes_and_hyphens_are_silent(text: str) -> None:
    assert found(text) == []


PARTS = """
he they have has was were the a an of to did not could made went one reasons women these document
such as most his number accidents according going put it's Orlows owner' 1990's - ' “ ” " , . 5
year old term long lets cant 😀 e\u0301 NUL\0
"""
WORDS = st.sampled_from([*PARTS.split(), "\n\n", "", "\ud800", "A\udfffs"])


@given(st.lists(WORDS, max_size=25))
def test_spans_lie_inside_any_text(parts: list[str]) -> None:
    document = PlainText().read("a.txt", " ".join(parts))
    for match in CHECK.check(Article(document), Options()):
        assert 0 <= match.span.start < match.span.end <= len(document.text)
        assert match.replacements
        assert document.slice(match.span) not in match.replacements


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It is the best of it's members.", ("it's", "its")),
        ("She moved it with all it's chattels.", ("it's", "its")),
        ("He said that its willing to pay.", ("its", "it's")),
        ("Nobody knew whether its useful or not.", ("its", "it's")),
        ("It's depends on the weather.", ("It's", "It")),
        ("They say that's is the plan.", ("that's", "that")),
        ("The ministers refusal to sign held it up.", ("ministers refusal", "ministers' refusal")),
        ("They met, but Susan Quillby lawyer said no.", ("Quillby lawyer", "Quillby's lawyer")),
        ("They met Sen. Susan Quillby lawyer today.", ("Quillby lawyer", "Quillby's lawyer")),
        ("They met on New Years Eve.", ("Years", "Year's")),
        ("Do it for argument sake.", ("argument sake", "argument's sake")),
        ("Anna Hale, who's firm was sold, left.", ("who's", "whose")),
        ("The Harbour Departments decision was late.", ("Departments", "Department's")),
        ("Worker's are hoping in the north.", ("Worker's", "Workers")),
        ("Nobody saw that it's engine room was on fire.", ("it's", "its")),
        ("Hale said so. We know Hale. Hale's visits the town.", ("Hale's", "Hale")),
        ("Hale spoke. Hale's also named a deputy.", ("Hale's", "Hale")),
        (
            "Hughes won. Cheer Hughes. After Hughe's speech they left.",
            ("Hughe's", "Hughes'"),
        ),
    ],
)
def test_possessives_shown_by_distant_words(text: str, expected: tuple[str, str]) -> None:
    slips = [(error, right) for rule, error, right in found(text) if rule == "apostrophe"]
    assert slips == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "It's a shame. Out of it's not an answer, because it's late.",
        "He said its revised 1986 income was lower.",
        "What it's is a mystery. They know whether its rules apply.",
        "They were ordered to attempts at reform. Orders failure is rare.",
        "It was the Susan Quillby lawyer. It helped Susan Quillby claim millions.",
        "Susan Quillby claims he left. They heard that Susan Quillby comments on it.",
        "In the new years day by day. The fathers day out.",
        "The Justice and Commerce Departments decision came.",
        "Anna Hale, who's working here, left. Who's there?",
        "The team's are not ours. Macy's is expected to close.",
        "The keepsake was for old times' sake, for God's sake.",
    ],
)
def test_plain_plurals_are_not_possessives(text: str) -> None:
    assert [each for each in found(text) if each[0] == "apostrophe"] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained 90-minutes later.", ("90-minutes", "90 minutes")),
        ("The account is setup, so write.", ("setup", "set up")),
        ("Half of the offices are shutdown until May.", ("shutdown", "shut down")),
    ],
)
def test_measures_and_state_names_take_hyphens(text: str, expected: tuple[str, str]) -> None:
    assert found(text) == [("hyphen", *expected)]


@pytest.mark.parametrize(
    "text",
    [
        "A 90-minute film ran for 90 minutes. A six-years-old cat.",
        "This is setup code. The next step is setup. It was setup time.",
    ],
)
def test_measures_and_state_names_without_hyphens(text: str) -> None:
    assert [each for each in found(text) if each[0] == "hyphen"] == []
