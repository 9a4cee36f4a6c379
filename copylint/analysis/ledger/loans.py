"""Reads which club has lent a player: *on loan from Leith Rovers*, *the club that owns him*."""

from __future__ import annotations

from copylint.analysis.annotated_text import AnnotatedText
from copylint.core.record import record
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern

_CLUB = r"[A-Z][\w'’&-]+(?:\s(?:[A-Z][\w'’&-]+|and(?=\s[A-Z]))){0,3}"
_LOAN = LazyPattern(
    r"\b(?:on\s(?:an?\s)?(?:[a-z-]+\s){0,2}loan\sfrom|loaned\s(?:by|from)|borrowed\sfrom|"
    rf"lent\s(?:to\s[A-Z]\w+(?:\s[A-Z]\w+)?\s)?by|loan\s(?:spell|move|deal)\sfrom)\s(?P<loan>{_CLUB})"
)
_OWNER = LazyPattern(
    rf"\b(?P<owner>{_CLUB}),?\s(?:the\sclub\s(?:that|who|which)|who|which)\s(?:still\s)?owns?\s"
    r"(?:him|her|the\s(?:[A-Z][a-z]+|player|striker|midfielder|defender|winger|forward|goalkeeper|keeper))\b"
    rf"|\b(?P<apposed>{_CLUB}),?\s(?:his|her)\s(?:parent|owning|own)\sclub\b"
    rf"|\b(?:[Hh]is|[Hh]er)\s(?:parent|owning)\sclub,?\s(?:is\s|are\s)?(?P<parent>{_CLUB})"
    rf"|\b(?:belongs\sto|under\scontract\s(?:at|to|with)|still\sowned\sby)\s(?P<belongs>{_CLUB})"
    rf"|\breturns?\sto\s(?P<back>{_CLUB})\s(?:when|after|at\sthe\send\sof)\s(?:his|her|the)\sloan\b"
)
_OWNER_GROUPS = ("owner", "apposed", "parent", "belongs", "back")


@record
class Lender:
    """A club, in lower case, that has lent a player; ``is_loan`` if *on loan from* says so."""

    club: str
    span: TextSpan
    is_loan: bool


def lenders(article: AnnotatedText) -> list[Lender]:
    """The clubs of players on loan, in the writer's own words; none if nobody is on loan."""
    text = article.text
    if "loan" not in text and "lent " not in text and "borrowed" not in text:
        return []
    spans = [(found.span("loan"), True) for found in _LOAN.finditer(text)]
    if not spans:
        return []
    for found in _OWNER.finditer(text):
        group = next(name for name in _OWNER_GROUPS if found[name])
        spans.append((found.span(group), False))
    quoted = article.quotations.is_quoted
    return [
        Lender(_plain(text[start:end]), TextSpan(start, end), is_loan)
        for (start, end), is_loan in sorted(spans)
        if not quoted(start)
    ]


def _plain(club: str) -> str:
    return " ".join(club.removesuffix("'s").removesuffix("’s").lower().split())
