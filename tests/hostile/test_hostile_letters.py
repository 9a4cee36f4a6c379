"""Errors that hide behind letters that only look like those of the word."""

from __future__ import annotations

from pathlib import Path

import pytest
from attack import copylint


def full_width(word: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) for char in word)


@pytest.mark.parametrize(
    "text",
    [
        "They re\u0441ieved it, defin\u0430tely, on the th\u0435 day.",
        "They {} it, {}, on {} the day.".format(
            *map(full_width, ("recieved", "definately", "the"))
        ),
        *(
            f"They rec{char}ieved it, defin{char}ately, on the{char} the day."
            for char in "\u034f\u200b\u200c\u00ad\u2060\ufe0f\U000e0061"
        ),
    ],
)
def test_three_errors_stay_three(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.md").write_text(text + "\n", "utf-8")
    run = copylint(
        "check", "-q", "--select", "spelling,duplicates", "--no-cache", "a.md", cwd=tmp_path
    )
    assert [line.split()[2] for line in run.out.splitlines()] == [
        "spelling.unknown",
        "spelling.unknown",
        "duplicates.word",
    ]
