"""The repository that hooks and CI jobs install copylint from, for ``copylint init``."""

from __future__ import annotations

import os
import re
import subprocess
from urllib.parse import urlsplit

from copylint import __version__
from copylint.cli.exits import UsageError
from copylint.core.installed import origin, requirement
from copylint.core.record import record

OPTION = "--source"
#: Seconds that a repository has to list its tags and branches.
PATIENCE_S = 30.0
_SCHEMES = ("https", "ssh", "file")
# 'git@host:desk/copylint.git', which git and pre-commit read but pip does not.
_SHORT = re.compile(r"(?P<user>[\w.-]+@)(?P<host>[\w.-]+):(?P<path>(?!//)[\w./~-]+)")
# What a shell, YAML and pip all read as it is.
_PLAIN = re.compile(r"[\w.:/@~+%-]+")
_REVISION = re.compile(r"[\w.][\w./+-]*")
# If git lacks a password, it fails instead of asking for one.
_ASK_NOBODY = {"GIT_TERMINAL_PROMPT": "0", "GIT_SSH_COMMAND": "ssh -o BatchMode=yes"}
_COMMIT = re.compile(r"[0-9a-f]{40}|[0-9a-f]{64}")


@record
class HookSource:
    """A git repository of copylint at a revision: a tag or a commit.

    Both are free of characters that mean something in a shell or in YAML.
    """

    repository: str
    revision: str

    @property
    def requirement(self) -> str:
        """What pip installs."""
        return requirement(self.repository, self.revision)


def recorded() -> HookSource | None:
    """The repository that this copylint was installed from, at the commit installed."""
    found = origin()
    if found is None or not found.commit:
        return None
    usable = _PLAIN.fullmatch(found.url) and urlsplit(found.url).scheme in _SCHEMES[:2]
    return (
        HookSource(found.url, found.commit) if usable and _COMMIT.fullmatch(found.commit) else None
    )


def named(given: str) -> HookSource:
    """The source that a user names: an address, or ``ADDRESS@REVISION``.

    Without a revision the repository is asked: the tag of this version if there is one, else
    the newest commit. Raises ``UsageError`` for an address that is not one of git, that holds
    a password, or that does not answer.
    """
    address, revision = _split(given.strip().removeprefix("git+"))
    short = _SHORT.fullmatch(address)
    if short:
        address = f"ssh://{short['user']}{short['host']}/{short['path']}"
    parts = urlsplit(address)
    if parts.scheme not in _SCHEMES or not _PLAIN.fullmatch(address) or not parts.path.strip("/"):
        raise UsageError(
            f"'{given}' is not the address of a git repository: it begins with https://, ssh:// "
            "or file://",
            OPTION,
        )
    if parts.password is not None or (parts.scheme == "https" and parts.username is not None):
        raise UsageError("the address holds a user or a password, which anyone could read", OPTION)
    return HookSource(address, revision or _newest(address))


def _split(given: str) -> tuple[str, str]:
    """The address and the revision, empty if there is none."""
    address, at, revision = given.rpartition("@")
    if not at or not _REVISION.fullmatch(revision) or "/" not in address.partition("://")[2]:
        short = given.count("@") == 2 and _SHORT.fullmatch(address)
        return (address, revision) if short else (given, "")
    return address, revision


def _newest(address: str) -> str:
    tag = f"v{__version__}"
    command = ["git", "ls-remote", "--", address, f"refs/tags/{tag}", "HEAD"]
    try:
        done = subprocess.run(
            command,
            env={**os.environ, **_ASK_NOBODY},
            capture_output=True,
            encoding="utf-8",
            timeout=PATIENCE_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise UsageError(f"cannot ask the repository for its revisions ({error})", OPTION) from None
    names = {name: commit for commit, _, name in map(_columns, done.stdout.splitlines())}
    if f"refs/tags/{tag}" in names:
        return tag
    commit = names.get("HEAD", "")
    if not _COMMIT.fullmatch(commit):
        said = (line.removeprefix("fatal: ") for line in done.stderr.splitlines())
        why = next(said, "")
        raise UsageError(
            f"the repository names no revision{f' ({why})' if why else ''}; give one: "
            f"{address}@REVISION",
            OPTION,
        )
    return commit


def _columns(line: str) -> tuple[str, str, str]:
    return line.partition("\t")
