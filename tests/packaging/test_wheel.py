"""The wheel, built from the checkout and installed into an environment of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "-w", folder, ROOT],
        check=True,
    )
    (built,) = folder.glob("*.whl")
    return built


def test_carries_its_data_and_stays_small(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    data = {
        str(path.relative_to(ROOT))
        for path in (ROOT / "copylint" / "data").rglob("*")
        if path.is_file()
    }
    rules = {
        f"copylint/packs/{path.relative_to(ROOT)}"
        for path in (ROOT / "rules").rglob("*")
        if path.is_file()
    }
    assert rules
    assert data | rules <= names
    assert not [name for name in names if name.startswith(("tests/", "benchmarks/"))]
    assert wheel.stat().st_size < 20_000_000


def test_carries_the_attributions_that_its_data_needs(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (notice,) = (name for name in archive.namelist() if name.endswith("/NOTICE"))
    text = archive.read(notice).decode("utf-8")
    for work in ("SCOWL", "CC BY-SA 4.0", "CC BY 4.0", "GeoNames", "CMU Pronouncing", "Stanford"):
        assert work in text


def test_lints_from_a_fresh_environment(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "venv"
    venv.create(home, with_pip=True)
    scripts = home / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([scripts / "python", "-m", "pip", "install", "--quiet", wheel], check=True)
    article = tmp_path / "article.md"
    article.write_text("# Harbour\n\nThe barges came form the the canal.\n", encoding="utf-8")
    done = subprocess.run(
        [scripts / "copylint", "check", "--isolated", "--format", "json", "article.md"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1, done.stderr
    found = {finding["text"] for finding in json.loads(done.stdout)["findings"]}
    assert found == {"form", "the the"}
