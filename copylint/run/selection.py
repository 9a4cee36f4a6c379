"""Which rules run: the configuration's selectors against the rules that there are."""

# Paths: links stay as they are written, as pathlib would not.
# ruff: noqa: PTH100

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence

from copylint.config.schema import Config
from copylint.model.rule import Rule
from copylint.model.selector import selects
from copylint.run.globs import Globs
from copylint.run.own import INTERNAL_ERROR

__all__ = ["Selection", "selects"]


class Selection:
    """The rules of one run.

    Rules of an engine that are only known once it answers are decided by their id.
    ``ignored_in`` gives the selectors that ``per-file-ignores`` switches off in a path.
    """

    def __init__(self, config: Config, known: Iterable[Rule]) -> None:
        self._config = config
        known = tuple(known)
        self._off_by_default = {rule.id for rule in known if not rule.default}
        self._not_in_force = {rule.id for rule in known if not rule.in_force}
        self._decided: dict[str, bool] = {}
        self.ignored_in = PathIgnores(config).in_

    def runs(self, rule_id: str) -> bool:
        """Whether the rule runs at all.

        ``ignore`` wins over ``extend-select``, which adds to ``select``. That a check failed
        is told whatever is selected: its silence must not look like clean copy.
        """
        decided = self._decided.get(rule_id)
        if decided is None:
            decided = self._decided[rule_id] = self._decide(rule_id)
        return decided

    def _decide(self, rule_id: str) -> bool:
        config = self._config
        if _any(config.ignore, rule_id):
            return False
        if rule_id in self._not_in_force:
            return rule_id in (*config.select, *config.extend_select)
        if _any(config.extend_select, rule_id):
            return True
        if config.select and rule_id != INTERNAL_ERROR.id:
            return _any(config.select, rule_id)
        return rule_id not in self._off_by_default


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
