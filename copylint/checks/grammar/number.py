"""Number of *be*, *have* and *do*, and the words that may precede them."""

from __future__ import annotations

from functools import lru_cache

from copylint.checks.grammar.tagged_sentence import TaggedSentence
from copylint.language.lexicon import Lexicon
from copylint.language.nouns import COLLECTIVE, UNSURE_NUMBER, may_be_singular, plural_of
from copylint.language.verbs import only_base, third_of
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

#: The singular of each plural form, and the other way round.
SINGULAR_BE = {
    "are": "is",
    "were": "was",
    "have": "has",
    "do": "does",
    "aren't": "isn't",
    "weren't": "wasn't",
    "haven't": "hasn't",
    "don't": "doesn't",
}
PLURAL_BE = {singular: plural for plural, singular in SINGULAR_BE.items()}
#: Adverbs that may come between a subject and its verb.
BETWEEN = words("also already still now never always often currently recently then")
#: Plurals without an s that cannot be singular unless a determiner makes them so.
MEN = words("people police")
_BEFORE_ONE = words("the a an this that his her its their my our your every each")


def is_one_noun(sentence: TaggedSentence, at: int) -> bool:
    """Whether the word at ``at`` is a singular countable noun.

    Right after a determiner a word may be a noun that is a verb as a rule: *the vote*, *a run*.
    """
    word = sentence.word(at)
    if may_be_singular(word):
        return True
    tags = tags_of(word)
    if not tags:  # in the dictionary, but never met by the tagger: a grammar
        known = sentence.word(at - 1) in _BEFORE_ONE and Lexicon.shared().is_word(word)
        return known and sentence.tag(at) == "NN" and not word.endswith(("s", "ing", "ed"))
    if "NN" not in tags or tags[0][:1] == "J" or sentence.word(at - 1) not in _BEFORE_ONE:
        return False
    if word in UNSURE_NUMBER or word in COLLECTIVE or word.endswith(("ing", "ed")):
        return False
    return sentence.tag(at) == "NN" and bool(plural_of(word))


@lru_cache(maxsize=30_000)
def may_be_plain_verb(word: str) -> bool:
    """Whether the lower-case word is a plain form (live, want, say), perhaps a noun as well."""
    tags = tags_of(word)
    return "VBP" in tags and tags[0] in ("VB", "VBP", "NN") and not _OTHER_FORMS & set(tags)


def singular_verb(sentence: TaggedSentence, at: int, *, surely: bool = False) -> str:
    """The singular of the plural verb at ``at``, empty if it may be something else.

    ``surely``: it is a verb if it can be one, whatever the tagger says.
    """
    word = sentence.word(at)
    if not sentence.is_lower(at) or sentence.word(at + 1) == "(":
        return ""
    if word in ("need", "dare") and sentence.word(at + 1) in ("not", "never", "only"):
        return ""  # "it need not be": an auxiliary
    if word in SINGULAR_BE:
        return SINGULAR_BE[word] if word != "do" or sentence.word(at + 1) == "not" else ""
    if only_base(word):
        return third_of(word) if word not in ("be", "cannot") else ""
    if not may_be_plain_verb(word) or sentence.word(at + 1) not in _AFTER_VERB:
        return ""
    return third_of(word) if surely or sentence.tag(at) in ("VB", "VBP") else ""


_OTHER_FORMS = frozenset(("VBD", "VBN", "VBZ", "MD", "IN"))
#: Words that may follow a verb but not a noun: an object, a preposition, "that".
_AFTER_VERB = words(
    "the a an his her its their my our your this these that him them it us me to in at on for with "
    "from about there not no"
)


def subject_end(sentence: TaggedSentence, verb: int) -> int:
    """The last token before ``verb`` and the adverbs in front of it."""
    last = verb - 1
    while last > 0 and (sentence.word(last) in BETWEEN or _is_adverb(sentence, last)):
        last -= 1
    return last


def _is_adverb(sentence: TaggedSentence, at: int) -> bool:
    return sentence.word(at).endswith("ly") and tags_of(sentence.word(at)) == ("RB",)
