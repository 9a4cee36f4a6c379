"""Terms that are not written as the archive writes them."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.fix import Safety
from copylint.core.rule import Bad, Good, Rule, Severity

_EMAIL = (
    "email = e-mail\t3\t2016-02-03\t2019-05-02\ta0007",
    "email = email\t412\t2016-01-05\t2026-03-14\ta0041",
)
_POLICY = (
    "policymaker = policy maker\t2\t2017-02-03\t2019-05-02\ta0009",
    "policymaker = policymaker\t60\t2016-01-05\t2026-03-14\ta0040",
)
_PREMIER = (
    "prime minister = Prime Minister\t11\t2016-02-03\t2019-05-02\ta0007",
    "prime minister = prime minister\t804\t2016-01-05\t2026-03-14\ta0041",
)
_BOTH = (
    "email = e-mail\t31\t2016-02-03\t2026-03-02\ta0040",
    "email = email\t412\t2016-01-05\t2026-03-14\ta0041",
)

TERM = Rule(
    id="memory.term",
    summary="Flags a term that the archive writes otherwise: e-mail, Prime Minister.",
    why=(
        "An archive shows whether the house writes 'email' or 'e-mail', 'policymaker' or "
        "'policy-maker', 'the Prime Minister' or 'the prime minister'. A form is reported if "
        "another one was printed in twenty articles or more and in ten times as many; a form that "
        "is itself frequent is never reported. Quotations, headlines, names and the beginnings of "
        "sentences are left out, and a compound of two words is compared only where it is a noun "
        "by itself. Without a memory in the configuration the rule finds nothing."
    ),
    bad=(
        Bad(
            "The clerk sent an e-mail at noon.",
            "e-mail",
            "The clerk sent an email at noon.",
            memory=_EMAIL,
        ),
        Bad(
            "Nobody had asked the policy makers.",
            "policy makers",
            "Nobody had asked the policymakers.",
            memory=_POLICY,
        ),
        Bad(
            "She told the Prime Minister so.",
            "Prime Minister",
            "She told the prime minister so.",
            memory=_PREMIER,
        ),
    ),
    good=(
        Good("The clerk sent an email at noon.", memory=_EMAIL),
        Good('The sign read: "Send an e-mail."', memory=_EMAIL),
        Good("The clerk sent an e-mail at noon.", memory=_BOTH),
        Good("Policy maker pay is to rise.", memory=_POLICY),
        Good("In May, Prime Minister Anna Holm wrote back.", memory=_PREMIER),
        Good("She wrote to the Prime Minister of Norway.", memory=_PREMIER),
    ),
    severity=Severity.SUGGESTION,
    safety=Safety.UNSAFE,
    precedence=225,
)


class HouseTermsCheck(Check):
    """Compares the forms of an article's terms with those that the archive remembers."""

    rules = (TERM,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """A match for each term that the archive has otherwise."""
        if options.memory is None:
            return
        from copylint.analysis.calendar_days import own_day
        from copylint.analysis.remembered_terms import unusual_terms

        for each in unusual_terms(article, options.memory, own_day(article.document)):
            usual = each.usual
            told = f"Printed as '{usual.form}' in {usual.count:,} articles"
            told += _last(usual.last, usual.articles)
            told += f", and as '{each.form}' in {each.here:,}" if each.here else ""
            told += "." if each.here else f", and never as '{each.form}'."
            if each.more:
                told += f" ({each.more} more like this.)"
            yield Match(each.span, told, (each.right,))


def _last(day: str, articles: tuple[str, ...]) -> str:
    """As in " (last on 2026-03-14: a0041)"."""
    when = f"last on {day}" if day else "last"
    return f" ({when}: {', '.join(articles)})" if articles else ""
