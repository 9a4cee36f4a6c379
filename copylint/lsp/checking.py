"""Checks documents as they change: the rules at once, the engines after a pause."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress

from copylint.core.record import record, replace
from copylint.lsp.carried import shown
from copylint.lsp.documents import OpenDocument
from copylint.runner.engine_sessions import fault
from copylint.service.answer import Answer, Busy, Outdated, Stage

#: Checks of documents with at least this many characters report their progress.
LONG = 200_000
_BUSY_S = 0.5


@record
class Pace:
    """Seconds after a change: ``delay`` before the rules run, ``pause`` before the engines do."""

    delay: float = 0.0
    pause: float = 0.3


class Checker:
    """Checks each open document again whenever it changes; runs in the event loop.

    ``publish`` is called with a document whenever a check has added to its findings.
    ``settle`` is called before a complete check; it may give the document other settings, and
    returns whether it did. ``progress`` starts a report on a long check, and returns the
    function that ends the report.
    """

    def __init__(
        self,
        publish: Callable[[OpenDocument], None],
        settle: Callable[[OpenDocument], bool],
        progress: Callable[[OpenDocument], Callable[[], None]],
    ) -> None:
        self.pace = Pace()
        self._publish, self._settle, self._progress = publish, settle, progress

    def check(self, document: OpenDocument, *, is_new: bool = False) -> None:
        """Check a document that has just been opened (``is_new``) or changed."""
        if document.task is not None:
            document.task.cancel()
        pace = Pace(0.0, 0.0) if is_new else self.pace
        document.task = asyncio.get_running_loop().create_task(self._surely(document, pace))

    async def known(self, document: OpenDocument, stage: Stage) -> bool:
        """Wait until the current text has been checked up to ``stage``.

        Returns False if the document is closed before that.
        """
        while not document.is_closed:
            known = document.known
            if known.complete or (stage is Stage.RULES and known.rules):
                return True
            await document.news.wait()
        return False

    async def _surely(self, document: OpenDocument, pace: Pace) -> None:
        """Check a document; if the program fails, show that the check was not possible."""
        try:
            await self._follow(document, pace)
        except Exception as error:  # noqa: BLE001 - whoever waits for the findings must hear
            answer = Answer(document.live.version, document.text, error=fault(error))
            document.known = replace(document.known, complete=answer)
            document.findings = ()
            self._publish(document)
            document.tell()

    async def _follow(self, document: OpenDocument, pace: Pace) -> None:
        end = self._progress(document) if len(document.text) >= LONG else None
        try:
            await asyncio.sleep(pace.delay)
            answer = await self._ask(document, Stage.RULES)
            if answer is None:
                return
            self._take(document, answer)
            if not answer.is_complete:
                await asyncio.sleep(max(0.0, pace.pause - pace.delay))
                if self._settle(document):
                    return
                answer = await self._ask(document, Stage.COMPLETE)
                if answer is not None:
                    self._take(document, answer)
        finally:
            if end is not None:
                end()

    async def _ask(self, document: OpenDocument, stage: Stage) -> Answer | None:
        """The answer to a check; None if a newer check has replaced it."""
        while True:
            with suppress(Busy):
                try:
                    return await asyncio.wrap_future(document.live.check(stage))
                except Outdated:
                    return None
            await asyncio.sleep(_BUSY_S)

    def _take(self, document: OpenDocument, answer: Answer) -> None:
        known = document.known
        # A complete answer to a request for the rules serves both stages.
        rules = known.rules or answer
        complete = answer if answer.is_complete else None
        document.known = replace(known, rules=rules, complete=complete)
        document.findings = shown(document.before, answer)
        self._publish(document)
        document.tell()
