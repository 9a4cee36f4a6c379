"""How a finding shows two statements that cannot both be true."""

from __future__ import annotations

from collections.abc import Sequence

from copylint.analysis.article import Article
from copylint.analysis.line_numbers import place_of
from copylint.core.finding import Match, RelatedText
from copylint.core.span import TextSpan

_MOST_RELATED = 5


def both(
    article: Article,
    here: TextSpan,
    there: TextSpan,
    subject: str,
    rule: str = "",
    *,
    shown_here: str = "",
    shown_there: str = "",
    replacements: tuple[str, ...] = (),
    others: Sequence[TextSpan] = (),
) -> Match:
    """A match on ``here`` whose message gives both statements: *Quist is 45 here, 54 in line 4*.

    ``subject`` opens the message (*Ada Quist is*). The statements are shown in the article's
    words, unless others are given. ``others`` are further places that agree with ``there``.
    """
    text = article.text
    one = shown_here or " ".join(text[here.start : here.end].split())
    two = shown_there or " ".join(text[there.start : there.end].split())
    where = place_of(article, here.start, there.start)
    related = (there, *others)[:_MOST_RELATED]
    return Match(
        here,
        f"{subject} {one} here, {two} {where}: which is right?",
        replacements,
        tuple(RelatedText(each, "the other statement") for each in related),
        rule=rule,
    )
