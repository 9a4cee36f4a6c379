"""Reads what an article says that its people are: offices, parties, clubs, nationalities, sex."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copylint.analysis.annotated_text import AnnotatedText
from copylint.analysis.ledger.affiliations import (
    CLUB_WORDS,
    NATION_WORDS,
    PARTY_WORDS,
    clubs,
    nationalities,
    parties,
)
from copylint.analysis.ledger.entries import RoleStatement
from copylint.analysis.ledger.genders import genders
from copylint.analysis.ledger.posts import posts
from copylint.analysis.ledger.subjects import NamedSentence
from copylint.analysis.names.people import Person

# Readers, and words of which one is in an article with such a role.
_HINTED = ((parties, PARTY_WORDS), (clubs, CLUB_WORDS), (nationalities, NATION_WORDS))


def roles(
    article: AnnotatedText, persons: Iterable[Person], sentences: Iterable[NamedSentence]
) -> Iterator[RoleStatement]:
    """The statements about the roles of people with a name, in the writer's own words."""
    quoted = article.quotations.is_quoted
    written = article.written
    readers = [posts, *(each for each, hint in _HINTED if not hint.isdisjoint(written))]
    for person in persons:
        for reference in person.references:
            if not quoted(reference.start):
                for reader in readers:
                    yield from reader(article, person, reference)
    yield from genders(article, sentences)
