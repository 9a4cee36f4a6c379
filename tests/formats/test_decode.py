from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copylint.core.errors import InputError
from copylint.formats.decode import decode
from copylint.formats.plain import PlainText
from copylint.formats.web_page import WebPage


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


def iwork(name: str, data: bytes = b"") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr(name, data)
    return out.getvalue()


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
        (iwork("Index/Document.iwa"), "export it as Word"),
        (iwork("index.apxl"), "export it as Word"),
        (iwork("notes/Index/Document.iwa"), "binary file"),
        (iwork("a.txt", b"Index/Document.iwa"), "binary file"),
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


@pytest.mark.parametrize(
    ("label", "codec", "copy"),
    [
        ("iso-8859-1", "cp1252", "A café “opens”"),
        ("windows-1251", "cp1251", "Мир is peace"),
        ("ISO-8859-6", "iso8859-6", "سلام is peace"),
        ("shift_jis", "cp932", "日 is day"),
        ("ISO-2022-JP", "iso2022_jp", "日 is day"),
        ("koi8-r", "koi8-r", "Мир is peace"),
    ],
)
def test_a_page_is_read_and_written_in_the_encoding_that_it_declares(
    label: str, codec: str, copy: str
) -> None:
    page = f'<html><head><meta charset="{label}"></head><body><p>{copy}.</p></body></html>'
    data = page.encode(codec)
    form = WebPage()
    assert form.decode("a.html", data) == page
    assert form.encode(page, data) == data
    changed = page.replace(" is ", " \N{SNOWMAN} ").replace(" “", " \N{SNOWMAN} “")
    assert form.encode(changed, data) == data.replace(b" is ", b" &#9731; ").replace(
        b" \x93", b" &#9731; \x93"
    )


@pytest.mark.parametrize(
    "data",
    [
        '<meta charset="iso-8859-1"><p>café</p>'.encode(),
        b'<meta charset="no-such"><p>coffee</p>',
    ],
)
def test_a_page_in_utf_8_is_read_so_whatever_it_declares(data: bytes) -> None:
    assert WebPage().decode("a.html", data) == data.decode()


def test_a_page_that_is_in_no_encoding_that_it_says_is_refused() -> None:
    with pytest.raises(InputError, match="not UTF-8"):
        WebPage().decode("a.html", b'<meta charset="utf-8"><p>caf\xe9</p>')


@pytest.mark.parametrize("data", [b'<?xml version="1.0"?><a>x</a>', b'{"title": "x"}'])
def test_markup_is_not_read_as_plain_text(data: bytes) -> None:
    with pytest.raises(InputError, match="--format-of"):
        PlainText().decode("a.icml", data)
