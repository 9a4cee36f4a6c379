"""Reads the posts that an article gives a person, and of which organisation or constituency."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from copylint.analysis.annotated_text import AnnotatedText
from copylint.analysis.ledger.entries import RoleKind, RoleStatement
from copylint.analysis.ledger.role_statements import ROLE_REACH, role, was
from copylint.analysis.names.people import Person, Reference
from copylint.core.kept_patterns import compiled
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.word_list import words

_DEPARTMENT = (
    "home|foreign|health|education|defence|defense|transport|justice|environment|treasury|finance|"
    "interior|agriculture|energy|housing|trade|culture|immigration|industry|business|work and "
    "pensions|communities|welsh|scottish"
)
_DIRECTED = (
    "finance|marketing|operations|sales|commercial|technical|creative|artistic|musical|medical|"
    "research|managing|sporting|communications|development|personnel|festival|museum|athletic"
)
_POST = (
    rf"(?:deputy\s|vice[- ]|assistant\s)?(?:chief\sexecutive(?:\sofficer)?|CEO|chief\sfinancial"
    r"\sofficer|chief\soperating\sofficer|chief\sconstable|chief\sinspector|chair(?:man|woman)?|"
    rf"(?:{_DIRECTED})\sdirector|(?:{_DEPARTMENT})\s(?:secretary|minister)|head\s?teacher|"
    r"head\s?master|head\s?mistress|principal|treasurer|mayor|editor|curator|MPs?|MSP|MEP|"
    r"vice[- ]chancellor|bishop|archdeacon|dean|vicar|rector|council\sleader|team\smanager|"
    r"(?:police\s)?sergeant|(?:police\s)?inspector|superintendent|station\smanager|"
    r"general\ssecretary|ambassador|high\scommissioner)"
)
_SAME = (
    (re.compile(r"chief executive officer|\bceo\b"), "chief executive"),
    (re.compile(r"chair(?:man|woman)"), "chair"),
    (re.compile(r"head\s?(?:teacher|master|mistress)"), "head teacher"),
    (re.compile(r"vice-"), "vice "),
    (re.compile(r"police "), ""),
    (re.compile(r"chief financial officer"), "finance director"),
    (re.compile(r"chief operating officer"), "operations director"),
    (re.compile(r"defense"), "defence"),
    (re.compile(r"\bmps\b"), "mp"),
)
# One of these is in every post: a name has few of them before it.
_HEADS = words(
    "executive officer ceo constable inspector chair chairman chairwoman director secretary "
    "minister teacher headteacher master headmaster mistress headmistress principal treasurer "
    "mayor editor curator mp mps msp mep chancellor bishop archdeacon dean vicar rector leader "
    "manager sergeant superintendent ambassador commissioner"
)
_WORD = compiled("[a-z]+")
_OF = (
    r"(?P<joined>\s(?:of|at|for)\s(?:the\s)?)"
    r"(?P<of>[A-Z][\w'’&-]*(?:\s(?:[A-Z][\w'’&-]*|and|of|upon|on)(?=[\s,.)]|['’]s)){0,4})"
)
_BEFORE = LazyPattern(
    rf"(?:(?<![\w’'-])(?P<owner>[A-Z][\w'’&-]*(?:\s[A-Z][\w&-]*){{0,3}})(?:['’]s?)?\s)?"
    rf"(?<![\w-])(?P<value>(?i:{_POST}))(?:{_OF})?,?\s\Z",
)
_AFTER = LazyPattern(
    rf",\s(?:who\sis\s)?(?:(?:the|its|their|our|a|an)\s)?"
    rf"(?:(?P<owner>[A-Z][\w&-]*(?:\s[A-Z][\w&-]*){{0,3}})(?:['’]s?)?\s)?"
    rf"(?P<value>(?i:{_POST}))\b(?!['’-]|\s[A-Z])(?:{_OF})?"
)
_COUNSEL = LazyPattern(r",\s(?:KC,\s|QC,\s)?(?P<value>prosecuting|defending)\b")
_COUNSEL_FOR = LazyPattern(
    r",\s(?:KC,\s|QC,\s)?(?:appearing\s)?for\sthe\s(?P<value>prosecution|defence|defense)\b"
)


def posts(article: AnnotatedText, person: Person, reference: Reference) -> Iterator[RoleStatement]:
    """The posts beside one mention of a person."""
    text = article.text
    low = max(0, reference.start - ROLE_REACH)
    before = None
    if _may_end_in_post(text[max(0, low - 1) : reference.start]):
        before = _BEFORE.search(text, low, reference.start)
    apposed = text.startswith(",", reference.end)
    after = _AFTER.match(text, reference.end) if apposed else None
    for found in (before, after):
        if found is None:
            continue
        start = found.start("owner") if found["owner"] else found.start("value")
        if was(text, start) or was(text, found.start("value")):
            continue
        if found["owner"] and found["owner"].startswith("The "):
            start += len("The ")
        key = normal_post(found["value"])
        of = found["of"] or found["owner"] or ""
        end = found.end("of") if found["of"] else found.end("value")
        begin = start if found["owner"] and not found["of"] else found.start("value")
        yield role(article, person, RoleKind.OFFICE, (begin, end), key, of)
    for pattern in (_COUNSEL, _COUNSEL_FOR) if apposed else ():
        counsel = pattern.match(text, reference.end)
        if counsel is not None:
            key = "prosecution" if counsel["value"].startswith("pros") else "defence"
            yield role(article, person, RoleKind.OFFICE, counsel.span("value"), key)


@lru_cache(maxsize=1 << 12)
def _may_end_in_post(shown: str) -> bool:
    """Whether a post may end ``shown``, the words before a name.

    It is cached because a text that is being written has most of them again.
    """
    if _HEADS.isdisjoint(_WORD.findall(shown.lower())):
        return False
    return _BEFORE.search(shown) is not None


def normal_post(shown: str) -> str:
    """A post in the word that all names of it share."""
    key = " ".join(shown.lower().split())
    for pattern, plain in _SAME:
        key = pattern.sub(plain, key)
    return key
