"""Ignore files, excluded paths and hidden entries that a walk through folders leaves out."""

# Paths: strings, not pathlib: a folder may hold a million files.
# ruff: noqa: PTH118, PTH120

from __future__ import annotations

import os
from collections.abc import Iterator

from copylint.core.errors import InputError
from copylint.core.gitignore import is_glob
from copylint.core.kept_patterns import compiled
from copylint.core.safe_read import SMALL, Refused, project_of, read_file
from copylint.runner.globs import Globs

#: Ignore files of a folder, in the order in which they apply.
IGNORE_FILES = (".copylintignore", ".gitignore")

# Prefixes of hidden names, and of the files that Word puts beside an open document.
_HIDDEN = (".", "~$")
# Folders of third-party or generated files, wherever they are. Hidden ones (.git, .hg, .venv)
# are left out as such.
_NEVER = frozenset({"node_modules", "__pycache__"})
_OF_GIT = os.path.join(".git", "info", "exclude")
_LINE_END = compiled(r"\r\n|\n|\r")


class Ignores:
    """The ignore files that hold in one folder, and those of the folders above it.

    As in git, a file in an inner folder overrides one in an outer folder.
    """

    __slots__ = ("_globs", "_outer")

    def __init__(self, globs: tuple[Globs, ...] = (), outer: Ignores | None = None) -> None:
        self._globs = globs
        self._outer = outer

    def inside(
        self, folder: str, names: frozenset[str] | set[str], errors: list[InputError]
    ) -> Ignores:
        """The ignore files for ``folder`` (absolute), which contains the entries ``names``.

        ``errors`` gains the ignore files that are refused.
        """
        found = tuple(
            globs
            for name in IGNORE_FILES
            if name in names and (globs := _read(os.path.join(folder, name), folder, errors))
        )
        return Ignores(found, self) if found else self

    def leaves_out(self, path: str, *, is_folder: bool) -> bool:
        """Whether the entry at the absolute ``path`` is ignored, given that its folder is not."""
        level: Ignores | None = self
        while level is not None:
            for globs in level._globs:
                verdict = globs.verdict(path, is_folder=is_folder)
                if verdict is not None:
                    return verdict
            level = level._outer
        return False


def is_hidden(name: str) -> bool:
    """Whether a walk leaves out entries of this name by default."""
    return name.startswith(_HIDDEN) or name in _NEVER


def ignores_above(folder: str, errors: list[InputError]) -> Ignores:
    """What the folders above the absolute ``folder`` say of the entries in it.

    That is the ignore files up to the root of the git repository (its ``.git/info/exclude``
    too), or, outside any, each ``.copylintignore`` up to the root of the file system. Files
    that ignore ``folder`` itself say nothing here: whoever names it wants it checked.
    ``errors`` gains the files that are refused.
    """
    above = list(_parents(folder))
    repository = next((f for f in (folder, *above) if os.path.lexists(os.path.join(f, ".git"))), "")
    if repository:
        above = [f for f in above if len(f) >= len(repository)]
    ignores = Ignores()
    if repository:
        ignores = _add(ignores, os.path.join(repository, _OF_GIT), repository, folder, errors)
    for outer in reversed(above):
        for name in reversed(IGNORE_FILES):
            if repository or name != ".gitignore":
                ignores = _add(ignores, os.path.join(outer, name), outer, folder, errors)
    return ignores


def _add(ignores: Ignores, path: str, base: str, folder: str, errors: list[InputError]) -> Ignores:
    globs = _read(path, base, errors)
    if globs is None or (folder != base and globs.verdict(folder, is_folder=True)):
        return ignores
    return Ignores((globs,), ignores)


def _parents(folder: str) -> Iterator[str]:
    while True:
        parent = os.path.dirname(folder)
        if parent == folder:
            return
        yield parent
        folder = parent


def _read(path: str, base: str, errors: list[InputError]) -> Globs | None:
    """The globs of an ignore file; None if there is none to read.

    ``errors`` gains a file that is refused. Lines that git could not read are left out, as git
    does.
    """
    try:
        # A file inside git's own folder is not part of the project, and no one submits it.
        within = "" if path.endswith(_OF_GIT) else project_of(base)
        data = read_file(path, SMALL, within)
    except Refused as refused:
        shown = os.path.relpath(path).replace(os.sep, "/")
        errors.append(InputError(shown, f"cannot read this ignore file: {refused.strerror}"))
        return None
    except OSError:
        return None
    lines = _LINE_END.split(data.decode("utf-8-sig", "surrogateescape"))
    return Globs([line for line in lines if is_glob(line)], base)
