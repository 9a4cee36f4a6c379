"""Names that everybody knows, and a slip in one word of them.

``copylint/data/public_names.txt`` holds names of two words and more. Where one word of such
a name stands beside a word one slip from its neighbour, the neighbour is meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from copylint.text.lexicon import Kinds
from copylint.text.names.forms import Form, Known, NameIndex
from copylint.text.names.mentions import Part
from copylint.text.names.slips import Slip, folded, inflected, slip_between, womans
from copylint.text.names.transliteration import same_name

_FILE = Path(__file__).parents[2] / "data" / "public_names.txt"
# A given name or surname more frequent than these (Zipf scale) has too many bearers to
# vouch for a neighbour that is a name as well.
_COMMON_SURNAME = 4.3
_COMMON_GIVEN = 3.5
# So many listed people of one surname are a family whose given names are all listed.
_FAMILY = 5


class Slipped(NamedTuple):
    """A word of a public name, and what it should have been."""

    part: Part
    form: Form
    right: str
    name: str


class _Public(NamedTuple):
    before: dict[str, list[str]]
    after: dict[str, list[str]]
    pairs: frozenset[tuple[str, str]]


@cache
def _public() -> _Public:
    before: dict[str, list[str]] = {}
    after: dict[str, list[str]] = {}
    pairs: set[tuple[str, str]] = set()
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        for name in () if line.startswith("#") else line.split(";"):
            for one, other in pairwise(name.replace("-", " ").split()):
                key = (folded(one), folded(other))
                if key in pairs or not (one[0].isupper() and other[0].isupper()):
                    continue
                pairs.add(key)
                before.setdefault(key[1], []).append(one)
                after.setdefault(key[0], []).append(other)
    return _Public(before, after, frozenset(pairs))


def slipped(index: NameIndex, accepted: Callable[[str], bool]) -> Iterator[Slipped]:
    """The words that are one slip from a word of a public name, beside another of it."""
    public = _public()
    for mention in index.mentions:
        for one, other in pairwise(mention.parts):
            low, next_low = folded(one.form), folded(other.form)
            if (low, next_low) in public.pairs:
                continue
            for wrong, shared, meant in (
                (one, other, public.before.get(next_low, ())),
                (other, one, public.after.get(low, ())),
            ):
                form = index.forms.get(wrong.form)
                if form is None or not meant or accepted(wrong.form):
                    continue
                beside = index.forms.get(shared.form)
                right = _meant(form, beside, meant, leads=wrong is one)
                if right is not None:
                    name = f"{right} {shared.form}" if wrong is one else f"{shared.form} {right}"
                    yield Slipped(wrong, form, right, name)
                    break


def _meant(
    wrong: Form, beside: Form | None, meant: list[str] | tuple[()], leads: bool
) -> str | None:
    if len(wrong.text) < 4:
        return None
    for right in meant:
        slip = slip_between(wrong.text, right)
        if slip is None or slip <= Slip.CASE or inflected(wrong.text, right):
            continue
        if same_name(wrong.text, right):
            continue
        if wrong.known <= Known.USED or _vouches(wrong, right, beside, leads, len(meant)):
            return right
    return None


def _vouches(wrong: Form, right: str, beside: Form | None, leads: bool, bearers: int) -> bool:
    """Whether the neighbour decides although ``wrong`` is a name or a word itself."""
    if beside is None or womans(wrong.text, right) or wrong.is_geographic:
        return False
    if not wrong.kinds & Kinds.PERSON:
        return False
    if leads:
        return beside.zipf < _COMMON_SURNAME or bearers >= _FAMILY
    return beside.zipf < _COMMON_GIVEN
