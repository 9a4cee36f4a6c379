"""Determiners and the nouns after them: these documents, a woman, one of the reasons."""

from __future__ import annotations

from copylint.checks.grammar.line import Detector, Line, Slip, correction, pair, triple
from copylint.text.nouns import (
    COLLECTIVE,
    UNSURE_NUMBER,
    is_singular,
    may_be_plural,
    may_be_singular,
    plural_of,
    singular_of,
)
from copylint.text.word_tags import tags_of
from copylint.text.wordlist import words

_PLURAL_OF_BE = {"is": "are", "was": "were", "isn't": "aren't", "wasn't": "weren't"}


def demonstrative(line: Line, at: int) -> Slip | None:
    """``these document``, ``this results``, ``several letter``, ``a women``."""
    first = line.word(at)
    if line.is_quoted(line.tokens[at].start) or line.word(at + 1) == "-":
        return None
    noun = at + 1
    while noun < at + 4 and line.is_lower(noun) and tags_of(line.word(noun))[:1] == ("JJ",):
        noun += 1
    word = line.word(noun)
    if not line.is_lower(noun) or line.word(noun + 1) in ("-", "'", "’", "/"):
        return None
    if first in _MANY:
        if noun == at + 1 and not is_singular(word) and line.word(noun + 1) not in _FINITE:
            return None  # "studies like these point to", "what many view as"
        if line.word(noun + 1) in ("and", "or", ","):
            return None
        if not may_be_singular(word) or word in COLLECTIVE or word in _MASS:
            return None
        right = plural_of(word)
    else:
        if not may_be_plural(word) or word in COLLECTIVE:
            return None
        right = singular_of(word)
    if pair(line.word(noun - 1), word) > 3 and noun > at + 1 and first not in ("a", "an"):
        return None
    if (
        pair(first, word) > (_SEEN.get(first, 1.5) if noun == at + 1 else 99)
        or triple(first, line.word(at + 1), word) > 1
    ):
        return None
    if not _ends_phrase(line, noun + 1):
        return None
    if first in ("a", "an") and (
        line.word(at + 1) in _QUANTIFIERS or line.word(noun + 1) in ("and", "or", ",")
    ):
        return None
    if first == "this" and line.word(noun + 1) not in _AFTER_SUBJECT:
        return None
    if first in ("this", "that") and noun > at + 1:
        return None
    if line.tag(at) not in ("DT", "JJ", "CD") or line.tag(noun) not in ("NN", "NNS"):
        return None
    if any(line.tag(each) not in ("JJ", "VBN", "VBG") for each in range(at + 1, noun)):
        return None
    if first in ("a", "an") and not _is_article(line, at):
        return None
    return correction("grammar.agreement", line, noun, right, f"After '{first}' write '{right}'.")


def _is_article(line: Line, at: int) -> bool:
    shown = line.shown(at)
    return shown in ("a", "an") or (shown in ("A", "An") and line.opens(at))


_MANY = words("these those several many various numerous")
_MASS = words("kind sort type time year day way while bit lot number")
_FINITE = words("is are was were has have had will would can could may should")
# Slips in the counted copy itself: "a women" is there now and then.
_SEEN = {"a": 2.5, "an": 2.5}
_QUANTIFIERS = words("few great good many dozen hundred couple further record")
_AFTER_SUBJECT = words("is are was were has have had . ; ! ? ,")
_PHRASE_ENDS = words(
    ". , ; : ? ! ) is are was were has have had will would can could may should must to in on at "
    "of for from with by who which that and or but as after before when while since if about"
)


def _ends_phrase(line: Line, at: int) -> bool:
    return at >= len(line) or line.word(at) in _PHRASE_ENDS


def there(line: Line, at: int) -> Slip | None:
    """``there is many reasons``."""
    verb_at = at + 1
    word = line.word(verb_at)
    if word not in ("is", "was", "isn't", "wasn't", "has") or line.is_quoted(line.tokens[at].start):
        return None
    many = verb_at + 1
    if word == "has":
        return None
    if line.word(many) not in (
        "many",
        "several",
        "numerous",
        "various",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
    ):
        return None
    noun = many + 1
    while noun < many + 3 and tags_of(line.word(noun))[:1] == ("JJ",):
        noun += 1
    if not may_be_plural(line.word(noun)) or line.word(noun + 1) == "-":
        return None
    if line.word(at - 1) in ("and", "or"):
        return None
    right = _PLURAL_OF_BE[word]
    return correction(
        "grammar.agreement",
        line,
        verb_at,
        right,
        f"Write 'there {right}' before '{line.word(noun)}'.",
    )


def one_of(line: Line, at: int) -> Slip | None:
    """``one of the reason``."""
    if line.word(at + 1) != "of" or line.word(at - 1) == "-":
        return None
    first = at + 2
    if line.word(first) not in (
        "the",
        "my",
        "his",
        "her",
        "our",
        "their",
        "its",
        "these",
        "those",
        "your",
    ):
        return None
    noun = first + 1
    while (
        noun < first + 5
        and line.is_lower(noun)
        and (tags_of(line.word(noun))[:1] in (("JJ",), ("JJS",), ("RBS",), ("JJR",)))
    ):
        noun += 1
    word = line.word(noun)
    if (
        not line.is_lower(noun)
        or not may_be_singular(word)
        or word in COLLECTIVE
        or word in UNSURE_NUMBER
    ):
        return None
    if not _ends_phrase(line, noun + 1) or line.word(noun + 1) in ("and", "or", ","):
        return None
    if line.tag(noun) != "NN" or line.is_quoted(line.tokens[at].start):
        return None
    right = plural_of(word)
    return correction("grammar.agreement", line, noun, right, f"After 'one of' write '{right}'.")


TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys((*_MANY, "this", "a", "an"), demonstrative),
    "there": there,
    "one": one_of,
}
