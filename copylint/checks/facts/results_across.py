"""The one result of a match report against what its other sentences say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from copylint.analysis.article import Article
from copylint.analysis.ledger.corrections import is_corrected
from copylint.analysis.ledger.figured_sentences import READ
from copylint.checks.facts.innings_and_sets import sets_of
from copylint.checks.facts.scores_told import Told, value_of
from copylint.core.blocks import BlockKind
from copylint.core.finding import Match, RelatedText
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.quantities import WORD_NUMBER

_NUMBER = rf"(?:\d{{1,3}}|{WORD_NUMBER})"
_CUE = LazyPattern(
    rf"\bstraight[- ]sets\b|\b{_NUMBER}[- ](?:goal|run)\b|\bby {_NUMBER} (?:goal|run)s\b",
    needs=("straight", "goal", "run"),
)
# A line of its own: "Leith Rovers 4, Moon Town 2"
_LINE = LazyPattern(
    r"\W{0,2}(?:[A-Z][\w'’.&-]*\s){1,4}(?P<a>\d{1,2})(?:\s\([^)\d]{0,60}\))?(?:,\s?|\s|\s[–—-]\s)"
    r"(?:[A-Z][\w'’.&-]*\s){1,4}(?P<b>\d{1,2})\W{0,2}"
)
_GOALS = LazyPattern(
    rf"\b(?P<gap>{_NUMBER})[- ]goal (?:win(?:ners?)?|victor(?:y|s)|margin|defeat|losers?|success|"
    rf"triumph|beating)\b|\b(?:won|winners|beaten|win|victory|lost) by (?P<by>{_NUMBER}) goals\b"
)
_STRAIGHT = LazyPattern(
    r"\b(?:won|win|came through|victory|triumph\w*|prevail\w*|beat|success|"
    r"got home|finished|over|it was)\b[^.;]{0,50}?(?P<said>\bstraight[- ]sets)\b"
)
_BY_RUNS = LazyPattern(
    rf"\bby (?P<by>{_NUMBER}) runs\b|\b(?P<gap>{_NUMBER})-run (?:win|victory|defeat)\b"
)
_MADE = LazyPattern(
    r"\b(?:made|scored|posted|reached|totalled|amassed|put on|compiled|set|total of|innings of)"
    r" (?:a total of )?(?P<runs>\d{2,3})(?! (?:not out|off|from|balls|runs (?:off|"
    r"from))|[-–/]\d|[.,]\d)"
    r"(?= after| before| all out| for | in | batting| when|,|\.| and| to )"
)
_OUT_FOR = LazyPattern(
    r"\b(?:bowled out|all out|dismissed|skittled)(?: for)? (?P<runs>\d{2,3})\b(?![-–/.,]\d)"
    r"|\b(?P<other>\d{2,3}) all out\b"
)
# These sentences speak of another match.
_ANOTHER = LazyPattern(
    r"\b(?:had (?:\w+ )?(?:won|lost|beaten|come|taken|gone)|"
    r"last (?:year|week|month|season|time|saturday|sunday)|semi-final|quarter-final|"
    r"(?:first|second|third|fourth|opening|previous|earlier|next) (?:round|match|game|leg)|earlier|"
    r"previous\w*|since|against him|this season|could|would|might|nearly|almost|first innings|"
    r"second innings|half-time|interval|lead|ahead|need\w*)\b"
)
_MOST_SENTENCES = 200


def told_elsewhere(article: Article) -> Iterator[Match]:
    """What sentences without a score say of the only result of the article."""
    if not article.has(_CUE):
        return
    told = [
        Told(article, sentence)
        for passage in article.passages
        if passage.kind in READ and not is_corrected(article, passage.block)
        for sentence in passage.sentences
    ][:_MOST_SENTENCES]
    yield from _goals(article, told)
    yield from _sets(told)
    yield from _runs(told)


def _goals(article: Article, told: list[Told]) -> Iterator[Match]:
    lines: list[re.Match[str]] = []
    for block in article.document.blocks:
        if block.kind in READ or block.kind is BlockKind.DATELINE:
            found = _LINE.compiled.fullmatch(article.text, block.span.start, block.span.end)
            if found is not None:
                lines.append(found)
    if len(lines) != 1:
        return
    one, other = int(lines[0]["a"]), int(lines[0]["b"])
    place = TextSpan(lines[0].start("a"), lines[0].end("b"))
    for each in told:
        found = _GOALS.search(each.text)
        if found is None or each.scores or _ANOTHER.search(each.text):
            continue
        group = "gap" if found["gap"] else "by"
        margin = value_of(found[group])
        if margin is not None and margin != abs(one - other) and not _is_quoted(each, found):
            yield _match(
                each, found.span(group),
                f"{one}-{other} is a margin of {abs(one - other)}, not {found[group]}.", place,
            )  # fmt: skip


def _sets(told: list[Told]) -> Iterator[Match]:
    played = {
        tuple((score.a, score.b) for score in sets): (each, sets)
        for each in told
        if (sets := sets_of(each))
    }
    if len(played) != 1:
        return
    ((holder, sets),) = played.values()
    won = sum(score.a > score.b for score in sets)
    if won in (0, len(sets)):
        return
    lost = next(each for each in sets if (each.a > each.b) != (won * 2 > len(sets)))
    for each in told:
        found = _STRAIGHT.search(each.text)
        if found is None or each.scores or _ANOTHER.search(each.text):
            continue
        if each.is_quoted(each.start + found.start("said")):
            continue
        yield _match(
            each, found.span("said"),
            f"'straight sets' means that no set was lost, but one went {lost.shown}.",
            TextSpan(holder.start + sets[0].start, holder.start + sets[-1].end),
        )  # fmt: skip


def _runs(told: list[Told]) -> Iterator[Match]:
    wins = [
        (each, found)
        for each in told
        if (found := _BY_RUNS.search(each.text)) and not _ANOTHER.search(each.text)
    ]
    made = {int(found["runs"]) for each in told for found in _MADE.finditer(each.text)}
    out = [(each, found) for each in told for found in _OUT_FOR.finditer(each.text)]
    if len(wins) != 1 or len(out) != 1:
        return
    holder, all_out = out[0]
    group = "runs" if all_out["runs"] else "other"
    second = int(all_out[group])
    first = {runs for runs in made if runs > second}
    each, found = wins[0]
    if len(first) != 1 or each is holder or _is_quoted(each, found):
        return
    (total,) = first
    said = "by" if found["by"] else "gap"
    if value_of(found[said]) not in (None, total - second):
        yield _match(
            each, found.span(said),
            f"{total} and {second} are {total - second} runs apart, not {found[said]}.",
            TextSpan(holder.start + all_out.start(group), holder.start + all_out.end(group)),
        )  # fmt: skip


def _is_quoted(told: Told, found: re.Match[str]) -> bool:
    return told.is_quoted(told.start + found.start())


def _match(told: Told, place: tuple[int, int], message: str, other: TextSpan) -> Match:
    span = TextSpan(told.start + place[0], told.start + place[1])
    return Match(span, message, (), (RelatedText(other, "the other statement"),))
