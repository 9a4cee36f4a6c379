"""What a server is told at its start."""

from __future__ import annotations

from copylint.core.record import field, record
from copylint.service.limits import Limits

#: The port unless another is asked for.
PORT = 8484
#: The address unless another is asked for: this machine only.
LOOPBACK = "127.0.0.1"


@record
class AccessToken:
    """A secret that a client shows. ``name`` says whose it is in the log; it is no secret."""

    secret: str
    name: str = ""


@record
class RequestLimits:
    """How much one request may ask for.

    ``body_bytes`` of a request, ``text_units`` (UTF-16 code units) of a text, ``header_s`` and
    ``body_s`` seconds for a client to send its headers and its body, ``idle_s`` seconds that an
    open connection may be silent, ``connections`` at a time. ``rate`` is how many requests a
    client may make a minute; 0: any number.
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
    """All settings of a server, defaults filled in.

    ``folders`` are those whose files the desk may open; the first one's configuration holds for
    text without a path, the current folder's if there is none. ``config_path`` is the one
    configuration file to use; empty: those of the folders. ``untrusted`` means that no
    configuration is looked for below the folders. ``origins`` are the web origins whose pages
    may use the server. ``upstream`` is the address of a LanguageTool server that is asked about
    other languages, and about English too with ``upstream_english``; empty: none.
    ``remembers`` says whether paragraphs that a word processor sends one at a time are kept:
    None means for clients on this machine alone, and only without tokens.
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
        """The folder whose configuration holds for text without a path."""
        return self.folders[0] if self.folders else "."


def is_loopback(host: str) -> bool:
    """Whether ``host``, a name or an address, is this machine and no other can reach it."""
    from ipaddress import ip_address

    name = host.strip("[]").lower()
    if name == "localhost" or name.endswith(".localhost"):
        return True
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return False
