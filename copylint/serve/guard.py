"""Admits requests to the server, or refuses them before a route sees them.

Checks the host name that the client used, the origin of the web page, the token, the size of
the request and the client's rate.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.responses import Response

from copylint.serve import bodies
from copylint.serve.caller import caller_for, remember, token_among
from copylint.serve.forms import parameters
from copylint.serve.origins import demand_origin, permissions, preflight
from copylint.serve.rate import RateLimit
from copylint.serve.replies import Refusal, refused
from copylint.serve.settings import ServeSettings, is_loopback

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

    from copylint.serve.settings import AccessToken

_FORWARDED = ("forwarded", "x-forwarded-for", "x-real-ip", "via")
# Needs no token: the health check, and the page, which asks the user for the token.
_OPEN = frozenset({"/healthcheck", "/v2/healthcheck", "/"})
_VISITED = frozenset({"/"})
_VISITED_FOLDERS = ("/rules/",)
_OPEN_FOLDERS = ("/desk/",)
_WITHOUT_BODY = frozenset({"GET", "HEAD", "OPTIONS"})
# Some clients join an address that ends in a slash to a path that begins with one.
_SLASHES = re.compile("/{2,}")
_TOO_SLOW = 408
_SAFE = [
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cache-control", b"no-store"),
]


class Guard:
    """Middleware that refuses requests with the kind of error that LanguageTool gives."""

    def __init__(self, app: ASGIApp, settings: ServeSettings) -> None:
        self._app, self._settings = app, settings
        self._bounds = settings.bounds
        self._rate = RateLimit(settings.bounds.rate)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {
            name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]
        }
        shown = list(_SAFE)

        async def guarded_send(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = {name for name, _ in message.get("headers", ())}
                extra = [each for each in shown if each[0] not in own]
                message["headers"] = [*message.get("headers", ()), *extra]
            await send(message)

        is_read = scope["method"] in _WITHOUT_BODY
        answer: Send = guarded_send
        try:
            scope["path"] = _SLASHES.sub("/", scope["path"])
            self._demand_host(scope)
            visits = scope["method"] == "GET" and scope["path"].startswith(_VISITED_FOLDERS)
            visits = visits or (scope["method"] == "GET" and scope["path"] in _VISITED)
            origin = demand_origin(headers, self._settings.origins, visits=visits)
            shown += permissions(origin)
            if origin and scope["method"] == "OPTIONS":
                await Response(status_code=204, headers=preflight(headers))(
                    scope, receive, guarded_send
                )
                return
            token = self._token_in_path(scope)
            body = b""
            if not is_read:
                self._demand_length(headers)
                body = await bodies.read(receive, self._bounds)
                is_read = True
                receive = bodies.replayed(body, receive)
            token = token or self._token_shown(scope, headers, body)
            self._admit(scope, headers, token)
        except bodies.Vanished:
            return
        except Refusal as refusal:
            if not is_read:
                answer = bodies.closing(receive, answer, waits=refusal.status != _TOO_SLOW)
            await refused(refusal)(scope, receive, answer)
            return
        await self._app(scope, receive, guarded_send)

    def _demand_host(self, scope: Scope) -> None:
        """Refuse a host name that another site may have pointed at this machine (DNS rebinding).

        A server for other machines accepts any name, since it demands a token.
        """
        hosts = [value for name, value in scope["headers"] if name == b"host"]
        if len(hosts) != 1:
            raise Refusal(400, "a request must have one Host header")
        if self._settings.is_local:
            named = _name_in(hosts[0].decode("latin-1"))
            if not is_loopback(named):
                raise Refusal(
                    403,
                    f"this server answers only as localhost or 127.0.0.1, not as '{named[:200]}'",
                )

    def _token_in_path(self, scope: Scope) -> AccessToken | None:
        """The token at the start of the path, which is removed from the path."""
        first, slash, rest = scope["path"].lstrip("/").partition("/")
        token = token_among(self._settings.tokens, first) if slash else None
        if token:
            scope["path"] = f"/{rest}"
            scope["raw_path"] = scope["path"].encode("utf-8", "replace")
        return token

    def _demand_length(self, headers: dict[str, str]) -> None:
        length = headers.get("content-length", "")
        if length.isdecimal() and int(length) > self._bounds.body_bytes:
            raise bodies.too_long(self._bounds)

    def _token_shown(
        self, scope: Scope, headers: dict[str, str], body: bytes
    ) -> AccessToken | None:
        """The token in the headers, or else the parameter ``apiKey``."""
        tokens = self._settings.tokens
        if not tokens:
            return None
        scheme, _, secret = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return token_among(tokens, secret.strip())
        given = parameters(scope["query_string"], body, headers.get("content-type", ""))
        return token_among(tokens, given.get("apiKey", ""))

    def _admit(self, scope: Scope, headers: dict[str, str], token: AccessToken | None) -> None:
        """Record the client. Raises ``Refusal`` for one without a token, or over its rate."""
        forwarded = any(name in headers for name in _FORWARDED)
        caller = caller_for(scope, token, is_forwarded=forwarded)
        wait = self._rate.wait_for(caller.owner)
        if wait:
            raise Refusal(429, f"too many requests; try again in {wait} s", retry_s=wait)
        path = scope["path"]
        is_open = path in _OPEN or path.startswith(_OPEN_FOLDERS)
        if self._settings.tokens and not token and not is_open:
            raise Refusal(
                401, "this server needs a token, as a bearer token, as 'apiKey' or in the path"
            )
        remember(scope, caller)


def _name_in(host: str) -> str:
    """The name in a Host header, without the port; empty if there is none."""
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""
