"""LanguageTool's HTTP interface (version 2), as far as copylint asks.

language-tool-python could ask too, but it turns every refusal into the same error, waits
five minutes, restarts a dead server behind our back, and corrects a finding's offset, but
not its length, for characters outside the basic plane. So the answers are read raw here.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, unquote, urlencode, urlsplit, urlunsplit

from copylint.core.errors import EngineError
from copylint.core.record import record

if TYPE_CHECKING:
    from urllib.request import OpenerDirector

_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
# No answer to a copylint request comes near this length; a longer one is not read.
_MOST_BYTES = 64 * 2**20
_TOO_LONG = 413
_BAD_REQUEST = 400
_BUSY = frozenset({426, 429, 503})


class TooLongError(Exception):
    """The server takes only shorter texts."""


@record
class Reply:
    """One finding as the server gives it; ``offset`` and ``length`` are UTF-16 units."""

    rule: str
    category: str
    message: str
    offset: int
    length: int
    replacements: tuple[str, ...]


@record(slots=False)
class Client:
    """Asks the server at ``address`` and waits at most ``timeout`` seconds for each answer.

    Every method raises ``EngineError`` if the server does not answer as LanguageTool does.
    """

    address: str
    timeout: float

    @cached_property
    def shown(self) -> str:
        """The address without a password."""
        parts = urlsplit(self.address)
        return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))

    def healthy(self) -> bool:
        """Whether a server answers there now."""
        try:
            return self._get("healthcheck").strip() == b"OK"
        except EngineError:
            return False

    def languages(self) -> frozenset[str]:
        """The codes of the languages that the server checks."""
        entries = self._parsed(self._get("languages"))
        if not isinstance(entries, list):
            raise self._nonsense()
        try:
            return frozenset(
                code for entry in entries for code in (entry["code"], entry["longCode"])
            )
        except (TypeError, KeyError):
            raise self._nonsense() from None

    def check(self, text: str, language: str, switches: Mapping[str, str]) -> list[Reply]:
        """The server's findings in ``text``. Raises ``TooLongError`` if it is too long."""
        form = {"text": text, "language": language, **switches}
        answer = self._parsed(self._ask("check", urlencode(form).encode()))
        try:
            return [_reply(match) for match in answer["matches"]]
        except (TypeError, KeyError, ValueError, AttributeError):
            raise self._nonsense() from None

    @cached_property
    def _opener(self) -> OpenerDirector:
        from urllib.request import ProxyHandler, build_opener

        # A proxy cannot reach this machine's own loopback.
        local = urlsplit(self.address).hostname in _LOOPBACK
        return build_opener(ProxyHandler({})) if local else build_opener()

    def _get(self, path: str) -> bytes:
        return self._ask(path, None)

    def _ask(self, path: str, form: bytes | None) -> bytes:
        from http.client import HTTPException
        from urllib.error import HTTPError, URLError
        from urllib.request import Request

        parts = urlsplit(self.address)
        request = Request(f"{self.shown}/{path}", data=form, headers={"Accept": "application/json"})
        if parts.username is not None:
            secret = f"{unquote(parts.username)}:{unquote(parts.password or '')}".encode()
            request.add_header("Authorization", "Basic " + b64encode(secret).decode())
        try:
            with self._opener.open(request, timeout=self.timeout) as response:
                body: bytes = response.read(_MOST_BYTES)
        except HTTPError as error:
            raise self._refusal(error.code, error.read(2000)) from None
        except TimeoutError:
            raise self._slow() from None
        except URLError as error:
            if isinstance(error.reason, TimeoutError):
                raise self._slow() from None
            raise self._silent(error.reason) from None
        except (OSError, HTTPException, ValueError) as error:
            raise self._silent(error) from None
        return body

    def _parsed(self, body: bytes) -> Any:
        try:
            return json.loads(body)
        except (ValueError, RecursionError):
            raise self._nonsense() from None

    def _refusal(self, code: int, body: bytes) -> Exception:
        told = " ".join(body.decode(errors="replace").split())[:200]
        lower = told.lower()
        if code == _TOO_LONG or (code == _BAD_REQUEST and "text" in lower and "long" in lower):
            return TooLongError(told)
        advice = " (too many requests: try again later)" if code in _BUSY else ""
        detail = f": {told.removeprefix('Error: ')}" if told and not told.startswith("<") else ""
        return self._error(f"the server at {self.shown} refused with HTTP {code}{advice}{detail}")

    def _slow(self) -> EngineError:
        return self._error(
            f"the server at {self.shown} did not answer within {self.timeout:g} seconds; "
            "raise languagetool.timeout if it is only slow"
        )

    def _silent(self, reason: object) -> EngineError:
        told = getattr(reason, "strerror", None) or reason
        return self._error(f"no answer from the server at {self.shown}: {told}")

    def _nonsense(self) -> EngineError:
        return self._error(f"the answer from {self.shown} is not that of a LanguageTool server")

    @staticmethod
    def _error(message: str) -> EngineError:
        return EngineError("languagetool", message)


def normalised(url: str) -> str:
    """The base address of a server's interface, as the user may have written it.

    ``http://host:8081``, ``…/v2``, ``…/v2/`` and ``…/v2/check`` are the same. Raises
    ``EngineError`` for what is not an http(s) address.
    """
    try:
        parts = urlsplit(url.strip())
        usable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:
        usable = False
    if not usable:
        raise EngineError(
            "languagetool", f"languagetool.url is '{url}'; it must look like http://localhost:8081"
        )
    path = quote(parts.path, safe="/%").rstrip("/").removesuffix("/check")
    path = path if path.endswith("/v2") else path + "/v2"
    return urlunsplit((parts.scheme, parts.netloc, path, "", ""))


def _reply(match: Any) -> Reply:
    rule = match["rule"]
    return Reply(
        rule=str(rule["id"]),
        category=str(rule.get("category", {}).get("id", "")),
        message=" ".join(str(match["message"]).split()),
        offset=int(match["offset"]),
        length=int(match["length"]),
        replacements=tuple(str(each["value"]) for each in match.get("replacements", ())),
    )
