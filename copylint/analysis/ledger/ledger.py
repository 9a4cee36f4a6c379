"""The ledger: what one article states, read on first use and kept for every check."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from copylint.analysis.annotated_text import AnnotatedText
from copylint.analysis.ledger.entries import (
    AgeStatement,
    DateStatement,
    Figure,
    PlaceStatement,
    QuotationEntry,
    RoleStatement,
)
from copylint.analysis.ledger.figured_sentences import FiguredSentence, figured_sentences

if TYPE_CHECKING:
    from copylint.analysis.ledger.ages import DescribedAge
    from copylint.analysis.ledger.subjects import NamedSentence
    from copylint.analysis.names.people import People, Person


class Ledger:
    """The statements of one article, each kind in the order of the text.

    ``people`` gives the article's people when they are first asked for.
    """

    def __init__(self, article: AnnotatedText, people: Callable[[], People]) -> None:
        self._article = article
        self._people = people

    @cached_property
    def figured_sentences(self) -> tuple[FiguredSentence, ...]:
        """The sentences that have a figure."""
        return tuple(figured_sentences(self._article))

    @cached_property
    def own_sentences(self) -> tuple[FiguredSentence, ...]:
        """Those of them whose figures are the writer's own: none is quoted or being corrected."""
        from copylint.analysis.ledger.corrections import is_corrected

        return tuple(
            each
            for each in self.figured_sentences
            if not any(figure.quoted for figure in each.figures)
            and not is_corrected(self._article, each.sentence.block)
        )

    @cached_property
    def figures(self) -> tuple[Figure, ...]:
        """The figures; dates, years, times of day and scores are left out."""
        return tuple(figure for each in self.figured_sentences for figure in each.figures)

    @cached_property
    def persons(self) -> tuple[Person, ...]:
        """The people whom the article names in full, each with every place that names them."""
        return tuple(self._people().persons)

    @cached_property
    def named_sentences(self) -> tuple[NamedSentence, ...]:
        """The story's sentences with the people they name."""
        from copylint.analysis.ledger.subjects import named_sentences

        return tuple(named_sentences(self._article, self._people()))

    @cached_property
    def ages(self) -> tuple[AgeStatement, ...]:
        """The ages of people with a name, person by person."""
        from copylint.analysis.ledger.ages import ages, has_ages

        if not has_ages(self._article.text):
            return ()
        return tuple(ages(self._article, self.persons, self.named_sentences))

    @cached_property
    def described_ages(self) -> tuple[DescribedAge, ...]:
        """The ages of people without a name."""
        from copylint.analysis.ledger.ages import described_ages

        return tuple(described_ages(self._article))

    @cached_property
    def roles(self) -> tuple[RoleStatement, ...]:
        """What the article says that its people are, person by person, sex last."""
        from copylint.analysis.ledger.roles import roles

        if not self.persons:
            return ()
        return tuple(roles(self._article, self.persons, self.named_sentences))

    @cached_property
    def dates(self) -> tuple[DateStatement, ...]:
        """The dates with a day, and *yesterday* and the like beside a date or weekday."""
        from copylint.analysis.ledger.dates import dates

        return tuple(dates(self._article))

    @cached_property
    def quotations(self) -> tuple[QuotationEntry, ...]:
        """The quotations, with the speaker where a name stands beside them."""
        from copylint.analysis.ledger.quotations import quotations

        return tuple(quotations(self._article))

    @cached_property
    def places(self) -> tuple[PlaceStatement, ...]:
        """The dateline, and the places in which the story says that things are."""
        return tuple(self._places(above=False))

    @cached_property
    def places_above(self) -> tuple[PlaceStatement, ...]:
        """Those of ``places`` that are not in the story itself; quicker than all."""
        return tuple(self._places(above=True))

    def _places(self, *, above: bool) -> Iterator[PlaceStatement]:
        from copylint.analysis.ledger.places import places

        people = {word for person in self.persons for word in person.name.split()}
        return places(self._article, people, above=above)
