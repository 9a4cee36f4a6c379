"""Lines of a .gitignore, compared with git itself, and in bounded time."""

from __future__ import annotations

import random
import shutil
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from copylint.core.gitignore import BadGlob, is_glob, parse_line
from copylint.runner.globs import Globs

# For git a "?" is a byte, for us a character: all of these are of one byte.
NAMES = ("a", "b", "ab", "aab", "a.md", ".a", "b a", "[")
FOLDERS = ("", "a/", "b/", "a/b/", "ab/a/", "a/b/a/")
PIECES = ("a", "b", "*", "**", "?", "/", "/", ".md", "[ab]", "[!a]", "[a-c]", "\\*", "[[:alpha:]]")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not shutil.which("git"):
        pytest.skip("needs git")
    root = tmp_path_factory.mktemp("repository").resolve()
    subprocess.run(["git", "init", "-q", str(root)], check=True)
    for folder in FOLDERS:
        (root / folder).mkdir(parents=True, exist_ok=True)
    for folder in FOLDERS:
        for name in NAMES:
            if not (root / folder / name).exists():
                (root / folder / name).touch()
    return root


def of_git(root: Path, lines: Sequence[str], paths: Sequence[str]) -> set[str]:
    (root / ".gitignore").write_text("\n".join(lines) + "\n", "utf-8")
    command = ["git", "-c", "core.quotePath=false", "check-ignore", "--no-index", "-z", "--stdin"]
    given = "\0".join(paths).encode() + b"\0"
    done = subprocess.run(command, cwd=root, input=given, capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr
    return {path for path in done.stdout.decode().split("\0") if path}


def of_ours(root: Path, lines: Sequence[str], paths: Sequence[str]) -> set[str]:
    globs = Globs([line for line in lines if is_glob(line)], str(root))
    return {
        path for path in paths if globs.verdict(str(root / path), is_folder=(root / path).is_dir())
    }


def all_paths(root: Path) -> list[str]:
    found = (path.relative_to(root) for path in root.rglob("*"))
    return sorted(
        path.as_posix() for path in found if path.parts[0] != ".git" and path.name != ".gitignore"
    )


@pytest.mark.parametrize("seed", range(8))
def test_patterns_match_as_in_git(repository: Path, seed: int) -> None:
    draw = random.Random(seed)
    paths = all_paths(repository)
    for _ in range(25):
        lines = []
        for _ in range(draw.choice((1, 1, 2, 4))):
            line = "".join(draw.choices(PIECES, k=draw.randint(1, 6)))
            lines.append(("!" if draw.random() < 0.2 else "") + line)
        assert of_ours(repository, lines, paths) == of_git(repository, lines, paths), lines


@pytest.mark.parametrize(
    "line",
    [
        *("a", "/a", "a/", "/a/", "a/b", "**/a", "a/**", "a/**/b", "**/a/**", "a/**/**/a", "**"),
        *("*", "/*", "*/", "/**/", "!*", "\\!a", "\\#a", "#a", "a ", "a\\ ", "b a", "b\\ a", "[[]"),
        *(
            "[]a]",
            "[!]a]",
            "[^a]",
            "[a-]",
            "[-a]",
            "[c-a]",
            "[\\]a]",
            "*.md",
            "a?*",
            "a**b",
            "a/*/a",
        ),
        *(
            "a/*/a",
            "[[:alpha:]]",
            "[[:nope:]]",
            "[a",
            "a\\",
            "a//b",
            "//a",
            "[^[:punct:]]",
            "?",
            "[*]",
        ),
    ],
)
def test_pattern_lines_are_classified(repository: Path, line: str) -> None:
    paths = all_paths(repository)
    assert of_ours(repository, [line], paths) == of_git(repository, [line], paths)


@pytest.mark.parametrize("line", ["a\\", "[a", "[[:nope:]]", "x" * 5000, "!"])
def test_comments_and_blank_lines_match_nothing(line: str) -> None:
    with pytest.raises(BadGlob):
        parse_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "*a" * 40 + "b",
        "/" + "*a" * 40 + "b",
        "**/" + "*a*/" * 20 + "b",
        "/**/a" * 40 + "/b",
        "?" + "*?" * 200 + "b",
        "*[a]" * 200 + "b",
    ],
)
def test_globs_take_linear_time(line: str) -> None:
    globs = Globs([line], "/x")
    began = time.process_time()
    for path in ("a" * 200, "a/" * 200 + "a", "a" * 4000, "/".join(["a" * 99] * 40)):
        assert not globs.verdict(f"/x/{path}")
    assert time.process_time() - began < 5


def test_many_literal_names_take_one_lookup() -> None:
    globs = Globs([f"name-{number}.md" for number in range(50_000)], "/x")
    assert globs.verdict("/x/y/name-49999.md")
    assert globs.verdict("/x/y/name-50000.md") is None
