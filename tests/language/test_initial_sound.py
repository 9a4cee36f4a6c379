from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.language.initial_sound import starts_with_vowel_sound
from copylint.language.tokens import tokenise


def sound(text: str) -> bool | None:
    return starts_with_vowel_sound(tokenise(text)[0])


@pytest.mark.parametrize(
    "text",
    ["apple", "hour", "heirs", "honest", "umbrella", "unhappy", "MP", "FBI", "MRI", "EU", "8%",
     "11", "18-year-old", "80", "£8m", "F.B.I.", "X-ray", "SSH", "iframe"],
)  # fmt: skip
def test_vowel_sounds(text: str) -> None:
    assert sound(text) is True


@pytest.mark.parametrize(
    "text",
    ["pear", "one", "European", "uniform", "unique", "UK", "U.S.", "BBC", "10", "1,800", "180",
     "user", "eulogy", "year", "house", "URL", "USB", "subtweet", "lintable"],
)  # fmt: skip
def test_consonant_sounds(text: str) -> None:
    assert sound(text) is False


@pytest.mark.parametrize(
    "text",
    [
        "historic",
        "hotel",
        "NASA",
        "SHA",
        "SQL",
        "FAQ",
        "1100",
        "hzzt",
        "qwertyish",
        "rticle",
        "anguage",
    ],
)
def test_disputed_initials_are_undecided(text: str) -> None:
    assert sound(text) is None


@given(st.text(min_size=1, max_size=10))
def test_any_text_has_an_answer(text: str) -> None:
    for token in tokenise(text):
        assert starts_with_vowel_sound(token) in (True, False, None)
