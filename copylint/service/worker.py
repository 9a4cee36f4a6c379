"""The thread that runs the checks."""

from __future__ import annotations

import threading
from typing import NamedTuple

from copylint.config.schema import Config
from copylint.core.errors import CopylintError, EngineError
from copylint.core.interruption import Interrupted, interruptible
from copylint.core.record import replace
from copylint.runner.begun_check import BegunCheck
from copylint.runner.document_reader import Formats
from copylint.runner.engine_sessions import fault
from copylint.runner.result import ChunkResult, FileResult, Input
from copylint.service.accepted import AcceptedByFile
from copylint.service.answer import Answer, Outdated, Stage
from copylint.service.edited_file import EditedFile
from copylint.service.job import Job
from copylint.service.job_queue import JobQueue
from copylint.service.limits import Limits
from copylint.service.linter_pool import LinterPool, ReadyLinter


class Worker:
    """Takes jobs from a queue, one at a time, until the queue is closed."""

    def __init__(self, queue: JobQueue, limits: Limits) -> None:
        self._queue, self._limits = queue, limits
        self._pool = LinterPool()
        self._accepted = AcceptedByFile()
        #: The last text checked by the rules: its complete check need not run them again.
        self._begun: _Begun | None = None
        self._thread = threading.Thread(target=self._work, name="copylint-service", daemon=True)
        self._thread.start()

    def join(self) -> None:
        """Wait for the thread to end; the queue must have been closed."""
        self._thread.join()

    def _work(self) -> None:
        while (job := self._queue.take()) is not None:
            try:
                with interruptible(job.is_abandoned):
                    job.answer(self._answer(job))
            except Interrupted:
                job.fail(Outdated())
            except BaseException as error:  # noqa: BLE001 - one job must not end the service
                self._forget_begun()
                reason = str(error) if isinstance(error, CopylintError) else _unforeseen(error)
                job.answer(Answer(job.version, job.input.text or "", error=reason))
        self._pool.close()

    def _answer(self, job: Job) -> Answer:
        config = _bounded(job.config, self._limits)
        ready = self._pool.get(config, job.rules)
        if job.file is not None:
            edited = job.file.edited(job.input.text or "", job.config)
            return self._of_file(job, config, ready, edited)
        file, notes = self._checked(job.input, job.stage, config, ready)
        return Answer(
            job.version,
            _text(job.input, config, file),
            file.findings,
            notes,
            file.error,
            file.words,
            file.headline,
            is_complete=job.stage is Stage.COMPLETE,
        )

    def _of_file(self, job: Job, config: Config, ready: ReadyLinter, edited: EditedFile) -> Answer:
        """The findings in a file, with their places in the prose that its client edits."""
        given = Input(job.input.path, documents=edited.documents)
        file, notes = self._checked(given, job.stage, config, ready)
        findings = [*filter(None, map(edited.placed, file.findings))]
        rest = edited.rest
        if rest is not None:
            more = Input(given.path, documents=(rest,))
            begun, self._begun = self._begun, None
            own, _ = self._checked(more, job.stage, config, ready)
            self._forget_begun()
            self._begun = begun
            findings += (each for each in own.findings if edited.is_own(each))
        if edited.lost:
            notes = (*notes, _no_place(edited.lost))
        return Answer(
            job.version,
            edited.prose,
            tuple(findings),
            notes,
            file.error,
            file.words,
            file.headline,
            is_complete=job.stage is Stage.COMPLETE,
        )

    def _checked(
        self,
        given: Input,
        stage: Stage,
        config: Config,
        ready: ReadyLinter,
    ) -> tuple[FileResult, tuple[str, ...]]:
        """The result for an input without the findings that the house accepts, and its notes.

        Raises ``EngineError`` if the configuration is strict about engines.
        """
        is_complete = stage is Stage.COMPLETE
        result = self._completed(given, ready) if is_complete else self._rules(given, ready)
        (file,) = result.files
        if result.engine_errors:
            self._pool.drop(ready)  # so that the failed engine is started again
            if config.strict_engines:
                raise EngineError(*result.engine_errors[0].split(": ", 1))
        if config.baseline and file.findings:
            file = replace(file, findings=self._accepted.open_in(file, config.baseline))
        return file, (*_notes(file), *ready.notes, *result.engine_errors)

    def _rules(self, given: Input, ready: ReadyLinter) -> ChunkResult:
        self._forget_begun()
        result, begun = ready.linter.begin(given)
        if begun is not None:
            self._begun = _Begun(ready, given, begun)
        return result

    def _completed(self, given: Input, ready: ReadyLinter) -> ChunkResult:
        """The complete check, or the rest of it if the rules have just checked the same text."""
        ready.start_engines()
        last = self._begun
        if last is not None and last.ready is ready and last.input == given:
            self._begun = None
            return ready.linter.complete(given, last.begun)
        self._forget_begun()
        return ready.linter.lint([given])

    def _forget_begun(self) -> None:
        """Free the last text, whose facts refer to one another, without a search for cycles."""
        last, self._begun = self._begun, None
        if last is not None:
            last.begun.forget(last.begun.articles)


class _Begun(NamedTuple):
    ready: ReadyLinter
    input: Input
    begun: BegunCheck


def _unforeseen(error: BaseException) -> str:
    return f"could not be checked: {fault(error)}"


def _no_place(lost: int) -> str:
    changes = "1 change" if lost == 1 else f"{lost:,} changes"
    return (
        f"the file's own structure has no place for {changes}: checked here, but missing from "
        "the corrected file"
    )


def _bounded(config: Config, limits: Limits) -> Config:
    return replace(config, timeout=min(config.timeout, limits.seconds))


def _notes(file: FileResult) -> tuple[str, ...]:
    if not file.language:
        return file.notes
    return (*file.notes, f"left out because it is in {file.language}, not in English")


def _text(given: Input, config: Config, file: FileResult) -> str:
    """The text in which findings have their spans."""
    if given.text is not None:
        return given.text
    if given.documents:
        return given.documents[0].source
    if file.error:
        return ""
    return Formats(config).seen(given.path, given.data or b"")
