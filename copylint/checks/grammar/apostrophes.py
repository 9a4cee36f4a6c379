"""What the rules about apostrophes share."""

from __future__ import annotations

from copylint.checks.grammar.tagged_sentence import Detection, TaggedSentence
from copylint.language.lexicon import Kinds, Lexicon
from copylint.language.word_list import words

#: Words that are verbs wherever they are.
AUXILIARIES = words("is was has does will would can could should must might")
#: The tags of a word that is only a noun, in the singular or in the plural.
NOUN_ONLY = (("NN",), ("NNS",))

#: The possessives of plurals that have no s, by what is written for them.
IRREGULAR = {"womens": "women's", "mens": "men's", "childrens": "children's"}


def respelt(
    rule: str, sentence: TaggedSentence, first: int, last: int, right: str, message: str
) -> Detection:
    """The typo that ``right`` corrects, with apostrophes as in the text.

    ``rule`` is the id of the rule that reports it.
    """
    curly = "’" in sentence.text and "'" not in sentence.text
    return Detection(rule, first, last, (right.replace("'", "’") if curly else right,), message)


def is_person(name: str) -> bool:
    """Whether ``name`` is a surname that the lexicon has."""
    entry = Lexicon.shared().entry(name)
    return entry is not None and bool(entry.kinds & Kinds.SURNAME)


def may_be_stray(sentence: TaggedSentence, at: int) -> bool:
    """Whether the mark at ``at`` ends a word, quotes nothing and has a word in small letters after.

    A text with two such marks in the sentence quotes something with them.
    """
    mark = sentence.tokens[at]
    if at == 0 or sentence.tokens[at - 1].end != mark.start or not sentence.is_word(at - 1):
        return False
    if sentence.text[mark.end : mark.end + 1] != " " or not sentence.is_lower(at + 1):
        return False
    if len(sentence.word(at + 1)) < 2 or sentence.word(at - 2) in ("-", "--", "`"):
        return False
    return sentence.single_marks == 1 and not sentence.is_quoted(mark.start - 1)
