"""Adverbs in -ly with a hyphen: a fully-owned firm."""

from __future__ import annotations

from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence
from copylint.core.rule import Bad, Good, Level, Precedence, Rule, Severity
from copylint.language.tokens import HYPHENS
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.adverb-hyphen",
    summary="Flags a hyphen after an adverb in -ly.",
    why=(
        "'A fully owned firm' needs no hyphen: the ending shows that the adverb belongs to the "
        "word after it. Adjectives such as 'family-friendly' and 'early-warning' keep theirs."
    ),
    bad=(Bad("A fully-owned firm was sold.", "fully-owned", "A fully owned firm was sold."),),
    good=(Good("A fully owned firm ran a family-friendly hotel and an early-warning system."),),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
    severity=Severity.SUGGESTION,
)


_LY = words("family early only friendly daily weekly monthly yearly hourly fly july reply supply")


def by_shape(shown: str, word: str) -> Detector | None:
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
    return Detection(RULE.id, at, at + 2, (right,), message)
