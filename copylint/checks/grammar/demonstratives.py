"""This and these before verbs and nouns of the other number: this are, these is, this tools."""

from __future__ import annotations

from copylint.checks.grammar.clauses import has_later_verb, opens_clause
from copylint.checks.grammar.number import PLURAL_BE, SINGULAR_BE, singular_verb
from copylint.checks.grammar.tagged_sentence import (
    Detection,
    Detector,
    TaggedSentence,
    correction,
    like,
)
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.nouns import may_be_plural, may_be_singular
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.demonstrative",
    summary="Flags 'this' before a plural and 'these' before a singular.",
    why=("'This tools are' and 'these is' disagree with the noun or the verb after them."),
    bad=(Bad("This tools are old.", "This", "These tools are old."),),
    good=(Good("These tools are old, and this is new. This week prices fell."),),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)

_PLURAL_OF = {"this": "these"}
_SINGULAR_OF = {"these": "this", "those": "that"}
_PERSONS = words("men women children people")


def demonstrative(sentence: TaggedSentence, at: int) -> Detection | None:
    """``this are the rules``, ``these is old``, ``this tools are``."""
    if sentence.word(at) in _PLURAL_OF:
        return _singular_before_plural(sentence, at)
    return _plural_before_singular(sentence, at)


def _singular_before_plural(sentence: TaggedSentence, at: int) -> Detection | None:
    """*This* before a plural verb, or a plural noun with one."""
    word, following = sentence.word(at), sentence.word(at + 1)
    right = _PLURAL_OF[word]
    if following in _PLURAL_VERBS and opens_clause(sentence, at):
        singular = SINGULAR_BE[following]
        message = f"Write '{word} {singular}' or '{right} {following}'."
        first = right if may_be_plural(sentence.word(_complement(sentence, at + 2))) else word
        verb = following if first == right else singular
        other = f"{word} {singular}" if first == right else f"{right} {following}"
        shown = sentence.shown(at)
        return Detection(
            RULE.id, at, at + 1, (like(shown, f"{first} {verb}"), like(shown, other)), message
        )
    if following in _PLAIN_VERBS and opens_clause(sentence, at):
        return _plain_verb(sentence, at)
    noun = at + 1
    while noun < at + 3 and tags_of(sentence.word(noun))[:1] == ("JJ",):
        noun += 1
    many = may_be_plural(sentence.word(noun)) or sentence.word(noun) in _PERSONS
    if not many or not sentence.is_lower(noun) or sentence.word(noun + 1) not in _PLURAL_VERBS:
        return None
    if not opens_clause(sentence, at):
        return None
    return correction(
        RULE.id, sentence, at, right, f"Write '{right}' before '{sentence.word(noun)}'."
    )


_PLURAL_VERBS = words("are were have aren't weren't haven't")


#: Plain verbs after which *this* is their subject: "this mean that".
_PLAIN_VERBS = words(
    "mean make allow give show help include require cause need seem take bring lead happen depend "
    "apply ensure provide prevent enable affect become look let keep"
)


def _plain_verb(sentence: TaggedSentence, at: int) -> Detection | None:
    """``this mean that``, ``this allow the``."""
    surely = sentence.word(at + 2) == "that"
    right = singular_verb(sentence, at + 1, surely=surely)
    if not right or (not surely and has_later_verb(sentence, at + 1)):
        return None
    return correction(RULE.id, sentence, at + 1, right, f"'{sentence.word(at)}' takes '{right}'.")


def _complement(sentence: TaggedSentence, at: int) -> int:
    """The index of the noun after *be* and a determiner or adjectives."""
    end = at + 3
    while at < end and (
        sentence.word(at) in _DETERMINERS or tags_of(sentence.word(at))[:1] in (("JJ",), ("CD",))
    ):
        at += 1
    return at


_DETERMINERS = words("the some my his her its our their your not just all")


def _plural_before_singular(sentence: TaggedSentence, at: int) -> Detection | None:
    """*These* or *those* before a singular verb, or a singular noun with one."""
    word, following = sentence.word(at), sentence.word(at + 1)
    if not opens_clause(sentence, at):
        return None
    if following in PLURAL_BE and following not in ("has", "does"):
        plural, singular = PLURAL_BE[following], _SINGULAR_OF[word]
        message = f"'{word}' takes '{plural}'."
        right = [f"{word} {plural}", f"{singular} {following}"]
        if may_be_singular(sentence.word(_complement(sentence, at + 2))):
            right.reverse()
        shown = sentence.shown(at)
        return Detection(RULE.id, at, at + 1, tuple(like(shown, each) for each in right), message)
    return None


TRIGGERS: dict[str, Detector] = dict.fromkeys((*_PLURAL_OF, *_SINGULAR_OF), demonstrative)
