"""Environments of their own for packages of Python and npm, and programs of Go and Rust."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from peers.base import Located, PeerError, cache_folder


def install_python(folder: Path, requirement: str) -> None:
    """A virtual environment in ``folder`` with ``requirement`` from pip's package index."""
    _run([sys.executable, "-m", "venv", "--clear", str(folder)])
    _run([str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", requirement])


def install_npm(folder: Path, requirement: str) -> None:
    """``requirement`` from npm's package index, in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    _run([_program("npm"), "install", "--silent", "--prefix", str(folder), requirement])


def install_go(folder: Path, module: str) -> None:
    """The program ``module``, built by Go, in ``folder/bin``."""
    bin_folder = folder / "bin"
    bin_folder.mkdir(parents=True, exist_ok=True)
    _run([_program("go"), "install", module], {"GOBIN": str(bin_folder)})


def install_cargo(folder: Path, crate: str) -> None:
    """The program ``crate``, built by Cargo, in ``folder/bin``; this takes many minutes."""
    _run([_program("cargo"), "install", "--locked", "--root", str(folder), crate])


def located(name: str, program: str) -> Located:
    """The program of the peer ``name`` in its own folder, or on the PATH."""
    own = cache_folder(name) / program
    if own.is_file():
        return Located((str(own),))
    elsewhere = shutil.which(own.name)
    if elsewhere:
        return Located((elsewhere,))
    return Located(None, f"{name} is not installed: python benchmarks/peers/install.py {name}")


def _program(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise PeerError(f"{name} is not installed on this machine")
    return found


def _run(command: list[str], variables: Mapping[str, str] | None = None) -> None:
    done = subprocess.run(
        command,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, **(variables or {})},
    )
    if done.returncode:
        told = [line for line in (done.stderr or done.stdout).splitlines() if line.strip()]
        raise PeerError(f"{' '.join(command[:3])} …: {' '.join(told[-3:])}")
