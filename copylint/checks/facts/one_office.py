"""Two given names before one surname, for the holder of one office or the counsel of one side."""

from __future__ import annotations

from copylint.analysis.names.people import Reference
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.word_list import words

_REACH = 90  # code points after a name in which its apposition is read
_APPOSED = LazyPattern(r",\s(?P<said>[^,.;:\n“”\"]{4,80})(?=[,.;])")
# Words for one side, and words for one portfolio; what they concern must be the same too.
_ROLES = (
    ("defence", r"\b(?:defend(?:ed|ing|s)|for\sthe\sdefence|counsel\sfor|barrister\sfor|"
                r"solicitor\sfor|represent(?:ed|ing|s)|acting\sfor|acts\sfor|lawyer\sfor|"
                r"mitigating\sfor)\b"),
    ("portfolio", r"\b(?:cabinet\smember|portfolio|brief|secretary|minister|spokes\w+|convener)\b"),
    ("head", r"\b(?:head(?:teacher|master|mistress)?|principal)\b"),
    ("chair", r"\b(?:chair(?:man|woman)?|chairs|chaired|president|presides)\b"),
    ("chief", r"\b(?:chief\sexecutive|managing\sdirector|runs|boss)\b"),
    ("director", r"\b(?:directs|directed|director)\b"),
    ("coach", r"\b(?:coach(?:es|ed)?|manager|manages)\b"),
    ("captain", r"\b(?:captains?|captained|skippers?|led)\b"),
    ("owner", r"\b(?:owns?|owned|owner|landlord|landlady|proprietor)\b"),
)  # fmt: skip
_PATTERNS = tuple((name, LazyPattern(pattern)) for name, pattern in _ROLES)
_WORDS = LazyPattern(r"[^\W\d_]{4,}")
_IDLE = words(
    "which that this their with from since last first years year member cabinet chief executive "
    "managing director manager minister secretary head headteacher owner brief portfolio election "
    "spokesman spokeswoman chairman chairwoman chair president counsel defended represented who "
    "coach captain former deputy assistant also been held holds will would have"
)


def _office(text: str, reference: Reference) -> tuple[set[str], set[str]]:
    """The roles in the apposition after a name, and what they concern."""
    found = _APPOSED.match(text, reference.end, reference.end + _REACH)
    if found is None:
        return set(), set()
    said = found["said"]
    roles = {name for name, pattern in _PATTERNS if pattern.search(said)}
    about = {word for word in _WORDS.findall(said) if word.lower() not in _IDLE}
    return roles, about


def same_office(text: str, one: Reference, other: Reference) -> bool:
    """Whether the words after two full names give one office: *who defended Quist*."""
    roles, about = _office(text, one)
    if not roles or not about:
        return False
    others, matter = _office(text, other)
    return bool(roles & others and about & matter)
