"""The findings that an editor shows are those of 'copylint check' of the same text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

pytest.importorskip("pygls", reason="the extra 'lsp' is not installed")

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lsp_editor import FULL, Editor

from copylint import Finding, Severity, lint_text, read_config
from copylint.runner import deep_policy

# Tests have no deep check unless they ask; the server, a process of its own, has it if installed.
IS_INSTALLED = deep_policy.is_installed

SEVERITIES = {Severity.ERROR: 1, Severity.WARNING: 2, Severity.SUGGESTION: 3}
PIECES = (
    "The council met on Tuesday 🚢. ",
    "It was the the last one. ",
    "They recieve it. ",
    "“A 10 per cent rise” is a lot, said Orla Quist. ",
    "Ms Quisst disagreed — and left. ",
    "A organisation and an organization. ",
    "\n\n",
    "\r\n\r\n",
    "\n",
    "# News\n\n",
    "- an item\n",
    "<!-- copylint-disable-next-line spelling -->\n",
    "👩‍🚀é",
)
TEXTS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=8).map("".join)
EDITS = st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1), TEXTS | st.just("")), max_size=4)


@pytest.fixture(scope="module")
def puller(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    """An editor that asks for all findings, and cannot be told later that there are more."""
    made = Editor(tmp_path_factory.mktemp("same"))
    made.greet({**FULL, "textDocument": {**FULL["textDocument"], "diagnostic": {}}}, pause=0)
    yield made
    made.kill()


def place(text: str, offset: int) -> dict[str, int]:
    """The line and the UTF-16 character of a code point, counted in the plainest way."""
    before = text[:offset]
    lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return {"line": len(lines) - 1, "character": len(lines[-1].encode("utf-16-le")) // 2}


def expected(text: str, finding: Finding) -> tuple[object, ...]:
    span = finding.span
    return (
        finding.rule,
        finding.message,
        SEVERITIES[finding.severity],
        place(text, span.start),
        place(text, span.end),
    )


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(text=TEXTS, edits=EDITS, suffix=st.sampled_from(["md", "txt", "html", "tex", "rst"]))
def test_after_any_edits_the_findings_are_those_of_a_check(
    puller: Editor,
    monkeypatch: pytest.MonkeyPatch,
    text: str,
    edits: list[tuple[float, float, str]],
    suffix: str,
) -> None:
    monkeypatch.setattr(deep_policy, "is_installed", IS_INSTALLED)
    uri = puller.open(f"a.{suffix}", text)
    for one, other, new in edits:
        start, end = sorted(round(each * len(text)) for each in (one, other))
        # Between a carriage return and its line feed there is no place for an editor.
        start -= text[start - 1 : start + 1] == "\r\n"
        end += text[end - 1 : end + 1] == "\r\n"
        where = {"start": place(text, start), "end": place(text, end)}
        puller.change(uri, {"range": where, "text": new})
        text = text[:start] + new + text[end:]
    report = puller.request("textDocument/diagnostic", {"textDocument": {"uri": uri}})
    path = str(puller.folder / f"a.{suffix}")
    config = read_config([path])
    found = [
        (each["code"], each["message"], each["severity"], *each["range"].values())
        for each in report["items"]
    ]
    assert found == [expected(text, each) for each in lint_text(text, path=path, config=config)]


def test_an_editor_that_asks_is_told_nothing_twice(puller: Editor) -> None:
    uri = puller.open("twice.md", "It was the the last one.\n")
    about = {"textDocument": {"uri": uri}}
    first = puller.request("textDocument/diagnostic", about)
    assert first["kind"] == "full"
    again = puller.request(
        "textDocument/diagnostic", {**about, "previousResultId": first["resultId"]}
    )
    assert again == {"kind": "unchanged", "resultId": first["resultId"]}
    assert puller.published(uri) is None  # nor is it pushed


def test_an_editor_that_can_be_told_later_is_told(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    folder = tmp_path_factory.mktemp("refresh")
    editor = Editor(folder)
    try:
        editor.greet(
            {
                **FULL,
                "textDocument": {**FULL["textDocument"], "diagnostic": {}},
                "workspace": {"diagnostics": {"refreshSupport": True}},
            }
        )
        editor.open("a.md", "It was the the last one.\n")
        editor.take(lambda: editor.asked)
        assert editor.asked[0]["method"] == "workspace/diagnostic/refresh"
    finally:
        editor.kill()
