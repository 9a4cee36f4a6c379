"""Harper's language server (https://writewithharper.com), a program in Rust."""

from __future__ import annotations

from pathlib import Path

from peers.base import Located, Program
from peers.environments import install_cargo, located


class HarperLanguageServer(Program):
    """All its rules, over standard input and output."""

    name = "harper-ls"

    def locate(self) -> Located:
        return located(self.name, "bin/harper-ls")

    def install(self, folder: Path) -> None:
        install_cargo(folder, "harper-ls@3.0.0")
