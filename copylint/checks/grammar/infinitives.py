"""Verbs after "to" in another form than the base: to became, attempting to winning."""

from __future__ import annotations

from copylint.checks.grammar.tagged_sentence import (
    Detection,
    Detector,
    TaggedSentence,
    pair,
    triple,
)
from copylint.checks.grammar.verbs_near import OBJECTS, PARTICLES, reform, skip_adverbs
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.verbs import (
    PLAIN_PAST,
    base_of_gerund,
    base_of_past,
    base_of_third,
    only_past,
    past_like,
)
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.infinitive",
    summary="Flags the wrong form of a verb after 'to'.",
    why=(
        "After 'to' comes the plain form: 'to become'. Nouns and adjectives after the "
        "preposition 'to' are left alone ('due to increased costs')."
    ),
    bad=(
        Bad("She hopes to became a judge.", "became", "She hopes to become a judge."),
        Bad("He was attempting to winning it.", "winning", "He was attempting to win it."),
    ),
    good=(Good("Delays due to increased costs led to lost sales. He is used to made-up names."),),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)

_DID_OBJECTS = OBJECTS | {"more", "all", "some", "many", "several"}
#: Words before "to" that want an infinitive after it and nothing else.
_WANT_INFINITIVE = words(
    "able unable want wants wanted wanting try tries tried trying hope hopes hoped hoping going "
    "decide decides decided deciding attempt attempts attempted attempting refuse refuses "
    "refused refusing fail fails failed failing manage managed manages intend intends intended "
    "tend tends tended seek seeks sought willing unwilling likely unlikely eager ready keen "
    "continue continues continued begin begins began continuing expected expects ought need "
    "needs needed ability opportunity effort efforts plans planning order how supposed "
    "reluctant scheduled struggling struggled struggle enough afford forced urged ordered"
)


def after_to(sentence: TaggedSentence, at: int) -> Detection | None:
    """``to became``, ``hoping to made``, ``to effectively blocked the``."""
    verb = skip_adverbs(sentence, at + 1, 1)
    word = sentence.word(verb)
    if not sentence.is_lower(verb) or (not sentence.is_word(at - 1) and word not in PLAIN_PAST):
        return None
    tags = tags_of(word)
    if not _OTHER_FORMS & set(tags) or "VB" in tags or word in _OWN_BASE:
        return None
    if sentence.word(verb + 1) == "-" or sentence.word(verb - 1) in ("not", "only"):
        return None
    if sentence.word(at - 1) not in _INFINITIVE_ONLY and sentence.has_before(at, _WHAT, 8):
        return None  # "what the man I talked to told me"
    if sentence.word(at - 1) in ("hope", "hopes") and sentence.word(at - 2) in ("with", "in", "of"):
        return None
    base = _base_after_to(sentence, at, verb) or _base_wanted(sentence, at, verb)
    return reform(RULE.id, sentence, verb, base, f"After 'to' write '{base}'.") if base else None


_OTHER_FORMS = frozenset(("VBD", "VBN", "VBZ", "VBG"))


def _base_after_to(sentence: TaggedSentence, at: int, verb: int) -> str:
    """The base that belongs after "to", empty if the form may be right."""
    word, before, following = sentence.word(verb), sentence.word(at - 1), sentence.word(verb + 1)
    wants = before in _WANT_INFINITIVE
    object_next = following in OBJECTS
    if word in PLAIN_PAST or (
        word in ("saw", "felt", "rose", "shook") and (wants or object_next or following in _ASKS)
    ):
        return base_of_past(word) if sentence.tag(verb) in ("VBD", "VB", "VBN", "VBP") else ""
    if word in ("is", "was", "were", "has", "does"):
        if not wants and before not in ("has", "have", "had", "used"):
            return ""
        return "be" if word in ("is", "was", "were") else base_of_third(word)
    tags = tags_of(word)
    if tags == ("VBZ",):
        return base_of_third(word) if wants or following in _DID_OBJECTS else ""
    if tags[0] == "VBG":
        gerund = before in _NO_GERUND and verb == at + 1
        if sentence.tag(at - 1) in ("NNS", "NNP") and tags == ("VBG",):
            object_next = object_next or following in PARTICLES
            gerund = object_next and sentence.has_before(at - 1, _TAKE_OBJECT, 3)
        gerund = gerund and not sentence.has_before(at, frozenset(("from",)), 12)
        gerund = gerund and (object_next or tags == ("VBG",) or following in PARTICLES)
        return base_of_gerund(word) if gerund else ""
    if past_like(word) and (wants or sentence.word(at - 1).endswith("ly") or verb > at + 1):
        if object_next or (wants and only_past(word) and verb == at + 1 and pair("to", word) <= 4):
            return base_of_past(word)
        quickly = sentence.word(at - 1).endswith("ly") and sentence.tag(at - 2) in ("VBD", "VBN")
        return base_of_past(word) if quickly and following in PARTICLES else ""
    has_object = object_next or sentence.tag(verb + 1) == "CD"
    if only_past(word) and has_object and not word.endswith("ed"):
        fixed = word == "given" or before in _PREPOSITIONAL or sentence.tag(at - 1) in ("VBN", "JJ")
        return "" if fixed else base_of_past(word)
    return ""


def _base_wanted(sentence: TaggedSentence, at: int, verb: int) -> str:
    """The base after a "to" that can only be an infinitive's, whatever else the word may be."""
    word, before = sentence.word(verb), sentence.word(at - 1)
    certain = before in _INFINITIVE_ONLY or (
        sentence.tag(at - 1) in ("NNS", "NNP", "PRP")
        and sentence.has_before(at - 1, _TAKE_OBJECT, 3)
    )
    if not certain or sentence.has_before(at, frozenset(("what", "from", "given")), 8):
        return ""
    tags = tags_of(word)
    if sentence.word(verb + 1) == "-" or triple(before, sentence.word(verb - 1), word) > 0:
        return ""
    if "VBZ" in tags and set(tags) <= {"VBZ", "NNS"}:
        base = base_of_third(word)
        return base if pair("to", base) > 3 else ""
    if only_past(word) and word != "given":
        base = base_of_past(word)
        return base if pair("to", base) > 3 and pair("to", word) < 3 else ""
    if pair(word, sentence.word(verb + 1)) > 3:
        return ""  # "help to developing countries"
    gerund = tags == ("VBG",) or (tags[0] == "VBG" and sentence.tag(verb) == "VBG")
    gerund = gerund or (verb > at + 1 and sentence.tag(verb) == "VBG")
    if (
        gerund
        and before not in _WITH_GERUND
        and (
            sentence.tag(at - 1)[:1] == "V"
            or before in ("able", "unable")
            or before not in _INFINITIVE_ONLY
        )
    ):
        return base_of_gerund(word)
    return ""


_WITH_GERUND = words("used needs need set ready pledged")


#: Words before a "to" that is an infinitive's.
_INFINITIVE_ONLY = words(
    "about has have had need needs needed want wants wanted trying try tries tried attempting "
    "attempt attempts attempted able unable going ability authority willingness refusal reluctance "
    "decides decide decided deciding refuse refused refuses refusing plan plans planned planning "
    "hope hopes hoped hoping intend intends intended intending expected expects expect failed "
    "fails failing proposed proposes proposing threatened threatening threatens vowed vows "
    "pledged pledges promised promises managed manages seeks seeking sought tend tends tended "
    "likely unlikely willing unwilling ready reluctant eager continue continues continued begin "
    "begins began supposed scheduled set ought effort efforts bid decision order forced urged "
    "ordered asked required allowed"
)
_WHAT = words("what who whom which")
_ASKS = words("if whether how what who why where")
#: Verbs that take a person and an infinitive: "ask him to go".
_TAKE_OBJECT = words(
    "encourage encourages encouraged encouraging urge urges urged urging force forces forced "
    "forcing enable enables enabled enabling persuade persuades persuaded use uses used using ask "
    "asks asked asking tell told telling direct directs directed directing allow allows allowed "
    "allowing instruct instructs instructed invite invites invited require requires required"
)
#: Past forms that are the base of another verb as well.
_OWN_BASE = words("found wound bound ground left rent fell lay")
_PREPOSITIONAL = words(
    "due according related addition compared access response subject close prior return leads led "
    "lead contribute contributed similar opposed relative next back up down from said"
)
_NO_GERUND = words(
    "want wants wanted try tries tried trying hope hopes hoped hoping able unable continue "
    "continues continued decide decided plans intend intends intended attempt attempts attempted "
    "attempting refuse refused refuses managed fail failed fails seek seeks sought ought likely "
    "unlikely willing unwilling needs needed plan planned"
)

TRIGGERS: dict[str, Detector] = {"to": after_to}
