from __future__ import annotations

import pytest

from copylint.language.nouns import is_plural, is_singular, may_be_singular, plural_of, singular_of
from copylint.language.verbs import (
    PAST_ONLY,
    base_of_gerund,
    base_of_past,
    base_of_third,
    gerund_of,
    only_base,
    only_past,
    participle_of,
    third_of,
)
from copylint.language.word_tags import tags_of


@pytest.mark.parametrize(
    ("form", "base"),
    [("went", "go"), ("made", "make"), ("stopped", "stop"), ("tried", "try"), ("agreed", "agree")],
)
def test_bases_of_pasts(form: str, base: str) -> None:
    assert base_of_past(form) == base


def test_forms_of_a_base() -> None:
    assert [participle_of(b) for b in ("go", "stop", "try", "put", "use")] == [
        "gone",
        "stopped",
        "tried",
        "put",
        "used",
    ]
    assert [third_of(b) for b in ("go", "try", "play", "push")] == [
        "goes",
        "tries",
        "plays",
        "pushes",
    ]
    assert (gerund_of("receive"), gerund_of("stop")) == ("receiving", "stopping")
    assert (base_of_gerund("making"), base_of_third("tries")) == ("make", "try")


def test_forms_have_tags() -> None:
    assert only_past("became") and not only_past("put") and not only_past("read")
    assert only_base("become") is False or "VBN" not in tags_of("become")
    assert PAST_ONLY["went"] == "go" and "made" not in PAST_ONLY


def test_nouns_change_number() -> None:
    assert (singular_of("women"), singular_of("inquiries"), singular_of("boxes")) == (
        "woman",
        "inquiry",
        "box",
    )
    assert (plural_of("crisis"), plural_of("city")) == ("crises", "cities")
    assert is_plural("accidents") and not is_plural("news") and not is_plural("police")
    assert may_be_singular("reason") and is_singular("woman") and not is_singular("women")


def test_words_the_tagger_has_not_met_are_judged_by_their_regular_form() -> None:
    assert "NNS" in tags_of("accidents")
    assert tags_of("qzxwqs") == ()
