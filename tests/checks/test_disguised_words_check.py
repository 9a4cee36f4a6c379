"""Words that are not made of the letters that they seem to be made of."""

from __future__ import annotations

import pytest

from copylint import lint_text
from copylint.config.schema import Config
from copylint.language.disguised_letters import other_script, plain_form
from copylint.language.tokens import tokenise

RULES = ("typography.mixed-script", "typography.full-width", "typography.invisible-character")


def found(text: str, *select: str) -> list[tuple[str, str, str]]:
    config = Config(select=select or RULES)
    return [
        (each.rule.partition(".")[2], each.text, each.replacements[0])
        for each in lint_text(text, path="a.txt", config=config)
    ]


@pytest.mark.parametrize(
    ("word", "plain", "rule"),
    [
        ("re\u0441ieved", "recieved", "mixed-script"),
        ("t\u043ewn", "town", "mixed-script"),
        ("\u0410nna", "Anna", "mixed-script"),
        ("c\u03bfuncil", "council", "mixed-script"),
        ("Bj\u04e7rk", "Björk", "mixed-script"),
        ("\uff54\uff4f\uff57\uff4e", "town", "full-width"),
        ("to\u200bwn", "town", "invisible-character"),
        ("to\u00adwn", "town", "invisible-character"),
        ("to\U000e0077wn", "town", "invisible-character"),
        ("to\u2060\ufeffwn", "town", "invisible-character"),
        ("to\u202ewn", "town", "invisible-character"),
    ],
)
def test_a_disguised_word(word: str, plain: str, rule: str) -> None:
    assert found(f"They saw the {word} at noon.\n") == [(rule, word, plain)]
    assert plain_form(word) == plain
    (token,) = tokenise(word)
    assert (token.start, token.end) == (0, len(word))


@pytest.mark.parametrize(
    "text",
    [
        "The paper Известия, the poet Καβάφης and the town of Երևան were named.",
        "Dvořák, Łukasz, Ångström, São Paulo, Nguyễn Văn Thiệu and Þórður sang.",
        "The change Δt is 3 μm, at αv and φi, 4 kΩ, and µg in β-carotene.",
        "The sign said ＴＯＫＹＯ 東京, and （hello） too.",
        "Look at 👩\u200d💻 and ❤\ufe0f, at می\u200cخواهم and at क्\u200dष.",
        "A line may end\u200b here,\u200b or there.",
        "The com\u00admit\u00adtee and the coun\u00adcil met in the har\u00adbour hall.",
        "Ра\u0441\u0441каз is a word of its own.",
    ],
)
def test_sound_words(text: str) -> None:
    assert found(text + "\n") == []


def test_misspellings_are_found_across_the_disguise() -> None:
    text = "They re\u0441ieved it and it was defin\u0430tely so.\n"
    assert [plain for _, _, plain in found(text, "spelling")] == ["received", "definitely"]


@pytest.mark.parametrize(
    "twice", ["the th\u0435", "th\u0435 the", "the\u200b the", "the \u200bthe"]
)
def test_doubled_words_are_found_across_the_disguise(twice: str) -> None:
    ((rule, text, _),) = found(f"They met on {twice} day before.\n", "duplicates")
    assert rule == "word"
    assert plain_form(text) == "the the"


def test_a_word_that_is_wholly_of_another_script_is_its_own() -> None:
    assert other_script("\u0441\u043e\u0440\u0435") == ("", "")
    assert other_script("\u0418\u0432\u0430\u043dov") == ("", "")
