"""Look-ups in a text before a pattern is run: quick answers must be true."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from copylint.packs.article_units import WordLookup
from copylint.packs.parts_in_text import PartsInText
from copylint.packs.pattern_index import _part

_CHARS = st.text(alphabet="aBé1²0_ -’'İſ$%.\n\u0301ⅷß", max_size=24)


@given(_CHARS, st.text(alphabet="aé12²0_ -'$%.ⅷ", min_size=1, max_size=3))
@example("the 21st of May", "1s")
@example("in 2021", "21")
@example("a1", "1a")
def test_word_lookup_agrees_with_the_text(text: str, asked: str) -> None:
    words = WordLookup(text)
    assert (asked in PartsInText([asked, "zz"]).found(words)) == (asked in words.folded)


@given(_CHARS, st.data())
def test_a_part_of_a_text_is_found(text: str, data: st.DataObject) -> None:
    words = WordLookup(text)
    start = data.draw(st.integers(0, len(words.folded)))
    literal = words.folded[start : start + data.draw(st.integers(1, 8))]
    part = _part(literal)
    assert not part or (part in literal and part in PartsInText([part]).found(words))


@given(_CHARS)
def test_the_words_of_a_text_are_those_that_have_places(text: str) -> None:
    words = WordLookup(text)
    assert words.distinct == words.places.keys()
    assert all(
        words.folded.startswith(word, at) for word, places in words.places.items() for at in places
    )


def test_a_part_of_a_word_of_any_length_is_found() -> None:
    parts = PartsInText(["quay", "9th", "½", "lock"])
    assert parts.found(WordLookup("A quayside" + "x" * 200)) == {"quay"}
    assert parts.found(WordLookup("x" * 200 + "clock on the 19th")) == {"9th", "lock"}
