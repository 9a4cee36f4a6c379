"""The server waits for an answer as long as the client does."""

from __future__ import annotations

import asyncio
from concurrent.futures import Future
from typing import Any

import pytest

from copylint.serve.bodies import Vanished
from copylint.serve.replies import Refusal
from copylint.serve.waiting import awaited
from copylint.service.answer import Answer, Busy, Outdated


async def gone() -> dict[str, Any]:
    return {"type": "http.disconnect"}


async def patient() -> dict[str, Any]:
    await asyncio.Event().wait()
    raise AssertionError("never set")


def test_the_answer_is_given() -> None:
    future: Future[Answer] = Future()
    future.set_result(Answer(1, "text"))
    assert asyncio.run(awaited(future, patient)).text == "text"


def test_a_client_that_goes_away_cancels_its_check() -> None:
    future: Future[Answer] = Future()
    with pytest.raises(Vanished):
        asyncio.run(awaited(future, gone))
    assert future.cancelled()


@pytest.mark.parametrize(("error", "words"), [(Busy(), "waiting"), (Outdated(), "given up")])
def test_a_check_that_is_not_made_may_be_asked_for_again(error: Exception, words: str) -> None:
    future: Future[Answer] = Future()
    future.set_exception(error)
    with pytest.raises(Refusal, match=words) as refusal:
        asyncio.run(awaited(future, patient))
    assert (refusal.value.status, refusal.value.retry_s) == (503, 1)


def test_another_failure_is_not_hidden() -> None:
    future: Future[Answer] = Future()
    future.set_exception(ZeroDivisionError())
    with pytest.raises(ZeroDivisionError):
        asyncio.run(awaited(future, patient))
