"""How far a run trusts what comes with the articles, and the revision that may replace it."""

# Paths: strings, as the rest of the run has them.
# ruff: noqa: PTH118

from __future__ import annotations

import os

from copylint.core.record import record

#: Which links are read: those that stay in the project, all of them, or none.
INSIDE, FOLLOWED, REFUSED = "inside", "followed", "refused"


@record
class Trust:
    """How far a run trusts what comes with the articles.

    ``inline``: suppressions in an article count. ``ignore_files``: ignore files of the work
    tree count. ``links`` is one of ``INSIDE``, ``FOLLOWED`` and ``REFUSED``. ``strangers``:
    somebody else wrote all of it, so whatever is not read is reported, each file is checked in
    a process of its own, and a folder without an article is an error.
    """

    inline: bool = True
    ignore_files: bool = True
    links: str = INSIDE
    strangers: bool = False


@record
class Mirror:
    """Files of a revision in a folder of their own, in place of those of the work tree.

    ``root`` is the folder of the work tree, as the paths of a run spell it; ``copy`` is the
    real path of the folder that holds the revision's files. ``revision`` is what the user
    called it, ``commit`` the name of its commit.
    """

    root: str
    copy: str
    revision: str
    commit: str

    def copied(self, path: str) -> str:
        """Where the revision's file is for the absolute ``path``; empty outside the root."""
        return _moved(path, self.root, self.copy)

    def original(self, path: str) -> str:
        """The path in the work tree for the absolute ``path`` in the copy, which it is in."""
        return _moved(path, self.copy, self.root) or path

    def told(self, message: str) -> str:
        """``message`` with files named as git names those of a revision."""
        for name in (self.copy, os.path.relpath(self.copy).replace(os.sep, "/")):
            message = message.replace(name + "/", f"{self.revision}:")
        return message


def _moved(path: str, old: str, new: str) -> str:
    if path == old:
        return new
    inside = os.path.join(old, "")
    return os.path.join(new, path[len(inside) :]) if path.startswith(inside) else ""


@record
class Bounds:
    """Where the files that a configuration names may be.

    ``inside`` is the real path of a folder that they must be in, empty for none; ``outside``
    are the real paths of folders that they cannot be in.
    """

    inside: str = ""
    outside: tuple[str, ...] = ()

    def refusal(self, path: str) -> str:
        """Why the absolute ``path`` cannot be used; empty if it can."""
        if not (self.inside or self.outside):
            return ""
        real = os.path.realpath(path)
        if self.inside and not _is_in(real, self.inside):
            return "it is not in the revision that the configuration comes from"
        if any(_is_in(real, folder) for folder in self.outside):
            return "it is among the files that are checked, so it is not trusted"
        return ""


def _is_in(real: str, folder: str) -> bool:
    return real == folder or real.startswith(os.path.join(folder, ""))
