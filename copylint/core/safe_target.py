"""Whether a command may write a file where the file's name leads."""

# Links are the point: pathlib would hide them.
# ruff: noqa: PTH109, PTH114, PTH118, PTH120

from __future__ import annotations

import os

from copylint.core.safe_read import is_inside, project_of


def refusal_to_write(path: str) -> str:
    """Why ``path`` is not written (it is a link into or out of the project); else empty.

    The project is that of the current folder. Whoever submits an article can submit a link
    too, and could so overwrite any file that the run may write with a report.
    """
    here = os.getcwd()
    project = project_of(here)
    real = os.path.realpath(path)
    folder = os.path.realpath(os.path.dirname(path) or ".")
    if os.path.islink(path):
        if is_inside(os.path.join(folder, "x"), project) or _is_under(real, project):
            return "is a link; name the file itself"
        return ""
    spelt = os.path.normpath(os.path.join(os.path.realpath(here), path))
    if is_inside(spelt, project) and not is_inside(real, project):
        return "is in a folder that is a link out of the project; name the folder itself"
    return ""


def _is_under(real: str, folder: str) -> bool:
    return real.startswith(os.path.join(folder, ""))
