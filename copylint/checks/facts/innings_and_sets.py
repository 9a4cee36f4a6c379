"""Results in cricket and tennis that contradict their wickets, overs or sets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copylint.checks.facts.scores_told import Score, Told, value_of
from copylint.core.finding import Match
from copylint.core.kept_patterns import compiled
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.quantities import WORD_NUMBER, value_of_words

_NUMBER = rf"(?:\d{{1,3}}|{WORD_NUMBER})"
_WICKETS = LazyPattern(rf"\bby (?P<by>{_NUMBER}) wickets?\b")
_RUNS_FOR = LazyPattern(
    rf"(?<![\w.,/-])(?P<runs>\d{{2,3}})(?:[-–/]| for )(?P<down>{_NUMBER})(?! wickets)(?![\w/]|"
    rf"[-–.]\d)"
)
_BALLS = LazyPattern(r"(?<![\d.])\d{1,2}\.[6-9] overs\b")
_STRAIGHT = LazyPattern(r"\bstraight[- ]sets?\b|\bin (?P<sets>two|three|four|five) sets\b")
_BETWEEN_SETS = compiled(r"(?: ?\([\d–-]+\))?,?;?(?: and)? ?")


def wickets(told: Told, before: Told | None) -> Iterator[Match]:
    """A win by so many wickets against the wickets that were down."""
    found = _WICKETS.search(told.text)
    if found is None or told.is_quoted(told.start + found.start()):
        return
    for holder in (told, before):
        if holder is None:
            continue
        innings = [each for each in _RUNS_FOR.finditer(holder.text) if _is_innings(each)]
        if not innings:
            continue
        downs = {value_of(each["down"]) for each in innings}
        won = value_of(found["by"])
        if won is None or any(down is not None and 10 - down == won for down in downs):
            return
        if len(innings) > 1:
            return
        down = downs.pop() or 0
        place = Score(int(innings[0]["runs"]), down, *innings[0].span())
        yield told.match(
            *found.span("by"),
            f"With {down} wickets down a side wins by {10 - down}, not {found['by']}.",
            (holder, place),
        )
        return


def _is_innings(found: re.Match[str]) -> bool:
    down = value_of(found["down"])
    return down is not None and down < 10 and int(found["runs"]) >= 20


def overs(told: Told) -> Iterator[Match]:
    """Overs with more than six balls."""
    for found in _BALLS.finditer(told.text):
        if not told.is_quoted(told.start + found.start()):
            yield told.match(
                *found.span(), "An over has six balls, so the figure after the point is 1 to 5."
            )


def sets_won(told: Told) -> Iterator[Match]:
    """*Straight sets*, and the number of sets, against the score."""
    found = _STRAIGHT.search(told.text)
    if found is None:
        return
    sets = _longest_run(told.text, told.scores)
    if len(sets) < 2 or max(max(each.a, each.b) for each in sets) > 20:
        return
    for_first = sum(each.a > each.b for each in sets)
    said = found.group()
    if found["sets"]:
        if value_of_words(found["sets"]) != len(sets):
            yield told.match(
                *found.span(), f"The score has {len(sets)} sets, not {found['sets']}.",
                (told, sets[0]),
            )  # fmt: skip
    elif for_first not in (0, len(sets)):
        lost = next(each for each in sets if (each.a > each.b) != (for_first * 2 > len(sets)))
        yield told.match(
            *found.span(), f"'{said}' means that no set was lost, but one went {lost.shown}.",
            (told, lost),
        )  # fmt: skip


def sets_of(told: Told) -> list[Score]:
    """The sets of a match that the sentence gives; empty if it has fewer than two."""
    sets = _longest_run(told.text, told.scores) if len(told.scores) > 1 else []
    played = len(sets) > 1 and all(
        max(each.a, each.b) in _GAMES and min(each.a, each.b) <= max(each.a, each.b) - 1
        for each in sets
    )
    return sets if played else []


_GAMES = range(6, 14)  # that win a set


def _longest_run(text: str, scores: Sequence[Score]) -> list[Score]:
    """The longest run of scores with nothing but commas and tie-breaks between them."""
    best: list[Score] = []
    run: list[Score] = []
    for score in scores:
        if run and not re.fullmatch(
            r"(?: ?\([\d–-]+\))?,?;?(?: and)? ?", text[run[-1].end : score.start]
        ):
            run = []
        run.append(score)
        best = max(best, run, key=len)[:]
    return best


def runs(told: Told) -> Iterator[Match]:
    """A win by so many runs against the two totals in the sentence."""
    found = _BY_RUNS.search(told.text)
    if found is None or not _INNINGS.search(told.text) or told.is_quoted(told.start):
        return
    totals = [
        each
        for each in _TOTAL.finditer(told.text)
        if not found.start() <= each.start() < found.end()
    ]
    by = value_of(found["by"])
    if len(totals) != 2 or by is None:
        return
    one, other = (int(each.group()) for each in totals)
    if abs(one - other) != by:
        yield told.match(
            *found.span("by"),
            f"{one} and {other} are {abs(one - other)} runs apart, not {found['by']}.",
        )


def table(told: Told) -> Iterator[Match]:
    """Games won, drawn and lost against games played, and points against games."""
    found = _RECORD.search(told.text)
    if found is not None and not told.is_quoted(told.start + found.start()):
        numbers = [value_of(found[name]) for name in ("won", "drawn", "lost", "games")]
        won, drawn, lost, games = (each or 0 for each in numbers)
        if None not in numbers and won + drawn + lost != games:
            yield told.match(
                *found.span("games"),
                f"{won} won, {drawn} drawn and {lost} lost are {won + drawn + lost} games, "
                f"not {found['games']}.",
            )
    found = _POINTS.search(told.text)
    if found is not None and not told.is_quoted(told.start + found.start()):
        points, played = value_of(found["points"]), value_of(found["games"])
        if points is not None and played is not None and points > 3 * played:
            yield told.match(
                *found.span("points"), f"{found['games']} games give at most {3 * played} points."
            )


_BY_RUNS = LazyPattern(rf"\bby (?P<by>{_NUMBER}) runs?\b")
_INNINGS = LazyPattern(
    r"\b(?:bowled|all out|made|reply|replied|replying|innings|dismissed|total)\b"
)
_TOTAL = LazyPattern(
    r"(?<![\w.,:/£$€–-])[1-9]\d{1,2}(?![\w%]|[.,:/–-]\d|-| (?:not out|balls?|overs?|minutes?|"
    r"years?|"
    r"runs?|for \d|from|off|wickets?))"
)
_RECORD = LazyPattern(
    rf"\bwon (?P<won>{_NUMBER}),? (?:and )?(?:drawn|drew) (?P<drawn>{_NUMBER}),? (?:and )?lost "
    rf"(?P<lost>{_NUMBER}) (?:of|in|from) (?:their |its |the |his |her )?(?:first |opening |last )?"
    rf"(?P<games>{_NUMBER})\b"
)
_POINTS = LazyPattern(
    rf"(?P<points>{_NUMBER}) points (?:from|in|after) (?:their |the |its )?(?:first |opening |"
    rf"last )?"
    rf"(?P<games>{_NUMBER}) (?:league )?(?:games|matches)\b(?! (?:in|at) the (?:nba|premiership))"
)
