"""Routes for exports: the corrected file, a Word file with marks, or a report."""

from __future__ import annotations

import asyncio
import io
from base64 import b64encode
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from copylint import __version__
from copylint.config.schema import Config
from copylint.core.document import Document
from copylint.core.finding import Finding
from copylint.core.rule import Measured, Rule
from copylint.report.base import Library, Outcome, Presentation, Provenance
from copylint.report.lookup import reporter
from copylint.report.visible import safe
from copylint.runner.carried_changes import CarriedFile, carried
from copylint.runner.document_reader import Formats
from copylint.runner.fixed_file import FixedFile
from copylint.runner.result import FileResult, Input
from copylint.serve.api.body import JsonBody, json_body
from copylint.serve.api.context import ApiContext
from copylint.serve.replies import Refusal

_WAYS = ("written", "tracked", "comments")
_LONGEST_SHOWN = 80


class ExportRoutes:
    """Writes changes back into files, and reports."""

    def __init__(self, context: ApiContext) -> None:
        self._context = context

    async def file(self, request: Request) -> dict[str, Any]:
        """The file with the changes of its text, as they are, tracked, or with comments."""
        body = await json_body(request, self._context.most_bytes)
        way = body.text("changes", _WAYS[0])
        if way not in _WAYS:
            raise Refusal(400, f"'changes' is none of {', '.join(_WAYS)}")
        path, data = self._context.original(body)
        config, text = self._context.config(path), body.text("text")
        done = await self._context.work(lambda: carried(Formats(config), path, data, text))
        new, comments = done.data, 0
        if way == "tracked":
            new = await self._context.work(lambda: _tracked(path, data, done, config))
        elif way == "comments":
            new, comments = await self._commented(path, done.data, config, _dismissed(body))
        return {
            "name": path.rpartition("/")[2],
            "data": b64encode(new).decode("ascii"),
            "changes": len(done.edits),
            "comments": comments,
            "lost": [_shown(each.text) for each in done.lost],
        }

    async def report(self, request: Request) -> Response:
        """The report for editors, a page of its own, on what is not dismissed."""
        body = await json_body(request, self._context.most_bytes)
        text, dismissed, file = body.text("text"), _dismissed(body), self._context.file_of(body)
        if file is not None:
            path, config = file.path, self._context.config(file.path)
            edited = await self._context.work(lambda: file.edited(text, config))
            document = edited.rest or edited.document
            answering = self._context.service.check_document(document, config=config)
        else:
            path, config = self._context.place(body)
            document = await self._context.work(lambda: Formats(config).document(path, text))
            answering = self._context.service.check(text, path=path, config=config)
        answer = await asyncio.wrap_future(answering)
        findings = [each for each in answer.findings if _key(each) not in dismissed]
        page = await self._context.work(
            lambda: _report(path, text, document, findings, answer.words, config)
        )
        headers = {"Content-Disposition": "attachment", "Cache-Control": "no-store"}
        return Response(page.encode("utf-8"), 200, headers, media_type="text/html")

    async def _commented(
        self, path: str, data: bytes, config: Config, dismissed: set[tuple[str, str]]
    ) -> tuple[bytes, int]:
        from copylint.runner.word_comments import with_comments

        answer = await asyncio.wrap_future(
            self._context.service.check_bytes(data, path=path, config=config)
        )
        kept = [each for each in answer.findings if _key(each) not in dismissed]
        when = datetime.now()
        return await self._context.work(
            lambda: with_comments(Input(path, data=data), kept, config, when)
        )


def _tracked(path: str, data: bytes, done: CarriedFile, config: Config) -> bytes:
    from copylint.runner.track_changes import with_tracked_changes

    form = Formats(config).of(path, data).name
    result = FileResult(path)
    fixed = FixedFile(data, done.data, result, passes=(done.edits,), format=form)
    return with_tracked_changes(fixed, datetime.now())


def _dismissed(body: JsonBody) -> set[tuple[str, str]]:
    return {(each.text("rule"), each.text("sentence")) for each in body.objects("dismissed")}


def _key(finding: Finding) -> tuple[str, str]:
    """The key that identifies a dismissed finding, as in a baseline."""
    return finding.rule, finding.sentence


def _shown(text: str) -> str:
    shown = safe(" ".join(text.split()))
    return shown if len(shown) <= _LONGEST_SHOWN else shown[: _LONGEST_SHOWN - 1] + "…"


class _OneArticle(Library):
    """A library for a report about one text that is not in a file."""

    def __init__(self, text: str, document: Document, config: Config) -> None:
        self._text, self._document, self._config = text, document, config

    def rule(self, rule_id: str) -> Rule | None:
        from copylint.runner.rules import all_rules

        return all_rules(self._config.rule_sources).get(rule_id)

    def document(self, path: str) -> Document | None:
        return self._document

    def digest(self, path: str) -> str:
        return sha256(self._text.encode("utf-8")).hexdigest()

    def measured(self, rule_id: str) -> Measured | None:
        from copylint.runner.rule_metrics import figures

        return figures().get(rule_id)

    def provenance(self) -> Provenance:
        return Provenance(date=datetime.now().date().isoformat())


def _report(
    path: str,
    text: str,
    document: Document,
    findings: Sequence[Finding],
    words: int,
    config: Config,
) -> str:
    from copylint.core.record import replace

    name = path.rpartition("/")[2]
    shown = tuple(replace(each, path=name) for each in findings)
    library = _OneArticle(text, document, config)
    out = io.StringIO()
    outcome = Outcome(shown, (), (name,), words, __version__, library)
    reporter("html").write(outcome, out, Presentation())
    return out.getvalue()
