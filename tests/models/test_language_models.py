"""The tables that ship: tags, counts, pair models."""

from __future__ import annotations

from itertools import chain

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.analysis.article import Article
from copylint.formats.plain import PlainText
from copylint.language.ngrams import NGrams
from copylint.language.tagger import TAGS, Tagger
from copylint.language.tokens import tokenise
from copylint.models.confusion_editor import ConfusionEditor
from copylint.models.edit import ScoredEdit
from copylint.models.editor import SentenceEditor
from copylint.models.sentence_context import SentenceContext


def edits(editor: SentenceEditor, text: str) -> list[ScoredEdit]:
    article = Article(PlainText().read("a.txt", text))
    return list(chain.from_iterable(editor.edits([*map(SentenceContext.of, article.sentences)])))


def test_words_are_tagged() -> None:
    words = [
        "The",
        "mayor",
        "doesn't",
        "know",
        "that",
        "it's",
        "raining",
        "in",
        "the",
        "town's",
        "port",
        ".",
    ]
    assert list(Tagger.shared().tag(words)) == [
        "DT", "NN", "VBZ", "VB", "IN", "PRPV", "VBG", "IN", "DT", "POS", "NN", "."
    ]  # fmt: skip


@given(st.lists(st.text(max_size=8), max_size=12))
def test_every_word_has_one_tag(words: list[str]) -> None:
    tags = Tagger.shared().tag(words)
    assert len(tags) == len(words)
    assert set(tags) <= set(TAGS)


def test_counts_prefer_usual_word_pairs() -> None:
    counts = NGrams.shared()
    assert counts.pair("prime", "minister") > 8
    assert counts.triple("one", "of", "the") > 8
    assert counts.pair("minister", "prime") < 3
    assert counts.word("the") > counts.word("harbour") > 0


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("They moved there boats to the harbour.", "there", "their"),
        ("The company cut it’s prices in May.", "it’s", "its"),
        ("The letter arrived form the council on Monday.", "form", "from"),
        ("The tide was higher then expected.", "then", "than"),
    ],
)
def test_confused_words_are_corrected(text: str, wrong: str, right: str) -> None:
    (edit,) = edits(ConfusionEditor(), text)
    assert (text[edit.start : edit.end], edit.replacement) == (wrong, right)
    assert edit.score > 0


@pytest.mark.parametrize(
    "text",
    [
        "They left their boats there, and then they’re off to see whose boat it is.",
        "Fill in the form from the council, then send it back by Friday.",
        "Its hull is sound; it’s the mast that broke.",
        "The by-form and the off-form are listed.",
        "I will state off the bat that the plan failed.",
        "She has a tax disclosure form last seen in May.",
        "If the bridge is shut, then the ferry is full.",
        "They lack information on who to ask.",
        "The few who may push (write) and read it.",
    ],
)
def test_correct_words_are_silent(text: str) -> None:
    assert edits(ConfusionEditor(), text) == []


@given(st.text(max_size=80))
def test_models_accept_any_text(text: str) -> None:
    for edit in edits(ConfusionEditor(), text):
        assert 0 <= edit.start < edit.end


def test_a_tag_is_the_same_whichever_is_asked_for_first() -> None:
    text = "Her plans for the old mill still face a long review that the mill plans."
    words = [token.text for token in tokenise(text)]
    in_order = list(Tagger.shared().tag(words))
    asked_last_first = Tagger.shared().tag(words)
    assert [asked_last_first[at] for at in reversed(range(len(words)))] == in_order[::-1]
    assert Tagger.shared().tag(words)[3:6] == in_order[3:6]


@given(st.lists(st.sampled_from(["^", "$", "the", "of", "town's", "naïve", "\ud800", "qqq"])))
def test_counts_along_a_line_are_those_of_its_pairs_and_triples(words: list[str]) -> None:
    words = ["^", *words, "$"]
    counts = NGrams.shared()
    line = counts.line(words)
    assert line.pairs == [0.0, *map(counts.pair, words, words[1:])]
    assert line.triples == [0.0, *map(counts.triple, words, words[1:], words[2:]), 0.0]
