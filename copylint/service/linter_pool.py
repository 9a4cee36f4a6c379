"""Linters that stay ready, by configuration."""

from __future__ import annotations

from collections import OrderedDict
from contextlib import ExitStack

from copylint.config.enums import Deep
from copylint.config.schema import Config
from copylint.core.record import replace
from copylint.runner.cache_key import settings
from copylint.runner.deep_policy import apply_deep_policy
from copylint.runner.engine_sessions import running
from copylint.runner.linter import Linter
from copylint.runner.pipeline import rule_file_notes
from copylint.service.answer import Stage

_MOST = 8


class ReadyLinter:
    """A linter with its engines started.

    ``notes`` are the faults of rule files and of engines that did not start. Raises
    ``EngineError`` if the configuration is strict about engines.
    """

    def __init__(self, config: Config) -> None:
        self.config = config
        self.notes: list[str] = []
        self._open = ExitStack()
        try:
            addresses = self._open.enter_context(running(config, self.notes))
            self.linter = Linter(config, addresses)
            self._open.callback(self.linter.close)
            errors, notes = rule_file_notes(config)
            self.notes += (*errors, *notes)
        except BaseException:
            self._open.close()
            raise

    def close(self) -> None:
        """Stop the engines."""
        self._open.close()


class LinterPool:
    """The linters of the configurations used last; for use by one thread."""

    def __init__(self) -> None:
        self._ready: OrderedDict[tuple[object, ...], ReadyLinter] = OrderedDict()

    def get(self, config: Config, stage: Stage) -> ReadyLinter:
        """The linter for a configuration. Raises ``EngineError``."""
        config = for_stage(config, stage)
        key = (settings(config), config.timeout, config.max_file_size, _per_file(config))
        found = self._ready.get(key)
        if found is None:
            found = self._ready[key] = ReadyLinter(config)
            while len(self._ready) > _MOST:
                _, oldest = self._ready.popitem(last=False)
                oldest.close()
        self._ready.move_to_end(key)
        return found

    def drop(self, ready: ReadyLinter) -> None:
        """Close a linter whose state is unknown; the next ``get`` starts another."""
        for key, each in list(self._ready.items()):
            if each is ready:
                del self._ready[key]
        ready.close()

    def close(self) -> None:
        """Close all of them."""
        while self._ready:
            self._ready.popitem()[1].close()


def for_stage(config: Config, stage: Stage) -> Config:
    """``config`` as a check of that stage needs it; nothing is kept on disk."""
    if stage is Stage.RULES:
        return replace(config, grammar=(), deep=Deep.NEVER, deep_gate=False, cache=False)
    return replace(apply_deep_policy(config), cache=False)


def _per_file(config: Config) -> object:
    return (config.fields, config.format_of, config.per_file_ignores)
