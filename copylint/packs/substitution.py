"""``extends: substitution``: reports words for which the house has better ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copylint.packs.exceptions import parse_exceptions
from copylint.packs.nodes import RuleFile
from copylint.packs.pattern import NONWORD, WORD, BadPattern, Clock, Found, Pattern
from copylint.packs.prose import Unit
from copylint.packs.rule import (
    COMMON,
    Hit,
    Keys,
    Leave,
    PackRule,
    checked,
    first_matches,
    flag,
    parse_common,
)

KEYS = (*COMMON, "swap", "ignorecase", "nonword", "capitalize", "exceptions", "vocab")
_BAR = re.compile(r"(?<!\\)\|")
_GROUP = re.compile(r"\$(?:(\d)|\{(\d+)\})")
_PATTERN_SIGNS = re.compile(r"\\(?!\|)|[\[\](){}*+?^]")


@dataclass(frozen=True)
class Substitution(PackRule):
    """Words for words. The message has what is expected, then what stands there.

    ``values`` are the better words, one for each pattern.
    """

    extends = "substitution"
    values: tuple[str, ...] = ()
    capitalize: bool = False

    def hits(
        self, unit: Unit, active: Sequence[int], clock: Clock, leave_out: Leave
    ) -> Iterator[Hit]:
        """One hit for every match that is not acceptable already."""
        text = unit.text
        action = self.common.action
        for index, start, end in first_matches(self.patterns, active, unit, clock):
            observed = text[start:end]
            value = self._value(index, unit, start, observed, clock)
            options = tuple(each.replace("\\|", "|") for each in _BAR.split(value))
            if self._acceptable(value, options, observed, clock):
                continue
            if leave_out(start) or self.exceptions.spare(unit, start, end, clock):
                continue
            message = self.common.message.render([options, observed])
            if action and action.name == "remove":
                yield Hit(start, end, message, ("",), True)
            elif action is None and _PATTERN_SIGNS.search(value):
                yield Hit(start, end, message)
            else:
                yield Hit(start, end, message, options, action is not None)

    def _value(self, index: int, unit: Unit, start: int, observed: str, clock: Clock) -> str:
        value = self.values[index]
        if "$" in value:
            pattern = self.patterns[index]
            found = pattern.match(unit.view(pattern), start, clock)
            value = _GROUP.sub(lambda group: _group_of(found, group), value)
        if self.capitalize and observed[:1].isupper():
            value = _BAR.sub("\0", value)
            value = "|".join(option[:1].upper() + option[1:] for option in value.split("\0"))
        return value

    def _acceptable(
        self, value: str, options: tuple[str, ...], observed: str, clock: Clock
    ) -> bool:
        if observed in options:
            return True
        if self.common.action is not None or not _PATTERN_SIGNS.search(value):
            return False
        try:
            return Pattern(value, r"\A(?:%s)\Z").search(observed, 0, clock) is not None
        except BadPattern:
            return False  # words with a stray bracket, not a pattern


def _group_of(found: Found | None, group: re.Match[str]) -> str:
    try:
        return (found.group(int(group.group(1) or group.group(2))) or "") if found else ""
    except IndexError:
        return group.group()  # no group of the pattern: it is a sum of dollars


def parse(file: RuleFile, keys: Keys) -> PackRule:
    """The rule in ``keys``. Raises ``RuleProblem``."""
    file.known_keys(keys, KEYS)
    common = parse_common(file, keys, 2, fixes=("replace", "remove"))
    if common.action and common.action.options:
        raise file.problem(
            keys["action"][0], "the action of a substitution takes no 'params': 'swap' has them"
        )
    ignorecase, nonword = flag(file, keys, "ignorecase"), flag(file, keys, "nonword")
    capitalize, vocabulary = flag(file, keys, "capitalize"), flag(file, keys, "vocab", True)
    if "swap" not in keys:
        raise file.problem(keys["extends"][0], "the rule has no 'swap'")
    swap = file.table(keys["swap"][1], "'swap'")
    seen: set[str] = set()
    for text, node, _, _ in swap:
        if text in seen:
            raise file.problem(node, f"'{text}' stands here twice")
        if not text.strip():
            raise file.problem(node, "a key of 'swap' cannot be empty")
        seen.add(text)
    if not swap:
        raise file.problem(keys["swap"][0], "'swap' is empty")
    # The longest first, so that the more particular of two wins.
    swap.sort(key=lambda pair: -len(pair[0]))
    template = NONWORD if nonword else WORD
    patterns = [
        checked(file, node, Pattern(text, template, ignorecase)) for text, node, _, _ in swap
    ]
    return Substitution(
        common,
        tuple(patterns),
        parse_exceptions(file, keys, vocabulary=vocabulary),
        values=tuple(value for _, _, value, _ in swap),
        capitalize=capitalize,
    )
