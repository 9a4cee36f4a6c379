"""Validates Harper rule configuration."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from copylint.core.record import record
from copylint.core.rule import Bad, Good, Rule

_LONGEST_LEAD = 30


@record(slots=False)
class Choice:
    """A Harper rule that editors can trust, and the patterns for which they can.

    ``rule`` is copylint's rule for it, ``harper.`` followed by Harper's own name. ``where`` is a
    regular expression that ignores case: a Harper finding counts only if it touches a match.
    That keeps Harper to the patterns for which it was measured to be right. Text without a
    match, which is most text, is never sent. ``before``,
    if given, must match right up to the match's start. ``needs`` are words in lower
    case, separated by spaces, one of which every match contains: a quick test before the exact one.

    ``message`` may use ``{found}`` and ``{best}``, Harper's first suggestion.
    """

    rule: Rule
    needs: str
    where: str
    message: str
    before: str = ""

    @property
    def name(self) -> str:
        """Harper's name for the rule."""
        return self.rule.id.removeprefix("harper.")

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """``where``, compiled."""
        return re.compile(self.where, re.IGNORECASE)

    @cached_property
    def _lead(self) -> re.Pattern[str]:
        return re.compile(f"(?:{self.before})\\Z", re.IGNORECASE)

    def wordings(self, text: str) -> Iterator[tuple[int, int]]:
        """Start and end of each place in ``text`` for which a Harper finding counts."""
        for match in self.pattern.finditer(text):
            start = match.start()
            if not self.before or self._lead.search(text[max(0, start - _LONGEST_LEAD) : start]):
                yield start, match.end()


def bad(text: str, found: str, fixed: str) -> tuple[Bad, ...]:
    """One faulty example."""
    return (Bad(text, found=found, fixed=fixed),)


def good(*texts: str) -> tuple[Good, ...]:
    """Examples that must stay silent."""
    return tuple(Good(text) for text in texts)
