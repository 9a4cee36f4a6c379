"""A page for each rule, which clients link to from a finding.

If the documentation has a public address, findings link there instead.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse
from starlette.routing import Route

from copylint.runner.rule_pages import page_address
from copylint.runner.rules import all_rules
from copylint.serve.replies import Refusal
from copylint.serve.state import state_of

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from copylint.core.rule import Rule

_FOLDER = "/rules/"
_MOST_EXAMPLES = 8
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
_STYLE = (
    "body{font:1.05rem/1.5 Georgia,serif;max-width:42rem;margin:2rem auto;padding:0 1rem;"
    "color-scheme:light dark}h1{font-size:1.4rem}code{white-space:pre-wrap}"
)


def address_of(rule: Rule, request: Request) -> str:
    """The address of a rule's page; empty if the client would need a token to open it."""
    elsewhere = page_address(rule) or rule.link
    if elsewhere or state_of(request).settings.tokens:
        return elsewhere
    host = request.headers.get("host", "")
    return f"{request.url.scheme}://{host}{_FOLDER}{rule.id}"


def rule_routes() -> list[Route]:
    """The route of the pages."""
    return [Route(f"{_FOLDER}{{rule}}", _page)]


async def _page(request: Request) -> Response:
    name = request.path_params["rule"]
    state = state_of(request)
    rules = await run_in_threadpool(lambda: all_rules(state.config().rule_sources))
    rule = rules.get(name)
    if rule is None:
        raise Refusal(404, f"there is no rule '{name[:200]}'")
    return HTMLResponse(_html(rule), headers={"Content-Security-Policy": _POLICY})


def _html(rule: Rule) -> str:
    parts = [f"<h1>{escape(rule.id)}</h1>", f"<p>{escape(rule.summary)}</p>"]
    if rule.why:
        parts.append(f"<p>{escape(rule.why)}</p>")
    if rule.bad:
        parts.append("<h2>Examples</h2><ul>")
        parts += [_example(bad.text, bad.fixed) for bad in rule.bad[:_MOST_EXAMPLES]]
        parts.append("</ul>")
    if rule.owner:
        parts.append(f"<p>Owner: {escape(rule.owner)}</p>")
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width">'
        f"<title>{escape(rule.id)}</title><style>{_STYLE}</style>"
        f"<main>{''.join(parts)}</main></html>"
    )


def _example(text: str, fixed: str | None) -> str:
    found = f"<code>{escape(text.strip())}</code>"
    corrected = "" if fixed is None else f" → <code>{escape(fixed.strip())}</code>"
    return f"<li>{found}{corrected}</li>"
