"""The same kind of thing counted in words here and in figures there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from copylint.analysis.article import Article
from copylint.analysis.author_prose import TokenPlace, starts_sentence
from copylint.analysis.majority_form import MinorityForm
from copylint.checks.consistency.matches import tell
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.rule import Bad, Good, Rule, Severity
from copylint.core.span import TextSpan
from copylint.language.tokens import HYPHENS, TokenKind
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

_WORD, _NUMBER = TokenKind.WORD, TokenKind.NUMBER

RULE = Rule(
    id="consistency.numeral",
    summary=(
        "Flags a number in figures if the article counts the same thing in words, or the reverse."
    ),
    why=(
        "Houses write small numbers in words and larger ones in figures, and draw the line at nine "
        "or at a hundred. Wherever it is, two numbers of the same size before the same noun should "
        "match. Numbers that begin a sentence, in a range, in brackets or next to a larger number "
        "are not compared, nor are ages, scores and measures."
    ),
    bad=(
        Bad(
            "The crew spent six days at sea and four days in port. They had 5 days of leave.",
            "5",
            "The crew spent six days at sea and four days in port. They had five days of leave.",
        ),
        Bad(
            "The crew had 12 boats in May. By June it owned 14 boats. Another fifteen boats were "
            "hired.",
            "fifteen",
            "The crew had 12 boats in May. By June it owned 14 boats. Another 15 boats were hired.",
        ),
    ),
    good=(
        Good("The crew spent six days at sea and 12 days in port."),
        Good("The crew spent six days at sea. They lost 5-6 days, and won 3 of 5 days."),
        Good('The crew spent six days at sea. "We had 5 days of leave," he said.'),
    ),
    severity=Severity.SUGGESTION,
)

_VALUE = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_WORD_OF = {value: word for word, value in _VALUE.items()}
# Sizes that a house's line may part: up to nine, ten to nineteen.
_SMALL = 9
_LARGEST = 19
# Measures and the like, which figures are kept for.
_MEASURES = words(
    "percent per cent million billion trillion thousand hundred dozen degrees points point miles "
    "kilometres kilometers metres meters feet inches foot inch pounds kilos kilograms grams tons "
    "tonnes acres hectares litres liters gallons dollars euros cents pence p.m a.m am pm bytes "
    "bits pixels th st nd rd x times overs wickets goals runs sets seats votes stars out"
)
_JOINING = frozenset((*HYPHENS, *"–—/([$£€#:=+*<>~"))
_STOPS = frozenset(".;?!")
_LABELS = words(
    "chapter section page figure fig table part step version volume no number phase level grade "
    "article day week round stage group channel route highway type line room lane title rule "
    "episode season series act scene appendix"
)


class _Count(NamedTuple):
    """A number before a noun; ``value`` is 2 to 19."""

    span: TextSpan
    value: int
    noun: str
    figures: bool


class Numerals(Check):
    """Compares how an article counts each thing."""

    rules = (RULE,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """The rarer way to count, noun by noun."""
        in_figures = [
            count for place in article.author_prose.numbers if (count := _in_figures(place))
        ]
        if not in_figures or _VALUE.keys().isdisjoint(article.author_prose.forms):
            return
        nouns = {count.noun for count in in_figures}
        groups: dict[tuple[str, bool], dict[bool, list[_Count]]] = {}
        for count in (*in_figures, *_in_words(article, nouns)):
            key = count.noun, count.value <= _SMALL
            groups.setdefault(key, {}).setdefault(count.figures, []).append(count)
        for forms in groups.values():
            if len(forms) > 1:
                yield from _judge(article.text, forms)


def _in_figures(place: TokenPlace) -> _Count | None:
    text = place.token.text
    if not text.isdecimal() or len(text) > 2 or not 2 <= int(text) <= _LARGEST:
        return None
    return _count(place, int(text), True)


def _in_words(article: Article, nouns: set[str]) -> Iterator[_Count]:
    for passage in article.author_prose.passages:
        lower = passage.lower
        if _VALUE.keys().isdisjoint(lower):
            continue
        for at, form in enumerate(lower):
            value = _VALUE.get(form)
            if value is None or not passage.tokens[at].text.islower():
                continue
            place = TokenPlace(passage, at)
            count = _count(place, value, False)
            if (
                count is not None
                and count.noun in nouns
                and article.author_prose.says(count.span.start)
            ):
                yield count


def _count(place: TokenPlace, value: int, figures: bool) -> _Count | None:
    """What the number counts; None if it may be written otherwise than others."""
    before, after = place.near(-1), place.near(1)
    if after is None or after.kind is not _WORD or not after.text.islower():
        return None
    if after.start - place.token.end != 1 or starts_sentence(place):
        return None
    if before is not None:
        touches = before.end == place.token.start
        if touches or before.text in _JOINING or place.lower(-1) in _LABELS:
            return None
    noun = place.lower(1)
    if noun in _MEASURES or tags_of(noun)[:1] != ("NNS",):
        return None
    following = place.near(2)
    if following is not None and following.text in HYPHENS:
        return None
    if _beside_another(place):
        return None
    return _Count(TextSpan(place.token.start, place.token.end), value, noun, figures)


def _beside_another(place: TokenPlace) -> bool:
    """Whether another number is near, with which this one may be made to agree."""
    for steps in ((-1, -2, -3, -4), (2, 3, 4)):
        for step in steps:
            token = place.near(step)
            if token is None or token.text in _STOPS:
                break
            if token.kind is _NUMBER or place.lower(step) in _VALUE:
                return True
    return False


def _judge(text: str, forms: dict[bool, list[_Count]]) -> Iterator[Match]:
    by_span = {count.span: count for counts in forms.values() for count in counts}
    spans = {figures: [count.span for count in counts] for figures, counts in forms.items()}

    def better(minority: MinorityForm[bool]) -> str:
        value = by_span[minority.span].value
        return str(value) if minority.usual else _WORD_OF[value]

    def message(minority: MinorityForm[bool]) -> str:
        noun = by_span[minority.span].noun
        way = "figures" if minority.usual else "words"
        return f"The article counts {noun} in {way} elsewhere: write '{better(minority)}'?"

    # Nearly every house writes the smallest in words: figures must be twice as many.
    small = any(count.value <= _SMALL for count in by_span.values())
    keep = False if small and len(spans[True]) < 2 * len(spans[False]) else None
    shown = {True: "in figures", False: "in words"}
    return tell(RULE, spans, message, better, shown.__getitem__, keep)
