"""Errors in the form that LanguageTool gives them, and JSON."""

from __future__ import annotations

from starlette.responses import PlainTextResponse, Response

from copylint.report.finding_record import to_json


class Refusal(Exception):
    """A request that is not served: the HTTP ``status`` and a ``message`` for a person.

    ``retry_s`` is the seconds after which another try may succeed, 0 if none will.
    """

    def __init__(self, status: int, message: str, *, retry_s: int = 0) -> None:
        super().__init__(message)
        self.status, self.message, self.retry_s = status, message, retry_s


def refused(refusal: Refusal) -> Response:
    """The answer to a refused request: ``Error: …`` as plain text."""
    headers = {}
    if refusal.retry_s:
        headers["Retry-After"] = str(refusal.retry_s)
    if refusal.status == 401:
        headers["WWW-Authenticate"] = 'Bearer realm="copylint"'
    text = f"Error: {refusal.message}"
    return PlainTextResponse(
        text.encode("utf-8", "replace"), status_code=refusal.status, headers=headers
    )


def json_reply(value: object) -> Response:
    """``value`` as JSON."""
    return Response(to_json(value).encode("utf-8"), media_type="application/json")
