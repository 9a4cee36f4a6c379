"""Frames that want "of" or "as": the number of, one of the, instead of, such as."""

from __future__ import annotations

from copylint.checks.grammar.frames import DETERMINERS, insertion
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, pair
from copylint.language.nouns import is_plural
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of


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
        if pair(trigger, following) > 2.5 or trigger in ("lot", "couple"):
            return None
    elif is_plural(following) and trigger in _OF_PLURALS:
        if pair(trigger, following) > 0:
            return None
        if sentence.word(at + 2) in ("'", "’"):
            return None
    else:
        return None
    return insertion(sentence, at, "of")


_A = frozenset(("a",))
_A_THE = frozenset(("a", "the"))
_OF_NOUNS: dict[str, frozenset[str]] = {
    "number": _A_THE | {"growing", "large", "small", "record", "total", "increasing"},
    "variety": _A,
    "couple": frozenset(),
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
    return insertion(sentence, at, "of")


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
        if not sentence.opens(at) and before not in (
            "is",
            "was",
            "are",
            "as",
            "and",
            "be",
            "became",
            "with",
            "from",
            "in",
            "at",
            "by",
            "to",
            "only",
        ):
            return None
        # "one the boy had": a clause without "that" has a verb soon; a superlative tells.
        if not any(
            sentence.tag(each) in ("JJS", "RBS")
            for each in range(at + 2, min(at + 4, len(sentence)))
        ):
            return None
    elif trigger == "most":
        if before not in (
            "spent",
            "lost",
            "for",
            "of",
            "with",
            "that",
            "in",
            "spend",
            "the",
            "do",
            "did",
            "has",
            "had",
            "made",
            "make",
            "by",
            "and",
            "when",
            "",
        ) and sentence.tag(at - 1)[:2] not in ("VB", "IN"):
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
    return insertion(sentence, at, "of")


_POSSESSIVES = words("his their its my our your these those")


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
    return insertion(sentence, at, "as")


_AFTER_SUCH = words(
    "as that a an is was are were has had would will can could may and or things thing people "
    "cases case time times matters action actions an another one few many much good great"
)


def front(sentence: TaggedSentence, at: int) -> Detection | None:
    """``in front the``."""
    if sentence.word(at - 1) != "in" or sentence.word(at + 1) not in DETERMINERS - {"that"}:
        return None
    return insertion(sentence, at, "of")


def instead(sentence: TaggedSentence, at: int) -> Detection | None:
    """``instead going``."""
    following = sentence.word(at + 1)
    if sentence.opens(at) or not following.endswith("ing") or not sentence.is_lower(at + 1):
        return None
    if tags_of(following) != ("VBG",) and tags_of(following)[:1] != ("VBG",):
        return None
    if sentence.word(at - 1) in (
        "and",
        "but",
        "or",
        ",",
        "are",
        "is",
        "was",
        "were",
        "be",
        "been",
        "'s",
        "am",
        "as",
    ):
        return None
    if sentence.word(at - 1).endswith(("'re", "'s", "'m")) or sentence.tag(at + 1) != "VBG":
        return None
    if sentence.tag(at - 1)[:2] in ("VB", "RP", "TO", "MD"):
        return None  # "he tried instead going": the gerund may be the verb's object
    return insertion(sentence, at, "of")


def fixed(sentence: TaggedSentence, at: int) -> Detection | None:
    """Frames of which every word is fixed: ``regardless the``, ``ahead the``."""
    word = _FIXED[sentence.word(at)]
    following = sentence.word(at + 1)
    if following not in ("the", "his", "her", "their", "its", "whether", "these", "those", "this"):
        return None
    if pair(sentence.word(at), following) > 1 or sentence.word(at - 1) == "-":
        return None
    if sentence.word(at) == "behalf" and following in ("this", "these", "those", "whether"):
        return None
    if sentence.word(at) == "ahead" and following not in ("the", "his", "her", "its", "their"):
        return None
    return insertion(sentence, at, word)


_FIXED = {
    "regardless": "of",
    "behalf": "of",
    "lots": "of",
    "consists": "of",
    "consisted": "of",
    "ahead": "of",
    "hundreds": "of",
    "dozens": "of",
    "outskirts": "of",
    "aftermath": "of",
    "depending": "on",
    "depends": "on",
    "relies": "on",
    "relied": "on",
}


TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(_OF_NOUNS, of_frame),
    **dict.fromkeys(("one", "most", "some", "none", "many"), pronoun_of),
    "such": such,
    "end": end,
    "front": front,
    "instead": instead,
    **dict.fromkeys(_FIXED, fixed),
}
