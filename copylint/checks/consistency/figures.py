"""Times, percentages, units and sums of money written in two ways in one article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copylint.analysis.article import Article
from copylint.analysis.author_prose import starts_sentence
from copylint.analysis.majority_form import MinorityForm
from copylint.analysis.numerals import NumeralKind, WrittenNumeral, figures
from copylint.checks.consistency.matches import tell
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.rule import Bad, Good, Rule, Severity
from copylint.core.span import TextSpan

TIME = Rule(
    id="consistency.time",
    summary="Flags a time of day in a different format from the article's others.",
    why=(
        "In an article that has '9am', a time like '10 a.m.' or '10:00am' was pasted from "
        "elsewhere. So was '9:30am' beside '9.30am', or '19:00' beside '7pm'."
    ),
    bad=(
        Bad(
            "Doors open at 9am and close at 5pm. Talks begin at 10 p.m. in the hall.",
            "10 p.m.",
            "Doors open at 9am and close at 5pm. Talks begin at 10pm in the hall.",
        ),
        Bad(
            "Trains leave at 9.15am and 10.15am, and the last at 11:15pm.",
            "11:15pm",
            "Trains leave at 9.15am and 10.15am, and the last at 11.15pm.",
        ),
        Bad(
            "Doors open at 9am and close at 5pm. Talks begin at 10:00am.",
            "10:00am",
            "Doors open at 9am and close at 5pm. Talks begin at 10am.",
        ),
        Bad("Doors open at 9am. Talks end by 5pm, and the bar shuts at 23:30.", "23:30"),
    ),
    good=(
        Good("Doors open at 9am and close at 5.30pm."),
        Good('Doors open at 9am. "Be there at 10 a.m.," she said.'),
        Good("The film starts at 9pm (from 21:00 GMT)."),
    ),
    severity=Severity.SUGGESTION,
)
PERCENT = Rule(
    id="consistency.percent",
    summary="Flags percentages with a sign here and a word there.",
    why=(
        "A house writes '5%', '5 per cent' or '5 percent'. Numbers that begin a sentence or are in "
        "brackets, which many houses treat differently, are not compared."
    ),
    bad=(
        Bad(
            "Sales rose by 5% in May and by 7% in June. In July they fell 3 per cent.",
            "3 per cent",
            "Sales rose by 5% in May and by 7% in June. In July they fell 3%.",
        ),
    ),
    good=(
        Good("Sales rose by 5%, or two percentage points more than the 3% that he hoped for."),
        Good('Sales rose by 5%. "We hoped for 7 per cent," he said.'),
    ),
    severity=Severity.SUGGESTION,
)
UNIT = Rule(
    id="consistency.unit",
    summary="Flags a unit that is a symbol here and spelled out there.",
    why=(
        "Some houses spell a unit out at the first mention; after that an article should keep to "
        "'km' or 'kilometres', and to '5km' or '5 km'. Conversions in brackets are not compared."
    ),
    bad=(
        Bad(
            "The path runs for 12km. It joins another 5 kilometres on, and ends 3km later.",
            "5 kilometres",
            "The path runs for 12km. It joins another 5km on, and ends 3km later.",
        ),
        Bad(
            "The path runs for 12km and joins another of 5 km after some 3km.",
            "5 km",
            "The path runs for 12km and joins another of 5km after some 3km.",
        ),
    ),
    good=(
        Good("The path runs for 12 kilometres. It joins another 5km on, and ends 3km later."),
        Good("The path runs for 12 kilometres (7 miles), then on for 5 kilometres (3km)."),
    ),
    severity=Severity.SUGGESTION,
)
CURRENCY = Rule(
    id="consistency.currency",
    summary="Flags sums of money in two forms.",
    why=(
        "'£5m' and '£5 million' are both in use, and so are '$5' and 'US$5', but an article should "
        "keep to one. If it has other dollars as well, the prefix is needed and is left alone."
    ),
    bad=(
        Bad(
            "The pier cost £5m. Repairs were £2m, and the new café was £1 million.",
            "£1 million",
            "The pier cost £5m. Repairs were £2m, and the new café was £1m.",
        ),
        Bad(
            "The boat cost $300 and the net $20. They were sold for US$100.",
            "US$100",
            "The boat cost $300 and the net $20. They were sold for $100.",
        ),
    ),
    good=(
        Good("The pier cost £5m. Some 2 million people came in a year."),
        Good('The pier cost £5m. "It was worth £6 million," she said.'),
        Good("The boat cost US$300 then and $280 now. The net was A$20."),
    ),
    severity=Severity.SUGGESTION,
)
_RULE_OF = {
    NumeralKind.CLOCK: TIME,
    NumeralKind.POINT: TIME,
    NumeralKind.HOUR: TIME,
    NumeralKind.DAY: TIME,
    NumeralKind.PERCENT: PERCENT,
    NumeralKind.UNIT: UNIT,
    NumeralKind.GAP: UNIT,
    NumeralKind.MAGNITUDE: CURRENCY,
    NumeralKind.DOLLAR: CURRENCY,
}
_BRACKETS = frozenset(("(", "["))
_LATE = str.maketrans("aA", "pP")


class Figures(Check):
    """Compares how an article writes times, percentages, units and sums."""

    rules = (TIME, PERCENT, UNIT, CURRENCY)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """The rarer way of each kind of figure; one finding at a place."""
        groups: dict[tuple[NumeralKind, str], dict[str, list[WrittenNumeral]]] = {}
        for written in figures(article):
            if not _is_excused(written):
                key = (written.what, written.of)
                groups.setdefault(key, {}).setdefault(written.form, []).append(written)
        told: set[TextSpan] = set()
        for (what, _), forms in groups.items():
            if len(forms) > 1 and not _is_custom(what, forms):
                for match in _judge(article.text, what, forms):
                    if match.span not in told:
                        told.add(match.span)
                        yield match


def _is_excused(written: WrittenNumeral) -> bool:
    """Whether many houses have another custom at such a place."""
    before = written.place.near(-1)
    if before is not None and before.text in _BRACKETS:
        return True
    return written.what is NumeralKind.PERCENT and starts_sentence(written.place)


def _is_custom(what: NumeralKind, forms: dict[str, list[WrittenNumeral]]) -> bool:
    """Whether the forms have each its use."""
    if what is NumeralKind.UNIT:  # written out at first and a sign from then on
        return forms["word"][-1].span < forms["sign"][0].span
    return what is NumeralKind.DOLLAR and not forms.keys() <= {"$", "US$"}


def _judge(text: str, what: NumeralKind, forms: dict[str, list[WrittenNumeral]]) -> Iterator[Match]:
    by_span = {each.span: each for uses in forms.values() for each in uses}
    spans = {form: [each.span for each in uses] for form, uses in forms.items()}

    def shown(span: TextSpan) -> str:
        return text[span.start : span.end].replace("\n", " ")

    def message(minority: MinorityForm[str]) -> str:
        here, there = shown(minority.span), shown(minority.others[0])
        return f"'{here}' here but '{there}' elsewhere; use one form."

    def better(minority: MinorityForm[str]) -> str | None:
        here, other = by_span[minority.span], by_span[minority.others[0]]
        start, head = minority.span.start, here.head
        if what is NumeralKind.DAY:
            return None
        if what is NumeralKind.DOLLAR:
            return minority.usual + text[start + head + 1 : minority.span.end]
        if what is NumeralKind.POINT:
            return (
                text[start : start + head]
                + minority.usual
                + text[start + head + 1 : minority.span.end]
            )
        if what is NumeralKind.HOUR:
            rest = shown(minority.span)[head:]
            gone = rest[3:] if minority.form == "minutes" else rest
            sign = shown(minority.others[0])[other.head] if minority.usual == "minutes" else ""
            return text[start : start + head] + (f"{sign}00" if sign else "") + gone
        number, tail = text[start : start + head], shown(minority.others[0])[other.head :]
        if what is NumeralKind.CLOCK:
            afternoon = "p" in shown(minority.span)[head:].lower()
            early = tail.replace("p", "a").replace("P", "A")
            tail = early.translate(_LATE) if afternoon else early
        elif what is NumeralKind.UNIT and minority.usual == "word" and number == "1":
            return None
        elif what is NumeralKind.GAP:
            sign = shown(minority.span)[head:].strip()
            tail = sign if minority.usual == "close" else f" {sign}"
        if tail.endswith(".") and text.startswith(".", minority.span.end):
            tail = tail[:-1]  # the sentence's own full stop
        return number + tail

    return tell(_RULE_OF[what], spans, message, better, lambda _: "written otherwise")
