"""A surname used alone before the article gives the full name."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.analysis.article import Article
from copylint.analysis.names.name_index import look_up
from copylint.analysis.names.people import BODY, Person, Reference
from copylint.analysis.names.public_names import public_surnames
from copylint.contract.check import Check, Options
from copylint.core.finding import Match, RelatedText
from copylint.core.rule import Bad, Good, Rule, Severity
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.lexicon import Kinds
from copylint.language.word_list import words

SURNAME_FIRST = Rule(
    id="facts.surname-first",
    summary="Flags a surname on its own before its bearer is named in full.",
    why=(
        "When a paragraph is moved up, or the one above it cut, a surname can come before its "
        "introduction. People known by their surname alone, and those whom the headline, the "
        "standfirst or a caption names in full, are left alone."
    ),
    bad=(
        Bad(
            "The mill opens on Friday. It is old, but Quiller said it was sound.\n\n"
            "The owner, Edwin Quiller, bought it in May.",
            "Quiller",
        ),
    ),
    severity=Severity.SUGGESTION,
    default=False,
    good=(
        Good("Edwin Quiller bought the mill in May.\n\nIt is old, but Quiller said it was sound."),
        Good("It is old, says the Quiller Society.\n\nEdwin Quiller founded it in May."),
    ),
)

# Verbs that a surname alone is subject of as a person.
_ACTS = LazyPattern(
    r"\s(?:who\s)?(?:said|says|told|added|has\ssaid|was\s|had\s|has\s|is\s|will\s|went\s|made\s|"
    r"wrote|writes|claimed|insisted|admitted|believes|thinks|wants|hopes|denied|"
    r"argued|explained|replied|warned|confirmed|refused|joined|became|took\s|did\s|also\s)"
)
# More frequent than this (Zipf scale), a surname is known by itself.
_FAMOUS = 4.0
# A name that is not a surname follows these.
_REGNAL = words("king queen prince princess pope emperor saint st sister brother father imam")
_SAYS = LazyPattern(r"\b(?:said|says|told|added|asked)\s\Z")


class Introductions(Check):
    """Finds a person's surname before the person's full name."""

    rules = (SURNAME_FIRST,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """The first lone surname of each person who is introduced only after it."""
        for person in article.people.persons:
            if person.elsewhere or len(person.references) < 2:
                continue
            full = next((each for each in person.references if each.full), None)
            if full is None or full.kind not in BODY or _in_head(person):
                continue
            first = next((each for each in person.references if each.kind in BODY), full)
            if first.full or not _is_person(article, first) or _is_known(article, person):
                continue
            given = article.names.forms.get(person.given)
            if given is not None and given.places[0].start < first.start:
                continue  # named before, if with a typo in the surname
            name = article.text[full.start : full.end]
            yield Match(
                TextSpan(first.lead, first.end),
                f"'{person.surname}' comes before '{name}' is introduced; give the full name here?",
                (),
                (RelatedText(TextSpan(full.lead, full.end), "the full name"),),
            )


def _in_head(person: Person) -> bool:
    """Whether the full name is anywhere outside the story itself."""
    return any(each.full and each.kind not in BODY for each in person.references)


def _is_person(article: Article, reference: Reference) -> bool:
    """Whether the place can only be a person's: a title before it, or speech."""
    if article.quotations.is_quoted(reference.start):
        return False
    if reference.title:
        return reference.title not in _REGNAL
    text = article.text
    if text.endswith(("the ", "The "), 0, reference.start):
        return False  # a family
    return bool(
        _ACTS.match(text, reference.end)
        or _SAYS.search(text[max(0, reference.start - 8) : reference.start])
    )


def _is_known(article: Article, person: Person) -> bool:
    kinds, zipf, _ = look_up(article.names.lexicon, person.surname)
    if kinds & (Kinds.PLACE | Kinds.ORGANISATION | Kinds.WORD | Kinds.DEMONYM):
        return True
    return zipf >= _FAMOUS or person.surname in public_surnames()
