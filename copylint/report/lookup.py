"""Every output format by name. Importing this imports none of them."""

from __future__ import annotations

from copylint.inventory.index import inventory, load
from copylint.report.base import Reporter


def format_names() -> tuple[str, ...]:
    """The names of all output formats, sorted, without importing any."""
    return tuple(inventory().reports)


def reporter(name: str) -> Reporter:
    """The reporter of the format ``name``.

    Raises ``KeyError`` for a name that is not in ``format_names()``, and ``PluginError`` for
    a plug-in that is broken.
    """
    return load(inventory().reports[name], Reporter)
