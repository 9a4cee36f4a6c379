"""The commands that the pages show run as they are printed, in a newsroom's folder."""

from __future__ import annotations

import io
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from copylint.analysis.printed_before import FORMAT
from copylint.archive.printed_index import TABLES
from copylint.cli.main import main

ROOT = Path(__file__).parents[2]
# The tutorials are cases of tests/cmd: there the output is compared, too.
PAGES = [
    ROOT / "README.md",
    *(page for page in sorted((ROOT / "docs").rglob("*.md")) if "tutorial" not in page.parts),
]
FENCE = re.compile(r"^```(\w*)[^\n]*\n(.*?)^```", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`(copylint [^`]+)`")
# Placeholders: a line with one of them is not a command as it is.
PLACEHOLDER = re.compile(r"[\[\]<]|\b[A-Z]{3,}\b(?!=)|\w\|\w|\.\.\.|…")
# Commands that end by themselves and ask nobody, neither people nor the network.
RUN = frozenset(
    [
        "check",
        "fix",
        "baseline",
        "stats",
        "text",
        "facts",
        "explain",
        "rules",
        "packs",
        "trial",
        "test-rules",
        "config",
        "cache",
        "vale",
        "help",
        "--version",
    ]
)
# Commands tested elsewhere, since they prompt, keep running or need the network's weights.
ELSEWHERE = ("--interactive", "--warm", "--grammar deep", "--grammar languagetool", "dots.two")
# In running text, the name of a command that wants arguments.
NAMES = ("explain", "facts", "text", "trial", "vale")
FERRY = "# The ferry\n\nOrla Quist left at at noon. She recieved the mail.\n"


def commands(page: Path) -> Iterator[str]:
    """The command lines in blocks and in running text, without those with placeholders."""
    text = page.read_text("utf-8")
    for language, block in FENCE.findall(text):
        if language in ("", "sh", "text", "console"):
            for line in block.replace("\\\n", " ").splitlines():
                line = line.removeprefix("$ ").partition("   ")[0]
                if line.startswith("copylint "):
                    yield line
    for span in SPAN.findall(FENCE.sub("", text)):
        words = span.split()
        if len(words) > 2 or words[1] not in NAMES:
            yield " ".join(words)


def runnable(page: Path) -> list[str]:
    found = dict.fromkeys(commands(page))
    shown = (
        each
        for each in found
        if each.split()[1] in RUN and not any(part in each for part in ELSEWHERE)
    )
    # An operator between words is not a placeholder.
    return [each for each in shown if not PLACEHOLDER.search(each.replace(" < ", " "))]


CASES = [(page, runnable(page)) for page in PAGES]
CASES = [(page, lines) for page, lines in CASES if lines]


@pytest.fixture(scope="module")
def newsroom(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with everything that the pages' commands name."""
    docx = pytest.importorskip("docx")
    home = tmp_path_factory.mktemp("newsroom") / "desk"
    for name in ("articles", "archive", "desk", "letters", "seeds", "rules/News", "tools"):
        (home / name).mkdir(parents=True)
    for name in ("articles/a.md", "articles/ferry.md", "archive/b.md", "letters/c.md"):
        (home / name).write_text(FERRY)
    for name in ("article.md", "story.md", "draft.md", "story.txt", "buffer"):
        (home / name).write_text(FERRY)
    cue = "1\n00:00:01,000 --> 00:00:02,000\nANN: It left at noon.\n"
    (home / "interview.srt").write_text(cue)
    (home / "tools" / "a.py").write_text("# It is teh ferry.\n")
    made = docx.Document()
    made.add_paragraph("The ferry left at at noon.")
    for name in ("article.docx", "story.docx", "desk/a.docx"):
        made.save(str(home / name))
    shutil.copy(ROOT / "seeds" / "olympic-neutrality.txt", home / "seeds")
    for rule in (ROOT / "rules" / "News").iterdir():
        shutil.copy(rule, home / "rules" / "News")
    (home / "printed").mkdir()
    with closing(sqlite3.connect(home / "printed" / "printed.sqlite")) as index, index:
        index.executescript(TABLES)
        index.execute("insert into about values (?, '')", (FORMAT,))
    (home / "styles").mkdir()
    (home / ".vale.ini").write_text("StylesPath = styles\n[*.md]\nBasedOnStyles = Vale\n")
    (home / "copylint.toml").write_text("root = true\n")

    def git(*words: str) -> None:
        identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
        subprocess.run(["git", *identity, *words], cwd=home, check=True, capture_output=True)

    git("init", "--quiet", "--initial-branch=main")
    git("add", ".")
    git("commit", "--quiet", "--message", "before")
    git("update-ref", "refs/remotes/origin/main", "HEAD")
    git("checkout", "--quiet", "-b", "copy")
    (home / "articles" / "new.md").write_text(FERRY)
    git("add", ".")
    return home


def run(line: str, monkeypatch: pytest.MonkeyPatch) -> tuple[object, str]:
    """The exit code and what is on standard error; redirections as a shell has them."""
    line = line.removesuffix(" | head")
    line, _, target = line.partition(">")
    line, _, source = line.partition("<")
    words = [
        name
        for word in shlex.split(line)
        for name in (sorted(map(str, Path().glob(word))) if "*" in word else [word])
    ]
    given = Path(source.strip()).read_bytes() if source else FERRY.encode()
    streams = {name: io.TextIOWrapper(io.BytesIO(), "utf-8") for name in ("stdout", "stderr")}
    with monkeypatch.context() as patch:
        patch.setattr(sys, "argv", words)
        patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given), "utf-8"))
        for name, stream in streams.items():
            patch.setattr(sys, name, stream)
        with pytest.raises(SystemExit) as end:
            main()
    said = {}
    for name, stream in streams.items():
        stream.flush()
        buffer = stream.buffer
        assert isinstance(buffer, io.BytesIO)
        said[name] = buffer.getvalue()
    if target:
        Path(target.strip()).write_bytes(said["stdout"])
    return end.value.code, said["stderr"].decode()


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
@pytest.mark.parametrize(("page", "lines"), CASES, ids=[page.stem for page, _ in CASES])
def test_commands_of_a_page_run_as_printed(
    page: Path, lines: list[str], newsroom: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "desk"
    shutil.copytree(newsroom, home)
    monkeypatch.chdir(home)
    for line in lines:
        code, said = run(line, monkeypatch)
        assert code in (0, 1), f"{page.name}: $ {line}\n{said}"
        assert "Traceback" not in said


def test_there_are_at_least_thirty() -> None:
    assert len({line for _, lines in CASES for line in lines}) >= 30
