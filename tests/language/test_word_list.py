"""Lists of words, in the code and in files."""

from __future__ import annotations

from pathlib import Path

import pytest

import copylint
from copylint.language.word_list import listed, words

FILES = sorted((Path(copylint.__file__).parent / "data" / "words").glob("*.txt"))


def test_words_come_from_any_number_of_texts() -> None:
    assert words("a b", "b  c\n d") == {"a", "b", "c", "d"}
    assert words() == frozenset()


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_explains_itself_and_repeats_no_word(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    assert lines[0].startswith("# ")
    written = " ".join(line for line in lines if not line.startswith("#")).split()
    assert len(written) == len(set(written))
    assert listed(path.stem) == set(written)
