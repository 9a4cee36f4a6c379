"""Limits on the archives that copylint unpacks.

A few kilobytes can unpack to terabytes. Real documents stay far below these limits, which
are ten times the largest found.
"""

from __future__ import annotations

from copylint.core.record import record

_MEGA = 1024 * 1024


@record
class ArchiveLimits:
    """Limits of one archive. ``entries`` counts its files.

    ``part`` and ``total`` are bytes, unpacked, of one part that is read and of all of them;
    pictures and the like are never unpacked. ``ratio`` is how many bytes one packed byte may
    become, checked only for parts larger than ``small`` bytes: short repetitive parts shrink
    more than any genuine long one.
    """

    entries: int = 10_000
    part: int = 64 * _MEGA
    total: int = 128 * _MEGA
    ratio: int = 250
    small: int = _MEGA


LIMITS = ArchiveLimits()
