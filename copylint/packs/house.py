"""What rules are read under: whose language, whose vocabulary, whose folders."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from copylint.packs.pattern import WORD


@dataclass(frozen=True)
class House:
    """The setting of a set of rule files.

    ``vale``: the files are Vale's own styles, so that what Vale lets pass is told and let
    pass. ``strict``: they mean what Vale does, not what their authors meant. ``word`` is
    what is put around patterns of whole words. ``accept`` are the terms of the accepted
    vocabularies: regular expressions. ``folders`` are where the files are looked for that
    rules name.
    """

    vale: bool = False
    strict: bool = False
    word: str = WORD
    accept: tuple[str, ...] = ()
    folders: tuple[Path, ...] = ()


#: The setting of copylint's own packs and a newsroom's.
OWN = House()
