"""Finds the ``.vale.ini`` of a run, as Vale does."""

from __future__ import annotations

import os
from pathlib import Path

NAMES = (".vale", "_vale", "vale.ini", ".vale.ini", "_vale.ini")
_VARIABLE = "VALE_CONFIG_PATH"


def find_ini(start: Path | None = None) -> Path | None:
    """The file for a run that begins in ``start`` (the current folder).

    The variable ``VALE_CONFIG_PATH`` names it; else it is the first in that folder, the
    folders above it, and the user's own.
    """
    named = os.environ.get(_VARIABLE, "")
    if named:
        return Path(named).absolute() if Path(named).is_file() else None
    here = (start or Path.cwd()).absolute()
    folders = [here, *here.parents]
    home = os.path.expanduser("~")  # noqa: PTH111 - Path.home raises where there is none
    if home != "~":
        folders.append(Path(home))
    for folder in folders:
        for name in NAMES:
            path = folder / name
            try:
                if path.is_file():
                    return path
            except OSError:
                continue
    return None
