"""Reads the ages that an article gives: of people with a name, and of *the man* and *the girl*."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from copylint.analysis.annotated_text import AnnotatedText
from copylint.analysis.ledger.entries import AgeStatement
from copylint.analysis.ledger.subjects import NamedSentence
from copylint.analysis.names.people import BODY, Person, Reference
from copylint.core.blocks import Block
from copylint.core.kept_patterns import compiled
from copylint.core.record import record
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.quantities import WORD_NUMBER, value_of_words

#: An age that is asked for: in figures or in words.
_AGE = rf"(?P<age>\d{{1,3}}|{WORD_NUMBER})"
_OLDEST = 115
_YOUNGEST = 10  # a smaller number after a name is seldom an age
_YEAR_OLD = LazyPattern(r"years?[-‐‑ ]old", needs=("year",))
_DIGIT = compiled("[0-9]")
# "Edwin Quist, 45," "Quist, aged 45." "Quist, who is 45," "Quist (45)"
_AFTER = LazyPattern(
    r"(?:\s(?:Jr|Sr|Jnr|Snr)\.?)?(?:,\s(?:(?:now\s)?aged\s|(?:now\s)?age\s|who\sis\s(?:now\s)?|now\s"
    r"|who\s(?:has\s)?(?:just\s|recently\s)?turned\s|who\sdied\s(?:on\s\w+\s|last\s\w+\s)?"
    r"(?:aged\s|at\sthe\sage\sof\s|at\s))?(?P<age>\d{1,3})"
    r"(?=[,;.:)]\s|[,.]?[”\"]|,?\Z|,?\n|\.|"
    r"\s(?:and|of|from|who|was|is|has|had|said|told|appeared|on|in|last|this)\s)"
    r"|\s\((?P<inside>\d{1,3})\)"
    r"|(?:,\s[^,.;:\n]{2,40},)?\s(?:is|turned|turns|(?:was|is)\saged)\s(?P<is>\d{1,3})"
    r"(?=[.,;]|\s(?:and|but|on|last|this|years\sold|today|yesterday|in)\b)"
    r"|\s(?:has\s)?died\s(?:[^.,;]{0,30}\s)?(?:aged\s|at\sthe\sage\sof\s)(?P<died>\d{1,3})\b)"
)
_AFTER_GROUPS = ("age", "inside", "is", "died")
# "the 45-year-old Quist", "45-year-old farmer Edwin Quist", "The 45-year-old miller, Ada Quist,"
_BEFORE = LazyPattern(
    rf"(?<![\w-]){_AGE}[-‐‑ ]years?[-‐‑ ]old,?\s"
    r"(?:(?!(?:and|or|of|by|with|to|for|from|in|who|whose|was|had)\s)[a-z-]+,?\s){0,3}\Z",
    re.IGNORECASE,
)
# "At 45, Quist is the oldest", "Now 45, Ada Quist works"
_OPENING = LazyPattern(
    r"(?:\A|[.!?:;,—–]\s|\n)(?:At(?:\sthe\sage\sof)?|Now|Aged|Now\saged|now|aged|at)\s"
    r"(?P<age>\d{1,3}),\s(?:[Mm]s?[rs]?\.?\s)?\Z"
)
_REACH = 70  # code points before a name in which "45-year-old" is looked for
#: Before an age these say that it was another time's.
_THEN = LazyPattern(
    r"(?:\bthen[- ](?:a[n]?\s|aged\s)?|\bas\san?\s|\bformer\s|\bwhen\s(?:\w+\s){0,6}|\bonce\s"
    r"|\bago\b.{0,30}|\bin\s(?:1[5-9]|20)\d\d\b.{0,40}|\bback\sthen\b.{0,30})\Z",
    re.IGNORECASE,
)
# "He is 45", "She turned 45 last week", "He was 45."
_OF_PRONOUN = LazyPattern(
    r"(?:is|turned|turns|was)\s(?:now\s|aged\s|only\s|just\s)?(?P<age>\d{1,3})"
    r"(?=\.|,\s(?:and|but|a)\b|\sand\s(?!a\shalf)|\syears\sold\b|\s(?:last|this|on|today)\b)"
)
_PRONOUN_OPENING = LazyPattern(r"(?:At|Now|Aged|At\sthe\sage\sof)\s(?P<age>\d{1,3}),\s(?:he|she)\s")
_WAS_THEN = LazyPattern(r"\b(?:died|dead|dies|death|killed|found|passed\saway)\b")

# "the 45-year-old", on its own or before a noun.
_THE_OLD = LazyPattern(
    rf"\b(?P<article>[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir)\s(?:[a-z]+\s)?{_AGE}[-‐‑ ]year[-‐‑ ]old"
    r"(?!s)(?P<noun>\s(?:[a-z]+\s)?(?P<who>man|woman|boy|girl|student|schoolboy|schoolgirl|teenager|"
    r"driver|cyclist|pedestrian|passenger|victim|suspect|motorcyclist|pensioner|teacher|father|"
    r"mother)\b)?",
    needs=tuple(f"year{mark}old" for mark in "-‐‑ "),
)
_DESCRIBED = LazyPattern(
    r"\b(?P<article>[Aa]|[Tt]he)\s(?P<who>man|woman|boy|girl|student|schoolboy|schoolgirl|teenager|"
    r"driver|cyclist|pedestrian|passenger|victim|suspect|motorcyclist|pensioner|teacher|father|"
    r"mother),\s(?:who\sis\s|aged\s)?(?P<age>\d{1,3})(?=[,.;]\s|\n|\.)",
    needs=("man,", "boy,", "girl,", "student,", "teenager,", "driver,", "cyclist,", "pedestrian,",
           "passenger,", "victim,", "suspect,", "pensioner,", "teacher,", "father,", "mother,"),
)  # fmt: skip


@record
class DescribedAge:
    """The age of somebody without a name: *a 34-year-old man*, *the woman, 61,*.

    ``who`` is the noun, empty for *the 34-year-old* alone; ``introduces`` says that the article
    is *a*, so that the person is new. ``span`` is the number.
    """

    who: str
    years: int
    introduces: bool
    span: TextSpan
    block: Block


def has_ages(text: str) -> bool:
    """Whether there may be an age in the text."""
    return _DIGIT.search(text) is not None or _YEAR_OLD.search(text) is not None


def ages(
    article: AnnotatedText, persons: Iterable[Person], sentences: Iterable[NamedSentence]
) -> Iterator[AgeStatement]:
    """The ages of people with a name, person by person."""
    text = article.text
    if not has_ages(text):
        return
    old = _YEAR_OLD.search(text) is not None
    seen: set[int] = set()
    for person in persons:
        for reference in person.references:
            for years, start, end in _around(article, reference, old):
                if start not in seen:
                    seen.add(start)
                    yield _statement(article, person, years, start, end)
    for each in sentences:
        if each.pronoun and each.antecedent is not None and not each.named:
            found = _of_pronoun(text, each)
            if found is not None and found.start("age") not in seen:
                years = int(found["age"])
                if _YOUNGEST <= years <= _OLDEST:
                    yield _statement(article, each.antecedent, years, *found.span("age"))


def described_ages(article: AnnotatedText) -> Iterator[DescribedAge]:
    """The ages of people without a name in the story, in order; quotations are left out."""
    text = article.text
    old, described = article.passages_with(_THE_OLD), article.passages_with(_DESCRIBED)
    if not (old or described):
        return
    for passage in article.passages:
        if passage.kind not in BODY or not (passage in old or passage in described):
            continue
        block, span = passage.block, passage.block.span
        for found in _THE_OLD.finditer(text, span.start, span.end):
            following = text[found.end() : found.end() + 3]
            if found["noun"] is None and _names(following):
                continue
            if found["article"].lower() in ("his", "her", "their"):
                continue
            if _THEN.search(text[max(span.start, found.start() - 40) : found.start()]):
                continue
            yield from _described(article, found, block)
        for found in _DESCRIBED.finditer(text, span.start, span.end):
            yield from _described(article, found, block)


def _names(following: str) -> bool:
    """Whether a noun or a name comes after *the 45-year-old*, whose age it then is."""
    if following[:1] == ",":
        return following[1:3].strip()[:1].isupper()
    return following[:1] == " " and following[1:2].isupper()


def _described(
    article: AnnotatedText, found: re.Match[str], block: Block
) -> Iterator[DescribedAge]:
    years = _years(found["age"])
    if years is None or years > _OLDEST or article.quotations.is_quoted(found.start()):
        return
    introduces = found["article"].lower() in ("a", "an")
    yield DescribedAge(found["who"] or "", years, introduces, TextSpan(*found.span("age")), block)


def _years(shown: str) -> int | None:
    return int(shown) if shown.isdigit() else value_of_words(shown)


def _statement(
    article: AnnotatedText, person: Person, years: int, start: int, end: int
) -> AgeStatement:
    block = article.document.block_at(start)
    assert block is not None, "a person is named inside a block"
    quoted = article.quotations.is_quoted(start)
    return AgeStatement(TextSpan(start, end), block, block.span, quoted, False, person, years)


def _around(
    article: AnnotatedText, reference: Reference, old: bool
) -> Iterator[tuple[int, int, int]]:
    text = article.text
    if article.quotations.is_quoted(reference.start):
        return
    after = _AFTER.match(text, reference.end)
    if after is not None:
        group = next(name for name in _AFTER_GROUPS if after[name] is not None)
        if _YOUNGEST <= int(after[group]) <= _OLDEST:
            yield int(after[group]), *after.span(group)
    low = max(0, reference.lead - _REACH)
    before = text[low : reference.lead]
    opening = _OPENING.search(before)
    if opening is not None and _YOUNGEST <= int(opening["age"]) <= _OLDEST:
        yield int(opening["age"]), low + opening.start("age"), low + opening.end("age")
    if not old or "ear" not in before:
        return
    found = _BEFORE.search(before)
    if found is None or _THEN.search(before[: found.start()]):
        return
    years = _years(found["age"])
    if years is not None and years <= _OLDEST:
        yield years, low + found.start("age"), low + found.end("age")


def _of_pronoun(text: str, each: NamedSentence) -> re.Match[str] | None:
    start, end = each.sentence.start, each.sentence.end
    opening = _PRONOUN_OPENING.match(text, start, end)
    if opening is not None:
        return opening
    verb = text.find(" ", each.pronoun_at) + 1
    found = _OF_PRONOUN.match(text, verb, end)
    if found is None:
        return None
    if found.group().startswith("was"):
        # "He was 45" is the age at death, or of another time.
        before = text[max(0, start - 200) : start]
        if not _WAS_THEN.search(before):
            return None
    return found
