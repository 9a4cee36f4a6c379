"""Results in sport that contradict their margin, their halves, their legs or their scorers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from copylint.analysis.article import Article
from copylint.analysis.ledger.corrections import is_corrected
from copylint.analysis.ledger.figured_sentences import READ
from copylint.checks.facts.innings_and_sets import overs, runs, sets_won, table, wickets
from copylint.checks.facts.results_across import told_elsewhere
from copylint.checks.facts.scores_told import Score, Told, value_of
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.rule import Bad, Good, Rule
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.quantities import WORD_NUMBER

SCORE = Rule(
    id="facts.score",
    summary="Flags a result in sport that its margin, halves, legs or scorers contradict.",
    why=(
        "Match reports are written in minutes. A team that wins 3-1 wins by two goals; one that "
        "was 2-0 up at half-time cannot draw 1-1; a win by six wickets leaves four down. The rule "
        "compares such statements within a sentence or with the one before."
    ),
    bad=(
        Bad("Rovers won 3-1, a three-goal margin that flattered them.", "three-goal"),
        Bad("Rovers drew 2-1 with Albion.", "2-1"),
        Bad("Rovers led 2-0 at half-time but drew 1-1.", "2-0"),
        Bad("Albion won 2-1 at home and drew 1-1 away to go through 4-2 on aggregate.", "4-2"),
        Bad("Quist hit a hat-trick as Rovers won 2-0.", "hat-trick"),
        Bad("Chasing 210, they reached 211-4 and won by five wickets.", "five"),
    ),
    good=(
        Good("Rovers won 3-1, a two-goal margin that flattered them."),
        Good("Rovers drew 2-2 with Albion and won 4-3 on penalties."),
        Good("Rovers led 2-0 at half-time but drew 2-2."),
        Good("Albion won 2-1 at home and drew 1-1 away to go through 3-2 on aggregate."),
        Good("Chasing 210, they reached 211-4 and won by six wickets."),
    ),
)

_NUMBER = rf"(?:\d{{1,3}}|{WORD_NUMBER})"
_S = r"\d{1,3}[-–]\d{1,3}"
_RESULT = LazyPattern(
    r"\b(?:won|win|wins|winning|beat|beaten|beating|victor(?:y|ies|ious)|defeat(?:ed)?|lost|lose|"
    r"loss|"
    r"drew|drawn?|draws|thrash(?:ed|ing)|hammered|edged|overcame|triumph(?:ed)?|success|stalemate|"
    r"saw off|went down|go(?:es)? down|came back|fought back|ran out|suffered|slumped|crashed|"
    r"knocked out|through|final score|full[- ]time|ended|finished|rout(?:ed)?)\b"
)
_MARGIN = LazyPattern(
    rf"\bby (?:a |just |only |a margin of )*(?P<by>{_NUMBER})[- ](?P<of>goals?|points?|tries|"
    rf"runs?)\b"
    rf"|\b(?P<gap>{_NUMBER})[- ](?P<unit>goal|point|run) (?:win|victory|margin|defeat|loss|success|"
    r"triumph|beating|thrashing|winning margin|cushion at the end)\b"
)
_EARLIER = LazyPattern(
    r"\b(?:had (?:won|lost|beaten)|last (?:match|game|week|month|season|year|time|sunday|"
    r"saturday)|previous|earlier|first leg|"
    r"second leg|"
    r"half|break|interval|lead|led|leading|trail\w*|ahead|behind|up|down|aggregate|table|clear|"
    r"since|"
    r"sets?|quarter|odds|favourites?|handicap)\b"
)
_DRAW = LazyPattern(
    rf"\b(?:drew|draw|drawn|tied|draws|(?:finished|ended) (?:level|"
    rf"all square))(?: [a-z'-]+){{0,2}} (?P<score>{_S})"
    r"(?= (?:with|at|away|on|in|against|home|after|last|to|and|but|yesterday|here)\b|[,.;)]|$)|"
    rf"(?P<before>{_S}) (?:[a-z-]+ )?(?:draw|stalemate|tie|deadlock)\b(?![- ]?break)"
)
_WIN = LazyPattern(
    rf"\b(?:won|lost|win|victory|defeat) (?P<score>{_S})|"
    rf"\b(?:beat|defeated|thrashed|overcame|edged)(?: (?!and\b|"
    rf"but\b)[a-z'.-]+){{1,4}} (?P<after>{_S})|"
    rf"(?P<before>{_S}) (?:[a-z]+ )?(?:win|victory|defeat|loss|triumph|success|thrashing|"
    rf"drubbing)\b"
)
_SHOOT_OUT = LazyPattern(
    r"\b(?:penalt\w+|pens|shoot[- ]?out|away goals|extra[- ]time|replay|toss|count[- ]?back|"
    r"aggregate|"
    r"golden|sudden)\b|\b(?:in|of) (?:sets|games|frames)\b"
)
_AGGREGATE = LazyPattern(
    rf"(?P<score>{_S})(?: [a-z]+){{0,2}} (?:on aggregate|aggregate)|"
    rf"aggregate(?: score)?(?: (?:of|was|is|to))? (?P<after>{_S})"
)
_AT_HALF = LazyPattern(
    rf"(?P<score>{_S})(?: [a-z]+){{0,2}} (?:at|by|before|come) (?:the )?(?:half[- ]?time|break|"
    rf"interval)|"
    rf"(?P<lead>{_S}) half[- ]time (?:lead|score|advantage|deficit)|"
    rf"half[- ]time (?:score|lead|advantage)(?: (?:was|of|stood at|is))? (?P<after>{_S})|"
    rf"(?:at|by) (?:the )?(?:half[- ]?time|break|interval)(?: [a-z]+){{0,5}} (?P<was>{_S})"
)
_GOALS = LazyPattern(
    r"\b(?P<hat>hat[- ]?trick)\b(?! of | hero| against| in (?:a |the )?(?:[jfmasond][a-z]+ber\b|"
    r"j[au]n|july|feb|mar|apr|may|aug|cup|final)| on )|\bscored (?:all )?(?P<count>three|four|five)"
    r"(?: goals)?(?: times)?\b(?! tries)|\b(?P<two>brace|scored twice|scored both)\b"
)
_NOT_GOALS = LazyPattern(
    r"\b(?:tries|try|wickets?|sets|season|career|last|trophies|titles|assists)\b"
)
# Apart, because a pattern that begins with a set of characters is found faster.
_CUES = (
    LazyPattern(r"[0-9](?:[-–][0-9]|[0-9] for )"),
    LazyPattern(
        r"overs\b|\bruns\b| points | drawn | drew ",
        needs=("overs", "runs", " points ", " drawn ", " drew "),
    ),
)


class Scores(Check):
    """Compares what match reports say of a result."""

    rules = (SCORE,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Results that contradict what is said of them."""
        yield from told_elsewhere(article)
        result, words = _CUES
        played = article.passages_with(result) if result.search(article.digits) else ()
        said = article.passages_with(words)
        if not (played or said):
            return
        for passage in article.passages:
            if passage.kind not in READ or not (passage in played or passage in said):
                continue
            if is_corrected(article, passage.block):
                continue
            before: Told | None = None
            for sentence in passage.sentences:
                told = Told(article, sentence)
                match = next(_judge(told, before), None)
                if match is not None:
                    yield match
                before = told


def _judge(told: Told, before: Told | None) -> Iterator[Match]:
    yield from overs(told)
    yield from runs(told)
    if " points " in told.text or " drawn " in told.text or " drew " in told.text:
        yield from table(told)
    yield from wickets(told, before)
    if told.scores:
        yield from sets_won(told)
        yield from _aggregate(told, before)
        yield from _halves(told, before)
        yield from _drawn_or_won(told)
        yield from _scorers(told)
    yield from _margins(told, before)


def _group(found: re.Match[str]) -> tuple[str, int]:
    """The name and start of the group that took part in a match."""
    name = next(each for each, text in found.groupdict().items() if text is not None)
    return name, found.start(name)


def _margins(told: Told, before: Told | None) -> Iterator[Match]:
    found = _MARGIN.search(told.text)
    if found is None or told.is_quoted(told.start + found.start()):
        return
    holder = told if told.scores or before is None else before
    if len(holder.scores) != 1 or not _RESULT.search(holder.text):
        return
    if _EARLIER.search(holder.text) or _EARLIER.search(told.text):
        return
    score = holder.scores[0]
    margin = value_of(found["by"] or found["gap"])
    real = abs(score.a - score.b)
    if margin is None or margin == real or (found["of"] == "tries") or not _is_final(score):
        return
    start = found.start("by") if found["by"] else found.start("gap")
    end = found.end("of") if found["by"] else found.end("unit")
    yield told.match(
        start, end,
        f"{score.shown} is a margin of {real}, not {found['by'] or found['gap']}.",
        (holder, score),
    )  # fmt: skip


def _is_final(score: Score) -> bool:
    """Whether the figures may be a result: not an age range, a year or odds."""
    return score.a <= 200 and score.b <= 200


def _drawn_or_won(told: Told) -> Iterator[Match]:
    for found in _DRAW.finditer(told.text):
        score = told.at(_group(found)[1])
        if score is not None and score.a != score.b:
            rest = told.text[found.end() : found.end() + 40]
            if _SHOOT_OUT.search(rest) or " on aggregate" in told.text:
                continue
            yield told.match(
                score.start, score.end, f"A draw has two equal scores, but this is {score.shown}."
            )
    if _SHOOT_OUT.search(told.text):
        return
    for found in _WIN.finditer(told.text):
        score = told.at(_group(found)[1])
        if score is not None and score.a == score.b and len(told.scores) == 1:
            yield told.match(
                score.start, score.end, f"{score.shown} is a draw, but the copy gives it a winner."
            )


def _aggregate(told: Told, before: Told | None) -> Iterator[Match]:
    found = _AGGREGATE.search(told.text)
    total = told.at(_group(found)[1]) if found else None
    if total is None:
        return
    legs = [(told, each) for each in told.scores if each is not total]
    if len(legs) < 2 and before is not None:
        legs = [(before, each) for each in before.scores] + legs
    if len(legs) != 2:
        return
    (_, one), (_, other) = legs
    sums = {
        tuple(sorted((one.a + other.a, one.b + other.b))),
        tuple(sorted((one.a + other.b, one.b + other.a))),
    }
    if tuple(sorted((total.a, total.b))) in sums:
        return
    ways = " or ".join(f"{high}-{low}" for low, high in sorted(sums))
    yield told.match(
        total.start, total.end, f"{one.shown} and {other.shown} make {ways}, not {total.shown}.",
        *legs,
    )  # fmt: skip


def _halves(told: Told, before: Told | None) -> Iterator[Match]:
    found = _AT_HALF.search(told.text)
    half = told.at(_group(found)[1]) if found else None
    if half is None or "aggregate" in told.text:
        return
    finals = [(told, each) for each in told.scores if each is not half]
    if not finals and before is not None and _RESULT.search(before.text):
        finals = [(before, each) for each in before.scores]
    if len(finals) != 1 or not _RESULT.search(finals[0][0].text):
        return
    final = finals[0][1]
    straight = final.a >= half.a and final.b >= half.b
    crossed = final.a >= half.b and final.b >= half.a
    if straight or crossed:
        return
    yield told.match(
        half.start, half.end,
        f"It was {half.shown} at half-time, so it cannot have ended {final.shown}.", finals[0],
    )  # fmt: skip


def _scorers(told: Told) -> Iterator[Match]:
    found = _GOALS.search(told.text)
    if found is None or len(told.scores) != 1 or told.is_quoted(told.start + found.start()):
        return
    score = told.scores[0]
    goals = 3 if found["hat"] else 2 if found["two"] else value_of(found["count"]) or 0
    if max(score.a, score.b) >= goals or not _RESULT.search(told.text):
        return
    if _NOT_GOALS.search(told.text) or _EARLIER.search(told.text):
        return
    yield told.match(
        *found.span(), f"{goals} goals by one player do not go into {score.shown}.", (told, score)
    )
