"""LanguageTool's routes, each with and without ``/v2``, since clients use both."""

from __future__ import annotations

from starlette.routing import Route

from copylint.serve.languagetool import information, words
from copylint.serve.languagetool.check import check

_ROUTES = (
    ("/check", check, ["GET", "POST"]),
    ("/languages", information.languages, ["GET"]),
    ("/info", information.info, ["GET"]),
    ("/configinfo", information.config_info, ["GET"]),
    ("/maxtextlength", information.max_text_length, ["GET"]),
    ("/healthcheck", information.healthcheck, ["GET"]),
    ("/words", words.words, ["GET"]),
    ("/words/add", words.add, ["POST"]),
    ("/words/delete", words.delete, ["POST"]),
)


def routes() -> list[Route]:
    """All routes of LanguageTool's API."""
    return [
        Route(f"{prefix}{path}", endpoint, methods=methods)
        for prefix in ("", "/v2")
        for path, endpoint, methods in _ROUTES
    ]
