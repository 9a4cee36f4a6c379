from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copylint.analysis.article import Article
from copylint.checks.spelling import SpellingCheck
from copylint.contract.check import Options
from copylint.core.rule import Severity
from copylint.formats.plain import PlainText
from copylint.language.vocabulary import HouseName, Vocabulary


def found(text: str, vocabulary: Vocabulary | None = None, language: str = "auto") -> list[str]:
    return [text for text, _ in corrected(text, vocabulary, language)]


def corrected(
    text: str, vocabulary: Vocabulary | None = None, language: str = "auto"
) -> list[tuple[str, str]]:
    document = PlainText().read("a.txt", text)
    article = Article(document, vocabulary, language)
    return [
        (document.slice(match.span), match.replacements[0])
        for match in SpellingCheck().check(article, Options())
    ]


SLIPS = [
    ("The noise came from thoses ducks.", "thoses", "those"),
    ("Two aircrafts landed.", "aircrafts", "aircraft"),
    ("Remmeber: the ferry leaves at dawn.", "Remmeber", "Remember"),
    ("The minister annouced a review of the scheme.", "annouced", "announced"),
    ("“We were definately surprised,” the mayor said.", "definately", "definitely"),
    ("He lives in inthe hills.", "inthe", "in the"),
    ("The mid-Septmeber deadline passed.", "Septmeber", "September"),
    ("The comittee's vote was close.", "comittee", "committee"),
    ("The comittee’s vote was close.", "comittee", "committee"),
    ("A wedish chef opened the bakery.", "wedish", "Swedish"),
    ("It reopens in Novmeber after repairs.", "Novmeber", "November"),
    ("The Austrailan coach blamed the wind.", "Austrailan", "Australian"),
    ("Becuase of the storm, the ferry stayed in port.", "Becuase", "Because"),
    ("The spanish side won the cup.", "spanish", "Spanish"),
    ("They will recieve a medal tomorrow.", "recieve", "receive"),
    ("It opens on 24 Setember in the hall.", "Setember", "September"),
    ("It shut on 7 Otcober.", "Otcober", "October"),
    ("She had stoped the clock.", "stoped", "stopped"),
    ("It was an extention, and an extention of an extention.", "extention", "extension"),
]


@pytest.mark.parametrize(("text", "slip", "meant"), SLIPS, ids=[slip for _, slip, _ in SLIPS])
def test_misspellings_are_reported(text: str, slip: str, meant: str) -> None:
    assert dict.fromkeys(corrected(text)) == {(slip, meant): None}


SILENT = [
    "He made it undo'able, email'd us and was tired'ish.",
    "We call it a “fastory”. A fastory is fast. No fastory is slow. A fastory!",
    "Thanks to Anna Hale, joost Berg, Ida Roe, Carl hollis, Jo Lund, Tim Rudd, Ana Paz, Lev Orr.",
    "Ms Brenna Haltwhistel and Oskari Vänttinenholm met in Grunnavåg.",
    "Haltwhistel, the mayor of Sandvikhamn, told J. Goverment to wait.",
    "The colour of the programme; the color of the program.",
    "Write to naems@exmaple.org, see www.exmaple.org/pgae or ask @teh_editor #gerat.",
    "He gave a 6pm talk, ran 10km, drank 250ml and sang XVIII hymns.",
    "“I'm gonna go, y'all,” he said. “Hmmm. Aaargh! Rock 'n' roll.”",
    "The anti-inflation, pre-war, post-Brexit, ex-wife, non-smoking, sit-ins debate.",
    "Unvaccinated re-enactors rewatched the over-hyped sequel, squirrel-like.",
    "The word za'atar and the phrase raison d'être; a naïve façade; a cliché.",
    "iPhone, eBay, McTavish, YouTubers, NGO, NGOs, IOC and FIFA.",
    "Un panneau disait que le boulanjer fermait ses portes.",
    "A frobnik turns. Each frobnik has a lid, and frobniks wobble.",
    "The lapwing (Vanellus spinosus) and the alkane 2-methylpropane.",
    "He was only dreamin' an' hopin' for rain.",
    "The judge read the (r)ather and the [wo]man aloud.",
    "A 20-year-old and two 18-year-olds won the under-21s race.",
]


@pytest.mark.parametrize("text", SILENT)
def test_correct_words_are_silent(text: str) -> None:
    assert found(text) == []


def test_every_occurrence_is_found() -> None:
    assert found("They recieve it. We recieve it.") == ["recieve", "recieve"]


def test_the_house_vocabulary_is_accepted() -> None:
    text = "The annouced list of Spaendonk."
    assert found(text) == ["annouced"]
    assert found(text, Vocabulary(accept=frozenset({"annouced"}))) == []
    assert found("Teh Vries spoke.", Vocabulary(names=(HouseName("Teh Vries"),))) == []
    assert found("It is a wibbel wobbel.", Vocabulary(accept=frozenset({"wibbel wobbel"}))) == []


def test_corrections_are_in_the_dialect_of_the_copy() -> None:
    slip = "The orgnaisation met."
    assert corrected(slip, language="en-GB") == [("orgnaisation", "organisation")]
    assert corrected("The orgnaization met.", language="en-US") == [
        ("orgnaization", "organization")
    ]


def test_the_message_says_what_to_do() -> None:
    article = Article(PlainText().read("a.txt", "The comittee sat in february."))
    messages = [match.message for match in SpellingCheck().check(article, Options())]
    assert messages == [
        "'comittee' is not a word; did you mean 'committee'?",
        "'february' takes a capital: 'February'.",
    ]


def test_noise_takes_bounded_time() -> None:
    names = " ".join(f"Zq{n:b}v".replace("0", "o").replace("1", "i") for n in range(4000))
    assert isinstance(found(names), list)
    noise = ". ".join(f"the zq{n:b}v".replace("0", "o").replace("1", "i") for n in range(4000))
    assert isinstance(found(noise), list)


@given(st.text(max_size=80))
@settings(max_examples=60, deadline=None)
def test_check_accepts_any_text(text: str) -> None:
    document = PlainText().read("a.txt", text)
    for match in SpellingCheck().check(Article(document), Options()):
        assert document.slice(match.span)
        assert match.replacements


@pytest.mark.parametrize("text", ["The cpu is hot.", "An affective bond grew."])
def test_lower_case_abbreviations_and_rarer_words_are_not_slips(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("It was tje end.", None),  # of one of the commonest words
        ("They drove down the raod.", None),  # two letters swapped
        ("They kept the bech clean.", Severity.SUGGESTION),  # near to several words, and written
    ],
)
def test_a_short_word_is_an_error_only_if_nothing_else_is_as_near(
    text: str, severity: Severity | None
) -> None:
    document = PlainText().read("a.txt", text)
    matches = list(SpellingCheck().check(Article(document, None, "auto"), Options()))
    assert [match.severity for match in matches] == [severity]
