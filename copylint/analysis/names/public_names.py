"""Names that everybody knows, and a typo in one word of them.

``copylint/data/public_names.txt`` holds names of two words or more. If one word of such
a name is next to a word one edit from its neighbour in the name, that neighbour is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from copylint.analysis.names.mentions import NamePart
from copylint.analysis.names.name_index import Familiarity, NameForm, NameIndex, look_up
from copylint.analysis.names.name_typos import (
    TypoKind,
    deletions,
    folded,
    inflected,
    typo_between,
    womans,
)
from copylint.analysis.names.transliteration import same_name
from copylint.language.lexicon import Kinds, Lexicon

_FILE = Path(__file__).parents[2] / "data" / "public_names.txt"
# A given name or surname more frequent than these (Zipf scale) has too many bearers to
# decide about a neighbour that is a name as well.
_COMMON_SURNAME = 4.3
_COMMON_GIVEN = 3.5
# A surname no more frequent than this tells a man's name from a woman's.
_RARE_SURNAME = 3.5
# A listed given name as frequent as the first figure has bearers with every surname as frequent
# as the second.
_LISTED_GIVEN, _SHARED_SURNAME = 3.0, 2.7
# A surname of this many letters is recognised alone if it is this much more frequent (Zipf
# scale) than the typo.
_LONG = 7
_RARER = 0.7
# The same for a typo that is on a list of surnames.
_LISTED_RARER = 1.3
# Errors that seldom make another surname.
_CLEAR = frozenset((TypoKind.MOVED, TypoKind.SWAPPED, TypoKind.DROPPED, TypoKind.DOUBLED))
# A listed name no more frequent than this gives way to a public one.
_SELDOM = 2.7
# This many listed people with one surname are a family whose given names are all listed.
_FAMILY = 5


class MistypedWord(NamedTuple):
    """A word of a public name, and what it should have been."""

    part: NamePart
    form: NameForm
    right: str
    name: str


class _Public(NamedTuple):
    before: dict[str, list[str]]
    after: dict[str, list[str]]
    pairs: frozenset[tuple[str, str]]
    long: dict[str, list[str]]


@cache
def public_surnames() -> frozenset[str]:
    """The last words of the listed names, whose bearers do not need an introduction."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    names = (name for line in lines if not line.startswith("#") for name in line.split(";"))
    return frozenset(name.split()[-1] for name in names if name.split())


@cache
def _public() -> _Public:
    before: dict[str, list[str]] = {}
    after: dict[str, list[str]] = {}
    pairs: set[tuple[str, str]] = set()
    surnames: set[str] = set()
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        for name in () if line.startswith("#") else line.split(";"):
            for one, other in pairwise(name.replace("-", " ").split()):
                key = (folded(one), folded(other))
                if key in pairs or not (one[0].isupper() and other[0].isupper()):
                    continue
                pairs.add(key)
                before.setdefault(key[1], []).append(one)
                after.setdefault(key[0], []).append(other)
                if len(other) >= _LONG and other == name.split()[-1]:
                    surnames.add(other)
    long: dict[str, list[str]] = {}
    for word in sorted(surnames):
        for deletion in deletions(word):
            long.setdefault(deletion, []).append(word)
    return _Public(before, after, frozenset(pairs), long)


def mistyped_words(index: NameIndex, accepted: Callable[[str], bool]) -> Iterator[MistypedWord]:
    """The words that are one edit from a word of a public name, beside another of it.

    A long surname is recognised without its given name, and a surname once found wrong is wrong
    wherever it appears alone.
    """
    public = _public()
    wrong: dict[str, MistypedWord] = {}
    for mention in index.mentions:
        parts = mention.parts
        for at, part in enumerate(parts):
            form = index.forms.get(part.form)
            if form is None or len(part.form) < 4 or accepted(part.form):
                continue
            found = _beside(index, public, parts, at, form) or _alone(index, public, part, form)
            if found is None:
                continue
            yield found
            if at and at + 1 == len(parts):
                wrong[part.form] = found
    if wrong:
        yield from _bare_places(index, wrong)


def _bare_places(index: NameIndex, wrong: Mapping[str, MistypedWord]) -> Iterator[MistypedWord]:
    """The places where surnames found wrong appear alone."""
    for mention in index.mentions:
        if len(mention.parts) == 1 and (found := wrong.get(mention.parts[0].form)) is not None:
            yield found._replace(part=mention.parts[0])


def _beside(
    index: NameIndex, public: _Public, parts: Sequence[NamePart], at: int, form: NameForm
) -> MistypedWord | None:
    """The finding that the word before or after ``parts[at]`` gives, if one does."""
    low = folded(form.text)
    if at + 1 < len(parts):
        shared = parts[at + 1].form
        key = folded(shared)
        if (low, key) not in public.pairs:
            meant = public.before.get(key, ())
            right = _meant(index.lexicon, form, index.forms.get(shared), meant, leads=True)
            if right is not None:
                return MistypedWord(parts[at], form, right, f"{right} {shared}")
    if at:
        shared = parts[at - 1].form
        key = folded(shared)
        if (key, low) not in public.pairs:
            meant = public.after.get(key, ())
            right = _meant(index.lexicon, form, index.forms.get(shared), meant, leads=False)
            if right is not None:
                return MistypedWord(parts[at], form, right, f"{shared} {right}")
    return None


def _meant(
    lexicon: Lexicon, wrong: NameForm, beside: NameForm | None, meant: Sequence[str], *, leads: bool
) -> str | None:
    for right in meant:
        typo = typo_between(wrong.text, right)
        if typo is None or typo <= TypoKind.CASE or same_name(wrong.text, right):
            continue
        if _another_form(wrong.text, right, leads):
            continue
        if (
            wrong.known <= Familiarity.RARELY
            or (wrong.zipf <= _SELDOM and look_up(lexicon, right)[1] >= wrong.zipf + _RARER)
            or _vouches(wrong, right, beside, leads, len(meant))
        ):
            return right
    return None


def _another_form(one: str, other: str, leads: bool) -> bool:
    """Whether the two differ as the forms of a name do: Pauls and Paul, Steve and Steven."""
    if not inflected(one, other):
        return False
    same_length = len(one) == len(other)
    return not leads or not (same_length or womans(one, other))


def _vouches(
    wrong: NameForm, right: str, beside: NameForm | None, leads: bool, bearers: int
) -> bool:
    """Whether the neighbour decides even though ``wrong`` is itself a name or a word."""
    if beside is None or not wrong.kinds & Kinds.PERSON:
        return False
    if leads:
        if _listed(wrong, Kinds.GIVEN, _LISTED_GIVEN) and _listed(
            beside, Kinds.SURNAME, _SHARED_SURNAME
        ):
            return False
        common = beside.zipf >= _COMMON_SURNAME and bearers < _FAMILY
        return not common and (beside.zipf < _RARE_SURNAME or not womans(wrong.text, right))
    return beside.zipf < _COMMON_GIVEN


def _listed(form: NameForm, kind: Kinds, least: float) -> bool:
    """Whether lists have ``form`` as a name of ``kind`` that is in common use."""
    return bool(form.kinds & kind) and Kinds.RARE_NAME not in form.kinds and form.zipf >= least


def _alone(
    index: NameIndex, public: _Public, part: NamePart, form: NameForm
) -> MistypedWord | None:
    """The finding for a long surname by itself, if nobody in the article bears the other."""
    if len(form.text) < _LONG or form.zipf > _SELDOM or form.kinds & Kinds.WORD:
        return None
    rarer = _RARER if form.known < Familiarity.RARELY else _LISTED_RARER
    if form.count > 2 or form.bare < form.count or form.titled or form.givens:
        return None
    for key in deletions(form.text):
        for right in public.long.get(key, ()):
            typo = typo_between(form.text, right)
            if typo is None or typo not in _CLEAR or form.text[0] != right[0]:
                continue
            if inflected(form.text, right) or same_name(form.text, right):
                continue
            if look_up(index.lexicon, right)[1] >= form.zipf + rarer:
                return MistypedWord(part, form, right, right)
    return None
