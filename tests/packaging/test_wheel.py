"""The wheel, built from the checkout and installed into an environment of its own."""

from __future__ import annotations

import email
import json
import subprocess
import sys
import venv
import zipfile
from pathlib import Path
from typing import Any

import pytest

from copylint.cli.man_page import man_page
from copylint.inventory.entries import Listing, from_json
from copylint.inventory.index import INDEX, scanned_sources
from copylint.packs.compiled import TABLE
from copylint.packs.rule_loader import compiled_table

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))
import release as RELEASE  # noqa: E402


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The products of a release: the wheels of copylint and its model, from their sdists."""
    return RELEASE.build(ROOT, tmp_path_factory.mktemp("dist"))  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def wheel(wheels: list[Path]) -> Path:
    (built,) = (each for each in wheels if each.name.startswith("copylint-"))
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
    assert not [name for name in names if "__pycache__" in name]
    assert wheel.stat().st_size < 20_000_000


def test_carries_the_attributions_that_its_data_needs(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (notice,) = (name for name in archive.namelist() if name.endswith("/NOTICE"))
    text = archive.read(notice).decode("utf-8")
    for work in ("SCOWL", "CC BY-SA 4.0", "CC BY 4.0", "GeoNames", "CMU Pronouncing", "Stanford"):
        assert work in text


def test_carries_the_tables_that_a_checkout_builds_by_itself(wheel: Path) -> None:
    def built(name: str) -> Any:
        return json.loads(zipfile.ZipFile(wheel).read(f"copylint/data/built/{name}"))

    assert from_json(built(INDEX)["listing"]) == Listing(**scanned_sources())
    assert built(TABLE) == json.loads(json.dumps(compiled_table()))


def test_carries_its_manual_page(wheel: Path) -> None:
    (page,) = (n for n in zipfile.ZipFile(wheel).namelist() if n.endswith(".1"))
    assert page.endswith(".data/data/share/man/man1/copylint.1")
    assert zipfile.ZipFile(wheel).read(page).decode("utf-8") == man_page()


def test_has_the_readme_as_its_long_description(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (name,) = (n for n in archive.namelist() if n.endswith(".dist-info/METADATA"))
    metadata = email.message_from_bytes(archive.read(name))
    assert metadata["Description-Content-Type"].startswith("text/markdown")
    assert "# copylint" in metadata.get_payload()


def test_lints_from_a_fresh_environment(wheels: list[Path], tmp_path: Path) -> None:
    """Both wheels, with all that an index has to add: the deep check runs."""
    python = RELEASE.install(wheels, tmp_path / "venv")
    RELEASE.attempt(python, tmp_path)
    article = tmp_path / "article.md"
    article.write_text("# Harbour\n\nThe barges came form the the canal.\n", encoding="utf-8")
    program = python.parent / "copylint"
    done = subprocess.run(
        [program, "check", "--isolated", "--format", "json", "article.md"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1, done.stderr
    found = {finding["text"] for finding in json.loads(done.stdout)["findings"]}
    assert found == {"form", "the the"}


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of an environment that has the wheel and none of its dependencies."""
    home = tmp_path_factory.mktemp("typed") / "venv"
    venv.create(home)
    python = home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    site = "import sysconfig; print(sysconfig.get_path('purelib'))"
    target = subprocess.run([python, "-c", site], check=True, capture_output=True, text=True).stdout
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-compile"]
    subprocess.run([*pip, "--target", target.strip(), wheel], check=True)
    return python


def mypy(python: Path, folder: Path, code: str) -> list[str]:
    """The output of mypy for ``code`` in an environment that has the wheel."""
    (folder / "snippet.py").write_text(code, encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "--python-executable", str(python)]
    done = subprocess.run(
        [*command, "--cache-dir", str(folder / "cache"), "snippet.py"],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return (done.stdout + done.stderr).splitlines()


def test_a_users_type_checker_sees_the_types(installed: Path, tmp_path: Path) -> None:
    code = """\
from copylint import Config, Rule, Safety, Severity, fix_text, lint_paths, lint_text

reveal_type(lint_text("x"))
reveal_type(lint_text("x")[0].severity)
reveal_type(lint_text("x")[0].fixes[0].edits[0])
reveal_type(fix_text("x").text)
reveal_type(fix_text("x").remaining)
reveal_type(lint_paths(["x"]).findings)
reveal_type(Config().tracked_changes)
number: int = lint_text("x")
lint_text(3)
lint_text("x", config="copylint.toml")
len(lint_paths(["x"]).findings)
Config(deep="sometimes")
"""
    said = mypy(installed, tmp_path, code)
    revealed = [line.partition("Revealed type is ")[2].strip('"') for line in said]
    assert [each for each in revealed if each] == [
        "list[copylint.core.finding.Finding]",
        "copylint.core.rule.Severity",
        "copylint.core.fix.Edit",
        "str",
        "tuple[copylint.core.finding.Finding, ...]",
        "typing.Iterator[copylint.core.finding.Finding]",
        "copylint.config.enums.TrackedChanges",
    ]
    errors = [line.split(":")[1] for line in said if ": error:" in line]
    assert errors == ["10", "11", "12", "13", "14"], said


def test_a_right_program_passes_a_users_type_checker(installed: Path, tmp_path: Path) -> None:
    code = """\
from copylint import Finding, Fix, FixedText, RunResult, Safety, fix_text, lint_paths


def safe(finding: Finding) -> list[Fix]:
    return [fix for fix in finding.fixes if fix.safety is Safety.SAFE]


def both(text: str) -> tuple[FixedText, RunResult]:
    return fix_text(text, unsafe=True), lint_paths([text], jobs=1)
"""
    (verdict,) = mypy(installed, tmp_path, code)
    assert verdict == "Success: no issues found in 1 source file"
