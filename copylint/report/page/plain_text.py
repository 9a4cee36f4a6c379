"""Turns text of an article or a rule into text of the page."""

from __future__ import annotations

from html import escape

from copylint.report.visible import cells, safe

# What `cells` shows for white space, and what it is called.
_SIGNS = "·␣→"
_NAMES = {
    " ": "a space",
    "\xa0": "a no-break space",
    "\u2009": "a thin space",
    "\u202f": "a narrow no-break space",
    "\t": "a tab",
    "\n": "a line break",
}


def text(plain: str) -> str:
    """``plain`` as text; nothing in it can act on the page or change its direction."""
    return escape("\n".join(map(safe, plain.split("\n"))))


def fault(plain: str) -> str:
    """``plain`` with white space shown by signs, since it may be the fault."""
    return "".join(
        f'<b class="space">{cell.text}</b>' if cell.text in _SIGNS else escape(cell.text)
        for cell in cells(plain, 0, len(plain))
        if cell.text
    )


def proposal(replacement: str) -> str:
    """A replacement, described in words if there would be little to see."""
    if not replacement:
        return "delete"
    return _NAMES.get(replacement) or fault(replacement)
