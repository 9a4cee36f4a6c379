"""One person with two given names, or with initials that are not those of the given name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from copylint.analysis.article import Article
from copylint.analysis.ledger.subjects import KIN
from copylint.analysis.names.name_index import look_up
from copylint.analysis.names.name_typos import folded, typo_between
from copylint.analysis.names.people import Person, Reference
from copylint.analysis.names.public_names import public_surnames
from copylint.checks.facts.one_office import same_office
from copylint.checks.facts.two_statements import both
from copylint.contract.check import Check, Options
from copylint.core.blocks import BlockKind
from copylint.core.finding import Match
from copylint.core.kept_patterns import compiled
from copylint.core.rule import Bad, Good, Rule, Severity
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern

GIVEN_NAME = Rule(
    id="facts.given-name",
    summary="Flags a second given name of one person, and initials that do not fit the first.",
    why=(
        "An article that calls somebody by the surname alone has one bearer of it in mind. If the "
        "full name has another given name further down, one of the two is wrong; so it is if both "
        "names hold the same office. Articles that "
        "mention relatives are left alone, and so are short forms of a name."
    ),
    bad=(
        Bad(
            "Edwin Quister runs the mill.\n\nThe mill is old. Quister has a dog.\n\n"
            "Edward Quister will sell it in May.",
            "Edward Quister",
        ),
        Bad("Edwin Quister runs the mill.\n\nThe owner is A. Quister, of Leith.", "A. Quister"),
    ),
    severity=Severity.SUGGESTION,
    good=(
        Good("Edwin Quister runs the mill. Quister has a dog. His son Edward Quister has a cat."),
        Good("Thomas Quister runs the mill. Quister has a dog. Tom Quister will sell it in May."),
        Good("Edwin Quister and Edward Quister run the mill."),
    ),
)

_KIN = LazyPattern(rf"\b(?:{KIN}|Messrs|Jr|Sr|Jnr|Snr|elder|younger|clan|dynasty)\b", re.IGNORECASE)
_OF = compiled(r"\b(?:grand)?(?:father|mother)[- ]of[- ]\w+(?:\schildren)?", re.IGNORECASE)
_NICKNAMES = {
    "bob": "robert", "rob": "robert", "bobby": "robert", "robbie": "robert", "bill": "william",
    "billy": "william", "will": "william", "liam": "william", "dick": "richard",
    "rick": "richard", "jack": "john", "johnny": "john", "jim": "james", "jimmy": "james",
    "jamie": "james", "ted": "edward", "ned": "edward", "eddie": "edward", "harry": "henry",
    "hal": "henry", "hank": "henry", "chuck": "charles", "charlie": "charles", "mike": "michael",
    "mick": "michael", "tony": "anthony", "steve": "stephen", "steven": "stephen",
    "tom": "thomas", "kate": "catherine", "katie": "catherine", "katy": "catherine",
    "kathy": "catherine", "cathy": "catherine", "katherine": "catherine", "kathryn": "catherine",
    "liz": "elizabeth", "beth": "elizabeth", "betty": "elizabeth", "lizzie": "elizabeth",
    "peggy": "margaret", "maggie": "margaret", "meg": "margaret", "polly": "mary",
    "molly": "mary", "sally": "sarah", "sadie": "sarah", "nell": "eleanor", "nelly": "eleanor",
    "ellie": "eleanor", "debbie": "deborah", "sandy": "alexander", "sasha": "alexander",
    "alec": "alexander", "andy": "andrew", "drew": "andrew", "joe": "joseph", "joey": "joseph",
    "jo": "joanne", "larry": "lawrence", "hugh": "hubert", "gerry": "gerald", "jerry": "gerald",
    "geoff": "geoffrey", "jeff": "geoffrey", "jon": "john", "nick": "nicholas",
    "vicky": "victoria", "tori": "victoria", "sue": "susan", "susie": "susan", "dave": "david",
    "ray": "raymond", "ron": "ronald", "russ": "russell", "phil": "philip", "pip": "philip",
    "fred": "frederick", "freddie": "frederick", "frank": "francis", "greg": "gregory",
    "ken": "kenneth", "len": "leonard", "matt": "matthew", "pat": "patrick", "paddy": "patrick",
    "sam": "samuel", "theo": "theodore", "tim": "timothy", "wally": "walter", "max": "maximilian",
}  # fmt: skip
# More frequent than this (Zipf scale), a surname has bearers in every article.
_COMMON = 3.9


class GivenNames(Check):
    """Compares the given names and initials before one surname."""

    rules = (GIVEN_NAME,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """The full names whose given name is not the one that the surname has elsewhere."""
        by_surname: dict[str, dict[str, list[Reference]]] = defaultdict(lambda: defaultdict(list))
        for name in article.people.full_names:
            if name.kind is BlockKind.BYLINE or article.quotations.is_quoted(name.start):
                continue
            parts = [part for part in name.mention.parts if part.start >= name.start]
            by_surname[parts[-1].form][folded(parts[0].form)].append(name)
        for surname, givens in by_surname.items():
            if len(givens) != 2:
                continue
            one, other = sorted(givens.values(), key=lambda each: each[0].start)
            if same_office(article.text, one[0], other[0]) and not _same_given(*givens):
                yield both(
                    article,
                    TextSpan(other[0].start, other[0].end),
                    TextSpan(one[0].start, one[0].end),
                    f"{surname} is",
                )
            elif not _has_kin(article, surname):
                yield from _two_names(article, surname, givens)
        for person in article.people.persons:
            yield from _initials(article, person)


def _two_names(
    article: Article, surname: str, givens: dict[str, list[Reference]]
) -> Iterator[Match]:
    (one, first), (other, second) = sorted(
        givens.items(), key=lambda each: (-len(each[1]), each[1][0].start)
    )
    if _same_given(one, other) or surname in public_surnames():
        return
    if {each.sentence for each in first} & {each.sentence for each in second}:
        return
    bare = [
        part.start
        for mention in article.names.mentions
        for part in mention.parts[:1]
        if part.form == surname and len(mention.parts) == 1 and not mention.initials
    ]
    if not bare or (len(second) > 1 and len(second) == len(first)):
        return
    wrong = second[0]
    alike = one[0] == other[0] or typo_between(one, other) is not None
    _, zipf, _ = look_up(article.names.lexicon, surname)
    if zipf >= _COMMON:
        return
    around = min(bare) < wrong.start < max(bare)
    if not alike and (not around or _introduced(article.text, wrong.end)):
        return
    for reference in second:
        yield both(
            article,
            TextSpan(reference.start, reference.end),
            TextSpan(first[0].start, first[0].end),
            f"{surname} is",
            others=[TextSpan(each.start, each.end) for each in first[1:]],
        )


_INTRODUCTION = LazyPattern(r",\s(?:an?|the|aged|who|of|from|\d+)\b")


def _introduced(text: str, end: int) -> bool:
    """Whether the words after a full name introduce its bearer as somebody new."""
    return _INTRODUCTION.match(text, end) is not None


def _same_given(one: str, other: str) -> bool:
    """Whether two given names, folded, may be one person's: *Tom* and *Thomas*."""
    if one.startswith(other) or other.startswith(one):
        return True
    return _NICKNAMES.get(one, one) == _NICKNAMES.get(other, other)


def _has_kin(article: Article, surname: str) -> bool:
    """Whether a paragraph with the surname has a relative in it."""
    text = article.text
    for block in article.document.blocks:
        shown = text[block.span.start : block.span.end]
        if surname in shown and (_KIN.search(_OF.sub("", shown)) or f"the {surname}s" in shown):
            return True
    return False


def _initials(article: Article, person: Person) -> Iterator[Match]:
    """Initials before the surname that the given name does not begin with."""
    full = next((each for each in person.references if len(each.mention.parts) > 1), None)
    if full is None or len(full.mention.parts) != 2:
        return
    middle = full.mention.initials
    for reference in person.references:
        initials = reference.mention.initials
        if not initials or reference is full or article.quotations.is_quoted(reference.start):
            continue
        if len(reference.mention.parts) > 1:
            wrong = bool(middle) and middle != initials and len(middle) == len(initials)
        else:
            wrong = person.given[0].lower() not in initials and not middle
        if not wrong or _has_kin(article, person.surname):
            continue
        start = reference.start
        if len(reference.mention.parts) == 1:
            start = _start_of_initials(article.text, reference)
            if start == reference.start:
                continue
        yield both(
            article,
            TextSpan(start, reference.end),
            TextSpan(full.start, full.end),
            f"{person.surname} is",
        )


# "A Quist" is any Quist, "U.S. Quist" two sentences.
_INITIALS_BEFORE = compiled(
    r"(?<![\w.])(?!U\.?\s?[SKN]\.|[DV]\.[CP]\.)(?:(?:[A-Z]\.[ ]?){1,3}|[B-HJ-Z][ ])\Z"
)


def _start_of_initials(text: str, reference: Reference) -> int:
    """Where the initials before a surname begin; its own start if there are none."""
    found = _INITIALS_BEFORE.search(text[max(0, reference.start - 12) : reference.start])
    if found is None or not (found.group().endswith(" ") or found.group().endswith(".")):
        return reference.start
    return reference.start - len(found.group())
