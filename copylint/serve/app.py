"""Puts the server together: its routes behind the guard."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import Route

from copylint.serve.api.context import ApiContext
from copylint.serve.api.routes import api_routes
from copylint.serve.bodies import Vanished
from copylint.serve.desk.page import page_routes
from copylint.serve.guard import Guard
from copylint.serve.languagetool import routes as languagetool
from copylint.serve.languagetool.information import metrics
from copylint.serve.metrics import CountingMiddleware, Metrics
from copylint.serve.remembering import ArticleMemory
from copylint.serve.replies import Refusal, refused
from copylint.serve.rule_page import rule_routes
from copylint.serve.state import State
from copylint.serve.upstream import Upstream
from copylint.service.service import Service
from copylint.service.settings import Settings

if TYPE_CHECKING:
    from starlette.requests import Request

    from copylint.serve.settings import ServeSettings

# Appears only in the log: the client has gone and reads nothing.
_CLIENT_GONE = 499


def create_app(settings: ServeSettings) -> Starlette:
    """The server as an ASGI application, with a service of its own.

    The service ends with the application's lifespan.
    """
    service = Service(settings.limits)
    folders = Settings(untrusted=settings.untrusted, config_path=settings.config_path)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        yield
        service.close()

    routes = [
        *languagetool.routes(),
        *page_routes(),
        *rule_routes(),
        *api_routes(ApiContext(service, folders, settings)),
        Route("/metrics", metrics),
    ]
    counted = Metrics(frozenset(each.path for each in routes))
    app = Starlette(
        routes=routes,
        middleware=[
            Middleware(CountingMiddleware, metrics=counted),
            Middleware(Guard, settings=settings),
        ],
        exception_handlers={
            Refusal: _refusal,
            Vanished: _vanished,
            HTTPException: _http_error,
        },
        lifespan=lifespan,
    )
    upstream = Upstream(settings.upstream) if settings.upstream else None
    app.state.copylint = State(
        settings, service, folders, ArticleMemory(service), counted, upstream
    )
    return app


async def _refusal(request: Request, error: Exception) -> Response:
    assert isinstance(error, Refusal)
    return refused(error)


async def _vanished(request: Request, error: Exception) -> Response:
    return Response(status_code=_CLIENT_GONE)


async def _http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    path = request.url.path[:200]
    messages = {404: f"there is nothing at '{path}'", 405: f"not a method for '{path}'"}
    return refused(Refusal(error.status_code, messages.get(error.status_code, error.detail)))
