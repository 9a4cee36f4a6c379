"""The route that compares the quotations of a text with transcripts."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request

from copylint.core.errors import InputError
from copylint.core.record import replace
from copylint.core.transcript import Transcript
from copylint.report.quotation_row import quotation_record
from copylint.runner.document_reader import Formats
from copylint.runner.result import Input
from copylint.runner.transcripts import transcript_of
from copylint.serve.api.body import JsonBody, json_body
from copylint.serve.api.context import ApiContext
from copylint.serve.replies import Refusal
from copylint.service.quotation_rows import quotation_rows

_MOST_TRANSCRIPTS = 20


class QuotationRoutes:
    """Compares quotations."""

    def __init__(self, context: ApiContext) -> None:
        self._context = context

    async def compare(self, request: Request) -> dict[str, Any]:
        """The quotations of a text beside what was said, by the transcripts that are sent."""
        body = await json_body(request, self._context.most_bytes)
        sent = body.objects("transcripts")
        if not 0 < len(sent) <= _MOST_TRANSCRIPTS:
            raise Refusal(400, f"send between 1 and {_MOST_TRANSCRIPTS} transcripts")
        return {"quotations": await self._context.work(lambda: self._rows(body, sent))}

    def _rows(self, body: JsonBody, sent: list[JsonBody]) -> list[dict[str, Any]]:
        text, file = body.text("text"), self._context.file_of(body)
        if file is not None:
            config = self._context.config(file.path)
            document = file.edited(text, config).as_text()
        else:
            path, config = self._context.place(body)
            document = Formats(config).document(path, text)
        rows = quotation_rows(document, tuple(map(self._transcript, sent)))
        return [
            {name: value for name, value in quotation_record(row).items() if name != "path"}
            for row in rows
        ]

    def _transcript(self, sent: JsonBody) -> Transcript:
        path = self._context.path_of(sent.text("name"))
        name, data = path.rpartition("/")[2], sent.data("data")
        try:
            read = transcript_of(Input(path, data=data), self._context.config(path), fatal=False)
        except InputError as error:
            raise Refusal(422, f"{name}: {error.message}") from None
        return replace(read, name=name)
