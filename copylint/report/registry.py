"""Finds output formats by walking ``copylint.report.formats``."""

# Paths: strings; every run pays for this.
# ruff: noqa: PTH122, PTH208

from __future__ import annotations

import importlib
import os

from copylint.report import formats
from copylint.report.base import Reporter


def format_names() -> tuple[str, ...]:
    """The names of all output formats, sorted, without importing any."""
    # Not by pkgutil: looking at one folder it imports more than a short check does.
    names = (os.path.splitext(name) for path in formats.__path__ for name in os.listdir(path))
    return tuple(
        sorted(
            stem.replace("_", "-")
            for stem, suffix in names
            if suffix == ".py" and not stem.startswith("_")
        )
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
