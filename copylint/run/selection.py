"""Which rules run: the configuration's selectors against the rules that there are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fnmatch import fnmatchcase

from copylint.config.schema import Config
from copylint.model.rule import Rule


def selects(selector: str, rule_id: str) -> bool:
    """Whether a selector (a rule id, a family, a glob over ids, or ``all``) names a rule."""
    return (
        selector in ("all", rule_id)
        or rule_id.startswith(selector + ".")
        or fnmatchcase(rule_id, selector)
    )


class Selection:
    """The rules of one run.

    Rules of an engine that are only known once it answers are decided by their id.
    """

    def __init__(self, config: Config, known: Iterable[Rule]) -> None:
        self._config = config
        self._off_by_default = {rule.id for rule in known if not rule.default}
        self._decided: dict[str, bool] = {}

    def runs(self, rule_id: str) -> bool:
        """Whether the rule runs at all. ``ignore`` wins over ``select``."""
        decided = self._decided.get(rule_id)
        if decided is None:
            decided = self._decided[rule_id] = self._decide(rule_id)
        return decided

    def _decide(self, rule_id: str) -> bool:
        config = self._config
        if _any(config.ignore, rule_id):
            return False
        if _any(config.extend_select, rule_id):
            return True
        if config.select:
            return _any(config.select, rule_id)
        return rule_id not in self._off_by_default

    def ignored_in(self, path: str) -> tuple[str, ...]:
        """Selectors that ``per-file-ignores`` switches off in ``path`` (with ``/``)."""
        return tuple(
            selector
            for entry in self._config.per_file_ignores
            if fnmatchcase(path, entry.glob) or fnmatchcase(path, "*/" + entry.glob)
            for selector in entry.ignore
        )


def _any(selectors: Sequence[str], rule_id: str) -> bool:
    return any(selects(selector, rule_id) for selector in selectors)
