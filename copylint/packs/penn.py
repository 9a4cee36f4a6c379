"""Words with their part of speech, as rules of sequences ask for them: Penn Treebank's.

The tagger keeps clitics on their words; here they are words of their own, as they are in
the Treebank: *it's* is ``it`` and ``'s``, *don't* is ``do`` and ``n't``.
"""

from __future__ import annotations

from typing import NamedTuple

from copylint.language.tagger import Tagger
from copylint.language.tokens import TokenKind, tokenise
from copylint.packs.article_units import MASK, Unit

_ENDINGS = {"'s": "VBZ", "'re": "VBP", "'ve": "VBP", "'m": "VBP", "'ll": "MD", "'d": "MD"}


class Tagged(NamedTuple):
    """A word of a unit, from ``start`` to ``end``, and its tag."""

    text: str
    tag: str
    start: int
    end: int


def tagged_words(unit: Unit) -> list[Tagged]:
    """The words and marks of ``unit``, in order, without masked code."""
    text = unit.masked
    tokens = [token for token in tokenise(text) if token.text.strip(MASK)]
    tags = Tagger.shared().tag([token.text for token in tokens])
    words: list[Tagged] = []
    for token, tag in zip(tokens, tags, strict=True):
        split = _split(token.text) if token.kind is TokenKind.WORD else 0
        if not split:
            words.append(Tagged(token.text, tag, token.start, token.end))
            continue
        stem, ending = token.text[:split], token.text[split:]
        at = token.start + split
        words.append(Tagged(stem, _stem_tag(stem, tag), token.start, at))
        words.append(Tagged(ending, _ending_tag(ending, tag), at, token.end))
    return words


def _split(word: str) -> int:
    """The index at which the clitic of ``word`` begins, 0 without one."""
    lower = word.lower().replace("’", "'")
    if lower.endswith("n't") and len(lower) > 3:
        return len(lower) - 3
    at = lower.rfind("'")
    return at if at > 0 and lower[at:] in _ENDINGS else 0


def _stem_tag(stem: str, tag: str) -> str:
    if tag == "PRPV":
        return "PRP"
    if tag == "POS":
        possible = Tagger.shared().possible(stem)
        nouns = [each for each in possible if each.startswith("NN")]
        return nouns[0] if nouns else ("NNP" if stem[:1].isupper() else "NN")
    return tag


def _ending_tag(ending: str, tag: str) -> str:
    lower = ending.lower().replace("’", "'")
    if lower == "n't":
        return "RB"
    return "POS" if tag == "POS" and lower == "'s" else _ENDINGS[lower]
