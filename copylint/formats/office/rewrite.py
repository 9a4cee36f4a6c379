"""Replaces files of a zip archive and leaves all other bytes untouched.

The standard library's ``zipfile`` rewrites archives: files that should not change lose their
dates, extra fields, order and compression. Here a file that is not replaced keeps its packed
bytes, its header and its record in the directory.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from typing import NamedTuple

from copylint.formats.office.archive import (
    DEFLATED,
    END,
    HAS_DESCRIPTOR,
    LOCAL,
    LOCAL_SIGN,
    RECORD,
    RECORD_SIGN,
    UNKNOWN,
    UTF8_NAME,
    ZIP64_END_SIGN,
    Archive,
    ArchiveEntry,
)

_DESCRIPTOR_SIGN = b"PK\x07\x08"
_TOO_LARGE = "would be larger than 4 GB; it is left as it is"


class _Numbers(NamedTuple):
    """The numbers in a header about a file's content, in the header's order."""

    checksum: int
    packed: int
    size: int


def replaced(
    archive: Archive, new: Mapping[str, bytes], added: Mapping[str, bytes] | None = None
) -> bytes:
    """The archive with the contents ``new`` in the files of these names.

    ``added`` are new files, which go after the others. Everything not named keeps its bytes,
    its place in the order, its date, its extra fields and comments; a replaced file is packed
    by the same method as the old one, without a descriptor after it. With nothing to replace
    or add, the bytes are the same.

    Raises ``KeyError`` for a name in ``new`` that is not in the archive, ``InputError`` if the
    archive is damaged there or would be larger than 4 GB.
    """
    missing = new.keys() - {entry.name for entry in archive.entries}
    if missing:
        raise KeyError(min(missing))
    if not new and not added:
        return archive.data
    data = archive.data
    out = bytearray()
    at = 0
    places: dict[str, int] = {}
    numbers: dict[str, _Numbers] = {}
    for entry in sorted(archive.entries, key=lambda each: each.header):
        out += data[at : entry.header]
        places[entry.name] = len(out)
        at = entry.header
        if entry.name in new:
            local, numbers[entry.name] = _packed(archive, entry, new[entry.name])
            out += local
            at = _end_of(archive, entry)
    out += data[at : archive.directory]
    records = bytearray()
    for entry in archive.entries:
        records += _record(archive, entry, places[entry.name], numbers.get(entry.name))
    for name, content in (added or {}).items():
        local, record = _fresh(name, content, len(out))
        out += local
        records += record
    return bytes(out + records + _ending(archive, len(out), len(records), len(added or ())))


def _end_of(archive: Archive, entry: ArchiveEntry) -> int:
    """Where the file ends, its descriptor included."""
    at = entry.data + entry.packed
    if not entry.flags & HAS_DESCRIPTOR:
        return at
    at += 4 if archive.data.startswith(_DESCRIPTOR_SIGN, at) else 0
    for layout in ("<L2L", "<L2Q"):
        size = struct.calcsize(layout)
        if at + size <= archive.directory and struct.unpack_from(layout, archive.data, at) == (
            entry.checksum,
            entry.packed,
            entry.size,
        ):
            return at + size
    raise archive.refusal(f"{entry.name} has a damaged zip header; save the file again")


def _packed(archive: Archive, entry: ArchiveEntry, content: bytes) -> tuple[bytes, _Numbers]:
    """The file's header with its new content, and the header's numbers about that content."""
    packed = _deflated(content) if entry.method == DEFLATED else content
    numbers = _Numbers(zlib.crc32(content), len(packed), len(content))
    header = bytearray(archive.data[entry.header : entry.data])
    (flags,) = struct.unpack_from("<H", header, 6)
    struct.pack_into("<H", header, 6, flags & ~HAS_DESCRIPTOR)
    struct.pack_into("<3L", header, 14, *numbers)
    (name_size,) = struct.unpack_from("<H", header, 26)
    extra = _without_zip64(bytes(header[LOCAL.size + name_size :]))
    struct.pack_into("<H", header, 28, len(extra))
    header[LOCAL.size + name_size :] = extra
    return bytes(header) + packed, numbers


def _record(archive: Archive, entry: ArchiveEntry, place: int, numbers: _Numbers | None) -> bytes:
    """The file's record in the directory, its header now being at ``place``."""
    if numbers is None and place == entry.header:
        return entry.record
    record = bytearray(entry.record)
    name_size, extra_size = struct.unpack_from("<2H", record, 28)
    at = RECORD.size + name_size
    if numbers is not None:
        (flags,) = struct.unpack_from("<H", record, 8)
        struct.pack_into("<H", record, 8, flags & ~HAS_DESCRIPTOR)
        struct.pack_into("<3L", record, 16, *numbers)
        extra = _without_zip64(bytes(record[at : at + extra_size]))
        record[at : at + extra_size] = extra
        struct.pack_into("<H", record, 30, len(extra))
    elif struct.unpack_from("<L", record, 42)[0] == UNKNOWN:
        _put_zip64_place(record, at, at + extra_size, place)
        return bytes(record)
    if place >= UNKNOWN:
        raise archive.refusal(_TOO_LARGE)
    struct.pack_into("<L", record, 42, place)
    return bytes(record)


def _put_zip64_place(record: bytearray, at: int, end: int, place: int) -> None:
    """Put the place into the zip64 field among the extra fields from ``at`` to ``end``."""
    before = 8 * sum(each == UNKNOWN for each in struct.unpack_from("<2L", record, 20))
    while at + 4 <= end:
        kind, size = struct.unpack_from("<2H", record, at)
        if kind == 1 and size >= before + 8:
            struct.pack_into("<Q", record, at + 4 + before, place)
            return
        at += 4 + size


def _without_zip64(extra: bytes) -> bytes:
    """The extra fields except that of zip64; bytes that are not a field are kept."""
    kept = bytearray()
    at = 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<2H", extra, at)
        if kind != 1:
            kept += extra[at : at + 4 + size]
        at += 4 + size
    return bytes(kept + extra[at:])


def _ending(archive: Archive, start: int, size: int, added: int) -> bytes:
    """What follows the directory, with its new place, size and number of files."""
    ending = bytearray(archive.data[archive.directory_end :])
    end = archive.end - archive.directory_end
    count = len(archive.entries) + added
    if ending.startswith(ZIP64_END_SIGN):
        struct.pack_into("<4Q", ending, 24, count, count, size, start)
        struct.pack_into("<Q", ending, end - 12, start + size)
    elif start + size >= UNKNOWN or count >= 0xFFFF:
        raise archive.refusal(_TOO_LARGE)
    _, _, _, _, old_count, old_size, old_start, _ = END.unpack_from(ending, end)
    if old_count != 0xFFFF:
        struct.pack_into("<2H", ending, end + 8, count, count)
    if old_size != UNKNOWN:
        struct.pack_into("<L", ending, end + 12, size)
    if old_start != UNKNOWN:
        struct.pack_into("<L", ending, end + 16, start)
    return bytes(ending)


def _deflated(content: bytes) -> bytes:
    deflater = zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION, zlib.DEFLATED, -zlib.MAX_WBITS)
    return deflater.compress(content) + deflater.flush()


def _fresh(name: str, content: bytes, place: int) -> tuple[bytes, bytes]:
    """The header and content, and the record, of a new file, dated as Word dates its own."""
    written, packed = name.encode(), _deflated(content)
    flags = 0 if name.isascii() else UTF8_NAME
    date, time = 0x21, 0  # 1 January 1980
    common = (20, flags, DEFLATED, time, date, zlib.crc32(content), len(packed), len(content))
    local = LOCAL.pack(LOCAL_SIGN, *common, len(written), 0)
    record = RECORD.pack(RECORD_SIGN, 20, *common, len(written), 0, 0, 0, 0, 0, place)
    return local + written + packed, record + written
