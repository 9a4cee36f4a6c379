"""Words before a noun or a verb in the wrong form: widely differences, others schools."""

from __future__ import annotations

from copylint.checks.grammar.determiners import PHRASE_ENDS
from copylint.checks.grammar.tagged_sentence import (
    Detection,
    Detector,
    TaggedSentence,
    correction,
    pair,
)
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.nouns import bare_modifiers, is_plural, may_be_plural, singular_of
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.modifier-form",
    summary="Flags an adverb, adjective or plural in another's place.",
    why=(
        "'A widely choice', 'would automatic expire' and 'others schools': the form before a "
        "noun or a verb belongs in another place."
    ),
    bad=(
        Bad("Some 12 others schools were shut.", "others", "Some 12 other schools were shut."),
        Bad("It would automatic expire.", "automatic", "It would automatically expire."),
    ),
    good=(Good("It would expire by itself. The others left. A sports club opened."),),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)

_VERBAL = frozenset(("VB", "VBZ", "VBP", "JJ", "VBN", "VBD", "RB", "IN"))


def adverb_for_adjective(sentence: TaggedSentence, at: int) -> Detection | None:
    """``a widely choice``, ``after quickly changes``: an adverb in place of the adjective."""
    word, noun = sentence.word(at), sentence.word(at + 1)
    if (
        not sentence.is_lower(at)
        or not sentence.is_lower(at + 1)
        or sentence.word(at + 2) in ("-", "/")
    ):
        return None
    tags = tags_of(noun)
    abstract = noun.endswith(_ABSTRACT)
    if not (abstract and not tags) and tags[:1] not in (("NN",), ("NNS",)):
        return None
    if noun.endswith("ing") or pair(word, noun) > 0 or word in _FOCUS:
        return None
    adjective = _adjective(word)
    known = pair(adjective, noun) if adjective else -1
    if known < (3 if _VERBAL & set(tags) else 0 if abstract or is_plural(noun) else 1):
        return None
    before = sentence.tag(at - 1)
    if sentence.word(at - 1) in ("that", "both"):
        return None  # "they found that occasionally items break"
    if before == "VB" and known < 3:
        return None
    if before != "VB" and sentence.tag(at + 1) not in ("NN", "NNS"):
        return None
    if before not in ("DT", "PRP$", "POS") and pair(sentence.word(at - 1), word) > 0:
        return None
    if before not in ("DT", "PRP$", "POS", "VB") and sentence.word(at - 1) not in _BEFORE_NOUN:
        return None
    return correction(RULE.id, sentence, at, adjective, f"Write '{adjective} {noun}'.")


#: Adverbs that weigh a whole noun phrase: "for mainly students".
_FOCUS = words(
    "mostly mainly primarily largely chiefly partly predominantly exclusively purely merely nearly "
    "especially particularly specifically really simply namely notably federally entirely wholly "
    "roughly approximately typically usually potentially formerly currently previously recently "
    "basically literally actually essentially generally virtually"
)
_ABSTRACT = ("ment", "ments", "tion", "tions", "ness", "ity")
_BEFORE_NOUN = words("of for in with by after before from into against about on maximum minimum")


def _adjective(word: str) -> str:
    """The adjective of an adverb in -ly, empty if none is known."""
    stems = [word[:-2], word[:-1] + "e"]
    if word.endswith("ally"):
        stems.append(word[:-4])
    if word.endswith("ily"):
        stems.append(word[:-3] + "y")
    return next((s for s in stems if len(s) > 3 and tags_of(s)[:1] == ("JJ",)), "")


def plural_modifier(sentence: TaggedSentence, at: int) -> Detection | None:
    """``fighters jets``, ``handguns permits``: a plural that copy has in the singular there."""
    first, second = sentence.word(at), sentence.word(at + 1)
    if first in _PLURAL_MODIFIERS or not sentence.is_lower(at) or not sentence.is_lower(at + 1):
        return None
    tags = tags_of(second)
    if tags[:1] not in (("NNS",), ("NN",)) or pair(first, second) > 0 or second in _WHEN:
        return None
    if sentence.tag(at - 1) in ("PRP", "WDT", "WP") or sentence.word(at - 1) in ("and", "or", "&"):
        return None
    right = singular_of(first)
    known = pair(right, second)
    if (
        sentence.tag(at - 1) == "CD"
        and is_plural(second)
        and known > 0
        and sentence.word(at - 1) != "one"
        and (sentence.word(at + 2) in PHRASE_ENDS or sentence.word(at + 2) in ("next", "last"))
    ):
        pass  # "300 dogs owners"
    elif "VBZ" in tags_of(first):
        if known < 4 or sentence.tag(at - 1) not in ("POS", "DT", "PRP$", "JJ", "JJR", "CD"):
            return None
    elif first in bare_modifiers():
        if known < (3 if {"VB", "VBP", "VBZ", "VBG", "JJ", "RB"} & set(tags) else 1):
            return None
    elif known < 4 or "NNS" not in tags:
        return None
    if sentence.tag(at) != "NNS" or sentence.tag(at + 1) not in ("NNS", "NN"):
        return None
    if sentence.word(at + 2) in ("-", "'", "’") or sentence.word(at - 1) in ("-", *_TWO_OBJECTS):
        return None
    return correction(RULE.id, sentence, at, right, f"Write '{right} {second}'.")


_WHEN = words("today tomorrow yesterday tonight")
_TWO_OBJECTS = words(
    "give gives gave giving given offer offers offered offering cost costs costing allow allows "
    "allowed allowing grant grants granted granting send sends sent sending pay pays paid paying "
    "charge charges charged charging teach teaches taught teaching show shows showed showing tell "
    "tells told telling bring brings brought save saves saved saving owe owes owed deny denies "
    "denied lend lends lent provide provides provided make makes made making call calls called "
    "consider keep keeps kept leave leaves left help helps helped let lets sell sells sold buy"
)
#: Plurals that precede a noun in British copy, or in good copy everywhere.
_PLURAL_MODIFIERS = words(
    "drugs elections admissions skills materials jobs careers accounts games parks trades ideas "
    "needs grants benefits wages profits bonds futures options securities assets claims "
    "complaints examinations exams results awards honours honors events enquiries inquiries "
    "appeals betting weapons firearms explosives ballistics munitions ports roads railways "
    "buildings works planning lands minerals metals chemicals plastics foods drinks fruits "
    "spirits cards expenses communities industries policies minorities students veterans teachers "
    "nurses doctors girls boys ladies types languages visitors users members readers interests "
    "values standards procedures features facilities"
)


def others(sentence: TaggedSentence, at: int) -> Detection | None:
    """``others schools``."""
    word = sentence.word(at + 1)
    if not is_plural(word) or not sentence.is_lower(at + 1) or not sentence.is_lower(at):
        return None
    return correction(RULE.id, sentence, at, "other", f"Write 'other {word}'.")


def adjective_for_adverb(sentence: TaggedSentence, at: int) -> Detection | None:
    """``would automatic expire``, ``has sealed taped``."""
    word, verb = sentence.word(at + 1), sentence.word(at + 2)
    tags = tags_of(word)
    if (
        tags[:1] not in _ADJECTIVES
        or not sentence.is_lower(at + 1)
        or not sentence.is_lower(at + 2)
    ):
        return None
    next_tags = set(tags_of(verb))
    if not next_tags or sentence.word(at - 1) == "by":
        return None  # "has by and large ignored"
    if sentence.word(at) in _BEFORE_PAST:
        if tags != ("JJ",) or not next_tags <= {"VBN", "VBD"}:
            return None
        if sentence.tag(at + 3) not in ("DT", "PRP", "PRP$") or sentence.word(at + 3) == "that":
            return None
    elif sentence.word(at) in ("have", "has", "had"):
        if tags[:1] != ("VBN",) or not next_tags <= {"VBN", "VBD"}:
            return None
        if sentence.tag(at + 3) not in ("IN", "DT", "PRP", "PRP$", "NNP"):
            return None
    elif tags[:1] != ("JJ",) or not next_tags <= {"VB", "VBP"}:
        return None
    right = next((each for each in _adverbs(word) if tags_of(each)[:1] == ("RB",)), "")
    return correction(RULE.id, sentence, at + 1, right, f"Write '{right} {verb}'.")


_ADJECTIVES = (("JJ",), ("VBN",))
_BEFORE_PAST = words("and he she they we who")


def _adverbs(adjective: str) -> tuple[str, ...]:
    return adjective + "ly", adjective + "ally", adjective[:-1] + "ily", adjective[:-1] + "y"


TRIGGERS: dict[str, Detector] = {
    "others": others,
    **dict.fromkeys(
        words("would could will should can may might must have has had and he she they we who"),
        adjective_for_adverb,
    ),
}


def by_shape(_shown: str, word: str) -> Detector | None:
    """The detectors for plurals and adverbs, which no table can list."""
    if word.endswith("s"):
        return plural_modifier if may_be_plural(word) else None
    return adverb_for_adjective if word.endswith("ly") and tags_of(word)[:1] == ("RB",) else None
