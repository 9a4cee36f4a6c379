"""Zip archives: read within limits, rewritten with every other byte where it was."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.core.errors import InputError
from copylint.formats.office.archive import Archive
from copylint.formats.office.limits import ArchiveLimits
from copylint.formats.office.rewrite import replaced

FILES = {
    "[Content_Types].xml": b"<Types/>",
    "word/document.xml": b"<w/>" * 400,
    "média.png": bytes(999),
}


class _Stream(io.RawIOBase):
    """A file that cannot be gone back in: zip archives in it have descriptors."""

    def __init__(self) -> None:
        self.data = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, data: object) -> int:
        self.data += bytes(data)  # type: ignore[call-overload]
        return len(bytes(data))  # type: ignore[call-overload]


def packed(files: Mapping[str, bytes], *, streamed: bool = False, zip64: bool = False) -> bytes:
    out: io.RawIOBase | io.BytesIO = _Stream() if streamed else io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[arg-type]
        archive.comment = b"made by hand"
        for number, (name, data) in enumerate(files.items()):
            info = zipfile.ZipInfo(name, (2001 + number, 2, 3, 4, 5, 6))
            info.compress_type = (
                zipfile.ZIP_STORED if name.startswith("[") else zipfile.ZIP_DEFLATED
            )
            info.comment = f"file {number}".encode()
            info.external_attr = 0o640 << 16
            with archive.open(info, "w", force_zip64=zip64) as file:
                file.write(data)
    return bytes(out.data) if isinstance(out, _Stream) else out.getvalue()  # type: ignore[union-attr]


def contents(archive: Archive) -> dict[str, bytes]:
    return {entry.name: archive.read(entry.name) for entry in archive.entries}


@pytest.mark.parametrize("streamed", [False, True])
@pytest.mark.parametrize("zip64", [False, True])
def test_unreplaced_members_keep_every_byte(streamed: bool, zip64: bool) -> None:
    data = packed(FILES, streamed=streamed, zip64=zip64)
    archive = Archive("a.docx", data)
    assert contents(archive) == FILES
    assert replaced(archive, {}) is data
    new = replaced(archive, {"word/document.xml": b"<w>other</w>"}, {"word/new.xml": b"<n/>"})
    with zipfile.ZipFile(io.BytesIO(new)) as after, zipfile.ZipFile(io.BytesIO(data)) as before:
        assert after.testzip() is None
        assert after.comment == before.comment
        assert after.namelist() == [*before.namelist(), "word/new.xml"]
        assert after.read("word/document.xml") == b"<w>other</w>"
        assert after.read("word/new.xml") == b"<n/>"
        for old in before.infolist():
            info = after.getinfo(old.filename)
            assert (info.date_time, info.comment, info.external_attr, info.compress_type) == (
                old.date_time, old.comment, old.external_attr, old.compress_type,
            )  # fmt: skip
            if old.filename != "word/document.xml":
                assert after.read(info) == before.read(old)
                assert info.extra == old.extra
                assert info.flag_bits == old.flag_bits
    again = Archive("a.docx", new)
    first, old_first = again.entries[0], archive.entries[0]
    assert new[: first.data + first.packed] == data[: old_first.data + old_first.packed]


@given(
    files=st.dictionaries(
        st.text("abcé/", min_size=1, max_size=8), st.binary(max_size=300), max_size=6
    ),
    content=st.binary(max_size=300),
    streamed=st.booleans(),
    data=st.data(),
)
def test_any_file_may_be_replaced(
    files: dict[str, bytes], content: bytes, streamed: bool, data: st.DataObject
) -> None:
    archive = Archive("a", packed(files, streamed=streamed))
    assert replaced(archive, {}) == archive.data
    if files:
        name = data.draw(st.sampled_from(sorted(files)))
        after = Archive("a", replaced(archive, {name: content}))
        assert {each.name: after.read(each.name) for each in after.entries} == {
            **files,
            name: content,
        }
        back = Archive("a", replaced(after, {name: files[name]}))
        assert {each.name: back.read(each.name) for each in back.entries} == files


def test_unknown_member_cannot_be_replaced() -> None:
    with pytest.raises(KeyError):
        replaced(Archive("a", packed(FILES)), {"word/absent.xml": b""})


def test_a_zip64_directory_is_read_and_rewritten() -> None:
    data = packed(FILES)
    archive = Archive("a", data)
    size = archive.directory_end - archive.directory
    count = len(archive.entries)
    # The plain record says "see there" for every number; the comment after it stays.
    end64 = struct.pack(
        "<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, size, archive.directory
    )
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, archive.directory_end, 1)
    end = (
        struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 4)
        + b"note"
    )
    whole = data[: archive.directory_end] + end64 + locator + end
    read = Archive("a", whole)
    assert read.read("word/document.xml") == FILES["word/document.xml"]
    new = replaced(read, {"word/document.xml": b"x" * 5000})
    with zipfile.ZipFile(io.BytesIO(new)) as after:
        assert after.read("word/document.xml") == b"x" * 5000
        assert after.read("média.png") == FILES["média.png"]
    assert new.endswith(end)


def bomb() -> bytes:
    return packed({"word/document.xml": bytes(3_000_000)})


def overlapping() -> bytes:
    data = bytearray(packed({"a.xml": b"one" * 50, "b.xml": b"two" * 50}))
    second = data.rindex(b"PK\1\2")
    struct.pack_into("<L", data, second + 42, 0)
    return bytes(data)


def encrypted() -> bytes:
    data = bytearray(packed({"word/document.xml": b"x" * 99}))
    record = data.index(b"PK\1\2")
    data[record + 8] |= 1
    return bytes(data)


def damaged() -> bytes:
    data = bytearray(packed({"word/document.xml": bytes(range(256)) * 9}))
    data[60] ^= 0xFF
    return bytes(data)


def strange() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("word/document.xml", b"x" * 99)
    return out.getvalue()


CUT = "not a zip archive, or cut short; save the file again"


@pytest.mark.parametrize(
    ("data", "limits", "message"),
    [
        (b"", ArchiveLimits(), CUT),
        (b"PK\5\6 hello", ArchiveLimits(), CUT),
        (packed(FILES)[:-300], ArchiveLimits(), CUT),
        (b"x" + packed(FILES), ArchiveLimits(), "damaged zip directory; save the file again"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600),
            ArchiveLimits(),
            "an old Word file (.doc), or one with a password; save it as .docx without a password",
        ),
        (
            packed(FILES),
            ArchiveLimits(entries=2),
            "holds 3 files; the limit is 2",
        ),
        (
            bomb(),
            ArchiveLimits(),
            "word/document.xml unpacks to more than 250 times its size, which is the limit",
        ),
        (
            bomb(),
            ArchiveLimits(ratio=2000, part=2_000_000),
            "word/document.xml unpacks to more than 2,000,000 bytes, which is the limit",
        ),
        (
            bomb(),
            ArchiveLimits(ratio=2000, total=2_000_000),
            "its parts together unpack to more than 2,000,000 bytes, which is the limit",
        ),
        (overlapping(), ArchiveLimits(), "b.xml shares its bytes with another file of it"),
        (
            encrypted(),
            ArchiveLimits(),
            "word/document.xml is encrypted; save the file without a password",
        ),
        (
            strange(),
            ArchiveLimits(),
            "word/document.xml is packed by method 14; save the file again",
        ),
    ],
)
def test_refusals_name_the_reason(data: bytes, limits: ArchiveLimits, message: str) -> None:
    with pytest.raises(InputError) as refusal:
        Archive("a.docx", data, limits).read("word/document.xml")
    assert str(refusal.value) == f"a.docx: {message}"


def test_damage_is_reported() -> None:
    with pytest.raises(InputError, match=r"a\.docx: word/document\.xml is damaged"):
        Archive("a.docx", damaged()).read("word/document.xml")


@given(data=st.data())
def test_any_bytes_are_an_archive_or_an_error(data: st.DataObject) -> None:
    good = bytearray(packed(FILES, streamed=data.draw(st.booleans())))
    for _ in range(data.draw(st.integers(1, 6))):
        good[data.draw(st.integers(0, len(good) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(good)))
    for each in (bytes(good), bytes(good[:cut])):
        try:
            archive = Archive("a", each)
            for entry in archive.entries:
                archive.read(entry.name)
            if archive.entries:
                replaced(archive, {archive.entries[0].name: b"new"})
        except InputError:
            pass


def test_written_checksums_are_correct() -> None:
    new = replaced(Archive("a", packed(FILES)), {"word/document.xml": b"other"})
    (entry,) = (each for each in Archive("a", new).entries if each.name == "word/document.xml")
    assert entry.checksum == zlib.crc32(b"other")
