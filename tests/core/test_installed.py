"""Messages about a missing package name a command that works here."""

from __future__ import annotations

import json
import shlex
import sys
from importlib.metadata import distribution
from pathlib import Path

import pytest

from copylint.core import installed

HARPER = "harper-py<0.3,>=0.2"
REPOSITORY = "https://git.example.org/desk/copylint"
COMMIT = "0123456789abcdef0123456789abcdef01234567"


class Fake:
    """A distribution whose record says how it was installed."""

    def __init__(self, installer: str = "pip", origin: object = None) -> None:
        self.requires = distribution("copylint").requires
        self._files = {"INSTALLER": installer + "\n"}
        if origin is not None:
            self._files["direct_url.json"] = json.dumps(origin)

    def read_text(self, name: str) -> str | None:
        return self._files.get(name)


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """An environment that has no package of any extra; its folder."""
    monkeypatch.setattr(installed, "find_spec", lambda name: None)
    monkeypatch.setattr(sys, "prefix", str(tmp_path))
    monkeypatch.setattr(sys, "executable", "/venv/bin/python")
    return tmp_path


def made_by(monkeypatch: pytest.MonkeyPatch, *how: str, origin: object = None) -> None:
    monkeypatch.setattr(installed, "_distribution", lambda: Fake(*how, origin=origin))


def test_pip_is_run_by_the_python_that_runs_copylint(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_by(monkeypatch)
    assert installed.remedy("harper") == f"run: /venv/bin/python -m pip install '{HARPER}'"


def test_uv_installs_what_uv_installed(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made_by(monkeypatch, "uv")
    command = f"run: uv pip install --python /venv/bin/python '{HARPER}'"
    assert installed.remedy("harper") == command


def test_pipx_injects(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made_by(monkeypatch)
    (bare / "pipx_metadata.json").write_text("{}")
    assert installed.remedy("harper") == f"run: pipx inject copylint '{HARPER}'"


def test_a_hook_is_given_dependencies(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made_by(monkeypatch, origin={"url": bare.as_uri(), "dir_info": {}})
    (bare / "packages" / "copylint-deep-model").mkdir(parents=True)
    monkeypatch.setattr(sys, "prefix", str(bare / "py_env-python3"))
    said = installed.remedy("deep")
    start = "add to the hook: additional_dependencies: "
    assert said.startswith(start)
    assert json.loads(said.removeprefix(start)) == [
        "./packages/copylint-deep-model",
        "numpy>=1.26",
        "onnxruntime>=1.18",
    ]


def test_the_model_comes_from_the_checkout(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    checkout = bare / "a b"
    made_by(monkeypatch, origin={"url": checkout.as_uri(), "dir_info": {"editable": True}})
    model = checkout / "packages" / "copylint-deep-model"
    model.mkdir(parents=True)
    command = shlex.split(installed.remedy("deep").removeprefix("run: "))
    assert command[3:] == ["install", str(model), "numpy>=1.26", "onnxruntime>=1.18"]


def test_the_model_comes_from_the_repository(bare: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    info = {"vcs": "git", "commit_id": COMMIT, "requested_revision": "main"}
    made_by(monkeypatch, origin={"url": REPOSITORY, "vcs_info": info})
    command = shlex.split(installed.remedy("deep").removeprefix("run: "))
    part = "#subdirectory=packages/copylint-deep-model"
    assert command[4] == f"copylint-deep-model @ git+{REPOSITORY}@{COMMIT}{part}"


def test_the_model_is_the_wheel_beside_the_one_that_was_installed(
    bare: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = (bare / "copylint-1.0-py3-none-any.whl").as_uri()
    made_by(monkeypatch, origin={"url": archive, "archive_info": {}})
    model = bare / "copylint_deep_model-1.2.3-py3-none-any.whl"
    model.touch()
    command = shlex.split(installed.remedy("deep").removeprefix("run: "))
    assert command[3:] == ["install", str(model), "numpy>=1.26", "onnxruntime>=1.18"]


@pytest.mark.parametrize("origin", [None, {"url": "file:///w.whl", "archive_info": {}}])
def test_a_model_of_unknown_origin_is_never_requested_from_an_index(
    bare: Path, monkeypatch: pytest.MonkeyPatch, origin: object
) -> None:
    made_by(monkeypatch, origin=origin)
    said = installed.remedy("deep")
    assert said.startswith(
        "install copylint-deep-model from where this copylint came from, and run"
    )
    assert "copylint-deep-model" not in said.partition("run: ")[2]


def test_a_broken_installation_is_installed_again() -> None:
    assert installed.remedy("harper") == f"install again: {HARPER}"


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"url": 3, "dir_info": {}}', '{"url": "x"'])
def test_a_record_that_makes_no_sense_names_no_origin(text: str) -> None:
    found = installed.read_origin(text)
    assert found is None or not found.commit
