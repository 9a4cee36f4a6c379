"""Whether a word begins with a vowel sound, as far as that is certain."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from string import ascii_lowercase

from copylint.core.kept_patterns import compiled
from copylint.language.lexicon import Lexicon
from copylint.language.tokens import Token, TokenKind
from copylint.language.word_list import words

_NUMBER, _ABBREVIATION, _WORD = TokenKind.NUMBER, TokenKind.ABBREVIATION, TokenKind.WORD

_DATA = Path(__file__).parent.parent / "data" / "onsets.txt"

# Letters whose names begin with a vowel sound: an FBI agent, an MP, an X-ray.
_VOWEL_NAMED = frozenset("aefhilmnorsx")
_VOWELS = frozenset("aeiou")
# Endings that a listed word may take without a change in its first sound.
_ENDING = compiled(r"(?:'s|s|ly|ed|d|ing|al|ally|ness|wide|ist|ists|isation|ization)$")
# A word of consonants only is spelled out, even if it is a word of its own (HMM, SSH).
_UNVOICED = compiled(r"[b-df-hj-np-tv-xz]+$")
# Letters in capitals that spell a word may still be spelled out if there are no more than this.
_SHORT_ACRONYM = 4
# Clusters that a word, and so an acronym said as one, may begin with.
_CLUSTER = compiled(r"(?:s[chklmnptw]|f[lr])[aeiou]")
# Spelled out by some, said as a word by others: an SQL file, a "sequel" file.
_SAID_BOTH_WAYS = frozenset(("sql", "faq", "faqs", "mysql", "nosql"))
# Always spelled out, although they could be said as a word: a URL, a UTF file.
_SPELLED_OUT = words(
    "url urls uri uris urn usb uuid uuids udp uid uids utf utc uefi ux usd usda uhf usps"
)
# How unknown words begin if their first sound is certain: with a vowel and a consonant, or with a
# consonant and a vowel, or with two consonants that begin English words.
_CLEAR_VOWEL = compiled(r"[aeio][b-df-gj-np-tvxz]")
_CLEAR_CONSONANT = compiled(
    r"(?:[bcdfgjklmnprstvwz][aeiou]|[bcdfgpt][lr]|s[chklmnptwy]|[cst]h|[dt]w|wh|qu)[a-z]"
)
_CLEAR_LENGTH = 4
# An unstressed first syllable: "an historic" is a choice of style, not a slip.
_FAINT_H = compiled(r"h(?:istor|otel|abitu|eredit|eroic|allucin|armon|ypothe|yster|erb|umble)")


@cache
def _exceptions() -> dict[str, str]:
    lines = _DATA.read_text(encoding="utf-8").split()
    return {line[1:]: line[0] for line in lines}


def starts_with_vowel_sound(token: Token) -> bool | None:
    """Whether "an" belongs before the token; None if that is open or unknown."""
    if token.kind is _NUMBER:
        return _figure(token.text)
    if token.kind is _ABBREVIATION:
        return token.text[0].lower() in _VOWEL_NAMED
    if token.kind is not _WORD:
        return None
    return _word(token.text.replace("’", "'"))


def _figure(text: str) -> bool | None:
    digits = text.lstrip("£$€¥")
    if digits.startswith("8"):
        return True
    whole = re.match(r"\d+(?:,\d{3})*", digits)
    if whole is None:
        return None
    groups = whole.group().split(",")
    first = groups[0]
    if len(first) == 4 and first.startswith("11"):
        return None  # 1100: "eleven hundred" or "one thousand one hundred"
    lead = first if len(first) < 4 else first[: len(first) % 3 or 3]
    if len(first) == 4 and first.startswith("18"):
        return True if not groups[1:] else None  # the year 1850, "eighteen fifty"
    return lead in ("11", "18")


@lru_cache(maxsize=30_000)
def _word(word: str) -> bool | None:
    lower = word.lower()
    if not lower[0].isascii():
        return None
    if word == lower and not Lexicon.shared().is_word(word):
        return _unknown(word)
    if lower in _SPELLED_OUT:
        return False
    if len(word) == 1:
        return lower in _VOWEL_NAMED if word != "a" else None
    if _FAINT_H.match(lower) or lower in _SAID_BOTH_WAYS:
        return None
    if word.isupper() and (
        len(word) == 2 or _UNVOICED.match(lower) or not Lexicon.shared().is_word(lower)
    ):
        return _acronym(lower)
    if word.isupper() and len(word) <= _SHORT_ACRONYM:
        # A word in capitals, or letters that happen to spell one: an SEC filing.
        as_word, as_letters = _word(lower), lower[0] in _VOWEL_NAMED
        return as_word if as_word == as_letters else None
    listed = _listed(lower)
    if listed:
        return None if listed == "?" else listed == "+"
    first = lower[0]
    if first == "u":
        # "un-" and "up-" are clear; other unknown words may be said either way (Ulan, Ugandan).
        return True if re.match(r"un[^i]|up|ug[^a]|um|ut[^aio]|ul[^a]", lower) else None
    if lower.startswith(("eu", "ew", "one", "once", "oui", "ouija", "x", "y")):
        return False if first == "y" and len(lower) > 2 and lower[1] in _VOWELS else None
    if first == "h":
        return False if Lexicon.shared().is_word(lower) else None
    return first in _VOWELS


def _unknown(word: str) -> bool | None:
    """The same for a word that is in no dictionary, unless its first letters may be the error."""
    if len(word) < _CLEAR_LENGTH or not word.isalpha():
        return None
    vowel = _CLEAR_VOWEL.match(word) is not None
    if not vowel and not _CLEAR_CONSONANT.match(word):
        return None
    near = (word[1:], word[1] + word[0] + word[2:], *(letter + word for letter in ascii_lowercase))
    return None if any(map(Lexicon.shared().is_word, near)) else vowel


def _listed(lower: str) -> str:
    exceptions = _exceptions()
    return exceptions.get(lower) or exceptions.get(_ENDING.sub("", lower), "")


def _acronym(lower: str) -> bool | None:
    """Acronyms are spelled out unless they can be said as a word (NATO, FIFA)."""
    by_name = lower[0] in _VOWEL_NAMED
    if _CLUSTER.match(lower):
        return None  # SWAT, said as a word; SLA, mostly spelled out
    if len(lower) == 2 or not re.match(r"[^aeiou][aeiouy]|[aeiou][^aeiou][aeiou]", lower):
        if lower[0] in "aeio" or lower[0] not in _VOWELS:
            return by_name
        return False if len(lower) == 2 else None  # a UN mission; UNHCR is open
    return by_name if by_name == (lower[0] in _VOWELS) else None
