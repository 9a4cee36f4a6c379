"""Number after "there": there is many reasons, there has been cases."""

from __future__ import annotations

from copylint.checks.grammar.determiners import SEVERAL, ends_phrase, past_adjectives
from copylint.checks.grammar.mood import may_be_subjunctive
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, correction
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.nouns import (
    COLLECTIVE,
    counted_nouns,
    is_plural,
    may_be_plural,
    may_be_singular,
)
from copylint.language.tokens import TokenKind
from copylint.language.word_list import words

RULE = Rule(
    id="grammar.there-is",
    summary="Flags 'there is' before a plural, and 'there are' before a singular.",
    why=(
        "The verb after 'there' takes its number from the noun after it: 'there are many "
        "reasons'. The short form 'there's' may stand before a plural, as in speech."
    ),
    bad=(Bad("There is many reasons for it.", "is", "There are many reasons for it."),),
    good=(Good("There's two of them. There is a number of reasons. There are many."),),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)

_PLURAL_OF_BE = {"is": "are", "was": "were", "isn't": "aren't", "wasn't": "weren't"}


def there(sentence: TaggedSentence, at: int) -> Detection | None:
    """``there is many reasons``, ``there is 300 troops``, ``there has been cases``."""
    if sentence.word(at + 1) in ("has", "hasn't") and sentence.word(at + 2) == "been":
        return _there_plural(sentence, at, at + 3)
    if sentence.word(at + 1) in ("is", "was") and _is_many(
        sentence.word(past_adjectives(sentence, at + 2))
    ):
        return _there_plural(sentence, at, at + 2)
    if sentence.word(at + 1) in _SINGULAR_OF_BE:
        return _there_singular(sentence, at)
    right = _PLURAL_OF_BE.get(sentence.word(at + 1), "")
    if not right or sentence.word(at - 1) in ("and", "or"):
        return None
    count = sentence.tokens[at + 2] if at + 2 < len(sentence) else None
    if count is None:
        return None
    is_number = count.kind is TokenKind.NUMBER and count.text.replace(",", "").isdigit()
    if sentence.word(at + 2) not in SEVERAL and not (is_number and count.text != "1"):
        return None
    noun = past_adjectives(sentence, at + 3)
    word = sentence.word(noun)
    if not (may_be_plural(word) or word in _PERSONS) or sentence.word(noun + 1) == "-":
        return None
    message = f"Write 'there {right}' before '{sentence.word(noun)}'."
    return correction(RULE.id, sentence, at + 1, right, message)


def _there_plural(sentence: TaggedSentence, at: int, noun: int) -> Detection | None:
    """A plural right after "there is"."""
    noun = past_adjectives(sentence, noun)
    if (
        not _is_many(sentence.word(noun))
        or sentence.tag(noun) != "NNS"
        or not sentence.is_lower(noun)
    ):
        return None
    if not ends_phrase(sentence, noun + 1):
        return None
    right = {**_PLURAL_OF_BE, "has": "have", "hasn't": "haven't"}[sentence.word(at + 1)]
    message = f"Write 'there {right}' before '{sentence.word(noun)}'."
    return correction(RULE.id, sentence, at + 1, right, message)


def _is_many(word: str) -> bool:
    return is_plural(word) or word in _PERSONS


_PERSONS = words("people men women children")
_SINGULAR_OF_BE = {plural: singular for singular, plural in _PLURAL_OF_BE.items()}


def _there_singular(sentence: TaggedSentence, at: int) -> Detection | None:
    """``there are a problem``, ``there were a fire``: a counted noun in the singular."""
    if sentence.word(at + 2) == "one" and may_be_singular(sentence.word(at + 3)):
        right = _SINGULAR_OF_BE[sentence.word(at + 1)]
        return correction(RULE.id, sentence, at + 1, right, f"Write 'there {right}' before 'one'.")
    if sentence.word(at + 2) not in ("a", "an", "another") or may_be_subjunctive(
        sentence, at, "were"
    ):
        return None
    noun = past_adjectives(sentence, at + 3)
    word = sentence.word(noun)
    if not (word in counted_nouns() or may_be_singular(word)):
        return None
    if word in COLLECTIVE or word in _AMOUNTS:
        return None
    if (
        not sentence.is_lower(noun)
        or sentence.tag(noun) != "NN"
        or not ends_phrase(sentence, noun + 1)
    ):
        return None
    if sentence.word(noun + 1) in ("of", "and", "or", ","):
        return None
    right = _SINGULAR_OF_BE[sentence.word(at + 1)]
    return correction(RULE.id, sentence, at + 1, right, f"Write 'there {right}' before '{word}'.")


_AMOUNTS = words(
    "number lot range variety series dozen couple few bit ton handful pair "
    "string slew myriad multitude plethora"
)

TRIGGERS: dict[str, Detector] = {"there": there}
