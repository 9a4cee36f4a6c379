"""``extends: substitution``: reports words for which the house has better ones."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copylint.core.kept_patterns import compiled
from copylint.core.record import record, replace
from copylint.packs.actions import filled
from copylint.packs.article_units import Unit
from copylint.packs.common import COMMON, checked, flag, parse_common
from copylint.packs.exceptions import parse_exceptions
from copylint.packs.pack_rule import Hit, Keys, PackRule, QuotedException, first_matches
from copylint.packs.pattern import NONWORD, BadPattern, Clock, Pattern
from copylint.packs.yaml_nodes import RuleFile

KEYS = (*COMMON, "swap", "ignorecase", "nonword", "capitalize", "exceptions", "vocab", "pos")
_BAR = compiled(r"(?<!\\)\|")
_PATTERN_SIGNS = compiled(r"\\(?!\|)|[\[\](){}*+?^]")
# What Vale takes for words and never for a pattern.
_WORDS = compiled(r"[^\W_]*(?:[ -][^\W_]*)*")
_DOLLARS = compiled(r"\$\d")


@record(slots=False)
class Substitution(PackRule):
    """Replaces words with words. The message has the better words, then those of the copy.

    ``values`` are the better words, one for each pattern, with the source of their groups:
    the pattern in its place or, if ``apart``, in the words it matched alone.
    ``quote``: the message shows each of several better words in quotation marks.
    """

    extends = "substitution"
    values: tuple[str, ...] = ()
    capitalize: bool = False
    apart: bool = False
    quote: bool = False

    def hits(
        self, unit: Unit, active: Sequence[int], clock: Clock, leave_out: QuotedException
    ) -> Iterator[Hit]:
        """One hit for every match that is not acceptable already."""
        text = unit.text
        action = self.common.action
        for index, start, end in first_matches(self.patterns, active, unit, clock):
            observed = text[start:end]
            value = self._value(index, unit, start, observed, clock)
            options = tuple(
                each.replace("\\|", "|") for each in _BAR.split(value) if each or "|" not in value
            )
            if self._acceptable(value, options, observed, clock):
                continue
            if leave_out(start) or self.exceptions.spare(unit, start, end, clock):
                continue
            if action and action.name == "replace":
                options = action.params or options
                expected: str | tuple[str, ...] = _sentence(options) if self.quote else options
                message = self._message(expected, observed)
                yield Hit(start, end, message, options, True)
                continue
            recased = _recased(value, observed)
            shown = recased or (value if self.quote else options)
            message = self._message(shown, observed)
            if action:
                made = self.hit(unit, start, end, [shown, observed], clock)
                yield Hit(made.start, made.end, message, made.replacements, made.fixable)
            elif recased:
                yield Hit(start, end, message, (recased,))
            elif _PATTERN_SIGNS.search(value):
                yield Hit(start, end, message)
            else:
                yield Hit(start, end, message, options)

    def _message(self, expected: str | tuple[str, ...], observed: str) -> str:
        """The message, without the spaces at the ends of the words; Vale keeps them."""
        if not self.quote:
            observed = observed.strip()
            if isinstance(expected, str):
                expected = expected.strip()
            else:
                expected = tuple(each.strip() for each in expected)
        return self.common.message.render([expected, observed, ""])

    def _value(self, index: int, unit: Unit, start: int, observed: str, clock: Clock) -> str:
        value = self.values[index]
        if self.capitalize and self.apart and observed[:1].isupper():
            value = value[:1].upper() + value[1:]
        if "$" in value:
            pattern = self.patterns[index]
            if self.apart:
                found = Pattern(pattern.body, NONWORD, pattern.ignorecase, True).search(
                    observed, 0, clock
                )
            else:
                found = pattern.match(unit.view(pattern), start, clock)
            if found is not None:
                value = filled(value, found.group)
            elif self.apart and _DOLLARS.search(value):
                return observed
        replaces = self.common.action is not None and self.common.action.name == "replace"
        if self.capitalize and observed[:1].isupper() and (replaces or not self.apart):
            value = _BAR.sub("\0", value)
            value = "|".join(option[:1].upper() + option[1:] for option in value.split("\0"))
        return value

    def _acceptable(
        self, value: str, options: tuple[str, ...], observed: str, clock: Clock
    ) -> bool:
        action = self.common.action
        if action is not None and action.name == "replace":
            return observed in options
        if observed == value:
            return True
        if self.apart:
            is_pattern = _WORDS.fullmatch(value) is None
        else:
            if observed in options:
                return True
            is_pattern = action is None and _PATTERN_SIGNS.search(value) is not None
        if not is_pattern:
            return False
        try:
            return Pattern(value, r"\A(?:%s)\Z").search(observed, 0, clock) is not None
        except BadPattern:
            return False  # words with a stray bracket, not a pattern


def _sentence(options: tuple[str, ...]) -> str:
    """Options as Vale writes them out."""
    quoted = [f"'{each}'" for each in options]
    if len(quoted) < 3:
        return " or ".join(quoted)
    return ", ".join([*quoted[:-1], f"or {quoted[-1]}"])


def _recased(value: str, observed: str) -> str:
    """The one spelling that the pattern ``value`` has for the letters of ``observed``, or empty."""
    if not _PATTERN_SIGNS.search(value) or re.search(r"[\[\](){}|.*+^$]", value.replace("\\", "")):
        return ""
    plain = re.sub(r"\\(.)|\?", lambda sign: sign.group(1) or "", value)
    return plain if plain.lower() == observed.lower() and plain != observed else ""


def parse(file: RuleFile, keys: Keys) -> PackRule:
    """The rule in ``keys``. Raises ``RuleProblem``."""
    file.known_keys(keys, KEYS)
    strict = file.house.strict
    common = parse_common(file, keys, 2)
    ignorecase, nonword = flag(file, keys, "ignorecase"), flag(file, keys, "nonword")
    capitalize, vocabulary = flag(file, keys, "capitalize"), flag(file, keys, "vocab", True)
    if "swap" not in keys:
        raise file.problem(keys["extends"][0], "the rule has no 'swap'")
    swap = file.table(keys["swap"][1], "'swap'")
    seen: set[str] = set()
    for text, node, _, _ in swap:
        if text in seen:
            raise file.problem(node, f"'{text}' appears twice here")
        if not text.strip():
            raise file.problem(node, "a key of 'swap' cannot be empty")
        seen.add(text)
    if not swap:
        raise file.problem(keys["swap"][0], "'swap' is empty")
    # The longest first, so that the more particular of two wins.
    swap.sort(key=lambda pair: -len(pair[0]))
    template = NONWORD if nonword else file.house.word
    patterns = [
        checked(file, node, Pattern(text, template, ignorecase, strict))
        for text, node, _, _ in swap
    ]
    if common.action and common.action.name == "replace":
        if common.action.params:
            file.doubt(
                keys["action"][0],
                "the action of a substitution takes no 'params'; 'swap' holds the better words",
            )
        if strict:
            common = replace(common, message=common.message.with_bare_first())
    return Substitution(
        common,
        tuple(patterns),
        parse_exceptions(file, keys, vocabulary=vocabulary),
        values=tuple(value for _, _, value, _ in swap),
        capitalize=capitalize,
        apart=strict,
        quote=strict,
    )
