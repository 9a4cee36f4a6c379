"""A key of the configuration as its documentation describes it, and the values that keys share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from copylint.core.record import field, record
from copylint.core.rule import Severity

if TYPE_CHECKING:
    from copylint.contract.engine import Setting

#: A JSON schema, or a part of one.
Schema = Mapping[str, object]

SEVERITIES = [severity.label for severity in Severity]


@record
class Key:
    """A key of the configuration.

    ``name`` has a dot between a table and a key in it. ``value`` says in words what may be
    written and ``default`` what holds if it is not set. ``help`` says what it does (backticks
    around literals), and ``more`` what only the page adds, in Markdown. ``example`` is TOML
    that sets it, and ``schema`` describes its values.
    """

    name: str
    value: str
    default: str
    help: str
    example: str
    schema: Schema = field(default_factory=dict)
    more: str = ""


def reference(name: str) -> Schema:
    """A reference to the definition ``name`` of the schema."""
    return {"$ref": f"#/definitions/{name}"}


def listed(items: Schema) -> Schema:
    """The schema of a list of ``items``."""
    return {"type": "array", "items": items}


def one_of(values: Iterable[str]) -> Schema:
    """The schema of one of ``values``."""
    return {"enum": list(map(str, values))}


def quoted(values: Iterable[str]) -> str:
    """``values`` as TOML strings in backquotes, with commas between them."""
    return ", ".join(f'`"{value}"`' for value in values)


SWITCH = "true or false"
BOOLEAN: Schema = {"type": "boolean"}
STRING: Schema = {"type": "string"}
FILES = listed(STRING)
SELECTORS = listed(reference("selector"))


def engine_keys(engine: str, settings: Sequence[Setting]) -> tuple[Key, ...]:
    """The keys of an engine's own table."""
    return tuple(
        Key(
            f"{engine}.{each.name}",
            _worded(each.default),
            _literal(each.default),
            each.help,
            f"[{engine}]\n{each.name} = {_toml(each.default)}",
            of_type(each.default),
        )
        for each in settings
    )


def of_type(default: bool | int | float | str | tuple[str, ...]) -> Schema:
    """The schema of values of the same type as ``default``."""
    if isinstance(default, bool):
        return BOOLEAN
    if isinstance(default, int):
        return {"type": "integer"}
    if isinstance(default, float):
        return {"type": "number"}
    return STRING if isinstance(default, str) else FILES


def _worded(default: object) -> str:
    if isinstance(default, bool):
        return SWITCH
    if isinstance(default, (int, float)):
        return "a number"
    return "text" if isinstance(default, str) else "list of strings"


def _literal(default: object) -> str:
    return f"`{_toml(default)}`" if default or isinstance(default, (bool, int, float)) else "none"


def _toml(value: object) -> str:
    import json

    # JSON writes these values as TOML does.
    return json.dumps(list(value) if isinstance(value, tuple) else value, ensure_ascii=False)
