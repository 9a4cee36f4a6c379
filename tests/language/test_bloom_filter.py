from __future__ import annotations

from itertools import islice
from pathlib import Path
from string import ascii_lowercase

import pytest

from copylint.language.bloom_filter import BloomFilter, write
from copylint.language.lexicon import Lexicon
from copylint.language.suggestions import may_correct


def test_every_correction_passes() -> None:
    lexicon = Lexicon.shared()
    # Every seventh form: all of them take a second and a half.
    forms = [form for form in islice(lexicon, 0, None, 7) if may_correct(form, lexicon)]
    small = [form[:1].lower() + form[1:] for form in forms]
    assert len(small) > 20_000
    assert BloomFilter.shared().passing(small) == small


def test_most_unknown_words_are_rejected() -> None:
    around = [f"{a}{b}quillbender" for a in ascii_lowercase for b in ascii_lowercase]
    assert len(BloomFilter.shared().passing(around)) < len(around) / 15


def test_a_damaged_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "some.sieve"
    write(path, ["word"])
    assert BloomFilter(path).passing(["word", "ward"]) == ["word"]
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(ValueError, match=r"some\.sieve is damaged"):
        BloomFilter(path)
