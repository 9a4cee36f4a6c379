"""Where configuration files set a key, and to what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from copylint.config.files import read
from copylint.core.record import record
from copylint.core.source_error import may_quote, shown


@record
class SetValue:
    """A value that a file sets: as TOML on one line, and the place as ``file:line``.

    ``value`` is empty if the text of the file must not be shown.
    """

    value: str
    place: str


def set_values(key: str, files: Iterable[Path], *, wanted: bool = False) -> list[SetValue]:
    """What each of ``files`` that sets ``key`` sets it to, in their order.

    ``key`` has a dot between a table and a key in it; ``rules."<rule>"`` means all of the table.
    ``wanted`` is as for ``read``.
    """
    path = key.removesuffix('."<rule>"').split(".")
    found = []
    for each in files:
        file = read(each, globs_from=each.parent, wanted=wanted)
        value: object = file.table if file else {}
        for part in path:
            value = value.get(part) if isinstance(value, Mapping) else None
        if file is None or value is None:
            continue
        at = file.problems.place(tuple(path))
        place = shown(each) + (f":{at[0]}" if at else "")
        found.append(SetValue(_toml(value) if may_quote(each) else "", place))
    return found


def _toml(value: object) -> str:
    """``value`` as TOML on one line."""
    import json

    if isinstance(value, Mapping):
        inside = ", ".join(f"{_name(name)} = {_toml(item)}" for name, item in value.items())
        return f"{{ {inside} }}" if inside else "{}"
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    # JSON writes other values as TOML does, except dates, which no key takes.
    return json.dumps(value, ensure_ascii=False, default=str)


def _name(name: str) -> str:
    import json

    plain = name.replace("-", "").replace("_", "")
    return name if plain.isascii() and plain.isalnum() else json.dumps(name, ensure_ascii=False)
