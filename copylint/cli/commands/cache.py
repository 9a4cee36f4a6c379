"""``copylint cache``: what is kept from run to run."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from copylint.cli.exits import CLEAN

if TYPE_CHECKING:
    from copylint.cache.store import Store
    from copylint.cli.option_table import CommandOptions


def info(options: CommandOptions) -> int:
    """Show where cached results are, how many there are and how large they are."""
    from copylint.cache.store import MOST_BYTES

    there = _store().info()
    sys.stdout.write(
        f"file: {there.path}\n"
        f"entries: {there.entries:,}\n"
        f"size: {there.size / 1e6:,.1f} MB of at most {MOST_BYTES / 1e6:,.0f} MB\n"
    )
    return CLEAN


def clear(options: CommandOptions) -> int:
    """Delete all cached results."""
    store = _store()
    store.clear()
    sys.stdout.write(f"deleted: {store.path}\n")
    return CLEAN


def _store() -> Store:
    """The store. Raises ``CopylintError`` if the user has no home folder."""
    from copylint.cache.folder import cache_folder
    from copylint.cache.store import Store
    from copylint.core.errors import CopylintError

    try:
        return Store(cache_folder())
    except RuntimeError as error:
        raise CopylintError(f"no cache folder: {error}") from None
