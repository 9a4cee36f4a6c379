"""A rule's fix: how an action changes a match, and who may apply it.

The rule's own fixes (a swap's words, the expected case) are the business of its kind.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from copylint.core.kept_patterns import compiled
from copylint.core.record import record
from copylint.packs.pattern import BadPattern, Clock, Pattern
from copylint.packs.yaml_nodes import RuleFile, YamlNode

_ACTIONS = ("replace", "remove", "edit", "convert", "suggest")
# How many parameters each way to edit takes, its own name among them.
_EDITS = {"regex": 3, "trim": 2, "trim_left": 2, "trim_right": 2, "truncate": 2, "split": 3}
_GROUP = compiled(r"\$(?:(\d+)|\{(\d+)\})")
_CLOSING_MARKS = ",.;:!?…)]"
_HUMP = compiled(r"(?<=[a-z])(?=[A-Z])|[^\w]|_")


@record
class Action:
    """The change that a rule makes to a match.

    ``params`` are as in the file; ``pattern`` is that of an edit by a regular expression.
    """

    name: str
    params: tuple[str, ...] = ()
    pattern: Pattern | None = None

    @property
    def is_fix(self) -> bool:
        """Whether a program may apply it: what is only suggested is for reading."""
        return self.name != "suggest"

    def options(
        self, matched: str, clock: Clock, spellings: Callable[[str], Sequence[str]]
    ) -> tuple[str, ...]:
        """What may replace ``matched``; an empty text deletes it.

        ``spellings`` answers the words that one was meant to be. Raises ``TimeoutError``.
        """
        match self.name:
            case "replace":
                return self.params
            case "remove":
                return ("",)
            case "suggest":
                return tuple(spellings(matched))
            case "convert":
                return (" ".join(_HUMP.sub(" ", matched).lower().split()),)
        edited = self._edited(matched, clock).strip()
        return () if edited == matched else (edited,)

    def _edited(self, text: str, clock: Clock) -> str:
        how, given = self.params[0], self.params[1]
        match how:
            case "trim":
                return text.strip(given)
            case "trim_left":
                return text.lstrip(given)
            case "trim_right":
                return text.rstrip(given)
            case "truncate":
                return text.partition(given)[0]
            case "split":
                parts, index = text.split(given), int(self.params[2])
                return parts[index] if index < len(parts) else text
        assert self.pattern is not None
        edited, at = [], 0
        while at <= len(text) and (found := self.pattern.search(text, at, clock)) is not None:
            edited.append(text[at : found.start()])
            edited.append(filled(self.params[2], found.group))
            if found.end() == found.start():
                edited.append(text[found.end() : found.end() + 1])
            at = max(found.end(), found.start() + 1)
        return "".join((*edited, text[at:]))


def filled(template: str, group: Callable[[int], str | None]) -> str:
    """``template`` with ``$1`` and the like filled from the groups of a match.

    What the pattern has no group for stays: it is a sum of dollars.
    """

    def text_of(reference: re.Match[str]) -> str:
        try:
            return group(int(reference.group(1) or reference.group(2))) or ""
        except IndexError:
            return reference.group()

    return _GROUP.sub(text_of, template)


def with_its_space(text: str, start: int, end: int) -> tuple[int, int]:
    """The span, with the one of the spaces around it that must go if it does."""
    space_before, space_after = (
        text[start - 1 : start] == " " and start > 0,
        text[end : end + 1] == " ",
    )
    if space_after and (space_before or start == 0):
        return (start, end + 1)
    if space_before and (end == len(text) or text[end] in _CLOSING_MARKS):
        return (start - 1, end)
    return (start, end)


def parse_action(file: RuleFile, key: YamlNode, node: YamlNode) -> Action | None:
    """The action in ``node``; None for one that is empty. Raises ``RuleProblem``."""
    table = file.mapping(node, "'action'")
    file.known_keys(table, ("name", "params"))
    if "name" not in table:
        raise file.problem(key, "the action has no 'name'")
    at = table["name"][1]
    name = file.string(at, "'name'")
    if not name:
        return None
    if name not in _ACTIONS:
        file.doubt(at, f"'{name}' is not an action; use one of {', '.join(_ACTIONS)}")
        return None
    # A parameter may be a space, which is what some edits are about.
    params = tuple(file.texts(table["params"][1], "'params'")) if "params" in table else ()
    if name == "edit":
        return _edit(file, table.get("params", (key, at))[1], params)
    if name == "convert" and params != ("simple",):
        raise file.problem(at, "the only conversion is 'params: [simple]'")
    if name == "suggest" and params != ("spellings",):
        file.doubt(at, "only 'params: [spellings]' can be suggested; scripts are not run")
        return None
    return Action(name, params)


def _edit(file: RuleFile, node: YamlNode, params: tuple[str, ...]) -> Action:
    how = params[0] if params else ""
    if how not in _EDITS:
        raise file.problem(node, f"the first of 'params' is one of {', '.join(_EDITS)}")
    if len(params) != _EDITS[how] or not params[1]:
        count = _EDITS[how] - 1
        raise file.problem(node, f"after '{how}' 'params' has {count} more, the first not empty")
    if how == "split" and not params[2].isdecimal():
        raise file.problem(node, "the last of 'params' must be a whole number")
    pattern = Pattern(params[1], exact=True) if how == "regex" else None
    if pattern is not None:
        try:
            pattern.verify()
        except BadPattern as error:
            raise file.problem(node, f"not a regular expression: {error}") from None
    return Action("edit", params, pattern)
