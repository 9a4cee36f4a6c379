"""The ignore files of a revision, in place of those of the work tree."""

# Paths: strings, not pathlib: a folder may hold a million files.
# ruff: noqa: PTH118, PTH123, PTH206

from __future__ import annotations

import os
import re

from copylint.config.trust import Mirror
from copylint.core.gitignore import is_glob
from copylint.runner.globs import Globs
from copylint.runner.ignore_files import IGNORE_FILES, Ignores

_LINE_END = re.compile(r"\r\n|\n|\r")


class RevisionIgnores:
    """The ignore files of the revision in ``mirror``, applied to the work tree."""

    def __init__(self, mirror: Mirror) -> None:
        self._mirror = mirror

    def above(self, folder: str) -> Ignores:
        """What the folders above the absolute ``folder`` say of the entries in it.

        Files that ignore ``folder`` itself say nothing: whoever names it wants it checked.
        """
        root = self._mirror.root
        ignores = Ignores()
        if folder == root or not self._mirror.copied(folder):
            return ignores
        outer = root
        for name in ["", *os.path.relpath(folder, root).split(os.sep)[:-1]]:
            outer = os.path.join(outer, name) if name else outer
            for globs in reversed(self._read(outer)):
                if not globs.verdict(folder, is_folder=True):
                    ignores = Ignores((globs,), ignores)
        return ignores

    def inside(self, ignores: Ignores, folder: str) -> Ignores:
        """The ignore files for ``folder`` (absolute), given that ``ignores`` hold above it."""
        found = self._read(folder)
        return Ignores(tuple(found), ignores) if found else ignores

    def _read(self, folder: str) -> list[Globs]:
        copied = self._mirror.copied(folder)
        found = []
        for name in IGNORE_FILES if copied else ():
            try:
                with open(os.path.join(copied, name), "rb") as file:
                    text = file.read().decode("utf-8-sig", "surrogateescape")
            except OSError:
                continue
            lines = (line for line in _LINE_END.split(text) if line.strip())
            found.append(
                Globs([each for each in lines if each[0] != "#" and is_glob(each)], folder)
            )
        return found
