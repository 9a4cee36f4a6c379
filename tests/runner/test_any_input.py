"""Whatever bytes come in: findings or one clear reason, never a fault."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copylint.config.schema import Config
from copylint.runner.pipeline import run
from copylint.runner.result import Input

OFFLINE = Config(grammar=())
NAMES = st.sampled_from(["a.txt", "a.md", "a", "a.adoc"])


def check(inputs: list[Input]) -> None:
    result = run(inputs, OFFLINE, jobs=1)
    assert len(result.files) == len(inputs)
    for file in result.files:
        assert not file.error.startswith("could not be read")
    for finding in result.findings:
        assert finding.rule != "copylint.internal-error", finding.message


@settings(deadline=None)
@given(NAMES, st.binary(max_size=400))
def test_any_bytes_are_checked_or_refused(name: str, data: bytes) -> None:
    check([Input(name, data)])


@settings(max_examples=200, deadline=None)
@given(
    NAMES,
    st.text(st.sampled_from("aAbB .,;:'\"’“”-—*_`[]()<>&#!|~\\\n\r\t\u00a0\u200b©1"), max_size=300),
)
def test_any_text_is_checked(name: str, text: str) -> None:
    check([Input(name, text.encode())])


@settings(deadline=None)
@given(
    NAMES,
    st.lists(
        st.sampled_from(
            [
                "the",
                "The",
                "a",
                "an",
                "of",
                "to",
                "is",
                "had",
                "that",
                "Anna",
                "Ana",
                "Smith",
                "Smyth",
                "said",
                "form",
                "from",
                "its",
                "it's",
                ",",
                ".",
                ";",
                '"',
                "'",
                "’",
                "\n",
                "teh",
                "colour",
                "color",
                "12",
                "March",
                "2004",
                "Tuesday",
                "\n\n",
                "©Getty",
                "Images",
            ]
        ),
        max_size=60,
    ),
)
def test_any_prose_is_checked(name: str, words: list[str]) -> None:
    check([Input(name, " ".join(words).encode())])


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_thousand_files_of_noise_are_checked(name: str) -> None:
    chance = random.Random(20)
    check([Input(name, chance.randbytes(chance.choice([0, 1, 9, 99, 999]))) for _ in range(1_000)])
