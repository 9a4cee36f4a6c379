"""The word "of" is missing: the number accidents, one the best, instead going."""

from __future__ import annotations

from copylint.checks.grammar.frames import DETERMINERS, insertion
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, pair
from copylint.core.rule import Bad, Good, Level, Precedence, Rule, Severity
from copylint.language.nouns import is_plural
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.missing-of",
    summary="Flags a missing 'of'.",
    why=(
        "'The number accidents', 'in front the fire' and '38% young people' need 'of' before the "
        "noun."
    ),
    bad=(
        Bad("The number accidents fell.", "number accidents", "The number of accidents fell."),
        Bad("One the best cooks left.", "One the", "One of the best cooks left."),
        Bad("He lost most his money.", "most his", "He lost most of his money."),
        Bad("He sat in front the fire.", "front the", "He sat in front of the fire."),
        Bad(
            "She took a bus instead going on foot.",
            "instead going",
            "She took a bus instead of going on foot.",
        ),
        Bad("A couple boats sank.", "couple boats", "A couple of boats sank."),
        Bad("Only 38% young people agree.", "38% young", "Only 38% of young people agree."),
    ),
    good=(
        Good("She gave the one the boy had. He most admired his aunt. Most days it rains."),
        Good("A growing number of men left, and no one cares."),
        Good("The number rose. Number ten is shut. He left instead. The White House staff left."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)


def of_frame(sentence: TaggedSentence, at: int) -> Detection | None:
    """``the number accidents``, ``a couple the``."""
    trigger, following = sentence.word(at), sentence.word(at + 1)
    if sentence.word(at - 1) not in _OF_NOUNS[trigger] or not sentence.is_lower(at + 1):
        return None
    if sentence.word(at - 2) in ("-",) or sentence.word(at + 2) == "-":
        return None
    if following in ("the", "his", "their", "its", "her", "these", "those", "our", "my"):
        if (
            trigger in ("number", "kind", "sort", "amount", "lack")
            and sentence.word(at - 1) == "the"
        ):
            return None
        if pair(trigger, following) > 2.5 or trigger == "lot":
            return None
    elif is_plural(following) and trigger in _OF_PLURALS:
        if pair(trigger, following) > 0:
            return None
        if sentence.word(at + 2) in ("'", "’"):
            return None
    else:
        return None
    return insertion(RULE.id, sentence, at, "of")


def couple(sentence: TaggedSentence, at: int) -> Detection | None:
    """``a couple boats``, which only Americans say."""
    if sentence.word(at - 1) != "a" or not sentence.is_lower(at + 1):
        return None
    if tags_of(sentence.word(at + 1))[:1] != ("NNS",) or sentence.tag(at + 1) != "NNS":
        return None
    return insertion(RULE.id, sentence, at, "of")._replace(severity=Severity.SUGGESTION)


_A = frozenset(("a",))
_A_THE = frozenset(("a", "the"))
_OF_NOUNS: dict[str, frozenset[str]] = {
    "number": _A_THE | {"growing", "large", "small", "record", "total", "increasing"},
    "variety": _A,
    "majority": _A_THE | {"vast"},
    "handful": _A,
    "lack": _A_THE,
    "kind": _A_THE,
    "sort": _A_THE,
    "rest": frozenset(("the",)),
    "amount": _A_THE,
    "thousands": frozenset(("of", "tens", "hundreds", "and", "by", "with", "for", "many")),
    "portion": _A_THE,
    "bulk": frozenset(("the",)),
}
_OF_PLURALS = words("number variety majority handful")


def end(sentence: TaggedSentence, at: int) -> Detection | None:
    """``by the end the year``."""
    if sentence.word(at - 1) != "the" or sentence.word(at + 1) not in (
        "the",
        "this",
        "next",
        "last",
    ):
        return None
    if sentence.word(at - 2) not in _UNTIL or sentence.word(at + 2) not in _TIMES:
        return None
    return insertion(RULE.id, sentence, at, "of")


_UNTIL = words("by at before until till towards toward since from near")
_TIMES = words("year month week day decade century season season's war match game half summer")


def pronoun_of(sentence: TaggedSentence, at: int) -> Detection | None:
    """``One the best``, ``most his``, ``some the``."""
    trigger, following = sentence.word(at), sentence.word(at + 1)
    if following not in _POSSESSIVES and not (
        following == "the" and trigger in ("one", "some", "none")
    ):
        return None
    if not sentence.is_lower(at + 1) or (pair(trigger, following) > 2 and trigger != "one"):
        return None
    if sentence.tag(at + 2) in ("JJR", "RBR", "JJS", "RBS") and trigger != "one":
        return None
    before = sentence.word(at - 1)
    if trigger == "one":
        if following != "the" and following not in _POSSESSIVES:
            return None
        if not sentence.opens(at) and before not in _BEFORE_ONE:
            return None
        # "one the boy had": a clause without "that" has a verb soon; a superlative decides.
        if not any(
            sentence.tag(each) in ("JJS", "RBS")
            for each in range(at + 2, min(at + 4, len(sentence)))
        ):
            return None
    elif trigger == "most":
        if before not in _BEFORE_MOST and sentence.tag(at - 1)[:2] not in ("VB", "IN"):
            return None
        if sentence.tag(at + 2)[:2] not in ("NN", "JJ") or sentence.tag(at - 1) in (
            "PRP",
            "NN",
            "NNS",
            "NNP",
        ):
            return None
    elif trigger in ("some", "none", "many"):
        if sentence.tag(at - 1)[:2] in ("NN", "CD", "PR"):
            return None
        if trigger == "many" and following == "the":
            return None
    return insertion(RULE.id, sentence, at, "of")


_BEFORE_ONE = words("is was are as and be became with from in at by to only")
_BEFORE_MOST = words(
    "spent lost for of with that in spend the do did has had made make by and when"
) | {""}
_POSSESSIVES = words("his their its my our your these those")


def front(sentence: TaggedSentence, at: int) -> Detection | None:
    """``in front the``."""
    if sentence.word(at - 1) != "in" or sentence.word(at + 1) not in DETERMINERS - {"that"}:
        return None
    return insertion(RULE.id, sentence, at, "of")


def instead(sentence: TaggedSentence, at: int) -> Detection | None:
    """``instead going``."""
    following = sentence.word(at + 1)
    if sentence.opens(at) or not following.endswith("ing") or not sentence.is_lower(at + 1):
        return None
    if tags_of(following) != ("VBG",) and tags_of(following)[:1] != ("VBG",):
        return None
    if sentence.word(at - 1) in _BEFORE_INSTEAD:
        return None
    if sentence.word(at - 1).endswith(("'re", "'s", "'m")) or sentence.tag(at + 1) != "VBG":
        return None
    if sentence.tag(at - 1)[:2] in ("VB", "RP", "TO", "MD"):
        return None  # "he tried instead going": the gerund may be the verb's object
    return insertion(RULE.id, sentence, at, "of")


_BEFORE_INSTEAD = words("and but or , are is was were be been 's am as")


def fixed(sentence: TaggedSentence, at: int) -> Detection | None:
    """Frames in which every word is fixed: ``regardless the``, ``ahead the``."""
    following = sentence.word(at + 1)
    if following not in ("the", "his", "her", "their", "its", "whether", "these", "those", "this"):
        return None
    if pair(sentence.word(at), following) > 1 or sentence.word(at - 1) == "-":
        return None
    if sentence.word(at) == "behalf" and following in ("this", "these", "those", "whether"):
        return None
    if sentence.word(at) == "ahead" and following not in ("the", "his", "her", "its", "their"):
        return None
    return insertion(RULE.id, sentence, at, "of")


_FIXED = words(
    "regardless behalf lots consists consisted ahead hundreds dozens outskirts aftermath"
)


def one_of_names(sentence: TaggedSentence, at: int) -> Detection | None:
    """``one Ann's friends``."""
    owner = at + 1
    if not sentence.word(owner).endswith("'s") or sentence.is_lower(owner):
        return None
    noun = owner + 1
    while noun < owner + 4 and sentence.tag(noun) in ("JJ", "NN", "JJS", "RBS"):
        noun += 1
    plain = is_plural(sentence.word(noun)) and sentence.is_lower(noun)
    return (
        insertion(RULE.id, sentence, at, "of")
        if plain and sentence.word(at - 1) not in ("-", "no")
        else None
    )


def one_of(sentence: TaggedSentence, at: int) -> Detection | None:
    """Both of *one*: ``one the best``, ``one Ann's friends``."""
    return pronoun_of(sentence, at) or one_of_names(sentence, at)


def share_of(sentence: TaggedSentence, at: int) -> Detection | None:
    """``38% young people say``."""
    noun = at + 1
    if _PEOPLE.isdisjoint(sentence.lower[noun : noun + 3]):
        return None
    while noun < at + 3 and sentence.tag(noun) == "JJ":
        noun += 1
    if sentence.word(noun) not in _PEOPLE or sentence.word(at - 1) in ("the", "a", "-"):
        return None
    return insertion(RULE.id, sentence, at, "of")


_PEOPLE = words(
    "people adults voters americans britons women men students workers residents respondents "
    "republicans democrats independents australians canadians parents children teachers customers"
)


def disapprove(sentence: TaggedSentence, at: int) -> Detection | None:
    """``52% disapprove the mayor's work``."""
    if sentence.tag(at + 1) not in _OF_WHOM or not sentence.is_word(at + 1):
        return None
    shares = any(word.endswith("%") or word == "percent" for word in sentence.lower[:at])
    return insertion(RULE.id, sentence, at, "of") if shares else None


_OF_WHOM = ("POS", "DT", "PRP$", "NNP", "WRB")


def list_of(sentence: TaggedSentence, at: int) -> Detection | None:
    """``a list bridges``."""
    noun = sentence.word(at + 1)
    if (
        sentence.word(at - 1) != "a"
        or sentence.tag(at + 1) != "NNS"
        or not sentence.is_lower(at + 1)
    ):
        return None
    plain = tags_of(noun) == ("NNS",) and pair(sentence.word(at), noun) <= 0
    return insertion(RULE.id, sentence, at, "of") if plain else None


TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(_OF_NOUNS, of_frame),
    "couple": couple,
    **dict.fromkeys(("most", "some", "none", "many"), pronoun_of),
    "one": one_of,
    "end": end,
    "front": front,
    "instead": instead,
    **dict.fromkeys(_FIXED, fixed),
    **dict.fromkeys(words("disapprove disapproves disapproved"), disapprove),
    **dict.fromkeys(words("list series range string pair collection batch bunch"), list_of),
}


def by_shape(_shown: str, word: str) -> Detector | None:
    """The detector for percentages."""
    return share_of if word.endswith("%") and word[:1].isdigit() else None
