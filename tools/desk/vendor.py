"""Bundles the editing surface of the desk: CodeMirror 6 as one module, with its licences.

``python tools/desk/vendor.py`` installs what ``package-lock.json`` fixes into a temporary folder,
bundles ``editor.js`` with esbuild and writes ``copylint/serve/desk/vendor``. ``--check`` writes
nothing and fails unless the files there are, byte for byte, what it would write. It needs npm.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

_HERE = Path(__file__).parent
_TARGET = _HERE.parents[1] / "copylint" / "serve" / "desk" / "vendor"
_SOURCES = ("package.json", "package-lock.json", "editor.js")
_BUNDLE = "codemirror.js"
_INSTALL = ("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent")
_BUILD = (
    "node_modules/.bin/esbuild", "editor.js", "--bundle", "--format=esm", "--minify",
    "--target=es2022", "--legal-comments=none", "--charset=utf8", "--log-level=warning",
    f"--outfile={_BUNDLE}", "--metafile=meta.json",
)  # fmt: skip


def built() -> dict[str, bytes]:
    """The vendored files by name."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        for source in _SOURCES:
            shutil.copy(_HERE / source, folder / source)
        for command in (_INSTALL, _BUILD):
            subprocess.run(command, cwd=folder, check=True)
        inputs = json.loads((folder / "meta.json").read_text("utf-8"))["inputs"]
        packages = sorted({_package(each) for each in inputs if each.startswith("node_modules/")})
        bundle = (folder / _BUNDLE).read_bytes()
        versions, licences = {}, []
        for each in packages:
            root = folder / "node_modules" / each
            about = json.loads((root / "package.json").read_text("utf-8"))
            versions[each] = {"version": about["version"], "licence": about["license"]}
            text = (root / "LICENSE").read_text("utf-8").strip()
            licences.append(f"{each} {about['version']}\n\n{text}\n")
    manifest = {
        "built_by": "tools/desk/vendor.py",
        "bundle": _BUNDLE,
        "sha256": hashlib.sha256(bundle).hexdigest(),
        "packages": versions,
    }
    return {
        _BUNDLE: bundle,
        "manifest.json": (json.dumps(manifest, indent=2) + "\n").encode(),
        "LICENCES.txt": ("\n" + "-" * 72 + "\n\n").join(licences).encode(),
    }


def _package(path: str) -> str:
    parts = path.removeprefix("node_modules/").split("/")
    return "/".join(parts[: 2 if parts[0].startswith("@") else 1])


def main() -> int:
    """Write the files, or compare them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare, write nothing")
    check = parser.parse_args().check
    changed = []
    for name, data in built().items():
        file = _TARGET / name
        if file.is_file() and file.read_bytes() == data:
            continue
        changed.append(name)
        if not check:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
    for name in changed:
        print(f"{name} {'differs' if check else 'written'}")
    return 1 if check and changed else 0


if __name__ == "__main__":
    sys.exit(main())
