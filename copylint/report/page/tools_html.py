"""The head of the page: what was checked, and the tools that choose, walk and save."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from copylint.report.base import Outcome, Provenance
from copylint.report.page.embedded_data import PageArticle
from copylint.report.page.plain_text import text
from copylint.report.wording import counted, summary

# With more families than this, the filters start folded: they would take too much room.
_FAMILIES_SHOWN = 6
_STATES = {"open": "to do", "accepted": "accepted", "dismissed": "dismissed", "done": "done"}


def masthead(outcome: Outcome, articles: Sequence[PageArticle]) -> Iterator[str]:
    """What was checked, when and how, and with what result."""
    yield f"<header>\n<h1>copylint</h1>\n<p>{text(summary(outcome))}</p>\n"
    if len(articles) > 1:
        yield f"<p>{_need(outcome, articles)}</p>\n"
    about = _about(outcome.library.provenance())
    if about:
        yield f'<dl class="about">{about}</dl>\n'
    yield "</header>\n"


def _need(outcome: Outcome, articles: Sequence[PageArticle]) -> str:
    """How many articles there are by their worst severity: the work left to an editor."""
    worst = [max(finding.severity for finding in each.findings) for each in articles]
    parts = [
        f"{worst.count(severity):,} with {severity.label}s{' at most' if number else ''}"
        for number, severity in enumerate(sorted(set(worst), reverse=True))
    ]
    clean = outcome.files - len(articles)
    parts += [f"{clean:,} without findings"] if clean > 0 else []
    return f"{counted(outcome.files, 'article')}: {', '.join(parts)}"


def _about(provenance: Provenance) -> str:
    rows = {
        "Made": provenance.date,
        "Revision": provenance.revision,
        "Configuration": provenance.configuration,
    }
    return " ".join(
        f"<div><dt>{name}</dt> <dd>{text(value)}</dd></div>"
        for name, value in rows.items()
        if value
    )


def tools(outcome: Outcome, articles: Sequence[PageArticle]) -> Iterator[str]:
    """Search, switches, steps from finding to finding, and what saves decisions."""
    if not outcome.findings:
        return
    yield '<section class="tools" aria-label="Tools">\n'
    if len(articles) > 1:
        yield from _finding_articles()
    yield from _switches(outcome)
    yield from _steps()
    yield from _saving()
    yield "</section>\n"


def _finding_articles() -> Iterator[str]:
    yield '<div class="find">\n<label>Search <input type="search" id="search" '
    yield 'autocomplete="off" spellcheck="false"></label>\n'
    yield '<label>Order <select id="order">'
    for value, name in (("worst", "worst first"), ("most", "most findings"), ("path", "by path")):
        yield f'<option value="{value}">{name}</option>'
    yield '</select></label>\n<button type="button" id="open-all">Open all</button>\n'
    yield '<button type="button" id="fold-all">Fold all</button>\n</div>\n'


def _switches(outcome: Outcome) -> Iterator[str]:
    families: dict[str, int] = {}
    for finding in outcome.findings:
        family = finding.rule.partition(".")[0]
        families[family] = families.get(family, 0) + 1
    yield '<div class="filters" role="group" aria-label="Show findings by severity">\n'
    for severity, count in outcome.by_severity.items():
        if count:
            yield _switch("severity", severity.label, severity.label, count)
    yield "</div>\n"
    opened = " open" if len(families) <= _FAMILIES_SHOWN else ""
    yield f'<details class="more"{opened}>\n<summary>More filters</summary>\n'
    yield '<div class="filters" role="group" aria-label="Show findings by decision">\n'
    for state, name in _STATES.items():
        yield _switch("state", state, name, len(outcome.findings) if state == "open" else 0)
    yield '</div>\n<div class="filters" role="group" aria-label="Show findings by kind of rule">\n'
    for family, count in sorted(families.items()):
        yield _switch("family", family, family, count)
    yield "</div>\n</details>\n"


def _switch(kind: str, value: str, name: str, count: int) -> str:
    return (
        f'<button type="button" aria-pressed="true" data-kind="{kind}" '
        f'data-name="{text(value)}">{text(name)} <span>{count:,}</span></button>\n'
    )


def _steps() -> Iterator[str]:
    yield '<div class="steps">\n<button type="button" id="previous">Previous</button>\n'
    yield '<button type="button" id="next">Next</button>\n'
    yield '<span id="shown" role="status"></span>\n'
    yield '<span class="keys">Keys: '
    keys = {
        "j": "next",
        "k": "previous",
        "a": "accept",
        "x": "dismiss",
        "d": "done",
        "u": "undo",
        "0": "show all",
    }
    yield ", ".join(f"<kbd>{key}</kbd> {name}" for key, name in keys.items())
    yield "</span>\n</div>\n"


def _saving() -> Iterator[str]:
    yield '<div class="saving">\n<span id="decided" role="status"></span>\n'
    yield '<button type="button" id="save-decisions" disabled>Save decisions</button>\n'
    yield '<button type="button" id="save-baseline" disabled>Save baseline</button>\n'
    yield '<span id="kept" role="status"></span>\n</div>\n'


#: What the script copies: the buttons of a note, the form for a reason, and a note's decision.
PARTS = """\
<template id="part-decide"><p class="decide">
<button type="button" data-act="dismiss">Dismiss</button>
<button type="button" data-act="done">Done</button></p></template>
<template id="part-reason"><div class="reason"><p>
<button type="button" data-reason="not an error">Not an error</button>
<button type="button" data-reason="house style">House style</button>
<button type="button" data-reason="quotation">Quotation</button></p>
<p><label>Another reason <input type="text" maxlength="200" autocomplete="off"></label>
<button type="button" data-act="dismiss-with">Dismiss</button>
<button type="button" data-act="cancel">Cancel</button></p></div></template>
<template id="part-decided"><p class="decided"><span></span>
<button type="button" data-act="undo">Undo</button></p></template>
<template id="part-safe"><p class="all-safe">
<button type="button" data-act="accept-safe"></button></p></template>
<dialog id="rule" aria-label="Rule"><button type="button" id="close-rule">Close</button>
<div></div></dialog>
"""
