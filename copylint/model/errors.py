"""Errors that a user can act on. Each message names the place and the remedy."""

from __future__ import annotations


class CopylintError(Exception):
    """Base of all errors that are reported in one line, without a traceback."""


class InputError(CopylintError):
    """A file that cannot be checked. ``path`` is as the user would write it."""

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}")
        self.path = path
        self.message = message

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str]]:
        return (InputError, (self.path, self.message))


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
