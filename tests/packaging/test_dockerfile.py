"""The Dockerfile: its own rules, its context, and hadolint's rules if that is installed."""

from __future__ import annotations

import fnmatch
import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCKERFILE = ROOT / "Dockerfile"
# Paths that the build reads, which .dockerignore must let through.
NEEDED = (
    "pyproject.toml",
    "hatch_build.py",
    "README.md",
    "LICENSE",
    "NOTICE",
    "copylint/__init__.py",
    "copylint/data/sources.json",
    "rules/News/Fewer.yml",
    "packages/copylint-deep-model/pyproject.toml",
    "packages/copylint-deep-model/README.md",
    "packages/copylint-deep-model/src/copylint_deep_model/network.onnx",
)


def instructions() -> list[tuple[str, str]]:
    """The instructions with their arguments, continued lines joined."""
    text = re.sub(r"^\s*#.*\n", "", DOCKERFILE.read_text("utf-8"), flags=re.MULTILINE)
    text = re.sub(r"\\\n\s*", " ", text)
    return [
        (name.upper(), rest.strip())
        for name, _, rest in (line.partition(" ") for line in text.splitlines() if line.strip())
    ]


def let_through(path: str) -> bool:
    """Whether .dockerignore lets ``path`` through: of its lines the last that matches counts."""
    taken = True
    for line in (ROOT / ".dockerignore").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        pattern = line.lstrip("!").removeprefix("**/")
        parts = path.split("/")
        beginnings = ["/".join(parts[: end + 1]) for end in range(len(parts))]
        names = parts if line.startswith("**/") else beginnings
        if any(fnmatch.fnmatchcase(name, pattern) for name in names):
            taken = line.startswith("!")
    return taken


def test_the_image_runs_copylint_as_an_ordinary_user() -> None:
    found = instructions()
    last = max(index for index, (name, _) in enumerate(found) if name == "FROM")
    stage = dict(found[last:])
    # By its number, which every host resolves.
    assert stage["USER"] == "1000"
    assert "useradd --create-home --uid 1000 " in stage["RUN"]
    assert json.loads(stage["ENTRYPOINT"]) == ["copylint"]
    order = [name for name, _ in found[last:]]
    assert order.index("USER") > order.index("RUN")


def test_stages_begin_from_a_slim_python_that_copylint_supports() -> None:
    found = instructions()
    version = next(rest.partition("=")[2] for name, rest in found if name == "ARG")
    supported = re.findall(r":: Python :: (3\.\d+)", (ROOT / "pyproject.toml").read_text("utf-8"))
    assert version in supported
    bases = [rest.split()[0] for name, rest in found if name == "FROM"]
    assert bases == ["python:${PYTHON}-slim"] * 2


def test_both_packages_are_installed_from_the_context() -> None:
    (install,) = (rest for name, rest in instructions() if "pip install" in rest)
    assert "./packages/copylint-deep-model '.[deep]'" in install


def test_the_context_is_what_the_build_reads_and_no_more() -> None:
    for path in NEEDED:
        if (ROOT / path).exists():
            assert let_through(path), path
    for path in (".git/config", ".venv/bin/python", "tests/conftest.py", "benchmarks/a", "docs/x"):
        assert not let_through(path), path
    assert not let_through("copylint/__pycache__/a.cpython-312.pyc")
    present = [path for path in NEEDED if (ROOT / path).exists()]
    assert len(present) >= len(NEEDED) - 2


@pytest.mark.skipif(shutil.which("hadolint") is None, reason="needs hadolint")
def test_hadolint_has_nothing_to_say() -> None:
    command = ["hadolint", "--no-color", str(DOCKERFILE)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (0, "")
