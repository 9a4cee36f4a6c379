"""Identifies clients by the token in a request, or else by their address."""

from __future__ import annotations

from hashlib import blake2b
from hmac import compare_digest
from typing import TYPE_CHECKING

from copylint.core.record import record
from copylint.serve.settings import AccessToken, is_loopback

if TYPE_CHECKING:
    from collections.abc import Iterable

    from starlette.types import Scope

_STATE = "copylint.caller"


@record
class Caller:
    """The client that made a request.

    ``owner`` identifies the client in all its requests: by its token or, without one, by its
    address. ``connection`` also distinguishes the connections of one address. ``has_token``
    says whether the request carried a token, ``is_local`` whether it comes directly from this
    machine (not through a proxy, as far as its headers show).
    """

    owner: str
    connection: str
    has_token: bool
    is_local: bool


def caller_for(scope: Scope, token: AccessToken | None, *, is_forwarded: bool) -> Caller:
    """The client behind a request that carries ``token``."""
    host, port = scope.get("client") or ("", 0)
    owner = f"token {_digest(token.secret)}" if token else f"address {host}"
    local = not is_forwarded and is_loopback(host)
    return Caller(owner, f"{owner} {host} {port}", token is not None, local)


def token_among(tokens: Iterable[AccessToken], secret: str) -> AccessToken | None:
    """The token with this secret, compared in a time that does not depend on the secret."""
    found = None
    given = secret.encode("utf-8", "replace")
    for token in tokens:
        if compare_digest(token.secret.encode("utf-8", "replace"), given):
            found = token
    return found


def remember(scope: Scope, caller: Caller) -> None:
    """Record the client of a request that passed the guard."""
    scope[_STATE] = caller


def caller_of(scope: Scope) -> Caller:
    """The client of a request that passed the guard."""
    caller = scope[_STATE]
    assert isinstance(caller, Caller)
    return caller


def _digest(secret: str) -> str:
    return blake2b(secret.encode("utf-8", "replace"), digest_size=8).hexdigest()
