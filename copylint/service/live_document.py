"""A document that a client has open."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future

from copylint.config.schema import Config
from copylint.runner.result import Input
from copylint.service.answer import Answer, Outdated, Stage
from copylint.service.job import Job
from copylint.service.kept_file import KeptFile
from copylint.service.text_edit import TextEdit, edited


class LiveDocument:
    """A text that changes; opened by ``Service.open``, for use by several threads.

    ``name`` identifies it to its owner. The suffix of ``path`` determines the format, its folder
    the settings; the file itself is never read. ``version`` is whatever number the client gives
    to each state of the text. ``file`` is the file of which ``text`` is the prose, if it is the
    prose of one.
    """

    def __init__(
        self,
        owner: str,
        name: str,
        text: str,
        *,
        path: str,
        config: Config,
        version: int,
        file: KeptFile | None,
        put: Callable[[Job], None],
        on_change: Callable[[LiveDocument], None],
    ) -> None:
        self.owner, self.name, self.path = owner, name, path
        self.text, self.version = text, version
        self.file = file
        self._config, self._rules = config, b""
        self._put, self._on_change = put, on_change
        self._lock = threading.Lock()
        self._jobs: dict[Stage, Job] = {}
        self._is_closed = False

    @property
    def config(self) -> Config:
        """The settings that apply to it."""
        return self._config

    @property
    def size(self) -> int:
        """The bytes of its text in UTF-8, and what its file takes."""
        file = self.file
        return size_of(self.text) + (0 if file is None else file.size)

    @property
    def is_closed(self) -> bool:
        """Whether it was closed, by its client or to make room in the service."""
        return self._is_closed

    def change(self, edits: Sequence[TextEdit], version: int) -> None:
        """Make ``edits`` in turn. Unfinished checks end in ``Outdated``.

        Raises ``ValueError``, and changes nothing, for an edit outside the text.
        """
        with self._lock:
            old = self._become(edited(self.text, edits), version)
        self._tell(old)

    def replace(self, text: str, version: int) -> None:
        """Replace the text. Unfinished checks end in ``Outdated``."""
        with self._lock:
            old = self._become(text, version)
        self._tell(old)

    def configure(self, config: Config, rules: bytes = b"") -> bool:
        """Apply other settings; returns whether they differ from those before.

        If they differ, unfinished checks end in ``Outdated``. ``rules`` is the state of the rule
        files that they name (``Settings.rules_state``), so that a changed file counts too.
        """
        with self._lock:
            if config == self._config and rules == self._rules:
                return False
            is_new = config != self._config or bool(self._rules)
            self._config, self._rules = config, rules
            old = self._taken_jobs() if is_new else []
        _end(old)
        return is_new

    def check(self, stage: Stage = Stage.COMPLETE) -> Future[Answer]:
        """The findings in the current text.

        Ends in ``Outdated`` if the text or the settings change first, or the document is
        closed, and in ``Busy`` if too many checks wait. Each text is checked only once at each
        stage, however many requests there are.
        """
        with self._lock:
            job = self._jobs.get(stage)
            if job is not None:
                future = job.future()
                if not job.has_failed:
                    return future
            given = Input(self.path, text=self.text)
            job = Job(
                self.owner,
                self.name,
                given,
                self._config,
                stage,
                self.version,
                self.file,
                self._rules,
            )
            future = job.future()
            is_closed = self._is_closed
            if not is_closed:
                self._jobs[stage] = job
        if is_closed:
            job.fail(Outdated())
        else:
            self._put(job)
        return future

    def close(self) -> None:
        """Forget the text. Unfinished checks end in ``Outdated``."""
        with self._lock:
            self._is_closed = True
            self.text, self.file = "", None
            old = self._taken_jobs()
        self._tell(old)

    def _become(self, text: str, version: int) -> list[Job]:
        if self._is_closed:
            return []
        self.text, self.version = text, version
        return self._taken_jobs()

    def _taken_jobs(self) -> list[Job]:
        jobs, self._jobs = [*self._jobs.values()], {}
        return jobs

    def _tell(self, old: list[Job]) -> None:
        _end(old)
        self._on_change(self)


def _end(jobs: list[Job]) -> None:
    """End the jobs, outside every lock: callbacks may request further checks."""
    for job in jobs:
        job.fail(Outdated())


def size_of(text: str) -> int:
    """The bytes of ``text`` in UTF-8."""
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))
