"""The checks of a release before it builds. Its products are tested with the wheel."""

from __future__ import annotations

import shutil
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools"))
import release as RELEASE  # noqa: E402

FILES = (
    "pyproject.toml",
    "copylint/__init__.py",
    "CHANGELOG.md",
    "packages/copylint-deep-model/pyproject.toml",
    "packages/copylint-deep-model/src/copylint_deep_model/manifest.json",
)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The files that say which version this is, with a changelog that has a date."""
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    edit(tmp_path / "CHANGELOG.md", "(unreleased)", "(2026-12-01)")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "-m", "release")
    git(tmp_path, "tag", f"v{RELEASE._toml(tmp_path / 'pyproject.toml')['project']['version']}")
    return tmp_path


def git(folder: Path, *words: str) -> None:
    identity = ["-c", "user.name=Desk", "-c", "user.email=desk@example.org"]
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def problems(folder: Path, draft: bool = False) -> list[str]:
    return list(RELEASE.problems(folder, draft=draft))


def test_this_checkout_can_become_a_release() -> None:
    assert problems(ROOT, draft=True) == []


def test_a_tagged_checkout_has_no_problems(checkout: Path) -> None:
    assert problems(checkout) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        ("copylint/__init__.py", '__version__ = "', '__version__ = "9', "the version is not"),
        ("CHANGELOG.md", "## ", "## 9", "the first heading is not about"),
        ("CHANGELOG.md", "(2026-12-01)", "(soon)", "has no date"),
        (FILES[3], 'version = "', 'version = "9', "the version of manifest.json is not"),
        (FILES[3], 'version = "', 'version = "9', "the extra 'deep' wants"),
    ],
)
def test_what_does_not_agree_is_named(
    checkout: Path, file: str, old: str, new: str, problem: str
) -> None:
    edit(checkout / file, old, new)
    found = problems(checkout)
    assert any(problem in each for each in found)
    assert "the checkout has changes that are not committed" in found


def test_a_commit_without_its_tag_is_a_draft(checkout: Path) -> None:
    git(checkout, "commit", "--quiet", "--allow-empty", "-m", "later")
    (found,) = problems(checkout)
    assert found.startswith("the commit has no tag v")
    assert problems(checkout, draft=True) == []


def test_a_folder_with_something_in_it_is_not_filled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "old.whl").touch()
    monkeypatch.setattr(sys, "argv", ["release.py", "--draft", "--out", str(tmp_path)])
    assert RELEASE.main() == 1
    assert "is not empty" in capsys.readouterr().err


def test_sums_are_read_by_sha256sum(tmp_path: Path) -> None:
    (tmp_path / "a.whl").write_bytes(b"wheel")
    RELEASE.sums(tmp_path)
    if shutil.which("sha256sum"):
        subprocess.run(["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=tmp_path, check=True)


@pytest.fixture
def build_hook(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """hatch_build.py, whose hatchling is there only while a wheel is built."""
    for name in (
        "hatchling",
        "hatchling.builders",
        "hatchling.builders.hooks",
        "hatchling.builders.hooks.plugin",
        "hatchling.builders.hooks.plugin.interface",
        "hatchling.metadata",
        "hatchling.metadata.plugin",
        "hatchling.metadata.plugin.interface",
    ):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    builders = sys.modules["hatchling.builders.hooks.plugin.interface"]
    builders.BuildHookInterface = list  # type: ignore[attr-defined]
    metadata = sys.modules["hatchling.metadata.plugin.interface"]
    metadata.MetadataHookInterface = object  # type: ignore[attr-defined]
    spec = spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("[a](docs/a.md#b)", "[a](https://x.org/c/blob/v1/docs/a.md#b)"),
        ("![a\nb](docs/images/a.png)", "![a\nb](https://x.org/c/raw/v1/docs/images/a.png)"),
        ("[a](https://y.org) [b](#here)", "[a](https://y.org) [b](#here)"),
    ],
)
def test_links_of_the_long_description_are_absolute_once_the_repository_is_known(
    build_hook: ModuleType, markdown: str, expected: str
) -> None:
    assert build_hook.absolute(markdown, "https://x.org/c", "v1") == expected
    hook = build_hook.LongDescription()
    hook.root = str(ROOT)
    for urls, is_absolute in (({}, False), ({"Repository": "https://x.org/c/"}, True)):
        metadata = {"version": "1", "urls": urls}
        hook.update(metadata)
        text = metadata["readme"]["text"]
        assert ("](https://x.org/c/blob/v1/docs/" in text) == is_absolute
        assert ("](docs/" not in text) == is_absolute
