"""Finds output formats by walking ``copylint.report.formats``."""

from __future__ import annotations

import importlib
import pkgutil

from copylint.report import formats
from copylint.report.base import Reporter


def format_names() -> tuple[str, ...]:
    """The names of all output formats, sorted, without importing any."""
    return tuple(
        sorted(info.name.replace("_", "-") for info in pkgutil.iter_modules(formats.__path__))
    )


def reporter(name: str) -> Reporter:
    """The reporter of the format ``name``.

    Raises ``KeyError`` for a name that is not in ``format_names()``.
    """
    if name not in format_names():
        raise KeyError(name)
    module = importlib.import_module(f"{formats.__name__}.{name.replace('-', '_')}")
    kinds: list[type[Reporter]] = [
        value
        for value in vars(module).values()
        if isinstance(value, type)
        and issubclass(value, Reporter)
        and value.__module__ == module.__name__
    ]
    (kind,) = kinds
    return kind()
