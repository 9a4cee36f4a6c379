"""Participles after *have* and *be*: has gone, was sentenced to, has been warned."""

from __future__ import annotations

from copylint.checks.grammar.tagged_sentence import (
    Detection,
    Detector,
    TaggedSentence,
    correction,
    pair,
    triple,
)
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.verbs import (
    PLAIN_PAST,
    base_of_past,
    base_of_third,
    is_base,
    only_base,
    participle_of,
)
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.participle",
    summary="Flags the wrong form of a verb after 'have' or 'be'.",
    why=("After 'have' and in the passive comes the participle: 'has gone', 'were supposed to'."),
    bad=(
        Bad("The firm has went bust.", "went", "The firm has gone bust."),
        Bad("The talks were suppose to end.", "suppose", "The talks were supposed to end."),
        Bad("They have not sign a lease.", "sign", "They have not signed a lease."),
    ),
    good=(
        Good(
            "The firm has gone bust. The money they had came from a will. What they have is enough."
        ),
        Good("A pool that it does not have becomes the town's first demand."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)

_OBJECTS_NEXT = words("the a an his her its their my our your them him it us me")
_PERSONS = words("i he she we they it you")
_ADVERBS = words("not also never still then now only always just ever even soon already")
_OPEN_CLAUSE = words(
    "what all everything whatever as than those anyone anything everyone things thing best where "
    "so more only way ones whoever first last much little less"
)
_PREPOSITIONS = words(
    "to by in out for on at from with as up off about against into of over under through"
)


def _skip(sentence: TaggedSentence, at: int) -> int:
    """The index of the first token from ``at`` on that is not an adverb; two at most are."""
    end = at + 2
    while at < end and (
        sentence.word(at) in _ADVERBS
        or (sentence.word(at).endswith("ly") and not is_base(sentence.word(at)))
    ):
        at += 1
    return at


def after_have(sentence: TaggedSentence, at: int) -> Detection | None:
    """``has went``, ``have not sign a``, ``had be warned``."""
    have = sentence.word(at)
    verb = at + 1 if have.endswith("n't") else _skip(sentence, at + 1)
    if not sentence.is_lower(verb):
        return None
    word = sentence.word(verb)
    right = ""
    if word in PLAIN_PAST or word == "saw":
        # "I have went" may be how the speaker talks.
        quoted = sentence.is_quoted(sentence.tokens[at].start)
        if not quoted and sentence.is_word(at - 1) and not _ends_clause(sentence, at):
            right = participle_of(base_of_past(word))
    elif word in ("be", "being"):
        if sentence.tag(verb + 1) == "VBN" and sentence.is_word(at - 1) and pair(have, word) < 5:
            right = "been"
    elif word.endswith("s") and verb == at + 1:
        right = _instead_of_third(sentence, at, verb)
    elif verb > at + 1 or have.endswith("n't"):
        right = _instead_of_base(sentence, at, verb)
    return correction(RULE.id, sentence, verb, right, f"After '{have}' write '{right}'.")


def _instead_of_third(sentence: TaggedSentence, at: int, verb: int) -> str:
    """The participle for ``has calls a``, empty if a noun may be meant."""
    word = sentence.word(verb)
    if sentence.word(verb + 1) not in _OBJECTS_NEXT or "VBZ" not in tags_of(word):
        return ""
    if sentence.has_before(at, _DO, 4) and sentence.has_before(at, _RELATIVES, 6):
        return ""  # "a pool that it does not have becomes the"
    right = participle_of(base_of_third(word))
    if (
        pair(sentence.word(at), word) > 0
        or pair(sentence.word(at), right) < 4
        or not sentence.is_word(at - 1)
    ):
        return ""
    nested = sentence.tag(at - 1)[:2] == "NN" and sentence.tag(at - 2) == "DT" and at > 2
    if nested and sentence.tag(at - 3)[:2] == "NN":
        return ""  # "the support a party has determines its seats"
    return right if sentence.tag(verb) == "VBZ" and not _ends_clause(sentence, at) else ""


def _instead_of_base(sentence: TaggedSentence, at: int, verb: int) -> str:
    """The participle for ``have not sign a``, empty if a noun may be meant."""
    word, have = sentence.word(verb), sentence.word(at)
    tags = tags_of(word)
    if "VB" not in tags or sentence.word(verb - 1) not in ("not", "never", "already", have):
        return ""
    if sentence.word(at - 1) in _PERSONS and sentence.word(at - 2) in ("that", "which", "what"):
        return ""  # "the rules that you have already carry over"
    right = participle_of(word)
    if right == word or {"VBN", "VBD"} & set(tags):
        return ""
    if (
        sentence.word(verb - 1) == "not"
        and word != "have"
        and sentence.tag(verb) in ("VB", "VBP")
        and sentence.is_word(verb + 1)
    ):
        return "" if sentence.opens(at) else right
    if pair(sentence.word(verb - 1), word) > 3:
        return ""
    if sentence.word(verb + 1) not in _OBJECTS_NEXT and not only_base(word):
        return ""
    return "" if have == "had" and sentence.word(at - 1) in ("if", "") else right


def _ends_clause(sentence: TaggedSentence, at: int) -> bool:
    """Whether ``have`` may end a relative clause: "the money they had came from"."""
    before = sentence.word(at - 2)
    if sentence.word(at - 1) in _PERSONS:
        noun = sentence.tag(at - 2)[:2] in ("NN", "DT", "JJ", "CD", "WP", "PD")
        return noun or before in ("that", "what", "all", "everything", "than")
    if sentence.has_before(at, _OPEN_CLAUSE, 6):
        return True
    return (
        at > 2
        and sentence.tag(at - 1)[:2] == "NN"
        and sentence.tag(at - 2) in ("DT", "PRP$")
        and sentence.tag(at - 3)[:2] == "NN"
    )


def after_be(sentence: TaggedSentence, at: int) -> Detection | None:
    """``is suppose to``, ``will be influence by``, ``was sentence to``."""
    be = sentence.word(at)
    verb = _skip(sentence, at + 1)
    word, following = sentence.word(verb), sentence.word(verb + 1)
    if word in _MISTAKEN and sentence.is_lower(verb):
        if sentence.has_before(at, _DO | _OPEN_CLAUSE, 8) or following not in _AFTER_PASSIVE:
            return None
        right = participle_of(base_of_past(word) or word)
        return correction(RULE.id, sentence, verb, right, f"After '{be}' write '{right}'.")
    if (
        not sentence.is_lower(verb)
        or word in ("lead", "do", "have", "go")
        or (not sentence.is_word(verb + 1) and be != "being")
    ):
        return None
    right = ""
    if is_base(word) or tags_of(word) == ("NN",):
        right = participle_of(word) or _regular(word)
        if not right or right == word or sentence.has_before(at, _DO, 6):
            return None
        if only_base(word) and (following == "by" or (following == "to" and word in _PASSIVE_TO)):
            return correction(RULE.id, sentence, verb, right, f"After '{be}' write '{right}'.")
        if pair(sentence.word(verb - 1), word) > 0 or following not in _PREPOSITIONS:
            return None
    elif following in ("to", "by") and "VBZ" in tags_of(word) and base_of_third(word):
        right = participle_of(base_of_third(word))  # "was allows to"
        if pair(right, following) < 5 or pair(be, word) > 0 or pair(word, following) > 4:
            return None
        if sentence.tag(at - 1)[:2] not in ("NN", "PR", "RB", "MD"):
            return None
        return correction(RULE.id, sentence, verb, right, f"After '{be}' write '{right}'.")
    elif be == "being" and base_of_third(word) and sentence.word(at - 1) in _BE:
        right = participle_of(base_of_third(word))
        if not right or pair(be, word) > 0 or pair(be, right) < 3:
            return None
        return correction(RULE.id, sentence, verb, right, f"After '{be}' write '{right}'.")
    else:
        return None
    if triple(be, right, following) < 2 and (
        pair(sentence.word(verb - 1), right) < 4 or pair(right, following) < 5
    ):
        return None
    if pair(word, following) > pair(right, following) and not only_base(word):
        return None
    return correction(RULE.id, sentence, verb, right, f"After '{be}' write '{right}'.")


# Forms that are written for the participle, though it is not the one of another verb.
_MISTAKEN = words("ran wrote took gave chose began send build")
_AFTER_PASSIVE = _PREPOSITIONS | words(". , ; : ) when if after before and")


def _regular(word: str) -> str:
    """The regular participle of a word that is met as a noun only, if there is one."""
    return next((f for f in (word + "d", word + "ed") if "VBN" in tags_of(f)), "")


_BE = words("is are was were be been isn't aren't wasn't weren't not now")
_RELATIVES = words("that which what who whom whatever")
_DO = words("do does did done is doing")
_PASSIVE_TO = words(
    "suppose require allow expect oblige compel inspire devote dedicate appoint elect sentence "
    "extradite convert confine entitle intend prepare relate"
)


def after_seem(sentence: TaggedSentence, at: int) -> Detection | None:
    """``appears design to``."""
    word, following = sentence.word(at + 1), sentence.word(at + 2)
    if not sentence.is_lower(at + 1) or following not in _PREPOSITIONS or not is_base(word):
        return None
    right = participle_of(word)
    if not right or right == word or pair(sentence.word(at), word) > 0 or pair(word, following) > 6:
        return None
    if pair(right, following) < 5:
        return None
    return correction(
        RULE.id, sentence, at + 1, right, f"After '{sentence.word(at)}' write '{right}'."
    )


TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(words("have has had haven't hasn't hadn't"), after_have),
    **dict.fromkeys(words("appear appears appeared seem seems seemed"), after_seem),
    **dict.fromkeys(
        words("is are was were be been being am isn't aren't wasn't weren't"), after_be
    ),
}
