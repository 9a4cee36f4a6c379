"""Checks a paragraph as part of the article that its client sends in pieces."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from copylint.core.record import replace
from copylint.core.span import SourceSpan
from copylint.serve.paragraphs import Paragraphs
from copylint.serve.waiting import awaited

if TYPE_CHECKING:
    from starlette.types import Receive

    from copylint.config.schema import Config
    from copylint.serve.caller import Caller
    from copylint.serve.settings import ServeSettings
    from copylint.service.answer import Answer
    from copylint.service.live_document import LiveDocument
    from copylint.service.service import Service

_FIELDS = frozenset({"text", "language", "username", "apiKey"})
_WORD_PROCESSOR = "libreoffice"


def is_paragraph(fields: Mapping[str, str], headers: Mapping[str, str]) -> bool:
    """Whether a request comes from LibreOffice, which sends paragraphs one at a time.

    Versions that do not name themselves are recognised by the headers that they leave out.
    """
    agent = headers.get("user-agent", "")
    is_bare = not agent and headers.get("accept") == "*/*" and "accept-encoding" not in headers
    return (
        (is_bare or _WORD_PROCESSOR in agent.lower())
        and fields.keys() <= _FIELDS
        and "\n\n" not in fields.get("text", "")
    )


def may_remember(settings: ServeSettings, caller: Caller) -> bool:
    """Whether paragraphs of this client may be kept.

    On a server with tokens this takes ``--remember`` and a client that shows a token. On a server
    without tokens the client must be on this machine, and ``--no-remember`` forbids it.
    """
    if settings.tokens:
        return settings.remembers is True and caller.has_token
    return settings.remembers is not False and settings.is_local and caller.is_local


class ArticleMemory:
    """The articles of word processors, each open in the service under a name of its own."""

    def __init__(self, service: Service) -> None:
        self._service = service
        self._paragraphs = Paragraphs(self._forgotten)
        self._locks: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def check(self, owner: str, paragraph: str, config: Config, receive: Receive) -> Answer:
        """The findings in ``paragraph``, checked together with the rest of its article.

        Spans are relative to the paragraph. Raises as ``awaited`` does.
        """
        lock = self._locks.setdefault(owner, asyncio.Lock())
        async with lock:
            article = self._paragraphs.placed(owner, paragraph)
            begin, end = article.start, article.start + len(paragraph)
            document = self._document(owner, article.number, article.text, config)
            answer = await awaited(document.check(), receive)
        inside = (
            replace(each, span=SourceSpan(each.span.start - begin, each.span.end - begin))
            for each in answer.findings
            if begin <= each.span.start and each.span.end <= end
        )
        return replace(answer, text=paragraph, findings=tuple(inside))

    def _document(self, owner: str, number: int, text: str, config: Config) -> LiveDocument:
        known = self._service.document(owner, str(number))
        if known is None:
            return self._service.open(owner, str(number), text, path="", config=config)
        if known.config != config:
            known.configure(config)
        if known.text != text:
            known.replace(text, known.version + 1)
        return known

    def _forgotten(self, owner: str, number: int) -> None:
        document = self._service.document(owner, str(number))
        if document is not None:
            document.close()
