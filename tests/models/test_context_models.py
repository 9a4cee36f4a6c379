"""The models of context: forms, small words, words one slip apart."""

from __future__ import annotations

from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import copylint
from copylint.analysis.article import Article
from copylint.formats.plain import PlainText
from copylint.language.ngrams import NGrams
from copylint.models.calibrator import calibrators
from copylint.models.decision_trees import read_trees
from copylint.models.derived_forms import derived
from copylint.models.edit import ScoredEdit
from copylint.models.edit_neighbours import neighbours
from copylint.models.editor import SentenceEditor
from copylint.models.form_editor import FormEditor
from copylint.models.form_model import FormModel
from copylint.models.frame_editor import FrameEditor
from copylint.models.gap_editor import GapEditor
from copylint.models.sentence_context import SentenceContext
from copylint.models.typo_editor import TREES_FILE, TypoEditor
from copylint.models.word_families import FORM_TAGS, family_of


def edits(editor: SentenceEditor, text: str) -> list[tuple[str, str, str]]:
    article = Article(PlainText().read("a.txt", text))
    found: list[ScoredEdit] = [
        *chain.from_iterable(editor.edits([*map(SentenceContext.of, article.sentences)]))
    ]
    assert all(edit.score > 0 for edit in found)
    return [(text[e.start : e.end], e.replacement, e.kind) for e in found]


def test_a_family_holds_the_forms_of_one_word() -> None:
    family = family_of("planned")
    assert family is not None
    assert family.lemma == "plan"
    forms = {form: {FORM_TAGS[tag] for tag in tags} for form, tags in family.forms}
    assert forms["plans"] == {"NNS", "VBZ"}
    assert set(forms) == {"plan", "plans", "planned", "planning"}
    assert family_of("the") is None
    # Saw and lay belong to two verbs each.
    assert family_of("saw") is None


def test_the_table_of_families_follows_the_rules_of_inflection() -> None:
    words = Path(copylint.__file__).parent / "data" / "frequent.txt"
    counts = NGrams.shared()
    for word in words.read_text(encoding="utf-8").split()[::60]:
        family = derived(word) if word == word.lower() else None
        used = family is not None and any(counts.word(form) for form, _ in family.forms)
        assert family_of(word) == (family if used else None), "run tools/models/build_families.py"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The council can addresses the problem.", ("addresses", "address", "verb-form")),
        ("The town has places its hopes in the harbour.", ("places", "placed", "agreement")),
    ],
)
def test_wrong_forms_are_corrected(text: str, found: tuple[str, str, str]) -> None:
    assert found in edits(FormEditor(), text)


@pytest.mark.parametrize(
    "text",
    [
        "The money saved is expected to help.",
        "Officials have released the figures, as they plan to do each year.",
        "The lawyers plan to appeal, and the lawyer plans a rest.",
    ],
)
def test_correct_forms_are_silent(text: str) -> None:
    assert edits(FormEditor(), text) == []


def test_extra_function_words_are_reported() -> None:
    text = "He wrote to with the subject of the meeting."
    assert ("with", "", "extra-word") in edits(GapEditor(), text)
    assert edits(GapEditor(), "He wrote to us with the subject of the meeting.") == []


def test_missing_function_words_are_reported() -> None:
    text = "They were fired at same time by the board."
    assert ("", "the", "missing-word") in edits(GapEditor(), text)


def test_confused_function_words_are_corrected() -> None:
    text = "More that 100 people came to the meeting."
    assert ("that", "than", "small-word") in edits(GapEditor(), text)


def test_words_one_edit_apart_are_corrected() -> None:
    assert "plans" in neighbours("plants")
    assert "plan" not in neighbours("plans")
    assert neighbours("naïve") == ()
    text = "The club issued a join statement on Monday."
    assert ("join", "joint", "slip") in edits(TypoEditor(), text)
    assert edits(TypoEditor(), "The manger was full of hay.") == []


@pytest.mark.parametrize(
    ("text", "wrong", "meant"),
    [
        ("It is to late to stop the work.", "to", "too"),
        ("The leak has lead to a ban.", "lead", "led"),
        ("It had an affect on prices.", "affect", "effect"),
        ("The law takes affect in May.", "affect", "effect"),
        ("He could not breath.", "breath", "breathe"),
        ("She took a deep breathe.", "breathe", "breath"),
        ("They where given a map.", "where", "were"),
        ("Your not alone in this.", "Your", "You're"),
        ("He said its got to stop.", "its", "it's"),
        ("They had homes of there own.", "there", "their"),
        ("He said their is no doubt.", "their", "there"),
        ("He will stand trail in June.", "trail", "trial"),
        ("It was a waist of time.", "waist", "waste"),
        ("The fund has a key roll in it.", "roll", "role"),
        ("A man who's job is safe.", "who's", "whose"),
    ],
)
def test_wrong_words_in_set_phrases_are_corrected(text: str, wrong: str, meant: str) -> None:
    assert edits(FrameEditor(), text) == [(wrong, meant, "confusion")]


@pytest.mark.parametrize(
    "text",
    [
        "It is to late birds that it is known. He has lead poisoning.",
        "Moods affect on-air talent. Does it affect onions? The weather was lead-grey.",
        "From breath to breath, down to breath level. They know where given paths lead.",
        "Your not-so-secret plan. Get out there, own it. He saw their, is and was.",
        "The trail ran on. Her waist was slim. Roll in the hay. The man who's here is safe.",
    ],
)
def test_correct_set_phrases_are_silent(text: str) -> None:
    assert not edits(FrameEditor(), text)


@given(st.lists(st.floats(-30, 30), min_size=60, max_size=60))
def test_a_hopeless_proposal_stays_below_the_threshold(figures: list[float]) -> None:
    calibrator = read_trees(TREES_FILE)
    patient = calibrator._replace(hopeless=-1e9)
    assert (calibrator.score(figures) > 0) <= (patient.score(figures) > 0)


def test_every_group_of_a_calibrator_is_reachable() -> None:
    for name in ("form", "extra-word", "missing-word", "confusion"):
        calibrator = calibrators()[name]
        assert calibrator.groups
        assert calibrator.score("no such group", [0.0] * len(calibrator.weights)) < 0


def test_a_foreign_table_is_refused(tmp_path: Path) -> None:
    table = tmp_path / "forms.bin"
    table.write_bytes(b"something else")
    with pytest.raises(ValueError, match="damaged"):
        FormModel(table)


@given(st.text(max_size=80))
def test_models_accept_any_text(text: str) -> None:
    article = Article(PlainText().read("a.txt", text))
    for editor in (FormEditor(), GapEditor(), TypoEditor()):
        for edit in chain.from_iterable(
            editor.edits([*map(SentenceContext.of, article.sentences)])
        ):
            assert 0 <= edit.start <= edit.end
