"""A review's suggestions, applied to the lines that they name, give the output of ``fix``."""

from __future__ import annotations

import io
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from copylint import Config, fix_text
from copylint.cli.library import RunLibrary
from copylint.cli.outcome import outcome_of
from copylint.report.base import Presentation
from copylint.report.formats.review import ReviewReporter
from copylint.runner.pipeline import run
from copylint.runner.result import Input

BLOCK = re.compile(r"^(`{3,})suggestion\n(.*?)\1\Z", re.MULTILINE | re.DOTALL)


def review(path: Path) -> Any:
    out = io.StringIO()
    inputs = [Input(str(path))]
    result = run(inputs, Config(), jobs=1)
    what = outcome_of(result, [], RunLibrary(Config(), inputs))
    ReviewReporter().write(what, out, Presentation())
    return json.loads(out.getvalue())


def applied(text: str, comments: list[dict[str, Any]]) -> str:
    """``text`` with each suggestion applied."""
    lines = text.splitlines(keepends=True)
    for comment in sorted(comments, key=lambda each: -each["line"]):
        found = BLOCK.search(comment["body"])
        assert found, comment
        first = comment.get("start_line", comment["line"]) - 1
        lines[first : comment["line"]] = [found[2]]
    return "".join(lines)


@pytest.mark.parametrize(
    "text",
    [
        "The ferry left at at noon.\n",
        "The ferry left at at noon. He recieved the the mail.\n",
        "A fair line.\n\nThe ferry left at\nat noon. He recieved the\nthe mail.\n\nAnother.\n",
        "The ferry ``` left at at noon with ```` of hay.\n",
        "No line end, at at noon",
        "Nothing to correct.\n",
    ],
)
def test_suggestions_are_the_safe_fixes(text: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(text, "utf-8", newline="\n")
    found = review(path)
    assert found["event"] == "COMMENT"
    fixed = fix_text(text).text
    assert applied(text, found["comments"]).rstrip("\n") == fixed.rstrip("\n")
    assert bool(found["comments"]) == (fixed != text)
    places = [(each.get("start_line", each["line"]), each["line"]) for each in found["comments"]]
    assert all(after[0] > before[1] for before, after in pairwise(places))


def test_what_a_package_holds_is_not_suggested(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx")
    made = docx.Document()
    made.add_paragraph("The ferry left at at noon.")
    made.save(str(tmp_path / "a.docx"))
    assert review(tmp_path / "a.docx")["comments"] == []


def test_nothing_of_the_copy_calls_anyone(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("The @desk:qiuck @desk left at at noon.\n")
    for comment in review(path)["comments"]:
        assert "@desk" not in comment["body"].partition("```suggestion")[0]
