"""The keys that rules of every extension point may have, read from a rule file."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from copylint.core.rule import Severity
from copylint.packs.actions import parse_action
from copylint.packs.message import parse_message
from copylint.packs.pack_rule import CommonKeys, Keys, Quoted
from copylint.packs.pattern import BadPattern, Pattern
from copylint.packs.scopes import TEXT, Scope, parse_scopes
from copylint.packs.yaml_nodes import RuleFile, YamlNode

#: The keys that every rule may have.
COMMON = (
    *("extends", "message", "description", "level", "scope", "link", "limit", "action", "code"),
    # These are copylint's, not Vale's.
    *("quoted", "owner", "effective", "status"),
)

_LEVELS = {severity.label: severity for severity in Severity}
_STATUS = ("live", "draft")


def parse_common(
    file: RuleFile,
    keys: Keys,
    words: int,
    *,
    fixes: Sequence[str] = ("replace", "remove", "edit", "convert", "suggest"),
    scopes: tuple[Scope, ...] = (),
) -> CommonKeys:
    """The common keys in ``keys`` of a rule with ``words`` words for its message.

    ``fixes`` are the actions that the kind of rule can have; with an action there is one
    word more. ``scopes`` are those of a kind of rule that has no choice of them. Raises
    ``RuleProblem``.
    """
    if "message" not in keys:
        raise file.problem(keys["extends"][0], "the rule has no 'message'")
    if "code" in keys and file.boolean(keys["code"][1], "'code'"):
        raise file.problem(keys["code"][0], "'code' is no longer a key; use 'scope: raw'")
    action = parse_action(file, *keys["action"]) if "action" in keys else None
    if action and action.name not in fixes:
        file.doubt(keys["action"][1], f"a rule of this kind cannot {action.name} what it finds")
        action = None
    words += action is not None
    read = parse_scopes(file, keys["scope"][1]) if "scope" in keys else (TEXT,)
    return CommonKeys(
        message=parse_message(file, keys["message"][1], "message", words),
        description=(
            parse_message(file, keys["description"][1], "description", words)
            if "description" in keys
            else None
        ),
        severity=_severity(file, keys),
        scopes=scopes or read,
        link=file.string(keys["link"][1], "'link'") if "link" in keys else "",
        limit=file.whole_number(keys["limit"][1], "'limit'") if "limit" in keys else 0,
        action=action,
        quoted=_quoted(file, keys),
        owner=file.string(keys["owner"][1], "'owner'").strip() if "owner" in keys else "",
        effective=_effective(file, keys),
        draft=_choice(file, keys, "status", _STATUS, "live") == "draft",
    )


def flag(file: RuleFile, keys: Keys, name: str, default: bool = False) -> bool:
    """The true or false of the key ``name``."""
    return file.boolean(keys[name][1], f"'{name}'") if name in keys else default


def checked(file: RuleFile, node: YamlNode, pattern: Pattern) -> Pattern:
    """``pattern``. Raises ``RuleProblem`` at ``node`` if it cannot be compiled."""
    if file.house.tested:
        need = file.needs.get(pattern.body)
        return pattern if need is None else pattern.knowing(need)
    try:
        pattern.verify()
    except BadPattern as error:
        raise file.problem(node, f"not a regular expression: {error}", error.at) from None
    return pattern


def _severity(file: RuleFile, keys: Keys) -> Severity:
    return _LEVELS[_choice(file, keys, "level", tuple(_LEVELS), "warning")]


def _quoted(file: RuleFile, keys: Keys) -> Quoted:
    default = Quoted.SAME if file.house.strict else Quoted.IGNORE
    return Quoted(_choice(file, keys, "quoted", tuple(Quoted), default))


def _choice(file: RuleFile, keys: Keys, name: str, choices: tuple[str, ...], default: str) -> str:
    if name not in keys:
        return default
    node = keys[name][1]
    value = file.string(node, f"'{name}'")
    if value not in choices:
        raise file.problem(node, f"'{name}' must be one of {', '.join(choices)}")
    return value


def _effective(file: RuleFile, keys: Keys) -> date | None:
    if "effective" not in keys:
        return None
    node = keys["effective"][1]
    try:
        return date.fromisoformat(file.string(node, "'effective'"))
    except ValueError:
        raise file.problem(node, "'effective' must be a day as in 2026-03-01") from None
