"""E-mail: the part that is the text, quotations of others in it, and the places of letters."""

from __future__ import annotations

import quopri
from email import policy
from email.message import EmailMessage

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import Reading

from copylint import lint_text
from copylint.core.errors import InputError
from copylint.core.fix import Edit
from copylint.core.span import TextSpan
from copylint.fix.apply import Patch
from copylint.formats.lookup import named
from copylint.formats.mail import transport
from copylint.formats.nested import NestedText

HEAD = "From: Orla Quist <orla@example.org>\nSubject: The lamp\nMIME-Version: 1.0\n"
BASE64 = "Content-Transfer-Encoding: base64\n\nVGhlIGxhbXAu\n"
PLAIN = HEAD + "Content-Type: text/plain; charset=utf-8"
READING = Reading(named("mail"), "a.eml")
read, blocks = READING.read, READING.blocks


def test_subject_and_text() -> None:
    source = PLAIN + "\n\nThe lamp is lit.\n\nIt is old.\n\n-- \nOrla Quist\nVantry Light\n"
    assert blocks(source) == [
        ("headline", "The lamp"),
        ("paragraph", "The lamp is lit."),
        ("paragraph", "It is old."),
    ]


@pytest.mark.parametrize(
    ("subject", "text"),
    [
        ("Re: RE: Fwd: The lamp", "The lamp"),
        ("The lamp\n is lit", "The lamp is lit"),
        ("=?utf-8?Q?Caf=C3=A9_lit?=", "Café lit"),
        ("=?utf-8?q?Caf=C3=A9?=\n =?utf-8?q?_lit?= now", "Café lit now"),
        ("=?iso-8859-1?Q?Caf=E9?= lit", "Café lit"),
        ("=?utf-8?B?Q2Fmw6k=?=\n =?iso-8859-1?b?IGxpdA==?= now", "Café lit now"),
        ("=?utf-8*en?Q?Lit_=E2=80=9Cnow=E2=80=9D?=", "Lit “now”"),
    ],
)
def test_encoded_subjects_are_decoded(subject: str, text: str) -> None:
    source = f"From: a@example.org\nSubject: {subject}\n\nThe gate is shut.\n"
    assert blocks(source)[0] == ("headline", text)


@pytest.mark.parametrize("subject", ["=?x-none?B?VGhlIGxhbXA=?=", "lamp" * 65_537])
def test_subject_that_cannot_be_read_is_noted(subject: str) -> None:
    document = read(f"Subject: {subject}\n\nThe gate is shut.\n")
    (note,) = document.notes
    assert note == "line 1: the subject is left out: it is too long, or in an unknown charset"


def test_quoted_replies_are_left_out() -> None:
    source = (
        PLAIN + "\n\nYes, it is.\n\nOn Monday, 6 May 2024,\nJo Brandt <jo@example.org> wrote:\n"
        "> Is it lit?\n> Is it?\n\nAnd it is old.\n-----Original Message-----\nFrom: x\n\nNo.\n"
    )
    assert blocks(source)[1:] == [("paragraph", "Yes, it is."), ("paragraph", "And it is old.")]


@pytest.mark.parametrize("charset", ["ISO-2022-JP", "iso-2022-jp-2"])
def test_shifted_alphabets_are_read_and_written_back(charset: str) -> None:
    head = HEAD + f"Content-Type: text/plain; charset={charset}\n\n"
    data = (head + "The keeper's lamp (灯台) is lit.\n").encode(charset)
    assert b"\x1b$B" in data
    form = named("mail")
    source = form.decode("a.eml", data)
    assert form.encode(source, data) == data
    document = read(source)
    assert blocks(source)[1:] == [("paragraph", "The keeper's lamp (灯台) is lit.")]
    at = document.text.index("'")
    where = document.to_source(TextSpan(at, at + 1))
    assert source[where.start : where.end] == "'"
    assert form.escape(document, TextSpan(at, at + 1), "’") is None
    assert form.escape(document, TextSpan(at, at + 1), "") == ""
    fixed = form.encode(source[: where.start] + source[where.end :], data)
    assert fixed == data.replace(b"keeper's", b"keepers")


@pytest.mark.parametrize(
    "end",
    [
        b"\x1b$B%",  # half a character
        b"\x1b$B\x1b(B",  # an escape that a program would not write again
        "caf\u00e9".encode(),
    ],
)
def test_shifted_text_that_would_not_come_back_is_read_as_it_stands(end: bytes) -> None:
    head = HEAD + "Content-Type: text/plain; charset=iso-2022-jp\n\n"
    data = head.encode() + "灯台 ".encode("iso-2022-jp") + end
    form = named("mail")
    source = form.decode("a.eml", data)
    assert "\x1b" in source
    assert form.encode(source, data) == data
    with pytest.raises(InputError, match="line 6: a text in the charset 'iso-2022-jp' is left out"):
        read(source)


@pytest.mark.parametrize("name", ["Subject  :", "SUBJECT\t: ", "Subject:\n ", "Subject :\r\n\t"])
def test_headers_may_have_spaces_before_the_colon_or_begin_on_the_next_line(name: str) -> None:
    assert blocks(f"From  : a@example.org\n{name}The lamp\n is lit\n\nIt is.\n") == [
        ("headline", "The lamp is lit"),
        ("paragraph", "It is."),
    ]


def test_text_with_shifted_alphabets_is_left_out_and_noted() -> None:
    head = HEAD + "Content-Type: text/plain; charset=ISO-2022-JP\n\n"
    assert blocks(head + "The lamp is lit.\n")[1:] == [("paragraph", "The lamp is lit.")]
    with pytest.raises(InputError, match="line 6: a text in the charset 'ISO-2022-JP' is left out"):
        read(head + "\x1b$B$9$_\x1b(B The lamp is lit.\n")


def test_spaces_at_the_ends_of_lines_are_not_reported() -> None:
    text = "The keeper has lit the lamp.=20\nShe has recieved it.=20\n"
    source = PLAIN + "\nContent-Transfer-Encoding: quoted-printable\n\n" + text
    document = named("mail").read("a.eml", source)
    assert "lamp. \n" in document.text
    found = lint_text(source, path="a.eml")
    assert [each.rule for each in found] == ["spelling.unknown"]


def test_flowed_lines_are_one_paragraph() -> None:
    source = (
        PLAIN + "; format=flowed\n\nThe keeper is \nold and \n From Vantry.\n\nIt is. \n\nSo.\n"
    )
    assert [text for _, text in blocks(source)][1:] == [
        "The keeper is old and From Vantry.",
        "It is.",
        "So.",
    ]
    source = source.replace("flowed", "flowed; delsp=yes").replace("keeper is ", "kee ")
    assert blocks(source)[1][1] == "The keeold andFrom Vantry."


MULTIPART = """\
Content-Type: multipart/mixed; boundary=outer

Ignored.
--outer
Content-Type: multipart/alternative;
 boundary="in ner"

--in ner
Content-Type: text/plain

The lamp is lit.

--in ner
Content-Type: text/html

<p>The lamp is <b>lit</b>.</p>
--in ner--

--outer
Content-Type: text/plain
Content-Disposition: attachment; filename=notes.txt

The notes.
--outer
Content-Type: image/png
Content-Transfer-Encoding: base64

aGVsbG8=
--outer
Content-Type: text/html

<p>It is <i>o</i>ld.</p>
--outer--
Epilogue.
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_text_parts_are_read(end: str) -> None:
    source = MULTIPART.replace("\n", end)
    assert blocks(source) == [("paragraph", "The lamp is lit."), ("paragraph", "It is old.")]


def test_a_type_without_a_form_is_plain_text() -> None:
    source = HEAD + "Content-Type: text; charset=us-ascii\n\nThe lamp is lit.\n"
    assert blocks(source)[1:] == [("paragraph", "The lamp is lit.")]


def test_an_encoded_boundary_divides_the_parts() -> None:
    boundary = "us-ascii''out%2Fer"
    for written in (boundary, f'"{boundary}"'):
        source = (
            f"{HEAD}Content-Type: multipart/mixed; boundary*={written}\n\n--out/er\n\n"
            "The lamp is lit.\n--out/er\n\nIt is old.\n--out/er--\n"
        )
        found = [text for _, text in blocks(source)]
        assert found == ["The lamp", "The lamp is lit.", "It is old."]


def test_messages_in_a_digest_are_those_of_others() -> None:
    source = (
        HEAD + "Content-Type: multipart/mixed; boundary=a\n\n--a\n\nToday's letters.\n"
        "--a\nContent-Type: multipart/digest; boundary=b\n\n--b\n\n"
        "From: jo@example.org\nSubject: Gate\n\nThe gate is shut.\n--b--\n--a--\n"
    )
    assert blocks(source)[1:] == [("paragraph", "Today's letters.")]


def test_html_is_read_if_the_plain_alternative_cannot_be_corrected() -> None:
    source = (
        HEAD
        + "Content-Type: multipart/alternative; boundary=a\n\n--a\n"
        + BASE64
        + "--a\nContent-Type: text/html\n\n<p>The lamp is lit.</p>\n--a--\n"
    )
    assert blocks(source)[1:] == [("paragraph", "The lamp is lit.")]


def test_addresses_do_not_make_a_message_foreign() -> None:
    names = [f"{first}{last}qz" for first in "bdfgk" for last in "vwxyj"]
    addresses = ", ".join(f"{name}@{name}.example.org" for name in names)
    source = f"{PLAIN}\n\nYour letter to {addresses} was not sent.\n"
    assert read(source).foreign == ()


LETTERS = st.text(st.sampled_from("ab é’😀=\n\t>-_"), max_size=60)


@settings(max_examples=300, deadline=None)
@given(text=LETTERS, charset=st.sampled_from(["utf-8", "utf-16-be"]))
def test_quoted_printable_is_read_as_it_is_written(text: str, charset: str) -> None:
    if charset == "utf-8":
        source = quopri.encodestring(text.encode()).decode("ascii")
    else:
        source = "".join(f"={byte:02X}" for byte in text.encode(charset))
    pieces = transport.quoted_printable(source, 0, len(source), charset)
    assert NestedText(pieces).text.replace("\r\n", "\n") == text
    at = 0
    for piece in pieces:
        assert at <= piece.start < piece.end <= len(source)
        at = piece.end


def test_a_fix_in_quoted_printable_is_quoted() -> None:
    head = PLAIN.replace("Subject", "X") + "\nContent-Transfer-Encoding: quoted-printable\n\n"
    source = (
        head + "The keeper=E2=80=99s lamp is l=\nit at dusk by the sea, and it is old and tired.\n"
    )
    form, document = named("mail"), read(source)

    def put(old: str, new: str) -> str | None:
        at = document.text.index(old)
        span = TextSpan(at, at + len(old))
        assert document.is_replaceable(span)
        text = form.escape(document, span, new)
        if text is None:
            return None
        after = Patch([Edit(document.to_source(span), text)]).apply(source)
        assert read(after).text == document.text[:at] + new + document.text[span.end :]
        assert all(len(line) <= 76 for line in after.removeprefix(head).split("\n"))
        return after.removeprefix(head).partition("\n")[0]

    assert put("keeper’s", "keeper's") == "The keeper's lamp is l="
    assert put("lamp", "café = 1") == "The keeper=E2=80=99s caf=C3=A9 =3D 1 is l="
    assert put("lamp", "😀" * 5) is not None
    assert put("The", "> The") is None


def test_plain_mail_takes_what_its_charset_holds() -> None:
    form = named("mail")
    for charset, answer in (("us-ascii", None), ("utf-8", "’")):
        document = read(
            f"Content-Type: text/plain; charset={charset}\n\nThe keeper's lamp is lit.\n"
        )
        at = document.text.index("'")
        assert form.escape(document, TextSpan(at, at + 1), "’") == answer


def test_bytes_of_another_charset_come_back_as_they_were() -> None:
    data = b"Content-Type: text/plain; charset=iso-8859-1\n\nThe caf\xe9 \x81 is shut.\n"
    form = named("mail")
    source = form.decode("a.eml", data)
    assert "café" in source
    assert form.encode(source, data) == data
    with pytest.raises(InputError, match="not UTF-8"):
        form.decode("a.eml", data.replace(b"iso-8859-1", b"big5"))
    with pytest.raises(InputError, match="binary"):
        form.decode("a.eml", data + b"\0")


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("The lamp is lit.\n", "line 1: not an e-mail message"),
        ("", "line 1: not an e-mail message"),
        (
            f"{PLAIN}\n{BASE64}{'VGhl' * 65_536}",
            "line 7: a text is left out: the message has more than 262,144 characters in base64",
        ),
        (
            PLAIN.replace("utf-8", "x-none") + "\nContent-Transfer-Encoding: quoted-printable\n\nA",
            "line 7: a text in the unknown charset 'x-none' is left out",
        ),
        (
            "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(99)),
            "more than 20 parts inside one another",
        ),
    ],
)
def test_unreadable_messages_are_refused(source: str, message: str) -> None:
    with pytest.raises(InputError) as refusal:
        read(source)
    assert message in refusal.value.message
    assert "\n" not in refusal.value.message


@settings(max_examples=100, deadline=None)
@given(
    words=st.lists(
        st.sampled_from(["lamp", "café", "“lit”", "=", "sea", "😀", "x" * 80]), min_size=1
    ),
    encoding=st.sampled_from(["quoted-printable", "8bit", "base64"]),
    end=st.sampled_from(["\n", "\r\n"]),
)
def test_messages_as_python_writes_them(words: list[str], encoding: str, end: str) -> None:
    text = " ".join(["The", *words, "is lit."])
    made = EmailMessage(policy=policy.SMTPUTF8.clone(linesep=end))
    made["From"] = "Orla Quist <orla@example.org>"
    made["Subject"] = "The lamp"
    made.set_content(text + "\n", cte=encoding)
    made.add_alternative("<p>The the</p>", subtype="html", cte="base64")
    made.add_attachment(b"png", maintype="image", subtype="png", filename="a.png")
    source = made.as_bytes().decode()
    (headline, *body) = blocks(source)
    assert headline == ("headline", "The lamp")
    assert [found for _, found in body] == [text]
