"""Check, build, install and try a release: everything up to the upload, which is left to a person.

    python tools/release.py            a release, from a clean checkout with its tag
    python tools/release.py --draft    the same without a tag, a date or a clean checkout

checks versions, changelog, tag and checkout; builds sdists of copylint and of its model, and wheels
from these; installs the wheels into an environment of their own and lints with it. What it built is
in dist/ (--out), with SHA256SUMS.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
MODEL = Path("packages") / "copylint-deep-model"
ARTICLE = (
    "# Harbour\n\nThe barges came from the the canal. The decision was made was by the council.\n"
)
#: What the check of ``ARTICLE`` has to find: a rule of copylint's own, and one of the network's.
FOUND = ("duplicates.word", "deep.")
_HEADING = re.compile(r"^## (\S+) \((\S+)\)$", re.MULTILINE)
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
_ABOVE = re.compile(r"copylint-deep-model>=([\d.]+),<([\d.]+)")


class Unfit(Exception):
    """What stands in the way of a release."""


def main() -> int:
    """Make the release; the exit code is 1 if something stands in its way."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--draft", action="store_true", help="no tag, date or clean checkout")
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="where what is built goes")
    options = parser.parse_args()
    try:
        faults = list(problems(ROOT, draft=options.draft))
        if faults:
            raise Unfit("\n".join(faults))
        options.out.mkdir(parents=True, exist_ok=True)
        if any(options.out.iterdir()):
            raise Unfit(f"{options.out} is not empty")
        wheels = build(ROOT, options.out)
        with tempfile.TemporaryDirectory() as home:
            python = install(wheels, Path(home) / "venv")
            attempt(python, Path(home))
        sums(options.out)
    except Unfit as unfit:
        print(unfit, file=sys.stderr)
        return 1
    for path in sorted(options.out.iterdir()):
        print(f"{path.stat().st_size / 1_000_000:6.1f} MB  {path.name}")
    return 0


def problems(root: Path, *, draft: bool = False) -> Iterator[str]:
    """What is wrong with the versions, the changelog, the tag and the checkout at ``root``."""
    project = _toml(root / "pyproject.toml")["project"]
    version = project["version"]
    module = re.search(r'__version__ = "(.*)"', (root / "copylint" / "__init__.py").read_text())
    if module is None or module[1] != version:
        yield f"copylint/__init__.py: the version is not {version}, as in pyproject.toml"
    yield from _model_problems(root, project)
    headings = _HEADING.findall((root / "CHANGELOG.md").read_text("utf-8"))
    if not headings or headings[0][0] != version:
        yield f"CHANGELOG.md: the first heading is not about {version}"
    elif not draft and not _DATE.fullmatch(headings[0][1]):
        yield f"CHANGELOG.md: {version} has no date"
    if not draft:
        if _git(root, "status", "--porcelain"):
            yield "the checkout has changes that are not committed"
        if f"v{version}" not in _git(root, "tag", "--points-at", "HEAD").split():
            yield f"the commit has no tag v{version}"


def _model_problems(root: Path, project: dict[str, Any]) -> Iterator[str]:
    model = _toml(root / MODEL / "pyproject.toml")["project"]["version"]
    manifest = root / MODEL / "src" / "copylint_deep_model" / "manifest.json"
    if json.loads(manifest.read_text("utf-8"))["version"] != model:
        yield f"{MODEL.as_posix()}: the version of manifest.json is not {model}"
    (wanted,) = (
        each for each in project["optional-dependencies"]["deep"] if each.startswith(MODEL.name)
    )
    bounds = _ABOVE.fullmatch(wanted)
    if bounds is None or not _number(bounds[1]) <= _number(model) < _number(bounds[2]):
        yield f"pyproject.toml: the extra 'deep' wants {wanted}, and the model is {model}"


def build(root: Path, out: Path) -> list[Path]:
    """Build sdists, and wheels from them: what the sdist lacks, the wheel lacks. The wheels."""
    with tempfile.TemporaryDirectory() as home:
        requires = {
            each
            for folder in (root, root / MODEL)
            for each in _toml(folder / "pyproject.toml")["build-system"]["requires"]
        }
        python = environment(Path(home) / "venv")
        pip(python, "install", *sorted(requires))
        for folder in (root, root / MODEL):
            run(
                python,
                "-m",
                "hatchling",
                "build",
                "--target",
                "sdist",
                "--directory",
                out,
                cwd=folder,
            )
        for sdist in sorted(out.glob("*.tar.gz")):
            pip(python, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", out, sdist)
    return sorted(out.glob("*.whl"))


def install(wheels: list[Path], home: Path) -> Path:
    """Install the wheels with the deep check into a new environment; its interpreter."""
    python = environment(home)
    # What is not imported here need not be compiled.
    pip(
        python,
        "install",
        "--no-compile",
        *(f"{each}[deep]" if _is_copylint(each) else each for each in wheels),
    )
    pip(python, "check")
    return python


def attempt(python: Path, folder: Path) -> None:
    """Lint an article with what is installed. Raises ``Unfit`` if a finding is missing."""
    (folder / "article.md").write_text(ARTICLE, "utf-8")
    command = ["-m", "copylint", "check", "--isolated", "--no-cache", "--strict-engines"]
    command += ["--grammar", "deep", "--format", "json", "article.md"]
    done = subprocess.run(
        [python, "-P", *command], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    if done.returncode != 1:
        raise Unfit(f"the check of an article ends with {done.returncode}: {done.stderr.strip()}")
    rules = [finding["rule"] for finding in json.loads(done.stdout)["findings"]]
    for wanted in FOUND:
        if not any(rule.startswith(wanted) for rule in rules):
            raise Unfit(f"the check of an article finds nothing of {wanted} but {rules}")


def sums(out: Path) -> None:
    """Write SHA256SUMS over what was built, as ``sha256sum --check`` reads it."""
    lines = [
        f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n"
        for path in sorted(out.iterdir())
        if path.suffix in (".whl", ".gz")
    ]
    (out / "SHA256SUMS").write_text("".join(lines), "ascii")


def environment(home: Path) -> Path:
    """The interpreter of a new virtual environment."""
    venv.create(home, with_pip=True)
    return home / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def pip(python: Path, *arguments: str | Path) -> None:
    """Run pip without its remarks. Raises ``Unfit``."""
    run(python, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments)


def run(*command: str | Path, cwd: Path | None = None) -> None:
    """Run a command. Raises ``Unfit`` if it fails."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        raise Unfit(f"{' '.join(map(str, command))}\n{done.stdout}{done.stderr}".strip())


def _is_copylint(wheel: Path) -> bool:
    return wheel.name.startswith("copylint-")


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def _number(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def _git(root: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=root, capture_output=True, text=True, check=False
    )
    return done.stdout.strip() if done.returncode == 0 else "git failed"


if __name__ == "__main__":
    raise SystemExit(main())
