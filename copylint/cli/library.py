"""What reports look up: the rules of a run, and its articles read again."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from copylint.report.base import Library

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copylint.config.schema import RuleSources
    from copylint.model.document import Document
    from copylint.model.rule import Rule
    from copylint.run.result import Input


class RunLibrary(Library):
    """The library of one run; loads nothing before it is asked."""

    def __init__(self, sources: RuleSources, inputs: Sequence[Input]) -> None:
        self._sources = sources
        self._given = {each.path: each for each in inputs if each.data is not None}

    @cached_property
    def _rules(self) -> Mapping[str, Rule]:
        from copylint.run.registry import all_rules

        return all_rules(self._sources)

    def rule(self, rule_id: str) -> Rule | None:
        """The rule of that id."""
        return self._rules.get(rule_id)

    def document(self, path: str) -> Document | None:
        """The article at ``path``, or the one that came by standard input."""
        from copylint.model.errors import CopylintError
        from copylint.run.inspect import read_input
        from copylint.run.result import Input

        try:
            return read_input(self._given.get(path) or Input(path))
        except CopylintError:
            return None
