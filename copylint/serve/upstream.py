"""Passes requests in other languages on to a LanguageTool server."""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from copylint.serve.replies import Refusal
from copylint.serve.settings import is_loopback

#: The name in the ``Via`` header that marks a request from such a server, to prevent loops.
VIA = "copylint"
_TIMEOUT_S = 20.0
_MOST_BYTES = 64 * 2**20
# Parameters meant for this server alone, the token above all, are not passed on.
_OWN = frozenset({"username", "apiKey"})
_MOST_MESSAGE = 500


class _Unmoved(HTTPRedirectHandler):
    """Refuses redirects, so that a text goes only to the address that the owner gave."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        """Refuse."""
        return


class Upstream:
    """The LanguageTool server at ``address``; ``/v2`` is added if it is missing."""

    def __init__(self, address: str) -> None:
        root = address.rstrip("/")
        self._root = root if root.endswith("/v2") else f"{root}/v2"
        # A proxy cannot reach the loopback address of this machine.
        local = is_loopback(urlsplit(self._root).hostname or "")
        self._opener = build_opener(_Unmoved, ProxyHandler({} if local else None))

    def check(self, fields: Mapping[str, str]) -> dict[str, Any]:
        """Its answer to the parameters of a check. Raises ``Refusal``; blocks."""
        kept = {name: value for name, value in fields.items() if name not in _OWN}
        answer = self._asked("check", urlencode(kept).encode())
        if not isinstance(answer, dict) or not isinstance(answer.get("matches"), list):
            raise self._refusal("gave no answer that can be read")
        return answer

    def languages(self) -> list[dict[str, str]]:
        """The languages that it checks. Raises ``Refusal``; blocks."""
        answer = self._asked("languages", None)
        if not isinstance(answer, list):
            raise self._refusal("gave no answer that can be read")
        return [each for each in answer if isinstance(each, dict)]

    def _asked(self, path: str, form: bytes | None) -> Any:
        request = Request(f"{self._root}/{path}", form, {"Via": f"1.1 {VIA}"})
        try:
            with self._opener.open(request, timeout=_TIMEOUT_S) as reply:
                data = reply.read(_MOST_BYTES + 1)
        except HTTPError as error:
            with error:
                said = error.read(_MOST_MESSAGE).decode("utf-8", "replace")
            if error.code == 400:
                raise Refusal(400, said.removeprefix("Error: ")) from None
            raise self._refusal(f"answers with status {error.code}") from None
        except (OSError, ValueError):
            raise self._refusal("does not answer") from None
        if len(data) > _MOST_BYTES:
            raise self._refusal("gave too long an answer")
        try:
            return json.loads(data)
        except (ValueError, RecursionError):
            raise self._refusal("gave no answer that can be read") from None

    def _refusal(self, what: str) -> Refusal:
        return Refusal(503, f"the LanguageTool server behind this one {what}")


def merged(own: Sequence[Any], theirs: Sequence[Any]) -> list[Any]:
    """Our matches, and theirs where ours leave room, sorted by place."""
    starts: list[int] = []
    ends: list[int] = []  # of runs of our matches, which do not overlap
    for match in sorted(own, key=lambda each: int(each["offset"])):
        start, end = match["offset"], match["offset"] + match["length"]
        if ends and start < ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)

    def is_free(match: Any) -> bool:
        if not isinstance(match, dict):
            return False
        start, length = match.get("offset"), match.get("length")
        if not isinstance(start, int) or not isinstance(length, int):
            return False
        index = bisect_right(ends, start)
        return index == len(starts) or starts[index] >= start + length

    found = [*own, *filter(is_free, theirs)]
    return sorted(found, key=lambda each: (each["offset"], each["length"]))
