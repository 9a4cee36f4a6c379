"""How this copylint was installed, and what command adds a package to it."""

from __future__ import annotations

import json
import re
import shlex
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit
from urllib.request import url2pathname

from copylint.core.record import record

if TYPE_CHECKING:
    from importlib.metadata import Distribution

#: The package of the deep check's weights; it comes from the same source as copylint.
MODEL = "copylint-deep-model"
#: The package's folder in the copylint repository.
MODEL_FOLDER = f"packages/{MODEL}"
_EXTRA = re.compile(r"""\bextra\s*==\s*["']([\w-]+)["']""")
_NAME = re.compile(r"[\w.-]+")
# The module name of a distribution if it differs from the distribution's name.
_MODULES = {"harper-py": "harper"}


@record
class Origin:
    """Where an installation came from, as PEP 610's ``direct_url.json`` records it.

    ``url`` is an address; that of a repository lacks the ``git+`` that pip puts before it.
    ``commit`` is the commit that was installed, empty if ``url`` is not a git repository's.
    ``folder`` is the folder that was installed, None if it was not one on this machine.
    """

    url: str
    commit: str = ""
    folder: Path | None = None


def origin() -> Origin | None:
    """Where this copylint came from; None if it came from an index or was not recorded."""
    found = _distribution()
    recorded = found.read_text("direct_url.json") if found else None
    return read_origin(recorded) if recorded else None


def read_origin(recorded: str) -> Origin | None:
    """The origin that the text of a ``direct_url.json`` names; None if it is not valid."""
    try:
        content = json.loads(recorded)
        url = content["url"]
        if "vcs_info" in content:
            info = content["vcs_info"]
            return Origin(url, str(info["commit_id"])) if info["vcs"] == "git" else None
        parts = urlsplit(url)
        if "dir_info" in content and parts.scheme == "file":
            return Origin(url, folder=Path(url2pathname(parts.path)))
        return Origin(url)
    except (ValueError, LookupError, TypeError, AttributeError):
        return None


def remedy(extra: str) -> str:
    """What to do about the packages of an extra that are not installed, for a message.

    It names a command that works with how copylint was installed: with pip, pipx or uv,
    or as a hook of pre-commit.
    """
    found = _distribution()
    wanted = required_by(extra, (found.requires if found else None) or ())
    lacking = [each for each in wanted if not _is_installed(_name(each))]
    if not lacking:
        return f"install again: {', '.join(wanted) or f'copylint[{extra}]'}"
    packages = [_placed(each) for each in lacking]
    command = f"run: {adding(package for package in packages if package)}"
    if _is_hook():
        command = f"add to the hook: additional_dependencies: {json.dumps(_for_hook(lacking))}"
    if all(packages):
        return command
    beside = f"install {MODEL} from where this copylint came from"
    return f"{beside}, and {command}" if any(packages) else beside


def required_by(extra: str, requirements: Iterable[str]) -> list[str]:
    """The requirements of a distribution that only ``extra`` adds, without the condition."""
    found = []
    for each in requirements:
        package, _, condition = each.partition(";")
        named = _EXTRA.search(condition)
        if named and named[1] == extra:
            found.append(package.strip())
    return found


def adding(packages: Iterable[str]) -> str:
    """The shell command that installs ``packages`` alongside this copylint."""
    found = _distribution()
    installer = ((found.read_text("INSTALLER") if found else None) or "").strip()
    if (Path(sys.prefix) / "pipx_metadata.json").exists():
        words = ["pipx", "inject", "copylint"]
    elif installer == "uv":
        words = ["uv", "pip", "install", "--python", sys.executable]
    else:
        words = [sys.executable, "-m", "pip", "install"]
    return shlex.join([*words, *packages])


def requirement(repository: str, revision: str, package: str = "copylint") -> str:
    """The requirement (PEP 508) for ``package`` in a git repository at ``revision``."""
    part = f"#subdirectory={MODEL_FOLDER}" if package == MODEL else ""
    return f"{package} @ git+{repository}@{revision}{part}"


def _distribution() -> Distribution | None:
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        return distribution("copylint")
    except PackageNotFoundError:
        return None


def _name(package: str) -> str:
    found = _NAME.match(package)
    return found[0] if found else package


def _is_installed(name: str) -> bool:
    return find_spec(_MODULES.get(name, name.replace("-", "_"))) is not None


def _placed(package: str) -> str:
    """The argument that pip needs for ``package``; empty if its location is unknown."""
    if _name(package) != MODEL:
        return package
    source = origin()
    if source is None:
        return ""
    if source.commit:
        return requirement(source.url, source.commit, MODEL)
    if source.folder is not None:
        local = source.folder / MODEL_FOLDER
        return str(local) if local.is_dir() else ""
    parts = urlsplit(source.url)
    if parts.scheme != "file":
        return ""
    # A release has both wheels in one folder.
    beside = Path(url2pathname(parts.path)).parent.glob(f"{MODEL.replace('-', '_')}-*.whl")
    return str(max(beside, default=""))


def _is_hook() -> bool:
    """Whether this is an environment created by pre-commit."""
    return Path(sys.prefix).name.startswith("py_env-")


def _for_hook(packages: Iterable[str]) -> list[str]:
    # pre-commit installs from the folder of its clone of copylint.
    return [f"./{MODEL_FOLDER}" if _name(each) == MODEL else each for each in packages]
