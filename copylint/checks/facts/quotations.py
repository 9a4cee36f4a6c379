"""Quotations that differ from what was said, where a transcript of it is given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from copylint.analysis.article import Article
from copylint.analysis.transcripts.grades import Difference, DifferenceGrade, QuotationClass
from copylint.contract.check import Check, Options
from copylint.core.finding import Match, RelatedText
from copylint.core.rule import Bad, Good, Rule, Severity
from copylint.core.span import TextSpan

if TYPE_CHECKING:
    from copylint.analysis.transcripts.article_quotations import ComparedQuotation

_SAID = (
    "ANN LEE: Um, I would not call it cheap. We spent two hundred and fifty thousand pounds on "
    "the library, and it was a total disgrace.\n"
    "TOM REED: I think that the roof will have to wait until next year.\n"
)

SENSE = Rule(
    id="facts.quote-sense",
    summary="Flags a quotation that says something else than the transcript.",
    why=(
        "A negation, a number or a name that changes on the way into print puts a statement into "
        "somebody's mouth. The rule runs only if a transcript is given with --source."
    ),
    bad=(
        Bad("“I would call it cheap,” Ann Lee said.", "would", said=_SAID),
        Bad("“We spent £200,000 on the library,” Ann Lee said.", "£200,000", said=_SAID),
    ),
    good=(
        Good("“I wouldn’t call it cheap,” Ann Lee said.", said=_SAID),
        Good("“We spent £250,000 on the library,” Ann Lee said.", said=_SAID),
        Good("Ann Lee did not “call it cheap”.", said=_SAID),
        Good("“I would call it cheap,” Ann Lee said."),
    ),
)

WORDING = Rule(
    id="facts.quote-wording",
    summary="Flags words in a quotation that were not said, and words left out without a mark.",
    why=(
        "Inside quotation marks readers expect the speaker's own words. An ellipsis or square "
        "brackets show where they are not. Contractions, numerals and punctuation may differ. "
        "The rule runs only if a transcript is given with --source."
    ),
    bad=(
        Bad("“It was a complete disgrace,” Ann Lee said.", "complete", said=_SAID),
        Bad("“I think the roof will have to wait,” Tom Reed said.", "think", said=_SAID),
    ),
    good=(
        Good("“It was a total disgrace,” Ann Lee said.", said=_SAID),
        Good("“I think … the roof will have to wait,” Tom Reed said.", said=_SAID),
        Good("“[The library] was a total disgrace,” Ann Lee said.", said=_SAID),
    ),
    severity=Severity.SUGGESTION,
)

FILLER = Rule(
    id="facts.quote-filler",
    summary="Flags quotations from which words of hesitation were removed.",
    why=(
        "Most papers leave out um, you know and false starts without a mark. Select this rule if "
        "yours does not. It runs only if a transcript is given with --source."
    ),
    bad=(
        Bad(
            "“We spent too much,” Ann Lee said.",
            "We",
            said="ANN LEE: We, um, spent too much.\n",
        ),
    ),
    good=(Good("“It was a total disgrace,” Ann Lee said.", said=_SAID),),
    severity=Severity.SUGGESTION,
    default=False,
)

NOT_FOUND = Rule(
    id="facts.quote-not-found",
    summary="Flags a quotation that nobody says in the transcript.",
    why=(
        "Either the quotation comes from elsewhere or it is a paraphrase in quotation marks. "
        "Quotations of one or two words are passed over, and those of people who do not speak in "
        "the transcript. The rule runs only if a transcript is given with --source."
    ),
    bad=(
        Bad(
            "“The council has wasted every penny,” Ann Lee said.",
            "“The council has wasted every penny,”",
            said=_SAID,
        ),
    ),
    good=(
        Good("“It was a total disgrace,” Ann Lee said.", said=_SAID),
        Good("“The council has wasted every penny,” Joan Bell said.", said=_SAID),
        Good("Tom Reed called it “wasteful”.", said=_SAID),
    ),
    severity=Severity.SUGGESTION,
)

SPEAKER = Rule(
    id="facts.quote-speaker",
    summary="Flags words that somebody else says in the transcript.",
    why=(
        "Words under the wrong name are a correction waiting to be printed. The rule runs only if "
        "a transcript is given with --source, and only for speakers whom it names."
    ),
    bad=(Bad("“It was a total disgrace,” said Tom Reed.", "Tom Reed", said=_SAID),),
    good=(
        Good("“It was a total disgrace,” said Ann Lee.", said=_SAID),
        Good("“It was a total disgrace,” he said.", said=_SAID),
    ),
)

# Differences of one quotation that are reported one by one; of more, the quotation is.
_MOST_DIFFERENCES = 4
_SHORT = 3  # words; a shorter quotation may be anybody's
_MOST_SHOWN = 200


_RULES = {
    DifferenceGrade.FILLER: FILLER,
    DifferenceGrade.WORD: WORDING,
    DifferenceGrade.SENSE: SENSE,
}


class QuotationsAgainstSource(Check):
    """Compares quotations with the transcripts of the run."""

    rules = (SENSE, WORDING, FILLER, NOT_FOUND, SPEAKER)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Nothing without a transcript; else the quotations that differ."""
        if not options.transcripts:
            return ()
        return _matches(article, options)


def _matches(article: Article, options: Options) -> Iterator[Match]:
    from copylint.analysis.transcripts.article_quotations import compared_quotations

    sources = " or ".join(transcript.name for transcript in options.transcripts)
    for each in compared_quotations(article, options.transcripts):
        place = each.comparison.place
        span = TextSpan(each.start, each.end)
        if each.comparison.kind is QuotationClass.NOT_FOUND:
            if len(each.quoted.words) >= _SHORT and each.is_expected:
                yield Match(
                    span,
                    f"Nobody says this in {sources}: is it a paraphrase, or from another source?",
                    rule=NOT_FOUND.id,
                )
            continue
        yield from _differing(each)
        if each.is_by_another and each.speaker is not None and place is not None:
            yield Match(
                TextSpan(each.speaker.start, each.speaker.end),
                f"{each.speaker.name} here, {place.speaker} in {place}: whose words are these?",
                related=(RelatedText(span, "the quotation"),),
                rule=SPEAKER.id,
            )


def _differing(each: ComparedQuotation) -> Iterator[Match]:
    """The differences of one quotation, or one finding about them all if they are many."""
    shown = each.comparison.differences
    changed = [one for one in shown if one.grade >= DifferenceGrade.WORD]
    if len(changed) > _MOST_DIFFERENCES:
        rule = SENSE if any(one.grade is DifferenceGrade.SENSE for one in changed) else WORDING
        said = each.comparison.said
        said = said if len(said) <= _MOST_SHOWN else said[:_MOST_SHOWN].rstrip() + " …"
        yield Match(
            TextSpan(each.start, each.end),
            f"Differs in {len(changed)} places from {each.comparison.place}: “{said}”",
            rule=rule.id,
        )
        return
    for one in shown:
        yield Match(_span(each, one), _message(each, one), rule=_RULES[one.grade].id)


def _span(each: ComparedQuotation, one: Difference) -> TextSpan:
    """The printed words of a difference; if words were left out, the word before them."""
    if one.start < one.end:
        return TextSpan(one.start, one.end)
    words = each.quoted.words
    before = [word for word in words if word.end <= one.start] or words[:1]
    return TextSpan(before[-1].start, before[-1].end)


def _message(each: ComparedQuotation, one: Difference) -> str:
    place = f"{each.comparison.place}{f' ({one.what})' if one.what else ''}"
    if not one.printed:
        return f"Left out without a mark: “{one.said}” in {place}."
    if not one.said:
        return f"“{one.printed}” is not in {place}."
    return f"“{one.printed}” here, “{one.said}” in {place}."
