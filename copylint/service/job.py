"""A requested check, and the clients that wait for its answer."""

from __future__ import annotations

import threading
from concurrent.futures import Future, InvalidStateError
from contextlib import suppress

from copylint.config.schema import Config
from copylint.runner.result import Input
from copylint.service.answer import Answer, Outdated, Stage
from copylint.service.kept_file import KeptFile


class Job:
    """One check; for use by several threads.

    ``document`` is the name of the open document to be checked, empty for a text that is
    checked only once. ``version`` is that of the text. ``file`` is the file that the text is the
    prose of, if it is. ``rules`` is the state of the rule files, if it is known.
    """

    def __init__(
        self,
        owner: str,
        document: str,
        given: Input,
        config: Config,
        stage: Stage,
        version: int = 0,
        file: KeptFile | None = None,
        rules: bytes = b"",
    ) -> None:
        self.owner, self.document = owner, document
        self.input, self.config = given, config
        self.stage, self.version, self.file, self.rules = stage, version, file, rules
        self._lock = threading.Lock()
        self._waiting: list[Future[Answer]] = []
        self._answer: Answer | None = None
        self._error: Exception | None = None

    @property
    def is_wanted(self) -> bool:
        """Whether anyone still waits for the answer."""
        with self._lock:
            over = self._answer is not None or self._error is not None
            return not over and not all(each.cancelled() for each in self._waiting)

    def is_abandoned(self) -> bool:
        """Whether nobody waits for the answer any more; if so, the job ends in ``Outdated``.

        An open job would make the next client wait for an answer that never comes.
        """
        with self._lock:
            over = self._answer is not None or self._error is not None
            if not over and all(each.cancelled() for each in self._waiting):
                self._error = Outdated()
                self._waiting = []
                return True
            return over

    @property
    def has_failed(self) -> bool:
        """Whether it has ended without an answer."""
        return self._error is not None

    def future(self) -> Future[Answer]:
        """Another future for the answer."""
        made: Future[Answer] = Future()
        with self._lock:
            if self._answer is None and self._error is None:
                self._waiting.append(made)
                return made
        self._settle(made)
        return made

    def answer(self, answer: Answer) -> None:
        """Give ``answer`` to everyone who waits; has no effect if the job has ended."""
        self._end(answer, None)

    def fail(self, error: Exception) -> None:
        """Raise ``error`` for everyone who waits; has no effect if the job has ended."""
        self._end(None, error)

    def _end(self, answer: Answer | None, error: Exception | None) -> None:
        with self._lock:
            if self._answer is not None or self._error is not None:
                return
            self._answer, self._error = answer, error
            waiting, self._waiting = self._waiting, []
        for each in waiting:  # outside the lock: callbacks may ask for more
            self._settle(each)

    def _settle(self, future: Future[Answer]) -> None:
        with suppress(InvalidStateError):  # cancelled
            if self._answer is not None:
                future.set_result(self._answer)
            else:
                future.set_exception(self._error)
