"""Identifies a finding even if the text around it has moved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import blake2b

from copylint.core.finding import Finding
from copylint.core.rule_groups import group_of

# Longer sentences (a repeated paragraph) are cut and distinguished by a digest.
_LONGEST, _SHOWN = 240, 160
_DIGEST_BYTES = 8


def normalised(text: str) -> str:
    """``text`` with every run of spaces as one space, so that wrapping it again is not a change.

    A text longer than 240 code points becomes its first 160 and a digest of the whole.
    """
    plain = " ".join(text.split())
    if len(plain) <= _LONGEST:
        return plain
    return f"{plain[:_SHOWN]}… {_digest(plain)}"


def fingerprint(finding: Finding) -> str:
    """16 hexadecimal digits from the rule, the sentence and the words found in it.

    It stays the same wherever the sentence moves, in whatever file. Rules of a group count as
    one: the group was a single rule when older fingerprints were written.
    """
    parts = (group_of(finding.rule), finding.part, finding.sentence, normalised(finding.text))
    return _digest("\0".join(parts))


def fingerprints(findings: Iterable[Finding]) -> list[str]:
    """A unique fingerprint for each finding; later ones among equals are numbered.

    The path counts too, as a report must identify each finding on its own.
    """
    seen: Counter[str] = Counter()
    found = []
    for finding in findings:
        name = f"{finding.path}\0{fingerprint(finding)}"
        seen[name] += 1
        found.append(_digest(f"{name}\0{seen[name]}"))
    return found


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES).hexdigest()
