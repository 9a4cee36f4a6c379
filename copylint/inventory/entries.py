"""What the inventory knows about a check, an engine, a format, a report and a pack."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

OptionDefault = bool | int | float | str | tuple[str, ...]


class RuleEntry(NamedTuple):
    """A rule that has not been imported.

    ``options`` are its options' names, defaults and descriptions. ``languages`` are the
    dialects of the articles that it is about; none: all.
    """

    id: str
    default: bool = True
    options: tuple[tuple[str, OptionDefault, str], ...] = ()
    languages: tuple[str, ...] = ()


class CheckEntry(NamedTuple):
    """A check that has not been imported: ``kind`` is its class in ``module``."""

    module: str
    kind: str
    rules: tuple[RuleEntry, ...]
    origin: str = ""


class EngineEntry(NamedTuple):
    """An engine that has not been imported: ``kind`` is its class in ``module``.

    ``rules`` are those that it lists; ``has_edition``: its answers depend on more than text,
    settings and installed packages (``Engine.edition``). Every file of ``data_packages`` may
    change its answers. ``settings`` are the keys of its own table in the configuration.
    """

    name: str
    module: str
    kind: str
    rules: tuple[RuleEntry, ...] = ()
    has_edition: bool = False
    data_packages: tuple[str, ...] = ()
    settings: tuple[str, ...] = ()
    origin: str = ""


class FormatEntry(NamedTuple):
    """A format that has not been imported: ``kind`` is its class in ``module``.

    The other fields are those of the class: see ``copylint.formats.base.Format``.
    """

    name: str
    module: str
    kind: str
    suffixes: tuple[str, ...]
    walked: bool = True
    signature: str = ""
    origin: str = ""


class ReportEntry(NamedTuple):
    """A report that has not been imported: ``kind`` is its class in ``module``.

    Without a ``kind`` it is the only reporter that the module defines.
    """

    name: str
    module: str
    kind: str = ""
    origin: str = ""


class PackEntry(NamedTuple):
    """A pack that comes with copylint, and its rules."""

    name: str
    rules: tuple[RuleEntry, ...]


class Listing(NamedTuple):
    """All entries of each kind, in order of names (for checks, of modules)."""

    checks: tuple[CheckEntry, ...] = ()
    engines: tuple[EngineEntry, ...] = ()
    formats: tuple[FormatEntry, ...] = ()
    reports: tuple[ReportEntry, ...] = ()
    packs: tuple[PackEntry, ...] = ()


def from_json(listing: dict[str, list[list[Any]]]) -> Listing:
    """The listing in JSON. Raises ``KeyError``, ``TypeError`` or ``ValueError``."""
    return Listing(
        tuple(
            CheckEntry(module, kind, tuple(_rules(rules)), origin)
            for module, kind, rules, origin in listing["checks"]
        ),
        tuple(
            EngineEntry(
                name, module, kind, tuple(_rules(rules)), edition, tuple(data), tuple(keys), origin
            )
            for name, module, kind, rules, edition, data, keys, origin in listing["engines"]
        ),
        tuple(
            FormatEntry(name, module, kind, tuple(suffixes), walked, signature, origin)
            for name, module, kind, suffixes, walked, signature, origin in listing["formats"]
        ),
        tuple(ReportEntry(*row) for row in listing["reports"]),
        tuple(PackEntry(name, tuple(_rules(rules))) for name, rules in listing["packs"]),
    )


def _rules(rows: list[list[Any]]) -> Iterator[RuleEntry]:
    for id_, default, options, languages in rows:
        yield RuleEntry(
            id_,
            default,
            tuple(
                (name, tuple(value) if isinstance(value, list) else value, help_)
                for name, value, help_ in options
            ),
            tuple(languages),
        )
