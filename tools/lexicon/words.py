"""Ordinary words of four dialects from Hunspell dictionaries and SCOWL."""

from __future__ import annotations

import gzip
import re
import unicodedata
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from lexicon import cspell, hunspell

from copylint.language.known_misspellings import known_misspelling
from copylint.language.lexicon import Dialects, Kinds


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_HUNSPELL = {
    "dictionary-en": Dialects.US,
    "dictionary-en-gb": Dialects.GB,
    "dictionary-en-au": Dialects.AU,
    "dictionary-en-ca": Dialects.CA,
}
# SCOWL's lists by dialect. The unprefixed variant lists mix dialects: no evidence of one.
_SCOWL = {
    "english": Dialects.ALL,
    "american": Dialects.US,
    "british": Dialects.GB,
    "british_z": Dialects.GB,
    "australian": Dialects.AU,
    "canadian": Dialects.CA,
    "british_variant_1": Dialects.GB,
    "australian_variant_1": Dialects.AU,
    "canadian_variant_1": Dialects.CA,
    "british_variant_2": Dialects.NONE,
    "australian_variant_2": Dialects.NONE,
    "canadian_variant_2": Dialects.NONE,
    "variant_1": Dialects.NONE,
    "variant_2": Dialects.NONE,
}
_CSPELL = ("cspell-en-us/en_US.trie.gz", "cspell-en-gb/en_GB.trie.gz")
# Terms of computing, which are written in lower case in prose too.
_TERMS = ("softwareTerms.txt.gz", "software-tools.txt", "networkingTerms.txt", "webServices.txt")
_TERM = re.compile(r"[A-Za-z]{4,16}")
_NOISE = re.compile(r"(.)\1\1|abcd|dead|beef")
# A term is left out if a word one slip away is as frequent (Zipf) as this, short or long, and
# by so much more frequent than the term is.
_TERM_NEAR_SHORT, _TERM_NEAR, _TERM_GAP = 4.0, 4.5, 2.6
_SHORT_TERM = 5
# The parts of a term that is two words run together.
_SHORTEST_PART, _FREQUENT_PART = 3, 3.5
# Words of cspell's lists are as long and, where only one has them, as frequent (Zipf) as this.
_CSPELL_SHORTEST, _CSPELL_SEEN = 5, 1.0
_SCOWL_KINDS = {
    "words": Kinds.WORD,
    "contractions": Kinds.WORD,
    "upper": Kinds.NAME,
    "proper-names": Kinds.NAME,
    "abbreviations": Kinds.ABBREVIATION,
}
# SCOWL's sizes: to 60 is an ordinary dictionary, 70 a large one, 80 for word games.
_ORDINARY, _LARGE, _HUGE = 60, 70, 80

# Dictionaries have a hundred more, nearly all of them abbreviations or letters' names.
_TWO_LETTERS = _set(
    """
    ad ah am an as at aw ax be by do eh em en ex go ha he hi ho id if in is it lo ma me my
    no of oh oi om on or ow ox oz pa pi re sh so ta to uh um un up us we ya ye yo
    """
)
_FORM = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*'?|'[^\W\d_]+")


@dataclass(slots=True)
class Form:
    dialects: Dialects = Dialects.NONE
    kinds: Kinds = Kinds.NONE
    size: int = 100


def words(cache: Path, zipf: Mapping[str, float]) -> dict[str, Form]:
    """Every form of the sources; those only in large lists await ``doubtful``.

    ``zipf`` says how often a form is used.
    """
    found: dict[str, Form] = defaultdict(Form)
    for package, dialect in _HUNSPELL.items():
        for form, decent in hunspell.forms(cache / package):
            if not (form := _stored(form)):
                continue
            entry = found[form]
            entry.dialects |= dialect
            entry.size = min(entry.size, _ORDINARY)
            if form.islower():
                entry.kinds |= Kinds.WORD
            elif form[0].isupper() and form[1:].islower():
                entry.kinds |= Kinds.NAME
            else:
                entry.kinds |= Kinds.ABBREVIATION
            if not decent:
                entry.kinds |= Kinds.OFFENSIVE
    for path in sorted((cache / "scowl/usr/share/dict/scowl").iterdir()):
        stem, _, size_text = path.name.rpartition(".")
        prefix, _, kind_name = stem.partition("-")
        size = int(size_text)
        if prefix not in _SCOWL or kind_name not in _SCOWL_KINDS or size > _HUGE:
            continue
        if size > _LARGE and kind_name == "abbreviations":
            continue
        for line in path.read_text(encoding="utf-8").splitlines():
            form = _stored(line)
            # Lower-case abbreviations (fo, os, dat) hide typos; ours are a list of our own.
            if form and not (kind_name == "abbreviations" and form.islower()):
                entry = found[form]
                entry.dialects |= _SCOWL[prefix]
                entry.kinds |= _SCOWL_KINDS[kind_name]
                entry.size = min(entry.size, size)
    for form, size in _newer(cache, zipf):
        if form.capitalize() not in found:
            entry = found[form]
            entry.dialects = entry.dialects or Dialects.ALL
            entry.kinds |= Kinds.WORD
            entry.size = min(entry.size, size)
    for entry in found.values():
        entry.dialects = entry.dialects or Dialects.ALL
        if entry.size > _LARGE:
            entry.kinds |= Kinds.RARE_NAME if Kinds.NAME in entry.kinds else Kinds.RARE
        elif entry.size > _ORDINARY and Kinds.WORD in entry.kinds:
            entry.kinds |= Kinds.RARE
    return dict(found)


def _newer(cache: Path, zipf: Mapping[str, float]) -> Iterator[tuple[str, int]]:
    """Words of cspell's lists, which are kept up, each with the size of SCOWL that it is like.

    Forms known as misspellings are left out.
    """
    lists = [set(cspell.forms(cache / path)) for path in _CSPELL]
    for form in sorted(set().union(*lists)):
        if not (form.isascii() and form.isalpha() and form.islower()):
            continue
        if len(form) < _CSPELL_SHORTEST or known_misspelling(form) is not None:
            continue
        if all(form in entries for entries in lists):
            yield form, _LARGE
        elif zipf.get(form, 0.0) >= _CSPELL_SEEN:
            yield form, _HUGE


def terms(cache: Path, forms: Mapping[str, Form], zipf: Mapping[str, float]) -> set[str]:
    """Terms of computing that ``forms`` lacks and that hide no slip for a frequent word."""
    found: set[str] = set()
    for name in _TERMS:
        data = (cache / "cspell-software" / "dict" / name).read_bytes()
        text = (gzip.decompress(data) if name.endswith(".gz") else data).decode("utf-8")
        for line in text.splitlines():
            term = line.partition("#")[0].strip("*+~! \t")
            if _TERM.fullmatch(term):
                found.add(term.lower())
    ordinary = _ordinary(forms, zipf)
    return {
        term
        for term in found
        if term not in forms
        and known_misspelling(term) is None
        and not _NOISE.search(term)
        and not _is_two_words(term, ordinary)
        and max((ordinary.get(near, 0.0) for near in slips(term)), default=0.0)
        < max(
            _TERM_NEAR_SHORT if len(term) <= _SHORT_TERM else _TERM_NEAR,
            zipf.get(term, 0.0) + _TERM_GAP,
        )
    }


def _is_two_words(term: str, ordinary: Mapping[str, float]) -> bool:
    """Whether ``term`` runs two frequent words together, which prose keeps apart."""
    return any(
        min(ordinary.get(term[:at], 0.0), ordinary.get(term[at:], 0.0)) >= _FREQUENT_PART
        for at in range(_SHORTEST_PART, len(term) - _SHORTEST_PART + 1)
    )


def _stored(form: str) -> str:
    """``form`` as stored, or nothing where it is not a form to store.

    Possessives are worked out at run time; single letters but the words *a* and *I* are
    not words.
    """
    form = unicodedata.normalize("NFC", form.strip().replace("’", "'"))
    if form.endswith("'s") or not _FORM.fullmatch(form):
        return ""
    if len(form) == 1 and form not in "aI":
        return ""
    if len(form) == 2 and form.islower() and form not in _TWO_LETTERS:
        return ""
    return form


_INFLECTIONS = ("s", "es", "ed", "d", "ing", "er", "r", "est", "st", "ly", "ness", "able", "less")
_PREFIXES = ("un", "re", "non", "over", "out", "pre", "in", "im", "dis", "mis", "sub", "a", "de")


# How often (Zipf) a form of a large list, or of one for word games, is written that is meant, and
# how much more frequent the word may be that it would be a slip for.
_WRITTEN, _GAP = 2.0, 2.5
_WRITTEN_HUGE, _GAP_HUGE, _LONG_HUGE = 2.2, 1.5, 6
# A short form of a large list is kept if it occurs this often (Zipf).
_KNOWN_SHORT = 2.5


def doubtful(
    forms: Mapping[str, Form], zipf: Mapping[str, float], proper: Container[str]
) -> set[str]:
    """Forms of the large lists that are likelier a typo for a frequent word.

    A word-game form (*tyrannis*) one edit away from an ordinary word that is far more
    frequent hides that word's misspellings; dropped unless it is a regular
    derivation of an accepted word. So are short rare forms, and lower-case forms of the
    names in ``proper``.
    """
    ordinary = _ordinary(forms, zipf)
    dropped: set[str] = set()
    for form, entry in forms.items():
        if entry.size <= _ORDINARY or Kinds.WORD not in entry.kinds:
            continue
        own = zipf.get(form, 0.0)
        huge = entry.size > _LARGE
        if len(form) <= (3 if huge else 2) or (len(form) <= 4 and own < _KNOWN_SHORT):
            dropped.add(form)
            continue
        if form.capitalize() in proper:  # nazi, york
            dropped.add(form)
            continue
        if _derived(form, ordinary):
            continue
        limit = max(1.2, own) if huge else max(3.0, own + 1.5)
        # A slip is thousands of times rarer than its word: what is written this often is meant.
        if known_misspelling(form) is None:
            if huge and own >= _WRITTEN_HUGE and len(form) >= _LONG_HUGE:
                limit = own + _GAP_HUGE
            elif not huge and own >= _WRITTEN:
                limit = max(3.0, own + _GAP)
        if any(ordinary.get(near, 0.0) >= limit for near in slips(form)):
            dropped.add(form)
    return dropped


def _ordinary(forms: Mapping[str, Form], zipf: Mapping[str, float]) -> dict[str, float]:
    """How frequent the words of an ordinary dictionary are."""
    return {
        form: zipf.get(form.lower(), 0.0)
        for form, entry in forms.items()
        if entry.size <= _ORDINARY
    }


def _derived(form: str, ordinary: Mapping[str, float]) -> bool:
    for ending in _INFLECTIONS:
        if form.endswith(ending) and len(form) - len(ending) >= 4:
            stem = form[: -len(ending)]
            if stem in ordinary or (ending in ("er", "ed", "ing") and stem + "e" in ordinary):
                return True
    if form.endswith("ies") and form[:-3] + "y" in ordinary:
        return True
    return any(
        form.startswith(prefix) and len(form) - len(prefix) >= 4 and form[len(prefix) :] in ordinary
        for prefix in _PREFIXES
    )


_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


def slips(word: str) -> Iterator[str]:
    """Every form one insertion, deletion, substitution or transposition away."""
    for i in range(len(word) + 1):
        head, tail = word[:i], word[i:]
        if tail:
            yield head + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in _ALPHABET:
            yield head + letter + tail
            if tail:
                yield head + letter + tail[1:]
