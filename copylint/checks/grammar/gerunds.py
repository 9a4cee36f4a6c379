"""Verbs after a preposition in another form than the gerund: after receive, of improve."""

from __future__ import annotations

from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, pair
from copylint.checks.grammar.verbs_near import OBJECTS, PARTICLES, reform
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.verbs import base_of_past, gerund_of, only_base, only_past
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.gerund",
    summary="Flags a plain verb after a preposition, where its -ing form belongs.",
    why=("'After receive a letter': a verb after a preposition takes its -ing form."),
    bad=(
        Bad("He left after receive a letter.", "receive", "He left after receiving a letter."),
        Bad("It is done by send a letter.", "send", "It is done by sending a letter."),
    ),
    good=(Good("He left after receiving a letter. It is done by hand, after work."),),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)


def after_preposition(sentence: TaggedSentence, at: int) -> Detection | None:
    """``after receive a letter``, ``a way of ensure safety``."""
    verb = at + 2 if sentence.word(at + 1) == "not" else at + 1
    word = sentence.word(verb)
    if sentence.word(at) in ("after", "before") and only_past(word):
        return _after_after(sentence, at, verb)
    if not sentence.is_lower(verb) or word in _NO_GERUND_OF:
        return None
    if not only_base(word):
        return _before_object(sentence, at, verb)
    if (
        not sentence.is_word(at - 1)
        or not sentence.is_word(verb + 1)
        or pair(sentence.word(verb - 1), word) > 0
    ):
        return None
    if sentence.tag(verb) not in ("VB", "VBP") or sentence.is_quoted(sentence.tokens[at].start):
        return None
    right = gerund_of(word)
    following = sentence.word(verb + 1)
    after, known = sentence.tag(verb + 1), pair(right, following) > 3 + pair(word, following)
    if not right or sentence.word(at - 1) in ("kind", "sort"):
        return None
    if sentence.word(at) == "of" and sentence.tag(at - 1) == "NN" and sentence.is_lower(at - 1):
        known = known or pair(right, following) > 1.5
    if after not in ("DT", "PRP$", "PRP", "WP") and not (known and after in ("NN", "NNS", "JJ")):
        return None
    return reform(RULE.id, sentence, verb, right, f"After '{sentence.word(at)}' write '{right}'.")


def _before_object(sentence: TaggedSentence, at: int, verb: int) -> Detection | None:
    """``by send a letter``, ``good at run a shop``: mainly verbs, though nouns at times."""
    word = sentence.word(verb)
    if sentence.word(at) not in _NEVER_BEFORE_CLAUSE or sentence.word(verb + 1) not in OBJECTS:
        return None
    if tags_of(word)[:1] not in (("VB",), ("VBP",)) or not _OTHER_FORMS.isdisjoint(tags_of(word)):
        return None
    right = gerund_of(word)
    if not right or pair(sentence.word(at), word) > 1 or not sentence.is_word(at - 1):
        return None
    if sentence.is_quoted(sentence.tokens[at].start):
        return None
    return reform(RULE.id, sentence, verb, right, f"After '{sentence.word(at)}' write '{right}'.")


#: After these no clause begins, as one does in "before play the fans sang".
_NEVER_BEFORE_CLAUSE = words("by of without at from")
_OTHER_FORMS = frozenset(("VBD", "VBN", "JJ", "IN", "RB", "MD"))


def _after_after(sentence: TaggedSentence, at: int, verb: int) -> Detection | None:
    """``after rejected the plan``: "after rejecting" or "after she rejected"."""
    word, following = sentence.word(verb), sentence.word(verb + 1)
    if following not in OBJECTS | PARTICLES | {"that"} or not sentence.is_lower(verb):
        return None
    right = gerund_of(base_of_past(word))
    if (
        not right
        or pair(sentence.word(at), word) > 1
        or sentence.is_quoted(sentence.tokens[at].start)
    ):
        return None
    if sentence.tag(at - 1) in ("TO", "DT") or sentence.word(at - 1) in (
        "the",
        "-",
        "long",
        "shortly",
    ):
        return None
    return reform(RULE.id, sentence, verb, right, f"After '{sentence.word(at)}' write '{right}'.")


_NO_GERUND_OF = words("be let have do are am forget cannot shall ought")

TRIGGERS: dict[str, Detector] = dict.fromkeys(
    words("of by for without after before despite from at"), after_preposition
)
