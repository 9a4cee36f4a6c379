"""Lets reports look up the rules of a run and read its articles again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from copylint.report.base import Library, Provenance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copylint.config.schema import Config
    from copylint.core.document import Document
    from copylint.core.rule import Measured, Rule
    from copylint.report.quotation_row import QuotationRow
    from copylint.runner.result import Input


class RunLibrary(Library):
    """The library of one run; loads nothing before it is asked.

    ``provenance`` returns when, from what and with which settings the report is made.
    """

    def __init__(
        self,
        config: Config,
        inputs: Sequence[Input],
        provenance: Callable[[], Provenance] = Provenance,
    ) -> None:
        self._config = config
        self._given = {each.path: each for each in inputs if each.data is not None}
        self._provenance = provenance
        # A page asks for an article and its digest in turn: both are of the same bytes.
        self._data = lru_cache(maxsize=1)(self._read)

    @cached_property
    def _rules(self) -> Mapping[str, Rule]:
        from copylint.runner.rules import all_rules

        return all_rules(self._config.rule_sources)

    def rule(self, rule_id: str) -> Rule | None:
        """The rule of that id."""
        return self._rules.get(rule_id)

    def page(self, rule_id: str) -> str:
        """The address of the rule's page in the documentation; empty if it has none."""
        from copylint.runner.rule_pages import page_address

        rule = self.rule(rule_id)
        return page_address(rule) if rule else ""

    def home(self) -> str:
        """The address of the documentation; empty while it has none."""
        from copylint.runner.rule_pages import documentation

        return documentation()

    def measured(self, rule_id: str) -> Measured | None:
        """How often findings of that rule are right."""
        from copylint.runner.rule_metrics import figures

        return figures().get(rule_id)

    def document(self, path: str) -> Document | None:
        """The article at ``path``, or the one that came by standard input."""
        from copylint.core.errors import CopylintError
        from copylint.runner.document_reader import Formats

        try:
            return Formats(self._config).document_in(path, self._data(path))
        except CopylintError:
            return None

    def quotations(self, path: str) -> tuple[QuotationRow, ...] | None:
        """The quotations of the article beside what was said; None without a transcript."""
        if not self._config.transcripts:
            return None
        from copylint.service.quotation_rows import quotation_rows

        document = self.document(path)
        return quotation_rows(document, self._config.transcripts) if document else ()

    def digest(self, path: str) -> str:
        """SHA-256 of the bytes of the article at ``path``."""
        from hashlib import sha256

        from copylint.core.errors import CopylintError

        try:
            return sha256(self._data(path)).hexdigest()
        except CopylintError:
            return ""

    def provenance(self) -> Provenance:
        """When, from what and with which settings the report is made."""
        return self._provenance()

    def _read(self, path: str) -> bytes:
        from copylint.runner.document_reader import Formats
        from copylint.runner.result import Input

        return Formats(self._config).bytes_of(self._given.get(path) or Input(path))
