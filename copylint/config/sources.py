"""Finds the rule folders that configuration files name, before anything else is read."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from copylint.config.enums import ValeCompat
from copylint.config.files import ConfigFile
from copylint.config.schema import RuleSources
from copylint.core.safe_read import Refused, bounds_of, project_of, real_path


def rule_sources(files: Sequence[ConfigFile], vale: str = "", here: str = "") -> RuleSources:
    """The places of rules that ``files`` name; the first file wins, and ``vale`` over all.

    ``here`` is as in ``RuleSources``. Invalid places are left out; they are reported when the
    whole file is read.
    """
    packs: tuple[str, ...] | None = None
    ini, compat, project = vale, "", ""
    for file in files:
        given = file.table.get("packs")
        if packs is None and isinstance(given, list):
            found = (placed(file, each) for each in given if isinstance(each, str))
            packs = tuple(
                each
                for each in found
                if os.path.isdir(each) and not strays(file, each)  # noqa: PTH112
            )
            project = project or project_of(file.path.parent)
        named = file.table.get("vale")
        if not ini and isinstance(named, str) and named:
            path = placed(file, named)
            ini = path if os.path.isfile(path) and not strays(file, path) else ""  # noqa: PTH113
            project = project or project_of(file.path.parent)
        how = file.table.get("vale-compat")
        compat = compat or (how if isinstance(how, str) else "")
    return RuleSources(packs or (), ini, compat == ValeCompat.STRICT, project, here)


def placed(file: ConfigFile, name: str) -> str:
    """The absolute path of ``name`` in ``file``, which is relative to the file's folder."""
    base = os.path.abspath(file.path.parent)  # noqa: PTH100 - links stay as they are written
    try:
        home = str(Path(name).expanduser())
    except RuntimeError:  # the user does not exist
        home = name
    return os.path.normpath(os.path.join(base, home))  # noqa: PTH118


def strays(file: ConfigFile, path: str) -> str:
    """Why ``file`` cannot name the absolute ``path``: a link takes it out of the project.

    Empty for a path that stays in the project, or that is written as one outside it.
    """
    within = bounds_of(file.path.parent, path)
    if within:
        try:
            real_path(path, within)
        except Refused as refused:
            return str(refused.strerror)
    return ""
