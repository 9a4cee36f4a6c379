"""Results in cricket and tennis that contradict their wickets, overs or sets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copylint.checks.facts.scores_told import Score, Told, value_of
from copylint.core.finding import Match
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
_BETWEEN_SETS = re.compile(r"(?: ?\([\d–-]+\))?,?;?(?: and)? ?")


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
