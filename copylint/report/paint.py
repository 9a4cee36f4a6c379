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

        self._system = ColorSystem.STANDARD
        self._styles = {role: Style.parse(role.value) for role in OutputRole}

    def paint(self, text: str, role: OutputRole) -> str:
        """``text`` between the escape sequences of its role."""
        return self._styles[role].render(text, color_system=self._system)
