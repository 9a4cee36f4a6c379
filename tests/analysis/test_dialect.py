from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.analysis.article import Article
from copylint.analysis.dialect import Dialect
from copylint.formats.plain import PlainText
from copylint.language.dialect_variants import ALL_NORMS, NORMS, Norm, SpellingVariants, recased


def dialect(text: str, language: str = "auto") -> Dialect:
    return Article(PlainText().read("a.txt", text), language=language).dialect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The colour of the harbour was analysed on 12 March, Mr Tolley said.", "en-GB"),
        ("He organized the centre's defence and its programme, and paid £20 for it.", "en-GB"),
        ("The color of the harbor was analyzed on March 12, Mr. Tolley said.", "en-US"),
        ("Organised labour in Queensland and Canberra criticised the program.", "en-AU"),
        ("Ontario's labour centre organized and analyzed the program in Toronto.", "en-CA"),
        ("Whilst queuing for petrol, the pensioner learnt of the strike.", "en-GB"),
        ("The sophomore quarterback had gotten hurt downtown.", "en-US"),
    ],
)
def test_dialect_follows_the_evidence(text: str, language: str) -> None:
    found = dialect(text)
    assert found.language == language
    assert found.confidence > 0.5


def test_oxford_spelling_counts_as_british() -> None:
    found = dialect("He organized, recognized and apologized, and favours a grey colour.")
    assert found.norm is Norm.OXFORD
    assert found.language == "en-GB"


def test_little_evidence_gives_low_confidence() -> None:
    assert dialect("The dog barked.").confidence < 0.6
    assert dialect("").confidence < 0.6


def test_configured_language_wins() -> None:
    found = dialect("The colour of the harbour.", "en-US")
    assert (found.language, found.configured, found.confidence) == ("en-US", True, 1.0)


@pytest.mark.parametrize(
    "text",
    [
        "He works at the Department of Defense in town.",
        "They met at the Ellery Center on Main Street.",
        "The World Harbor Organization met.",
        "Pearl Harbor was quiet.",
        "He joined the Labor Party.",
        'She sang "The Color Purple" aloud.',
        'She read "Colors of Autumn" aloud.',
        "She asked the Centre for it.",
        "An exhibition at the centre de la mode.",
    ],
)
def test_names_are_not_evidence(text: str) -> None:
    assert dialect(text).spellings == ()


def test_office_titles_are_weak_evidence() -> None:
    (place,) = dialect("Ruritania's Deputy Defence Minister resigned.").spellings
    assert not place.counted


@pytest.mark.parametrize(
    "text",
    [
        "The gas meter stopped.",
        "They tire easily.",
        "The council licensed it, and a board will license more.",
        "He gave up the practice.",
        "Keep mum about it.",
        "The computer program crashed.",
        "Analyses of the story check the draft and the disk.",
        "We advertise, exercise, surprise and promise.",
    ],
)
def test_senses_shared_by_all_dialects_are_not_evidence(text: str) -> None:
    assert dialect(text).spellings == ()


def test_one_computing_sense_applies_to_every_use() -> None:
    found = dialect(
        "The software company sells a program." + " More text here." * 20 + " A program."
    )
    assert found.spellings == ()


def test_possessive_is_outside_the_span() -> None:
    (place,) = dialect("One neighbour's dog.").spellings
    assert place.text == "neighbour"
    assert len(place.span) == len("neighbour")


def test_variant_knows_its_spelling_in_each_norm() -> None:
    british = dialect("", "en-GB")
    american = dialect("", "en-US")
    assert british.spelled("center") == "centre"
    assert american.spelled("organisation") == "organization"
    assert american.spelled("dog") == "dog"
    assert american.spelled("cheque") == "check"
    assert british.accepts("check")
    # A word that is also another word is good by itself.
    assert british.accepts("practice")
    assert british.spelled("meter") == "meter"
    assert not american.accepts("cheque")
    # Without evidence for -ize, British copy has -ise.
    assert british.spelled("organize") == "organise"


def test_alternatives_leave_out_the_form_itself() -> None:
    found = dialect("The colour and the honor.")
    assert found.lead(Norm.AMERICAN, without="honor") > found.lead(Norm.AMERICAN)


def test_every_variant_in_the_table_is_consistent() -> None:
    table = SpellingVariants.shared()
    assert len(table) > 5000
    for word in table._lines:
        variant = table.get(word)
        assert variant is not None
        assert variant.norms and variant.norms != ALL_NORMS
        assert variant.others and all(form != word for form, _ in variant.others)
        for norm in NORMS:
            own = variant.spelled(norm)
            other = table.get(own)
            assert own == word or other is None or other.norms & norm, word
    assert table.get("colour") is not None
    assert table.get("dog") is None


@pytest.mark.parametrize(
    "shared",
    ["judgement", "judgment", "inquiry", "enquiry", "adviser", "advisor", "disk", "disc", "towards",
     "cancelled", "catalogue", "dialogue", "advertise", "promise", "worshipped", "licensed",
     "check", "story", "draft", "curb", "analyses", "prize", "glamour"],
)  # fmt: skip
def test_spellings_shared_by_all_norms_are_not_in_the_table(shared: str) -> None:
    assert shared not in SpellingVariants.shared()


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("defence", "defense"), ("organising", "organizing"), ("paralysed", "paralyzed"),
        ("travelled", "traveled"), ("centred", "centered"), ("programmes", "programs"),
        ("cheque", "check"), ("tyres", "tires"), ("kerb", "curb"), ("greying", "graying"),
        ("manoeuvre", "maneuver"), ("licence", "license"), ("practising", "practicing"),
        ("sceptical", "skeptical"), ("mouldy", "moldy"), ("jewellery", "jewelry"),
        ("aluminium", "aluminum"), ("mum", "mom"), ("maths", "math"), ("ploughed", "plowed"),
        ("skilful", "skillful"), ("enrolment", "enrollment"), ("paediatric", "pediatric"),
        ("anaesthetised", "anesthetized"), ("weaponised", "weaponized"), ("pyjamas", "pajamas"),
    ],
)  # fmt: skip
def test_variants_are_paired_by_norm(british: str, american: str) -> None:
    variant = SpellingVariants.shared().get(british)
    assert variant is not None
    assert variant.norms & Norm.BRITISH
    assert variant.spelled(Norm.AMERICAN) == american


def test_replacement_keeps_the_case() -> None:
    assert recased("centre", "Center") == "Centre"
    assert recased("centre", "CENTER") == "CENTRE"
    assert recased("centre", "center") == "centre"


_PIECES = st.sampled_from(
    ["colour", "Color", "’s", "'s", "Mr", ".", " ", "\n\n", "£5", "12", "March", "A$5", "\ud800",
     "centre", "DEFENSE", "program", "\0", "é", "‏", "😀", '"', "per", "cent", "Sept", "meter"]
)  # fmt: skip


@given(st.lists(_PIECES).map("".join))
def test_evidence_spans_match_any_text(text: str) -> None:
    article = Article(PlainText().read("a.txt", text))
    for place in article.dialect.spellings:
        assert article.document.slice(place.span) == place.text
    assert 0 < article.dialect.confidence <= 1
