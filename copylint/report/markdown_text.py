"""Findings as GitHub-flavoured Markdown.

Whatever comes from an article stays plain text: nothing in it can become a link, an image, a
mention of someone or a tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from copylint.core.finding import Finding
from copylint.core.rule import Severity
from copylint.report.base import Outcome
from copylint.report.visible import cells, revealed, safe
from copylint.report.wording import counted, summary

#: A mark by which a program finds the comment again, to rewrite it rather than add one.
MARKER = "<!-- copylint -->"
_MARKS = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.SUGGESTION: "💡"}
_SPECIAL = re.compile(r"[\\`*_{}\[\]#|~$]")
_WHITESPACE = re.compile(r"\s+")
# The last three keep anyone from being mentioned and anything from becoming a link. The zero-width
# space is needed because GitHub looks for names after it has decoded entities.
_ENTITIES = (
    ("&", "&amp;"),
    ("<", "&lt;"),
    (">", "&gt;"),
    ("@", "&#64;\u200b"),
    ("://", "&#58;//"),
    ("www.", "www&#46;"),
)
_MANY = 25
_AROUND = 40


def comment(outcome: Outcome, largest: int) -> str:
    """The findings as one comment of at most ``largest`` characters.

    What does not fit is counted, not shown.
    """
    head = f"{MARKER}\n### copylint\n\n{text(summary(outcome))}.\n"
    head += _listed("Not checked, or not whole:", map(str, outcome.failures), "more error")
    head += _listed("Left out or ignored:", outcome.notes, "more note")
    written, left = [head], len(outcome.findings)
    room = largest - len(head) - 200
    for path, group in groupby(outcome.findings, key=lambda finding: finding.path):
        section, shown = _section(path, list(group), room)
        if not shown:
            break
        written.append(section)
        room -= len(section)
        left -= shown
    if left:
        written.append(f"\n… and {counted(left, 'more finding')}, too many for a comment.\n")
    return "".join(written)


def _listed(title: str, items: Iterable[str], more: str) -> str:
    """A list of ``items`` under a title; those beyond the first few are counted as ``more``."""
    lines = [f"- {text(safe(each))}\n" for each in items]
    if not lines:
        return ""
    rest = f"- and {counted(len(lines) - _MANY, more)}\n" if len(lines) > _MANY else ""
    return f"\n{title}\n\n" + "".join(lines[:_MANY]) + rest


def _section(path: str, findings: list[Finding], room: int) -> tuple[str, int]:
    """A file's findings, as many as there is room for, and how many those are."""
    head = f"\n#### {text(safe(path))}\n\n"
    folded = len(findings) > _MANY
    if folded:
        head += f"<details><summary>{counted(len(findings), 'finding')}</summary>\n\n"
    tail = "\n</details>\n" if folded else ""
    lines: list[str] = []
    size = len(head) + len(tail)
    for finding in findings:
        line = "".join(_item(finding))
        if size + len(line) > room:
            break
        lines.append(line)
        size += len(line)
    return head + "".join(lines) + tail, len(lines)


def _item(finding: Finding) -> Iterator[str]:
    where = f"{finding.start.line}:{finding.start.column}"
    yield f"- {_MARKS[finding.severity]} **{where}** {text(safe(finding.message))}"
    yield f" <sub>{text(safe(finding.rule))}</sub>\n"
    quoted = _quoted(finding)
    if quoted:
        yield f"  {quoted}\n"


def _quoted(finding: Finding) -> str:
    """The words around the fault, which is bold, and its replacement."""
    line = finding.line_text
    start = finding.start.column - 1 - finding.line_cut
    end = min(len(line), start + len(finding.text))
    before, after = line[max(0, start - _AROUND) : start], line[end : end + _AROUND]
    if start > _AROUND:
        before = "…" + before.partition(" ")[2]
    if end + _AROUND < len(line):
        after = after.rpartition(" ")[0] + "…"
    fault = "".join(cell.text for cell in cells(line[start:end], 0, end - start))
    shown = f"<b>{text(fault)}</b>" if fault.strip() else ""
    quoted = f"> {text(safe(before))}{shown}{text(safe(after))}" if shown else ""
    if finding.replacements:
        meant = revealed(finding.replacements[0]) or "(delete)"
        quoted += f"{' ' if quoted else ''}→ <b>{text(meant)}</b>"
    return quoted


def text(plain: str) -> str:
    """``plain`` as one line of Markdown that renders as the same text."""
    escaped = _SPECIAL.sub(r"\\\g<0>", _WHITESPACE.sub(" ", plain))
    for sign, entity in _ENTITIES:
        escaped = escaped.replace(sign, entity)
    return escaped
