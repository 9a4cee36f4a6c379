"""The service: checks texts for any number of clients."""

from __future__ import annotations

from concurrent.futures import Future

from copylint.config.schema import Config
from copylint.core.document import Document
from copylint.runner.result import Input, too_large
from copylint.service.answer import Answer, Stage
from copylint.service.documents import LiveDocuments
from copylint.service.job import Job
from copylint.service.job_queue import JobQueue
from copylint.service.kept_file import KeptFile
from copylint.service.limits import DEFAULT, Limits
from copylint.service.live_document import LiveDocument, size_of
from copylint.service.worker import Worker


class Service:
    """Checks texts for its clients; for use by several threads, one per process.

    An ``owner`` is any string by which a protocol identifies a client; no client sees the
    documents of another. Checks run one at a time, in a thread of the service's own.
    """

    def __init__(self, limits: Limits = DEFAULT) -> None:
        self.limits = limits
        self._queue = JobQueue(limits.queue)
        self._documents = LiveDocuments(limits)
        self._worker = Worker(self._queue, limits)

    def check(
        self,
        text: str,
        *,
        path: str,
        config: Config,
        stage: Stage = Stage.COMPLETE,
        owner: str = "",
    ) -> Future[Answer]:
        """The findings in a text; the service keeps nothing of it.

        ``path`` is as for ``LiveDocument``. Ends in ``Busy`` if too many checks wait. A text
        that cannot be checked is an ``Answer`` with an error.
        """
        return self._asked(Job(owner, "", Input(path, text=text), config, stage))

    def check_bytes(
        self, data: bytes, *, path: str, config: Config, owner: str = ""
    ) -> Future[Answer]:
        """The findings in the content of a file, such as a Word file; otherwise as ``check``."""
        return self._asked(Job(owner, "", Input(path, data=data), config, Stage.COMPLETE))

    def check_document(
        self, document: Document, *, config: Config, owner: str = ""
    ) -> Future[Answer]:
        """The findings in a document that has been read already; otherwise as ``check``."""
        given = Input(document.path, documents=(document,))
        return self._asked(Job(owner, "", given, config, Stage.COMPLETE))

    def open(
        self,
        owner: str,
        name: str,
        text: str,
        *,
        path: str,
        config: Config,
        version: int = 0,
        file: KeptFile | None = None,
    ) -> LiveDocument:
        """Open a document; another that its owner has open under that name is closed.

        With ``file``, the text is the prose of that file, and its findings are those of the file
        with the changes of the text.
        """
        document = LiveDocument(
            owner,
            name,
            text,
            path=path,
            config=config,
            version=version,
            file=file,
            put=self._put,
            on_change=self._documents.note_change,
        )
        self._documents.add(document)
        return document

    def document(self, owner: str, name: str) -> LiveDocument | None:
        """The document that ``owner`` has open under ``name``, if any."""
        return self._documents.get(owner, name)

    def documents(self, owner: str) -> list[LiveDocument]:
        """The documents that ``owner`` has open."""
        return self._documents.of(owner)

    def forget(self, owner: str) -> None:
        """Close every document of ``owner``."""
        for each in self._documents.of(owner):
            each.close()

    @property
    def waiting(self) -> int:
        """The number of checks that wait."""
        return len(self._queue)

    def close(self) -> None:
        """End the service; unfinished and later checks end in ``Outdated``."""
        self._documents.close()
        self._queue.close()
        self._worker.join()

    def _asked(self, job: Job) -> Future[Answer]:
        future = job.future()
        self._put(job)
        return future

    def _put(self, job: Job) -> None:
        given = job.input
        size = len(given.data) if given.data is not None else size_of(given.text or "")
        if size > self.limits.document_bytes:
            reason = too_large(self.limits.document_bytes, "check it in parts")
            job.answer(Answer(job.version, given.text or "", error=reason))
        else:
            self._queue.put(job)
