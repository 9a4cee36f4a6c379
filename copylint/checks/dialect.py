"""Spellings of another English than the article's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from copylint.analysis.article import Article
from copylint.analysis.dialect import Dialect
from copylint.analysis.dialect_evidence import SpellingEvidence
from copylint.contract.check import Check, Options
from copylint.core.finding import Match, RelatedText
from copylint.core.fix import Safety
from copylint.core.rule import Bad, Good, Precedence, Rule
from copylint.language.dialect_variants import NORMS, Norm, SpellingVariant, recased

# How much more evidence there must be against every norm that has a spelling than against
# the article's own: with that spelling's own weight left out, and with it.
_CLEAR_LEAD = 3.0
_LEAD = 1.0
# With this much evidence against every other norm, a fix outside quotations is certain.
_CERTAIN_LEAD = 8.0
_MOST_RELATED = 3

_ADJECTIVE = {
    Norm.BRITISH: "British",
    Norm.OXFORD: "British",
    Norm.AMERICAN: "American",
    Norm.AUSTRALIAN: "Australian",
    Norm.CANADIAN: "Canadian",
}
_BOTH_BRITISH = Norm.BRITISH | Norm.OXFORD

MIXED = Rule(
    id="dialect.mixed",
    summary="Flags a spelling from a different English than the rest of the article.",
    why=(
        "'Defenses' beside 'organisation' and 'colour' shows readers that an article was pasted "
        "together. The article's own spellings decide which English it is in; names, titles of "
        "works and spellings that both have are left alone."
    ),
    bad=(
        Bad(
            "The harbour board criticised the plan. Its neighbours on the quay want better "
            "flood defenses by winter.",
            "defenses",
            "The harbour board criticised the plan. Its neighbours on the quay want better "
            "flood defences by winter.",
        ),
        Bad(
            "The mayor favors a new theater near the harbor. Neighbors recognise the need, "
            "Mr. Pell said.",
            "recognise",
            "The mayor favors a new theater near the harbor. Neighbors recognize the need, "
            "Mr. Pell said.",
        ),
        Bad(
            "The council apologised and said it had prioritised the repairs, but has not "
            "recognized the union.",
            "recognized",
            "The council apologised and said it had prioritised the repairs, but has not "
            "recognised the union.",
        ),
    ),
    good=(
        Good("The organisation asked the Department of Defense to honour the agreement."),
        Good("Organizers praised the colour and flavour of the fruit at the centre."),
        Good(
            "The labour court asked for his driving licence. Parking meters licensed by the "
            "council check the fares."
        ),
        Good("The programme's author wrote a computer program to draw the colours."),
        Good('Her favourite book was "The Color Purple", and her neighbour agreed.'),
    ),
    safety=Safety.SAFE,
    precedence=Precedence.DIALECT,
)

FOREIGN = Rule(
    id="dialect.foreign",
    summary="Flags a spelling from a different English than the configuration names.",
    why=(
        "With 'language' set, the house has chosen its English. Every spelling from another is a "
        "mistake, even if the whole article agrees on it."
    ),
    bad=(
        Bad(
            "The color of the harbour changed.",
            "color",
            "The colour of the harbour changed.",
            language="en-GB",
        ),
    ),
    good=(
        Good("The colour of the harbour changed.", language="en-AU"),
        Good("They organized a tour of the harbour.", language="en-GB"),
        Good("They visited the Sydney Harbour Bridge.", language="en-US"),
    ),
    safety=Safety.SAFE,
    precedence=Precedence.DIALECT,
)


class DialectCheck(Check):
    """Finds the minority spelling, or what the configured language does not have."""

    rules = (MIXED, FOREIGN)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Foreign spellings in the article, in order."""
        dialect = article.dialect
        verdicts: dict[str, _Verdict | None] = {}
        for place in dialect.spellings:
            if not place.counted:
                continue
            if place.text not in verdicts:
                verdicts[place.text] = _verdict(article, place)
            verdict = verdicts[place.text]
            if verdict is not None:
                yield Match(
                    place.span,
                    verdict.message,
                    (verdict.replacement,),
                    verdict.related,
                    None if verdict.sure else Safety.UNSAFE,
                    verdict.rule,
                )


class _Verdict(NamedTuple):
    """The verdict on a word, the same for all its occurrences."""

    rule: str
    message: str
    replacement: str
    related: tuple[RelatedText, ...]
    sure: bool


def _verdict(article: Article, place: SpellingEvidence) -> _Verdict | None:
    """What the word is found to be; None if it is not a fault."""
    dialect = article.dialect
    variant = place.variant
    if variant.norms & dialect.norm or article.vocabulary.accepts(place.text):
        return None
    rule = _rule(dialect, variant)
    if rule is None:
        return None
    replacement = recased(variant.spelled(dialect.norm), place.text)
    return _Verdict(
        rule.id,
        _message(dialect, place, replacement),
        replacement,
        tuple(_opposing(dialect, variant.norms)),
        dialect.configured or dialect.lead(variant.norms) >= _CERTAIN_LEAD,
    )


def _rule(dialect: Dialect, variant: SpellingVariant) -> Rule | None:
    """Which rule the spelling breaks, if any."""
    if dialect.configured and not (dialect.norm & _BOTH_BRITISH and variant.norms & _BOTH_BRITISH):
        return FOREIGN
    # British with -ise and with -ize are one language: even where it is configured, only
    # the article shows which of the two it keeps to.
    return MIXED if _is_clear(dialect, variant) else None


def _is_clear(dialect: Dialect, variant: SpellingVariant) -> bool:
    norms = variant.norms
    if dialect.configured:
        norms &= _BOTH_BRITISH
    return dialect.lead(norms) >= _LEAD and dialect.lead(norms, without=variant.form) >= _CLEAR_LEAD


def _message(dialect: Dialect, place: SpellingEvidence, replacement: str) -> str:
    if place.variant.is_ize and dialect.norm & _BOTH_BRITISH:
        theirs, kept = ("-ize", "-ise") if dialect.norm is Norm.BRITISH else ("-ise", "-ize")
        return f"'{place.text}' has {theirs}, but the article has {kept}; use '{replacement}'."
    theirs = _ADJECTIVE[_likeliest(dialect, place.variant.norms)]
    ours = _ADJECTIVE[dialect.norm]
    article = "an" if ours[0] in "AO" else "a"
    return f"'{place.text}' is {theirs} spelling in {article} {ours} article; use '{replacement}'."


def _opposing(dialect: Dialect, norms: Norm) -> Iterator[RelatedText]:
    """The first few places that speak for the article's norm and against ``norms``."""
    seen: set[str] = set()
    for place in dialect.spellings:
        theirs = place.variant.norms
        if theirs & dialect.norm and not theirs & norms and place.variant.form not in seen:
            seen.add(place.variant.form)
            adjective = _ADJECTIVE[dialect.norm]
            yield RelatedText(place.span, f"{adjective} spelling")
            if len(seen) == _MOST_RELATED:
                return


def _likeliest(dialect: Dialect, norms: Norm) -> Norm:
    """The norm of ``norms`` that an editor would name: American or British, if among them."""
    for norm in (Norm.AMERICAN, Norm.BRITISH, *NORMS):
        if norm & norms:
            return norm
    return dialect.norm
