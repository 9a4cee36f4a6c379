"""Keeps linters ready, one for each configuration in use."""

from __future__ import annotations

import math
import time
from collections import OrderedDict
from contextlib import ExitStack

from copylint.config.schema import Config, RuleSources
from copylint.core.record import replace
from copylint.runner.cache_key import settings
from copylint.runner.deep_policy import apply_deep_policy
from copylint.runner.engine_sessions import running
from copylint.runner.linter import Linter
from copylint.runner.pipeline import rule_file_notes
from copylint.runner.rule_files import forget_rules, state_of

_MOST = 8
# Seconds between two looks for changed rule files.
_LOOK_S = 1.0


class ReadyLinter:
    """A linter kept for later checks; the first complete check starts its engines.

    ``notes`` report faulty rule files and engines that did not start.
    """

    def __init__(self, config: Config) -> None:
        self.config = replace(apply_deep_policy(config), cache=False)
        self._open = ExitStack()
        self.linter = Linter(self.config, {}, remembers=True)
        self._open.callback(self.linter.close)
        errors, notes = rule_file_notes(self.config)
        self.notes = [*errors, *notes]
        self._has_engines = False

    def start_engines(self) -> None:
        """Start the engines that the configuration asks for, unless they are running.

        Raises ``EngineError`` if the configuration is strict about engines.
        """
        if not self._has_engines:
            addresses = self._open.enter_context(running(self.config, self.notes))
            self.linter.add_engines(addresses)
            self._open.callback(self.linter.close)  # sessions go before their engines
            self._has_engines = True

    def close(self) -> None:
        """Stop the engines."""
        self._open.close()


class LinterPool:
    """The linters of the most recently used configurations; for use by one thread."""

    def __init__(self) -> None:
        self._ready: OrderedDict[tuple[object, ...], ReadyLinter] = OrderedDict()
        #: When the rule files were last looked at, and their state.
        self._rule_files: dict[RuleSources, tuple[float, bytes]] = {}

    def get(self, config: Config, rules: bytes = b"") -> ReadyLinter:
        """The linter for a configuration; its rule files are read again when they change.

        ``rules`` is their state (``Settings.rules_state``) if that is known to be recent.
        """
        self._look_at_rule_files(config.rule_sources, rules)
        key = (settings(config), *_rest(config))
        found = self._ready.get(key)
        if found is None:
            found = self._ready[key] = ReadyLinter(config)
            while len(self._ready) > _MOST:
                _, oldest = self._ready.popitem(last=False)
                oldest.close()
        self._ready.move_to_end(key)
        return found

    def _look_at_rule_files(self, sources: RuleSources, rules: bytes) -> None:
        if sources == RuleSources():
            return
        now = time.monotonic()
        last, state = self._rule_files.get(sources, (-math.inf, b""))
        if now - last < _LOOK_S and rules in (b"", state):
            return
        found = state_of(sources)
        self._rule_files[sources] = (now, found)
        if state and found != state:
            forget_rules()
            for key, each in list(self._ready.items()):
                if each.config.rule_sources != RuleSources():
                    del self._ready[key]
                    each.close()

    def drop(self, ready: ReadyLinter) -> None:
        """Close a linter in an unknown state; the next ``get`` starts another."""
        for key, each in list(self._ready.items()):
            if each is ready:
                del self._ready[key]
        ready.close()

    def close(self) -> None:
        """Close all of them."""
        while self._ready:
            self._ready.popitem()[1].close()


def _rest(config: Config) -> tuple[object, ...]:
    """The other settings that a linter depends on."""
    return (
        *(config.deep, config.strict_engines, config.timeout, config.max_file_size),
        *(config.fields, config.format_of, config.per_file_ignores),
    )
