"""What rules of every extension point have in common."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar

from copylint.model.document import BlockKind
from copylint.model.rule import Severity
from copylint.packs.exceptions import Exceptions
from copylint.packs.message import Message, parse_message
from copylint.packs.nodes import Node, RuleFile
from copylint.packs.pattern import BadPattern, Clock, Pattern
from copylint.packs.prose import MASK, Unit
from copylint.packs.scopes import TEXT, Scope, parse_scopes

Keys = dict[str, tuple[Node, Node]]

#: The keys that every rule may have.
COMMON = (
    "extends",
    "message",
    "description",
    "level",
    "scope",
    "link",
    "limit",
    "action",
    "quoted",
)

_ACTIONS = ("replace", "remove")
_LATER_ACTIONS = ("suggest", "convert", "edit")
_LEVELS = {severity.label: severity for severity in Severity}


class Quoted(StrEnum):
    """What a rule does inside quotation marks."""

    IGNORE = "ignore"
    QUERY = "query"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Action:
    """A rule's fix: ``replace`` by one of ``options`` (a swap has its own), or ``remove``."""

    name: str
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Common:
    """The keys that every rule may have, read."""

    message: Message
    description: Message | None
    severity: Severity
    scopes: tuple[Scope, ...]
    link: str
    limit: int
    action: Action | None
    quoted: Quoted


@dataclass(frozen=True, slots=True)
class Hit:
    """A rule's verdict on code points ``start`` to ``end`` of a unit.

    ``replacements`` are texts for all of them; ``fixable`` says that a program may put the
    first of them in.
    """

    start: int
    end: int
    message: str
    replacements: tuple[str, ...] = ()
    fixable: bool = False


@dataclass(frozen=True)
class PackRule(ABC):
    """One declarative rule.

    ``patterns`` are what it looks for. Where none of them can match in an article, the
    rule is not asked about it, unless it is ``always`` to be asked.
    """

    extends: ClassVar[str]
    common: Common
    patterns: tuple[Pattern, ...]
    exceptions: Exceptions = field(default_factory=Exceptions)
    always: bool = False

    @abstractmethod
    def hits(
        self, unit: Unit, active: Sequence[int], clock: Clock, leave_out: Leave
    ) -> Iterator[Hit]:
        """The hits in ``unit``, in order.

        Only the patterns numbered in ``active`` can match in the article. ``leave_out``
        says of a place whether the rule is silent there. Raises ``TimeoutError``.
        """


class Leave:
    """Says where in a unit a rule is silent because of what is quoted there.

    A block quotation is quoted as a whole, unless the rule names its kinds of blocks.
    """

    def __init__(self, unit: Unit, common: Common) -> None:
        self._unit = unit
        self._silent = common.quoted is Quoted.IGNORE
        self._block = unit.kind is BlockKind.QUOTATION and common.scopes == (TEXT,)

    def __call__(self, start: int) -> bool:
        """Whether code point ``start`` of the unit is to be left out."""
        return self._silent and self.is_quoted(start)

    def is_quoted(self, start: int) -> bool:
        """Whether code point ``start`` of the unit is another's words."""
        unit = self._unit
        return self._block or unit.article.quotations.is_quoted(unit.start + start)


def first_matches(
    patterns: Sequence[Pattern], active: Sequence[int], unit: Unit, clock: Clock
) -> Iterator[tuple[int, int, int]]:
    """Matches of any of the active patterns: pattern, start, end.

    As one alternation of all would find them: the leftmost, of those the first in order of
    ``active``; none overlaps another, none is empty, none is of masked code alone.
    """
    at = 0
    pending: dict[int, tuple[int, int] | None] = {}
    while True:
        best: tuple[int, int, int] | None = None
        for index in active:
            known = pending.get(index, (-1, -1))
            if known is not None and known[0] < at:
                known = pending[index] = _next(patterns[index], unit, at, clock)
            if known is not None and (best is None or known[0] < best[1]):
                best = (index, *known)
        if best is None:
            return
        index, start, end = best
        at = end
        view = unit.view(patterns[index])[start:end]
        if unit.opaque and not view.strip(MASK):
            continue
        yield best


def _next(pattern: Pattern, unit: Unit, at: int, clock: Clock) -> tuple[int, int] | None:
    view = unit.view(pattern)
    while True:
        found = pattern.search(view, at, clock)
        if found is None:
            return None
        if found.end() > found.start():
            return (found.start(), found.end())
        at = found.end() + 1
        if at > len(view):
            return None


def checked(file: RuleFile, node: Node, pattern: Pattern) -> Pattern:
    """``pattern``. Raises ``RuleProblem`` at ``node`` if it cannot be compiled."""
    try:
        pattern.verify()
    except BadPattern as error:
        where = None if error.at is None else error.at
        raise file.problem(node, f"not a regular expression: {error}", where) from None
    return pattern


def parse_common(file: RuleFile, keys: Keys, words: int, *, fixes: Sequence[str]) -> Common:
    """The common keys in ``keys`` of a rule with ``words`` words for its message.

    ``fixes`` are the actions that the kind of rule can have. Raises ``RuleProblem``.
    """
    if "message" not in keys:
        raise file.problem(keys["extends"][0], "the rule has no 'message'")
    action = _action(file, keys, fixes)
    if action and action.name == "replace" and action.options:
        words += 1
    return Common(
        message=parse_message(file, keys["message"][1], "message", words),
        description=(
            parse_message(file, keys["description"][1], "description", words)
            if "description" in keys
            else None
        ),
        severity=_severity(file, keys),
        scopes=parse_scopes(file, keys["scope"][1]) if "scope" in keys else (TEXT,),
        link=file.string(keys["link"][1], "'link'") if "link" in keys else "",
        limit=file.whole_number(keys["limit"][1], "'limit'") if "limit" in keys else 0,
        action=action,
        quoted=_quoted(file, keys),
    )


def flag(file: RuleFile, keys: Keys, name: str, default: bool = False) -> bool:
    """The true or false of the key ``name``."""
    return file.boolean(keys[name][1], f"'{name}'") if name in keys else default


def _severity(file: RuleFile, keys: Keys) -> Severity:
    if "level" not in keys:
        return Severity.WARNING
    node = keys["level"][1]
    level = file.string(node, "'level'")
    if level not in _LEVELS:
        raise file.problem(node, f"'level' must be one of {', '.join(_LEVELS)}")
    return _LEVELS[level]


def _quoted(file: RuleFile, keys: Keys) -> Quoted:
    if "quoted" not in keys:
        return Quoted.IGNORE
    node = keys["quoted"][1]
    value = file.string(node, "'quoted'")
    if value not in set(Quoted):
        raise file.problem(node, f"'quoted' must be one of {', '.join(Quoted)}")
    return Quoted(value)


def _action(file: RuleFile, keys: Keys, fixes: Sequence[str]) -> Action | None:
    if "action" not in keys:
        return None
    key, node = keys["action"]
    table = file.mapping(node, "'action'")
    file.known_keys(table, ("name", "params"))
    if "name" not in table:
        raise file.problem(key, "the action has no 'name'")
    at = table["name"][1]
    name = file.string(at, "'name'")
    if name in _LATER_ACTIONS:
        raise file.problem(at, f"the action '{name}' is not supported; there are replace, remove")
    if name not in _ACTIONS:
        raise file.problem(at, f"'{name}' is not an action; there are {', '.join(_ACTIONS)}")
    if name not in fixes:
        raise file.problem(at, f"a rule of this kind cannot {name} what it finds")
    options: tuple[str, ...] = ()
    if "params" in table:
        options = tuple(text for text, _ in file.strings(table["params"][1], "'params'"))
    return Action(name, options)
