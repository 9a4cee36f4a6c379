"""Errors that a user can act on. Each message names the place and the remedy."""

from __future__ import annotations


class CopylintError(Exception):
    """Base of all errors that are reported in one line, without a traceback."""


class InputError(CopylintError):
    """A file that cannot be checked. ``path`` is as the user would write it.

    ``message`` is one line: line ends and characters that could manipulate a terminal, which
    a file's own names may bring into it, are written as escapes.
    """

    def __init__(self, path: str, message: str) -> None:
        self.path = path
        self.message = in_a_line(message)
        super().__init__(f"{in_a_line(path)}: {self.message}")

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str]]:
        return (InputError, (self.path, self.message))


def in_a_line(text: str) -> str:
    """``text`` with line ends and characters that could manipulate a terminal as escapes."""
    if text.isprintable():
        return text
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode("ascii")
        for letter in text
    )


class ConfigError(CopylintError):
    """A configuration that cannot be used."""


class EngineError(CopylintError):
    """An engine that is missing, dead, slow or refusing. ``engine`` is its name."""

    def __init__(self, engine: str, message: str) -> None:
        super().__init__(f"{engine}: {message}")
        self.engine = engine
        self.message = message

    def __reduce__(self) -> tuple[type[EngineError], tuple[str, str]]:
        return (EngineError, (self.engine, self.message))


class PluginError(CopylintError):
    """A plug-in that cannot be used. ``distribution`` is the package that it comes with."""

    def __init__(self, distribution: str, message: str) -> None:
        super().__init__(f"the plug-in {distribution}: {message}")
        self.distribution = distribution
        self.message = message

    def __reduce__(self) -> tuple[type[PluginError], tuple[str, str]]:
        return (PluginError, (self.distribution, self.message))
