"""Articles that are hard to read, by the Flesch-Kincaid grade."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.blocks import RUNNING_PROSE
from copylint.core.finding import Match
from copylint.core.fix import Safety
from copylint.core.rule import Bad, Good, Option, Rule, Severity

# The formula was made for samples of 100 words; in much less one long sentence decides.
_FEWEST_WORDS = 50

_HARD = (
    "The administrative reorganisation that the commissioners recommended in consequence of "
    "the parliamentary inquiry necessitates considerable additional expenditure, "
    "notwithstanding the undertakings that representatives of the participating "
    "municipalities had previously communicated to the responsible ministerial departments. "
    "Implementation of the recommendations accordingly remains conditional upon "
    "authorisation by legislators whose deliberations, originally anticipated immediately, "
    "have repeatedly been interrupted."
)
_PLAIN = (
    "The council will spend more money on the roads this year. Most of it will go to the "
    "villages in the north, where last winter's frost broke up the lanes. Work starts in May "
    "and should end before the snow comes. People who live on the route will get a letter "
    "first. Buses will run as they do now, though some stops will move for a week or two."
)

_MAX = Option("max", 14, "The highest Flesch-Kincaid grade that is accepted.")

GRADE = Rule(
    id="readability.grade",
    summary="Flags an article whose Flesch-Kincaid grade is above a limit.",
    why=(
        "The grade estimates from the length of sentences and words how many years of schooling a "
        "reader needs. House styles set a limit for it; most news copy lies between 8 and 13. Only "
        "running prose counts, and an article needs at least 50 words of it. The formula is that "
        "of textstat; copylint counts the sentences and syllables."
    ),
    bad=(Bad(_HARD, _HARD),),
    good=(Good(_PLAIN),),
    severity=Severity.SUGGESTION,
    default=False,
    safety=Safety.NONE,
    options=(_MAX,),
)


class Grade(Check):
    """Reports the first paragraph of an article that is too hard as a whole."""

    rules = (GRADE,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """At most one match."""
        from copylint.analysis.readability import readability, running_prose

        first = next((p for p in article.passages if p.kind in RUNNING_PROSE), None)
        if first is None:
            return
        prose = running_prose(article)
        if len(prose.split()) < _FEWEST_WORDS:
            return
        limit = options.of(GRADE, _MAX, int)
        grade = readability(prose).grade
        if grade > limit:
            yield Match(
                first.block.span,
                f"This article reads at grade {grade:.1f}, above the limit of {limit}; use "
                "shorter sentences and words.",
            )
