from __future__ import annotations

import pytest

from copylint.language.lexicon import Lexicon
from copylint.language.word_formation import FormationStrength, formed, is_compound, is_fragment

LEXICON = Lexicon.shared()


@pytest.mark.parametrize(
    "word", ["unmarried", "nonbinding", "microbrewery", "cloudlike", "gunboat"]
)
def test_formed_by_rule(word: str) -> None:
    assert formed(word, LEXICON)


@pytest.mark.parametrize(
    "word", ["recieve", "inthe", "andthe", "seperate", "definately", "hapenned"]
)
def test_typos_are_not_formations(word: str) -> None:
    assert formed(word, LEXICON) is FormationStrength.NOT


def test_endings_shared_by_typos_are_loose() -> None:
    assert formed("contributer", LEXICON) is FormationStrength.LOOSELY


def test_function_words_do_not_form_compounds() -> None:
    assert is_compound("riverboatman", LEXICON) is False
    assert is_compound("rivergarden", LEXICON)
    assert not is_compound("fromgarden", LEXICON)


def test_fragments_of_hyphenated_words() -> None:
    assert is_fragment("anti")
    assert not is_fragment("garden")
