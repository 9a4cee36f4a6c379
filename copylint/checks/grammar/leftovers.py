"""Small words that an earlier wording left behind: this this, be also be, to do make."""

from __future__ import annotations

from copylint.checks.grammar import demonstratives, extra_pronoun, extra_verb
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, like
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

_ADVERBS = words("also always not never only then now easily still already optionally just")


def _without(rule: str, sentence: TaggedSentence, first: int, last: int, right: str) -> Detection:
    shown = like(sentence.shown(first), right)
    message = f"A word too many; did you mean '{shown}'?"
    return Detection(rule, first, last, (shown,), message, is_certain=True)


def be_twice(sentence: TaggedSentence, at: int) -> Detection | None:
    """``the gate is be shut``, ``may be also be sold``."""
    word, following = sentence.word(at), sentence.word(at + 1)
    if word != "be":
        if following != "be" or sentence.tag(at - 1)[:2] not in ("NN", "PR"):
            return None
        if not sentence.is_word(at + 2) or sentence.has_before(at, _OPEN, 8):
            return None
        return _without(extra_verb.RULE.id, sentence, at, at + 1, word)
    if following not in _ADVERBS or sentence.word(at + 2) != "be":
        return None
    return _without(extra_verb.RULE.id, sentence, at, at + 2, f"{following} be")


_OPEN = words("what who whatever all everything as than that")


def do_verb(sentence: TaggedSentence, at: int) -> Detection | None:
    """``to do make sure``."""
    verb = sentence.word(at + 1)
    if sentence.word(at - 1) != "to" or not sentence.is_lower(at + 1):
        return None
    if tags_of(verb)[:1] != ("VB",) or sentence.tag(at + 1) != "VB":
        return None
    if sentence.has_before(at, _OPEN, 10) or sentence.word(at - 2) in _ENOUGH:
        return None
    return _without(extra_verb.RULE.id, sentence, at, at + 1, verb)


_ENOUGH = words("is was have has had got need needs do does did left")


def this(sentence: TaggedSentence, at: int) -> Detection | None:
    """``this this rule``, ``this two rules``, ``of this rules are``."""
    noun, after = sentence.word(at + 1), sentence.word(at + 2)
    if noun == "this" and sentence.is_lower(at + 1) and sentence.is_word(at + 2):
        return _without(extra_pronoun.RULE.id, sentence, at, at + 1, "this")
    counted = noun in _NUMBERS and tags_of(after)[:1] == ("NNS",)
    plural = (
        tags_of(noun)[:1] == ("NNS",) and sentence.tag(at + 1) == "NNS" and noun not in _SINGULAR
    )
    if not counted and not (plural and "VBZ" not in tags_of(noun) and after in _PLURAL_VERBS):
        return None
    right = like(sentence.shown(at), "these")
    message = f"'{noun}' is plural: write '{right}'." if plural else f"Write '{right} {noun}'."
    return Detection(demonstratives.RULE.id, at, at, (right,), message, is_certain=True)


_NUMBERS = words("two three four five six seven eight nine ten")
_SINGULAR = words("means series news species crossroads works headquarters hundreds thousands")
_PLURAL_VERBS = words("are were have can will should do may must need")

TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(words("is are was were be"), be_twice),
    "do": do_verb,
    "this": this,
}
