"""Words mistaken for others, recognised by two or three words beside them: ``has lead to``.

No model is involved: each frame is one that the written word cannot fill. Frames are tried only
at words that may be wrong, most of which are rare.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from copylint.language.tokens import TokenKind
from copylint.language.vocabulary import straight
from copylint.language.word_list import listed, words
from copylint.language.word_tags import tags_of
from copylint.models.confusion_model import beside_code, in_compound
from copylint.models.edit import ScoredEdit
from copylint.models.editor import SentenceEditor
from copylint.models.sentence_context import SentenceContext

_WORD = TokenKind.WORD

_DATA = Path(__file__).parent.parent / "data" / "frames.txt"
# How sure a frame is, in natural log odds above the limit of its kind.
_SURE = 3.0

_Words = Sequence[str]
_Frame = Callable[[_Words, int], str | None]


class FrameEditor(SentenceEditor):
    """Proposes the word that alone fits a frame."""

    def edits(self, contexts: Sequence[SentenceContext]) -> list[list[ScoredEdit]]:
        """Words that their frames rule out, in each sentence."""
        return [self._of(context) for context in contexts]

    @staticmethod
    def _of(context: SentenceContext) -> list[ScoredEdit]:
        frames, words, tokens = _frames(), context.words, context.tokens
        found = []
        for place in [at for at, word in enumerate(words) if word in frames]:
            at = place - context.padding
            token = tokens[at]
            shown = straight(token.text)
            if token.kind is not _WORD or (shown != words[place] and at > 1):
                continue
            meant = frames[words[place]](words, place)
            if meant is None or in_compound(tokens, at) or beside_code(tokens, at):
                continue
            if shown[0].isupper():
                meant = meant[0].upper() + meant[1:]
            found.append(ScoredEdit(token.start, token.end, meant, _SURE, "confusion"))
        return found


_STATES = words(
    "is was are were be been being it's that's seems seemed looks looked feels felt becomes became "
    "got gets getting far way considered deemed comes came"
)
_GRADED = words(
    "late early much many few small big large far soon often long high little hard expensive "
    "difficult busy tired weak strong heavy young old good bad risky costly dangerous narrow "
    "short fast slow easy hot cold wide deep loud quick sick steep sweet dark dry wet poor"
)
_AFTER_GRADED = words("to for , . ; ! ? $ when and but because that of")
_HAVE = words("has have had having was were been be being")
_LED = words("to the a an by him her them us me many some in")


def _too(w: _Words, i: int) -> str | None:
    """``it is to late to``."""
    if w[i + 1] not in _GRADED or w[i - 1] not in _STATES or w[i + 2] not in _AFTER_GRADED:
        return None
    if w[i + 1] in ("many", "much") and w[i + 2] in ("of", "and", "that", "but", ",", "."):
        return None  # "known to many, …"
    return "too"


def _led(w: _Words, i: int) -> str | None:
    """``has lead to``, ``was lead by``."""
    before = w[i - 1] if w[i - 1] not in _ADVERBS else w[i - 2]
    if before not in _HAVE or w[i + 1] not in _LED:
        return None
    if w[i + 1] in ("in", "to") and before not in ("has", "have", "had", "having"):
        return None  # "the metal was lead in part"
    return "led"


_ADVERBS = words("also already long always since recently ultimately then often only now")


def _effect_noun(w: _Words, i: int) -> str | None:
    """``an affect on``, ``take affect``."""
    if w[i + 1] == "on" and tags_of(w[i - 1])[:1] in (("DT",), ("JJ",), ("PRP$",), ("VBG",)):
        return "effect"
    if w[i - 1] in ("take", "takes", "took", "taking", "taken", "into", "side", "no"):
        return "effect" if tags_of(w[i + 1])[:1] not in _NOUNS else None
    return None


_NOUNS = (("NN",), ("NNS",), ("JJ",))
_VERB_BEFORE = words(
    "to can can't cannot could couldn't will would should must don't didn't i'll we'll they'll"
)


def _breathe(w: _Words, i: int) -> str | None:
    """``could not breath``, ``to breath``."""
    before = w[i - 2] if w[i - 1] in ("not", "barely", "hardly", "even") else w[i - 1]
    if before not in _VERB_BEFORE or tags_of(w[i + 1])[:1] in _NOUNS:
        return None
    # "from breath to breath", "down to breath level"
    return None if before == "to" and "breath" in w[max(0, i - 4) : i] else "breathe"


_AFTER_BREATH = words(", . ; $ of and before as in")


def _breath(w: _Words, i: int) -> str | None:
    """``a deep breathe``."""
    if w[i - 1] in ("deep", "hold", "held", "his", "her", "their", "a", "last"):
        return "breath" if w[i + 1] in _AFTER_BREATH else None
    return None


def _were(w: _Words, i: int) -> str | None:
    """``they where given``."""
    if w[i - 1] not in ("they", "we", "you") or w[i - 2] in ("and", "or", ","):
        return None
    return "were" if tags_of(w[i + 1])[:1] in (("VBN",), ("VBG",), ("JJ",), ("RB",)) else None


def _you_are(w: _Words, i: int) -> str | None:
    """``your not alone``, ``your going to``."""
    following, after = w[i + 1], w[i + 2]
    if following in ("not", "either") and after != "-" and w[i - 1] not in ("both", "of"):
        return "you're" if tags_of(after)[:1] not in _NOUNS or after in ("alone",) else None
    if following == "going" and after == "to":
        return "you're"
    if w[i - 1] in ("if", "when", "unless") and following in _DOING and after in _AFTER_DOING:
        return "you're"
    return "you're" if following == "welcome" and after in ("to", ".", "!") else None


_DOING = words("coming going looking trying planning hoping staying leaving")
_AFTER_DOING = words("to from for with on in by . ,")
_PLACES = words(
    "in of for with from to on into at by under within inside through about via across behind"
)
_ADDRESSED = words(
    "people guys folks two three all lot kids everyone everybody everything anything something "
    "nothing today tonight tomorrow yesterday sir madam ladies gentlemen children dear sans"
)
_VERBS = frozenset({"VB", "VBP", "VBD", "RB", "MD", "IN"})
_OF_YOURS = words("is was are were has will can should must may might would could")


def _your(w: _Words, i: int) -> str | None:
    """``in you garden``, ``if you garden is``, ``of you own``."""
    noun, before = w[i + 1], w[i - 1]
    if before in _PLACES and noun == "own":
        return "your"
    tags = tags_of(noun)
    if tags[:1] not in _NOUN or noun in _ADDRESSED or not _VERBS.isdisjoint(tags):
        return None
    if before in _PLACES:
        return "your"
    return "your" if w[i + 2] in _OF_YOURS and before in _BEFORE_SUBJECT else None


_NOUN = (("NN",), ("NNS",))
_BEFORE_SUBJECT = words("^ , : ; that if when and but so because where whether once unless as")


def _may(w: _Words, i: int) -> str | None:
    """``it my be``."""
    if w[i + 1] == "be" and w[i - 1] not in ("to", "not", "could", "would", "can", "will", "'"):
        return "may"
    return None


def _once(w: _Words, i: int) -> str | None:
    """``One you have paid, leave``."""
    if w[i - 1] != "^" or w[i + 1] != "you":
        return None
    return "once" if tags_of(w[i + 2])[:1] in (("VB",), ("VBP",), ("VBN",), ("VBD",)) else None


_AFTER_NOT = words("a an the just only about clear enough that as")


def _it_is(w: _Words, i: int) -> str | None:
    """``its got to``, ``its been a``."""
    if w[i + 1] == "been" or (w[i + 1] == "got" and w[i + 2] in ("to", "a", "the", "nothing")):
        return "it's"
    if w[i + 1] == "not" and w[i + 2] in _AFTER_NOT:
        return "it's"
    return None


def _their(w: _Words, i: int) -> str | None:
    """``of there own``, ``there own``."""
    return "their" if w[i + 1] in ("own", "respective") else None


def _there(w: _Words, i: int) -> str | None:
    """``their is``, ``their were``."""
    if w[i + 1] not in ("is", "are", "was", "were", "isn't", "aren't", "wasn't", "weren't"):
        return None
    if w[i + 1] in ("is", "was") and w[i + 2] not in _EXISTS:
        return None
    return "there" if w[i - 1] in _OPENS else None


_EXISTS = words("a an no the not still also actually now little nothing something much some only")
_OPENS = words("^ that and but , if because when while so since though although think said says")


_OF_WHOSE = words("is was are were has had includes include")


def _whose(w: _Words, i: int) -> str | None:
    """``a man who's job is``."""
    noun, verb = w[i + 1], w[i + 2]
    if verb in _OF_WHOSE and tags_of(noun) in (("NN",), ("NNS",)):
        return "whose"
    if tags_of(noun) not in _THINGS:
        return None
    # "the man who's boss left": what somebody is needs no article.
    return "whose" if tags_of(verb)[:1] in _PAST and noun not in listed("person-nouns") else None


_THINGS = (("NN",), ("NNS",), ("NN", "VB"), ("NN", "VB", "VBP"))
_PAST = (("VBD",), ("VBN",))


def _than(w: _Words, i: int) -> str | None:
    """``would rather walk then drive``."""
    before, after = tags_of(w[i - 1]), tags_of(w[i + 1])
    if w[i - 2] != "rather" or "VB" not in before or tags_of(w[i + 1])[:1] not in _ACTS:
        return None
    return "than" if "VB" in after or after == ("NN",) else None


_ACTS = (("VB",), ("NN",), ("VBP",))


class _Beside:
    """Set phrases (``data/frames.txt``): a preceding or a following word shows the typo.

    With ``both`` it takes a word before and another after.
    """

    def __init__(
        self, meant: str, before: Sequence[str], after: Sequence[str], *, both: bool = False
    ) -> None:
        self._rows = [(meant, frozenset(before), frozenset(after), both)]

    def __add__(self, other: _Beside) -> _Beside:
        both = _Beside("", (), ())
        both._rows = self._rows + other._rows
        return both

    def __call__(self, w: _Words, i: int) -> str | None:
        """The word that was meant by ``w[i]``."""
        before = w[i - 1], f"{w[i - 2]}_{w[i - 1]}"
        after = w[i + 1], f"{w[i + 1]}_{w[i + 2]}"
        for meant, left, right, both in self._rows:
            fits_left, fits_right = not left.isdisjoint(before), not right.isdisjoint(after)
            if (fits_left and fits_right) if both else (fits_left or fits_right):
                return meant
        return None


def _either(first: _Frame, second: _Frame) -> _Frame:
    return lambda w, i: first(w, i) or second(w, i)


@cache
def _frames() -> dict[str, _Frame]:
    """The frames to try at a word."""
    phrases: dict[str, _Beside] = {}
    for line in _DATA.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        both = " +> " in line
        head, _, after = line.replace(" +> ", " > ").partition(" >")
        if "<" in after:
            after, _, before = after.partition("<")
        else:
            head, _, before = head.partition(" <")
        wrong, meant = head.split()
        row = _Beside(meant, before.split(), after.split(), both=both)
        phrases[wrong] = phrases[wrong] + row if wrong in phrases else row
    found: dict[str, _Frame] = dict(_BY_HAND)
    for wrong, phrase in phrases.items():
        found[wrong] = _either(found[wrong], phrase) if wrong in found else phrase
    return found


_BY_HAND: dict[str, _Frame] = {
    "to": _too,
    "lead": _led,
    "affect": _effect_noun,
    "breath": _breathe,
    "breathe": _breath,
    "where": _were,
    "you": _your,
    "my": _may,
    "one": _once,
    "your": _you_are,
    "its": _it_is,
    "there": _their,
    "their": _there,
    "who's": _whose,
    "then": _than,
}
