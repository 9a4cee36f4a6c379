"""A given name that occurs once, is one edit from a well-known one and is not itself a name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from copylint.analysis.names.mentions import Mention
from copylint.analysis.names.name_index import Familiarity, NameForm, NameIndex, look_up
from copylint.analysis.names.name_typos import TypoKind, folded, typo_between
from copylint.core.kept_patterns import compiled
from copylint.language.lexicon import Kinds, Lexicon

# A text with more unknown given names than this is a list of names in another
# language's spelling, or is not an article; the work per name is a few hundred look-ups.
_MOST = 1_000
# Names with accents or inner capitals are another language's, or a product's.
_PLAIN = compiled("[A-Z][a-z]+")
# Inside a word, not at either end, where a cry is drawn out.
_THRICE = compiled(r"(?<=[a-z])([a-z])\1\1(?=[a-z])")
_FIRMS = frozenset(("Corp", "Inc", "Ltd", "Co", "Plc", "Group", "Bank", "Holdings", "University"))
_LETTERS = "abcdefghijklmnopqrstuvwxyz"

#: How frequent a name must be (Zipf scale) for an unknown one to be this typo of it. Errors
#: that also make names (one letter for another) require a better-known one.
_LEAST = {
    TypoKind.SWAPPED: 2.0,
    TypoKind.DOUBLED: 3.6,
    TypoKind.DROPPED: 3.3,
    TypoKind.KEY: 2.8,
    TypoKind.EXTRA: 3.7,
    TypoKind.VOWEL: 3.7,
    TypoKind.OTHER: 3.7,
}


# A form that lists or copy do have is taken for a typo only of a name this frequent that is this
# much more frequent than the form, and only if the kind of typo seldom makes another name.
_FAMOUS = 3.3
_GAP = 2.2
#: The frequency of a name that is in lists but not in copy.
_UNUSED = 0.5


class MisspelledGivenName(NamedTuple):
    """A misspelled given name, and the well-known ones it may be a typo of, best first."""

    form: NameForm
    targets: tuple[str, ...]


def misspelled(index: NameIndex, accepted: Callable[[str], bool]) -> Iterator[MisspelledGivenName]:
    """The misspelled given names of the article."""
    asked = 0
    for mention in index.mentions:
        form = _candidate(index, mention)
        if form is None or accepted(form.text):
            continue
        asked += 1
        if asked > _MOST:
            return
        targets = well_known(index.lexicon, form.text, form.known, form.zipf)
        if targets:
            yield MisspelledGivenName(form, targets)


def _candidate(index: NameIndex, mention: Mention) -> NameForm | None:
    """The form in the place of a given name, if it is unknown and occurs once."""
    parts = mention.parts
    if len(parts) < 2 or len(parts) > 4 or parts[1].joined or mention.initials:
        return None
    form = index.forms.get(parts[0].form)
    if form is None or form.count != 1 or len(form.text) < 4 or not _PLAIN.fullmatch(form.text):
        return None
    if (form.known >= Familiarity.AS_WORD and form.zipf > _UNUSED) or form.kinds & Kinds.WORD:
        return None
    if parts[1].form in _FIRMS:
        return None
    kinds, _, known = look_up(index.lexicon, parts[1].form)
    surname = known <= Familiarity.RARELY or kinds & Kinds.PERSON
    return form if surname else None


def well_known(lexicon: Lexicon, form: str, known: Familiarity, zipf: float) -> tuple[str, ...]:
    """The well-known given names that ``form`` is one typo of, best first.

    ``known`` and ``zipf`` say how well lists and usage know ``form`` itself.
    """
    low = folded(form)
    found: list[tuple[float, str]] = []
    for guess in _guesses(low):
        name = guess[0].upper() + guess[1:]
        entry = lexicon.entry(name)
        if entry is None or not entry.kinds & Kinds.GIVEN:
            continue
        if entry.kinds & (Kinds.RARE_NAME | Kinds.CALENDAR | Kinds.OFFENSIVE):
            continue
        typo = typo_between(form, name)
        if typo is None:
            continue
        least = _LEAST.get(typo)
        if least is None:
            continue
        if typo is not TypoKind.SWAPPED:
            least += 1.0 * (low[0] != guess[0]) + 0.5 * (len(low) < 5)
        if known is not Familiarity.NOT and not _outweighs(entry.zipf, zipf, typo):
            continue
        if entry.zipf >= least:
            found.append((entry.zipf - least, name))
    found.sort(key=lambda pair: (-pair[0], pair[1]))
    return tuple(dict.fromkeys(name for _, name in found))[:3]


def _outweighs(target: float, zipf: float, typo: TypoKind) -> bool:
    """Whether a target's frequency outweighs the form's own place in lists or copy."""
    if typo is TypoKind.DROPPED:
        return zipf <= _UNUSED and target >= _FAMOUS + 1
    return typo is TypoKind.SWAPPED and target >= _FAMOUS and target - zipf >= _GAP


def _guesses(low: str) -> Iterator[str]:
    """Every spelling one edit from ``low``."""
    for at in range(len(low)):
        head, tail = low[:at], low[at + 1 :]
        yield head + tail
        if tail:
            yield head + tail[0] + low[at] + tail[1:]
        for letter in _LETTERS:
            yield head + letter + tail
            yield head + letter + low[at:]
    for letter in _LETTERS:
        yield low + letter


def thrice(index: NameIndex, accepted: Callable[[str], bool]) -> Iterator[tuple[NameForm, str]]:
    """Unknown names with one letter three times inside, and the name with it twice.

    Names are never spelled so; a cry (Aaargh, Brrr) is not part of a name.
    """
    for mention in index.mentions:
        if len(mention.parts) < 2:
            continue
        for part in mention.parts:
            match = _THRICE.search(part.form)
            if match is None or accepted(part.form) or not _PLAIN.fullmatch(part.form):
                continue
            form = index.forms.get(part.form)
            if form is not None and form.known <= Familiarity.USED:
                at = match.start(1)
                yield form, part.form[:at] + part.form[at + 1 :]
