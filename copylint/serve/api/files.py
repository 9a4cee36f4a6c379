"""Routes for files that a client sends, or opens below the folders of the server."""

from __future__ import annotations

import asyncio
from typing import Any

from starlette.requests import Request

from copylint.config.schema import Config
from copylint.core.document import Document
from copylint.runner.document_reader import Formats
from copylint.serve.api.answers import file_answer_record
from copylint.serve.api.body import raw_body
from copylint.serve.api.context import TYPED, ApiContext


class FileRoutes:
    """Reads and checks files."""

    def __init__(self, context: ApiContext) -> None:
        self._context, self._folders = context, context.folders

    async def read(self, request: Request) -> dict[str, Any]:
        """The text of a file that is sent."""
        data = await raw_body(request, self._context.most_bytes)
        path = self._context.path_of(request.query_params.get("name", ""))
        config = self._context.config(path)
        return await self._context.work(lambda: file_record(path, data, config))

    async def check(self, request: Request) -> dict[str, Any]:
        """Check a file that is sent."""
        data = await raw_body(request, self._context.most_bytes)
        path = self._context.path_of(request.query_params.get("name", ""))
        config = self._context.config(path)
        document = await self._context.work(lambda: Formats(config).document_in(path, data))
        answer = await asyncio.wrap_future(
            self._context.service.check_bytes(data, path=path, config=config)
        )
        name = path.rpartition("/")[2]
        record = file_answer_record(answer, document, name)
        return {**record, "format": document.format, "text": document.text.rstrip("\n")}

    async def list(self, request: Request) -> dict[str, Any]:
        """The files below the folders."""
        config = self._context.config(self._context.path_of(""))
        files, more = await self._context.work(lambda: self._folders.listed(config))
        return {"files": files, "more": more}

    async def open(self, request: Request) -> dict[str, Any]:
        """The text of a file below the folders."""
        name = request.query_params.get("name", "")

        def task() -> dict[str, Any]:
            path, data = self._folders.read(name, self._context.most_bytes)
            return file_record(path, data, self._context.config(path))

        return await self._context.work(task)


def file_record(path: str, data: bytes, config: Config) -> dict[str, Any]:
    """A file in the form that a client edits: the source of a typed format, or the prose.

    Line ends become ``\\n``; ``line_end`` gives those of the file. Raises ``InputError``.
    """
    formats = Formats(config)
    document = formats.document_in(path, data)
    typed = document.format in TYPED
    text = document.source if typed else prose_of(document)
    line_end = "\r\n" if typed and "\r\n" in text else "\n"
    return {
        "name": path.rpartition("/")[2],
        "format": document.format if typed else "plain",
        "file_format": document.format,
        "edited": "source" if typed else "prose",
        "text": text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"),
        "line_end": line_end,
        "notes": list(document.notes),
    }


def prose_of(document: Document) -> str:
    """The prose of a document, without the empty lines at its end."""
    return document.text.rstrip("\n")
