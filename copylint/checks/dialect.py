"""Spellings of another English than the article's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from copylint.contract.check import Check, Options
from copylint.model.finding import Match, RelatedText
from copylint.model.fix import Safety
from copylint.model.rule import Bad, Good, Rule
from copylint.text.article import Article
from copylint.text.dialect import Dialect, Spelling
from copylint.text.variants import NORMS, Norm, Variant, recased

# How much more must count against every norm that has a spelling than against the
# article's own: with that spelling's own weight left out, and with it.
_CLEAR_LEAD = 3.0
_LEAD = 1.0
# Where this much is against every other norm, a fix outside quotations is beyond doubt.
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
    summary="A spelling from another English than the rest of the article.",
    why="An article keeps to one English: 'defenses' beside 'organisation' and 'colour' tells "
    "the reader that it was pasted together. The article's own evidence decides which English "
    "it is; names and titles of works are left alone, and so are spellings that both have.",
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
)

FOREIGN = Rule(
    id="dialect.foreign",
    summary="A spelling from another English than the one the configuration names.",
    why="With 'language' set, the house has chosen its English; every spelling of another is "
    "a slip, even where the whole article agrees on it.",
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
)


class DialectCheck(Check):
    """Finds the minority spelling, or what the configured language does not have."""

    rules = (MIXED, FOREIGN)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Foreign spellings in the article, in order."""
        dialect = article.dialect
        rule_of: dict[str, Rule | None] = {}
        opposing: dict[Norm, tuple[RelatedText, ...]] = {}
        for place in dialect.spellings:
            variant = place.variant
            if not place.counted or variant.norms & dialect.norm:
                continue
            if variant.form not in rule_of:
                rule_of[variant.form] = _rule(dialect, variant)
            rule = rule_of[variant.form]
            if rule is not None and not article.vocabulary.accepts(place.text):
                if variant.norms not in opposing:
                    opposing[variant.norms] = tuple(_opposing(dialect, variant.norms))
                yield _match(article, place, rule, opposing[variant.norms])


def _rule(dialect: Dialect, variant: Variant) -> Rule | None:
    """Which rule the spelling breaks, if any."""
    if dialect.configured and not (dialect.norm & _BOTH_BRITISH and variant.norms & _BOTH_BRITISH):
        return FOREIGN
    # British with -ise and with -ize are one language: even where it is configured, only
    # the article tells which of the two it keeps.
    return MIXED if _is_clear(dialect, variant) else None


def _is_clear(dialect: Dialect, variant: Variant) -> bool:
    norms = variant.norms
    if dialect.configured:
        norms &= _BOTH_BRITISH
    return dialect.lead(norms) >= _LEAD and dialect.lead(norms, without=variant.form) >= _CLEAR_LEAD


def _match(article: Article, place: Spelling, rule: Rule, opposing: Sequence[RelatedText]) -> Match:
    dialect = article.dialect
    variant = place.variant
    ours = variant.spelled(dialect.norm)
    replacement = recased(ours, place.text)
    if variant.is_ize and dialect.norm & _BOTH_BRITISH:
        theirs, kept = ("-ize", "-ise") if dialect.norm is Norm.BRITISH else ("-ise", "-ize")
        message = f"'{place.text}' has {theirs} where the article has {kept}; use '{replacement}'."
    else:
        adjective = _ADJECTIVE[_likeliest(dialect, variant.norms)]
        copy = _ADJECTIVE[dialect.norm]
        message = (
            f"'{place.text}' is {adjective} spelling in {_a(copy)} article; use '{replacement}'."
        )
    sure = dialect.configured or dialect.lead(variant.norms) >= _CERTAIN_LEAD
    quoted = article.quotations.is_quoted(place.span.start)
    safety = Safety.SAFE if sure and not quoted else Safety.UNSAFE
    return Match(place.span, message, (replacement,), tuple(opposing), safety, rule.id)


def _opposing(dialect: Dialect, norms: Norm) -> Iterator[RelatedText]:
    """The first few places that speak for the article's norm and against ``norms``."""
    seen: set[str] = set()
    for place in dialect.spellings:
        theirs = place.variant.norms
        if theirs & dialect.norm and not theirs & norms and place.variant.form not in seen:
            seen.add(place.variant.form)
            adjective = _ADJECTIVE[dialect.norm]
            yield RelatedText(place.span, f"'{place.text}' is {adjective} spelling.")
            if len(seen) == _MOST_RELATED:
                return


def _likeliest(dialect: Dialect, norms: Norm) -> Norm:
    """The norm of ``norms`` that an editor would name: American or British, where there."""
    for norm in (Norm.AMERICAN, Norm.BRITISH, *NORMS):
        if norm & norms:
            return norm
    return dialect.norm


def _a(adjective: str) -> str:
    return f"an {adjective}" if adjective[0] in "AO" else f"a {adjective}"
