"""``extends: existence``: reports every match of any of its patterns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from copylint.packs.exceptions import parse_exceptions
from copylint.packs.nodes import RuleFile
from copylint.packs.pattern import NONWORD, WORD, Clock, Pattern
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

KEYS = (*COMMON, "tokens", "raw", "append", "ignorecase", "nonword", "exceptions", "vocab")
_CLOSING_MARKS = ",.;:!?…)]"


@dataclass(frozen=True)
class Existence(PackRule):
    """Words that should not be there. The message has the match, then the replacement."""

    extends = "existence"

    def hits(
        self, unit: Unit, active: Sequence[int], clock: Clock, leave_out: Leave
    ) -> Iterator[Hit]:
        """One hit for every match."""
        text = unit.text
        action = self.common.action
        for _, start, end in first_matches(self.patterns, active, unit, clock):
            if leave_out(start) or self.exceptions.spare(unit, start, end, clock):
                continue
            words: list[str | tuple[str, ...]] = [text[start:end]]
            if action is None:
                yield Hit(start, end, self.common.message.render(words))
            elif action.name == "remove":
                message = self.common.message.render(words)
                yield Hit(*with_its_blank(text, start, end), message, ("",), True)
            else:
                words.append(action.options)
                yield Hit(start, end, self.common.message.render(words), action.options, True)


def with_its_blank(text: str, start: int, end: int) -> tuple[int, int]:
    """The span, with the one of the blanks around it that must go if it does."""
    blank_before, blank_after = (
        text[start - 1 : start] == " " and start > 0,
        text[end : end + 1] == " ",
    )
    if blank_after and (blank_before or start == 0):
        return (start, end + 1)
    if blank_before and (end == len(text) or text[end] in _CLOSING_MARKS):
        return (start - 1, end)
    return (start, end)


def parse(file: RuleFile, keys: Keys) -> PackRule:
    """The rule in ``keys``. Raises ``RuleProblem``."""
    file.known_keys(keys, KEYS)
    common = parse_common(file, keys, 1, fixes=("replace", "remove"))
    if common.action and common.action.name == "replace" and not common.action.options:
        raise file.problem(keys["action"][0], "the action has no 'params' to replace the match by")
    ignorecase, nonword = flag(file, keys, "ignorecase"), flag(file, keys, "nonword")
    append, vocabulary = flag(file, keys, "append"), flag(file, keys, "vocab", True)
    tokens = file.strings(keys["tokens"][1], "'tokens'") if "tokens" in keys else []
    raw = file.strings(keys["raw"][1], "'raw'") if "raw" in keys else []
    if not tokens and not raw:
        raise file.problem(keys["extends"][0], "the rule has neither 'tokens' nor 'raw'")
    template = NONWORD if nonword else WORD
    if raw:
        for text, node in tokens:
            checked(file, node, Pattern(text))
        body = "".join(text for text, _ in raw)
        if tokens:
            alternatives = template.replace("%s", "|".join(text for text, _ in tokens))
            body = alternatives + body if append else body + alternatives
        patterns = [checked(file, keys["raw"][1], Pattern(body, NONWORD, ignorecase))]
    else:
        patterns = [
            checked(file, node, Pattern(text, template, ignorecase)) for text, node in tokens
        ]
    exceptions = parse_exceptions(file, keys, vocabulary=vocabulary and not nonword)
    return Existence(common, tuple(patterns), exceptions)
