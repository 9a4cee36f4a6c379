"""Asks one server for one page: HEAD, then GET, with few redirects and little time.

Only http and https are spoken, and only with the address that was looked at: a host is
resolved once for each request, so it cannot be one address when it is judged and another
when it is asked.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from threading import Timer
from urllib.parse import quote, urljoin, urlsplit

from copylint import __version__
from copylint.core.record import record
from copylint.runner.online.public import is_public

_REDIRECTS = 5
_STEP_SECONDS = 10.0
_WHOLE_SECONDS = 25.0
_MOVED = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({404, 410})
_REFUSED, _TOO_OFTEN = 400, 429
_PATIENCE = 3  # pages of one host that may take too long; then no more of them are asked for
_ADDRESSES = 3  # of one host that are tried, since IPv6 may lead nowhere from here
_NO_HOST = frozenset(
    number
    for name in ("EAI_NONAME", "EAI_NODATA")
    if (number := getattr(socket, name, None)) is not None
)
_HEADERS = {"User-Agent": f"copylint/{__version__}", "Accept": "*/*"}
# A host that exists: if it cannot be found either, nothing is said about others.
_CONTROL = "example.com"

#: What looks a host up: as ``socket.getaddrinfo``, numeric addresses only.
Resolver = Callable[[str, int], Sequence[str]]


@record
class Answer:
    """What is known of a page. ``gone``: 404, 410 or *host*; ``doubt``: why nothing is known."""

    gone: str = ""
    doubt: str = ""


class _Doubt(Exception):
    """Why a page cannot be judged."""


class _NoHostError(Exception):
    """A host that does not exist."""


def resolve(host: str, port: int) -> list[str]:
    """The numeric addresses of a host. Raises ``OSError`` or ``UnicodeError``."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


class Asker:
    """Asks servers; may be used by several threads.

    ``public_only``: addresses that are not on the public network are not asked.
    ``step`` and ``whole`` are the seconds that one wait and one page may take.
    """

    def __init__(
        self,
        *,
        public_only: bool,
        resolver: Resolver = resolve,
        step: float = _STEP_SECONDS,
        whole: float = _WHOLE_SECONDS,
    ) -> None:
        self._public_only = public_only
        self._resolver = resolver
        self._step, self._whole = step, whole
        self._slow: Counter[str] = Counter()

    def ask(self, address: str) -> Answer:
        """What the servers say of the page at ``address``."""
        end = time.monotonic() + self._whole
        try:
            status = self._status("HEAD", address, end)
            if status >= _REFUSED and status != _TOO_OFTEN:  # some servers know only GET
                status = self._status("GET", address, end)
        except _NoHostError:
            return Answer(gone="host") if self._finds_hosts else Answer(doubt=_NO_NAMES)
        except _Doubt as doubt:
            return Answer(doubt=str(doubt))
        if status in _GONE:
            return Answer(gone=str(status))
        return Answer(doubt=f"the server answers {status}") if status >= _REFUSED else Answer()

    @cached_property
    def _finds_hosts(self) -> bool:
        try:
            return bool(self._resolver(_CONTROL, 443))
        except OSError:
            return False

    def _status(self, method: str, address: str, end: float) -> int:
        """The last status, after redirects. Raises ``_Doubt`` or ``_NoHostError``."""
        for _ in range(_REDIRECTS + 1):
            status, location = self._once(method, address, end)
            if status not in _MOVED or not location:
                return status
            address = urljoin(address, location)
        raise _Doubt("it redirects too often")

    def _once(self, method: str, address: str, end: float) -> tuple[int, str]:
        left = end - time.monotonic()
        if left <= 0:
            raise _Doubt(_SLOW)
        connection, path = self._connection(address, min(left, self._step))
        # A server that sends a letter at a time is never silent for long.
        host = connection.host
        if self._slow[host] >= _PATIENCE:
            raise _Doubt("other pages of its host took too long")
        watch = Timer(left, _hang_up, [connection])
        watch.daemon = True
        watch.start()
        try:
            connection.request(method, path, headers=_HEADERS)
            answer = connection.getresponse()
            return answer.status, answer.getheader("Location") or ""
        except TimeoutError:
            self._slow[host] += 1
            raise _Doubt(_SLOW) from None
        except ssl.SSLError:
            raise _Doubt("its certificate is not valid here") from None
        except (OSError, HTTPException, ValueError) as error:
            late = time.monotonic() >= end
            self._slow[host] += late
            raise _Doubt(_SLOW if late else f"no answer ({type(error).__name__})") from None
        finally:
            watch.cancel()
            connection.close()

    def _connection(self, address: str, seconds: float) -> tuple[HTTPConnection, str]:
        """A connection that is not open yet, and the path to ask for."""
        try:
            parts = urlsplit(address)
            host, port = parts.hostname or "", parts.port
        except ValueError:
            raise _Doubt("the address cannot be read") from None
        if parts.scheme not in ("http", "https") or not host:
            raise _Doubt("it leads away from the web")
        if parts.username is not None or parts.password is not None:
            raise _Doubt("it has a password in it")
        number = port or (443 if parts.scheme == "https" else 80)
        numeric = self._found(host, number)[:_ADDRESSES]
        path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
        if parts.query:
            path += "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?")
        name = host if host.isascii() else host.encode("idna").decode("ascii")
        kind = _Secure if parts.scheme == "https" else _Plain
        return kind(name, number, numeric, seconds), path

    def _found(self, host: str, port: int) -> Sequence[str]:
        try:
            found = self._resolver(host, port)
        except socket.gaierror as error:
            if error.errno in _NO_HOST:
                raise _NoHostError from None
            raise _Doubt(_NO_NAMES) from None
        except (OSError, UnicodeError):
            raise _Doubt(_NO_NAMES) from None
        if not found:
            raise _Doubt(_NO_NAMES)
        if self._public_only and not all(map(is_public, found)):
            raise _Doubt("it is not on the public network, so it was not asked")
        return found


_SLOW = "it took too long"
_NO_NAMES = "its host could not be looked up"


class _Plain(HTTPConnection):
    """A connection to the address that was looked at."""

    def __init__(self, host: str, port: int, numeric: Sequence[str], seconds: float) -> None:
        super().__init__(host, port, timeout=seconds)
        self._numeric = numeric

    def connect(self) -> None:
        """Open it."""
        self.sock = _opened(self._numeric, self.port, self.timeout)


class _Secure(HTTPSConnection):
    """The same with TLS; the certificate must be the host's."""

    def __init__(self, host: str, port: int, numeric: Sequence[str], seconds: float) -> None:
        self._tls = ssl.create_default_context()
        super().__init__(host, port, timeout=seconds, context=self._tls)
        self._numeric = numeric

    def connect(self) -> None:
        """Open it."""
        plain = _opened(self._numeric, self.port, self.timeout)
        self.sock = self._tls.wrap_socket(plain, server_hostname=self.host)


def _opened(numeric: Sequence[str], port: int, seconds: float | None) -> socket.socket:
    """A connection to the first of some addresses that takes one."""
    *others, last = numeric
    for each in others:
        with suppress(OSError):
            return socket.create_connection((each, port), seconds)
    return socket.create_connection((last, port), seconds)


def _hang_up(connection: HTTPConnection) -> None:
    if connection.sock is not None:
        with suppress(OSError):  # it has ended by itself
            connection.sock.shutdown(socket.SHUT_RDWR)
