"""Decides whether an article that is a link is read."""

# Paths: strings, not pathlib: a folder may hold a million files.
# ruff: noqa: PTH100, PTH109, PTH114, PTH118, PTH206

from __future__ import annotations

import os

from copylint.config.trust import FOLLOWED, REFUSED
from copylint.core.safe_read import is_inside

#: The message about a link that is not followed.
IS_LINK = "this is a link, which is not followed"


def refusal(path: str, project: str, links: str) -> str:
    """Why the link at the absolute ``path`` is not read; empty if it is.

    ``project`` is the real path of the folder that it must stay in; ``links`` is the run's
    setting (see ``Trust``).
    """
    if links == FOLLOWED:
        return ""
    if links == REFUSED:
        return IS_LINK
    if is_inside(os.path.realpath(path), project):
        return ""
    return f"this is a link that leads out of {project}; use --follow to have it checked"


def goes_through_link(path: str) -> bool:
    """Whether ``path`` is a link, or leads through one below the current folder."""
    absolute, here = os.path.abspath(path), os.getcwd()
    inside = os.path.join(here, "")
    if not absolute.startswith(inside):
        return os.path.islink(absolute)
    at = here
    for name in absolute[len(inside) :].split(os.sep):
        at = os.path.join(at, name)
        if os.path.islink(at):
            return True
    return False
