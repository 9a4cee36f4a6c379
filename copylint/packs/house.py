"""The settings that rules are read under: language, vocabulary, folders."""

from __future__ import annotations

from pathlib import Path

from copylint.core.record import record
from copylint.packs.pattern import WORD


@record(slots=False)
class House:
    """The setting of a set of rule files.

    ``vale``: the files are Vale's own styles, so that what Vale lets pass is noted and let
    pass. ``strict``: they mean what Vale does, not what their authors meant. ``word`` is
    what is put around patterns of whole words. ``accept`` are the terms of the accepted
    vocabularies: regular expressions. ``folders`` are searched for the files that rules
    name. ``tested``: the files are known to be sound, so that no pattern is compiled to
    find out. ``project`` and ``here`` are as in ``RuleSources``.
    """

    vale: bool = False
    strict: bool = False
    word: str = WORD
    accept: tuple[str, ...] = ()
    folders: tuple[Path, ...] = ()
    tested: bool = False
    project: str = ""
    here: str = ""


#: The setting of a newsroom's packs.
OWN = House()
#: The setting of copylint's own packs in a run: the project's tests have checked them.
SHIPPED = House(tested=True)
