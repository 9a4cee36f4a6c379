"""Function words at places where no sentence can have them."""

from __future__ import annotations

from copylint.checks.grammar.tagged_sentence import (
    Detection,
    Detector,
    TaggedSentence,
    like,
    pair,
    triple,
)
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.extra-word",
    summary="Flags a small word that is left over from an earlier wording.",
    why=(
        "'The a', 'of by the' and 'will would' are traces of a half-finished change. The rule "
        "reports a pair that millions of words of edited copy never have if they often have what "
        "remains without one of the two words."
    ),
    bad=(
        Bad("She closed the a door.", "the a", "She closed the door."),
        Bad("He was at of the house.", "at of", "He was at the house."),
        Bad("It would could help them.", "would could", "It would help them."),
        Bad("This one is more better than that.", "more better", "This one is better than that."),
    ),
    good=(
        Good("The A road is shut. What it is, is a mess. The in crowd was out of it."),
        Good("He was had up for it. It is what it was. All that that says is this."),
        Good("I said I would, could and should. The one in for the job is on to it."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)

_DETERMINERS = words("the a an my our their its your")
_ALL_DETERMINERS = _DETERMINERS | {"his", "her", "this", "these", "those"}
_SUBJECTS = words("he she they we")
_FINITE = words("is are was were has have had would could should")
_MODALS = words("will would can could should may might must")
_NEVER_AFTER_DETERMINER = words("of by with from into during")
_BEFORE_OF = words("at during by into between with for")
_BE_FORMS = words("is are was were")
_HAVE_FORMS = words("has have had")
# A clause that one of these opens may end in a verb or a preposition.
_OPEN_CLAUSE = words(
    "what who whom which that where when how why all everything anything as than if whatever "
    "wherever whether thing only things one"
)
_TRIGGERS = _DETERMINERS | _MODALS | _BEFORE_OF | _FINITE | {"to", "of"} | _SUBJECTS
_SECOND = (
    _ALL_DETERMINERS | _SUBJECTS | _FINITE | _MODALS | _NEVER_AFTER_DETERMINER | {"to", "it", "i"}
)


def small_pair(sentence: TaggedSentence, at: int) -> Detection | None:
    """Two small words that never meet, one of which the sentence can do without."""
    second = sentence.word(at + 1)
    if second not in _SECOND or not sentence.is_lower(at + 1):
        return None
    first = sentence.word(at)
    if first == second:
        return None
    if not (sentence.is_lower(at) or (sentence.opens(at) and sentence.tokens[at].text != "A")):
        return None
    if not _clash(sentence, at, first, second):
        return None
    before, after = sentence.word(at - 1) or "^", sentence.word(at + 2)
    if not sentence.is_word(at + 2) or (at and not sentence.is_word(at - 1)):
        return None
    without_first = _fit(before, second, after)
    without_second = _fit(before, first, after)
    if max(without_first, without_second) < _LEAST:
        return None
    right = second if without_first >= without_second else first
    kept = like(sentence.shown(at), right) if right == second else sentence.shown(at)
    others: tuple[str, ...] = (kept,)
    if first == "the" and second in _SUBJECTS:
        that = like(sentence.shown(at), "that") + " " + second
        others = (that, kept) if sentence.tag(at - 1)[:1] == "V" else (kept, that)
    return Detection(
        RULE.id,
        at,
        at + 1,
        others,
        f"'{first} {second}' cannot be right; did you mean '{others[0]}'?",
    )


_LEAST = 6.0


def _clash(sentence: TaggedSentence, at: int, first: str, second: str) -> bool:
    """Whether ``first`` and ``second`` in a row are a typo, whatever the sentence."""
    before = at - 1
    if first not in _DETERMINERS and pair(first, second) > 2:
        return False
    if first in _DETERMINERS:
        if first == "its" and second in _DETERMINERS:
            return False  # "it's the" more likely
        if (
            first == "a"
            and not sentence.opens(at)
            and sentence.word(before) in ("vitamin", "grade", "of")
        ):
            return False
        if second in _ALL_DETERMINERS:
            # Pairs with "a" are counted for the letter too ("the A road", "the a priori").
            if second == "a" and sentence.word(at + 2) in (
                "la",
                "priori",
                "posteriori",
                "cappella",
                "-",
            ):
                return False
            return "a" in (first, second) or pair(first, second) < 3.5
        if pair(first, second) > 2 or (first == "their" and second in _BE_FORMS):
            return False  # "there is"
        return second in _SUBJECTS or second in _FINITE or second in _NEVER_AFTER_DETERMINER
    noun_before = sentence.tag(before)[:2] == "NN"
    if first == "to":
        return second in _MODALS and noun_before
    if first in _MODALS:
        if sentence.is_quoted(sentence.tokens[at].start) or sentence.tag(at) != "MD":
            return False
        if second == "to":
            return sentence.tag(at + 2) in ("VB", "VBP") and not sentence.has_before(
                at, _OPEN_CLAUSE, 8
            )
        return second in _MODALS and sentence.tag(at + 1) == "MD"
    if first == "of":
        return second in ("by", "from", "to", "into") and noun_before and second != "from"
    if first in _BEFORE_OF:
        if sentence.tag(before)[:1] == "V" or sentence.tag(before) in ("RP", "RB", "IN"):
            return first == "at" and second == "of" and sentence.tag(before)[:1] == "V"
        return (second == "of" and sentence.word(at + 2) != "course") or (
            first == "during" and second == "to"
        )
    if (first in _BE_FORMS and second in _BE_FORMS) or (
        first in _HAVE_FORMS and second in _HAVE_FORMS and "had" not in (first, second)
    ):
        return noun_before and not sentence.has_before(at, _OPEN_CLAUSE, 12)
    if first in _BE_FORMS and second == "have":
        return pair(first, second) < 1 and (noun_before or sentence.word(before) in _SUBJECTS)
    return first in _SUBJECTS and second in _SUBJECTS and sentence.word(before) not in ("and", "or")


def _fit(before: str, word: str, after: str) -> float:
    """How well edited copy knows ``word`` between its neighbours: log2 counts added up."""
    left = pair(before, word) if before else 4.0
    right = pair(word, after)
    if right < 2 or left < 2:
        return 0.0
    return left + right + (triple(before, word, after) if before else 0.0)


def doubled_comparative(sentence: TaggedSentence, at: int) -> Detection | None:
    """``more better``, ``most easiest``."""
    first, second = sentence.word(at), sentence.word(at + 1)
    wanted = ("JJR", "RBR") if first == "more" else ("JJS",)
    tags = tags_of(second)
    if not tags or tags[0] not in wanted or second in ("more", "most", "less", "least"):
        return None
    if not sentence.is_lower(at + 1) or sentence.is_quoted(sentence.tokens[at].start):
        return None
    if sentence.is_word(at + 2) and sentence.word(at + 2) not in (
        "than",
        "to",
        "and",
        "for",
        "in",
        "at",
    ):
        return None  # "more older people": more of them
    if pair(first, second) > 2 or (
        sentence.word(at - 1) in ("no", "any", "much", "even", "the") and first == "more"
    ):
        return None
    right = like(sentence.shown(at), second)
    return Detection(RULE.id, at, at + 1, (right,), f"Delete '{first}' before '{second}'.")


TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(_TRIGGERS, small_pair),
    **dict.fromkeys(("more", "most"), doubled_comparative),
}
