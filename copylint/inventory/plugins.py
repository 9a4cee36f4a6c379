"""What other packages add: entry points of the installed distributions.

A distribution that declares ``copylint.rules``, ``copylint.formats``, ``copylint.engines``
or ``copylint.reports`` is a plug-in. Which ones do is read from the folders of the search
path, without importlib.metadata, whose import costs more than the reading.
"""

# Paths: strings; every run pays for this.
# ruff: noqa: PTH100, PTH116, PTH119, PTH123, PTH208

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

RULES, FORMATS, ENGINES, REPORTS = (
    f"copylint.{kind}" for kind in ("rules", "formats", "engines", "reports")
)
_GROUPS = frozenset({RULES, FORMATS, ENGINES, REPORTS})
_ENDINGS = (".dist-info", ".egg-info")


class EntryPoint(NamedTuple):
    """One line of a distribution's entry points: in ``group``, ``name = module:kind``."""

    distribution: str
    group: str
    name: str
    module: str
    kind: str


def installed() -> list[str]:
    """A line for every distribution on the search path: where it is and when it was installed.

    Installing, upgrading or removing one changes the lines.
    """
    return [f"{folder} {os.stat(folder).st_mtime_ns}" for folder in _distributions()]


@cache
def entry_points() -> tuple[EntryPoint, ...]:
    """The entry points for copylint, by distribution; of one name, the first on the path counts."""
    found: dict[str, tuple[EntryPoint, ...]] = {}
    for folder in _distributions():
        try:
            with open(f"{folder}{os.sep}entry_points.txt", "rb") as file:
                data = file.read()
        except OSError:
            continue
        if b"[copylint." in data:
            name = os.path.basename(folder).partition("-")[0]
            found.setdefault(name, tuple(_parsed(name, data.decode("utf-8", "replace"))))
    return tuple(each for points in found.values() for each in points)


def _distributions() -> Iterator[str]:
    for entry in sys.path:
        try:
            names = os.listdir(entry or ".")
        except OSError:
            continue
        found = [name for name in names if name.endswith(_ENDINGS)]
        if found:
            folder = os.path.abspath(entry)
            yield from (f"{folder}{os.sep}{name}" for name in sorted(found))


def _parsed(distribution: str, text: str) -> Iterator[EntryPoint]:
    group = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            group = line.strip("[] ")
        elif group in _GROUPS and "=" in line and not line.startswith(("#", ";")):
            name, _, value = (part.strip() for part in line.partition("="))
            module, _, kind = value.partition("[")[0].strip().partition(":")
            yield EntryPoint(distribution, group, name, module.strip(), kind.strip())
