"""Phrasal verbs written as one word, as their nouns are: ``can login``, ``correctly setup``."""

from __future__ import annotations

from copylint.checks.grammar.phrasal_verbs import RULE
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence
from copylint.language.tokens import HYPHENS
from copylint.language.word_list import words

_SPLIT = {
    "setup": 3,
    "login": 3,
    "logout": 3,
    "logon": 3,
    "signup": 4,
    "checkout": 5,
    "shutdown": 4,
    "cleanup": 5,
    "backup": 4,
    "rollback": 4,
}
_SUBJECTS = words("you we they i users people developers")
_OPENERS = words("please then now first also let's and")
_HAVE = words("have has had having i've you've we've they've")
_BE = words("is are was were be been being it's")
_OBJECTS = words("the a an his her its their our your my all any some it them this these those")
_ENDS = words(". , ; : ) for in with on to and when again as via from using before after at")
# Words after which "to" is a preposition.
_PLACES = words(
    "go goes going went gone redirect redirects redirected redirecting link links linked access "
    "related relating due prior next close according changes changed change switch switched back "
    "moved moves move similar added add adding subject tied leads specific point points return"
)
_NOUN_TAGS = ("NN", "NNS")


def _takes_object(sentence: TaggedSentence, at: int) -> bool:
    """Whether a noun phrase follows that is not a compound with the word at ``at``."""
    if sentence.word(at + 1) in _OBJECTS:
        return True
    # A plural, or an adjective and a noun: "setup aliases", but "setup code" is a compound.
    if sentence.word(at) == "backup":
        return False
    if sentence.tag(at + 1) in ("NNS", "NNP"):
        return sentence.tag(at + 2) not in ("VBZ", "VBP", "MD", "VBD")
    return sentence.tag(at + 1) == "JJ" and sentence.tag(at + 2) in _NOUN_TAGS


def written_as_one(sentence: TaggedSentence, at: int) -> Detection | None:
    """``users can login``, ``to correctly setup``, ``once you signup``."""
    if not sentence.is_lower(at) or sentence.word(at + 1) in HYPHENS:
        return None
    before, following = sentence.word(at - 1), sentence.word(at + 1)
    if before in HYPHENS or before == "/" or following == "/":
        return None
    return _apart(sentence, at) if _is_verb(sentence, at, before, following) else None


def _is_verb(sentence: TaggedSentence, at: int, before: str, following: str) -> bool:
    takes = _takes_object(sentence, at)
    if before in _SUBJECTS:
        return takes or following in _ENDS
    if before in _HAVE:
        return takes and sentence.tag(at + 1) != "JJ"
    if before in _OPENERS:
        if before == "and":
            return following in _OBJECTS and sentence.tag(at - 2)[:2] in ("VB", "NN")
        return following in _OBJECTS
    if before.endswith("ly") and sentence.tag(at - 1) == "RB":
        ahead = sentence.word(at - 2)
        return ahead in _BE or (ahead in ("to", *_SUBJECTS) and (takes or following in _ENDS))
    if before == "to":
        if sentence.word(at - 2) in _PLACES:
            return False
        return takes and sentence.tag(at - 2)[:2] in ("NN", "JJ", "VB", "PR", "RB", "IN", "")
    return before == "not" and sentence.word(at - 2) in _BE and following in ("to", "for", "as")


def _apart(sentence: TaggedSentence, at: int) -> Detection:
    shown = sentence.shown(at)
    size = _SPLIT[sentence.word(at)]
    right = f"{shown[:size]} {shown[size:]}"
    return Detection(RULE.id, at, at, (right,), f"As a verb, '{right}' is two words.")


TRIGGERS: dict[str, Detector] = dict.fromkeys(_SPLIT, written_as_one)
