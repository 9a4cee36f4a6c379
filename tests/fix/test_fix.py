"""Edits that are chosen, applied and shown."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.core.fix import Edit
from copylint.core.span import SourceSpan
from copylint.fix.apply import Patch, with_line_ends_of
from copylint.fix.choose import Taken
from copylint.fix.diff import unified
from copylint.formats.decode import decode, encode


@st.composite
def patched(draw: st.DrawFn) -> tuple[str, list[Edit]]:
    source = draw(st.text("ab \r\né𝄞", max_size=60))
    points = draw(st.lists(st.integers(0, len(source)), unique=True, max_size=8).map(sorted))
    spans = [SourceSpan(a, b) for a, b in zip(points[::2], points[1::2], strict=False)]
    return source, [Edit(span, draw(st.text("xyz\n", max_size=3))) for span in spans]


@given(patched())
def test_text_outside_edits_is_unchanged_and_mapped(given_: tuple[str, list[Edit]]) -> None:
    source, edits = given_
    patch = Patch(edits)
    new = patch.apply(source)
    assert len(new) == len(source) + sum(len(e.text) - len(e.span) for e in edits)
    edges = [0, *(x for e in patch.edits for x in (e.span.start, e.span.end)), len(source)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        if end - start > 2:  # within: at its ends an edit may have put something
            moved = patch.moved(SourceSpan(start + 1, end - 1))
            assert new[moved.start : moved.end] == source[start + 1 : end - 1]
    for edit in edits:
        moved = patch.moved(edit.span)
        assert edit.text in new[moved.start : moved.end]


def test_edits_that_overlap_are_refused() -> None:
    with pytest.raises(ValueError, match="overlap"):
        Patch([Edit(SourceSpan(0, 3), "a"), Edit(SourceSpan(2, 4), "b")])
    with pytest.raises(ValueError, match="overlap"):
        Patch([Edit(SourceSpan(2, 2), "a"), Edit(SourceSpan(2, 2), "b")])


def test_adjacent_fixes_are_not_applied_together() -> None:
    taken = Taken()
    assert taken.take([SourceSpan(3, 5), SourceSpan(10, 10)])
    assert not taken.take([SourceSpan(5, 6)])
    assert not taken.take([SourceSpan(1, 2), SourceSpan(9, 11)])
    assert taken.take([SourceSpan(1, 2), SourceSpan(6, 8)])


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_line_ends_follow_the_source(line_end: str) -> None:
    (edit,) = with_line_ends_of(f"a{line_end}b", [Edit(SourceSpan(0, 1), "x\ny")])
    assert edit.text == f"x{line_end}y"


@given(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff\ufffe")),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_untouched_bytes_round_trip(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    assert encode(decode("a", data), data) == data


LINES = st.lists(st.sampled_from(["a\n", "b\r\n", "c", "\n", "d\n"]), max_size=20).map("".join)


@given(LINES, LINES)
@pytest.mark.skipif(not shutil.which("git"), reason="git applies the diff")
def test_git_applies_the_diff(tmp_path_factory: pytest.TempPathFactory, old: str, new: str) -> None:
    folder = tmp_path_factory.mktemp("diff")
    apply(folder, old, new)


def apply(folder: Path, old: str, new: str) -> None:
    diff = unified("a.txt", old, new)
    assert bool(diff) == (old != new)
    if not diff or not old or not new:  # git wants an empty file's diff said otherwise
        return
    (folder / "a.txt").write_bytes(old.encode())
    subprocess.run(
        ["git", "apply", "--whitespace=nowarn", "-"],
        cwd=folder,
        input=diff.encode(),
        check=True,
        capture_output=True,
    )
    assert (folder / "a.txt").read_bytes() == new.encode()
