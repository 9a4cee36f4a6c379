"""How long something is said to last, against the hours, days or years of its ends."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.analysis.article import Article
from copylint.analysis.ledger.time_spans import DAYS, MINUTES, Stretch, stretches
from copylint.contract.check import Check, Options
from copylint.core.finding import Match, RelatedText
from copylint.core.rule import Bad, Good, Rule, Severity

DURATION = Rule(
    id="facts.duration",
    summary="Flags a length of time that its beginning and end do not bear out.",
    why=(
        "A meeting from 7pm to 10pm does not last two hours. Days and years may be counted with "
        "or without the last one, and weeks and months are taken loosely. The rule reports only a "
        "sentence with one beginning and end and one length, and passes over 'about' and the like."
    ),
    bad=(
        Bad("The two-hour meeting ran from 7pm to 10pm.", "two-hour"),
        Bad("The fair runs from 3 to 12 May, five days of music.", "five days"),
        Bad("He ran the mill from 1966 until his death in 2018, a reign of 42 years.", "42 years"),
        Bad("She sat for Leith from 1960 to 1990, a period of 20 years.", "20 years"),
    ),
    severity=Severity.SUGGESTION,
    good=(
        Good("The three-hour meeting ran from 7pm to 10pm."),
        Good("The fair runs from 3 to 12 May, ten days of music."),
        Good("The shop is open from 9am to 5pm, two hours later than before."),
        Good("A bus runs every 20 minutes, three an hour, between midnight and 5am."),
        Good("He must do 200 hours of unpaid work and stay at home between 9pm and 6am."),
    ),
)

_DAY = 24 * 60  # minutes
_UNITS = {MINUTES: "minutes", DAYS: "days"}


class Durations(Check):
    """Compares lengths of time with their ends."""

    rules = (DURATION,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """The lengths that do not fit."""
        for _, stretch, length in stretches(article):
            if stretch.least - length.margin <= length.value <= stretch.most + length.margin:
                continue
            if stretch.unit == MINUTES and abs(stretch.least - length.value) == 720:
                continue  # noon and midnight
            if stretch.unit == MINUTES and length.value > _DAY:
                continue  # hours of several days, beside the hours of one
            shown = " ".join(article.text[length.span.start : length.span.end].split())
            ends = " ".join(article.text[stretch.span.start : stretch.span.end].split())
            yield Match(
                length.span,
                f"'{shown}' here, but '{ends}' is {_shown(stretch)}: which is right?",
                (),
                (RelatedText(stretch.span, "its beginning and end"),),
            )


def _shown(stretch: Stretch) -> str:
    if stretch.unit == MINUTES:
        hours, minutes = divmod(int(stretch.least), 60)
        parts = []
        if hours:
            parts.append(f"{hours} hour" + "s" * (hours > 1))
        if minutes:
            parts.append(f"{minutes} minute" + "s" * (minutes > 1))
        return " and ".join(parts)
    if stretch.unit == DAYS:
        return f"{stretch.least:.0f} or {stretch.most:.0f} days"
    return f"{stretch.least + 1:.0f} years"
