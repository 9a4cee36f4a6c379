"""Colour output; Rich is imported only if something is coloured."""

from __future__ import annotations

from enum import Enum


class OutputRole(Enum):
    """What a piece of output is; the value is the Rich style that it is painted in."""

    STRONG = "bold"
    PLACE = "cyan"
    FAINT = "dim"
    ERROR = "bold red"
    WARNING = "bold yellow"
    SUGGESTION = "bold blue"
    OLD = "red"
    FIX = "green"


class Painter:
    """Leaves text as it is."""

    def paint(self, text: str, role: OutputRole) -> str:
        """``text`` as it is shown in this role."""
        return text


class ColourPainter(Painter):
    """Wraps text in the escape sequences of the sixteen colours every terminal has."""

    def __init__(self) -> None:
        from rich.color import ColorSystem
        from rich.style import Style

        # Rich puts the same codes before and after every text of a role.
        self._around = {
            role: Style.parse(role.value).render(".", color_system=ColorSystem.STANDARD).split(".")
            for role in OutputRole
        }

    def paint(self, text: str, role: OutputRole) -> str:
        """``text`` between the escape sequences of its role."""
        before, after = self._around[role]
        return f"{before}{text}{after}" if text else text
