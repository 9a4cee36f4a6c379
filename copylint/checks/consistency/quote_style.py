"""Quotations in single marks among quotations in double ones, and the reverse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copylint.analysis.article import Article
from copylint.analysis.majority_form import MinorityForm
from copylint.analysis.quotations import Quotation
from copylint.checks.consistency.matches import tell
from copylint.contract.check import Check, Options
from copylint.core.blocks import RUNNING_PROSE
from copylint.core.finding import Match
from copylint.core.rule import Bad, Good, Rule, Severity
from copylint.core.span import TextSpan

RULE = Rule(
    id="consistency.quotes",
    summary=(
        "Flags speech in single quotation marks if the article otherwise uses double ones, or the "
        "reverse."
    ),
    why=(
        "A house puts speech in double marks or in single ones, and quotations within it in the "
        "other kind. Single words and terms are not compared. The rule is off by default because "
        "it cannot distinguish speech from the headlines of other stories, which many houses put "
        "in the other kind."
    ),
    bad=(
        Bad(
            '"The pier is shut," he said. "It will stay so," she said. '
            "'We have lost our last café,' said the mayor.",
            "'We have lost our last café,'",
            '"The pier is shut," he said. "It will stay so," she said. '
            '"We have lost our last café," said the mayor.',
        ),
    ),
    good=(
        Good('"The pier is shut," he said. "They told me: \'We will not open it.\' So it is."'),
        Good("\"The pier is shut,\" he said. The so-called 'jewel of the coast' is rusting."),
    ),
    severity=Severity.SUGGESTION,
    default=False,
)

# Fewer words than this may be a term or a title.
_SPEECH = 4
_ENDS = frozenset(",.?!")
_PARTNERS = {"'": '"', "‘": "“", "’": "”", '"': "'", "“": "‘", "”": "’"}


class QuoteStyle(Check):
    """Compares the outer marks of an article's speech."""

    rules = (RULE,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Speech in the rarer kind of marks."""
        if len({quotation.double for quotation in article.quotations}) < 2:
            return
        forms: dict[bool, list[TextSpan]] = {}
        for quotation in _outer(article):
            if _is_speech(article.text, quotation):
                span = TextSpan(quotation.start, quotation.end)
                forms.setdefault(quotation.double, []).append(span)
        text = article.text

        def better(minority: MinorityForm[bool]) -> str | None:
            whole = text[minority.span.start : minority.span.end]
            other = set('"“”') if not minority.form else set("'‘")
            first, last = _PARTNERS.get(whole[0]), _PARTNERS.get(whole[-1])
            if first is None or last is None or other & set(whole[1:-1]):
                return None
            return first + whole[1:-1] + last

        def message(minority: MinorityForm[bool]) -> str:
            here, there = ("double", "single") if minority.form else ("single", "double")
            return f"This speech is in {here} quotation marks; elsewhere it is in {there} ones."

        yield from tell(
            RULE,
            forms,
            message,
            better,
            lambda double: "double marks" if double else "single marks",
        )


def _outer(article: Article) -> Iterator[Quotation]:
    """The quotations in running prose that are not inside another."""
    end = 0
    for quotation in article.quotations:
        if quotation.start < end:
            continue
        end = max(end, quotation.end)
        block = article.document.block_at(quotation.start)
        if block is not None and block.kind in RUNNING_PROSE and quotation.end <= block.span.end:
            yield quotation


def _is_speech(text: str, quotation: Quotation) -> bool:
    """Whether someone's sentence is quoted, rather than a term or a title."""
    inner = text[quotation.start + 1 : quotation.end - 1]
    return bool(inner) and inner[-1] in _ENDS and len(inner.split()) >= _SPEECH
