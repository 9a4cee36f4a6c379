"""The inventory of this installation: read once per process, refreshed when sources change.

A wheel carries the index that its build made. In a checkout the index is kept beside
Python's own compiled files, with the size and time of every source it was read from: when a
file is added, removed or changed, the sources are read again.
"""

# Paths: strings; every run pays for this.
# ruff: noqa: PTH118

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache, cached_property
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar

from copylint.core.errors import PluginError
from copylint.inventory import places, plugins
from copylint.inventory.entries import (
    CheckEntry,
    EngineEntry,
    FormatEntry,
    Listing,
    PackEntry,
    ReportEntry,
    RuleEntry,
    from_json,
)

_Kind = TypeVar("_Kind")
Entry = CheckEntry | EngineEntry | FormatEntry | ReportEntry

#: The file of the index.
INDEX = "inventory.json"
# The folders of sources, by what is in them: within the package, except the packs.
_FOLDERS = {
    "checks": "checks",
    "engines": "engines",
    "formats": "formats",
    "reports": os.path.join("report", "formats"),
}
_PACKS = "packs"


class Inventory:
    """All entries, by kind. Raises ``PluginError`` if a plug-in's name is already taken."""

    def __init__(self, own: Listing, added: Listing) -> None:
        self.checks: tuple[CheckEntry, ...] = (*own.checks, *added.checks)
        self.packs: tuple[PackEntry, ...] = own.packs
        self.engines: dict[str, EngineEntry] = _by_name((*own.engines, *added.engines))
        self.formats: dict[str, FormatEntry] = _by_name((*own.formats, *added.formats))
        self.reports: dict[str, ReportEntry] = _by_name((*own.reports, *added.reports))
        taken = {rule.id for each in own.checks for rule in each.rules}
        taken |= {rule.id for pack in own.packs for rule in pack.rules}
        for each in added.checks:
            for rule in each.rules:
                if rule.id in taken:
                    raise PluginError(each.origin, f"adds the rule '{rule.id}', which exists")
                taken.add(rule.id)

    def rules(self) -> Iterator[RuleEntry]:
        """The rules of all checks, packs and engines."""
        for check in self.checks:
            yield from check.rules
        for pack in self.packs:
            yield from pack.rules
        for engine in self.engines.values():
            yield from engine.rules

    def entries(self) -> Iterator[Entry]:
        """Every entry that is a class."""
        yield from self.checks
        yield from self.engines.values()
        yield from self.formats.values()
        yield from self.reports.values()

    @cached_property
    def claimed_suffixes(self) -> frozenset[str]:
        """The suffixes of the files that a walk through folders picks up."""
        return frozenset(
            suffix for each in self.formats.values() if each.walked for suffix in each.suffixes
        )


@cache
def inventory() -> Inventory:
    """The inventory, with what plug-ins add. Raises ``CopylintError`` for a broken source."""
    points = plugins.entry_points()
    if not points:
        return Inventory(own(), Listing())
    from copylint.inventory.plugin_scan import scanned

    return Inventory(own(), scanned(points))


def load(entry: Entry, base: type[_Kind]) -> _Kind:
    """One instance of the class that an entry lists, imported now.

    Raises ``PluginError`` for a plug-in that cannot be imported or lists something else.
    """
    try:
        module = import_module(entry.module)
        kind = getattr(module, entry.kind) if entry.kind else _only(module, base)
        made = kind()
    except Exception as error:
        if not entry.origin:
            raise
        raise PluginError(entry.origin, f"cannot be loaded: {error!r}") from error
    if not isinstance(made, base):
        raise PluginError(
            entry.origin, f"{entry.module}.{entry.kind} is not a {base.__name__} of copylint's"
        )
    return made


def _only(module: object, base: type[_Kind]) -> type[_Kind]:
    """The one subclass of ``base`` that a module defines itself."""
    (kind,) = (
        value
        for value in vars(module).values()
        if isinstance(value, type)
        and issubclass(value, base)
        and value.__module__ == getattr(module, "__name__", "")
    )
    return kind


def own() -> Listing:
    """What comes with copylint itself, from the index in the wheel or from the sources."""
    built = places.built(INDEX)
    if built is not None:
        return from_json(built["listing"])
    kept = places.kept(INDEX)
    states = _states()
    known, of = Listing(), {}
    if isinstance(kept, dict) and isinstance(kept.get("of"), dict):
        with suppress(KeyError, TypeError, ValueError):
            known, of = from_json(kept["listing"]), kept["of"]
    changed = [kind for kind in Listing._fields if of.get(kind) != states[kind]]
    if changed:
        known = known._replace(**scanned_sources(changed))
        places.keep(INDEX, {"of": states, "listing": known._asdict()})
    return known


def scanned_sources(kinds: Iterable[str] = Listing._fields) -> dict[str, tuple[Any, ...]]:
    """What the sources declare, by kind. Raises ``DeclarationError``."""
    from copylint.inventory import scan
    from copylint.inventory.source_values import Sources

    root = Path(places.package())
    sources = Sources(lambda name: _file_of(root, name))
    found: dict[str, tuple[Any, ...]] = {}
    for kind in kinds:
        if kind == _PACKS:
            found[kind] = tuple(scan.packs(places.shipped()))
            continue
        folder = root / _FOLDERS[kind]
        package = f"copylint.{_FOLDERS[kind].replace(os.sep, '.')}"
        match kind:
            case "checks":
                found[kind] = tuple(scan.checks(sources, scan.modules(folder, package)))
            case "engines":
                found[kind] = tuple(sorted(scan.engines(sources, scan.modules(folder, package))))
            case "formats":
                found[kind] = tuple(sorted(scan.formats(sources, scan.modules(folder, package))))
            case "reports":
                found[kind] = tuple(scan.reports(folder, package))
    return found


def _file_of(root: Path, name: str) -> Path | None:
    first, *rest = name.split(".")
    if first != root.name:
        return None
    path = root.joinpath(*rest)
    for each in (path.with_suffix(".py"), path / "__init__.py"):
        if each.is_file():
            return each
    return None


def _states() -> dict[str, str]:
    """The state of each kind's sources: names, sizes and times."""
    root = places.package()
    reader = [*_files(os.path.join(root, "inventory"))]  # the code that reads them counts as well
    found = {
        kind: _digest([*reader, *_files(os.path.join(root, name))])
        for kind, name in _FOLDERS.items()
    }
    found[_PACKS] = _digest([*reader, *_pack_files(str(places.shipped()))])
    return found


def _files(folder: str) -> Iterator[str]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _files(entry.path)
        elif entry.name.endswith(".py"):
            stat = entry.stat()
            yield f"{entry.path} {stat.st_size} {stat.st_mtime_ns}"


def _pack_files(folder: str) -> Iterator[str]:
    """The names of rule files, which are the names of the rules; their content does not count."""
    for pack in os.scandir(folder):
        if pack.is_dir():
            for entry in os.scandir(pack.path):
                if entry.name.endswith(".yaml"):
                    stat = entry.stat()
                    yield f"{entry.path} {stat.st_size} {stat.st_mtime_ns}"
                elif entry.name.endswith(".yml"):
                    yield entry.path


def _digest(lines: Iterable[str]) -> str:
    text = "\n".join(sorted(lines))
    return blake2b(text.encode("utf-8", "surrogateescape"), digest_size=16).hexdigest()


def _by_name(entries: tuple[Any, ...]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for each in entries:
        if each.name in found:
            kind = type(each).__name__.removesuffix("Entry").lower()
            raise PluginError(each.origin, f"adds the {kind} '{each.name}', which exists")
        found[each.name] = each
    return dict(sorted(found.items()))
