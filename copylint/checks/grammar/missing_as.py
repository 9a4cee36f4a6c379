"""The word "as" is missing: cities such Leeds, as well the old ones."""

from __future__ import annotations

from copylint.checks.grammar.frames import DETERMINERS, insertion
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, pair
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.word_list import words

RULE = Rule(
    id="grammar.missing-as",
    summary="Flags a missing 'as' in 'such as' and 'as well as'.",
    why="'Cities such Leeds' and 'as well the old ones' have lost half of a conjunction.",
    bad=(
        Bad("He toured cities such Leeds.", "such Leeds", "He toured cities such as Leeds."),
        Bad(
            "They kept the new rules as well the old ones.",
            "well the",
            "They kept the new rules as well as the old ones.",
        ),
    ),
    good=(
        Good("Such plans fail. In such cases, such men are rare."),
        Good("He knew it as well as anyone. It might as well rain."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)


def such(sentence: TaggedSentence, at: int) -> Detection | None:
    """``fruit such apples``, ``places, such Leeds``."""
    following = sentence.word(at + 1)
    if not sentence.is_word(at + 1) or following in _AFTER_SUCH:
        return None
    before = at - 1
    comma = sentence.word(before) in (",", "-", "–")
    if comma:
        before -= 1
    if not sentence.is_word(before) or sentence.tag(before) not in ("NNS", "NN"):
        return None
    if sentence.tag(before) == "NN" and not (comma or not sentence.is_lower(at + 1)):
        return None
    if comma and sentence.is_lower(at + 1) and following not in DETERMINERS:
        return None
    if sentence.tag(at + 1) not in ("NN", "NNS", "NNP", "NNPS", "VBG", "JJ", "DT", "PRP$"):
        return None
    if following in ("a", "an"):
        return None
    # "in some regions such action", "makes people such fools": a verb or a clause.
    plain = not comma and sentence.is_lower(at + 1)
    if plain and (pair("such", following) > 0 or pair("as", following) < 2):
        return None
    return insertion(RULE.id, sentence, at, "as")


_AFTER_SUCH = words(
    "as that a an is was are were has had would will can could may and or things thing people "
    "cases case time times matters action actions an another one few many much good great"
)


def such_ing(sentence: TaggedSentence, at: int) -> Detection | None:
    """``costs, such moving house``."""
    following = sentence.word(at + 1)
    if not following.endswith("ing") or sentence.word(at - 1) not in (",", "("):
        return None
    plain = sentence.tag(at + 1) == "VBG" and pair("such", following) <= 0
    return insertion(RULE.id, sentence, at, "as") if plain else None


def any_such(sentence: TaggedSentence, at: int) -> Detection | None:
    """Both of *such*: ``places, such Leeds``, ``costs, such moving house``."""
    return such(sentence, at) or such_ing(sentence, at)


def as_well(sentence: TaggedSentence, at: int) -> Detection | None:
    """``as well the old ones``."""
    following = sentence.word(at + 1)
    if sentence.word(at - 1) != "as" or following == "as" or sentence.word(at - 2) in _MIGHT:
        return None
    tag = sentence.tag(at + 1)
    if tag not in ("DT", "NNS", "PRP$") or following in ("that", "this"):
        return None
    known = tag != "DT" and pair("well", following) > 1
    return None if known else insertion(RULE.id, sentence, at, "as")


_MIGHT = words("just might may could can as")

TRIGGERS: dict[str, Detector] = {
    "such": any_such,
    "well": as_well,
}
