"""The routes of the user's dictionary, which is the house's vocabulary file.

LanguageTool keeps a dictionary only for users with an account. This server needs no account.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from starlette.concurrency import run_in_threadpool

from copylint.core.errors import ConfigError, InputError
from copylint.serve.replies import Refusal, json_reply
from copylint.serve.state import State, fields_of, state_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request
    from starlette.responses import Response

_FEW, _MOST = 10, 500
_LONGEST = 200

_T = TypeVar("_T")


async def words(request: Request) -> Response:
    """At most ``limit`` words of the vocabulary, starting at ``offset``."""
    state = state_of(request)
    offset = _number(request, "offset", 0)
    limit = min(_number(request, "limit", _FEW), _MOST)
    found = await run_in_threadpool(_changed, lambda: state.folders.words(state.home))
    return json_reply({"words": found[offset : offset + limit]})


async def add(request: Request) -> Response:
    """Add a word to the vocabulary."""
    word, state = await _word(request), state_of(request)
    return json_reply({"added": await run_in_threadpool(_added, state, word)})


async def delete(request: Request) -> Response:
    """Remove a word from the vocabulary."""
    word, state = await _word(request), state_of(request)
    removed = await run_in_threadpool(_changed, lambda: state.folders.remove_word(state.home, word))
    return json_reply({"deleted": removed})


def _added(state: State, word: str) -> bool:
    """Whether the word is new to the vocabulary."""
    known = _changed(lambda: state.folders.words(state.home))
    _changed(lambda: state.folders.accept_word(state.home, word))
    return word not in known


def _changed(action: Callable[[], _T]) -> _T:
    try:
        return action()
    except ConfigError as error:
        raise Refusal(400, str(error)) from None
    except InputError as error:
        raise Refusal(500, str(error)) from None


async def _word(request: Request) -> str:
    fields = await fields_of(request)
    word = fields.get("word", "").strip()
    if not word:
        raise Refusal(400, "missing 'word' parameter")
    if len(word) > _LONGEST:
        raise Refusal(400, f"a word may have {_LONGEST} characters")
    return word


def _number(request: Request, name: str, default: int) -> int:
    value = request.query_params.get(name, "")
    if not value:
        return default
    if not (value.isascii() and value.isdecimal()) or len(value) > 9:
        raise Refusal(400, f"'{name}' must be a number from 0")
    return int(value)
