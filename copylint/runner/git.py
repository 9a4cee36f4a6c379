"""Asks git, through its command, which files a change touched and what they held."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property

from copylint.core.errors import CopylintError, in_a_line
from copylint.core.record import record

#: Seconds that git has for one answer.
PATIENCE_S = 60.0

# Settings that keep git from running programs that a repository's configuration names: an
# archive that someone unpacks brings a configuration along, and so does a nested repository.
_NO_PROGRAMS = (
    "core.fsmonitor=false",
    f"core.hooksPath={os.devnull}",
    "safe.bareRepository=explicit",
)
# The settings that run a filter (`filter.NAME.…`), and the values that disable it.
_NO_FILTER = (("clean", ""), ("smudge", ""), ("process", ""), ("required", "false"))
_SHALLOW_HINT = "this clone is shallow: fetch more of its history ('git fetch --unshallow')"
_ODD = frozenset({b"", b".", b"..", b".git"})
# Commits whose changes are asked for at a time.
_COMMITS = 200
_LINK, _MODULE = "120000", "160000"


class GitError(CopylintError):
    """What git cannot do, in one line for the user."""

    def __init__(self, message: str) -> None:
        super().__init__(in_a_line(message))


@record
class ChangedFile:
    """A file that a change touched. Paths are relative to the root of the repository.

    ``old`` and ``new`` are the names before and after, empty if there was or is no file;
    ``old_blob`` and ``new_blob`` are the names of the contents, empty for the work tree's.
    """

    old: str
    new: str
    old_blob: str
    new_blob: str


@record
class TreeFile:
    """A file that a commit holds: its path from the root, its content's name, and its kind."""

    path: str
    blob: str
    is_link: bool


class Repository:
    """A git repository with a work tree. ``root`` is its absolute path.

    git has ``patience`` seconds for each answer. It runs none of the programs that the
    configuration of the repository names (filters, hooks, a file-system monitor).
    """

    def __init__(self, folder: str, patience: float = PATIENCE_S) -> None:
        """The repository that ``folder`` is in. Raises ``GitError`` if it is in none."""
        self.root = folder
        self._patience = patience
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

    def changes(self, base: str, *, staged: bool) -> list[ChangedFile]:
        """What differs from ``base`` in the work tree, or in the index if ``staged``."""
        options = ["--raw", "-z", "-M", "--no-abbrev", "--no-ext-diff", "--ignore-submodules"]
        if staged:
            answer = self._run(["diff", *options, "--cached", base, "--"])
        else:  # git reads files of the work tree, and filters might run
            answer = self._run(["diff", *options, base, "--"], settings=self._no_filters)
        return list(_changes(answer))

    def touched(self, base: str, *, staged: bool) -> frozenset[str]:
        """The paths at which anything at all differs from ``base``, links among them."""
        options = ["--name-only", "-z", "--no-renames", "--no-ext-diff", "--ignore-submodules"]
        where = ["--cached"] if staged else []
        settings = {} if staged else self._no_filters
        answer = self._run(["diff", *options, *where, base, "--"], settings=settings)
        return frozenset(_paths(answer))

    def files(self, commit: str) -> list[TreeFile]:
        """The files and links that a commit holds, in order of paths."""
        answer = self._run(["ls-tree", "-r", "-z", "--full-tree", commit])
        return list(_tree_files(answer))

    def prefix(self, folder: str) -> str:
        """How the paths of files in ``folder`` begin: empty at the root, else with a ``/``."""
        inside = os.path.relpath(os.path.realpath(folder), os.path.realpath(self.root))
        return "" if inside == "." else inside.replace(os.sep, "/") + "/"

    def history(self, most: int) -> list[str]:
        """The last ``most`` commits of HEAD that are no merges, the newest first."""
        if not self._try("rev-parse", "--verify", "--quiet", "HEAD^{commit}"):
            return []
        options = ["--no-merges", f"--max-count={most}", "HEAD"]
        return self._run(["rev-list", *options, "--"]).decode().split()

    def edited_in(self, commits: Sequence[str]) -> Iterator[ChangedFile]:
        """The files that each of ``commits`` changed or moved, against the commit before it."""
        options = ["--stdin", "-r", "--raw", "-z", "-M", "--no-abbrev", "--no-commit-id"]
        options += ["--no-ext-diff", "--ignore-submodules", "--diff-filter=MR"]
        for first in range(0, len(commits), _COMMITS):
            some = "\n".join(commits[first : first + _COMMITS])
            yield from _changes(self._run(["diff-tree", *options], some.encode() + b"\n"))

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

    def sizes(self, blobs: Sequence[str]) -> list[int]:
        """How many bytes the blobs hold."""
        if not blobs:
            return []
        answer = self._run(["cat-file", "--batch-check"], "\n".join(blobs).encode() + b"\n")
        rows = [row.split() for row in answer.splitlines()]
        lacking = next((row[0].decode() for row in rows if row[1:2] != [b"blob"]), "")
        if lacking:
            raise GitError(f"git lacks the content {lacking}; {_SHALLOW_HINT}")
        return [int(row[2]) for row in rows]

    def _is_shallow(self) -> bool:
        return self._try("rev-parse", "--is-shallow-repository") == "true"

    def _line(self, *arguments: str) -> str:
        return os.fsdecode(self._run(arguments)).removesuffix("\n")

    def _try(self, *arguments: str) -> str:
        """One line of an answer; empty if git refuses."""
        try:
            return self._line(*arguments)
        except GitError:
            return ""

    @cached_property
    def _no_filters(self) -> dict[str, str]:
        """Settings that take the programs out of all filters that are configured."""
        try:
            answer = self._run(["config", "-z", "--name-only", "--get-regexp", r"^filter\."])
        except GitError:  # there are no filters, which git reports as an error
            return {}
        names = {os.fsdecode(key).rpartition(".")[0] for key in answer.split(b"\0") if key}
        return {f"{name}.{key}": value for name in sorted(names) for key, value in _NO_FILTER}

    def _run(
        self,
        arguments: Iterable[str],
        given: bytes = b"",
        settings: dict[str, str] | None = None,
    ) -> bytes:
        options = [
            part for each in ("core.quotePath=false", *_NO_PROGRAMS) for part in ("-c", each)
        ]
        try:
            process = subprocess.Popen(
                ["git", *options, *arguments],
                cwd=self.root,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                env=_environment(settings or {}),
                # In a session of its own, so that what git has started can be ended with it.
                start_new_session=True,
            )
        except FileNotFoundError:
            raise GitError("git is not installed") from None
        except OSError as error:
            raise GitError(f"git cannot be run: {error.strerror or error}") from None
        with process:
            try:
                answer, said = process.communicate(given, self._patience)
            except subprocess.TimeoutExpired:
                _end(process)
                waited = f"{self._patience:g} seconds"
                raise GitError(
                    f"git gave no answer within {waited}; raise timeout to allow more"
                ) from None
            except BaseException:  # Ctrl-C too
                _end(process)
                raise
        if process.returncode:
            told = said.decode("utf-8", "replace").strip().removeprefix("fatal: ")
            raise GitError(f"git: {told or f'exit code {process.returncode}'}")
        return answer


def _environment(settings: dict[str, str]) -> dict[str, str]:
    """The environment of git, with ``settings`` after those that it may hold already.

    A key on the command line ends at the first ``=``, and a filter's name may hold one.
    """
    found = {**os.environ, "LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}
    given = os.environ.get("GIT_CONFIG_COUNT", "")
    at = int(given) if given.isascii() and given.isdecimal() else 0
    for number, (key, value) in enumerate(settings.items(), start=at):
        found |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    if settings:
        found["GIT_CONFIG_COUNT"] = str(at + len(settings))
    return found


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill git and whatever it has started."""
    if hasattr(os, "killpg"):
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()


def _tree_files(answer: bytes) -> Iterator[TreeFile]:
    """The entries of git's list of a tree (``mode kind name<TAB>path``)."""
    for row in answer.split(b"\0"):
        head, _, path = row.partition(b"\t")
        mode, kind, blob = head.decode().split() if head else ("", "", "")
        # Nobody can mean a name that git would not check out.
        if kind == "blob" and not _ODD.intersection(path.split(b"/")):
            yield TreeFile(os.fsdecode(path), blob, mode == _LINK)


def _paths(answer: bytes) -> Iterator[str]:
    return (os.fsdecode(path) for path in answer.split(b"\0") if path)


def _changes(raw: bytes) -> Iterator[ChangedFile]:
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
        # The source of a copy still exists, so a copied file has no old name.
        old = first if had and status[0] != "C" else ""
        if old or has:
            yield ChangedFile(
                old,
                second if has else "",
                old_blob if old else "",
                new_blob if has and new_blob.strip("0") else "",
            )
