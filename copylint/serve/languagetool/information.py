"""The routes that describe the server."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.responses import PlainTextResponse

from copylint.core.rule import Level
from copylint.serve.languagetool.categories import category_of
from copylint.serve.languagetool.languages import dialect, listed
from copylint.serve.languagetool.matches import SOFTWARE
from copylint.serve.languagetool.selection import rules_for
from copylint.serve.metrics import MEDIA_TYPE
from copylint.serve.replies import Refusal, json_reply
from copylint.serve.state import state_of
from copylint.serve.upstream import VIA

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from copylint.config.schema import Config

_ABOUT = {name: SOFTWARE[name] for name in ("name", "version", "buildDate", "premium")}


async def languages(request: Request) -> Response:
    """The languages that can be checked, including those of the upstream server."""
    upstream, others = state_of(request).upstream, []
    if upstream is not None and VIA not in request.headers.get("via", ""):
        theirs = await run_in_threadpool(upstream.languages)
        others = [each for each in theirs if dialect(each.get("longCode", "")) is None]
    return json_reply([*listed(), *others])


async def info(request: Request) -> Response:
    """The name and version of the software."""
    return json_reply({"software": {**_ABOUT, "commit": ""}})


async def healthcheck(request: Request) -> Response:
    """Whether the server is up."""
    return PlainTextResponse("OK")


async def metrics(request: Request) -> Response:
    """The server's counters, for Prometheus."""
    state = state_of(request)
    text = state.metrics.text(state.service.waiting)
    return PlainTextResponse(text, media_type=MEDIA_TYPE)


async def max_text_length(request: Request) -> Response:
    """The maximum length of a text, in UTF-16 code units."""
    return PlainTextResponse(str(state_of(request).settings.bounds.text_units))


async def config_info(request: Request) -> Response:
    """The rules of a language."""
    state = state_of(request)
    code = request.query_params.get("language", "")
    if not code:
        raise Refusal(400, "missing 'language' parameter, e.g. 'language=en-US'")
    if dialect(code) is None:
        raise Refusal(400, f"'{code[:50]}' is not a language code known to this server")
    rules = await run_in_threadpool(lambda: _rules(state.config()))
    length = state.settings.bounds.text_units
    return json_reply({"software": _ABOUT, "parameter": {"maxTextLength": length}, "rules": rules})


def _rules(config: Config) -> list[dict[str, Any]]:
    found = []
    for rule in rules_for(config).values():
        category = category_of(rule.id, rule.severity)
        entry: dict[str, Any] = {"ruleId": rule.id, "description": rule.summary}
        if not rule.default:
            entry["isDefaultOff"] = "yes"
        if rule.level != Level.SENTENCE:
            entry["isTextLevelRule"] = "yes"
        entry |= {
            "categoryId": category.id,
            "categoryName": category.name,
            "locQualityIssueType": category.issue,
        }
        found.append(entry)
    return found
