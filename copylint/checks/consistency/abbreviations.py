"""Abbreviations explained late, twice, in two ways, or for nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from copylint.analysis.abbreviations import (
    AbbreviationUse,
    Definition,
    definitions,
    uses,
    well_known,
)
from copylint.analysis.article import Article
from copylint.analysis.compounds import stem
from copylint.contract.check import Check, Options
from copylint.core.blocks import RUNNING_PROSE
from copylint.core.finding import Match, RelatedText
from copylint.core.rule import Bad, Good, Rule, Severity
from copylint.core.span import TextSpan
from copylint.language.lexicon import Lexicon
from copylint.language.word_list import words

TWICE = Rule(
    id="consistency.abbreviation-twice",
    summary="Flags an abbreviation that is explained a second time.",
    why=(
        "Once explained, an abbreviation can be used alone. A second explanation is usually left "
        "over from an earlier version or from another story."
    ),
    bad=(
        Bad(
            "The Coastal Rescue League (CRL) has ten boats. Its budget is small. The Coastal "
            "Rescue League (CRL) wants two more, and the CRL will have them.",
            "Coastal Rescue League (CRL)",
            "The Coastal Rescue League (CRL) has ten boats. Its budget is small. The CRL wants "
            "two more, and the CRL will have them.",
        ),
    ),
    good=(
        Good("The Coastal Rescue League (CRL) has ten boats. The CRL wants two more."),
        Good(
            "The Coastal Rescue League (CRL) has ten boats. The Central River Lobby (CRL) has none."
        ),
    ),
    severity=Severity.SUGGESTION,
)
TWO_WAYS = Rule(
    id="consistency.abbreviation-two-ways",
    summary="Flags an abbreviation that has two explanations.",
    why=(
        "Either one of the two long forms is wrong, or the abbreviation means two things and "
        "confuses readers."
    ),
    bad=(
        Bad(
            "The Coastal Rescue League (CRL) has ten boats. Since May the Coastal Relief "
            "League (CRL) has wanted two more, the CRL says.",
            "Coastal Relief League",
        ),
    ),
    good=(
        Good(
            "The Coastal Rescue League (CRL) has ten boats. The Coastal Rescue League's (CRL) "
            "budget is small, the CRL says."
        ),
    ),
    severity=Severity.SUGGESTION,
)
LATE = Rule(
    id="consistency.abbreviation-late",
    summary="Flags an abbreviation that is used before it is explained.",
    why=(
        "Readers need the long form at the first mention. Headlines, captions and quotations do "
        "not count, and abbreviations that everybody knows need no explanation."
    ),
    bad=(
        Bad(
            "The CRL has ten boats. The Coastal Rescue League (CRL) wants two more. The CRL "
            "was founded in May.",
            "CRL",
        ),
    ),
    good=(
        Good("The Coastal Rescue League (CRL) wants two more. The CRL was founded in May."),
        Good('"The CRL is broke," he said. The Coastal Rescue League (CRL) denies it.'),
    ),
    severity=Severity.SUGGESTION,
)
UNUSED = Rule(
    id="consistency.abbreviation-unused",
    summary="Flags an abbreviation that is introduced and never used again.",
    why=(
        "A bracket that nothing refers back to only slows the reader down. A well-known "
        "abbreviation can still help readers to recognise a name, and only the house knows which "
        "ones do, so the rule is off by default."
    ),
    bad=(
        Bad(
            "The Coastal Rescue League (CRL) wants two more boats. The league was founded in May.",
            "(CRL)",
        ),
    ),
    good=(
        Good("The Coastal Rescue League (CRL) wants two more boats. The CRL is broke."),
        Good("The World Health Organization (WHO) was founded in 1948."),
    ),
    severity=Severity.SUGGESTION,
    default=False,
)
# An abbreviation as frequent as this (Zipf) is better known than its long form.
_FAMILIAR_ZIPF = 2.9
_SMALL = words("of the and for in on to a an at by with")


class Abbreviations(Check):
    """Follows each abbreviation from its explanation to its uses."""

    rules = (TWICE, TWO_WAYS, LATE, UNUSED)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """What is amiss with the abbreviations of the article."""
        explained: dict[str, list[Definition]] = {}
        for definition in definitions(article):
            explained.setdefault(definition.short, []).append(definition)
        wanted = frozenset(explained)
        used = uses(article, wanted) if explained else {}
        for short, all_of_it in explained.items():
            yield from _repeated(article.text, short, all_of_it)
            if short not in well_known() and not article.vocabulary.accepts(short):
                yield from _late(article, all_of_it[0], used.get(short, []))
                # "the ABC (Able Boat Club)" explains a use.
                bracket = all_of_it[0].in_brackets.start < all_of_it[0].span.start
                if bracket and len(used.get(short, [])) == 1 and not _helps(article, all_of_it[0]):
                    yield _unused(all_of_it[0])


def _folded(text: str, span: TextSpan) -> tuple[str, ...]:
    """The words of a long form, for comparing: no small words, no endings."""
    found = text[span.start : span.end].lower().replace("-", " ").replace("’", "'")
    found = found.replace("'s", "").replace("yz", "ys").replace("iz", "is")
    return tuple(stem(word.strip("'\"“”‘")) for word in found.split() if word not in _SMALL)


def _repeated(text: str, short: str, explained: list[Definition]) -> Iterator[Match]:
    first = explained[0]
    known = {_folded(text, first.long): first}
    for later in explained[1:]:
        folded = _folded(text, later.long)
        same = known.get(folded)
        if same is not None:
            whole = TextSpan(
                min(later.long.start, later.span.start), max(later.in_brackets.end, later.span.end)
            )
            plain = text[later.long.end : later.in_brackets.end] == f" ({short})"
            yield Match(
                whole,
                f"'{short}' is already explained; leave the explanation out.",
                (short,) if plain else (),
                (RelatedText(same.span, "explained here"),),
                rule=TWICE.id,
            )
        else:
            known[folded] = later
            here = text[later.long.start : later.long.end]
            there = text[first.long.start : first.long.end]
            yield Match(
                later.long,
                f"'{short}' means '{here}' here but '{there}' earlier: which is right?",
                related=(RelatedText(first.long, "explained differently here"),),
                rule=TWO_WAYS.id,
            )


def _late(article: Article, first: Definition, used: list[AbbreviationUse]) -> Iterator[Match]:
    begins = min(first.span.start, first.long.start)
    for use in used:
        if use.span.start >= begins:
            return
        block = article.document.block_at(use.span.start)
        if not use.own or block is None or block.kind not in RUNNING_PROSE:
            continue
        # The long form has been there, if not beside the abbreviation.
        long = _plain(article.text[first.long.start : first.long.end])
        if 0 <= _plain(article.text).find(long) < use.span.start:
            return
        yield Match(
            use.span,
            f"'{first.short}' is explained only later; explain it here.",
            related=(RelatedText(first.span, "explained here"),),
            rule=LATE.id,
        )
        return


@lru_cache(maxsize=2)
def _plain(text: str) -> str:
    return text.lower().replace("-", " ").replace("\n", " ")


def _helps(article: Article, definition: Definition) -> bool:
    """Whether the abbreviation is better known than its long form, or an entry of a list."""
    short = definition.short
    if short.isalpha() and Lexicon.shared().zipf(short) >= _FAMILIAR_ZIPF:
        return True
    after = article.text[definition.in_brackets.end : definition.in_brackets.end + 3].strip()
    return after[:1] in (":", "-", "–", "—")


def _unused(definition: Definition) -> Match:
    return Match(
        definition.in_brackets,
        f"'{definition.short}' is not used again; leave it out?",
        rule=UNUSED.id,
    )
