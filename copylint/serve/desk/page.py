"""Serves the desk's page and its files."""

from __future__ import annotations

import secrets
from functools import cache
from hashlib import sha256
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

_HOME = "copylint.serve.desk"
_KINDS = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".json": "application/json",
}
_FOLDERS = ("css", "js", "vendor")
# The desk shares its colours with the report for editors.
_SHARED = {"css/colours.css": ("copylint.report.page", "css", "colours.css")}
_NONCE = "{nonce}"


def page_routes() -> list[Route]:
    """The page, and the files that it loads."""
    return [
        Route("/", _page, methods=["GET"]),
        Route("/desk/{name:path}", _file, methods=["GET"]),
    ]


def policy(nonce: str) -> str:
    """A Content Security Policy: only this server's own files run or load.

    ``nonce`` admits the style sheet that the editing surface creates when it starts.
    """
    return (
        f"default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; "
        "connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; "
        "frame-ancestors 'none'"
    )


async def _page(request: Request) -> Response:
    nonce = secrets.token_urlsafe(16)
    html = files(_HOME).joinpath("desk.html").read_text("utf-8").replace(_NONCE, nonce)
    headers = {
        "Content-Security-Policy": policy(nonce),
        "Cache-Control": "no-store",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(html, 200, headers, media_type="text/html")


async def _file(request: Request) -> Response:
    found = _assets().get(request.path_params["name"])
    if found is None:
        return PlainTextResponse("there is no such file", 404)
    kind, tag, data = found
    headers = {"ETag": tag, "Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(data, 200, headers, media_type=kind)


@cache
def _assets() -> dict[str, tuple[str, str, bytes]]:
    """Type, tag and content of the page's files, by the path under which it loads them."""
    found = {}
    for folder in _FOLDERS:
        for each in files(_HOME).joinpath(folder).iterdir():
            if each.is_file():
                found[f"{folder}/{each.name}"] = each.read_bytes()
    found["icon.svg"] = files(_HOME).joinpath("icon.svg").read_bytes()
    for name, (package, *parts) in _SHARED.items():
        found[name] = files(package).joinpath(*parts).read_bytes()
    return {
        name: (_KINDS["." + name.rpartition(".")[2]], f'"{sha256(data).hexdigest()[:32]}"', data)
        for name, data in found.items()
    }
