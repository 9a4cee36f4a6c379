"""Packages that only archives need: a missing one is one message with the line that installs it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from copylint.core.errors import CopylintError

# The extras of pyproject.toml by the packages whose absence they mend.
_EXTRA_OF = {
    "pyarrow": "archive",
    "fsspec": "archive",
    "rensa": "archive",
    "ray": "ray",
    "pandas": "ray",
    "pyspark": "spark",
}


class MissingExtra(CopylintError):
    """A package of an extra that is not installed."""

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(
            f"{what} needs the extra '{extra}'; in a checkout run: pip install '.[{extra}]'"
        )
        self.what, self.extra = what, extra

    def __reduce__(self) -> tuple[type[MissingExtra], tuple[str, str]]:
        return (MissingExtra, (self.what, self.extra))


@contextmanager
def needed_for(what: str, extra: str = "") -> Iterator[None]:
    """Turn a failed import in the block into ``MissingExtra``; ``what`` begins the message.

    ``extra`` is the one to name if the missing package belongs to several. Any other missing
    module is a fault of copylint and stays one.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        _raise_for(error, what, extra)


def _raise_for(error: ModuleNotFoundError, what: str, extra: str) -> NoReturn:
    package = (error.name or "").partition(".")[0]
    if package not in _EXTRA_OF:
        raise error
    raise MissingExtra(what, extra or _EXTRA_OF[package]) from None
