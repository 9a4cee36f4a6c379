"""Zip archives read within limits (PKWARE APPNOTE 6.3.10, sections 4.3 and 4.5.3)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

from copylint.core.errors import InputError
from copylint.core.record import record
from copylint.formats import unread_files
from copylint.formats.office.limits import LIMITS, ArchiveLimits

#: Layouts of a file's header, of its directory record, and of the end-of-directory record.
LOCAL = struct.Struct("<4s5H3L2H")
RECORD = struct.Struct("<4s6H3L5H2L")
END = struct.Struct("<4s4H2LH")
LOCAL_SIGN, RECORD_SIGN, END_SIGN = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
ZIP64_END_SIGN = b"PK\x06\x06"
_ZIP64_LOCATOR_SIGN = b"PK\x06\x07"
_MAX_COMMENT = 0xFFFF
#: A size or place with this value is in the zip64 extra field instead.
UNKNOWN = 0xFFFFFFFF
STORED, DEFLATED = 0, 8
HAS_DESCRIPTOR, UTF8_NAME = 8, 0x800
_ENCRYPTED = 1
_DAMAGED = "damaged zip directory; save the file again"


@record
class ArchiveEntry:
    """One file of an archive. All numbers are bytes; places count from its beginning.

    ``header`` is the place of its local header, ``data`` the place of its packed bytes,
    ``packed`` their number, and ``size`` the number they unpack to, according to the directory.
    ``record`` is its record in the directory.
    """

    name: str
    header: int
    data: int
    packed: int
    size: int
    method: int
    flags: int
    checksum: int
    record: bytes


class Archive:
    """The files in the bytes of a zip archive.

    Raises ``InputError`` if it is not one, or is damaged, encrypted or over ``limits``.
    """

    def __init__(self, path: str, data: bytes, limits: ArchiveLimits = LIMITS) -> None:
        self._path, self._limits = path, limits
        self.data = data
        self._unpacked = 0
        #: Where the directory begins, where it ends, and where the record is that says so.
        self.directory = self.directory_end = self.end = 0
        count = self._find_directory()
        if count > limits.entries:
            raise self.refusal(f"holds {count:,} files; the limit is {limits.entries:,}")
        self.entries = tuple(self._entries(count))
        self._by_name = {each.name: each for each in self.entries}
        if len(self._by_name) != len(self.entries):
            raise self.refusal("two files in it have the same name; save the file again")
        self._check_apart()

    def __contains__(self, name: str) -> bool:
        return name in self._by_name

    def read(self, name: str) -> bytes:
        """The bytes of the file called ``name``.

        Raises ``KeyError`` if there is none, ``InputError`` if it is damaged, encrypted, packed
        by an unknown method, or over a limit.
        """
        entry, limits = self._by_name[name], self._limits
        if entry.flags & _ENCRYPTED:
            raise self.refusal(f"{name} is encrypted; save the file without a password")
        if entry.method not in (STORED, DEFLATED):
            raise self.refusal(f"{name} is packed by method {entry.method}; save the file again")
        room = min(limits.part, limits.total - self._unpacked)
        packed = self.data[entry.data : entry.data + entry.packed]
        if entry.method == STORED:
            unpacked = packed[: room + 1]
        else:
            unpacked = self._inflate(name, packed, room)
        if len(unpacked) > room:
            if room < limits.part:
                what = f"its parts together unpack to more than {limits.total:,} bytes"
            else:
                what = f"{name} unpacks to more than {limits.part:,} bytes"
            raise self.refusal(f"{what}, which is the limit")
        if len(unpacked) != entry.size or zlib.crc32(unpacked) != entry.checksum:
            raise self.refusal(f"{name} is damaged (size or checksum); save the file again")
        self._unpacked += len(unpacked)
        return unpacked

    def _inflate(self, name: str, packed: bytes, room: int) -> bytes:
        limits = self._limits
        most = max(limits.small, len(packed) * limits.ratio)
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            unpacked = inflater.decompress(packed, min(room, most) + 1)
        except zlib.error as error:
            raise self.refusal(f"{name} is damaged ({error}); save the file again") from None
        if most < len(unpacked) <= room:
            raise self.refusal(
                f"{name} unpacks to more than {limits.ratio} times its size, which is the limit"
            )
        return unpacked

    def refusal(self, what: str) -> InputError:
        """The error about this file."""
        return InputError(self._path, what)

    def _find_directory(self) -> int:
        """Find the directory; return how many files it lists."""
        data = self.data
        if (said := unread_files.remedy(self._path, data)) is not None:
            raise self.refusal(said)
        end = data.rfind(END_SIGN, max(0, len(data) - END.size - _MAX_COMMENT))
        if end < 0 or len(data) < end + END.size:
            raise self.refusal("not a zip archive, or cut short; save the file again")
        self.end = end
        _, disk, first, here, count, size, start, _ = END.unpack_from(data, end)
        if UNKNOWN in (size, start) or count == 0xFFFF:
            zip64 = self._zip64_end(end)
            if zip64 is not None:
                end, here, count, size, start = zip64
        if disk or first or here != count:
            raise self.refusal("one part of a split archive; save it as one file")
        if start + size != end:
            raise self.refusal(_DAMAGED)
        self.directory, self.directory_end = start, end
        return int(count)

    def _zip64_end(self, end: int) -> tuple[int, int, int, int, int] | None:
        """The fields of the zip64 end record before the one at ``end``, and where it is."""
        data = self.data
        if end < 20 or not data.startswith(_ZIP64_LOCATOR_SIGN, end - 20):
            return None
        (at,) = struct.unpack_from("<Q", data, end - 12)
        if at + 56 > end or not data.startswith(ZIP64_END_SIGN, at):
            raise self.refusal(_DAMAGED)
        here, count, size, start = struct.unpack_from("<4Q", data, at + 24)
        return at, here, count, size, start

    def _entries(self, count: int) -> Iterator[ArchiveEntry]:
        at = self.directory
        for _ in range(count):
            record = self.data[at : at + RECORD.size]
            if len(record) < RECORD.size or not record.startswith(RECORD_SIGN):
                raise self.refusal(_DAMAGED)
            fields = RECORD.unpack(record)
            name_size, extra_size, comment_size = fields[10:13]
            whole = RECORD.size + name_size + extra_size + comment_size
            if at + whole > self.directory_end:
                raise self.refusal(_DAMAGED)
            yield self._entry(fields, self.data[at : at + whole])
            at += whole
        if at != self.directory_end:
            raise self.refusal(_DAMAGED)

    def _entry(self, fields: tuple[int, ...], record: bytes) -> ArchiveEntry:
        flags, method = fields[3], fields[4]
        checksum, packed, size = fields[7:10]
        name_size, extra_size, header = fields[10], fields[11], fields[16]
        written = record[RECORD.size : RECORD.size + name_size]
        extra = record[RECORD.size + name_size :][:extra_size]
        size, packed, header = _true_sizes(extra, size, packed, header)
        name = written.decode("utf-8" if flags & UTF8_NAME else "cp437", "replace")
        local = self.data[header : header + LOCAL.size]
        if len(local) < LOCAL.size or not local.startswith(LOCAL_SIGN):
            raise self.refusal(f"{name} is not where the zip directory says; save the file again")
        local_name, local_extra = LOCAL.unpack(local)[9:11]
        data = header + LOCAL.size + local_name + local_extra
        if data + packed > self.directory:
            raise self.refusal(f"{name} is cut short; save the file again")
        return ArchiveEntry(name, header, data, packed, size, method, flags, checksum, record)

    def _check_apart(self) -> None:
        """Refuse files that share bytes: small archives become huge that way."""
        at = 0
        for entry in sorted(self.entries, key=lambda each: each.header):
            if entry.header < at:
                raise self.refusal(f"{entry.name} shares its bytes with another file of it")
            at = entry.data + entry.packed


def _true_sizes(extra: bytes, size: int, packed: int, header: int) -> tuple[int, int, int]:
    """The sizes and the place of a record, from its zip64 field if it refers to that."""
    if UNKNOWN not in (size, packed, header):
        return size, packed, header
    for kind, content in fields_of(extra):
        if kind == 1:
            numbers = iter(
                struct.unpack(f"<{len(content) // 8}Q", content[: len(content) // 8 * 8])
            )
            size, packed, header = (
                next(numbers, each) if each == UNKNOWN else each for each in (size, packed, header)
            )
            break
    return size, packed, header


def fields_of(extra: bytes) -> Iterator[tuple[int, bytes]]:
    """The extra fields, each with its number."""
    at = 0
    while at + 4 <= len(extra):
        kind, size = struct.unpack_from("<2H", extra, at)
        yield kind, extra[at + 4 : at + 4 + size]
        at += 4 + size
