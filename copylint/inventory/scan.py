"""Turns sources into entries: what a folder of checks, engines, formats or reports declares."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from copylint.core.errors import CopylintError
from copylint.inventory.entries import (
    CheckEntry,
    EngineEntry,
    FormatEntry,
    PackEntry,
    ReportEntry,
    RuleEntry,
)
from copylint.inventory.source_values import Made, Source, Sources, Unreadable

_Value = TypeVar("_Value")

#: The file in which a pack describes itself.
_MANIFEST = "pack.yaml"
_NO = ("false", "off", "no")


class DeclarationError(CopylintError):
    """A declaration that cannot be read without running the program; says where and why."""


def modules(folder: Path, package: str) -> list[str]:
    """The names of all modules in a folder, sorted; ``package`` is that of the folder."""
    found = []
    for path in folder.rglob("*.py"):
        parts = path.relative_to(folder).with_suffix("").parts
        if parts[-1] == "__init__":
            parts = parts[:-1]
        found.append(".".join((package, *parts)))
    return sorted(found)


def checks(sources: Sources, names: list[str]) -> Iterator[CheckEntry]:
    """The checks in modules. Raises ``DeclarationError``."""
    for source, kind in _declared(sources, names, "Check", b"rules"):
        yield check(source, kind)


def check(source: Source, kind: ast.ClassDef, origin: str = "") -> CheckEntry:
    """The check that is a class. Raises ``DeclarationError``."""
    return CheckEntry(source.name, kind.name, _rules(source, kind, required=True), origin)


def engines(sources: Sources, names: list[str]) -> Iterator[EngineEntry]:
    """The engines in modules. Raises ``DeclarationError``."""
    for source, kind in _declared(sources, names, "Engine", b"name"):
        yield engine(source, kind)


def engine(source: Source, kind: ast.ClassDef, origin: str = "") -> EngineEntry:
    """The engine that is a class. Raises ``DeclarationError``."""
    return EngineEntry(
        _attribute(source, kind, "name", str),
        source.name,
        kind.name,
        _rules(source, kind, required=False),
        _defines(source, kind, "edition"),
        _strings(source, kind, "data_packages"),
        _settings(source, kind),
        origin,
    )


def formats(sources: Sources, names: list[str]) -> Iterator[FormatEntry]:
    """The formats in modules. Raises ``DeclarationError``."""
    for source, kind in _declared(sources, names, "Format", b"suffixes"):
        yield format_of(source, kind)


def format_of(source: Source, kind: ast.ClassDef, origin: str = "") -> FormatEntry:
    """The format that is a class. Raises ``DeclarationError``."""
    return FormatEntry(
        _attribute(source, kind, "name", str),
        source.name,
        kind.name,
        _strings(source, kind, "suffixes"),
        _attribute(source, kind, "walked", bool, True),
        _attribute(source, kind, "signature", str, ""),
        origin,
    )


def reports(folder: Path, package: str) -> Iterator[ReportEntry]:
    """The reports in a folder: one per module, with the module's name and ``-`` for ``_``."""
    for path in sorted(folder.glob("[!_]*.py")):
        yield ReportEntry(path.stem.replace("_", "-"), f"{package}.{path.stem}")


def packs(folder: Path) -> Iterator[PackEntry]:
    """The packs in a folder: every folder in it that holds rule files."""
    for where in sorted(path for path in folder.iterdir() if path.is_dir()):
        stems = sorted(path.stem for path in where.glob("[!.]*.yml"))
        if stems:
            runs, languages = _manifest(where / _MANIFEST)
            yield PackEntry(
                where.name,
                tuple(
                    RuleEntry(f"{where.name}.{stem}", runs(stem), (), languages) for stem in stems
                ),
            )


def _manifest(path: Path) -> tuple[Callable[[str], bool], tuple[str, ...]]:
    """Which rules of a pack run by default, and the pack's languages.

    Errors in the file are reported when it is read for a run.
    """
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return (lambda rule: True), ()
    import yaml

    try:
        table = yaml.load(text, yaml.BaseLoader)  # every value a string: 'off' is a key
    except yaml.YAMLError:
        table = None
    table = table if isinstance(table, dict) else {}
    off, languages = table.get("off") or (), table.get("languages") or ()
    on = str(table.get("default")).lower() not in _NO
    return (lambda rule: on and rule not in off), tuple(map(str, languages))


def _declared(
    sources: Sources, names: list[str], base: str, mark: bytes
) -> Iterator[tuple[Source, ast.ClassDef]]:
    """The classes with the base called ``base``, except those that are bases themselves.

    Only modules that contain ``mark`` are parsed: all that declare such a class do.
    """
    for name in names:
        if not sources.holds(name, mark):
            continue
        try:
            source = sources.module(name)
        except SyntaxError as error:
            raise DeclarationError(
                f"{error.filename or name}:{error.lineno}: {error.msg}"
            ) from None
        for kind in source.classes.values() if source else ():
            if not kind.name.startswith("_") and source and source.descends(kind, base):
                if _is_base(source, kind, base):
                    continue
                yield source, kind


def _is_base(source: Source, kind: ast.ClassDef, base: str) -> bool:
    """Whether a class is only a base for others: it lacks what makes it one of its kind."""
    try:
        source.attribute(kind, "rules" if base == "Check" else "name")
    except KeyError:
        return True
    except Unreadable:
        return False
    return False


def _attribute(
    source: Source,
    kind: ast.ClassDef,
    name: str,
    wanted: type[_Value],
    default: _Value | None = None,
) -> _Value:
    try:
        value = source.attribute(kind, name)
    except KeyError:
        value = default
    except Unreadable as error:
        raise _unreadable(source, kind, name, error) from None
    if not isinstance(value, wanted):
        raise DeclarationError(
            f"{source.name}.{kind.name}: '{name}' must be written as a {wanted.__name__}"
        )
    return value


def _strings(source: Source, kind: ast.ClassDef, name: str) -> tuple[str, ...]:
    empty: tuple[Any, ...] = ()
    values = _attribute(source, kind, name, tuple, empty)
    if not all(isinstance(each, str) for each in values):
        raise DeclarationError(f"{source.name}.{kind.name}: '{name}' must be strings")
    return values


def _settings(source: Source, kind: ast.ClassDef) -> tuple[str, ...]:
    """The names of an engine's settings."""
    try:
        values = source.attribute(kind, "settings")
        return tuple(_option(each)[0] for each in values)
    except KeyError:
        return ()
    except (Unreadable, TypeError) as error:
        raise _unreadable(source, kind, "settings", error) from None


def _defines(source: Source, kind: ast.ClassDef, method: str) -> bool:
    """Whether an engine's class, or one that it builds on, has a method of its own."""
    if any(isinstance(each, ast.FunctionDef) and each.name == method for each in kind.body):
        return True
    return any(
        not isinstance(each, str) and each[1].name != "Engine" and _defines(*each, method)
        for each in source.bases(kind)
    )


def _rules(source: Source, kind: ast.ClassDef, *, required: bool) -> tuple[RuleEntry, ...]:
    try:
        values = source.attribute(kind, "rules")
        found = tuple(_rule(each) for each in values)
    except KeyError:
        found = ()
    except (Unreadable, TypeError, AttributeError) as error:
        raise _unreadable(source, kind, "rules", error) from None
    if required and not found:
        raise DeclarationError(f"{source.name}.{kind.name}: 'rules' is empty")
    return tuple(sorted(found))


def _unreadable(
    source: Source, kind: ast.ClassDef, name: str, error: Exception
) -> DeclarationError:
    return DeclarationError(
        f"{source.name}.{kind.name}: '{name}' cannot be read without running the program: {error}"
    )


def _rule(value: Any) -> RuleEntry:
    if not isinstance(value, Made) or value.kind != "Rule":
        raise Unreadable(f"{value!r} is not a Rule(…)")
    id_ = value.argument("id", index=0)
    default = value.argument("default", True)
    if not isinstance(id_, str) or not isinstance(default, bool):
        raise Unreadable(f"the id or default of {id_!r}")
    options = tuple(_option(each) for each in value.argument("options", ()))
    return RuleEntry(id_, default, options, tuple(value.argument("languages", ())))


def _option(value: Any) -> tuple[str, Any, str]:
    if not isinstance(value, Made) or value.kind not in ("Option", "Setting"):
        raise Unreadable(f"{value!r} is not an option")
    name, default, help_ = (
        value.argument(key, index=index) for index, key in enumerate(("name", "default", "help"))
    )
    return name, default, help_
