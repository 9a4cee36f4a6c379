"""A progress bar on standard error for runs that take long enough to wonder."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

from copylint.cli.terminal import is_terminal

if TYPE_CHECKING:
    from rich.progress import Progress as RichProgress
    from rich.progress import TaskID

# Shorter runs are over before anyone reads a bar.
_PATIENCE_S = 1.0


class Progress:
    """Counts finished inputs; shows a bar on a terminal once the run has taken a second."""

    def __init__(self, total: int, *, wanted: bool, doing: str = "Checking") -> None:
        self._total = total
        self._doing = doing
        self._done = 0
        self._wanted = wanted and total > 1 and is_terminal(sys.stderr)
        self._started = time.monotonic()
        self._bar: RichProgress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def advance(self, finished: int) -> None:
        """Note that ``finished`` more inputs are done."""
        self._done += finished
        if not self._wanted or time.monotonic() - self._started < _PATIENCE_S:
            return
        if self._bar is None:
            self._show()
        assert self._bar is not None
        assert self._task is not None
        self._bar.update(self._task, completed=self._done, refresh=True)

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
        from rich.progress import Progress as RichProgress

        # No refreshing thread: worker processes are forked, which threads make unsafe.
        self._bar = RichProgress(
            TextColumn(self._doing),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
            console=Console(stderr=True),
            transient=True,
            auto_refresh=False,
        )
        self._task = self._bar.add_task("", total=self._total)
        self._bar.start()
