"""Apostrophes that the words beside them rule out or ask for, and one owner for several."""

from __future__ import annotations

from copylint.checks.grammar import bare_contractions, its_and_whose, possessive, stray_apostrophes
from copylint.checks.grammar.apostrophes import respelt
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, like
from copylint.core.kept_patterns import compiled
from copylint.language.nouns import MASS
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

_NOUNS = (("NN",), ("NNS",))
# Nouns that may follow "it is" without an article.
_BARE = words(
    "time people years things days weeks months hours ages decades minutes news fun luck business "
    "nothing something everything anything everyone someone anyone part kind sort men women "
    "children friends kids lots tons loads miles yards dollars pounds bits pieces plans parts"
)
_PREPOSITIONS = words("in of for with from on into at by under within via as than")
_VERBS = ("VBZ", "MD", "VBD")


def its_noun(sentence: TaggedSentence, at: int) -> Detection | None:
    """``it's users can``, ``It's main purpose is``, ``it's outputs``."""
    noun, after = sentence.word(at + 1), sentence.word(at + 2)
    if not sentence.is_lower(at + 1) or noun in _BARE or after in ("'s", "that"):
        return None
    tags, then = tags_of(noun), tags_of(after)
    if tags[:1] == ("NNS",):
        plain = sentence.tag(at + 1) == "NNS" and "VBZ" not in tags
        wrong = plain or sentence.tag(at + 2) in ("MD", "VBP", "VBD")
    elif tags[:1] == ("NN",):
        wrong = noun not in MASS and sentence.tag(at + 2) in _VERBS
    else:
        owned = tags[:1] == ("JJ",) and then[:1] in _NOUNS and after not in MASS
        wrong = owned and after not in _BARE and sentence.tag(at + 3) in ("VBZ", "MD")
    if not wrong:
        return None
    right = like(sentence.shown(at), "its")
    return respelt(
        its_and_whose.RULE.id, sentence, at, at, right, "Write 'its', the possessive, here."
    )


_LINKS = words("so now then but first next")
_BEFORE_LETS = _LINKS | words(", : -")


def lets_us(sentence: TaggedSentence, at: int) -> Detection | None:
    """``Now lets look``, ``First, lets create``."""
    verb = at + 1
    if sentence.tag(verb) == "RB" and sentence.word(verb) != "not":
        verb += 1
    tags = tags_of(sentence.word(verb))
    if not sentence.is_lower(verb) or "VB" not in tags or sentence.word(verb) in ("us", "the"):
        return None
    if not sentence.opens(at):
        before = sentence.word(at - 1)
        if before not in _BEFORE_LETS:
            return None
        if before in _LINKS and not (sentence.opens(at - 1) or sentence.word(at - 2) == ","):
            return None
    right = like(sentence.shown(at), "let's")
    return respelt(
        bare_contractions.RULE.id, sentence, at, at, right, "Write 'let's', short for 'let us'."
    )


_LET = words(
    "users people readers developers customers clients visitors editors authors anyone everyone"
)


def let_you(sentence: TaggedSentence, at: int) -> Detection | None:
    """``Let's you choose``: the verb, without its subject."""
    who, verb = sentence.word(at + 1), tags_of(sentence.word(at + 2))
    if not (who == "you" and "VB" in verb) and not (who in _LET and verb[:1] == ("VB",)):
        return None
    right = like(sentence.shown(at), "lets")
    return respelt(
        stray_apostrophes.RULE.id, sentence, at, at, right, "Write 'lets': 'let's' means 'let us'."
    )


_OWNERS = words(
    "users clients authors readers developers customers students patients victims visitors owners "
    "players callers contributors reviewers senders recipients employees teachers maintainers "
    "drivers buyers sellers consumers"
)
_OWNED = words(
    "home perspective browser account name email address password directory device machine profile "
    "session computer identity role shell preferences settings username credentials phone inbox "
    "location language position life attention expectations desktop consent keyboard website "
    "viewpoint"
)


def owner(sentence: TaggedSentence, at: int) -> Detection | None:
    """``the users home directory``: a plural before what one of them has."""
    if sentence.word(at - 1) not in ("the", "a", "each", "every", "another"):
        return None
    if sentence.word(at + 1) not in _OWNED or sentence.tag(at + 1)[:2] != "NN":
        return None
    shown = sentence.shown(at)
    right, other = f"{shown[:-1]}'s", f"{shown}'"
    found = respelt(
        possessive.RULE.id,
        sentence,
        at,
        at,
        right,
        f"Write '{right}' or '{other}' before what is owned.",
    )
    curly = "’" in found.replacements[0]
    others = (other.replace("'", "’") if curly else other,)
    return found._replace(replacements=found.replacements + others)


def wont(sentence: TaggedSentence, at: int) -> Detection | None:
    """``the gate wont open``."""
    after = tags_of(sentence.word(at + 1))
    if not {"VB", "RB"} & {*after} or sentence.tag(at - 1)[:2] not in ("NN", "PR", "RB", "EX"):
        return None
    right = like(sentence.shown(at), "won't")
    return respelt(
        bare_contractions.RULE.id, sentence, at, at, right, "Write 'won't' with an apostrophe."
    )


_INITIALS = compiled(r"[A-Z]{2,5}['’]s")
_NO_OWNED = words("are were have where from when for ( you we they can will should may must")


def initials(sentence: TaggedSentence, at: int) -> Detection | None:
    """``the MP's are``: a plural that owns nothing."""
    if sentence.word(at + 1) not in _NO_OWNED or sentence.opens(at + 1):
        return None
    right = f"{sentence.shown(at)[:-2]}s"
    message = f"Write '{right}', the plural, without an apostrophe."
    return Detection(stray_apostrophes.RULE.id, at, at, (right,), message)


_VERBS_ONLY = words(
    "get want allow make give take become provide return contain require include happen keep put "
    "add follow bring begin appear exist depend ask receive create"
)
_SUBJECTS = words("that which who it also he she")


def third_person(sentence: TaggedSentence, at: int) -> Detection | None:
    """``it get's dark``: the ending of a verb."""
    if not sentence.is_lower(at):
        return None
    if sentence.tag(at - 1)[:2] not in ("NN", "PR") and sentence.word(at - 1) not in _SUBJECTS:
        return None
    right = f"{sentence.shown(at)[:-2]}s"
    message = f"Write '{right}': a verb takes no apostrophe."
    return Detection(stray_apostrophes.RULE.id, at, at, (right,), message)


def by_shape(shown: str, word: str) -> Detector | None:
    """The detector for plurals of initials."""
    return initials if _INITIALS.fullmatch(shown) else None


TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys([f"{verb}'s" for verb in _VERBS_ONLY], third_person),
    "it's": its_noun,
    "lets": lets_us,
    "let's": let_you,
    "wont": wont,
    **dict.fromkeys(_OWNERS, owner),
}
