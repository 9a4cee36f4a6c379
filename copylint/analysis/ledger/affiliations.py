"""Reads the party, the club and the nationality that an article gives a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from copylint.analysis.annotated_text import AnnotatedText
from copylint.analysis.ledger.entries import RoleKind, RoleStatement
from copylint.analysis.ledger.role_statements import ROLE_REACH, role, was
from copylint.analysis.names.people import Person, Reference
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.word_list import listed, words

_PARTIES = {
    "Labour": "labour", "Conservative": "conservative", "Tory": "conservative",
    "Conservatives": "conservative", "Tories": "conservative",
    "Liberal Democrat": "liberal democrat", "Lib Dem": "liberal democrat",
    "Liberal Democrats": "liberal democrat", "Lib Dems": "liberal democrat",
    "Green": "green", "Greens": "green", "Green Party": "green", "SNP": "snp",
    "Scottish National Party": "snp", "Plaid Cymru": "plaid", "Reform UK": "reform",
    "Ukip": "ukip", "UKIP": "ukip", "DUP": "dup", "Democratic Unionist": "dup",
    "Sinn Féin": "sinn féin", "Sinn Fein": "sinn féin", "SDLP": "sdlp",
    "Alliance Party": "alliance",
    "Independents": "independent", "independents": "independent", "Liberals": "liberal",
    "Republicans": "republican", "Democrats": "democrat",
    "Republican": "republican", "GOP": "republican", "Democrat": "democrat",
    "Democratic": "democrat", "Liberal": "liberal", "independent": "independent",
    "Independent": "independent", "Fine Gael": "fine gael", "Fianna Fáil": "fianna fáil",
}  # fmt: skip
_PARTY = "|".join(sorted(map(str, _PARTIES), key=len, reverse=True))
_PERSON_OF_PARTY = (
    r"(?:MPs?|MSP|MEP|AM|TD|MLA|peer|leader|deputy\sleader|councillor|candidate|senator|governor|"
    r"congress(?:man|woman)|representative|assembly\smember|group\sleader|whip|treasurer|member|"
    r"politician|mayor|backbencher|frontbencher|chair(?:man|woman)?|spokes(?:man|woman|person)|"
    r"nominee|hopeful|contender|incumbent|veteran|lawmaker|grandee)"
)
_MEMBER = (
    r"(?:Conservative|Tory|Conservatives|Tories|Liberal\sDemocrats?|Lib\sDems?|Greens?|Republicans?|"
    r"Democrats?|Liberals?|[Ii]ndependents?)"
)
_PARTY_BEFORE = LazyPattern(
    rf"(?<![\w-])(?P<value>{_PARTY})(?:['’]s)?(?:\s[Pp]arty)?(?:['’]s)?"
    rf"(?:\s(?:[a-z]+\s)?{_PERSON_OF_PARTY}(?:\sfor\s[A-Z][\w ]+?)?)?,?\s\Z"
)
_PARTY_AFTER = LazyPattern(
    rf"\s\((?P<bracket>{_PARTY}|Lab|Con|LD|R|D|Ind)\)"
    rf"|,\s(?:(?:who\s(?:is|was|stood\sas)\s)?(?:the|an?)\s)?(?:[a-z]+\s){{0,2}}"
    rf"(?P<value>{_PARTY})(?:['’]s)?(?:\s[Pp]arty)?(?:['’]s)?\s(?:[a-z]+\s)?{_PERSON_OF_PARTY}\b"
    rf"|,\s(?:who\s(?:is|stood|sits|won|stands)\sfor\s(?:the\s)?|for\s(?:the\s)?|of\s(?:the\s)?)"
    rf"(?P<plain>{_PARTY})(?=,|\.|\s[Pp]arty)"
    # "Ada Quist, the only Green on the council", "Ada Quist, a Conservative, said"
    rf"|,\s(?:(?:who\s(?:is|was)\s)?(?:the|one\sof)\s(?:[a-z]+\s)?"
    rf"(?:only|first|last|lone|sole|one|two|three|four)\s(?:remaining\s|surviving\s|elected\s)?"
    rf"(?P<lone>{_MEMBER})(?=\s(?:on|in|to|among|at|left|elected|who)\b|[,.])"
    rf"|(?:who\sis\s)?a\s(?P<noun>{_MEMBER})(?=,|\.\s))"
)
_AFTER_GROUPS = ("value", "bracket", "plain", "lone", "noun")
_BRACKETS = {"Lab": "labour", "Con": "conservative", "LD": "liberal democrat", "R": "republican",
             "D": "democrat", "Ind": "independent"}  # fmt: skip

_DEMONYMS = (
    "American|Argentinian|Argentine|Australian|Austrian|Belgian|Brazilian|Bulgarian|Canadian|"
    "Chilean|Chinese|Colombian|Croatian|Cuban|Czech|Danish|Dutch|Egyptian|Estonian|Finnish|French|"
    "German|Ghanaian|Greek|Hungarian|Icelandic|Indian|Indonesian|Iranian|Iraqi|Irish|Israeli|"
    "Italian|Jamaican|Japanese|Jordanian|Kenyan|Latvian|Lebanese|Libyan|Lithuanian|Maltese|"
    "Mexican|Moroccan|Nigerian|Norwegian|Pakistani|Peruvian|Polish|Portuguese|Romanian|Russian|"
    "Saudi|Senegalese|Serbian|Slovak|Slovenian|Somali|Spanish|Sudanese|Swedish|Swiss|Syrian|Thai|"
    "Tunisian|Turkish|Ukrainian|Uruguayan|Venezuelan|Vietnamese|Welsh|Scottish|English|British|"
    "Zimbabwean|South\\sAfrican|South\\sKorean|New\\sZealand"
)
_CALLINGS = listed("person-nouns") - words(
    "editor reporter expert analyst teacher lecturer historian correspondent professor partner "
    "friend neighbour neighbor wife husband widow mother father agent owner voter leader minister "
    "secretary student worker ambassador envoy captain coach manager director boss president "
    "champion banker trainer investor baby boy girl child"
) | words(
    "sculptor composer conductor pianist violinist soprano tenor cyclist tennis golfer architect "
    "philosopher film-maker filmmaker dancer chef designer rider racer sprinter skier swimmer "
    "midfielder winger forward star poet physicist chemist biologist mathematician tycoon "
    "billionaire businessman businesswoman model cellist guitarist rapper"
)
_CALLING = "|".join(sorted(_CALLINGS))
_CALLED = tuple(_CALLINGS)
_NATION_BEFORE = LazyPattern(
    rf"(?<![\w-])(?P<value>{_DEMONYMS})\s(?:[a-z][a-z-]+\s)?(?:{_CALLING}),?\s\Z"
)
_NATION_AFTER = LazyPattern(
    rf",\s(?:who\s(?:is|was)\s)?(?:an?|the)\s(?:[a-z][a-z-]+\s)?(?P<value>{_DEMONYMS})\s"
    rf"(?:[a-z][a-z-]+\s)?(?:{_CALLING})\b(?!['’-])"
    rf"|,\swho\sis\s(?P<plain>{_DEMONYMS})(?=[,.])"
)
# Of two of these the narrower may be said of the same person.
_BRITISH = words("British English Welsh Scottish Irish")
_PLAYER = (
    r"(?:striker|midfielder|defender|goalkeeper|keeper|winger|forward|full-back|centre-half|"
    r"centre-back|left-back|right-back|playmaker|captain|skipper|manager|head\scoach|coach|boss|"
    r"fly-half|scrum-half|prop|hooker|lock|flanker|batsman|bowler|all-rounder|wicketkeeper|opener|"
    r"spinner|quarterback|pitcher|guard|player-manager|caretaker|sweeper|teenager|substitute)"
)
# A club before a name, or a nation, ends in one of these: asked first, because few names have one.
_PLAYERS = tuple(each.rpartition(r"\s")[2] for each in _PLAYER[3:-1].split("|"))
_CLUB = r"(?P<value>[A-Z][\w'’&-]+(?:\s(?:[A-Z][\w'’&-]+|and|of)){0,3})"
_CLUB_BEFORE = LazyPattern(rf"(?<![\w’'-]){_CLUB}(?:['’]s?)?\s(?:[a-z]+\s)?{_PLAYER},?\s\Z")
_CLUB_AFTER = LazyPattern(
    rf",\s(?:the\s|who\splays\sfor\s)?{_CLUB}(?:['’]s?)?(?:\s(?:[a-z]+\s)?{_PLAYER}\b|(?=,))"
)
_CLUB_OF = LazyPattern(
    rf",\s(?:the|an?)\s(?:[a-z]+\s)?{_PLAYER}\s(?:at|of|for|with)\s(?:the\s)?{_CLUB}"
    rf"|,\swho\s(?:plays|keeps\sgoal|turns\sout|is\son\sthe\sbooks)\s(?:for|at|of)\s"
    rf"(?P<plays>[A-Z][\w'’&-]+(?:\s[A-Z][\w'’&-]+){{0,3}})"
)
_NATIONS = words(
    "England Scotland Wales Ireland Britain France Germany Spain Italy Portugal Belgium Holland "
    "Netherlands Denmark Sweden Norway Finland Poland Croatia Serbia Turkey Greece Switzerland "
    "Austria Brazil Argentina Uruguay Chile Colombia Mexico Canada Australia Zealand Africa India "
    "Pakistan Bangladesh Zimbabwe Indies Lanka Japan Korea China Nigeria Ghana Senegal Egypt "
    "Morocco Cameroon Lions World Olympic Team Ryder Davis Test International National USA US"
)
_NOT_CLUBS = words("The A An On In At But When While As After Before His Her Their Former Then")

#: Of these an article that gives somebody a party, a nationality or a club has one.
PARTY_WORDS = frozenset(word for name in _PARTIES for word in name.split()) | words(
    "Lab Con LD R D Ind"
)
NATION_WORDS = frozenset(re.findall("[A-Za-z]+", _DEMONYMS.replace(r"\s", " ")))
CLUB_WORDS = frozenset(re.findall("[a-z]+", _PLAYER)) | words("plays keeps turns books")


@cache
def _normal(nation: str) -> str:
    return {"Argentinian": "argentine"}.get(nation, nation.lower())


def parties(
    article: AnnotatedText, person: Person, reference: Reference
) -> Iterator[RoleStatement]:
    """The parties beside one mention of a person."""
    text = article.text
    low = max(0, reference.start - ROLE_REACH)
    before = _PARTY_BEFORE.search(text, low, reference.start)
    if before is not None and not was(text, before.start()):
        value = before["value"]
        yield role(article, person, RoleKind.PARTY, before.span("value"), _PARTIES[value])
    after = None
    if text.startswith((",", "("), reference.end) or text.startswith("(", reference.end + 1):
        after = _PARTY_AFTER.match(text, reference.end)
    if after is not None:
        group = next(name for name in _AFTER_GROUPS if after[name])
        value = " ".join(after[group].split())
        if not was(text, after.start(group)):
            key = _PARTIES.get(value) or _BRACKETS[value]
            yield role(article, person, RoleKind.PARTY, after.span(group), key)


def nationalities(
    article: AnnotatedText, person: Person, reference: Reference
) -> Iterator[RoleStatement]:
    """The nationalities beside one mention of a person."""
    text = article.text
    low = max(0, reference.start - ROLE_REACH)
    before = None
    if _ends(text, low, reference.start, _CALLED):
        before = _NATION_BEFORE.search(text, low, reference.start)
    if before is not None and not was(text, before.start()):
        key = _normal(before["value"])
        yield role(article, person, RoleKind.NATIONALITY, before.span("value"), key)
    after = None
    if text.startswith(",", reference.end):
        after = _NATION_AFTER.match(text, reference.end)
    if after is not None:
        group = "value" if after["value"] else "plain"
        if not was(text, after.start(group)):
            key = _normal(after[group])
            yield role(article, person, RoleKind.NATIONALITY, after.span(group), key)


def clubs(article: AnnotatedText, person: Person, reference: Reference) -> Iterator[RoleStatement]:
    """The clubs beside one mention of a person; national teams are left out."""
    text = article.text
    low = max(0, reference.start - ROLE_REACH)
    found: list[tuple[re.Match[str] | None, str]] = []
    if _ends(text, low, reference.start, _PLAYERS):
        found.append((_CLUB_BEFORE.search(text, low, reference.start), "value"))
    after = None
    if text.startswith(",", reference.end):
        found.append((_CLUB_OF.match(text, reference.end), "value"))
        after = _CLUB_AFTER.match(text, reference.end)
    if after is not None and after.group().rstrip().endswith(after["value"]):
        after = None  # a bare name in commas may be anything
    found.append((after, "value"))
    for match, group in found:
        if match is None:
            continue
        if match[group] is None:
            group = "plays"
        value = match[group].removesuffix("'s").removesuffix("’s")
        start = match.start(group)
        if value.startswith("The "):
            value, start = value[4:], start + 4
        parts = value.split()
        if not parts or parts[0] in _NOT_CLUBS or not _NATIONS.isdisjoint(parts):
            continue
        if was(text, match.start(group)):
            continue
        yield role(article, person, RoleKind.CLUB, (start, start + len(value)), value.lower())


def _ends(text: str, start: int, end: int, words: tuple[str, ...]) -> bool:
    """Whether the last word of ``text[start:end]``, before a comma and a space, may be of these."""
    end -= 1
    if text.endswith(",", start, end):
        end -= 1
    return text.endswith(words, start, end)


def same_nation(one: str, other: str) -> bool:
    """Whether two nationalities may be one person's: *British* and *Welsh*."""
    return one == other or {one.capitalize(), other.capitalize()} <= _BRITISH
