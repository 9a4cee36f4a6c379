"""Words for two that are used of three: former, latter, both."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.blocks import RUNNING_PROSE
from copylint.core.finding import Match, RelatedText
from copylint.core.rule import Bad, Good, Rule
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.nouns import may_be_plural

OF_TWO = Rule(
    id="facts.of-two",
    summary="Flags 'former', 'latter' and 'both' for three things or more.",
    why=(
        "These words are for two things. After three, readers cannot tell which one is meant: "
        "write 'first', 'last', 'third' or the name, and leave out 'both'."
    ),
    bad=(
        Bad("He saw Leith, Oban and Wick, the latter by night.", "latter",
            "He saw Leith, Oban and Wick, the last by night."),
        Bad("She sang in both Leith, Oban and Wick.", "both"),
    ),
    good=(
        Good("He saw Oban and Wick, the latter by night."),
        Good("He sang, danced and saw Oban and Wick, the latter by night."),
        Good("She sang in both Leith and Oban, and Wick heard of it."),
    ),
)  # fmt: skip

_NAME = r"[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2}"
_LATTER = LazyPattern(
    rf"(?:(?P<first>{_NAME}),\s(?P<more>(?:{_NAME},\s){{0,6}}){_NAME},?\s(?:and|or)\s{_NAME})"
    r"(?:,|;|\s[–—-]|\.)\s(?:(?:and|but|with|of\swhom|of\swhich|for)\s)?[Tt]he\s"
    r"(?P<which>former|latter)\b(?!\s(?:two|pair|three|both|president|prime))"
)
_BOTH = LazyPattern(
    rf"\b(?P<both>[Bb]oth)\s(?:{_NAME},\s(?:{_NAME},\s){{0,5}}{_NAME},?\sand\s(?:the\s)?{_NAME}|"
    rf"[a-z]+,\s[a-z]+,?\sand\s[a-z]+)(?=[.,;)]|\s(?:is|are|was|were|had|have|said|in|on|at|to|"
    rf"for|of)\b)"
)


class FormerLatter(Check):
    """Finds former, latter and both of more than two."""

    rules = (OF_TWO,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """The words for one or both of two that follow three or more."""
        text = article.text
        latter, both = "he latter" in text or "he former" in text, "oth " in text
        if not (latter or both):
            return
        quoted = article.quotations.is_quoted
        for block in article.document.blocks:
            if block.kind not in RUNNING_PROSE:
                continue
            start, end = block.span.start, block.span.end
            for found in _LATTER.finditer(text, start, end) if latter else ():
                which = found["which"]
                if not quoted(found.start("which")):
                    yield Match(
                        TextSpan(*found.span("which")),
                        f"'{which.capitalize()}' is for one of two, but there are three or more; "
                        "name the one you mean.",
                        ("last" if which == "latter" else "first",),
                        (RelatedText(TextSpan(found.start(), found.end("which")), "all of them"),),
                    )
            for found in _BOTH.finditer(text, start, end) if both else ():
                # "both factors, wind and rain" is of two, and says which.
                of_two = may_be_plural(text[found.end("both") : found.end()].split(",")[0].strip())
                if not of_two and not quoted(found.start("both")):
                    yield Match(
                        TextSpan(*found.span("both")),
                        "'Both' is for two, but there are three here; leave it out?",
                        (),
                        (RelatedText(TextSpan(*found.span()), "all of them"),),
                    )
