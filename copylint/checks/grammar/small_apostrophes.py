"""It's before a noun, lets for let us, let's for the verb, and one owner written as several."""

from __future__ import annotations

from copylint.checks.grammar import bare_contractions, its_and_whose, possessive, stray_apostrophes
from copylint.checks.grammar.apostrophes import respelt
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, like
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
        if sentence.word(at - 1) in (",", ":", "-") and tags[:1] != ("VB",):
            return None
    elif tags[:1] != ("VB",) and sentence.word(verb + 1) not in _OBJECTS:
        return None
    right = like(sentence.shown(at), "let's")
    return respelt(
        bare_contractions.RULE.id, sentence, at, at, right, "Write 'let's', short for 'let us'."
    )


_OBJECTS = words("the a an our your this these some at into in on with how what")
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


TRIGGERS: dict[str, Detector] = {
    "it's": its_noun,
    "lets": lets_us,
    "let's": let_you,
    "wont": wont,
    **dict.fromkeys(_OWNERS, owner),
}
