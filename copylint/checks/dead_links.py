"""Web links that lead nowhere, as the servers answered when the run asked them."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from copylint.analysis.article import Article
from copylint.analysis.web_links import web_links
from copylint.contract.check import Check, Options
from copylint.core.finding import AnyMatch, Match, SourceMatch
from copylint.core.rule import Bad, Good, Rule
from copylint.core.span import TextSpan

_GONE = (("https://harbourfair.example/2019", "404"), ("https://oldpier.example/", "host"))

RULE = Rule(
    id="links.dead",
    summary="Flags a web link to a page or host that does not exist.",
    why=(
        "A reader who follows a link expects a page. With --online, servers are asked; a finding "
        "is only what they say is gone (404 or 410), or a host that nobody has. Without --online "
        "the rule finds nothing."
    ),
    bad=(
        Bad(
            "Tickets: https://harbourfair.example/2019 or at the pier.",
            "https://harbourfair.example/2019",
            gone=_GONE,
        ),
        Bad(
            "The [old pier](https://oldpier.example/#map) has been closed for a year.\n",
            "https://oldpier.example/#map",
            format="markdown",
            gone=_GONE,
        ),
    ),
    good=(
        Good("Tickets: https://harbourfair.example/tickets or at the pier.", gone=_GONE),
        Good("Tickets: https://harbourfair.example/2019 or at the pier."),
    ),
)


class DeadLinks(Check):
    """Reports the links that the run found to be gone."""

    rules = (RULE,)

    def check(self, article: Article, options: Options) -> Iterable[AnyMatch]:
        """A match for each place of each such link."""
        if not options.gone:
            return
        for link in web_links(article.document):
            answer = options.gone.get(link.address)
            if answer is None:
                continue
            message = _message(link.address, answer)
            if isinstance(link.place, TextSpan):
                yield Match(link.place, message)
            else:
                yield SourceMatch(link.place, message)


def _message(address: str, answer: str) -> str:
    if answer == "host":
        return f"There is no host '{urlsplit(address).hostname}'; correct the link or delete it."
    return f"The server says that there is no such page ({answer}); correct the link or delete it."
