"""The routes of the API, and the OpenAPI document that describes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from starlette.requests import Request
from starlette.routing import Route

from copylint import __version__
from copylint.serve.api import shapes
from copylint.serve.api.context import ApiContext
from copylint.serve.api.documents import CheckRoutes, DocumentRoutes
from copylint.serve.api.endpoint import Endpoint
from copylint.serve.api.exports import ExportRoutes
from copylint.serve.api.files import FileRoutes
from copylint.serve.api.help import HelpRoutes
from copylint.serve.api.quotations import QuotationRoutes
from copylint.serve.api.shapes import named

_NAME = {"name": "the file's name, whose suffix says how to read it"}
_STAGE = {"stage": "'rules' for the rules alone, 'complete' (the default) for the deep check too"}
_PARAMETER = re.compile(r"{(\w+)}")


def api_routes(context: ApiContext) -> list[Route]:
    """The routes below ``/api``."""
    table = endpoints(context)

    async def document(request: Request) -> dict[str, Any]:
        return openapi(table)

    table.append(Endpoint("GET", "/openapi.json", "This document", document, answer={}))
    return [each.route() for each in table]


def endpoints(context: ApiContext) -> list[Endpoint]:
    """All endpoints of the API."""
    check, live = CheckRoutes(context), DocumentRoutes(context)
    files, exports = FileRoutes(context), ExportRoutes(context)
    about, quotations = HelpRoutes(context), QuotationRoutes(context)
    article, answer, one = named("Article"), named("Answer"), "/documents/{id}"
    opened, as_open = named("OpenedArticle"), named("ArticleAsOpen")
    return [
        Endpoint("GET", "/about", _said(about.about), about.about, answer=shapes.ABOUT),
        Endpoint("POST", "/check", _said(check.text), check.text, article, answer),
        Endpoint("POST", "/check/file", _said(files.check), files.check, None, answer, True, _NAME),
        Endpoint("POST", "/documents", _said(live.open), live.open, opened, shapes.OPENED),
        Endpoint("PATCH", one, _said(live.change), live.change, shapes.CHANGE),
        Endpoint(
            "GET",
            f"{one}/findings",
            _said(live.findings),
            live.findings,
            answer=answer,
            query=_STAGE,
        ),
        Endpoint("DELETE", one, _said(live.close), live.close),
        Endpoint("POST", "/files", _said(files.read), files.read, None, named("File"), True, _NAME),
        Endpoint("GET", "/folder", _said(files.list), files.list, answer=shapes.LISTED),
        Endpoint(
            "GET",
            "/folder/file",
            _said(files.open),
            files.open,
            answer=named("File"),
            query={"name": "the name under which /api/folder lists the file"},
        ),
        Endpoint("POST", "/fixes", _said(about.fixes), about.fixes, as_open, shapes.FIXED),
        Endpoint(
            "POST",
            "/statistics",
            _said(about.statistics),
            about.statistics,
            as_open,
            named("Statistics"),
        ),
        Endpoint(
            "POST",
            "/quotations",
            _said(quotations.compare),
            quotations.compare,
            shapes.COMPARED,
            shapes.QUOTATIONS,
        ),
        Endpoint("GET", "/words", _said(about.words), about.words, answer=shapes.WORDS),
        Endpoint(
            "POST", "/words", _said(about.add_word), about.add_word, shapes.WORD, shapes.ADDED
        ),
        Endpoint(
            "POST",
            "/words/remove",
            _said(about.remove_word),
            about.remove_word,
            shapes.WORD,
            shapes.REMOVED,
        ),
        Endpoint("GET", "/rules", _said(about.rules), about.rules, answer=shapes.RULES),
        Endpoint("GET", "/rules/{rule}", _said(about.rule), about.rule, answer=named("Rule")),
        Endpoint(
            "POST",
            "/export/file",
            _said(exports.file),
            exports.file,
            shapes.EXPORT,
            shapes.EXPORTED,
        ),
        Endpoint("POST", "/export/report", _said(exports.report), exports.report, shapes.REPORT),
    ]


def openapi(table: Sequence[Endpoint]) -> dict[str, Any]:
    """The description of the routes in OpenAPI 3.1."""
    paths: dict[str, dict[str, Any]] = {}
    for each in table:
        paths.setdefault(f"/api{each.path}", {})[each.method.lower()] = _operation(each)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "copylint",
            "version": __version__,
            "description": "Checks articles. Places are code points of the text that was sent.",
        },
        "paths": paths,
        "components": {
            "schemas": shapes.SCHEMAS,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(each: Endpoint) -> dict[str, Any]:
    operation: dict[str, Any] = {"summary": each.summary}
    parameters = [
        {"name": name, "in": "path", "required": True, "schema": shapes.TEXT}
        for name in _PARAMETER.findall(each.path)
    ]
    parameters += [
        {"name": name, "in": "query", "description": said, "schema": shapes.TEXT}
        for name, said in each.query.items()
    ]
    if parameters:
        operation["parameters"] = parameters
    if each.body is not None:
        operation["requestBody"] = _content("application/json", each.body)
    elif each.raw:
        operation["requestBody"] = _content("application/octet-stream", {})
    operation["responses"] = {
        _status(each): _answer(each),
        "default": {"description": "It could not be done", **_json(named("Error"))},
    }
    return operation


def _status(each: Endpoint) -> str:
    is_empty = each.answer is None and not each.path.endswith("/report")
    return "204" if is_empty else "200"


def _answer(each: Endpoint) -> dict[str, Any]:
    if each.answer is not None:
        return {"description": "Done", **_json(each.answer)}
    if each.path.endswith("/report"):
        return {"description": "A page in HTML", "content": {"text/html": {}}}
    return {"description": "Done"}


def _json(schema: dict[str, Any]) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": schema}}}


def _content(kind: str, schema: dict[str, Any]) -> dict[str, Any]:
    return {"required": True, "content": {kind: {"schema": schema}}}


def _said(handler: Any) -> str:
    """The summary of a route: the first line of its handler's docstring."""
    return str(handler.__doc__).splitlines()[0].rstrip(".")
