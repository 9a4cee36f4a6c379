"""The platform's folder for caches."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def cache_folder() -> Path:
    """copylint's folder among the user's caches; it need not exist.

    ``XDG_CACHE_HOME`` or ``~/.cache`` (https://specifications.freedesktop.org/basedir-spec),
    ``~/Library/Caches`` on macOS, ``LOCALAPPDATA`` on Windows. Raises ``RuntimeError``
    where the user has no home.
    """
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        named = os.environ.get("XDG_CACHE_HOME", "")
        # The specification: a relative path there is invalid and to be ignored.
        base = Path(named) if named.startswith("/") else Path.home() / ".cache"
    return base / "copylint"
