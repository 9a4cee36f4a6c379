"""Reads the body of a request within limits of size and time."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from copylint.serve.replies import Refusal

if TYPE_CHECKING:
    from starlette.types import Message, Receive, Send

    from copylint.serve.settings import RequestLimits

# How long the server goes on reading from a client that sends too much. Most clients read the
# answer only after they have sent everything; otherwise they would report a broken connection.
_PATIENCE_S = 5.0
_MEGABYTE = 1_000_000


class Vanished(Exception):
    """The client went away before its request was complete."""


def too_long(bounds: RequestLimits) -> Refusal:
    """The refusal of a body that exceeds the limit."""
    return Refusal(413, f"the request is longer than {bounds.body_bytes / _MEGABYTE:g} MB")


async def read(receive: Receive, bounds: RequestLimits) -> bytes:
    """The whole body.

    Raises ``Refusal`` if it is too long or does not come in time, ``Vanished`` if the client
    goes away.
    """
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(bounds.body_s):
            more = True
            while more:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise Vanished
                part = message.get("body", b"")
                size += len(part)
                if size > bounds.body_bytes:
                    raise too_long(bounds)
                parts.append(part)
                more = message.get("more_body", False)
    except TimeoutError:
        raise Refusal(408, f"the request took longer than {bounds.body_s:g} seconds") from None
    return b"".join(parts)


def replayed(body: bytes, receive: Receive) -> Receive:
    """``receive`` as if ``body`` were still to come; afterwards it waits for the client to go."""
    waiting: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return waiting.pop() if waiting else await receive()

    return again


def closing(receive: Receive, send: Send, *, waits: bool) -> Send:
    """``send`` for an answer given before the body was read, which ends the connection.

    With ``waits``, the server first reads and discards the rest of the body for a few seconds.
    """

    async def patient(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message.get("headers", ()), (b"connection", b"close")]
        elif waits and not message.get("more_body", False):
            await send({**message, "more_body": True})
            await _drain(receive)
            message = {"type": "http.response.body", "body": b"", "more_body": False}
        await send(message)

    return patient


async def _drain(receive: Receive) -> None:
    try:
        async with asyncio.timeout(_PATIENCE_S):
            more = True
            while more:
                message = await receive()
                more = message["type"] == "http.request" and message.get("more_body", False)
    except TimeoutError:
        pass
