"""Determiners and the nouns after them: these document, several letter, one of the reason."""

from __future__ import annotations

from copylint.checks.grammar.clauses import opens_clause
from copylint.checks.grammar.tagged_sentence import (
    Detection,
    Detector,
    TaggedSentence,
    correction,
    pair,
)
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.nouns import (
    COLLECTIVE,
    counted_nouns,
    is_singular,
    may_be_plural,
    may_be_singular,
    plural_of,
    singular_of,
)
from copylint.language.word_list import listed, words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.noun-number",
    summary="Flags a singular noun that must be plural, and the reverse.",
    why=(
        "'Several letter', 'a women' and 'one of the reason' disagree with the word that "
        "counts or introduces the noun."
    ),
    bad=(
        Bad("One of the reason is cost.", "reason", "One of the reasons is cost."),
        Bad("These document are old.", "document", "These documents are old."),
        Bad("A women from Leeds won it.", "women", "A woman from Leeds won it."),
        Bad("He signed several letter.", "letter", "He signed several letters."),
        Bad("The plan needs three argument.", "argument", "The plan needs three arguments."),
        Bad("Both player were hurt.", "player", "Both players were hurt."),
    ),
    good=(
        Good("A few days, a sports club, a hundred ships, a three-year plan, a good two hours."),
        Good("One of the reasons is cost. These documents are old. She saw 12 men and both teams."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)


def many(sentence: TaggedSentence, at: int) -> Detection | None:
    """``these document``, ``several letter``."""
    first = sentence.word(at)
    if sentence.word(at - 1) in ("or", "of"):
        return None  # "single or multiple", "all of these shift"
    noun = past_adjectives(sentence, at + 1)
    compound = _modifies_noun(sentence, noun)
    if compound:
        noun += 1
    word = sentence.word(noun)
    if not may_be_singular(word) or word in COLLECTIVE or word in _MASS:
        return None
    following = sentence.word(noun + 1)
    counted = word in counted_nouns() and sentence.tag(noun) == "NN" and following != "to"
    if noun == at + 1 and not is_singular(word) and not counted and following not in _FINITE:
        return None  # "studies like these point to", "what many view as"
    if first == "many" and following == "that":
        return None  # "many report that"
    listed = noun == at + 1 and word in counted_nouns() and pair(first, word) <= 0
    if following in ("and", "or", ","):
        joined = tags_of(sentence.word(noun + 2))[:1] in (("NN",), ("JJ",))
        if not listed or joined or first not in ("these", "those"):
            return None
    elif not ends_phrase(sentence, noun + 1):
        return None
    if noun > at + 1 and not compound and pair(sentence.word(noun - 1), word) > 3:
        return None
    if pair(first, word) > 1.5 or not _is_noun_phrase(sentence, at, noun):
        return None
    right = plural_of(word)
    return correction(RULE.id, sentence, noun, right, f"After '{first}' write '{right}'.")


def _modifies_noun(sentence: TaggedSentence, at: int) -> bool:
    """Whether a noun at ``at`` has a counted one after it that ends the phrase: web developer."""
    second = sentence.word(at + 1)
    return (
        tags_of(sentence.word(at)) == ("NN",)
        and sentence.is_lower(at + 1)
        and second in counted_nouns()
        and sentence.tag(at + 1) == "NN"
        and ends_phrase(sentence, at + 2)
    )


def this(sentence: TaggedSentence, at: int) -> Detection | None:
    """``this results``."""
    word = sentence.word(at + 1)
    following = sentence.word(at + 2)
    if not may_be_plural(word) or not (
        following in _AFTER_SUBJECT or tags_of(following) == ("VBZ",)
    ):
        return None
    if following in ("are", "were", "have") and opens_clause(sentence, at):
        return None  # "this tools are": rather "these tools"
    two_verbs = tags_of(following) == ("VBZ",) and opens_clause(sentence, at)
    if pair("this", word) > 1.5 or not (two_verbs or _is_noun_phrase(sentence, at, at + 1)):
        return None
    right = singular_of(word)
    return correction(RULE.id, sentence, at + 1, right, f"After 'this' write '{right}'.")


def past_adjectives(sentence: TaggedSentence, at: int) -> int:
    """The index of the first word from ``at`` on that is not an adjective; three at most are."""
    end = at + 3
    while at < end and sentence.is_lower(at) and tags_of(sentence.word(at))[:1] == ("JJ",):
        at += 1
    return at


def _is_noun_phrase(sentence: TaggedSentence, at: int, noun: int) -> bool:
    """Whether tags and places bear out a determiner, adjectives and a noun."""
    if not sentence.is_lower(noun) or sentence.word(noun + 1) in ("-", "'", "’", "/"):
        return False
    if sentence.tag(noun) not in ("NN", "NNS"):
        return False
    if sentence.tag(at) not in ("DT", "JJ", "CD"):
        return False
    return all(sentence.tag(each) in _BETWEEN for each in range(at + 1, noun))


_BETWEEN = ("JJ", "VBN", "VBG", "NN")


_MANY = words("these those several many various numerous multiple")
_MASS = words("kind sort type time year day way while bit lot number")
_FINITE = words("is are was were has have had will would can could may should")
_AFTER_SUBJECT = words("is are was were has have had . ; ! ? ,")
PHRASE_ENDS = words(
    ". , ; : ? ! ) is are was were has have had will would can could may should must to in on at "
    "of for from with by into against between over under about who which "
    "that and or but as after before when while since if about"
)


def ends_phrase(sentence: TaggedSentence, at: int) -> bool:
    """Whether a noun phrase may end before ``at``."""
    return at >= len(sentence) or sentence.word(at) in PHRASE_ENDS


SEVERAL = words("many several numerous various two three four five six seven eight nine ten")


def one_of(sentence: TaggedSentence, at: int) -> Detection | None:
    """``one of the reason``."""
    first = at + 2
    if sentence.word(at + 1) != "of" or sentence.word(at - 1) == "-":
        return None
    if sentence.word(first) not in _DEFINITE and not sentence.word(first).endswith("'s"):
        return None
    noun = first + 2 if sentence.word(first + 1) in SEVERAL else first + 1
    while noun < first + 5 and tags_of(sentence.word(noun))[:1] in _ADJECTIVES:
        noun += 1
    word = sentence.word(noun)
    if not sentence.is_lower(noun) or word in COLLECTIVE:
        return None
    if not (may_be_singular(word) or word in listed("person-nouns")):
        return None
    if not ends_phrase(sentence, noun + 1) or sentence.word(noun + 1) in ("and", "or"):
        return None
    if sentence.word(noun + 1) == "," and "and" in sentence.lower[noun:]:
        return None  # "one of the city, state and national prizes"
    if sentence.tag(noun) != "NN":
        return None
    right = plural_of(word)
    return correction(RULE.id, sentence, noun, right, f"After 'one of' write '{right}'.")


_DEFINITE = words("the my his her our their its these those your")
_ADJECTIVES = (("JJ",), ("JJS",), ("RBS",), ("JJR",))


def persons(sentence: TaggedSentence, at: int) -> Detection | None:
    """``two woman``: a number and one of the nouns whose plural is a word of its own."""
    noun = at + 1
    while noun < at + 3 and tags_of(sentence.word(noun))[:1] == ("JJ",):
        noun += 1
    if sentence.word(noun) not in _PERSONS or not sentence.is_lower(noun):
        return None
    if not ends_phrase(sentence, noun + 1):
        return None
    right = plural_of(sentence.word(noun))
    return correction(
        RULE.id, sentence, noun, right, f"After '{sentence.word(at)}' write '{right}'."
    )


_PERSONS = words("woman child person")


TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(_MANY, many),
    **dict.fromkeys(SEVERAL - _MANY, persons),
    "this": this,
    "one": one_of,
}
