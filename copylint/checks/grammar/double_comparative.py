"""Comparison twice: more better, most easiest."""

from __future__ import annotations

from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, like, pair
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.double-comparative",
    summary="Flags 'more' or 'most' before a word that is compared already.",
    why=(
        "'Better' means 'more good': 'more better' compares twice. 'More older people' may "
        "mean more of them, and is left alone."
    ),
    bad=(
        Bad("This one is more better than that.", "more better", "This one is better than that."),
        Bad("It is the most cheapest inn.", "most cheapest", "It is the cheapest inn."),
    ),
    good=(Good("More older people came, and it was even more fun. The most able were first."),),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)

_AFTER = words("than to and for in at")


def doubled_comparative(sentence: TaggedSentence, at: int) -> Detection | None:
    """``more better``, ``most easiest``."""
    first, second = sentence.word(at), sentence.word(at + 1)
    if not _is_compared(second, first) or second in ("more", "most", "less", "least"):
        return None
    if not sentence.is_lower(at + 1) or sentence.is_quoted(sentence.tokens[at].start):
        return None
    if first == "more" and sentence.is_word(at + 2) and sentence.word(at + 2) not in _AFTER:
        return None  # "more older people": more of them
    if pair(first, second) > 2 or (
        sentence.word(at - 1) in ("no", "any", "much", "even", "the") and first == "more"
    ):
        return None
    right = like(sentence.shown(at), second)
    return Detection(RULE.id, at, at + 1, (right,), f"Delete '{first}' before '{second}'.")


def _is_compared(word: str, with_word: str) -> bool:
    """Whether the word is a comparative (*more*) or superlative (*most*) of an adjective."""
    tags = tags_of(word)
    if tags:
        return tags[0] in (("JJR", "RBR") if with_word == "more" else ("JJS",))
    ending = "er" if with_word == "more" else "est"
    stem = word.removesuffix(ending)
    if stem == word or len(stem) < 3:
        return False
    plain = (stem, stem + "e", stem[:-1] + "y" if stem[-1] == "i" else stem[:-1])
    return any(tags_of(each)[:1] == ("JJ",) for each in plain)


TRIGGERS: dict[str, Detector] = dict.fromkeys(("more", "most"), doubled_comparative)
