"""Curly apostrophes and quotation marks among straight ones, and the reverse."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.finding import Match, RelatedText
from copylint.core.fix import Safety
from copylint.core.kept_patterns import compiled
from copylint.core.record import replace
from copylint.core.rule import Bad, Good, Rule, Severity
from copylint.core.span import TextSpan

APOSTROPHE = Rule(
    id="typography.mixed-apostrophe",
    summary="Flags a curly apostrophe among straight ones, or the reverse.",
    why=(
        "A single odd apostrophe comes from pasted text and shows in print. In Markdown and "
        "AsciiDoc, most renderers of which make all apostrophes alike, the finding is a "
        "suggestion."
    ),
    bad=(
        Bad(
            "It's the keeper’s lamp. He doesn't sell it. She's sure he won't.\n",
            "keeper’s",
            "It's the keeper's lamp. He doesn't sell it. She's sure he won't.\n",
        ),
    ),
    good=(
        Good("It’s the keeper’s lamp. He doesn’t sell it. She’s sure he won’t.\n"),
        Good("It's the keeper’s lamp. He doesn't sell it. She’s sure he won’t. It's his.\n"),
    ),
    safety=Safety.SAFE,
)

QUOTE = Rule(
    id="typography.mixed-quotes",
    summary="Flags a curly quotation mark among straight ones, or the reverse.",
    why=(
        "A single odd quotation mark comes from pasted text and shows in print. In Markdown and "
        "AsciiDoc, most renderers of which make all marks alike, the finding is a suggestion."
    ),
    bad=(
        Bad(
            '"Yes," he said. "No," she said. "Well," he said. "So,” she said.\n',
            "”",
            '"Yes," he said. "No," she said. "Well," he said. "So," she said.\n',
        ),
    ),
    good=(Good('"Yes," he said. "No," she said. "Well," he said. "So," she said.\n'),),
)

# One odd mark in so many; a document with more of them has two habits, not a typo.
_SHARE = 8
_FEWEST = 4
_MOST = 3
#: Formats whose renderers make straight marks curly.
_SMART = frozenset(("markdown", "asciidoc"))
_CURLY_QUOTES = compiled("[“”]")
_STRAIGHT_QUOTE = compiled('"')


class MixedMarks(Check):
    """Reports the few marks that are not of the document's kind."""

    rules = (APOSTROPHE, QUOTE)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Odd apostrophes and quotation marks of the whole document."""
        text = article.text
        severity = Severity.SUGGESTION if article.document.format in _SMART else None
        quotes = {"straight": text.count('"'), "curly": text.count("“") + text.count("”")}
        if "’" in text and "'" in text:
            for match in _apostrophes(article, quotes):
                yield replace(match, severity=severity)
        if quotes["straight"] and quotes["curly"]:
            for match in _quotes(article, quotes):
                # A mark that the source spells otherwise (``so'', &ldquo;) is not a typo.
                if article.document.is_contiguous(match.span):
                    yield replace(match, severity=severity)


def _apostrophes(article: Article, quotes: dict[str, int]) -> Iterator[Match]:
    straight = [token for token in article.words if "'" in token.text]
    curly = [token for token in article.words if "’" in token.text]
    if len(curly) < len(straight):
        odd, usual, mark, other, kind = curly, straight, "'", "’", "straight"
    else:
        odd, usual, mark, other, kind = straight, curly, "’", "'", "curly"
    against = quotes["curly" if kind == "straight" else "straight"]
    # If a document has few apostrophes, its quotation marks are the evidence.
    witnesses = len(usual) + (quotes[kind] if against == 0 else 0)
    most = min(_MOST, max(1, len(usual) // _SHARE))
    if not odd or len(odd) > most or len(usual) < 2 or witnesses < _FEWEST:
        return
    for token in odd:
        yield Match(
            TextSpan(token.start, token.end),
            f"This apostrophe is {'curly' if kind == 'straight' else 'straight'}; "
            f"the others are {kind}.",
            (token.text.replace(other, mark),),
            (RelatedText(TextSpan(usual[0].start, usual[0].end), f"{kind} here"),),
            rule=APOSTROPHE.id,
        )


def _quotes(article: Article, quotes: dict[str, int]) -> Iterator[Match]:
    straight = quotes["straight"] > quotes["curly"]
    usual, odd = max(quotes.values()), min(quotes.values())
    if odd > 2 or usual < max(_FEWEST + odd, _SHARE * (odd - 1)):
        return
    pattern = _CURLY_QUOTES if straight else _STRAIGHT_QUOTE
    opening = {quotation.start for quotation in article.quotations}
    for block in article.document.blocks:
        for found in pattern.finditer(article.text, block.span.start, block.span.end):
            at = found.start()
            if any(opaque.start <= at < opaque.end for opaque in block.opaque):
                continue
            if not straight and article.text[at - 1 : at].isdigit():
                continue  # inches
            right = '"' if straight else "“" if at in opening else "”"
            yield Match(
                TextSpan(at, at + 1),
                f"This quotation mark is {'curly' if straight else 'straight'}; the others are "
                f"{'straight' if straight else 'curly'}.",
                (right,),
                rule=QUOTE.id,
            )
