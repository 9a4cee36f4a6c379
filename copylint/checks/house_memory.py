"""Names that are not spelled as the archive has them."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.fix import Safety
from copylint.core.rule import Bad, Good, Rule, Severity

# Below this confidence a finding is a suggestion.
_SURE = 0.95

_MEMORY = (
    "Volodymyr Zelensky\t3\t2019-05-20\t2026-03-02\ta0007",
    "Volodymyr Zelenskyy\t1204\t2019-04-22\t2026-03-14\ta0011\ta0012",
)

NAME = Rule(
    id="memory.name",
    summary="Flags a surname or given name that the archive spells otherwise.",
    why=(
        "An archive shows how the house spells a name. A full name is reported if its surname is "
        "one typing error away from one that was printed in ten articles or more, if this spelling "
        "is rare beside it, and if no second person is likely to bear it. A spelling that is "
        "itself frequent is never reported. A given name is reported if it is a typing error and "
        "no name, or if it is another spelling of the same name (Stephen, Steven) and nobody else "
        "in the archive bears the surname. Without a memory in the configuration the rule finds "
        "nothing."
    ),
    bad=(
        Bad(
            "Volodymyr Zelensky spoke in Kyiv on Monday.",
            "Zelensky",
            "Volodymyr Zelenskyy spoke in Kyiv on Monday.",
            memory=_MEMORY,
        ),
        Bad(
            "Alice Hartlley spoke to residents.",
            "Hartlley",
            "Alice Hartley spoke to residents.",
            memory=("Alice Hartley\t37\t2016-01-05\t2025-12-10\ta0012",),
        ),
        Bad(
            "Steven Quillard spoke to residents.",
            "Steven",
            "Stephen Quillard spoke to residents.",
            memory=("Stephen Quillard\t37\t2016-01-05\t2025-12-10\ta0012",),
        ),
    ),
    good=(
        Good("Volodymyr Zelenskyy spoke in Kyiv on Monday.", memory=_MEMORY),
        Good(
            "Alice Harley spoke to residents.",
            memory=(
                "Alice Harley\t25\t2016-03-02\t2025-11-04\ta0013",
                "Alice Hartley\t37\t2016-01-05\t2025-12-10\ta0012",
            ),
        ),
        Good("Volodymyr Zelen\u00adskyy spoke in Kyiv on Monday.", memory=_MEMORY),
        Good(
            "John Smyth spoke to residents.",
            memory=("John Smith\t37\t2016-01-05\t2025-12-10\ta0012",),
        ),
        Good(
            "Steven Quillard spoke to residents.",
            memory=(
                "Ruth Quillard\t4\t2017-02-11\t2025-10-01\ta0009",
                "Stephen Quillard\t37\t2016-01-05\t2025-12-10\ta0012",
            ),
        ),
    ),
    safety=Safety.UNSAFE,
    precedence=125,
)


class MemoryCheck(Check):
    """Compares an article with what the archive remembers."""

    rules = (NAME,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """A match for each part of a name that the archive has otherwise."""
        if options.memory is None:
            return
        from copylint.analysis.remembered_names import unusual_spellings

        for each in unusual_spellings(article, options.memory):
            usual, here = each.usual, each.here
            told = f"Printed as '{usual.name}' in {usual.count:,} articles"
            told += _last(usual.last, usual.articles)
            if here.count:
                told += f", and as '{here.name}' in {here.count:,}"
                told += _last(here.last, here.articles) + "."
            else:
                told += f", and never as '{here.name}'."
            yield Match(
                each.span,
                told,
                (each.right,),
                severity=None if each.confidence >= _SURE else Severity.SUGGESTION,
            )


def _last(day: str, articles: tuple[str, ...]) -> str:
    """As in " (last on 2026-03-14: a0011, a0012)"."""
    cited = ", ".join(reversed(articles))
    when = f"last on {day}" if day else "last"
    return f" ({when}: {cited})" if cited else ""
