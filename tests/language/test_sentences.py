from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from copylint.language import sentences
from copylint.language.sentences import sentence_spans


def shown(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, 0, len(text))]


def test_sentences_exclude_surrounding_spaces() -> None:
    text = '  Mr. Hale spoke. "We won," he said.\nU.S. troops left 😀. It rained. '
    assert shown(text) == [
        "Mr. Hale spoke.",
        '"We won," he said.',
        "U.S. troops left 😀.",
        "It rained.",
    ]


@given(st.text(st.sampled_from("aB .!?\"“”'\n\t\u00a0😀\ud800"), max_size=200))
def test_every_letter_is_in_one_sentence(text: str) -> None:
    spans = sentence_spans(text, 0, len(text))
    covered = {at for start, end in spans for at in range(start, end)}
    assert sum(end - start for start, end in spans) == len(covered)
    assert all(letter.isspace() or at in covered for at, letter in enumerate(text))


def test_a_long_passage_is_cut_at_sentences() -> None:
    text = "The tide came in and the tide went out. " * 1_000
    assert len(text) > 4 * sentences._LONGEST_RUN
    assert set(shown(text)) == {"The tide came in and the tide went out."}
    assert len(shown(text)) == 1_000


def test_passage_without_spaces_is_cut() -> None:
    text = "“" * 100_000
    assert "".join(shown(text)) == text


def test_segmenter_panic_is_survived() -> None:
    text = "B\u00a0.\t.“”"
    spans = sentence_spans(text, 0, len(text))
    assert "".join(text[start:end] for start, end in spans).replace("\t", "") == "B\u00a0..“”"
