"""Reads and validates the body of a request."""

from __future__ import annotations

import binascii
import json
from base64 import b64decode
from typing import Any, TypeVar

from starlette.requests import Request

from copylint.serve.replies import Refusal

_T = TypeVar("_T")
_KINDS = {str: "a text", int: "a whole number", list: "a list", dict: "an object"}


class JsonBody:
    """The JSON object of a request; every method raises ``Refusal`` for a wrong value."""

    def __init__(self, value: dict[str, Any]) -> None:
        self._value = value

    def text(self, name: str, default: str | None = None) -> str:
        """A text; refuses lone surrogates, which no file can contain."""
        found = self._get(name, str, default)
        try:
            found.encode("utf-8")
        except UnicodeEncodeError:
            raise Refusal(400, f"'{name}' holds half a character (a lone surrogate)") from None
        return found

    def whole(self, name: str, default: int | None = None) -> int:
        """A whole number."""
        return self._get(name, int, default)

    def objects(self, name: str) -> list[JsonBody]:
        """A list of objects; empty without one."""
        rows = self._get(name, list, [])
        if not all(isinstance(each, dict) for each in rows):
            raise Refusal(400, f"'{name}' holds something that is not an object")
        return [JsonBody(each) for each in rows]

    def data(self, name: str) -> bytes:
        """Bytes in Base64; empty without any."""
        try:
            return b64decode(self.text(name, ""), validate=True)
        except (binascii.Error, ValueError):
            raise Refusal(400, f"'{name}' is not Base64") from None

    def __contains__(self, name: str) -> bool:
        return self._value.get(name) is not None

    def _get(self, name: str, kind: type[_T], default: _T | None) -> _T:
        value = self._value.get(name)
        if value is None and default is not None:
            return default
        if not isinstance(value, kind) or isinstance(value, bool):
            wrong = "is missing" if value is None else f"is not {_KINDS[kind]}"
            raise Refusal(400, f"'{name}' {wrong}")
        return value


async def json_body(request: Request, most: int) -> JsonBody:
    """The JSON object that a client sends as ``application/json``, of at most ``most`` bytes.

    The type is required because a form on another web page cannot send it. Raises ``Refusal``.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json":
        raise Refusal(415, "send this as application/json")
    try:
        value = json.loads(await raw_body(request, most))
    except (ValueError, RecursionError):
        raise Refusal(400, "this is not JSON") from None
    if not isinstance(value, dict):
        raise Refusal(400, "this is not a JSON object")
    return JsonBody(value)


async def raw_body(request: Request, most: int) -> bytes:
    """The bytes that a client sends, at most ``most``. Raises ``Refusal``."""
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > most:
            raise Refusal(413, f"this is longer than {most:,} bytes, the limit of this server")
        parts.append(part)
    return b"".join(parts)
