"""Reports passages in other languages, which copylint leaves unchecked."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.fix import Safety
from copylint.core.rule import Bad, Good, Level, Rule, Severity

_GERMAN = (
    "Der Stadtrat hat am Montag beschlossen, die alte Brücke über den Fluss für zwei Jahre zu "
    "sperren, weil sie nicht mehr sicher ist und auch der Verkehr sich geändert hat."
)
_ENGLISH = (
    "The council decided on Monday to close the old bridge over the river for two years because it "
    "is no longer safe. The German paper that first reported the plan put it to its readers as a "
    "question of money."
)
RULE = Rule(
    id="language.not-english",
    summary="Reports a passage in another language, which is not checked.",
    why=(
        "copylint reads English only. It leaves out a passage that is plainly in another "
        "language, reports that once, and checks the rest. Short foreign phrases in an English "
        "sentence are left alone. An article that is in another language from end to end has no "
        "finding: the run names how many files were left out."
    ),
    bad=(Bad(f"{_ENGLISH}\n\n{_GERMAN}", _GERMAN),),
    good=(
        Good("The council, or Rat der Stadt, met on Monday and voted on the bridge."),
        Good("Results: Quist 6, Orbell 4, Varga 3, Lindqvist 2, Tamm 2, Eder 1, Novak 1, Roe 0."),
    ),
    level=Level.DOCUMENT,
    severity=Severity.SUGGESTION,
    safety=Safety.NONE,
)


class NotEnglish(Check):
    """Reports once the passages left out of an article that is otherwise in English."""

    rules = (RULE,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """One match, at the first passage that was left out."""
        foreign = article.document.foreign
        if not foreign or not article.document.blocks:
            return
        block, language = foreign[0]
        if len(foreign) == 1:
            told = f"This passage is in {language}; copylint reads English only and leaves it out."
        else:
            told = (
                f"{len(foreign)} passages, this one in {language}, are not in English; "
                "copylint leaves them out."
            )
        yield Match(block.span, told)
