"""The thread that checks."""

from __future__ import annotations

import threading

from copylint.config.schema import Config
from copylint.core.errors import CopylintError, EngineError
from copylint.core.record import replace
from copylint.runner.document_reader import Formats
from copylint.runner.engine_sessions import fault
from copylint.runner.result import FileResult, Input
from copylint.service.answer import Answer, Stage
from copylint.service.job import Job
from copylint.service.job_queue import JobQueue
from copylint.service.limits import Limits
from copylint.service.linter_pool import LinterPool


class Worker:
    """Takes jobs from a queue, one at a time, until the queue is closed."""

    def __init__(self, queue: JobQueue, limits: Limits) -> None:
        self._queue, self._limits = queue, limits
        self._pool = LinterPool()
        self._thread = threading.Thread(target=self._work, name="copylint-service", daemon=True)
        self._thread.start()

    def join(self) -> None:
        """Wait for the thread to end; the queue must have been closed."""
        self._thread.join()

    def _work(self) -> None:
        while (job := self._queue.take()) is not None:
            try:
                job.answer(self._answer(job))
            except Exception as error:  # noqa: BLE001 - one job must not end the service
                reason = f"could not be checked: {fault(error)}"
                job.answer(Answer(job.version, job.input.text or "", error=reason))
        self._pool.close()

    def _answer(self, job: Job) -> Answer:
        config = _bounded(job.config, self._limits)
        try:
            ready = self._pool.get(config, job.stage)
        except CopylintError as error:
            return Answer(job.version, job.input.text or "", error=str(error))
        result = ready.linter.lint([job.input])
        (file,) = result.files
        if result.engine_errors:
            self._pool.drop(ready)  # an engine that failed is started again
        if config.strict_engines and result.engine_errors:
            raise EngineError(*result.engine_errors[0].split(": ", 1))
        return Answer(
            job.version,
            _text(job.input, config, file),
            file.findings,
            (*_notes(file), *ready.notes, *result.engine_errors),
            file.error,
            file.words,
            file.headline,
            is_complete=job.stage is Stage.COMPLETE,
        )


def _bounded(config: Config, limits: Limits) -> Config:
    return replace(config, timeout=min(config.timeout, limits.seconds))


def _notes(file: FileResult) -> tuple[str, ...]:
    if not file.language:
        return file.notes
    return (*file.notes, f"left out because it is in {file.language}, not in English")


def _text(given: Input, config: Config, file: FileResult) -> str:
    """The text that findings are about."""
    if given.text is not None:
        return given.text
    if file.error:
        return ""
    return Formats(config).seen(given.path, given.data or b"")
