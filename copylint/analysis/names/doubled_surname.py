"""A surname printed twice with a typo between: ``Hollis Holliss``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from copylint.analysis.names.mentions import NamePart
from copylint.analysis.names.name_index import Familiarity, NameForm, NameIndex, look_up
from copylint.analysis.names.name_typos import TypoKind, typo_between
from copylint.language.lexicon import Kinds

# A given name this frequent (Zipf scale) is taken for one even after another given name.
_COMMON = 3.0


class DoubledSurname(NamedTuple):
    """Two parts side by side, and the form that should be kept alone."""

    first: NamePart
    second: NamePart
    keep: str


def doubled(index: NameIndex) -> Iterator[DoubledSurname]:
    """The doubled surnames of the article."""
    for mention in index.mentions:
        parts = mention.parts
        for at in range(1, len(parts)):
            one, other = parts[at - 1], parts[at]
            if other.joined or other.start - one.end > 2:
                continue
            typo = typo_between(one.form, other.form)
            if typo is None or typo is TypoKind.CASE or min(len(one.form), len(other.form)) < 4:
                continue
            preceded = at > 1 or bool(mention.title) or bool(mention.initials)
            keep = _kept(index, one, other, preceded)
            if keep is not None:
                yield DoubledSurname(one, other, keep)


def _kept(index: NameIndex, one: NamePart, other: NamePart, preceded: bool) -> str | None:
    """The form to keep, None if the two may well belong side by side."""
    first, second = (index.forms.get(part.form) or _lonely(index, part) for part in (one, other))
    alone = [form.count > 1 for form in (first, second)]
    if all(alone):
        return None  # each is used on its own elsewhere
    if first.known is Familiarity.AS_WORD and second.known is Familiarity.AS_WORD:
        return None
    unknown = _is_typo(first, second) or _is_typo(second, first)
    if not unknown:
        # A given name and a surname made from it (Philip Phillips) form a name.
        common = first.kinds & Kinds.GIVEN and first.zipf >= _COMMON
        if not preceded or (common and not any(alone)):
            return None
        if not (first.kinds | second.kinds) & Kinds.SURNAME or first.text[0] != second.text[0]:
            return None
    elif not preceded and first.kinds & Kinds.GIVEN and not any(alone):
        return None
    if alone[0] != alone[1]:
        return one.form if alone[0] else other.form
    if second.known > first.known and second.zipf > first.zipf:
        return other.form
    return one.form


def _is_typo(wrong: NameForm, right: NameForm) -> bool:
    """Whether lists and usage hardly support ``wrong``, at least compared with ``right``."""
    return wrong.known is Familiarity.NOT or (
        wrong.zipf <= 2.0 and right.zipf - wrong.zipf >= 2.0 and wrong.count == 1
    )


def _lonely(index: NameIndex, part: NamePart) -> NameForm:
    return NameForm(part.form, *look_up(index.lexicon, part.form), places=[part])
