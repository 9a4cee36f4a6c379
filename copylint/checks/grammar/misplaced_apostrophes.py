"""Apostrophes on the wrong side of the s: the womens' team."""

from __future__ import annotations

from copylint.checks.grammar.apostrophes import IRREGULAR, NOUN_ONLY, may_be_stray, respelt
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, like
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.lexicon import Kinds, Lexicon
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.misplaced-apostrophe",
    summary="Flags an apostrophe on the wrong side of the s.",
    why=(
        "The apostrophe comes before the s in 'women's', whose plural has no s, and after the s "
        "of a name that ends in one ('Rowles' plan')."
    ),
    bad=(Bad("The womens' team won.", "womens'", "The women's team won."),),
    good=(Good("The women's team won. The drivers' union met."),),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)


def name_in_s(sentence: TaggedSentence, at: int) -> Detection | None:
    """``Rowle's plan``, if the document mentions Rowles only."""
    shown = sentence.shown(at)
    stem = shown[:-2]
    full = stem + "s"
    if sentence.opens(at) and tags_of(stem.lower()):
        return None
    if sentence.count(full) < 2 or sentence.count(stem) or sentence.count(shown) > 1:
        return None
    entry = Lexicon.shared().entry(full)
    if entry is None or not entry.kinds & (Kinds.SURNAME | Kinds.PLACE):
        return None
    following = tags_of(sentence.word(at + 1))[:1]
    if not sentence.is_lower(at + 1) or following not in NOUN_ONLY or sentence.word(at - 1) == "of":
        return None
    mark = shown[-2]
    return Detection(RULE.id, at, at, (full + mark,), f"Write '{full}{mark}': the name is {full}.")


def irregular_plural(sentence: TaggedSentence, at: int) -> Detection | None:
    """``womens'``: the plural has no s of its own."""
    if sentence.word(at + 1) not in ("'", "’"):
        return None
    if sentence.tokens[at + 1].start != sentence.tokens[at].end:
        return None
    right = like(sentence.shown(at), IRREGULAR[sentence.word(at)])
    return respelt(RULE.id, sentence, at, at + 1, right, f"Write '{right}'.")


def before_s(sentence: TaggedSentence, at: int) -> Detection | None:
    """``the owner' table``: the apostrophe of a singular without its s; ``at`` is the mark."""
    if not may_be_stray(sentence, at) or sentence.word(at - 1).endswith("s"):
        return None
    shown, mark = sentence.shown(at - 1), sentence.shown(at)
    if tags_of(sentence.word(at - 1))[:1] != ("NN",):
        return None
    if tags_of(sentence.word(at + 1))[:1] not in NOUN_ONLY:
        return None
    right = f"{shown}{mark}s"
    return Detection(RULE.id, at - 1, at, (right,), f"Write '{right}'.")


TRIGGERS: dict[str, Detector] = {**dict.fromkeys(IRREGULAR, irregular_plural), "'": before_s}


def by_shape(shown: str, word: str) -> Detector | None:
    """The detector for possessives of names."""
    if word.endswith("'s") and shown[0].isupper() and len(shown) > 5 and shown[1:].islower():
        return name_in_s
    return None
