"""Waits for an answer of the service as long as the client stays connected."""

from __future__ import annotations

import asyncio
from concurrent.futures import CancelledError, Future
from typing import TYPE_CHECKING, Any

from copylint.serve.bodies import Vanished
from copylint.serve.replies import Refusal
from copylint.service.answer import Busy, Outdated

if TYPE_CHECKING:
    from starlette.types import Receive

    from copylint.service.answer import Answer

_RETRY_S = 1


async def awaited(future: Future[Answer], receive: Receive) -> Answer:
    """Wait for the answer; if the client goes away, the check is cancelled.

    Raises ``Vanished`` if the client goes away, and ``Refusal`` if the service is too busy or
    is ending.
    """
    gone = asyncio.create_task(_gone(receive))
    done = asyncio.wrap_future(future)
    either: set[asyncio.Future[Any]] = {gone, done}
    try:
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        if not done.done():
            future.cancel()
            raise Vanished
        return done.result()
    except Busy:
        raise Refusal(503, "too many checks are waiting; try again", retry_s=_RETRY_S) from None
    except (Outdated, CancelledError):
        raise Refusal(503, "the check was given up; try again", retry_s=_RETRY_S) from None
    finally:
        gone.cancel()
        done.cancel()


async def _gone(receive: Receive) -> None:
    """Return when the client has closed the connection."""
    while (await receive())["type"] != "http.disconnect":
        pass
