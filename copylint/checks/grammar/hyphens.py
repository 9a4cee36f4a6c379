"""What the rules about hyphens share."""

from __future__ import annotations

from copylint.checks.grammar.tagged_sentence import TaggedSentence
from copylint.language.tokens import HYPHENS
from copylint.language.word_list import words

#: What opens a noun phrase whose noun follows its compound.
DETERMINERS = words("a an the his her its their my our your this that each every")


def is_hyphen(sentence: TaggedSentence, at: int) -> bool:
    """Whether the token at ``at`` is a hyphen."""
    word = sentence.word(at)
    return len(word) == 1 and word in HYPHENS
