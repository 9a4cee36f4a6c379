"""Turns entry points into entries; a plug-in's sources are read like copylint's own.

If a declaration cannot be read, the plug-in is imported instead.
"""

from __future__ import annotations

import ast
import importlib.util
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

from copylint.contract.check import Check
from copylint.contract.engine import Engine
from copylint.core.errors import PluginError
from copylint.core.rule import Rule
from copylint.inventory import plugins, scan
from copylint.inventory.entries import (
    CheckEntry,
    EngineEntry,
    FormatEntry,
    Listing,
    ReportEntry,
    RuleEntry,
)
from copylint.inventory.plugins import EntryPoint
from copylint.inventory.source_values import Source, Sources


def scanned(points: Iterable[EntryPoint]) -> Listing:
    """What the entry points add. Raises ``PluginError``."""
    sources = Sources(_file_of)
    checks: list[CheckEntry] = []
    engines: list[EngineEntry] = []
    formats: list[FormatEntry] = []
    reports: list[ReportEntry] = []
    for point in points:
        match point.group:
            case plugins.RULES:
                checks.append(_entry(sources, point, scan.check, _check))
            case plugins.ENGINES:
                engines.append(_entry(sources, point, scan.engine, _engine))
            case plugins.FORMATS:
                formats.append(_entry(sources, point, scan.format_of, _format))
            case plugins.REPORTS:
                _demand_kind(point)
                reports.append(
                    ReportEntry(point.name, point.module, point.kind, point.distribution)
                )
    return Listing(tuple(checks), tuple(engines), tuple(formats), tuple(reports))


def _entry(
    sources: Sources,
    point: EntryPoint,
    read: Callable[[Source, ast.ClassDef, str], Any],
    imported: Callable[[EntryPoint, type[Any]], Any],
) -> Any:
    _demand_kind(point)
    try:
        source = sources.module(point.module)
        if source is not None and point.kind in source.classes:
            return read(source, source.classes[point.kind], point.distribution)
    except (scan.DeclarationError, SyntaxError):
        pass
    try:
        return imported(point, getattr(import_module(point.module), point.kind))
    except Exception as error:
        raise PluginError(point.distribution, f"cannot be loaded: {error!r}") from error


def _demand_kind(point: EntryPoint) -> None:
    if not point.kind:
        raise PluginError(
            point.distribution,
            f"the entry point '{point.name}' of {point.group} must name a class, as in "
            f"'{point.module}:{point.name.title()}'",
        )


def _file_of(name: str) -> Path | None:
    """The file of a module whose top package has not been imported."""
    first, *rest = name.split(".")
    spec = importlib.util.find_spec(first)
    if spec is None:
        return None
    if not rest:
        return Path(spec.origin) if spec.origin else None
    for folder in spec.submodule_search_locations or ():
        path = Path(folder, *rest)
        for each in (path.with_suffix(".py"), path / "__init__.py"):
            if each.is_file():
                return each
    return None


def _check(point: EntryPoint, kind: type[Check]) -> CheckEntry:
    return CheckEntry(point.module, point.kind, _rules(kind.rules), point.distribution)


def _engine(point: EntryPoint, kind: type[Engine]) -> EngineEntry:
    return EngineEntry(
        kind.name,
        point.module,
        point.kind,
        _rules(kind.rules),
        kind.edition is not Engine.edition,
        kind.data_packages,
        tuple(setting.name for setting in kind.settings),
        point.distribution,
    )


def _format(point: EntryPoint, kind: Any) -> FormatEntry:
    return FormatEntry(
        kind.name,
        point.module,
        point.kind,
        kind.suffixes,
        kind.walked,
        kind.signature,
        point.distribution,
    )


def _rules(rules: Iterable[Rule]) -> tuple[RuleEntry, ...]:
    return tuple(
        RuleEntry(
            rule.id,
            rule.default,
            tuple((option.name, option.default, option.help) for option in rule.options),
            rule.languages,
        )
        for rule in sorted(rules, key=lambda rule: rule.id)
    )
