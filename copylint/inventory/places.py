"""Where the sources of the inventory are, and where its index is kept."""

# Paths: strings; every run pays for this.
# ruff: noqa: PTH100, PTH101, PTH103, PTH105, PTH118, PTH120, PTH123

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import Any


def package() -> str:
    """The folder of the package copylint."""
    return os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def shipped() -> Path:
    """The folder of packs: inside the package in a wheel, at the root of a checkout."""
    here = Path(package())
    inside = here / "packs" / "rules"
    return inside if inside.is_dir() else here.parent / "rules"


def built(name: str) -> Any:
    """What the build of the wheel wrote into ``name``; None in a checkout."""
    return _read(os.path.join(package(), "data", "built", name))


def kept(name: str) -> Any:
    """What an earlier run of a checkout kept in ``name``; None if nothing can be read."""
    for folder in _folders():
        value = _read(os.path.join(folder, name))
        if value is not None:
            return value
    return None


def keep(name: str, value: object) -> None:
    """Keep ``value``, which is JSON, as ``keep_bytes`` does."""
    keep_bytes(name, json.dumps(value, separators=(",", ":")).encode("ascii"))


def keep_bytes(name: str, data: bytes) -> None:
    """Keep ``data`` for later runs, if there is a writable folder.

    The folder is that of Python's own compiled files, or else the user's cache folder.
    """
    from tempfile import mkstemp

    for folder in _folders():
        try:
            os.makedirs(folder, mode=0o700, exist_ok=True)
            handle, temporary = mkstemp(prefix=name, dir=folder)
            with open(handle, "wb") as file:
                file.write(data)
            os.chmod(temporary, 0o644)
            os.replace(temporary, os.path.join(folder, name))
        except OSError:
            continue
        return


def kept_bytes(name: str) -> bytes | None:
    """What an earlier run has kept under ``name`` as bytes; None if there is nothing."""
    for folder in _folders():
        with suppress(OSError), open(os.path.join(folder, name), "rb") as file:
            return file.read()
    return None


def _folders() -> list[str]:
    from copylint.cache.folder import cache_folder
    from copylint.cache.private import objection

    found = [os.path.join(package(), "__pycache__")]
    with suppress(RuntimeError):  # the user has no home folder
        folder = str(cache_folder())
        if not objection(folder, is_folder=True):
            found.append(folder)
    return found


def _read(path: str) -> Any:
    try:
        with open(path, "rb") as file:
            return json.loads(file.read())
    except (OSError, ValueError):
        return None
