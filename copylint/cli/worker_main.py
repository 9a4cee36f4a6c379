"""The daemon's process: what it loads, and what it runs for its clients."""

from __future__ import annotations

import gc
from collections.abc import Sequence

from copylint.cli.daemon.worker import listen
from copylint.cli.main import run_here

_SAMPLE = (
    "Harbor master dies\n\nBy Orla Quist\n\nThe harbour master, Bram Tolvane, recieved "
    "the the letter on Monday, 4 March 2024. “Their is no reason,” Mr Tolvane said, “it's "
    "a question of defence.” Bram Tolvan had organised an union of 56 years old sailers.\n\n"
    "Image caption, The harbour at noon\n"
)


# Servers of their own: no check needs them, and their libraries may not be installed.
_OTHER_SERVERS = frozenset(("lsp", "mcp", "serve", "service"))


def main(path: str, grammar: Sequence[str]) -> None:
    """Listen at ``path`` until there is a reason to end. ``grammar`` as for ``launch.start``."""
    listen(path, lambda: _warm_up(grammar), run_here)


def _warm_up(grammar: Sequence[str]) -> None:
    """Import and load what any check may need: the rules' examples need all of it.

    Some engines can be loaded once for all: their threads end with their loading, so that
    forks find them whole.
    """
    import importlib
    import io

    from copylint.cli.app import command
    from copylint.config.schema import Config
    from copylint.report.base import Outcome, Presentation
    from copylint.report.lookup import format_names, reporter
    from copylint.runner.pipeline import run
    from copylint.runner.result import Input
    from copylint.runner.rules import all_rules, engine

    command()
    _import_all()
    importlib.import_module("tomllib")  # for configuration, if there is any
    rules = all_rules().values()
    texts = [bad.text for rule in rules for bad in rule.bad]
    texts += [good.text for rule in rules for good in rule.good]
    inputs = [Input("a.txt", text=text) for text in (_SAMPLE, *texts)]
    config = Config(grammar=tuple(name for name in grammar if engine(name).fork_safe))
    result = run([*inputs, Input("a.md", text=_SAMPLE)], config, jobs=1)
    outcome = Outcome(tuple(result.findings), (), (), result.words, "")
    for name in format_names():
        reporter(name).write(outcome, io.StringIO(), Presentation())
    # What is loaded now stays: the collector of a fork need not scan it, and so copy it.
    gc.collect()
    gc.freeze()


def _import_all() -> None:
    """Import every module that a check or another command may import."""
    import importlib
    import pkgutil

    import copylint

    for module in pkgutil.walk_packages(copylint.__path__, "copylint."):
        package = module.name.split(".")[1]
        if package not in _OTHER_SERVERS and not module.name.endswith("__main__"):
            importlib.import_module(module.name)
