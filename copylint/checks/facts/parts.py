"""Parts that do not add up to their total, and remainders that are not what is left."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from copylint.analysis.article import Article
from copylint.analysis.ledger.entries import Figure
from copylint.analysis.ledger.figured_sentences import MEASURED, MONEY, NUMBER, FiguredSentence
from copylint.checks.facts import arithmetic
from copylint.checks.facts.arithmetic import Bounds, bounds, shown, total_of
from copylint.checks.facts.parts_across import REACH, Sum, rest_after, shared_out
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.kept_patterns import compiled
from copylint.core.rule import Bad, Good, Rule
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.word_list import words

SUM = Rule(
    id="facts.sum",
    summary="Flags parts that do not add up to the total given for them.",
    why=(
        "A total is often updated and its parts are not. The rule adds up lists that say that they "
        "are complete: after a colon or in brackets, men and women, what is left of a whole, or "
        "figures that end in 'a total of'."
    ),
    bad=(
        Bad("Nine people were rescued: five men, two women and three children.", "Nine"),
        Bad("Of the 40 houses, 25 are let and the remaining 12 are empty.", "12"),
        Bad("The club has 30 members, of whom 14 are men and 18 women.", "30"),
        Bad("It sold 12 of its 40 boats, leaving 30.", "30"),
    ),
    good=(
        Good("Nine people were rescued: four men, two women and three children."),
        Good("Of the 40 houses, 25 are let and the remaining 15 are empty."),
        Good("The club has 30 members, of whom 14 are miners and 20 women."),
        Good("About 40 people came: 12 men, 18 women and ten children."),
    ),
)

_THING = f"[{NUMBER}{MONEY}{MEASURED}]"
_NO_FIGURE = f"[^{NUMBER}-{MEASURED}]"
# A total and what opens the list of its parts.
_LISTED = LazyPattern(
    rf"(?P<total>{_THING})(?P<of>{_NO_FIGURE}{{0,70}}?)"
    rf"(?P<open>: |\(| [–—-] |,? (?:comprising|consisting of|made up of|divided into|split into|"
    rf"broken down as|namely) ?)(?={_NO_FIGURE}{{0,40}}?{_THING})"
)
_CLOSE = {"(": re.compile(r"\)"), "–": re.compile(r" [–—-](?: |$)|[.;]"), "": re.compile(r"[.;]|$")}
_SPLIT = compiled(r", (?:and |plus )?| and | plus |; (?:and )?")
_ITEM = compiled(
    rf"(?:(?:the (?:other|remaining)|another|a further|just|only|some) )?(?P<first>{_THING})"
    rf"(?:[ -]{_NO_FIGURE}{{1,60}})?|"
    rf"(?:(?!(?:in|on|at|of|has|have|had|was|were|is|are|with|for)\b)[^ {NUMBER}-{MEASURED}]+ )"
    rf"{{1,4}}(?P<last>{_THING})"
)
_ONE_MORE = compiled(
    r"an? (?:[a-z-]+ )?(?:man|woman|boy|girl|child|baby|teenager|toddler|pensioner|"
    r"driver|pilot|dog|cat|goalkeeper)(?: [^,]{1,30})?"
)
# ", police said" after a list
_SAID = LazyPattern(
    r", (?:[^,]{1,40} (?:said|says|added|confirmed|reported)\b|(?:said|according to|sources)\b)"
)
# After these a part may be counted twice, or the list is not all.
_NOT_ALL = LazyPattern(
    r"\b(?:includ\w+|among|such as|like|for example|e\.g|at least|per cent|from|than|each|"
    r"to|between|times|up|down|per|every|aged|ages|since|until|won|beat|lost|drew|by|years?|"
    r"months?|"
    r"weeks?|days?|hours?|minutes?|old|miles?|degrees?|points?)\b"
)
_TOTAL_LAST = LazyPattern(
    rf"(?:,|:| [–—-]|;|\()? ?(?<!and )(?:(?:for |making |which makes |giving |to give |to make )?"
    rf"(?:a|an) (?:grand |overall |combined |final )?total of|totall?ing|making|"
    rf"(?:bringing|taking) the (?:grand |overall )?total to|making it) (?P<total>{_THING})"
    rf"|(?:, | [–—-] |: |; |\()(?P<other>{_THING})(?: [a-z'-]+){{0,3}} "
    r"(?:in all|in total|altogether)"
)
_RELATED_PARTS = LazyPattern(
    r"\b(?:of (?:the|its|their|which|whom|these|those)|from|than|per|each|every|times|including|"
    r"includes?|a (?:year|week|month|day|head)|between|compared)\b|%"
)
_OF_ALL = LazyPattern(
    rf"(?:\A(?:out )?of|\b(?:out )?of (?:the|its|his|her|their|our|all|these|those|"
    rf"a total of))(?: [a-z'-]+){{0,2}} "
    rf"(?P<total>{_THING})"
)
_WHOLE_OF = LazyPattern(
    rf"(?P<total>{_THING}){_NO_FIGURE}{{0,70}}?,? of (?:whom|which|them|these)\b"
)
_REST = LazyPattern(
    rf"\b(?:(?:the|its|their|his|her) (?:other|remaining)|(?:the )?(?:rest|remainder|others),?"
    rf"(?: all| some)?) (?P<rest>{_THING})|(?P<left>{_THING})(?: [a-z'-]+){{0,2}} remain(?:ed|s)?\b"
)
_LEAVING = LazyPattern(
    rf"\b(?:leaving|which leaves|leaves|which left)(?: (?:it|them|him|her|the [a-z]+|only|just|"
    rf"with|behind|a total of|itself|themselves))* (?P<rest>{_THING})"
)
_SEXES = (
    frozenset(("man", "woman")), frozenset(("boy", "girl")), frozenset(("adult", "child")),
    frozenset(("male", "female")), frozenset(("son", "daughter")),
    frozenset(("brother", "sister")),
)  # fmt: skip
_WORD = compiled(r"[a-z]+")
_MOST = 12


class Parts(Check):
    """Adds up the parts that an article gives with their total."""

    rules = (SUM,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Totals, or remainders, that the other figures contradict."""
        before: deque[FiguredSentence] = deque(maxlen=REACH)
        for each in arithmetic.own_sentences(article, 1):
            if len(each.figures) <= _MOST:
                yield from _judge(article, each, before)
            before.append(each)


def _judge(
    article: Article, sentence: FiguredSentence, before: Sequence[FiguredSentence]
) -> Iterator[Match]:
    found: Sum | None = None
    if len(sentence.figures) > 1:
        found = _remainder(sentence) or _by_sex(sentence) or _listed(sentence) or _added(sentence)
    if found is None and before:
        found = rest_after(before, sentence) or shared_out(before, sentence)
    if found is None:
        return
    added = total_of(found.parts)
    added = Bounds(added.low + found.ones, added.high + found.ones)
    if added.meets(bounds(found.total)):
        return
    kinds = {part.unit for part in found.parts} | {found.total.unit}
    if len(kinds) != 1 or "%" in kinds:
        return
    yield _match(article, found)


def _match(article: Article, found: Sum) -> Match:
    total, claim = found.total, found.claim
    sum_ = sum(part.value for part in found.parts) + found.ones
    if claim is None:
        listed = " + ".join([shown(article, part) for part in found.parts] + ["1"] * found.ones)
        message = f"{listed} is {arithmetic.amount(sum_, total)}, not {shown(article, total)}."
        return arithmetic.contradiction(total, message, found.parts, note="one of the parts")
    others = [part for part in found.parts if part is not claim]
    left = total.value - (sum_ - claim.value)
    taken = " and ".join(shown(article, part) for part in others)
    if left < 0:
        message = f"The parts ({taken}) are more than the total ({shown(article, total)})."
    else:
        message = (
            f"{shown(article, total)} less {taken} leaves {arithmetic.amount(left, claim)}, "
            f"not {shown(article, claim)}."
        )
    return arithmetic.contradiction(claim, message, (total, *others))


def _others(sentence: FiguredSentence, *but: Figure) -> list[Figure]:
    return [each for each in sentence.figures if all(each is not one for one in but)]


def _remainder(sentence: FiguredSentence) -> Sum | None:
    """Of the T, A … and the remaining C; A of the T, leaving C."""
    leaving = _LEAVING.search(sentence.shape)
    rest = leaving or _REST.search(sentence.shape)
    if rest is None:
        return None
    claim = sentence.named(rest, "rest") or (None if leaving else sentence.named(rest, "left"))
    whole = _OF_ALL.search(sentence.shape) or _WHOLE_OF.search(sentence.shape)
    if claim is None:
        return None
    if whole is None:
        if leaving is None or len(sentence.figures) != 3 or _NOT_SUBTRACTED.search(sentence.shape):
            return None
        total, part = sorted(_others(sentence, claim), key=lambda each: -each.value)
        if not _same_things((total, part, claim)):
            return None
        return Sum(total, (part, claim), claim=claim)
    total = sentence.at(whole.start("total"))
    parts = _others(sentence, total)
    if total is claim or len(parts) < 2 or not _same_things((total, *parts)):
        return None
    if leaving is None and rest.start() < sentence.places[-1] and rest.end() < sentence.places[-1]:
        return None
    return Sum(total, tuple(parts), claim=claim)


_NOT_SUBTRACTED = LazyPattern(r"\b(?:per|each|than|aged?|from|years?|minutes?|odds|to)\b")


def _same_things(figures: Sequence[Figure]) -> bool:
    nouns = {each.noun for each in figures if each.noun}
    return len({each.unit for each in figures}) == 1 and len(nouns) <= 1


def _by_sex(sentence: FiguredSentence) -> Sum | None:
    """T, of whom A were men and B women."""
    whole = _WHOLE_OF.search(sentence.shape) or _OPENING.match(sentence.shape)
    whole = whole or _IN_PAIRS.search(sentence.shape)
    if whole is None:
        return None
    total = sentence.at(whole.start("total"))
    parts = [each for each in sentence.figures if each.span.start > total.span.start]
    if len(parts) != 2 or total.unit:
        return None
    told = _WORD.findall(sentence.shape[whole.end() :])
    named = {_SEX_OF[word] for word in told if word in _SEX_OF}
    return Sum(total, tuple(parts)) if named in _SEXES else None


_OPENING = LazyPattern(rf"of (?:the |its |their )?(?P<total>{NUMBER}) [a-z]+,")
_IN_PAIRS = LazyPattern(
    rf"(?P<total>{NUMBER}) (?:[a-z-]+ )?(?:people|children|siblings|pupils|students|members|adults|"
    rf"victims|passengers|staff|workers),? (?={NUMBER} [a-z]+ and {NUMBER} [a-z]+)"
)
_SEX_OF = {"men": "man", "women": "woman", "children": "child"} | {
    f"{each}s": each for each in words("boy girl adult male female son daughter brother sister")
}


def _listed(sentence: FiguredSentence) -> Sum | None:
    """T: A, B and C."""
    for found in _LISTED.finditer(sentence.shape):
        opens = found["open"].strip()
        close = _CLOSE["(" if opens == "(" else "–" if opens in ("–", "—", "-") else ""]
        end = close.search(sentence.shape, found.end())
        stop = end.start() if end else len(sentence.shape)
        listed = sentence.shape[found.end() : stop]
        said = _SAID.search(listed)
        listed = listed[: said.start()] if said else listed
        if _NOT_ALL.search(listed) or _NOT_ALL_OF.search(found["of"]):
            continue
        items = _items(sentence, found.end(), listed)
        total = sentence.at(found.start("total"))
        if items is not None and _may_be_parts(total, *items):
            return Sum(total, tuple(items[0]), items[1])
    return None


_NOT_ALL_OF = LazyPattern(r"\b(?:includ\w+|such|among|after|than|since|aged?|in (?:19|20))\b")


def _may_be_parts(total: Figure, parts: Sequence[Figure], ones: int) -> bool:
    """Whether the sum is of the size of the total; otherwise they are of other things."""
    added = sum(part.value for part in parts) + ones
    is_near = total.value <= _FURTHEST * added and added <= _FURTHEST * total.value
    return is_near and all(part.value < total.value for part in parts)


_FURTHEST = 1.6


def _items(sentence: FiguredSentence, start: int, listed: str) -> tuple[list[Figure], int] | None:
    """The figures of a list and how many of its items are one thing; None if it is no list."""
    figures: list[Figure] = []
    ones, at = 0, 0
    for piece in _SPLIT.split(listed.rstrip()):
        place = listed.index(piece, at)
        at = place + len(piece)
        item = _ITEM.fullmatch(piece.strip())
        if item is not None:
            group = "first" if item["first"] else "last"
            lead = len(piece) - len(piece.lstrip())
            figures.append(sentence.at(start + place + lead + item.start(group)))
        elif _ONE_MORE.fullmatch(piece.strip()):
            ones += 1
        else:
            return None
    units = {each.unit for each in figures}
    return (figures, ones) if len(figures) + ones > 1 and figures and len(units) == 1 else None


def _added(sentence: FiguredSentence) -> Sum | None:
    """A, B and C, a total of T."""
    found = _TOTAL_LAST.search(sentence.shape)
    if found is None:
        return None
    total = sentence.named(found, "total") or sentence.named(found, "other")
    if total is None:
        return None
    parts = [each for each in sentence.figures if each.span.end <= total.span.start]
    if len(parts) < 2 or len({each.unit for each in parts}) != 1 or parts[0].unit == "%":
        return None
    first = sentence.places[0]
    if _RELATED_PARTS.search(sentence.shape, 0, found.start()) or first > found.start():
        return None
    return Sum(total, tuple(parts))
