"""The same term with a capital and without one: the Government and the government."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.analysis.article import Article
from copylint.analysis.casing import cased_terms, listed, spelled_names
from copylint.analysis.majority_form import MinorityForm
from copylint.checks.consistency.matches import tell
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.rule import Bad, Good, Precedence, Rule, Severity

RULE = Rule(
    id="consistency.capital",
    summary="Flags a term with a capital here and without one elsewhere in the article.",
    why=(
        "Houses differ on 'the Government', 'the Prime Minister' and 'the Internet', but an "
        "article should keep to one form. Only the term by itself, inside a sentence, is compared: "
        "in a name, before a name, in a title and in quoted words a capital has other reasons."
    ),
    bad=(
        Bad(
            "He said the Government would act. Last year the government did nothing, and now "
            "the Government has no choice.",
            "government",
            "He said the Government would act. Last year the Government did nothing, and now "
            "the Government has no choice.",
        ),
        Bad(
            "The treaty binds NATO. A spokesman for NATO said so. Nato has 32 members.",
            "Nato",
            "The treaty binds NATO. A spokesman for NATO said so. NATO has 32 members.",
        ),
        Bad(
            "She told the prime minister so. On Friday the prime minister wrote back. Nobody "
            "had asked the Prime Minister to.",
            "Prime Minister",
            "She told the prime minister so. On Friday the prime minister wrote back. Nobody "
            "had asked the prime minister to.",
        ),
    ),
    good=(
        Good(
            "He said the government would act. Her Majesty's Government did, and the Government "
            "of France too."
        ),
        Good("WEXBURY, 4 May – Trains through Wexbury stopped. Wexbury station was shut."),
        Good('He said the government would act. "We trust the Government to," she said.'),
        Good("She told the prime minister so. In May, Prime Minister Anna Holm wrote back."),
    ),
    severity=Severity.SUGGESTION,
    precedence=Precedence.CAPITAL,
)


class Capitals(Check):
    """Compares the capitals of terms that houses treat differently."""

    rules = (RULE,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """The rarer form of each term that has two."""
        text = article.text

        def better(minority: MinorityForm[bool]) -> str:
            found = text[minority.span.start : minority.span.end]
            return found.title() if minority.usual else found.lower()

        def message(minority: MinorityForm[bool]) -> str:
            found = text[minority.span.start : minority.span.end]
            way = "with a capital" if minority.usual else "without a capital"
            return f"'{found}' is written {way} elsewhere in the article."

        shown = {True: "with a capital", False: "without a capital"}
        for forms in cased_terms(article).values():
            yield from tell(RULE, forms, message, better, shown.__getitem__)
        for names in spelled_names(article).values():
            yield from tell(
                RULE,
                names,
                lambda minority: (
                    f"'{minority.form}' is written '{minority.usual}' elsewhere in the article."
                ),
                lambda minority: minority.usual,
                lambda form: f"'{form}'",
                listed(names),
            )
