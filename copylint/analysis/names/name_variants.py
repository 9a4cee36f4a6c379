"""Pairs of spellings of one name in one article, and which of the two is wrong.

The decision depends on whether both spellings have one bearer. A spelling that no list knows
and that lies one edit from another in the article needs little further evidence; two spellings
that are both names need a given name, a surname or an office in common.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from copylint.analysis.names.name_index import Familiarity, NameForm, NameIndex
from copylint.analysis.names.name_typos import (
    TypoKind,
    close_pairs,
    folded,
    inflected,
    typo_between,
    womans,
)
from copylint.analysis.names.transliteration import same_name
from copylint.core.kept_patterns import compiled
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.lexicon import Kinds

# Names more frequent than this (Zipf scale) appear alone in copy because everybody knows
# their bearer; they are not taken for a typo of another name in the article.
_FAMOUS = 4.3
_INNER = compiled("[A-Z]")
_PREFIXED = LazyPattern("(?:Mc|Mac|O'|D'|L'|De|Di|Du|La|Le|Van|Von|Fitz|Al)[A-Z][^A-Z]+$")
# A listed name no more frequent than this (Zipf scale), and this much rarer than the
# other, may be on its list because of someone else's typo.
_RARE = 1.5
_GAP = 2.0


class NameVariant(NamedTuple):
    """A wrong spelling, the right one, and the typo that separates them."""

    wrong: NameForm
    right: NameForm
    typo: TypoKind


def variants(index: NameIndex, accepted: Callable[[str], bool]) -> Iterator[NameVariant]:
    """The wrong spellings of the article, each once, with the right one.

    ``accepted`` says which spellings the house has settled: they are never wrong.
    """
    forms = index.forms
    best: dict[str, NameVariant] = {}
    for one, other in close_pairs(text for text in forms if len(text) > 2):
        variant = _judge(forms[one], forms[other], accepted)
        if variant is None:
            continue
        rival = best.get(variant.wrong.text)
        if rival is None or _strength(variant) > _strength(rival):
            best[variant.wrong.text] = variant
    # A spelling that is itself wrong cannot serve as the right one.
    return (variant for variant in best.values() if variant.right.text not in best)


def _strength(variant: NameVariant) -> tuple[int, int, int]:
    return (variant.right.known, variant.typo, variant.right.count)


def _judge(one: NameForm, other: NameForm, accepted: Callable[[str], bool]) -> NameVariant | None:
    wrong, right = _ordered(one, other)
    if accepted(wrong.text):
        if accepted(right.text):
            return None
        wrong, right = right, wrong
    typo = typo_between(wrong.text, right.text)
    if same_name(wrong.text, right.text):
        return None
    if typo is None or len(folded(right.text)) < 3:
        return None
    if typo is TypoKind.ACCENT and wrong.count == right.count and right.text.isascii():
        wrong, right = right, wrong  # the fuller spelling is the more careful one
    return NameVariant(wrong, right, typo) if _one_bearer(wrong, right, typo) else None


def _ordered(one: NameForm, other: NameForm) -> tuple[NameForm, NameForm]:
    """The two as wrong and right: the rarer is wrong, unless only it is a known name."""

    def weight(form: NameForm) -> tuple[float, int, float]:
        # A known name, and a fuller mention of its bearer, each count about as much as one place.
        known = form.known is Familiarity.AS_NAME and form.zipf >= 1.5
        return (form.count + 0.9 * known + bool(form.givens), form.known, form.zipf)

    if weight(one) == weight(other):
        first, second = sorted((one, other), key=lambda form: form.places[0].start)
        return second, first
    if weight(one) < weight(other):
        return one, other
    return other, one


def _one_bearer(wrong: NameForm, right: NameForm, typo: TypoKind) -> bool:
    if all(part.shouted for part in wrong.places) and typo is TypoKind.CASE:
        return False
    shared_given = bool(wrong.givens & right.givens)
    shared_next = bool(wrong.nexts & right.nexts)
    if typo in (TypoKind.ACCENT, TypoKind.CASE):
        bare = typo is TypoKind.ACCENT and wrong.bare == wrong.count
        return shared_given or (bare and bool(right.givens) and not right.nexts)
    if _coined(wrong.text) or _coined(right.text):
        return False
    if shared_next and _is_given_of(wrong, right):
        return True
    if inflected(wrong.text, right.text):
        return (
            shared_given
            and wrong.known < Familiarity.RARELY
            and bool(right.kinds & Kinds.PERSON)
            and not right.is_geographic
        )
    if _is_doubtful(wrong, right):
        return _doubtful_is_typo(wrong, right, typo, shared_given or shared_next)
    if wrong.is_geographic and right.is_geographic and not wrong.titled:
        return False
    if _is_surname_of(wrong, right, shared_given):
        return True
    return _bare_is_typo(wrong, right, typo)


def _is_doubtful(wrong: NameForm, right: NameForm) -> bool:
    """Whether lists and usage hardly support ``wrong`` compared with ``right``."""
    if wrong.known is Familiarity.NOT:
        return True
    rare = wrong.known in (Familiarity.USED, Familiarity.RARELY) or wrong.zipf <= _RARE
    return rare and right.known is Familiarity.AS_NAME and right.zipf - wrong.zipf >= _GAP


def _doubtful_is_typo(wrong: NameForm, right: NameForm, typo: TypoKind, shared: bool) -> bool:
    """Whether a spelling that no list vouches for is a typo for ``right``."""
    if shared:
        return right.known is not Familiarity.AS_WORD or right.free > 1
    if wrong.count > 2 and 3 * wrong.count > right.count:
        return False
    if _differ(wrong.givens, right.givens) or _differ(wrong.nexts, right.nexts):
        # Another bearer, unless the right one is widely known.
        sure = right.zipf >= 3.5 or (typo is TypoKind.SWAPPED and len(wrong.text) > 5)
        unknown = wrong.known is Familiarity.NOT
        return unknown and right.known is Familiarity.AS_NAME and sure and typo >= TypoKind.KEY
    if (_is_last(wrong) and _is_first(right)) or (_is_first(wrong) and _is_last(right)):
        return False
    if right.known is Familiarity.AS_WORD and not right.givens:
        return right.free > 1 and len(wrong.text) > 4 and typo >= TypoKind.KEY
    length = len(wrong.text)
    if length < 4 or (length == 4 and typo < TypoKind.KEY):
        return False
    supported = right.known is Familiarity.AS_NAME or right.count > 1 or bool(right.givens)
    if typo < TypoKind.EXTRA or folded(wrong.text)[0] != folded(right.text)[0]:
        supported = supported and (length > 4 or right.count > 1)
    return supported or bool(wrong.titled)


def _is_surname_of(wrong: NameForm, right: NameForm, shared_given: bool) -> bool:
    """Whether both are the surname after one given name (Gwen Calder, Gwen Caldar)."""
    if not shared_given or len(wrong.text) < 4:
        return False
    if wrong.known is Familiarity.AS_WORD and right.known is Familiarity.AS_WORD:
        return False
    if wrong.is_geographic or right.is_geographic:
        return False
    person = (wrong.kinds | right.kinds) & Kinds.PERSON
    return bool(person) and wrong.count <= right.count


def _is_given_of(wrong: NameForm, right: NameForm) -> bool:
    """Whether both are the given name before one surname (Julie and Julia Penhallow)."""
    if not wrong.leads or not right.leads or wrong.sentences & right.sentences:
        return False
    if not (wrong.kinds & Kinds.GIVEN and right.kinds & Kinds.GIVEN):
        return False
    if womans(wrong.text, right.text):
        return False  # Paul and Paula may be brother and sister
    return wrong.count == 1 and right.count > 1 and right.leads > 1


def _bare_is_typo(wrong: NameForm, right: NameForm, typo: TypoKind) -> bool:
    """Whether a surname that no one in the article bears is a typo for one borne there."""
    if wrong.givens or wrong.nexts or not wrong.bare or wrong.bare < wrong.count:
        return False
    if not right.givens or right.nexts or (wrong.is_geographic and not wrong.titled):
        return False
    if wrong.count > 1 or len(wrong.text) < 4 or wrong.zipf >= _FAMOUS:
        return False
    if right.count < 2 and not (wrong.titled and wrong.known < Familiarity.RARELY):
        return False
    if wrong.places[0].start < right.places[0].start:
        return False
    if wrong.known is Familiarity.AS_WORD and not wrong.titled:
        return False
    return bool(wrong.titled) or (wrong.zipf < 2.5 and typo >= TypoKind.EXTRA)


def _is_first(form: NameForm) -> bool:
    """Whether every mention of it continues after it, as after a given name."""
    return form.leads == form.count


def _is_last(form: NameForm) -> bool:
    """Whether it is someone's surname: something before it, nothing after."""
    return bool(form.givens) and not form.nexts


def _differ(some: set[str], others: set[str]) -> bool:
    """Whether both sets have members and no two of them can be one name."""
    if not some or not others or some & others:
        return False
    return not any(_compatible(one, other) for one in some for other in others)


def _compatible(one: str, other: str) -> bool:
    if one[0] != other[0]:
        return False
    short = min(len(one), len(other))
    return short <= 2 or one[:short] == other[:short] or typo_between(one, other) is not None


def _coined(text: str) -> bool:
    """Whether capitals inside the word make it a product's or a program's name."""
    return _INNER.search(text[1:]) is not None and not _PREFIXED.match(text)
