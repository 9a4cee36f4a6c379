"""Compounds before their noun that lack their hyphens, and adverbs in -ly that have one."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from copylint.checks.grammar.hyphen import RULE
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, pair
from copylint.core.rule import Severity
from copylint.language.nouns import MASS
from copylint.language.tokens import HYPHENS
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

_FILE = Path(__file__).parents[2] / "data" / "compound_modifiers.txt"
_NOUNS = ("NN", "NNS")
_NOMINAL = (("NN",), ("NNS",), ("NN", "VB"), ("NN", "VBP"), ("NNS", "VBZ"), ("NN", "JJ"))
# What may precede a compound that precedes its noun.
_BEFORE = words(
    "a an the this these those his her its their our my your some any no every each another "
    "of in for on with from by into as to and or at under through between against about than "
    "many several more most few two three four five six ten such very is are was were be has have "
    "had needs need want wants provide provides offer offers use uses using"
)
_TAGS_BEFORE = frozenset(("JJ", "VBG", "VBD", "VBZ", "VBP", "VB", "CD", "NNP", "RB"))
_ARTICLES = words("a an another each every this that")
# Participles that are active verbs as well, and what makes one a modifier beyond doubt: no
# article comes between it and a noun that needs one.
_FINITE = words("led funded backed owned controlled sponsored run driven approved")
# Words after a noun that are never its verb with a bare noun after it.
_ALWAYS = words("based friendly oriented orientated specific")
_NOT_FIRST = words("more less most least very so too as not also then now well often mostly")
# Nouns that are adjectives or participles first.
_NOUNS_TOO = words("flat run running training building meeting warning feeling hearing living")
_NOT_NOUN = words("one ones on upon in at to for than and or")
_LY = words("family early only friendly daily weekly monthly yearly hourly fly july reply supply")


class _Table(NamedTuple):
    pairs: dict[str, frozenset[str]]
    phrases: dict[str, list[list[str]]]


@cache
def _table() -> _Table:
    pairs: dict[str, frozenset[str]] = {}
    phrases: dict[str, list[list[str]]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        last, colon, firsts = line.partition(": ")
        if line.startswith("#"):
            continue
        if colon:
            pairs[last] = words(firsts)
        else:
            parts = line.split()
            phrases.setdefault(parts[-1], []).append(parts)
    return _Table(pairs, phrases)


def _is_before_noun(line: TaggedSentence, at: int) -> bool:
    """Whether a plain noun follows the word at ``at``, or an adjective and its noun."""
    after = at + 1
    if line.word(after) in _NOT_NOUN or not line.is_lower(after):
        return False
    if line.word(after) in _NOUNS_TOO:
        return True
    if line.tag(after) == "JJ" and tags_of(line.word(after))[:1] == ("JJ",):
        after += 1
    if not line.is_lower(after):
        return False
    tags = tags_of(line.word(after))
    if line.tag(after) not in _NOUNS:
        return tags[:1] == ("NNS",)
    return not tags or tags[0] in _NOUNS


def _found(line: TaggedSentence, first: int, last: int) -> Detection:
    right = "-".join(line.shown(at) for at in range(first, last + 1))
    message = f"Write '{right}' before a noun."
    return Detection(RULE.id, first, last, (right,), message, Severity.SUGGESTION)


def _is_joined(line: TaggedSentence, at: int) -> bool:
    return line.word(at - 1) in HYPHENS or line.word(at + 1) in HYPHENS


def listed_pair(line: TaggedSentence, at: int) -> Detection | None:
    """``a real time map``, ``an award winning chef``."""
    first = at - 1
    if line.word(first) not in _table().pairs[line.word(at)]:
        return None
    if not (line.is_lower(at) and line.is_word(first)) or _is_joined(line, at):
        return None
    if _is_joined(line, first) or not _is_before_noun(line, at):
        return None
    if not line.opens(first):
        before = line.word(first - 1)
        if before not in _BEFORE and line.tag(first - 1) not in _TAGS_BEFORE:
            return None
    return _found(line, first, at)


def listed_phrase(line: TaggedSentence, at: int) -> Detection | None:
    """``a state of the art stadium``."""
    for parts in _table().phrases[line.word(at)]:
        first = at - len(parts) + 1
        if first < 0 or line.lower[first : at + 1] != parts or not _is_before_noun(line, at):
            continue
        if _is_joined(line, at) or _is_joined(line, first) or not line.is_lower(at):
            continue
        before = line.word(first - 1)
        if before in _BEFORE or line.tag(first - 1) in ("JJ", "VBG"):
            return _found(line, first, at)
    return None


def noun_and_participle(line: TaggedSentence, at: int) -> Detection | None:
    """``a science based approach``, ``the London based firm``, ``a state funded school``."""
    first, word = at - 1, line.word(at)
    if first < 0 or not line.is_lower(at) or _is_joined(line, at) or _is_joined(line, first):
        return None
    named = line.tag(first) == "NNP" and not line.opens(first)
    if not (line.tag(first) in ("NN", "NNP") or line.opens(first)) or not line.is_word(first):
        return None
    if not named and tags_of(line.word(first))[:1] != ("NN",):
        return None
    if line.word(first) in _NOT_FIRST or not _is_before_noun(line, at):
        return None
    if word == "based" and (
        "on" in line.lower[at + 1 : at + 6] or "upon" in line.lower[at + 1 : at + 6]
    ):
        return None
    before = line.word(first - 1)
    if word in _FINITE:
        noun = line.word(at + 1)
        bare = line.tag(at + 1) == "NN" and noun not in MASS and line.word(at + 2) != "of"
        if not (bare and before in _ARTICLES and not pair(word, noun) > pair(before, noun) + 6):
            return None
        if line.tag(at + 2) in _NOUNS:
            return None
    elif before not in _BEFORE and not line.opens(first) and line.tag(first - 1) != "JJ":
        return None
    return _found(line, first, at)


def adverb(shown: str, word: str) -> Detector | None:
    """The detector of ``a fully-owned firm``, for words in -ly."""
    return _adverb if word.endswith("ly") and len(word) > 4 and word not in _LY else None


def _adverb(line: TaggedSentence, at: int) -> Detection | None:
    if line.word(at + 1) not in HYPHENS or line.word(at - 1) in HYPHENS:
        return None
    if at + 2 >= len(line) or line.word(at + 3) in HYPHENS:
        return None
    if line.tokens[at].end != line.tokens[at + 1].start:
        return None
    if line.tokens[at + 1].end != line.tokens[at + 2].start:
        return None
    if tags_of(line.word(at))[:1] != ("RB",) or line.word(at + 1) != "-":
        return None
    if not line.word(at + 2).endswith(("ed", "ing", "en", "wn", "ght", "lt", "ld")):
        return None
    right = f"{line.shown(at)} {line.shown(at + 2)}"
    message = f"An adverb in -ly takes no hyphen: '{right}'."
    return Detection(RULE.id, at, at + 2, (right,), message, Severity.SUGGESTION)


by_shape = adverb


def _any(line: TaggedSentence, at: int) -> Detection | None:
    """Whichever of the detectors knows the word at ``at``."""
    word, table = line.word(at), _table()
    if word in table.pairs and (found := listed_pair(line, at)) is not None:
        return found
    if word in table.phrases and (found := listed_phrase(line, at)) is not None:
        return found
    return noun_and_participle(line, at) if word in _FINITE or word in _ALWAYS else None


TRIGGERS: dict[str, Detector] = dict.fromkeys(
    (*_table().pairs, *_table().phrases, *_FINITE, *_ALWAYS), _any
)
