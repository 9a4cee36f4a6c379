from __future__ import annotations

from itertools import islice
from pathlib import Path

import pytest

from copylint.text.lexicon import Lexicon
from copylint.text.sieve import Sieve, write
from copylint.text.suggest import edits, may_correct


def test_every_correction_passes() -> None:
    lexicon = Lexicon.shared()
    # Every seventh form: all of them take a second and a half.
    forms = [form for form in islice(lexicon, 0, None, 7) if may_correct(form, lexicon)]
    small = [form[:1].lower() + form[1:] for form in forms]
    assert len(small) > 20_000
    assert Sieve.shared().passing(small) == small


def test_most_of_what_is_no_word_falls_through() -> None:
    around = edits("quillbender")
    assert len(Sieve.shared().passing(around)) < len(around) / 15


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "some.sieve"
    write(path, ["word"])
    assert Sieve(path).passing(["word", "ward"]) == ["word"]
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(ValueError, match=r"some\.sieve is damaged"):
        Sieve(path)


def test_edits_are_all_one_slip_away() -> None:
    assert {"at", "ca", "act", "coat", "bat", "cat"} <= edits("cat")
    assert "cast" in edits("cat")
    assert "dog" not in edits("cat")
