"""It's for its, who's for whose, and the reverse."""

from __future__ import annotations

from copylint.checks.grammar.apostrophes import AUXILIARIES, NOUN_ONLY, respelt
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, like
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.its",
    summary="Flags 'it's' for 'its', 'who's' for 'whose', and 'its' for 'it's'.",
    why=(
        "'It's' and 'who's' are short for 'it is' and 'who is'; the possessives are 'its' and "
        "'whose', without an apostrophe."
    ),
    bad=(
        Bad("The club is proud of it's members.", "it's", "The club is proud of its members."),
        Bad("Rowe, who's firm went under, left.", "who's", "Rowe, whose firm went under, left."),
        Bad("She said that its willing to pay.", "its", "She said that it's willing to pay."),
    ),
    good=(
        Good("It's a club that is proud of its members."),
        Good("Rowe, who's leaving, asked what it's for and whose firm it is."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)


_PREPOSITIONS = words("of with by into within from through under upon towards toward over without")
_LOOSE = words("in on for at about against under during between around inside behind")
_CLAUSE = words("a an the not been no going being so only just too very about because")


def it_is(sentence: TaggedSentence, at: int) -> Detection | None:
    """``of it's members``: after these prepositions no clause begins."""
    before = sentence.word(at - 1)
    if before == "all":
        before = sentence.word(at - 2)
    if _is_subject(sentence, at + 1):
        return respelt(
            RULE.id,
            sentence,
            at,
            at,
            like(sentence.shown(at), "its"),
            "Write 'its', the possessive, here.",
        )
    if sentence.word(at + 1) in _CLAUSE:
        return None
    thing = sentence.word(at + 1)
    following = tags_of(thing) or ("NNS" if thing.endswith("s") else "",)
    if before in _LOOSE:
        # A clause may end in these ("what it's for"): a noun phrase must follow.
        if following[0] not in ("JJ", "NN") or tags_of(sentence.word(at + 2))[:1] not in NOUN_ONLY:
            return None
    elif before not in _PREPOSITIONS:
        return None
    if not sentence.is_lower(at + 1) or following[0] not in _NOMINAL:
        return None
    return respelt(
        RULE.id,
        sentence,
        at,
        at,
        like(sentence.shown(at), "its"),
        "Write 'its', the possessive, here.",
    )


def _is_subject(sentence: TaggedSentence, at: int) -> bool:
    """Whether ``at`` begins one or two nouns that a verb follows."""
    for end in (at + 1, at + 2):
        if tags_of(sentence.word(end - 1))[:1] not in NOUN_ONLY or not sentence.is_lower(end - 1):
            return False
        if end == at + 1 and not _NO_NOUN.isdisjoint(tags_of(sentence.word(at))):
            return False
        if sentence.word(end) in _FINITE:
            return True
    return False


_FINITE = words("is was has does")


_NOMINAL = frozenset({"NN", "NNS", "JJ", "JJR", "JJS", "RB", "CD"})


_REPORTING = words("that said says say whether if because think thinks believe believes unless")


_AFTER_COMPLEMENT = words("to that or for when with because until but")


_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "VBG"})


def its(sentence: TaggedSentence, at: int) -> Detection | None:
    """``that its willing to``, ``whether its useful or not``: a clause without its verb."""
    if sentence.word(at - 1) not in _REPORTING:
        return None
    complement = tags_of(sentence.word(at + 1))
    if not complement or _NOUN_TAGS & set(complement) or complement[0] not in ("JJ", "VBN"):
        return None
    after = sentence.word(at + 2)
    if complement[0] == "JJ" and after not in _AFTER_COMPLEMENT:
        return None
    if complement[0] == "VBN" and not (
        (after.isdigit() and len(after) < 4) or after in ("the", "a", "an", "its")
    ):
        return None
    if after in ("or", "but") and sentence.word(at + 3) != "not":
        return None
    return respelt(
        RULE.id, sentence, at, at, like(sentence.shown(at), "it's"), "Write 'it's' for 'it is'."
    )


_NO_NOUN = frozenset({"VBG", "VBN", "RB", "IN"})


def whose(sentence: TaggedSentence, at: int) -> Detection | None:
    """``Rowe, who's firm went under``."""
    noun, verb = tags_of(sentence.word(at + 1)), sentence.word(at + 2)
    if sentence.word(at - 1) != "," or noun[:1] not in NOUN_ONLY or not _NO_NOUN.isdisjoint(noun):
        return None
    if verb not in AUXILIARIES and not set(tags_of(verb) or ("",)) <= {"VBD", "VBZ", "VBN"}:
        return None
    return respelt(RULE.id, sentence, at, at, "whose", "Write 'whose', the possessive, here.")


TRIGGERS: dict[str, Detector] = {"who's": whose, "it's": it_is, "its": its}
