"""The route ``/check``."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool

from copylint.serve.caller import caller_of
from copylint.serve.languagetool.languages import AUTO, DIALECTS, dialect_of
from copylint.serve.languagetool.matches import CheckedText, answer, in_order
from copylint.serve.languagetool.request import CheckRequest, check_request
from copylint.serve.languagetool.selection import configured, rules_for
from copylint.serve.remembering import is_paragraph, may_remember
from copylint.serve.replies import Refusal, json_reply
from copylint.serve.rule_page import address_of
from copylint.serve.state import fields_of, state_of
from copylint.serve.upstream import VIA, Upstream, merged
from copylint.serve.waiting import awaited

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

    from copylint.config.schema import Config
    from copylint.service.answer import Answer

# Part of the note that the service gives when it leaves out a text in another language.
_FOREIGN = "not in English"


async def check(request: Request) -> Response:
    """The findings in the text of a request, in LanguageTool's form."""
    state = state_of(request)
    fields = await fields_of(request)
    asked = await run_in_threadpool(check_request, fields, state.settings.bounds.text_units)
    upstream = None if VIA in request.headers.get("via", "") else state.upstream
    if asked.is_foreign:
        return json_reply(await run_in_threadpool(_foreign, upstream, asked, fields))
    house = await run_in_threadpool(state.config)
    config = await run_in_threadpool(configured, house, asked)
    found = None
    if config is not None and asked.text.prose.strip():
        found = await _found(request, fields, asked, config)
    if upstream and asked.is_auto and found and _is_foreign(found):
        return json_reply(await run_in_threadpool(upstream.check, fields))
    own = await run_in_threadpool(_answer, request, found, asked, config or house)
    state.metrics.checked(len(asked.text.source), len(own["matches"]))
    if upstream and state.settings.upstream_english and config is not None:
        await run_in_threadpool(_complete, own, upstream, fields)
    return json_reply(own)


async def _found(
    request: Request, fields: Mapping[str, str], asked: CheckRequest, config: Config
) -> Answer:
    """The findings of the service; paragraphs are checked within a remembered article."""
    state, caller = state_of(request), caller_of(request.scope)
    if may_remember(state.settings, caller) and is_paragraph(fields, request.headers):
        owner = f"paragraphs {caller.owner} {fields.get('username', '')}"
        return await state.memory.check(owner, asked.text.prose, config, request.receive)
    future = state.service.check(asked.text.prose, path="", config=config, owner=caller.connection)
    return await awaited(future, request.receive)


def _is_foreign(found: Answer) -> bool:
    return any(each.endswith(_FOREIGN) for each in found.notes)


def _foreign(
    upstream: Upstream | None, asked: CheckRequest, fields: Mapping[str, str]
) -> dict[str, Any]:
    """The answer for a language that is not English. Raises ``Refusal``."""
    if upstream is not None:
        return upstream.check(fields)
    codes = ", ".join(each.code for each in DIALECTS)
    raise Refusal(
        400,
        f"'{asked.language[:50]}' is not a language code known to this server. "
        f"Supported language codes are: {AUTO}, {codes}",
    )


def _answer(
    request: Request, found: Answer | None, asked: CheckRequest, config: Config
) -> dict[str, Any]:
    incomplete = found.error if found else ""
    if incomplete and not asked.allows_incomplete:
        raise Refusal(500, f"the text could not be checked: {incomplete}")
    page = CheckedText(asked.text, rules_for(config), lambda rule: address_of(rule, request))
    matches = [
        page.match(each)
        for each in in_order(found.findings if found else ())
        if not page.is_artefact(each)
    ]
    dialect = asked.dialect or dialect_of(config.language)
    return answer(matches, page.sentence_ranges(), dialect, incomplete=incomplete)


def _complete(own: dict[str, Any], upstream: Upstream, fields: Mapping[str, str]) -> None:
    """Add the matches that the upstream server finds in English."""
    try:
        theirs = upstream.check(fields)["matches"]
    except Refusal as refusal:
        own["warnings"] = {
            "incompleteResults": True,
            "incompleteResultsReason": refusal.message,
        }
        return
    own["matches"] = merged(own["matches"], theirs)
