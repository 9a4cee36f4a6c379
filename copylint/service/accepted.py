"""Baselines: the findings that the house has accepted and that are not reported again."""

from __future__ import annotations

import os
from collections import OrderedDict

from copylint.core.finding import Finding
from copylint.runner.baseline_check import AcceptedFindings
from copylint.runner.result import FileResult

_MOST = 8

_Stamp = tuple[int, int]


class AcceptedByFile:
    """Baselines by path, read again when they change; for use by one thread."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, tuple[_Stamp | None, AcceptedFindings]] = OrderedDict()

    def open_in(self, file: FileResult, baseline: str) -> tuple[Finding, ...]:
        """The findings of a file that the baseline at an absolute path does not accept.

        Raises ``ConfigError`` if it cannot be read.
        """
        stamp = _stamp(baseline)
        known = self._known.get(baseline)
        if known is None or known[0] != stamp:
            known = self._known[baseline] = (stamp, AcceptedFindings(baseline))
            while len(self._known) > _MOST:
                self._known.popitem(last=False)
        return tuple(known[1].open_in(file))


def _stamp(path: str) -> _Stamp | None:
    try:
        status = os.stat(path)  # noqa: PTH116
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
