"""Verbs in a form that the word before them does not allow."""

from __future__ import annotations

from copylint.checks.grammar import participles
from copylint.checks.grammar.line import Detector, Line, Slip, like, pair
from copylint.model.rule import Bad, Good, Level, Rule
from copylint.text.verbs import (
    PLAIN_PAST,
    base_of_gerund,
    base_of_past,
    base_of_third,
    gerund_of,
    is_base,
    only_base,
    only_past,
    past_like,
)
from copylint.text.word_tags import tags_of
from copylint.text.wordlist import words

RULE = Rule(
    id="grammar.verb-form",
    summary="A verb in a form that the word before it rules out.",
    why=(
        "After 'could', 'to' or 'did' stands the plain form ('could make', 'to become', 'did "
        "not see'), after 'have' the participle ('has gone'). The wrong form is left behind "
        "when a sentence is turned round in editing."
    ),
    bad=(
        Bad("The mayor could made a speech.", "made", "The mayor could make a speech."),
        Bad("She hopes to became a judge.", "became", "She hopes to become a judge."),
        Bad("He did not saw the lorry.", "saw", "He did not see the lorry."),
        Bad("The firm has went bust.", "went", "The firm has gone bust."),
        Bad("They will continuing the work.", "continuing", "They will continue the work."),
        Bad("It could of been worse.", "of", "It could have been worse."),
        Bad("The talks were suppose to end.", "suppose", "The talks were supposed to end."),
        Bad("They have not sign a lease.", "sign", "They have not signed a lease."),
    ),
    good=(
        Good("The money they had came from a will. His will left nothing to her."),
        Good("Delays due to increased costs led to lost sales. He is used to made-up names."),
        Good("What he did made her laugh. All they could do was wait."),
        Good("Those who could left early. As best they could, they kept calm."),
        Good("Would increased spending help? The art of the possible could of course change."),
    ),
    level=Level.SENTENCE,
)

_MODALS = words("could would should must cannot can't couldn't won't wouldn't shouldn't mustn't")
_NOUNLIKE_MODALS = words("will can may might")
_CLITIC_WILL = words("i'll you'll he'll she'll it'll we'll they'll")
_DO_NOT = words("didn't don't doesn't")
_ADVERBS = words("not also never still then now only always just ever even soon")
_SUBJECTS = words("i you he she it we they who which that")
_PERSONS = words("i he she we they")
_OBJECTS_NEXT = words("the a an his her its their my our your them him it us me")
# After one of these a clause may end in a modal or "did", and another verb may follow.
_OPEN_CLAUSE = words(
    "what all everything whatever as than those anyone anything everyone things thing best "
    "wherever whoever first last most ones nothing something little much many some"
)
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


def _skip_adverbs(line: Line, at: int, most: int = 2) -> int:
    """The index of the first token from ``at`` on that is no adverb."""
    end = at + most
    while at < end and (
        line.word(at) in _ADVERBS or (line.word(at).endswith("ly") and not is_base(line.word(at)))
    ):
        at += 1
    return at


def _slip(line: Line, at: int, right: str, message: str) -> Slip | None:
    word = line.shown(at)
    if not right or right == line.word(at) or not line.is_lower(at):
        return None
    return Slip(RULE.id, at, at, (like(word, right),), message)


def _base_of_any(word: str, *, third: bool = True, gerund: bool = True) -> str:
    """The base of a form that is surely no base and no noun, else empty."""
    if only_past(word) or word in PLAIN_PAST:
        return base_of_past(word)
    tags = tags_of(word)
    if third and (word in ("is", "has", "does", "was", "were") or tags == ("VBZ",)):
        return base_of_third(word) if word not in ("was", "were") else "be"
    if gerund and tags == ("VBG",):
        return base_of_gerund(word)
    return ""


def after_modal(line: Line, at: int) -> Slip | None:
    """``could made``, ``will continuing``, ``could of been``."""
    modal = line.word(at)
    if modal in _NOUNLIKE_MODALS and line.tokens[at].text[0].isupper():
        return None
    before = line.word(at - 1)
    verb = _skip_adverbs(line, at + 1)
    word = line.word(verb)
    if word == "of":
        return _of_for_have(line, at, verb)
    if not line.is_lower(verb):
        return None
    base = _base_of_any(word)
    if not base:
        return None
    if modal not in _CLITIC_WILL and not _follows_subject(line, at):
        return None
    if before == "who" or (before != "it" and line.has_before(at, _OPEN_CLAUSE, 8)):
        return None
    if pair(modal, word) > 1.5 or (pair(line.word(verb - 1), word) > 4 and verb > at + 1):
        return None
    if word == "been":
        base = "have been"
    return _slip(line, verb, base, f"After '{modal}' write '{base}'.")


def _follows_subject(line: Line, at: int) -> bool:
    """Whether the word at ``at`` is a modal with its subject before it.

    "The will left", "tin can made", "German might led": a noun, not a modal.
    """
    before, modal = line.word(at - 1), line.word(at)
    if not line.is_word(at - 1) or before in ("why", "how", "when", "where", "what", "and", "so"):
        return False
    if modal not in _NOUNLIKE_MODALS or before in _SUBJECTS:
        return True
    tag = line.tag(at - 1)
    if line.tag(at) != "MD" or (modal == "may" and tag[:3] == "NNP"):
        return False
    return tag in ("NNS", "NNP", "NNPS") or (tag in ("NN", "VBG") and before not in _WILLS)


#: "Political will", "trash can", "air might".
_WILLS = words("iron free party people public state trash oil tin beer garbage air sea world")


def _of_for_have(line: Line, at: int, of: int) -> Slip | None:
    following = line.word(of + 1)
    if line.word(at) in _NOUNLIKE_MODALS - {"might"} or of != _after_not(line, at):
        return None
    if following != "been" and not only_past(following) and following != "done":
        return None
    if line.word(at) == "might" and line.word(at - 1) not in _SUBJECTS:
        return None
    return _slip(line, of, "have", f"After '{line.word(at)}' write 'have', not 'of'.")


def _after_not(line: Line, at: int) -> int:
    return at + 2 if line.word(at + 1) == "not" else at + 1


def after_do(line: Line, at: int) -> Slip | None:
    """``did not saw``, ``did you went``, ``does not makes``."""
    do = line.word(at)
    negated = do in _DO_NOT or line.word(at + 1) == "not"
    verb = at + 1
    if negated:
        verb = _skip_adverbs(line, verb, 3)
        if line.word(at - 1) in ("who", "that") and do == "did":
            return None
    elif line.word(verb) in _PERSONS | {"you"} and (
        line.opens(at) or line.word(at - 1) in ("how", "why", "when", "where", "what")
    ):
        verb = _skip_adverbs(line, verb + 1)
    elif do == "did" and line.word(verb + 1) in _DID_OBJECTS:
        if line.word(at - 1) not in _PERSONS and line.tag(at - 1) != "NNP":
            return None
        if line.has_before(at, _OPEN_CLAUSE, 10):
            return None
    else:
        return None
    word = line.word(verb)
    if not line.is_lower(verb):
        return None
    base = _base_of_any(word, gerund=negated)
    if (
        not base
        or base == "do"
        or line.has_before(at, _CLEFT, 8)
        or (negated and pair(line.word(verb - 1), word) > 3)
    ):
        return None
    return _slip(line, verb, base, f"After '{do}' write '{base}'.")


_DID_OBJECTS = _OBJECTS_NEXT | {"more", "all", "some", "many", "several"}
_CLEFT = words("what everything whatever anything things those as than all")


def after_to(line: Line, at: int) -> Slip | None:
    """``to became``, ``hoping to made``, ``to effectively blocked the``."""
    verb = at + 2 if line.word(at + 1).endswith("ly") else at + 1
    word = line.word(verb)
    if not line.is_lower(verb) or (not line.is_word(at - 1) and word not in PLAIN_PAST):
        return None
    tags = tags_of(word)
    if not _OTHER_FORMS & set(tags) or "VB" in tags or word in _OWN_BASE:
        return None
    if line.word(verb + 1) == "-" or line.word(verb - 1) in ("not", "only"):
        return None
    base = _base_after_to(line, at, verb)
    return _slip(line, verb, base, f"After 'to' write '{base}'.") if base else None


_OTHER_FORMS = frozenset(("VBD", "VBN", "VBZ", "VBG"))


def _base_after_to(line: Line, at: int, verb: int) -> str:
    """The base that belongs after "to", empty where the form may be right."""
    word, before, following = line.word(verb), line.word(at - 1), line.word(verb + 1)
    wants = before in _WANT_INFINITIVE
    object_next = following in _OBJECTS_NEXT
    if word in PLAIN_PAST or (
        word in ("saw", "felt", "rose", "shook") and (wants or object_next or following in _ASKS)
    ):
        return base_of_past(word) if line.tag(verb) in ("VBD", "VB", "VBN", "VBP") else ""
    if word in ("is", "was", "were", "has", "does"):
        if not wants and before not in ("has", "have", "had", "used"):
            return ""
        return "be" if word in ("is", "was", "were") else base_of_third(word)
    tags = tags_of(word)
    if tags == ("VBZ",):
        return base_of_third(word) if wants or following in _DID_OBJECTS else ""
    if tags[0] == "VBG":
        gerund = before in _NO_GERUND and verb == at + 1
        if line.tag(at - 1) in ("NNS", "NNP") and tags == ("VBG",):
            object_next = object_next or following in _PARTICLES
            gerund = object_next and line.has_before(at - 1, _TAKE_OBJECT, 3)
        gerund = gerund and not line.has_before(at, frozenset(("from",)), 12)
        gerund = gerund and (object_next or tags == ("VBG",) or following in _PARTICLES)
        return base_of_gerund(word) if gerund else ""
    if past_like(word) and (wants or line.word(at - 1).endswith("ly") or verb > at + 1):
        if object_next or (wants and only_past(word) and verb == at + 1 and pair("to", word) <= 4):
            return base_of_past(word)
        quickly = line.word(at - 1).endswith("ly") and line.tag(at - 2) in ("VBD", "VBN")
        return base_of_past(word) if quickly and following in _PARTICLES else ""
    has_object = object_next or line.tag(verb + 1) == "CD"
    if only_past(word) and has_object and not word.endswith("ed"):
        fixed = word == "given" or before in _PREPOSITIONAL or line.tag(at - 1) in ("VBN", "JJ")
        return "" if fixed else base_of_past(word)
    return ""


_ASKS = words("if whether how what who why where")
#: Verbs that take somebody and what that one is "to do".
_TAKE_OBJECT = words(
    "encourage encourages encouraged encouraging urge urges urged urging force forces forced "
    "forcing enable enables enabled enabling persuade persuades persuaded"
)
_PARTICLES = words("back up out down off over away")
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


def after_preposition(line: Line, at: int) -> Slip | None:
    """``after receive a letter``, ``a goal of improve relations``."""
    verb = at + 2 if line.word(at + 1) == "not" else at + 1
    word = line.word(verb)
    if not line.is_lower(verb) or not only_base(word) or word in _NO_GERUND_OF:
        return None
    if (
        not line.is_word(at - 1)
        or not line.is_word(verb + 1)
        or pair(line.word(verb - 1), word) > 0
    ):
        return None
    if line.tag(verb) not in ("VB", "VBP") or line.is_quoted(line.tokens[at].start):
        return None
    right = gerund_of(word)
    following = line.word(verb + 1)
    after, known = line.tag(verb + 1), pair(right, following) > 3 + pair(word, following)
    if not right or line.word(at - 1) in ("kind", "sort"):
        return None
    if after not in ("DT", "PRP$", "PRP", "WP") and not (known and after in ("NN", "NNS", "JJ")):
        return None
    return _slip(line, verb, right, f"After '{line.word(at)}' write '{right}'.")


_NO_GERUND_OF = words("be let have do are am forget cannot shall ought")

TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(_MODALS | _NOUNLIKE_MODALS | _CLITIC_WILL, after_modal),
    **dict.fromkeys(_DO_NOT | {"do", "does", "did"}, after_do),
    "to": after_to,
    **dict.fromkeys(words("of by for without after before despite from"), after_preposition),
    **participles.TRIGGERS,
}
