"""Lets reports look up the rules of a run and read its articles again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from copylint.report.base import Library

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copylint.config.schema import Config
    from copylint.core.document import Document
    from copylint.core.rule import Rule
    from copylint.runner.result import Input


class RunLibrary(Library):
    """The library of one run; loads nothing before it is asked."""

    def __init__(self, config: Config, inputs: Sequence[Input]) -> None:
        self._config = config
        self._given = {each.path: each for each in inputs if each.data is not None}

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

    def document(self, path: str) -> Document | None:
        """The article at ``path``, or the one that came by standard input."""
        from copylint.core.errors import CopylintError
        from copylint.runner.document_reader import Formats
        from copylint.runner.result import Input

        try:
            return Formats(self._config).read(self._given.get(path) or Input(path))
        except CopylintError:
            return None
