"""What a finding would have changed, as a small diff: ``- teh  + the``."""

from __future__ import annotations

from collections.abc import Iterator

from copylint.core.finding import Finding
from copylint.report.paint import OutputRole, Painter
from copylint.report.visible import revealed
from copylint.report.wrapping import cell_width, cut, wrapped

_MAX_SUGGESTIONS = 5
_MAX_LINES = 4
# Words kept on either side of what differs in a long text.
_CONTEXT = 2
NOTHING = "(nothing)"


def correction(finding: Finding, width: int, painter: Painter) -> Iterator[str]:
    """Lines of at most ``width`` cells: the words as they are, and as they might be.

    Both are on one line if they fit, the best replacement first; without a replacement there
    are no lines.
    """
    if not finding.replacements:
        return
    if finding.replacements == ("",):
        deleted = revealed(finding.text[: 8 * width])
        old, new = cut(deleted, width - len(f"-   + {NOTHING}")), NOTHING
    else:
        old, new = _texts(finding, width - 2)
    first = f"- {old}"
    together = cell_width(first) + 4 + cell_width(new)
    if together <= width:
        yield f"{painter.paint(first, OutputRole.OLD)}  {painter.paint(f'+ {new}', OutputRole.FIX)}"
        return
    yield painter.paint(first, OutputRole.OLD)
    for number, line in enumerate(wrapped(new, width - 2)):
        if number == _MAX_LINES:
            yield painter.paint("  …", OutputRole.FIX)
            return
        yield painter.paint(("  " if number else "+ ") + line, OutputRole.FIX)


def _texts(finding: Finding, room: int) -> tuple[str, str]:
    """What is shown of the old text and of the new ones."""
    # No more than could be shown, in case a whole paragraph is to be deleted.
    old = finding.text[: 8 * room]
    texts = finding.replacements[:_MAX_SUGGESTIONS]
    if len(texts) == 1 and texts[0] and len(old) + len(texts[0]) > room:
        old, only = _without_the_same(old, texts[0])
        return cut(revealed(old), room), revealed(only)
    shown = [revealed(text[: 8 * room]) or NOTHING for text in texts]
    more = len(finding.replacements) - _MAX_SUGGESTIONS
    if more > 0:
        shown.append(f"({more:,} more)")
    return cut(revealed(old), room) or NOTHING, " | ".join(shown)


def _without_the_same(old: str, new: str) -> tuple[str, str]:
    """Both texts without the words that they share at the beginning and end, but for a few."""
    before, after = old.split(" "), new.split(" ")
    room = min(len(before), len(after))
    head = 0
    while head < room and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < room - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    head, tail = max(head - _CONTEXT, 0), max(tail - _CONTEXT, 0)

    def part(words: list[str]) -> str:
        kept = " ".join(words[head : len(words) - tail])
        return ("… " if head else "") + kept + (" …" if tail else "")

    return part(before), part(after)
