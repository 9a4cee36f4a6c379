"""Quotations beside what was said: the class, the differences, the place."""

from __future__ import annotations

import pytest

from copylint.analysis.transcripts.comparison import Comparison, compare
from copylint.analysis.transcripts.index import TranscriptIndex
from copylint.analysis.transcripts.spoken_words import spoken_text
from copylint.core.transcript import Transcript, Turn

INDEX = TranscriptIndex(
    (
        Transcript(
            "mill.srt",
            (
                Turn(
                    "Um, we bought the mill in nineteen eighty-four, and it, it leaked. I would "
                    "not call it a bargain. We paid Mr Harris two hundred pounds a week, you know, "
                    "and he never once thanked us.",
                    "ANN LEE",
                    1,
                    ((0, 1_000), (60, 61_500)),
                ),
                Turn("Will you sell it?", "TOM REED", 9),
                Turn("I'm not going to sell the mill to anybody. Not now.", "ANN LEE", 11),
            ),
        ),
        Transcript("weir.txt", (Turn("The weir was closed by the county last June."),)),
    )
)


def compared(quotation: str, *, denied: bool = False) -> Comparison:
    return compare(INDEX, quotation, spoken_text(quotation), denied=denied)


@pytest.mark.parametrize(
    ("quotation", "kind"),
    [
        ("We bought the mill in 1984", "filler removed"),
        ("Um, we bought the mill in 1984", "verbatim"),
        ("we bought the mill in 1984", "verbatim"),
        ("I wouldn’t call it a bargain", "verbatim"),
        ("and it leaked", "filler removed"),
        ("We paid Mr Harris £200 a week and he never once thanked us", "filler removed"),
        ("We paid [the builder] £200 a week", "verbatim"),
        ("We bought the mill … I would not call it a bargain", "shortened"),
        ("We bought the mill ... it leaked", "shortened"),
        ("I would not call it a steal", "word changed"),
        ("I would never ever call it a bargain", "word changed"),
        ("I would call it a bargain", "sense changed"),
        ("I would … call it a bargain", "sense changed"),
        ("We paid Mr Harris £300 a week", "sense changed"),
        ("We paid Mr Jones £200 a week", "sense changed"),
        ("going to sell the mill", "sense changed"),
        ("We bought the mill in 1984. He never once thanked us", "word changed"),
        ("The weir was closed by the county last June", "verbatim"),
        ("The weir was opened by the county last June", "word changed"),
        ("Anybody can see that the river is dying", "not found"),
        ("dying", "not found"),
    ],
)
def test_class(quotation: str, kind: str) -> None:
    assert compared(quotation).kind.value == kind


def test_a_denial_before_a_part_quotation_stands_for_that_in_the_transcript() -> None:
    assert compared("going to sell the mill", denied=True).kind.value == "verbatim"


def test_differences_name_both_sides_and_what_they_change() -> None:
    (difference,) = compared("We paid Mr Harris £300 a week").differences
    assert (difference.printed, difference.said) == ("£300", "two hundred")
    assert difference.what == "number"


def test_place_is_the_speaker_and_the_time_or_the_line() -> None:
    first, later = compared("we bought the mill"), compared("not going to sell the mill")
    assert first.place is not None
    assert later.place is not None
    assert str(first.place) == "mill.srt at 00:00:01"
    assert str(later.place) == "mill.srt, line 11"
    assert first.place.speaker == "ANN LEE"
    assert first.said == "we bought the mill"


def test_no_quotation_runs_from_one_transcript_into_the_next() -> None:
    assert compared("Not now. The weir was closed").said != "Not now. The weir was closed"


def test_words_that_several_say_are_those_of_the_person_quoted() -> None:
    index = TranscriptIndex(
        (Transcript("a", (Turn("It was a farce.", "ANN"), Turn("It was a farce.", "TOM"))),)
    )
    quotation = spoken_text("a farce")
    for speaker in ("ANN", "TOM"):
        place = compare(index, "a farce", quotation, denied=False, speaker=speaker).place
        assert place is not None
        assert place.speaker == speaker


def test_a_quotation_of_many_sentences_is_found_in_order() -> None:
    text = " ".join(f"Sentence number {n} names a thing called item{n}." for n in range(60))
    index = TranscriptIndex((Transcript("a", (Turn(text),)),))
    result = compare(index, text, spoken_text(text), denied=False)
    assert result.kind.value == "verbatim"
    assert result.said == text.removesuffix(".")
