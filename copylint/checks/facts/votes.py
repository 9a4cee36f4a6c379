"""Votes: a majority that is not the difference, a turnout that is not the share, a motion carried
by the smaller number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from copylint.analysis.article import Article
from copylint.analysis.ledger.entries import Figure
from copylint.analysis.ledger.figured_sentences import NUMBER, PERCENT, FiguredSentence
from copylint.checks.facts import arithmetic
from copylint.checks.facts.arithmetic import Bounds, bounds, number, shown
from copylint.contract.check import Check, Options
from copylint.core.finding import Match, RelatedText
from copylint.core.rule import Bad, Good, Rule
from copylint.language.lazy_pattern import LazyPattern

VOTES = Rule(
    id="facts.votes",
    summary="Flags a majority, turnout or outcome that the votes beside it contradict.",
    why=(
        "A majority is the winner's votes less those of the next candidate, and a turnout the "
        "votes cast as a share of the electorate. The rule compares them with the votes in the "
        "same sentence or the one before, and reports a motion that the smaller side carried."
    ),
    bad=(
        Bad("Ada Quist won with 21,340 votes to 18,200, a majority of 2,140.", "2,140"),
        Bad("Of an electorate of 40,000, 26,000 voted, a turnout of 56 per cent.", "56 per cent"),
        Bad("The motion was carried by 34 votes to 41.", "34 votes to 41"),
    ),
    good=(
        Good("Ada Quist won with 21,340 votes to 18,200, a majority of 3,140."),
        Good("Of an electorate of 40,000, 26,000 voted, a turnout of 65 per cent."),
        Good("The motion was rejected by 34 votes to 41."),
        Good("Ada Quist won with 21,340 votes and cut the majority of 9,000 to 3,140."),
    ),
)

_NO_FIGURE = f"[^{NUMBER}-\ue003;]"
_CUE = LazyPattern(
    r"\b(?:[Vv]ot(?:es?|ed|ers)|[Bb]allots?|[Mm]ajority|[Tt]urnout|polled|[Ee]lectorate)\b",
    needs=("ote", "allot", "ajority", "urnout", "polled", "lectorate"),
)
_MAJORITY = LazyPattern(
    rf"\b(?:majority|margin)(?: was| of| is| stood at| came to| just| only| a mere| winning)* "
    rf"(?P<claim>{NUMBER})|\b(?:won|win|winning|victory|beat|beating|defeat\w*|elected|held|lost|"
    rf"returned)\b"
    rf"{_NO_FIGURE}{{0,60}}? by (?:just |only |a mere |"
    rf"a margin of )*(?P<by>{NUMBER})(?: votes)?(?! votes? to| to)"
    rf"|(?P<vote>{NUMBER})[- ]vote (?:majority|margin|lead|win|victory|defeat)"
)
_OLD_MAJORITY = LazyPattern(
    r"\b(?:cut\w*|overturn\w*|slash\w*|reduc\w*|previous|last|wip\w+|defend\w*|increas\w+|notional|"
    r"earlier|predecessor\w*|seats|down from|up from|compared|at the last|in (?:19|20)\d\d)\b"
)
_PAIRS = tuple(
    LazyPattern(pattern)
    for pattern in (
        rf"(?P<a>{NUMBER})(?: (?:votes|ballots|people|members))?(?: were|"
        rf" voted)?(?: cast)? (?:for|in favour|to leave|yes)\b"
        rf"{_NO_FIGURE}{{0,40}}?(?P<b>{NUMBER})(?: [a-z]+){{0,2}} (?:against|opposed|to remain|"
        rf"to stay|no)\b",
        rf"(?P<a>{NUMBER})(?: votes?)?{_NO_FIGURE}{{0,60}}?\b(?:to|against|with|while|and|but|"
        rf"ahead of|over|compared with|"
        rf"beating|defeating|followed by|from){_NO_FIGURE}{{0,60}}?(?P<b>{NUMBER})",
    )
)
_TURNOUT = LazyPattern(
    rf"\bturnout(?: (?:in|for|across|among)(?: (?:the )?[a-z\'-]+){{1,3}}?)?(?: (?:was|of|at|"
    rf"reached|is|came to|stood at|put at|a|just|only|recorded|low|"
    rf"high))* (?P<claim>{PERCENT})"
    rf"|(?P<share>{PERCENT})(?: [a-z]+)? turnout|(?P<voted>{PERCENT}) (?:of (?:them|those|"
    rf"the electorate) )?(?:turned out|voted)\b"
)
_ELECTORATE = LazyPattern(
    rf"\b(?:electorate|electoral roll|register|roll)(?: of| is| was| stood at| has| totals|"
    rf" numbers)* (?P<a>{NUMBER})"
    rf"|(?P<b>{NUMBER}) (?:[a-z-]+ )?(?:registered|eligible|qualified|entitled|electors|"
    rf"voters on)\b"
    rf"|(?P<c>{NUMBER}) (?:[a-z-]+ )?(?:people |members |residents |men and women )?(?:were |"
    rf"are |who were |was )?(?:eligible|entitled|registered|able|on the)\b"
    rf"|(?P<d>{NUMBER}) (?:voters|electors|members|shareholders)\b(?! (?:voted|turned|cast|took))"
)
_CAST = LazyPattern(
    rf"(?P<c>{NUMBER}) (?:out )?of (?:the |its |an electorate of )?{NUMBER} [a-z ]{{0,40}}"
    r"(?:casting|voting|voted|turning out|turned out|took part|cast)\b|"
    rf"(?P<a>{NUMBER}) (?:valid )?(?:votes|ballots|ballot papers|papers|votes were|"
    rf"ballots were)(?: had been| were)? (?:cast|counted|returned|received)"
    rf"|(?P<b>{NUMBER})(?: (?:people|voters|members|residents|of them|of whom|electors|"
    rf"shareholders))?(?: had| have)? (?:voted|did so|cast (?:their |a )?(?:votes?|ballots?)|"
    rf"turned out|"
    rf"took part|cast a vote)\b"
)
_OUTCOME = LazyPattern(
    rf"\b(?P<verb>carried|passed|approved|backed|agreed|adopted|accepted|"
    rf"supported)\b{_NO_FIGURE}{{0,70}}?"
    rf"(?:by|with|,|\() ?(?P<a>{NUMBER})(?: votes?)?(?: to|[-–]) ?(?P<b>{NUMBER})(?! in (?:19|20))"
    rf"|\bvoted (?:by )?(?P<c>{NUMBER})(?: votes)? to (?P<d>{NUMBER}) (?:in favour|to (?:approve|"
    rf"back|accept|support|adopt|strike))"
)
_FOR_AGAINST = LazyPattern(
    rf"(?P<a>{NUMBER})(?: (?:votes|members|councillors|people))?(?: voted)? (?:for|"
    rf"in favour)\b{_NO_FIGURE}{{0,40}}?"
    rf"(?P<b>{NUMBER})(?: [a-z]+)? against\b"
)
_VERDICT = LazyPattern(
    r"\b(?P<yes>carried|passed|approved|adopted|accepted|backed)\b|\b(?P<no>rejected|defeated|"
    r"voted down|thrown out|refused|fell)\b"
)
_UNANIMOUS = LazyPattern(
    rf"\bunanimous(?:ly)?\b{_NO_FIGURE}{{0,60}}?(?P<a>{NUMBER})(?: votes?)? to (?P<b>{NUMBER})"
)
_NOT_SIMPLE = LazyPattern(
    r"\b(?:two[- ]thirds|three[- ]quarters|super-?majority|threshold|needed|required|short of)\b"
)


class Votes(Check):
    """Reckons majorities, turnouts and outcomes."""

    rules = (VOTES,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """What the votes contradict."""
        if not article.has(_CUE):
            return
        before: FiguredSentence | None = None
        for each in arithmetic.own_sentences(article, 1):
            near = before if before is not None and _is_next(before, each) else None
            match = next(_judge(article, each, near), None)
            if match is not None:
                yield match
            before = each


def _is_next(before: FiguredSentence, sentence: FiguredSentence) -> bool:
    return sentence.sentence.start - before.sentence.end <= 3


def _judge(
    article: Article, sentence: FiguredSentence, before: FiguredSentence | None
) -> Iterator[Match]:
    yield from _majority(article, sentence, before)
    yield from _turnout(article, sentence, before)
    if len(sentence.figures) > 1:
        yield from _outcome(article, sentence)


def _plain(sentence: FiguredSentence, *but: Figure) -> list[Figure]:
    others = [each for each in sentence.figures if all(each is not one for one in but)]
    return [each for each in others if not each.unit and each.noun in ("", "vote", "ballot")]


def _majority(
    article: Article, sentence: FiguredSentence, before: FiguredSentence | None
) -> Iterator[Match]:
    found = _MAJORITY.search(sentence.shape)
    if found is None or _OLD_MAJORITY.search(sentence.shape):
        return
    group = next(name for name, text in found.groupdict().items() if text is not None)
    claim = sentence.at(found.start(group))
    votes = _plain(sentence, claim)
    holder = sentence
    if len(votes) < 2 and before is not None:
        if votes or PERCENT in before.shape:
            return
        votes, holder = _plain(before), before
    if len(votes) != 2 or not _VOTES.search(holder.shape + " " + sentence.shape):
        return
    high, low = sorted(votes, key=lambda each: -each.value)
    if high.value > _FURTHEST * low.value or _OUT_OF.search(holder.shape):
        return
    difference = Bounds(bounds(high).low - bounds(low).high, bounds(high).high - bounds(low).low)
    if claim.value >= high.value or difference.meets(bounds(claim)) or low.value < 2:
        return
    if group == "claim" and "margin" in found.group() and "vote" not in sentence.shape:
        return
    yield arithmetic.contradiction(
        claim,
        f"{shown(article, high)} less {shown(article, low)} is "
        f"{number(high.value - low.value)}, not {shown(article, claim)}.",
        (high, low),
        note="the votes",
    )


# Votes further apart than this are not those of two sides of a close result.
_FURTHEST = 20
_OUT_OF = LazyPattern(r"\b(?:out of|ballots cast|votes cast)\b")
_VOTES = LazyPattern(r"\b(?:votes?|polled|ballots?|voted)\b")


def _turnout(
    article: Article, sentence: FiguredSentence, before: FiguredSentence | None
) -> Iterator[Match]:
    found = _TURNOUT.search(sentence.shape)
    if found is None:
        return
    group = next(name for name, text in found.groupdict().items() if text is not None)
    claim = sentence.at(found.start(group))
    places = [sentence] if before is None else [sentence, before]
    all_ = _first(places, _ELECTORATE)
    cast = _first(places, _CAST)
    if all_ is None or cast is None or all_ is cast or not 0 < cast.value < all_.value:
        return
    share = bounds(cast).over(bounds(all_)).times(100)
    room = 0.1 if not claim.value.is_integer() else 0.6
    if share.meets(Bounds(claim.value - room, claim.value + room)) or (
        claim.hedged and share.meets(Bounds(claim.value - 4, claim.value + 4))
    ):
        return
    real = number(round(100 * cast.value / all_.value, 1))
    yield arithmetic.contradiction(
        claim,
        f"{shown(article, cast)} of {shown(article, all_)} is a turnout of {real} per cent, "
        f"not {shown(article, claim)}.",
        (cast, all_),
    )


def _first(places: list[FiguredSentence], pattern: LazyPattern) -> Figure | None:
    for place in places:
        found = pattern.search(place.shape)
        if found is not None:
            group = next(name for name, text in found.groupdict().items() if text is not None)
            return place.at(found.start(group))
    return None


def _outcome(article: Article, sentence: FiguredSentence) -> Iterator[Match]:
    if _NOT_SIMPLE.search(sentence.shape):
        return
    for pattern in (_OUTCOME, _FOR_AGAINST, _UNANIMOUS):
        found = pattern.search(sentence.shape)
        if found is None:
            continue
        groups = ("a", "b") if found["a"] else ("c", "d")
        ayes, noes = (sentence.at(found.start(group)) for group in groups)
        if not _VOTES.search(sentence.shape) and pattern is _OUTCOME:
            continue
        message = _wrong_outcome(article, sentence, pattern, found, ayes, noes)
        if message:
            span = sentence.span(found.start(groups[0]), found.end(groups[1]))
            yield Match(span, message, (), (RelatedText(ayes.span, "in favour"),))
            return


def _wrong_outcome(
    article: Article,
    sentence: FiguredSentence,
    pattern: LazyPattern,
    found: re.Match[str],
    ayes: Figure,
    noes: Figure,
) -> str:
    votes = f"{shown(article, ayes)} to {shown(article, noes)}"
    if pattern is _UNANIMOUS:
        return f"The vote was {votes}, so it was not unanimous." if noes.value else ""
    if pattern is _OUTCOME:
        return f"It went through by {votes}, the smaller number first." * (ayes.value < noes.value)
    verdicts = list(_VERDICT.finditer(sentence.shape))
    if len(verdicts) != 1 or ayes.value == noes.value:
        return ""
    passed = verdicts[0]["yes"] is not None
    if passed == (ayes.value > noes.value):
        return ""
    verb = verdicts[0].group()
    return f"With {shown(article, ayes)} for and {shown(article, noes)} against it was not {verb}."
