"""Reads untrusted files safely: regular, of bounded size, inside a project.

Every file that a run reads by a name from a folder, a configuration or the command line is
opened here. A file's status is checked before it is opened, so that no device or pipe is
touched, and once more afterwards, so that swapping the file in between gains nothing.
"""

# Paths: strings, not pathlib: a run may read a million files.
# ruff: noqa: PTH100, PTH116, PTH112, PTH113, PTH118, PTH120, PTH206

from __future__ import annotations

import errno
import os
import stat
from functools import cache
from io import FileIO

#: The most bytes that are read of an ignore file, a rule file or a .vale.ini.
SMALL = 1_000_000
#: The most bytes that are read of a configuration.
SETTINGS = 2_000_000
#: The most bytes that are read of a list of words or a dictionary.
WORDS = 4_000_000
#: The most bytes that are read of a baseline.
BASELINE = 16_000_000
#: The most bytes that are read of decisions on findings.
DECISIONS = 64_000_000

# Bytes read at a time from a file whose size is not known.
_PART = 1 << 20
_KINDS = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a named pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
# Where Linux mounts file systems on which a "file" is the kernel's answer to a question:
# reading it may block for ever, and it may reveal secrets.
_KERNEL_FOLDERS = ("/proc", "/sys")
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOCTTY", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)
_NO_FOLLOW = getattr(os, "O_NOFOLLOW", 0)
_GIT = ".git"


class Refused(OSError):
    """A file that is not read, though it is there. ``strerror`` says why: "it is a device"."""

    def __init__(self, reason: str) -> None:
        super().__init__(errno.EACCES, reason)

    def __reduce__(self) -> tuple[type[Refused], tuple[str]]:
        return (Refused, (str(self.strerror),))


def read_file(path: str | os.PathLike[str], most: int, within: str = "") -> bytes:
    """The content of the regular file at ``path``.

    ``most`` is in bytes. ``within`` is the real path of a folder that the file must lie in,
    links followed; if it is empty, links are followed wherever they lead. Raises ``Refused``
    if the file is not regular, lies elsewhere or holds more, and any ``OSError`` of the system.
    """
    data = read_start(path, most, within)
    if len(data) > most:
        raise Refused(f"it is larger than {megabytes(most)} MB, the limit here")
    return data


def read_start(path: str | os.PathLike[str], most: int, within: str = "") -> bytes:
    """The same; for a file of more than ``most`` bytes, its beginning, longer than ``most``."""
    name = os.fspath(path)
    real = real_path(name, within) if within else name
    _refuse(os.stat(real))
    file = os.open(real, _FLAGS | (_NO_FOLLOW if within else 0))
    try:
        _refuse(os.fstat(file))
        if within and real_path(name, within) != real:
            raise Refused("it was replaced while it was being opened")
        return _read(file, most)
    finally:
        os.close(file)


def real_path(path: str, within: str) -> str:
    """The real path of ``path``. Raises ``Refused`` if it is not in the folder ``within``.

    The data that git keeps about a repository (its folder ``.git``) counts as outside.
    """
    real = os.path.realpath(path)
    if is_inside(real, within):
        return real
    raise Refused(f"it is a link that leads out of {within}")


def is_inside(real: str, folder: str) -> bool:
    """Whether the real path ``real`` is in ``folder``, and not in git's own data there."""
    inside = os.path.join(folder, "")
    return real.startswith(inside) and _GIT not in real[len(inside) :].split(os.sep)


def project_of(folder: str | os.PathLike[str]) -> str:
    """The real path of the git repository that ``folder`` is in; of itself if in none."""
    own = os.path.realpath(folder)
    at = own
    while not os.path.lexists(os.path.join(at, _GIT)):
        above = os.path.dirname(at)
        if above == at:
            return own
        at = above
    return at


def bounds_of(folder: str | os.PathLike[str], name: str | os.PathLike[str]) -> str:
    """Where a file that a configuration in ``folder`` calls ``name`` must lie.

    That is the project (its real path) if the name as written is inside it. A file that the
    name itself puts elsewhere (``/usr/share/dict/words``, ``../house/words.txt``) may lie
    anywhere; then the result is empty.
    """
    spelt = os.path.abspath(folder)
    base = os.path.realpath(spelt)
    project = project_of(base)
    # The name may be absolute, with the folder spelt as it is or as it really is.
    inside = os.path.relpath(os.path.normpath(os.path.join(spelt, name)), spelt)
    placed = (os.path.join(base, inside), os.path.join(spelt, name))
    return project if any(is_inside(os.path.normpath(p), project) for p in placed) else ""


def is_file(path: str | os.PathLike[str]) -> bool:
    """Whether there is a file at ``path``; False for an unusable name, such as one too long."""
    return os.path.isfile(path)


def is_folder(path: str | os.PathLike[str]) -> bool:
    """Whether there is a folder at ``path``; False for an unusable name."""
    return os.path.isdir(path)


def kind_of(mode: int) -> str:
    """What kind of thing a path that is not a file is, by its mode; empty for a regular file."""
    if stat.S_ISREG(mode):
        return ""
    return next((name for is_kind, name in _KINDS if is_kind(mode)), "something else")


def megabytes(size: int) -> str:
    """A number of bytes in megabytes of 1,000,000, without the zeros at its end."""
    return f"{size / 1_000_000:.6f}".rstrip("0").rstrip(".")


def _refuse(status: os.stat_result) -> None:
    kind = kind_of(status.st_mode)
    if kind:
        raise Refused(f"it is {kind}, not a file")
    if status.st_dev in _kernel_devices():
        raise Refused("it is a kernel file, not a file on disk")


@cache
def _kernel_devices() -> frozenset[int]:
    """The devices of those of the kernel's own file systems that are mounted."""
    found = set()
    for folder in _KERNEL_FOLDERS:
        if os.path.ismount(folder):
            found.add(os.stat(folder).st_dev)
    return frozenset(found)


def _read(descriptor: int, most: int) -> bytes:
    """The content of the file; of a file of more than ``most`` bytes, only a little more."""
    size = os.fstat(descriptor).st_size
    with FileIO(descriptor, closefd=False) as file:
        data = file.read(min(size, most) + 1) or b""
        if len(data) == size:
            return data
        # It has changed just now, or the system does not know its size.
        parts, length = [data], len(data)
        while parts[-1] and length <= most:
            parts.append(file.read(_PART) or b"")
            length += len(parts[-1])
    return b"".join(parts)
