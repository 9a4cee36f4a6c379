"""Verbs after a modal verb or "do" in another form than the base: could made, did not saw."""

from __future__ import annotations

from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, pair
from copylint.checks.grammar.verbs_near import OBJECTS, reform, skip_adverbs
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.tokens import TokenKind
from copylint.language.verbs import (
    PLAIN_PAST,
    base_of_gerund,
    base_of_past,
    base_of_third,
    only_past,
)
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.modal-verb",
    summary="Flags the wrong form of a verb after 'could', 'will', 'did' and the like.",
    why=(
        "Modal verbs and 'do' take the plain form: 'could make', 'did not see'. The wrong form is "
        "left behind when a sentence is recast. The rule also flags 'could of'."
    ),
    bad=(
        Bad("The mayor could made a speech.", "made", "The mayor could make a speech."),
        Bad("He did not saw the lorry.", "saw", "He did not see the lorry."),
        Bad("They will continuing the work.", "continuing", "They will continue the work."),
        Bad("It could of been worse.", "of", "It could have been worse."),
        Bad("It must dismissed by May.", "dismissed", "It must be dismissed by May."),
    ),
    good=(
        Good("The money they had came from a will. His will left nothing to her."),
        Good("All he did is make a call. Of course the town is dark."),
        Good("What he did made her laugh. All they could do was wait."),
        Good("Those who could left early. As best they could, they kept calm."),
        Good("Would increased spending help? The art of the possible could of course change."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)


_MODALS = words("could would should must cannot can't couldn't won't wouldn't shouldn't mustn't")
_NOUNLIKE_MODALS = words("will can may might")
_CLITIC_WILL = words("i'll you'll he'll she'll it'll we'll they'll")
_DO_NOT = words("didn't don't doesn't")
_SUBJECTS = words("i you he she it we they who which that")
_PERSONS = words("i he she we they")
# After one of these a clause may end in a modal or "did", and another verb may follow.
_OPEN_CLAUSE = words(
    "what all everything whatever as than those anyone anything everyone things thing best "
    "wherever whoever first last most ones nothing something little much many some"
)


def _base_of_any(word: str, *, third: bool = True, gerund: bool = True) -> str:
    """The base of a form that is surely neither a base nor a noun, else empty."""
    if word != "found" and (only_past(word) or word in PLAIN_PAST):
        return base_of_past(word)  # "will found a school"
    tags = tags_of(word)
    if third and (word in ("is", "has", "does", "was", "were") or tags == ("VBZ",)):
        return base_of_third(word) if word not in ("was", "were") else "be"
    if gerund and tags == ("VBG",):
        return base_of_gerund(word)
    return ""


def after_modal(sentence: TaggedSentence, at: int) -> Detection | None:
    """``could made``, ``will continuing``, ``could of been``."""
    modal = sentence.word(at)
    if modal in _NOUNLIKE_MODALS and sentence.tokens[at].text[0].isupper():
        return None
    before = sentence.word(at - 1)
    verb = skip_adverbs(sentence, at + 1)
    word = sentence.word(verb)
    if word == "of":
        return _of_for_have(sentence, at, verb)
    if not sentence.is_lower(verb):
        return None
    base = _base_of_any(word)
    if not base:
        return None
    if modal not in _CLITIC_WILL and not _follows_subject(sentence, at):
        return None
    if before == "who" or (before != "it" and sentence.has_before(at, _OPEN_CLAUSE, 8)):
        return None
    if pair(modal, word) > 1.5:
        return None
    third = tags_of(word) == ("VBZ",)
    if verb > at + 1 and not third and pair(sentence.word(verb - 1), word) > 4:
        return None
    if word == "been":
        base = "have been"
    if only_past(word) and word != "been" and _lacks_object(sentence, verb):
        message = f"After '{modal}' write 'be {word}' or '{base}'."
        return Detection(RULE.id, verb, verb, (f"be {word}", base), message)
    return reform(RULE.id, sentence, verb, base, f"After '{modal}' write '{base}'.")


def _lacks_object(sentence: TaggedSentence, verb: int) -> bool:
    """Whether no object follows, so that the passive is meant: "must dismissed without"."""
    tag = sentence.tag(verb + 1)
    return base_of_past(sentence.word(verb)) not in _NO_PASSIVE and (
        not sentence.is_word(verb + 1) or tag in ("IN", "TO", "RB", "CC", "RP")
    )


_NO_PASSIVE = words("go come become arrive happen occur fall rise appear seem begin continue die")


def _follows_subject(sentence: TaggedSentence, at: int) -> bool:
    """Whether the word at ``at`` is a modal with its subject before it.

    "The will left", "tin can made", "German might led": a noun, not a modal.
    """
    before, modal = sentence.word(at - 1), sentence.word(at)
    if sentence.tokens[at - 1].kind is TokenKind.CODE and at:
        return True
    if not sentence.is_word(at - 1) or before in (
        "why",
        "how",
        "when",
        "where",
        "what",
        "and",
        "so",
    ):
        return False
    if modal not in _NOUNLIKE_MODALS or before in _SUBJECTS:
        return True
    tag = sentence.tag(at - 1)
    if sentence.tag(at) != "MD" or (modal == "may" and tag[:3] == "NNP"):
        return False
    return tag in ("NNS", "NNP", "NNPS") or (tag in ("NN", "VBG") and before not in _WILLS)


#: "Political will", "trash can", "air might".
_WILLS = words("iron free party people public state trash oil tin beer garbage air sea world")


def _of_for_have(sentence: TaggedSentence, at: int, of: int) -> Detection | None:
    following = sentence.word(of + 1)
    if sentence.word(at) in _NOUNLIKE_MODALS - {"might"} or of != _after_not(sentence, at):
        return None
    if following != "been" and not only_past(following) and following != "done":
        return None
    if sentence.word(at) == "might" and sentence.word(at - 1) not in _SUBJECTS:
        return None
    return reform(
        RULE.id, sentence, of, "have", f"After '{sentence.word(at)}' write 'have', not 'of'."
    )


def _after_not(sentence: TaggedSentence, at: int) -> int:
    return at + 2 if sentence.word(at + 1) == "not" else at + 1


def after_do(sentence: TaggedSentence, at: int) -> Detection | None:
    """``did not saw``, ``did you went``, ``does not makes``."""
    do = sentence.word(at)
    negated = do in _DO_NOT or sentence.word(at + 1) == "not"
    verb = at + 1
    if negated:
        verb = skip_adverbs(sentence, verb, 3)
        if sentence.word(at - 1) in ("who", "that") and do == "did":
            return None
    elif sentence.word(verb) in _PERSONS | {"you"} and (
        sentence.opens(at) or sentence.word(at - 1) in ("how", "why", "when", "where", "what")
    ):
        verb = skip_adverbs(sentence, verb + 1)
    elif do == "did" and sentence.word(verb + 1) in _DID_OBJECTS:
        if sentence.word(at - 1) not in _PERSONS and sentence.tag(at - 1) != "NNP":
            return None
        if sentence.has_before(at, _OPEN_CLAUSE, 10):
            return None
    else:
        return None
    word = sentence.word(verb)
    if not sentence.is_lower(verb):
        return None
    base = _base_of_any(word, gerund=negated)
    if not base and negated and "VBZ" in tags_of(word) and sentence.tag(verb) in ("VBZ", "NNS"):
        base = base_of_third(word)
    if (
        not base
        or base == "do"
        or sentence.has_before(at, _CLEFT, 8)
        or (negated and pair(sentence.word(verb - 1), word) > 3)
    ):
        return None
    return reform(RULE.id, sentence, verb, base, f"After '{do}' write '{base}'.")


_DID_OBJECTS = OBJECTS | {"more", "all", "some", "many", "several"}
_CLEFT = words("what everything whatever anything things those as than all")

TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(_MODALS | _NOUNLIKE_MODALS | _CLITIC_WILL, after_modal),
    **dict.fromkeys(_DO_NOT | {"do", "does", "did"}, after_do),
}
