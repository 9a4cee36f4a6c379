"""Asking git, through its command: which files a change touched, and what they held."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence

from copylint.core.errors import CopylintError
from copylint.core.record import record

_SHALLOW_HINT = "this clone is shallow: fetch more of its history ('git fetch --unshallow')"
_LINK, _MODULE = "120000", "160000"


class GitError(CopylintError):
    """What git cannot do, in words for who asked."""


@record
class Change:
    """A file that a change touched. Paths are relative to the root of the repository.

    ``old`` and ``new`` are the names before and after, empty where there was no file or is
    none; ``old_blob`` and ``new_blob`` are the contents' names, empty for the work tree's.
    """

    old: str
    new: str
    old_blob: str
    new_blob: str


class Repository:
    """A git repository with a work tree. ``root`` is its absolute path."""

    def __init__(self, folder: str) -> None:
        """The repository that ``folder`` is in. Raises ``GitError`` outside any."""
        self.root = folder
        try:
            self.root = self._line("rev-parse", "--show-toplevel")
        except GitError as error:
            if "not a git repository" in str(error):
                raise GitError(f"{folder} is not in a git repository") from None
            raise

    def commit(self, revision: str) -> str:
        """The name of the commit that ``revision`` means. Raises ``GitError``."""
        found = (
            ""
            if revision.startswith("-")
            else self._try("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        )
        if not found:
            hint = f"; {_SHALLOW_HINT}" if self._is_shallow() else ""
            raise GitError(f"git knows no commit '{revision}' here{hint}")
        return found

    def merge_base(self, revision: str) -> str:
        """The commit at which ``revision`` and HEAD parted. Raises ``GitError``."""
        commit = self.commit(revision)
        found = self._try("merge-base", commit, "HEAD")
        if not found:
            if self._is_shallow():
                hint = f"{_SHALLOW_HINT}, or compare with it as it is: --since-exact {revision}"
            else:
                hint = f"to compare with it as it is, use --since-exact {revision}"
            raise GitError(f"HEAD and '{revision}' have no commit in common; {hint}")
        return found

    def head(self) -> str:
        """The commit of HEAD; before the first commit the name of the empty tree."""
        found = self._try("rev-parse", "--verify", "--quiet", "HEAD^{commit}")
        return found or self._run(["hash-object", "-t", "tree", "--stdin"]).decode().strip()

    def changes(self, base: str, *, staged: bool) -> list[Change]:
        """What differs from ``base`` in the work tree, or in the index where ``staged``."""
        options = ["--raw", "-z", "-M", "--no-abbrev", "--no-ext-diff", "--ignore-submodules"]
        where = ["--cached"] if staged else []
        return list(_changes(self._run(["diff", *options, *where, base, "--"])))

    def tracked(self) -> set[str]:
        """The paths of all files that git keeps."""
        return set(_paths(self._run(["ls-files", "-z"])))

    def contents(self, blobs: Sequence[str]) -> list[bytes]:
        """What the blobs hold."""
        if not blobs:
            return []
        answer = self._run(["cat-file", "--batch"], "\n".join(blobs).encode() + b"\n")
        found: list[bytes] = []
        at = 0
        for blob in blobs:
            end = answer.index(b"\n", at)
            head = answer[at:end].split()
            if head[1:2] != [b"blob"]:
                raise GitError(f"git lacks the content {blob}; {_SHALLOW_HINT}")
            size = int(head[2])
            found.append(answer[end + 1 : end + 1 + size])
            at = end + 1 + size + 1
        return found

    def _is_shallow(self) -> bool:
        return self._try("rev-parse", "--is-shallow-repository") == "true"

    def _line(self, *arguments: str) -> str:
        return os.fsdecode(self._run(arguments)).removesuffix("\n")

    def _try(self, *arguments: str) -> str:
        """One line of an answer; empty where git refuses."""
        try:
            return self._line(*arguments)
        except GitError:
            return ""

    def _run(self, arguments: Iterable[str], given: bytes = b"") -> bytes:
        try:
            done = subprocess.run(
                ["git", "-c", "core.quotePath=false", *arguments],
                cwd=self.root,
                input=given,
                capture_output=True,
                env={**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0"},
                check=False,
            )
        except FileNotFoundError:
            raise GitError("git is not installed") from None
        except OSError as error:
            raise GitError(f"git cannot be run: {error.strerror or error}") from None
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().removeprefix("fatal: ")
            raise GitError(f"git: {said or f'exit code {done.returncode}'}")
        return done.stdout


def _paths(answer: bytes) -> Iterator[str]:
    return (os.fsdecode(path) for path in answer.split(b"\0") if path)


def _changes(raw: bytes) -> Iterator[Change]:
    """The changes in git's raw format (``:mode mode blob blob status``, then the paths)."""
    fields = iter(raw.split(b"\0"))
    for field in fields:
        if not field:
            continue
        old_mode, new_mode, old_blob, new_blob, status = field.decode().removeprefix(":").split()
        first = os.fsdecode(next(fields))
        second = os.fsdecode(next(fields)) if status[0] in "RC" else first
        if status[0] == "U" or _MODULE in (old_mode, new_mode):
            continue
        had = old_mode.strip("0") != "" and old_mode != _LINK
        has = new_mode.strip("0") != "" and new_mode != _LINK
        # What was copied is still there: only a file of the same or the old name was it.
        old = first if had and status[0] != "C" else ""
        if old or has:
            yield Change(
                old,
                second if has else "",
                old_blob if old else "",
                new_blob if has and new_blob.strip("0") else "",
            )
