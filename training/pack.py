"""Seal a model's folder: write the manifest with sizes and checksums.

python training/pack.py --model FOLDER --version VERSION
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

from copylint.deep.weights import FILES, LAYOUT, MANIFEST


def pack(folder: Path, version: str) -> None:
    """Write the manifest. Raises ``OSError`` if a file is missing."""
    files = {}
    for name in FILES:
        content = (folder / name).read_bytes()
        files[name] = {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    manifest = {"layout": LAYOUT, "version": version, "files": files}
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--version", required=True)
    options = parser.parse_args()
    pack(options.model, options.version)


if __name__ == "__main__":
    main()
