"""Which web pages may use the server.

When a page sends a request to another site, the browser adds the page's origin. A form may send
such a request without the site's consent, so the server refuses requests from other pages before
it does anything else.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from copylint.serve.replies import Refusal

#: The one value of ``--allow-origin`` that is not an origin: pages of every site.
ANY = "*"
_REMEMBERED_S = 600


def demand_origin(headers: Mapping[str, str], allowed: Collection[str], *, visits: bool) -> str:
    """The origin to which the answer may be shown; empty if there is none.

    ``visits`` says whether the request is for a page that people open, to which other sites may
    link. Raises ``Refusal`` for a page that may not use the server.
    """
    origin = headers.get("origin", "")
    if origin:
        own = {f"http://{headers.get('host', '')}", f"https://{headers.get('host', '')}"}
        if origin in own or origin in allowed or (ANY in allowed and origin != "null"):
            return origin
        raise Refusal(
            403, f"pages from {origin[:200]} may not use this server (see --allow-origin)"
        )
    site = headers.get("sec-fetch-site", "none")
    if site in ("none", "same-origin") or (visits and headers.get("sec-fetch-mode") == "navigate"):
        return ""
    raise Refusal(403, "pages from other sites may not use this server")


def permissions(origin: str) -> list[tuple[bytes, bytes]]:
    """The headers that let pages from ``origin`` read an answer."""
    shown = [(b"vary", b"Origin")]
    if origin:
        shown.append((b"access-control-allow-origin", origin.encode("latin-1", "replace")))
    return shown


def preflight(headers: Mapping[str, str]) -> dict[str, str]:
    """The headers of the answer to a browser that asks what a page may send."""
    shown = {
        "Access-Control-Allow-Methods": "GET, POST",
        "Access-Control-Allow-Headers": "Authorization, Content-Type",
        "Access-Control-Max-Age": str(_REMEMBERED_S),
    }
    if "access-control-request-private-network" in headers:
        shown["Access-Control-Allow-Private-Network"] = "true"
    return shown
