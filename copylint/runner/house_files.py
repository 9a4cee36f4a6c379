"""Opens what the house has printed, as the configuration names it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copylint.core.errors import ConfigError

if TYPE_CHECKING:
    from copylint.analysis.names.memory_index import HouseMemory
    from copylint.analysis.printed_before import PrintedArchive


def memory(path: str) -> HouseMemory | None:
    """The house memory at ``path``; None if there is none. Raises ``ConfigError``."""
    if not path:
        return None
    from copylint.analysis.names.memory_file import MemoryFault
    from copylint.analysis.names.memory_index import house_memory

    try:
        return house_memory(path)
    except (OSError, MemoryFault) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ConfigError(f"{path}: this memory cannot be used: {reason}") from None


def printed(path: str) -> PrintedArchive | None:
    """The index of what was printed at ``path``; None if there is none. Raises ``ConfigError``."""
    if not path:
        return None
    from copylint.analysis.printed_before import PrintedArchive, PrintedFault

    try:
        return PrintedArchive(path)
    except PrintedFault as fault:
        raise ConfigError(f"{path}: this index cannot be used: it {fault}") from None
