"""One compound joined in two ways: email and e-mail, policymaker and policy-maker."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from copylint.analysis.article import Article
from copylint.analysis.compounds import CompoundRole, CompoundUse, Join, Uses, compounds
from copylint.analysis.majority_form import MinorityForm
from copylint.checks.consistency.matches import tell
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.rule import Bad, Good, Precedence, Rule, Severity
from copylint.core.span import TextSpan

RULE = Rule(
    id="consistency.hyphen",
    summary="Flags a compound with a hyphen here and without one elsewhere in the article.",
    why=(
        "Dictionaries differ on 'email' and 'e-mail', and each house chooses; readers notice when "
        "an article has both. The article is compared with itself, not with a list. A compound "
        "before a noun is compared only with other compounds before a noun ('a long-term plan', "
        "but 'in the long term'), and a noun never with its verb ('a follow-up', but 'to follow "
        "up')."
    ),
    bad=(
        Bad(
            "The clerk sent an email at noon. A second email followed. No e-mail was answered.",
            "e-mail",
            "The clerk sent an email at noon. A second email followed. No email was answered.",
        ),
        Bad(
            "One policymaker objected. Other policymakers agreed, but the policy maker in charge "
            "did not.",
            "policy maker",
            "One policymaker objected. Other policymakers agreed, but the policymaker in charge "
            "did not.",
        ),
        Bad(
            "The two ports will cooperate. They have cooperated since May, and co-operation pays.",
            "co-operation",
            "The two ports will cooperate. They have cooperated since May, and cooperation pays.",
        ),
    ),
    good=(
        Good("The long-term plan is clear. In the long term, the pier will go."),
        Good("They will follow up the report. The follow-up is due in May."),
        Good('The clerk sent an email. "Your e-mail is lost," the notice read.'),
        Good("He resigned in May and re-signed for the club in June."),
    ),
    severity=Severity.SUGGESTION,
    precedence=Precedence.HYPHEN,
)


class Hyphens(Check):
    """Compares every compound of an article with its other forms."""

    rules = (RULE,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """The rarer form of each compound that has two."""
        for uses in compounds(article).values():
            for alike in _comparable(uses):
                yield from _judge(article.text, alike)


def _comparable(uses: Uses) -> Iterator[Mapping[Join, list[CompoundUse]]]:
    """The uses that ought to be joined alike."""
    if Join.OPEN not in uses:
        yield uses
        return
    told = False
    for role in (CompoundRole.BEFORE, CompoundRole.HEAD):
        alike = {join: [u for u in each if u.role is role] for join, each in uses.items()}
        if alike[Join.OPEN] and sum(map(bool, alike.values())) > 1:
            told = True
            yield alike
    if not told:
        yield {join: each for join, each in uses.items() if join is not Join.OPEN}


def _judge(text: str, uses: Mapping[Join, list[CompoundUse]]) -> Iterator[Match]:
    cuts = {use.span: use.cut for each in uses.values() for use in each}

    def rejoined(minority: MinorityForm[Join]) -> str:
        word, cut = text[minority.span.start : minority.span.end], cuts[minority.span]
        rest = word[cut:] if minority.form is Join.CLOSED else word[cut + 1 :]
        sign = {Join.HYPHEN: "-", Join.CLOSED: "", Join.OPEN: " "}[minority.usual]
        return word[:cut] + sign + rest

    def message(minority: MinorityForm[Join]) -> str:
        word = text[minority.span.start : minority.span.end]
        right = rejoined(minority)
        return f"'{word}' is written {minority.usual} elsewhere: should this be '{right}'?"

    spans: dict[Join, list[TextSpan]] = {
        join: [use.span for use in each] for join, each in uses.items()
    }
    return tell(RULE, spans, message, rejoined)
