"""Which rules run: the configuration's selectors applied to the known rules."""

# Paths: links stay as they are written, as pathlib would not.
# ruff: noqa: PTH100

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence

from copylint.config.schema import Config
from copylint.core.document import Document
from copylint.core.record import record
from copylint.core.rule import Rule
from copylint.core.selector import selects
from copylint.formats.lookup import named
from copylint.runner.globs import Globs
from copylint.runner.internal_rules import INTERNAL_ERROR

__all__ = ["Selection", "selects"]


@record
class RuleSelectors:
    """A configuration's selectors, which say which rules run."""

    select: tuple[str, ...] = ()
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    def may_run(self, rule_id: str, default: bool) -> bool:
        """Whether the rule runs, unless it is a draft. ``default``: it runs by default.

        ``ignore`` wins over ``extend-select``, which adds to ``select``.
        """
        if _any(self.ignore, rule_id):
            return False
        if _any(self.extend_select, rule_id):
            return True
        return _any(self.select, rule_id) if self.select else default


def chosen(config: Config) -> RuleSelectors:
    """The selectors of ``config``."""
    return RuleSelectors(config.select, config.extend_select, config.ignore)


class Selection:
    """The rules of one run.

    Rules of an engine that are only known once it answers are decided by their id.
    ``ignored_in`` gives the selectors that ``per-file-ignores`` switches off in a path.
    """

    def __init__(self, config: Config, known: Iterable[Rule]) -> None:
        self._chosen = chosen(config)
        self._named = (*config.select, *config.extend_select)
        known = tuple(known)
        self._off_by_default = {rule.id for rule in known if not rule.default}
        self._not_in_force = {rule.id for rule in known if not rule.in_force}
        self._decided: dict[str, bool] = {}
        self.ignored_in = PathIgnores(config).in_

    def runs(self, rule_id: str) -> bool:
        """Whether the rule runs at all.

        A failed check is reported whatever is selected: its silence must not look like clean
        copy.
        """
        decided = self._decided.get(rule_id)
        if decided is None:
            decided = self._decided[rule_id] = self._decide(rule_id)
        return decided

    def in_document(self, document: Document) -> Callable[[str], bool]:
        """A function that says, given a rule's id, whether it runs in ``document``."""
        return self.in_file(document.path, document.format)

    def in_file(self, path: str, format_name: str) -> Callable[[str], bool]:
        """A function that says, given a rule's id, whether it runs in the file at ``path``.

        A rule that does not suit the format of that name runs only if a selector names it.
        """
        off = self.ignored_in(path)
        unsuited = named(format_name).unsuited

        def runs(rule_id: str) -> bool:
            if not self.runs(rule_id) or _any(off, rule_id):
                return False
            return not _any(unsuited, rule_id) or _any(self._named, rule_id)

        return runs

    def _decide(self, rule_id: str) -> bool:
        chosen = self._chosen
        if rule_id in self._not_in_force and rule_id not in self._named:
            return False
        if rule_id == INTERNAL_ERROR.id:
            return not _any(chosen.ignore, rule_id)
        return chosen.may_run(rule_id, rule_id not in self._off_by_default)


class PathIgnores:
    """The configuration's ``per-file-ignores``."""

    def __init__(self, config: Config) -> None:
        self._per_file = [
            (Globs((entry.glob,), entry.base), entry.ignore) for entry in config.per_file_ignores
        ]

    def in_(self, path: str) -> tuple[str, ...]:
        """Selectors that are switched off in ``path``."""
        if not self._per_file or not path:
            return ()
        absolute = os.path.abspath(path)
        return tuple(
            selector
            for globs, selectors in self._per_file
            if globs.verdict(absolute)
            for selector in selectors
        )


def _any(selectors: Sequence[str], rule_id: str) -> bool:
    return any(selects(selector, rule_id) for selector in selectors)
