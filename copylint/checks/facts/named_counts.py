"""A number of people and the names that follow it: "three men, Smith and Jones"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from copylint.analysis.article import Article
from copylint.analysis.names.people import BODY, HEAD
from copylint.contract.check import Check, Options
from copylint.core.finding import Match, RelatedText
from copylint.core.kept_patterns import compiled
from copylint.core.rule import Bad, Good, Rule, Severity
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.quantities import WORD_NUMBER, value_of_words

NAMED_COUNT = Rule(
    id="facts.named-count",
    summary="Flags a number of people that is not the number of the names beside it.",
    why=(
        "A name was added or cut and the number left as it was. The rule counts names right after "
        "the people counted ('three men, Smith and Jones, …') and those 'named as'; lists that "
        "begin with 'including' or 'among them' need not be complete."
    ),
    bad=(
        Bad("Three men, Edwin Quist and Bo Moon, were held.", "Three"),
        Bad("The two sisters – Ada, Bo and Cy Quist – ran the mill.", "two"),
        Bad("Four researchers – Dr Ada Quist, Dr Bo Moon and Dr Cy Lark – found it.", "Four"),
        Bad("Two of the crew, Ada Quist, Bo Moon and Cy Lark, were hurt.", "Two"),
    ),
    severity=Severity.SUGGESTION,
    good=(
        Good("Two men, Edwin Quist and Bo Moon, were held."),
        Good("Three men, among them Edwin Quist and Bo Moon, were held."),
    ),
)

_PEOPLE = (
    r"(?:men|women|people|boys|girls|brothers|sisters|friends|players|defendants|victims|suspects|"
    r"officers|teenagers|students|pupils|children|sons|daughters|councillors|candidates|soldiers|"
    r"directors|drivers|witnesses|winners|judges|singers|actors|artists|authors|teachers|nurses|"
    r"doctors|climbers|sailors|passengers|survivors|colleagues|finalists|nominees|founders|"
    r"partners|owners|residents|neighbours|members|cousins|siblings|workers|cyclists|walkers|"
    r"researchers|scientists|academics|engineers|lawyers|barristers|musicians|writers|poets|"
    r"athletes|riders|jockeys|golfers|graduates|trustees|governors|ministers|senators|lawmakers|"
    r"employees|speakers|panellists|jurors|detectives|paramedics|volunteers|campaigners|"
    r"protesters|activists|economists|analysts|architects|designers|farmers|miners|pilots|skiers|"
    r"divers|hikers|rowers|boxers|executives|managers|priests|bishops|veterans|astronauts|"
    r"journalists|reporters|photographers|contestants|hostages|gunmen|robbers|thieves|burglars|"
    r"villages|towns|swimmers|runners|fishermen|firefighters|firemen|policemen|prisoners)"
)
# "Two of the crew", "the three teenagers in his team"
_GROUP = (
    r"(?:crew|team|squad|staff|party|group|family|gang|band|cast|side|class|choir|jury|panel|board|"
    r"committee|council|cabinet|club|company|troupe|orchestra|line-up|dead|injured|accused|wounded|"
    r"missing|survivors|rescued|arrested)"
)
_WHOSE = r"(?:the|his|her|their|its|our)\s(?:[a-z][a-z-]+\s)?"
# One of these is in every passage that counts people.
_COUNTED_WORDS = frozenset(re.findall("[a-z]+", _PEOPLE + _GROUP)) - {"up"}
_NAME = r"[A-Z][\w'’-]+(?:\s(?:[A-Z][\w'’-]*\.?|de|van|von|al|bin)){0,3}"
_ITEM = rf"{_NAME}(?:,\s(?:aged\s)?\d{{1,3}}|\s\(\d{{1,3}}\))?(?:,\s(?:of|from)\s[A-Z]\w+)?"
_LIST = rf"(?P<list>{_ITEM}(?:,\s{_ITEM})*,?\s(?:and|&)\s{_ITEM})"
_ENDS = (
    r"(?=,?\s(?:were|was|are|have|had|who|will|all|both|appeared|died|survived|won|lost|said|took|"
    r"pleaded|denied|admitted|left|met|run|ran|live|lived|go|went|sang|played|got|came|each|"
    r"yesterday|on|in|at)\b|\s[–—-]|\)|\.(?:\s|\Z)|;|,?\Z|\n)"
)
_COUNTED = LazyPattern(
    rf"(?<![\w.,£$€-])(?P<number>(?i:{WORD_NUMBER})|\d{{1,2}})\s"
    rf"(?:(?:[a-z][a-z-]+\s){{0,2}}{_PEOPLE}(?:\s(?:in|on|of|from|aboard)\s{_WHOSE}[a-z][a-z-]+)?"
    rf"|of\s{_WHOSE}(?:{_GROUP}|{_PEOPLE}))"
    rf"(?:,\s|\s[–—-]\s|\s\(|:\s|(?:\s(?:were|have\sbeen|are))?(?:\s[a-z]+){{0,2}}\snamed\s"
    rf"(?:[a-z]+\s)?as\s){_LIST}{_ENDS}"
)
_AFTER = LazyPattern(
    rf"{_LIST},\sthe\s(?P<number>(?i:{WORD_NUMBER})|\d{{1,2}})\s(?:[a-z-]+\s)?{_PEOPLE}\b",
    needs=(", the ", ",\nthe "),
)
_PART = LazyPattern(
    r"\b(?:other|another|first|last|least|than|of|or|up\sto|about|around|some|further|more|nearly)"
    r"\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_SPLIT = compiled(rf"(?:,\s(?!(?:aged\s)?\d|of\s|from\s)(?:and\s)?|\s(?:and|&)\s)(?={_NAME})")
_MOST = 20


class NamedCounts(Check):
    """Counts the names of people whose number is given."""

    rules = (NAMED_COUNT,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """The numbers that are not those of the names."""
        text = article.text
        for passage in article.passages:
            if passage.kind not in BODY and passage.kind not in HEAD:
                continue
            if _COUNTED_WORDS.isdisjoint(passage.lower):
                continue
            span = passage.block.span
            if text.find(" and ", span.start, span.end) < 0:
                continue
            for pattern in (_COUNTED, _AFTER):
                for found in pattern.finditer(text, span.start, span.end):
                    shown, listed = found["number"], found["list"]
                    number = int(shown) if shown.isdigit() else value_of_words(shown)
                    if number is None or not 2 <= number <= _MOST or not listed[:1].isupper():
                        continue
                    before = text[max(span.start, found.start() - 20) : found.start("number")]
                    if pattern is _COUNTED and _PART.search(before):
                        continue
                    count = len(_SPLIT.split(listed))
                    if count == number or article.quotations.is_quoted(found.start("number")):
                        continue
                    if not all(part[:1].isupper() for part in _SPLIT.split(listed)):
                        continue
                    yield Match(
                        TextSpan(*found.span("number")),
                        f"'{shown}' here, but {count} names beside it: which is right?",
                        (),
                        (RelatedText(TextSpan(*found.span("list")), "the names"),),
                    )
