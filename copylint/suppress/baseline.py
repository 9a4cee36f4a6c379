"""The baseline: findings that someone has accepted, kept in a file of their own.

An entry is identified by its rule, its path and its sentence, so that it holds wherever in the
file the sentence moves, but not once the sentence changes. If the file at its path no longer
exists, it holds for that sentence in any other file: the file has been renamed.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from copylint.core.errors import ConfigError
from copylint.core.finding import Finding
from copylint.core.record import field, record
from copylint.core.rule_groups import group_of

_VERSION = 1
_FIELDS = ("path", "rule", "sentence")


class BaselineEntry(NamedTuple):
    """What identifies an accepted finding.

    ``path`` is relative to the folder of the baseline, with ``/`` between its parts.
    ``sentence`` is that of the finding.
    """

    path: str
    rule: str
    sentence: str


#: Entries whose files no longer exist, by rule and sentence.
GoneEntries = Mapping[tuple[str, str], Sequence[BaselineEntry]]


@record(frozen=False)
class Baseline:
    """Accepted findings, each as many times as it was accepted, with the reason if one is given."""

    entries: Counter[BaselineEntry]
    reasons: dict[BaselineEntry, str] = field(default_factory=dict)

    def new_in(
        self, path: str, findings: Iterable[Finding], gone: GoneEntries | None = None
    ) -> tuple[list[Finding], Counter[BaselineEntry]]:
        """Those of a file's findings that no one accepted, and the entries that were used.

        ``gone`` are the entries of files that no longer exist: the file at ``path`` may be one
        of them under a new name. Each file may use them all, so that what is new in it does not
        depend on which others are checked.
        """
        left = Counter({e: count for e, count in self.entries.items() if e.path == path})
        used: Counter[BaselineEntry] = Counter()
        new = []
        for finding in findings:
            entry = _accepting(path, finding, left)
            if entry is None and gone:
                entry = self._moved(finding, gone, used)
            if entry:
                left[entry] -= 1
                used[entry] += 1
            else:
                new.append(finding)
        return new, used

    def _moved(
        self, finding: Finding, gone: GoneEntries, used: Counter[BaselineEntry]
    ) -> BaselineEntry | None:
        """An entry of a deleted file that accepts the finding and is not used up."""
        return next(
            (
                entry
                for rule in names_in_baseline(finding.rule)
                for entry in gone.get((rule, finding.sentence), ())
                if used[entry] < self.entries[entry]
            ),
            None,
        )

    def accepted_of(
        self, path: str, findings: Sequence[Finding], gone: GoneEntries | None = None
    ) -> list[Finding]:
        """Those of a file's findings that are accepted."""
        new = {id(finding) for finding in self.new_in(path, findings, gone)[0]}
        return [finding for finding in findings if id(finding) not in new]


def names_in_baseline(rule_id: str) -> tuple[str, ...]:
    """The ids under which a baseline may list a rule's findings: its own, and its group's.

    A baseline that was written when the group was one rule has the group's id.
    """
    group = group_of(rule_id)
    return (rule_id,) if group == rule_id else (rule_id, group)


def _accepting(path: str, finding: Finding, left: Counter[BaselineEntry]) -> BaselineEntry | None:
    entries = (
        BaselineEntry(path, rule, finding.sentence) for rule in names_in_baseline(finding.rule)
    )
    return next((entry for entry in entries if left[entry] > 0), None)


def parse(name: str, data: bytes) -> Baseline:
    """The baseline in ``data``, the content of the file ``name``.

    Raises ``ConfigError`` if it is not a baseline.
    """
    try:
        table = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        place = f":{error.lineno}:{error.colno}" if isinstance(error, json.JSONDecodeError) else ""
        raise ConfigError(
            f"{name}{place}: a baseline must be JSON; write a new one with 'copylint baseline'"
        ) from None
    if not isinstance(table, dict) or not isinstance(table.get("findings"), list):
        raise ConfigError(f"{name}: not a baseline: it has no list of 'findings'")
    if table.get("version") != _VERSION:
        raise ConfigError(f"{name}: a baseline of version {_VERSION} is needed, this is another")
    entries: Counter[BaselineEntry] = Counter()
    reasons: dict[BaselineEntry, str] = {}
    for number, row in enumerate(table["findings"], start=1):
        fields = [row.get(field) for field in _FIELDS] if isinstance(row, dict) else []
        count = row.get("count", 1) if isinstance(row, dict) else 0
        if not fields or not all(isinstance(each, str) for each in fields):
            raise ConfigError(f"{name}: finding {number} lacks one of {', '.join(_FIELDS)}")
        if isinstance(count, bool) or not isinstance(count, int) or count < 1:
            raise ConfigError(f"{name}: the 'count' of finding {number} is not a number above 0")
        entry = BaselineEntry(*map(str, fields))
        entries[entry] += count
        reason = row.get("reason", "")
        if not isinstance(reason, str):
            raise ConfigError(f"{name}: the 'reason' of finding {number} is not text")
        if reason:
            reasons[entry] = reason
    return Baseline(entries, reasons)


def written(baseline: Baseline) -> bytes:
    """The file that ``parse`` reads: an entry on each line, sorted, so that merges are easy."""
    rows = []
    for entry, count in sorted(baseline.entries.items()):
        if count > 0:
            row: dict[str, object] = dict(zip(_FIELDS, entry, strict=True))
            if count > 1:
                row["count"] = count
            if reason := baseline.reasons.get(entry):
                row["reason"] = reason
            # Escaped where UTF-8 cannot carry it, which only a lone surrogate needs.
            text = json.dumps(row, ensure_ascii=False)
            rows.append("  " + text.encode("utf-8", "backslashreplace").decode())
    body = ",\n".join(rows)
    findings = f"[\n{body}\n ]" if rows else "[]"
    return f'{{\n "version": {_VERSION},\n "findings": {findings}\n}}\n'.encode()
