"""The settings of a server."""

from __future__ import annotations

from copylint.core.record import field, record
from copylint.service.limits import Limits

#: The default port.
PORT = 8484
#: The default address, which only this machine can reach.
LOOPBACK = "127.0.0.1"


@record
class AccessToken:
    """A client's secret. ``name``, which is not secret, identifies its owner in the log."""

    secret: str
    name: str = ""


@record
class RequestLimits:
    """The limits on requests.

    ``body_bytes`` limits the body of a request, ``text_units`` its text (in UTF-16 code units).
    A client has ``header_s`` seconds to send the headers and ``body_s`` to send the body; an
    open connection may be silent for ``idle_s`` seconds. ``connections`` is the number open at
    a time, ``rate`` the number of requests per client and minute, 0 for any number.
    """

    body_bytes: int = 16_000_000
    text_units: int = 2_000_000
    header_s: float = 10.0
    body_s: float = 30.0
    idle_s: float = 30.0
    connections: int = 512
    rate: int = 0


@record
class ServeSettings:
    """All settings of a server, with the defaults filled in.

    The desk may open files below ``folders``. The configuration of the first folder, or of the
    current one if there are none, applies to text without a path. ``config_path`` is the one
    configuration file to use; if it is empty, the folders' own apply. ``untrusted`` means that
    the folders are not searched for configuration. Pages of the web origins in ``origins`` may
    use the server. ``upstream`` is the address of a LanguageTool server for other languages,
    and for English too with ``upstream_english``; empty for none. ``remembers`` says whether to
    keep the paragraphs that a word processor sends one at a time; None keeps them only on a
    server without tokens, for clients on this machine.
    """

    host: str = LOOPBACK
    port: int = PORT
    folders: tuple[str, ...] = ()
    config_path: str = ""
    untrusted: bool = False
    tokens: tuple[AccessToken, ...] = ()
    origins: tuple[str, ...] = ()
    upstream: str = ""
    upstream_english: bool = False
    remembers: bool | None = None
    bounds: RequestLimits = field(default_factory=RequestLimits)
    limits: Limits = field(default_factory=Limits)

    @property
    def is_local(self) -> bool:
        """Whether only this machine can reach the server."""
        return is_loopback(self.host)

    @property
    def folder(self) -> str:
        """The folder whose configuration applies to text without a path."""
        return self.folders[0] if self.folders else "."


def is_loopback(host: str) -> bool:
    """Whether ``host`` (a name or an address) can be reached from this machine only."""
    from ipaddress import ip_address

    name = host.strip("[]").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False
