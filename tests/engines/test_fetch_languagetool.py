"""The script that fetches the jars with Maven."""

from __future__ import annotations

import importlib.util
import zipfile
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def fetch() -> ModuleType:
    path = Path(__file__).parents[2] / "tools" / "fetch_languagetool.py"
    spec = importlib.util.spec_from_file_location("fetch_languagetool", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_manifest_keeps_to_its_line_length(fetch: ModuleType) -> None:
    names = [f"libs/some-library-{number}.jar" for number in range(40)]
    lines = fetch.manifest(names).split("\r\n")
    assert all(len(line.encode()) <= 72 for line in lines)
    assert lines[-2:] == ["", ""]
    unfolded = "\r\n".join(lines).replace("\r\n ", "").split("\r\n")
    assert unfolded[1] == "Class-Path: " + " ".join(names)


def test_the_jars_are_put_in_place(fetch: ModuleType, tmp_path: Path) -> None:
    fetched = tmp_path / "work"
    fetched.mkdir()
    (fetched / "b.jar").write_bytes(b"")
    (fetched / "a.jar").write_bytes(b"")
    (tmp_path / "libs").mkdir()
    (tmp_path / "libs" / "old.jar").write_bytes(b"")
    fetch.put_in_place(fetched, tmp_path)
    assert sorted(p.name for p in (tmp_path / "libs").iterdir()) == ["a.jar", "b.jar"]
    with zipfile.ZipFile(tmp_path / "languagetool-server.jar") as jar:
        assert b"Class-Path: libs/a.jar libs/b.jar" in jar.read("META-INF/MANIFEST.MF")
