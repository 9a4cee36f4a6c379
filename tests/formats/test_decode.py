from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.core.errors import InputError
from copylint.formats.decode import decode


@pytest.mark.parametrize(
    ("encoding", "bom"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
    ],
)
def test_decoded_text_has_no_byte_order_mark(encoding: str, bom: bytes) -> None:
    text = "naïve “copy” 😀\r\nnext\rlast\n"
    assert decode("a.txt", bom + text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"caf\xe9 au lait", "not UTF-8 text: byte 0xe9 at offset 3"),
        (b"\xef\xbb\xbfab\xff", "not UTF-8 text: byte 0xff at offset 5"),
        (b"\xff\xfea\x00b", "not UTF-16-LE text: byte 0x62 at offset 4"),
        (b"\xfe\xff\xd8\x00\x00a", "not UTF-16-BE text: byte 0xd8 at offset 2"),
        (b"GIF89a\x00\x01", "looks like a binary file: byte 0x00 at offset 6"),
        (b"\xff\xfea\x00\x00\x00b\x00", "looks like a binary file: byte 0x00 at offset 4"),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", "UTF-32"),
        (b"{\\rtf1\\ansi They left.}", "an RTF file"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", "save it as .docx"),
    ],
)
def test_other_bytes_are_refused_by_offset(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=r"^a\.txt: ") as caught:
        decode("a.txt", data)
    assert message in str(caught.value)


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_an_input_error(data: bytes) -> None:
    try:
        text = decode("a", data)
    except InputError:
        return
    assert "\0" not in text
    assert (
        not text.startswith("\ufeff")
        or data.startswith(b"\xef\xbb\xbf\xef\xbb\xbf")
        or (data[:2] in (b"\xff\xfe", b"\xfe\xff"))
    )
