"""The word "the" is missing: at end of, one of most, over past three years, told FBI."""

from __future__ import annotations

from copylint.checks.grammar.frames import insertion, is_full_prose
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.nouns import counted_nouns
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.missing-the",
    summary="Flags a missing 'the'.",
    why=(
        "'At end of the day', 'one of most popular' and 'for first time' are fixed phrases with "
        "'the'. Headlines may do without it, so much of the rule applies only to sentences that "
        "have other articles."
    ),
    bad=(
        Bad(
            "She left a note at end of the day.", "at end", "She left a note at the end of the day."
        ),
        Bad("It is one of most popular games.", "of most", "It is one of the most popular games."),
        Bad("They met for first time in May.", "for first", "They met for the first time in May."),
    ),
    good=(
        Good("At the end it rained; over the past year it did not."),
        Good("She came first. It was among the most popular games."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)


_THE_OF = {
    "end": words("at by until till towards toward near since before"),
    "beginning": words("at from since in"),
    "start": words("at from since before"),
    "middle": words("in"),
    "height": words("at"),
    "top": words("at near"),
    "bottom": words("at near"),
    "wake": words("in"),
    "midst": words("in"),
    "aftermath": words("in"),
    "eve": words("on"),
    "absence": words("in"),
    "expense": words("at"),
    "hands": words("at"),
    "basis": words("on"),
    "course": words("over"),
    "verge": words("on"),
    "brink": words("on"),
    "outskirts": words("on in"),
    "process": words("in"),
    "rest": words("for in with"),
    "back": words("at"),
    "edge": words("on at"),
    "majority": words("in by for with"),
}


def the_of(sentence: TaggedSentence, at: int) -> Detection | None:
    """``at end of the year``, ``in wake of the storm``."""
    before = sentence.word(at - 1)
    if before not in _THE_OF[sentence.word(at)] or sentence.word(at + 1) != "of":
        return None
    if not sentence.is_lower(at) or not is_full_prose(sentence, at - 1, at + 1):
        return None
    return insertion(RULE.id, sentence, at - 1, "the")


def one_of_most(sentence: TaggedSentence, at: int) -> Detection | None:
    """``one of most popular``, ``one of largest``."""
    if sentence.word(at - 1) != "of" or sentence.word(at - 2) not in _ONE_OF:
        return None
    most = sentence.word(at) == "most" and tags_of(sentence.word(at + 1))[:1] == ("JJ",)
    return (
        insertion(RULE.id, sentence, at - 1, "the") if most or sentence.tag(at) == "JJS" else None
    )


_ONE_OF = words("one some two three any")


def superlative(sentence: TaggedSentence, at: int) -> Detection | None:
    """``is largest bank in``, ``one of largest``."""
    if sentence.word(at) not in _ALSO_ADVERBS and sentence.word(at - 1) in _IS:
        counted = sentence.word(at + 1) in counted_nouns() and sentence.word(at + 2) in (
            "in",
            "of",
            "to",
        )
        if counted:
            return insertion(RULE.id, sentence, at - 1, "the")
    return one_of_most(sentence, at)


_ALSO_ADVERBS = words("best least most latest worst first")
_IS = words("is was became becoming")


def ordinal(sentence: TaggedSentence, at: int) -> Detection | None:
    """``was third wet year in``, ``for first time``."""
    before = sentence.word(at - 1)
    if not sentence.is_lower(at):
        return None
    if sentence.word(at + 1) == "time" and before == "for":
        return insertion(RULE.id, sentence, at - 1, "the")
    noun = at + 1
    while noun < at + 3 and tags_of(sentence.word(noun))[:1] == ("JJ",):
        noun += 1
    if before not in _MARKS or sentence.word(noun) not in _YEARS | counted_nouns():
        return None
    return (
        insertion(RULE.id, sentence, at - 1, "the")
        if sentence.word(noun + 1) in _AFTER_ORDINAL
        else None
    )


_ORDINALS = words("first second third fourth fifth sixth seventh eighth ninth tenth")
_MARKS = _IS | {"marks", "marked"}
_YEARS = words("year month week day quarter time")
_AFTER_ORDINAL = words("of in to for that when since")


def past_years(sentence: TaggedSentence, at: int) -> Detection | None:
    """``over past three years``."""
    if sentence.word(at - 1) not in _DURING or not is_full_prose(sentence, at - 1, at + 2):
        return None
    following = sentence.word(at + 1)
    if following in ("decade", "century"):
        return insertion(RULE.id, sentence, at - 1, "the")
    number = sentence.tag(at + 1) == "CD" or following in ("few", "several", "couple")
    if not number or (following.isdigit() and len(following) == 4):
        return None
    return (
        insertion(RULE.id, sentence, at - 1, "the") if sentence.word(at + 2) in _PERIODS else None
    )


_DURING = words("in over for during within of")
_PERIODS = words(
    "years weeks months days hours decades minutes seasons games quarters centuries of"
)


def same(sentence: TaggedSentence, at: int) -> Detection | None:
    """``at same time``, ``in same way``."""
    if sentence.word(at - 1) not in _BEFORE_SAME or sentence.word(at + 1) not in _SAME:
        return None
    return insertion(RULE.id, sentence, at - 1, "the")


_BEFORE_SAME = words("at in on of for with from by to is was")
_SAME = words(
    "time way day place period year month week thing number name direction reason level area room "
    "building house person problem amount size type kind page position situation rate price"
)


def year(sentence: TaggedSentence, at: int) -> Detection | None:
    """``during 2016 presidential election``."""
    number = sentence.word(at + 1)
    if len(number) != 4 or not number.isdigit() or number[:2] not in ("18", "19", "20"):
        return None
    noun = at + 2
    while (
        noun < at + 6 and sentence.tag(noun) in _MODIFIERS and sentence.word(noun + 1) not in _ENDS
    ):
        noun += 1
    if sentence.word(noun) not in counted_nouns() or not sentence.is_lower(noun):
        return None
    return insertion(RULE.id, sentence, at, "the") if sentence.word(noun + 1) in _ENDS else None


_MODIFIERS = ("JJ", "NN", "NNP", "HYPH")
_ENDS = words(
    ". , ; : ? ! ) is are was were has had to in on at of for from with by that which who and but "
    "as after before when"
)


def institution(sentence: TaggedSentence, at: int) -> Detection | None:
    """``wrote to FBI``, ``at White House``."""
    last = at
    if sentence.shown(at) not in _INSTITUTIONS:
        if at + 1 >= len(sentence) or sentence.shown(at + 1) not in _PAIRS[sentence.shown(at)]:
            return None
        last += 1
    if sentence.word(at - 1) not in _BEFORE_NAME or not _is_whole_name(sentence, last + 1):
        return None
    return (
        insertion(RULE.id, sentence, at - 1, "the") if is_full_prose(sentence, at, last) else None
    )


def _is_whole_name(sentence: TaggedSentence, after: int) -> bool:
    """Whether nothing after the name belongs to it ("to White House staff")."""
    following = sentence.word(after)
    if not sentence.is_word(after):
        return following in (".", ",", ";")
    plain = sentence.tag(after) in ("IN", "TO", "MD", "WDT", "WP") and following != "like"
    return plain or following in _FINITE or tags_of(following) == ("VBG",)


_BEFORE_NAME = words("in at to from by with of for against under inside into")
_FINITE = words("is was has had said says did does")
_INSTITUTIONS = words(
    "FBI CIA EU UN Pentagon Kremlin Netherlands Philippines Bahamas Seychelles Maldives Vatican "
    "U.S. U.K. U.N. UK US"
)
_PAIRS = {
    "White": words("House"),
    "Supreme": words("Court"),
    "High": words("Court"),
    "Justice": words("Department"),
    "State": words("Department"),
    "Treasury": words("Department"),
    "Census": words("Bureau"),
    "Federal": words("Reserve"),
    "European": words("Union Commission Parliament"),
    "United": words("Nations States Kingdom"),
    "Middle": words("East"),
    "Security": words("Council"),
    "World": words("Bank"),
    "National": words("Guard"),
    "Republican": words("Party"),
    "Democratic": words("Party"),
    "Labour": words("Party"),
    "Labor": words("Party"),
    "Conservative": words("Party"),
}
TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(_THE_OF, the_of),
    "most": one_of_most,
    **dict.fromkeys(_ORDINALS, ordinal),
    **dict.fromkeys(("past", "last", "next"), past_years),
    "same": same,
    **dict.fromkeys(words("during in for after before since"), year),
}


def by_shape(shown: str, word: str) -> Detector | None:
    """The detectors for superlatives and names, which no table can list."""
    if shown in _INSTITUTIONS or shown in _PAIRS:
        return institution
    return superlative if word.endswith("est") and tags_of(word)[:1] == ("JJS",) else None
