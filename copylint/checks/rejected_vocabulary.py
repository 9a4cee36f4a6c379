"""Words and phrases that the house rejects."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.fix import Safety
from copylint.core.rule import Bad, Good, Precedence, Rule, Severity
from copylint.core.span import TextSpan

REJECTED = Rule(
    id="vocabulary.rejected",
    summary="Flags a word or phrase that the house rejects.",
    why=(
        "A house keeps a list of words that it does not print. The files named under 'vocabulary' "
        "in the configuration reject words and phrases, one per line; an entry in lower case is "
        "found in any case, an entry with a capital only as written."
    ),
    bad=(
        Bad("They utilised the hall.", "utilised", reject=("utilised",)),
        Bad(
            "At This Moment  In time it rains.",
            "At This Moment  In time",
            reject=("at this moment in time",),
        ),
    ),
    good=(Good("Without a list of rejected words, utilised passes."),),
    severity=Severity.ERROR,
    safety=Safety.NONE,
    precedence=Precedence.HOUSE_WORD,
)


class RejectedVocabulary(Check):
    """Finds the words and phrases that the configuration rejects."""

    rules = (REJECTED,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """A match for each rejected word or phrase in the prose."""
        if not article.vocabulary.reject:
            return
        opaque = [span for block in article.document.blocks for span in block.opaque]
        for start, end in article.vocabulary.rejected(article.text):
            span = TextSpan(start, end)
            if not any(code.overlaps(span) for code in opaque):
                said = article.text[start:end]
                yield Match(span, f"The house vocabulary rejects '{said}'.")
