"""Groups of rules: ids that each stand for several rules, one for each kind of error.

A group's id may be used wherever a rule's may (select, ignore, severity, per-file ignores,
suppressions, baselines); it covers its rules. Findings carry the ids of the rules. Every id
here was a rule once, so that what was written for it goes on working.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class RuleGroup(NamedTuple):
    """An id that covers ``rules``, which are ids too; ``summary`` and ``why`` document it."""

    id: str
    summary: str
    why: str
    rules: tuple[str, ...]


_GROUPS = (
    RuleGroup(
        "grammar.missing-word",
        "Flags a missing small word.",
        "In phrases such as 'the number of', 'according to' and 'at the end of' readers fill in "
        "a small word that the writer left out. There is a rule for each word.",
        (
            "grammar.missing-a",
            "grammar.missing-as",
            "grammar.missing-no",
            "grammar.missing-of",
            "grammar.missing-on",
            "grammar.missing-pronoun",
            "grammar.missing-than",
            "grammar.missing-the",
            "grammar.missing-to",
            "grammar.missing-verb",
        ),
    ),
)
#: All groups, by id.
GROUPS: Mapping[str, RuleGroup] = {group.id: group for group in _GROUPS}
#: The group of each rule that is in one.
_GROUP_OF: Mapping[str, str] = {rule: group.id for group in _GROUPS for rule in group.rules}


def group_of(rule_id: str) -> str:
    """The id of the group that a rule is in; the rule's own if it is in none."""
    return _GROUP_OF.get(rule_id, rule_id)
