"""A build backend of a few lines, so that the tests install the package without a network."""

from __future__ import annotations

import tomllib
import zipfile
from pathlib import Path

SOURCES = Path(__file__).parent / "src"
PROJECT = tomllib.loads((Path(__file__).parent / "pyproject.toml").read_text("utf-8"))["project"]


def build_wheel(
    wheel_directory: str,
    config_settings: object = None,
    metadata_directory: str | None = None,
) -> str:
    """Write the wheel into a folder; its file name."""
    name = f"{PROJECT['name'].replace('-', '_')}-{PROJECT['version']}"
    files = {
        path.relative_to(SOURCES).as_posix(): path.read_text("utf-8")
        for path in sorted(SOURCES.rglob("*.py"))
    }
    points = [
        f"[{group}]\n" + "".join(f"{name} = {value}\n" for name, value in entries.items())
        for group, entries in PROJECT["entry-points"].items()
    ]
    files |= {
        f"{name}.dist-info/METADATA": "Metadata-Version: 2.1\n"
        f"Name: {PROJECT['name']}\nVersion: {PROJECT['version']}\n",
        f"{name}.dist-info/WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        f"{name}.dist-info/entry_points.txt": "\n".join(points),
    }
    record = "".join(f"{path},,\n" for path in (*files, f"{name}.dist-info/RECORD"))
    files[f"{name}.dist-info/RECORD"] = record
    with zipfile.ZipFile(Path(wheel_directory, f"{name}-py3-none-any.whl"), "w") as wheel:
        for path, text in files.items():
            wheel.writestr(path, text)
    return f"{name}-py3-none-any.whl"
