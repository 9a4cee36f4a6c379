"""A finding as people read it: a row, its excerpt, its correction and other places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from copylint.core.finding import Finding, Related
from copylint.core.record import record
from copylint.report.correction import correction
from copylint.report.excerpt import excerpt
from copylint.report.finding_line import SEVERITY_ROLES
from copylint.report.paint import OutputRole, Painter
from copylint.report.visible import safe
from copylint.report.wording import counted
from copylint.report.wrapping import cell_width, cut, wrapped

#: What marks a finding that ``copylint fix`` corrects.
FIXABLE = "[*]"

_EDGE, _INDENT = "  ", "    "
_MAX_RELATED = 5
# With less room than this beside place and severity, the message goes below them.
_LEAST_ROOM = 20


@record
class Columns:
    """How wide the columns of a file's rows are, in cells, and how wide a line may be."""

    place: int
    severity: int
    width: int

    @property
    def message(self) -> int:
        """The cells before a message."""
        return len(_EDGE) + self.place + 2 + self.severity + 2


def columns(findings: Iterable[Finding], width: int) -> Columns:
    """The columns that align the rows of ``findings``."""
    places, labels = [0], [0]
    for finding in findings:
        places.append(len(_place(finding)))
        labels.append(len(finding.severity.label))
    return Columns(max(places), max(labels), width)


def rows(
    finding: Finding, look: Columns, painter: Painter, *, marked: bool = False, asks: bool = False
) -> list[str]:
    """The lines that show ``finding``, without their ends.

    ``marked`` says that ``copylint fix`` corrects it. ``asks`` leaves its corrections out, for
    a caller that asks which of them to make.
    """
    lines = list(_row(finding, look, painter, marked=marked))
    room = look.width - len(_INDENT)
    role = SEVERITY_ROLES[finding.severity]
    if finding.line_text:
        shown = excerpt(finding, room)
        lines.append(_INDENT + shown.before + painter.paint(shown.fault, role) + shown.after)
        carets = shown.carets.lstrip(" ")
        spaces = " " * (len(shown.carets) - len(carets))
        lines.append(_INDENT + spaces + painter.paint(carets, role))
    if not asks:
        lines += (_INDENT + line for line in correction(finding, room, painter))
    lines += _others(finding.related, room, painter)
    return lines


def _place(finding: Finding) -> str:
    return f"{finding.start.line}:{finding.start.column}"


def _row(finding: Finding, look: Columns, painter: Painter, *, marked: bool) -> Iterator[str]:
    """Place, severity and message, the rule after it or below."""
    paint = painter.paint
    place, label = _place(finding), finding.severity.label
    head = (
        f"{_EDGE}{paint(place, OutputRole.PLACE)}{' ' * (look.place - len(place))}  "
        f"{paint(label, SEVERITY_ROLES[finding.severity])}"
    )
    margin, room = look.message, look.width - look.message
    if room < _LEAST_ROOM:
        yield head
        margin, room = len(_INDENT), look.width - len(_INDENT)
    else:
        head += " " * (look.severity - len(label)) + "  "
    rule = safe(finding.rule) + (f" {FIXABLE}" if marked else "")
    named = paint(safe(finding.rule), OutputRole.FAINT)
    named += f" {paint(FIXABLE, OutputRole.FIX)}" if marked else ""
    lines = wrapped(safe(finding.message), room)
    if cell_width(lines[-1]) + 2 + cell_width(rule) <= room:
        lines[-1] = f"{lines[-1]}  {named}"
    else:
        lines.append(named)
    beside = look.message == margin
    for number, line in enumerate(lines):
        yield (head if beside and not number else " " * margin) + line


def _others(related: Sequence[Related], room: int, painter: Painter) -> Iterator[str]:
    """The other places that a finding refers to."""
    listed = [(f"{each.start.line}:{each.start.column}", each) for each in related[:_MAX_RELATED]]
    size = max((len(where) for where, _ in listed), default=0)
    for where, each in listed:
        rest = room - size - 2
        words, message = safe(each.text), safe(each.message)
        if not message:
            message = cut(words, rest)
        elif words not in message:
            message = f"{message}: {cut(words, max(rest - cell_width(message) - 2, rest // 2))}"
        first, *more = wrapped(message, rest)
        gap = " " * (size - len(where) + 2)
        yield f"{_INDENT}{painter.paint(where, OutputRole.PLACE)}{gap}{first}"
        yield from (f"{_INDENT}{' ' * size}  {line}" for line in more)
    if len(related) > _MAX_RELATED:
        told = f"and {counted(len(related) - _MAX_RELATED, 'more place')}"
        yield _INDENT + painter.paint(told, OutputRole.FAINT)
