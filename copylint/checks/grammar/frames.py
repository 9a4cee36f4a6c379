"""Helpers shared by the detectors of missing words."""

from __future__ import annotations

from copylint.checks.grammar.tagged_sentence import Detection, TaggedSentence
from copylint.language.word_list import words

DETERMINERS = words(
    "the a an this that these those his her its their my our your him them it us me"
)
_STOPS = words(". ? !")
_ARTICLES = words("a an the")


def insertion(rule: str, sentence: TaggedSentence, at: int, *missing: str) -> Detection:
    """One of the words ``missing`` belongs between the tokens at ``at`` and after it.

    ``rule`` is the id of the rule that says so.
    """
    first, second = sentence.shown(at), sentence.shown(at + 1)
    shown = tuple(f"{first} {word} {second}" for word in missing)
    return Detection(rule, at, at + 1, shown, f"'{missing[0]}' is missing: '{shown[0]}'.")


def indefinite_before(word: str) -> str:
    """The article that a plain word in lower case, or a figure, takes."""
    vowel = word[:1] in ("a", "e", "i", "o", "u", "8") or word.startswith(("11", "18"))
    return "an" if vowel and not word.startswith(("uni", "use", "usu", "one", "eu")) else "a"


def is_full_prose(sentence: TaggedSentence, first: int, last: int) -> bool:
    """Whether the sentence ends as one and has an article elsewhere: headlines have neither.

    Elsewhere is before the token ``first`` or after ``last``.
    """
    if _STOPS.isdisjoint(sentence.lower[-3:]):
        return False
    return not _ARTICLES.isdisjoint((*sentence.lower[:first], *sentence.lower[last + 1 :]))
