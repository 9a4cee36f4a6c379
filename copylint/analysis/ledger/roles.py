"""Reads what an article says that its people are: offices, parties, clubs, nationalities, sex."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copylint.analysis.annotated_text import AnnotatedText
from copylint.analysis.ledger.affiliations import clubs, nationalities, parties
from copylint.analysis.ledger.entries import RoleStatement
from copylint.analysis.ledger.genders import genders
from copylint.analysis.ledger.posts import posts
from copylint.analysis.ledger.subjects import NamedSentence
from copylint.analysis.names.people import Person

_READERS = (posts, parties, clubs, nationalities)


def roles(
    article: AnnotatedText, persons: Iterable[Person], sentences: Iterable[NamedSentence]
) -> Iterator[RoleStatement]:
    """The statements about the roles of people with a name, in the writer's own words."""
    quoted = article.quotations.is_quoted
    for person in persons:
        for reference in person.references:
            if not quoted(reference.start):
                for reader in _READERS:
                    yield from reader(article, person, reference)
    yield from genders(article, sentences)
