"""What a walk through copy from strangers meets and does not check, and why."""

# Paths: strings, not pathlib: a folder may hold a million files.
# ruff: noqa: PTH112, PTH114, PTH118, PTH119, PTH120, PTH208

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePath

from copylint.config.files import FILE_NAMES
from copylint.config.trust import Mirror
from copylint.core.record import record
from copylint.core.safe_read import read_start
from copylint.packs.vale.find import NAMES as VALE_NAMES
from copylint.runner.ignore_files import IGNORE_FILES
from copylint.runner.unread import WORD

#: Files that would affect how articles are checked.
SETTINGS = frozenset({*FILE_NAMES, *IGNORE_FILES, *VALE_NAMES, "copylint-baseline.json"})
_GIT = ".git"
_SHARED = "pyproject.toml"
_OURS = b"copylint"

HIDDEN = "hidden"
NOT_USED = "not used: the copy cannot decide how it is checked"
# Pictures, sound, films and fonts: they hold no words to read.
_MEDIA = frozenset(
    {
        *(".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".ico", ".bmp", ".tif", ".tiff"),
        *(".mp3", ".mp4", ".m4a", ".mov", ".webm", ".ogg", ".wav"),
        *(".woff", ".woff2", ".ttf", ".otf", ".eot"),
    }
)
# The most bytes of a file that are read.
_MOST = 2_000_000
# The most entries of a hidden folder that are counted.
_MOST_FILES = 10_000


@record
class PassedOver:
    """A path that is not checked, as the user would write it, and why.

    ``absolute`` is where it is.
    """

    path: str
    absolute: str
    why: str


class Register:
    """What a walk meets and does not check.

    ``mirror`` is the revision that the configuration comes from, if it comes from one.
    """

    def __init__(self, mirror: Mirror | None) -> None:
        self.passed_over: list[PassedOver] = []
        self._mirror = mirror
        self._noted: set[str] = set()
        if mirror is not None:
            self._of_revision(mirror)

    def add(self, shown: str, absolute: str, why: str) -> None:
        """Note what is not checked, and why; what ``entry`` has noted is not noted again."""
        if os.path.basename(absolute) not in SETTINGS:
            self.passed_over.append(PassedOver(shown, absolute, why))

    def entry(self, shown: str, absolute: str, *, is_hidden: bool) -> None:
        """Note an entry of a folder if it is hidden or would affect the check."""
        name = os.path.basename(absolute)
        if name in SETTINGS:
            self._setting(shown, absolute)
        elif is_hidden and name != _GIT:
            self.add(shown, absolute, HIDDEN)

    def settings_above(self, absolute: str, project: str) -> None:
        """Note files that would affect the check, in the folders above, up to ``project``."""
        while os.path.realpath(absolute) not in (project, os.sep):
            absolute = os.path.dirname(absolute)
            for name in sorted(SETTINGS.intersection(os.listdir(absolute))):
                self._setting(_shown(os.path.join(absolute, name)), os.path.join(absolute, name))

    def _of_revision(self, mirror: Mirror) -> None:
        """Note the revision's settings files that the submitted copy has changed."""
        for copied in _files(mirror.copy):
            original = mirror.original(copied)
            if os.path.lexists(original):
                self._setting(_shown(original), original)

    def _setting(self, shown: str, absolute: str) -> None:
        if absolute not in self._noted and _is_tried(absolute, self._mirror):
            self._noted.add(absolute)
            self.passed_over.append(PassedOver(shown, absolute, NOT_USED))


def told(passed: Iterable[PassedOver]) -> Iterator[str]:
    """A line for each, with the number of words not read; pictures and the like share one line."""
    media: Counter[str] = Counter()
    for each in passed:
        suffix = PurePath(each.path).suffix.lower()
        if each.why not in (HIDDEN, NOT_USED) and suffix in _MEDIA:
            media[suffix] += 1
        else:
            yield f"{each.path}: {_detailed(each)}"
    if media:
        count = media.total()
        yield f"not checked: {count:,} file{'' if count == 1 else 's'} ({', '.join(sorted(media))})"


def _detailed(each: PassedOver) -> str:
    if each.why == NOT_USED:
        return each.why
    if os.path.isdir(each.absolute) and not os.path.islink(each.absolute):
        count = sum(1 for _ in _files(each.absolute))
        return f"not checked: {each.why} ({count:,} file{'' if count == 1 else 's'})"
    data = None if os.path.islink(each.absolute) else _content(each.absolute)
    if data is None or b"\0" in data[:8192]:
        return f"not checked: {each.why}"
    words = sum(1 for _ in WORD.finditer(data.decode("utf-8", "replace")))
    return f"not checked: {each.why} ({words:,} word{'' if words == 1 else 's'})"


def _is_tried(absolute: str, mirror: Mirror | None) -> bool:
    """Whether the settings file at ``absolute`` asks for something that the run does not do.

    It does unless the configuration's revision has the same file there, or it is a
    pyproject.toml that does not configure copylint.
    """
    if os.path.islink(absolute):
        return True
    data = _content(absolute)
    if data is None:
        return True  # a pipe or a device, which nobody puts there by mistake
    if os.path.basename(absolute) == _SHARED and _OURS not in data:
        return False
    copied = mirror.copied(absolute) if mirror else ""
    return not copied or _content(copied) != data


def _shown(absolute: str) -> str:
    """A path as the user would write it."""
    return os.path.relpath(absolute).replace(os.sep, "/")


def _content(path: str) -> bytes | None:
    """The beginning of a regular file; None for anything else."""
    try:
        return read_start(path, _MOST)[:_MOST]
    except OSError:
        return None


def _files(folder: str) -> Iterator[str]:
    seen = 0
    for where, _, names in os.walk(folder):
        for name in names:
            seen += 1
            if seen > _MOST_FILES:
                return
            yield os.path.join(where, name)
