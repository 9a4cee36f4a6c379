"""Fingerprints of findings: the same from run to run while the words around them stay.

They tell a service that keeps findings (code scanning, code quality) which of today's are
yesterday's. No line counts: what is written above a finding may grow.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator

from copylint.model.finding import Finding

# Code points of the line on either side of the finding that make up its surroundings.
_AROUND = 60


def fingerprints(findings: Iterable[Finding]) -> Iterator[str]:
    """A fingerprint for each finding, 32 hexadecimal digits, no two alike.

    Findings of one rule in the same words of the same file are numbered in their order.
    """
    seen: Counter[str] = Counter()
    for finding in findings:
        at = finding.start.column - 1 - finding.line_cut
        after = at + len(finding.text)
        around = (
            finding.line_text[max(0, at - _AROUND) : at],
            finding.text,
            finding.line_text[after : after + _AROUND],
        )
        key = "\0".join((finding.path, finding.part, finding.rule, *map(_folded, around)))
        number = seen[key]
        seen[key] += 1
        if number:
            key += f"\0{number}"
        yield hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _folded(text: str) -> str:
    return " ".join(text.split())
