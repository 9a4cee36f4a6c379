"""Decides how many processes a run is worth."""

from __future__ import annotations

import os
from collections.abc import Sequence

#: A pool costs about 0.1 s to start and every worker its own engine; below this many
#: bytes one process is done sooner.
POOL_WORTH_BYTES = 400_000


def workers_for(sizes: Sequence[int], jobs: int) -> int:
    """How many processes to use for inputs of these sizes (bytes); ``jobs`` are wanted.

    0 means as many as there are cores, or one if the inputs are small.
    """
    workers = min(jobs or available_cores(), len(sizes))
    return 1 if not jobs and sum(sizes) < POOL_WORTH_BYTES else workers


def available_cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
