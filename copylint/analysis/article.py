"""A document as checks read it: annotated text plus names, dialect and the author's prose."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from copylint.analysis.annotated_text import AnnotatedText
from copylint.analysis.author_prose import AuthorProse

if TYPE_CHECKING:
    from copylint.analysis.dialect import Dialect
    from copylint.analysis.ledger.ledger import Ledger
    from copylint.analysis.names.name_index import NameIndex
    from copylint.analysis.names.people import People


class Article(AnnotatedText):
    """One document and the facts about its text, each computed on first use."""

    @cached_property
    def names(self) -> NameIndex:
        """The mentions of names, and what the article says about each spelling."""
        from copylint.analysis.names.name_index import NameIndex

        return NameIndex(self)

    @cached_property
    def people(self) -> People:
        """The people named in full, and the places that name the same person again."""
        from copylint.analysis.names.people import People

        return People(self, self.names)

    @cached_property
    def ledger(self) -> Ledger:
        """The statements of figure, person, date, place and quotation."""
        from copylint.analysis.ledger.ledger import Ledger

        return Ledger(self, lambda: self.people)

    @cached_property
    def dialect(self) -> Dialect:
        """The dialect the article is written in, and by what evidence."""
        from copylint.analysis.dialect import dialect_of

        return dialect_of(self)

    @cached_property
    def author_prose(self) -> AuthorProse:
        """The article's own running prose."""
        return AuthorProse(self)

    def forget(self) -> None:
        """Break reference cycles, so that the tokens are freed at once.

        Call it when no more facts are needed; facts used later are computed again.
        """
        for name in ("names", "people", "ledger", "author_prose"):
            self.__dict__.pop(name, None)
