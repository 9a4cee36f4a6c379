"""The configuration of a revision, and all that it names, as files in a folder of their own.

Nothing comes from the work tree: git reads the revision's tree, and what the configuration
names is looked up there.
"""

# Paths: strings, as the rest of the run has them.
# ruff: noqa: PTH100, PTH103, PTH118, PTH120, PTH123

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from copylint.config.files import FILE_NAMES, files_above
from copylint.config.trust import Mirror
from copylint.core.record import record
from copylint.runner.git import GitError, Repository, TreeFile
from copylint.runner.ignore_files import IGNORE_FILES

#: The most bytes that configuration and rules may take in all.
MOST_BYTES = 64_000_000

_MOST_LINKS = 8
_STYLES = re.compile(rb"^[ \t]*StylesPath[ \t]*[=:][ \t]*(.*?)[ \t]*$", re.MULTILINE)
# A name in a rule file that may refer to a dictionary or a list of words.
_NAMED = re.compile(rb"[\w./-]+\.(?:txt|dic|aff)\b")
_DICTIONARY = (".dic", ".aff")
# Marks the copy as a project of its own: nothing above it is read.
_MARK = ".git"


def mirrored(repository: Repository, revision: str, start: str, into: str) -> Mirror:
    """The files of ``revision`` that decide how articles in the folder ``start`` are checked.

    They are written to the folder ``into``, which exists and is empty: configuration of the
    folder and of those above it, ignore files, and what they name. Raises ``GitError``.
    """
    commit = repository.commit(revision)
    root = _spelled_root(repository.root, start)
    mirror = Mirror(root, os.path.realpath(into), revision, commit)
    os.mkdir(os.path.join(mirror.copy, _MARK))  # noqa: PTH102
    inside = os.path.relpath(os.path.abspath(start), root).replace(os.sep, "/")
    here = os.path.relpath(os.getcwd(), root).replace(os.sep, "/")  # noqa: PTH109
    files = {each.path: each for each in repository.files(commit)}
    _Export(repository, files, mirror).run("" if inside == "." else inside, here)
    return mirror


def _spelled_root(root: str, start: str) -> str:
    """The repository's ``root`` as the paths of the run spell it."""
    spelled = os.path.abspath(start)
    while os.path.realpath(spelled) != root:
        above = os.path.dirname(spelled)
        if above == spelled:
            return root
        spelled = above
    return spelled


@record(frozen=False, slots=False)
class _Export:
    repository: Repository
    files: dict[str, TreeFile]
    mirror: Mirror
    size: int = 0

    def run(self, start: str, here: str) -> None:
        """Write what a run over the folder ``start`` needs; both are as git has them."""
        folders = [start, *_parents(start)]
        self.write(posixpath.join(folder, name) for folder in folders for name in FILE_NAMES)
        self.write(path for path in self.files if posixpath.basename(path) in IGNORE_FILES)
        rules: list[str] = []
        for file in files_above(Path(self.mirror.copy, start)):
            if not Path(self.mirror.copy) <= file.path.parent:
                break
            folder = file.path.parent.relative_to(self.mirror.copy).as_posix()
            self._settings(file.table, "" if folder == "." else folder, rules)
        if rules:
            self._dictionaries(rules, here)

    def _settings(self, table: dict[str, object], folder: str, rules: list[str]) -> None:
        """Write what one file names; ``rules`` gains rule files."""
        vocabulary = table.get("vocabulary")
        words = vocabulary if isinstance(vocabulary, dict) else {}
        lists = [*_listed(words.get("accept")), *_listed(words.get("reject"))]
        self.write(
            _joined(folder, each)
            for each in (*map(table.get, ("baseline", "memory", "against")), *lists)
        )
        for pack in _listed(table.get("packs")):
            rules += self._folder(_joined(folder, pack))
        ini = _joined(folder, table.get("vale"))
        if ini in self.files:
            self.write([ini])
            rules += self._styles(ini)

    def _styles(self, ini: str) -> list[str]:
        path = os.path.join(self.mirror.copy, ini)
        if not os.path.exists(path):  # noqa: PTH110
            return []
        with open(path, "rb") as file:
            found = _STYLES.findall(file.read())
        names = (each.decode("utf-8", "replace").strip("\"'` ") for each in found)
        folders = (_joined(posixpath.dirname(ini), name) for name in names)
        return [each for folder in folders for each in self._folder(folder)]

    def _dictionaries(self, rules: Iterable[str], here: str) -> None:
        """Write the lists of words that rules of spelling name, and all dictionaries."""
        self.write(path for path in self.files if path.endswith(_DICTIONARY))
        wanted: set[str] = set()
        for rule in rules:
            path = os.path.join(self.mirror.copy, rule)
            if not rule.endswith((".yml", ".yaml")) or not os.path.exists(path):  # noqa: PTH110
                continue
            with open(path, "rb") as file:
                data = file.read()
            if b"spelling" in data:
                names = {each.decode("utf-8", "replace") for each in _NAMED.findall(data)}
                for base in (here, posixpath.dirname(rule)):
                    wanted |= {_joined(base, name) for name in names}
        self.write(sorted(wanted))

    def _folder(self, folder: str) -> list[str]:
        """Write all files in a folder; their paths."""
        real = self._resolved(folder)
        if real is None:
            return []
        prefix = "" if real == "." else real + "/"
        found = [path for path in self.files if path.startswith(prefix)]
        self.write(found)
        if real != folder:  # a link: the files are where the link is
            self._place({f"{folder}/{path[len(prefix) :]}": path for path in found})
        return found

    def write(self, paths: Iterable[str]) -> None:
        """Write files of the revision; a link becomes the file that it leads to."""
        self._place({path: self._resolved(path) for path in paths})

    def _place(self, sources: Mapping[str, str | None]) -> None:
        targets = {
            path: self.files[source].blob
            for path, source in sources.items()
            if source is not None and source in self.files and not self.files[source].is_link
        }
        names = sorted(set(targets.values()))
        self.size += sum(self.repository.sizes(names))
        if self.size > MOST_BYTES:
            raise GitError(
                f"the configuration of '{self.mirror.revision}' and what it names come to more "
                f"than {MOST_BYTES // 1_000_000} MB"
            )
        held = dict(zip(names, self.repository.contents(names), strict=True))
        for path, blob in targets.items():
            target = os.path.join(self.mirror.copy, *path.split("/"))
            os.makedirs(os.path.dirname(target), exist_ok=True)
            with open(target, "wb") as file:
                file.write(held[blob])

    def _resolved(self, path: str) -> str | None:
        """``path`` with links of the tree followed; None where they go round in circles."""
        for _ in range(_MOST_LINKS):
            link = next((each for each in (path, *_parents(path)) if self._is_link(each)), "")
            if not link:
                return path
            (to,) = self.repository.contents([self.files[link].blob])
            rest = path[len(link) :]
            path = _joined(posixpath.dirname(link), os.fsdecode(to)) + rest
        return None

    def _is_link(self, path: str) -> bool:
        file = self.files.get(path)
        return file is not None and file.is_link


def _parents(path: str) -> Iterator[str]:
    while path:
        path = posixpath.dirname(path)
        yield path


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _joined(folder: str, name: object) -> str:
    """The path in the tree of ``name`` in ``folder``; begins with ``..`` if it leaves the tree."""
    if not isinstance(name, str) or not name or name.startswith(("/", "~")):
        return ".."
    return posixpath.normpath(posixpath.join(folder, name))
