"""Routes for live documents: a page opens an article, sends changes and asks for findings."""

from __future__ import annotations

import asyncio
import secrets
from typing import Any

from starlette.requests import Request

from copylint.config.schema import Config
from copylint.core.errors import InputError
from copylint.serve.api.answers import answer_record, block_records, blocks_record
from copylint.serve.api.body import JsonBody, json_body
from copylint.serve.api.context import ARTICLE, ApiContext
from copylint.serve.replies import Refusal
from copylint.service.answer import Stage
from copylint.service.kept_file import KeptFile
from copylint.service.live_document import LiveDocument
from copylint.service.text_edit import TextEdit


class DocumentRoutes:
    """Routes for open articles. Only someone who knows the id of an article can reach it."""

    def __init__(self, context: ApiContext) -> None:
        self._context = context

    async def open(self, request: Request) -> dict[str, Any]:
        """Open an article; with a file, one that is the prose of the file."""
        body = await json_body(request, self._context.most_bytes)
        text, version, file = body.text("text"), _version(body), None
        if "data" in body or "file" in body:
            path, data = self._context.original(body)
            config = self._context.config(path)
            file = await self._context.work(lambda: KeptFile(path, data, config))
        else:
            path, config = self._context.place(body)
        name = secrets.token_urlsafe(18)
        self._context.service.open(
            name, ARTICLE, text, path=path, config=config, version=version, file=file
        )
        return {"id": name}

    async def change(self, request: Request) -> None:
        """Change its text: by edits, each about what the one before leaves, or as a whole."""
        document = self._document(request)
        body = await json_body(request, self._context.most_bytes)
        if "text" in body:
            document.replace(body.text("text"), _version(body))
            return
        edits = [
            TextEdit(each.whole("start"), each.whole("end"), each.text("text"))
            for each in body.objects("edits")
        ]
        try:
            document.change(edits, _version(body))
        except ValueError as error:
            raise Refusal(409, str(error)) from None

    async def findings(self, request: Request) -> dict[str, Any]:
        """Wait for the findings of the present text."""
        document = self._document(request)
        stage = _stage(request.query_params.get("stage", Stage.COMPLETE))
        config = self._config(document)
        answer = await asyncio.wrap_future(document.check(stage))
        record = answer_record(answer, document.path.rpartition("/")[2])
        if stage is Stage.RULES:
            record["blocks"] = await self._context.work(
                lambda: _blocks(document, answer.text, config)
            )
        return record

    async def close(self, request: Request) -> None:
        """Forget the article."""
        self._document(request).close()

    def _document(self, request: Request) -> LiveDocument:
        return self._context.document(request.path_params["id"])

    def _config(self, document: LiveDocument) -> Config:
        """The current settings: the words and the rules may have changed since the last request."""
        config = self._context.config(document.path)
        document.configure(config, self._context.settings.rules_state(document.path))
        return config


class CheckRoutes:
    """Checks after which nothing is kept."""

    def __init__(self, context: ApiContext) -> None:
        self._context = context

    async def text(self, request: Request) -> dict[str, Any]:
        """Check a text."""
        body = await json_body(request, self._context.most_bytes)
        path, config = self._context.place(body)
        stage = _stage(body.text("stage", Stage.COMPLETE))
        text = body.text("text")
        answer = await asyncio.wrap_future(
            self._context.service.check(text, path=path, config=config, stage=stage)
        )
        blocks = await self._context.work(lambda: blocks_record(text, path, config))
        return {**answer_record(answer, path.rpartition("/")[2]), "blocks": blocks}


def _blocks(document: LiveDocument, text: str, config: Config) -> list[dict[str, Any]]:
    if document.file is None:
        return blocks_record(text, document.path, config)
    try:
        return block_records(document.file.edited(text, config).blocks())
    except InputError:
        return []


def _version(body: JsonBody) -> int:
    return body.whole("version", 0)


def _stage(name: str) -> Stage:
    try:
        return Stage(name)
    except ValueError:
        raise Refusal(400, f"'stage' is none of {', '.join(Stage)}") from None
