"""A repository with a house's configuration on main and a stranger's pull request on top."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

CONFIG = """\
exclude = ["articles/archive/"]
packs = ["house"]
baseline = "accepted.json"

[vocabulary]
accept = ["words.txt"]
"""
RULE = """\
extends: existence
message: "The house does not print '%s'."
level: error
tokens:
  - very nice
"""
BASELINE = """\
{
 "version": 1,
 "findings": [
  {"path": "articles/old.md", "rule": "duplicates.word", "sentence": "The the pier is shut."}
 ]
}
"""


class Ran(NamedTuple):
    """The output of a command."""

    code: int
    out: str
    err: str

    @property
    def findings(self) -> list[str]:
        """File and rule of each finding, without the places, which tricks may move."""
        words = [line.split(" ") for line in self.out.splitlines()]
        return [f"{each[0].split(':')[0]} {each[2]} {' '.join(each[3:])}" for each in words]


class Desk:
    """The repository, with the branch of the pull request checked out."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True)
        self.git("init", "--quiet", "-b", "main")
        self.write("copylint.toml", CONFIG)
        self.write("words.txt", "wierd\n")
        self.write("house/Nice.yml", RULE)
        self.write("accepted.json", BASELINE)
        self.write(".copylintignore", "*.draft.md\n")
        self.write("articles/old.md", "The the pier is shut.\n")
        self.commit("main")
        self.git("update-ref", "refs/remotes/origin/main", "HEAD")
        self.git("checkout", "--quiet", "-b", "pull")

    def git(self, *words: str) -> str:
        identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
        done = subprocess.run(
            ["git", *identity, *words],
            cwd=self.folder,
            check=True,
            capture_output=True,
            encoding="utf-8",
            env={name: value for name, value in os.environ.items() if name[:4] != "GIT_"},
        )
        return done.stdout

    def write(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def link(self, name: str, to: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.symlink_to(to)

    def commit(self, message: str) -> None:
        self.git("add", "--all", "--force")
        self.git("commit", "--quiet", "-m", message)

    def run(self, *words: str, cwd: str = ".", **variables: str) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "copylint", *words],
            cwd=self.folder / cwd,
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            env={
                **{name: value for name, value in os.environ.items() if name[:4] != "GIT_"},
                "PYTHONSAFEPATH": "1",
                **variables,
            },
            timeout=120,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    def check(self, *words: str, cwd: str = ".") -> Ran:
        return self.run("check", "-q", "--grammar", "off", *words, cwd=cwd)

    def untrusted(self, *words: str, cwd: str = ".") -> Ran:
        return self.check("--untrusted", "--config-from", "origin/main", *words, cwd=cwd)
