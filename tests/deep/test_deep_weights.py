"""Weights that are whole, damaged, missing or somebody else's."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from deep_golden import needs_model

from copylint.core.errors import EngineError
from copylint.deep.weights import FILES, MANIFEST, folder, load, missing

pytestmark = needs_model


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    where = folder()
    assert where is not None
    for name in (*FILES, MANIFEST):
        shutil.copy(where / name, tmp_path / name)
    return tmp_path


def test_shipped_weights_are_complete(copy: Path) -> None:
    weights = load(copy)
    assert weights.version == "1.2.6"
    assert weights.labels[0].action == "KEEP"
    assert weights.forms["walked"]["BASE"] == "walk"
    assert missing() == ""


@pytest.mark.parametrize("name", FILES)
def test_changed_byte_is_detected(copy: Path, name: str) -> None:
    content = bytearray((copy / name).read_bytes())
    content[len(content) // 2] ^= 1
    (copy / name).write_bytes(content)
    with pytest.raises(EngineError, match=rf"deep: .*{name} is damaged.*again"):
        load(copy)


@pytest.mark.parametrize("name", [*FILES, MANIFEST])
def test_missing_file_is_an_error(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(EngineError, match=rf"cannot read .*{name}"):
        load(copy)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"layout": 1, "version": 2, "files": {}}'])
def test_foreign_manifest_is_refused(copy: Path, content: str) -> None:
    (copy / MANIFEST).write_text(content, "utf-8")
    with pytest.raises(EngineError, match="no model that this version of copylint can read"):
        load(copy)


def test_unknown_layout_is_refused(copy: Path) -> None:
    manifest = json.loads((copy / MANIFEST).read_text("utf-8"))
    (copy / MANIFEST).write_text(json.dumps({**manifest, "layout": 9}), "utf-8")
    with pytest.raises(EngineError, match="layout 9"):
        load(copy)
