"""The JSON schema of ``copylint.toml``, for editors that complete and check it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping

from copylint.config.key import SEVERITIES, Key, Schema, of_type
from copylint.config.keys import KEYS
from copylint.core.rule import Rule
from copylint.core.rule_groups import group_of

# The address that SchemaStore gives to a schema of this name.
_ID = "https://json.schemastore.org/copylint.json"
_DRAFT = "http://json-schema.org/draft-07/schema#"
_NO_ENGINE = ("none", "off")


def json_schema(
    engines: Collection[str],
    engine_keys: Iterable[Key] = (),
    rules: Mapping[str, Rule] | None = None,
) -> dict[str, object]:
    """The schema; it describes ``[tool.copylint]`` of a pyproject.toml as well.

    ``engines`` are the names that ``grammar`` may have, ``engine_keys`` the keys of their own
    tables. With ``rules`` it lists rules, families and the options of rules; any others are
    allowed too, since a house has rules of its own.
    """
    properties: dict[str, object] = {}
    for key in (*KEYS, *engine_keys):
        table, dot, name = key.name.partition(".")
        if not dot or table == "rules":
            properties[table] = _described(key)
            continue
        owner = properties.setdefault(
            table, {"type": "object", "additionalProperties": False, "properties": {}}
        )
        owner["properties"][name] = _described(key)  # type: ignore[index]
    return {
        "$schema": _DRAFT,
        "$id": _ID,
        "title": "copylint",
        "description": "Settings of copylint, a copy-editing linter for news and editorial text.",
        "type": "object",
        "additionalProperties": False,
        "properties": dict(sorted(properties.items())),
        "definitions": _definitions(engines, rules or {}),
    }


def _described(key: Key) -> dict[str, object]:
    described: dict[str, object] = {"description": key.help}
    if key.default.startswith("`"):
        described["default"] = json.loads(key.default.strip("`"))
    described.update(key.schema)
    # In draft 7, anything beside a reference is ignored.
    reference = described.pop("$ref", None)
    return {**described, "allOf": [{"$ref": reference}]} if reference else described


def _definitions(engines: Collection[str], rules: Mapping[str, Rule]) -> dict[str, Schema]:
    families = {rule.family for rule in rules.values()} | {group_of(rule) for rule in rules}
    listed = sorted({*families, *rules})
    names = ["all", *listed]
    selector: dict[str, object] = {
        "description": "A rule id, a family or group of rules, a glob over ids, or all."
    }
    if rules:
        selector["anyOf"] = [{"enum": names}, {"type": "string"}]
    else:
        selector["type"] = "string"
    # 'names.variant = "error"' is a table in a table, as TOML has it.
    either = [{"$ref": "#/definitions/severity"}, {"$ref": "#/definitions/severities"}]
    severities: dict[str, object] = {"type": "object", "additionalProperties": {"anyOf": either}}
    options: dict[str, object] = {"type": "object", "additionalProperties": {"type": "object"}}
    if rules:
        severities["properties"] = {name: {"anyOf": either} for name in listed}
        options["properties"] = {id: _options(rule) for id, rule in rules.items() if rule.options}
    return {
        "engine": {"enum": [*sorted(engines), *_NO_ENGINE]},
        "selector": selector,
        "severity": {"enum": SEVERITIES},
        "severities": severities,
        "options": options,
    }


def _options(rule: Rule) -> Schema:
    return {
        "description": rule.summary,
        "type": "object",
        "additionalProperties": False,
        "properties": {
            option.name: {"description": option.help, **of_type(option.default)}
            for option in rule.options
        },
    }
