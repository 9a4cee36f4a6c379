"""Endpoints of the API, from which Starlette routes and their descriptions are made."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from copylint.core.errors import ConfigError, CopylintError, EngineError, InputError
from copylint.core.record import field, record
from copylint.report.finding_record import to_json
from copylint.serve.replies import Refusal
from copylint.service.answer import Busy, Outdated

Handler = Callable[[Request], Awaitable[Any]]
Schema = dict[str, Any]

_BUSY_RETRY_S = 2


@record
class Endpoint:
    """An HTTP method on a path below ``/api``.

    ``handler`` returns a value to send as JSON, a response, or None for an empty answer.
    ``body`` and ``answer`` are JSON schemas: ``body`` is None if there is no body, ``answer`` if
    it is not JSON. ``raw`` means that the body consists of the bytes of a file. ``query``
    describes the parameters by name.
    """

    method: str
    path: str
    summary: str
    handler: Handler
    body: Schema | None = None
    answer: Schema | None = None
    raw: bool = False
    query: dict[str, str] = field(default_factory=dict)

    def route(self) -> Route:
        """The route, which answers errors in JSON."""
        return Route(f"/api{self.path}", self._answered, methods=[self.method])

    async def _answered(self, request: Request) -> Response:
        try:
            value = await self.handler(request)
        except Refusal as refusal:
            return error(refusal.status, refusal.message, refusal.retry_s)
        except Outdated:
            return error(409, "the text has changed since")
        except Busy:
            return error(503, "too many checks are waiting; try again", _BUSY_RETRY_S)
        except (InputError, EngineError, ConfigError) as problem:
            return error(422, _said(problem))
        if value is None:
            return Response(status_code=204)
        return value if isinstance(value, Response) else reply(value)


def reply(value: object, status: int = 200) -> Response:
    """``value`` as JSON that no cache may keep."""
    data = to_json(value).encode("utf-8")
    headers = {"Cache-Control": "no-store"}
    return Response(data, status, headers, media_type="application/json")


def error(status: int, message: str, retry_s: int = 0) -> Response:
    """An error as JSON; ``retry_s`` is the seconds to wait before another try, 0 for no retry."""
    response = reply({"error": message}, status)
    if retry_s:
        response.headers["Retry-After"] = str(retry_s)
    return response


def _said(problem: CopylintError) -> str:
    """The message without the path, which clients must not see."""
    return problem.message if isinstance(problem, InputError) else str(problem)
