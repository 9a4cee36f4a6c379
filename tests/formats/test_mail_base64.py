"""E-mail in base64: every character has a place, and nothing there is corrected."""

from __future__ import annotations

import base64

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading import Reading

from copylint import lint_text
from copylint.formats.lookup import named
from copylint.formats.mail.base64_text import base64_text
from copylint.formats.nested import NestedText

READING = Reading(named("mail"), "a.eml")


def encoded(text: str, charset: str = "utf-8", kind: str = "plain") -> str:
    return (
        f"Subject: The lamp\nContent-Type: text/{kind}; charset={charset}\n"
        "Content-Transfer-Encoding: base64\n\n"
        + base64.encodebytes(text.encode(charset)).decode("ascii")
    )


@settings(max_examples=300, deadline=None)
@given(
    text=st.text(st.sampled_from("ab é’😀=\n\t>"), max_size=90),
    charset=st.sampled_from(["utf-8", "utf-16-be", "iso-2022-jp"]),
)
def test_base64_is_read_as_it_is_written(text: str, charset: str) -> None:
    data = text.encode(charset, "ignore")
    source = base64.encodebytes(data).decode("ascii")
    pieces = base64_text(source, 0, len(source), charset)
    assert NestedText(pieces).text == data.decode(charset)
    at = 0
    for piece in pieces:
        assert at <= piece.start < piece.end <= len(source)
        at = piece.end


def test_a_finding_is_at_the_letters_that_hold_it_and_has_no_fix() -> None:
    for before in ("", "A", "Oh"):
        source = encoded(f"{before} The keeper has recieved the lamp.\n")
        (finding,) = lint_text(source, path="a.eml")
        assert finding.rule == "spelling.unknown"
        assert not finding.fixes
        assert finding.replacements[0] == "received"
        start = source.rindex("\n\n") + 2
        first, end = finding.span.start - start, finding.span.end - start
        letters = source[start + first // 4 * 4 : start + -(-end // 4) * 4]
        assert b"recieved" in base64.b64decode(letters)
        assert end - first <= 12


def test_html_in_base64_is_read() -> None:
    source = encoded("<p>The café is <b>lit</b>.</p><p>It is old.</p>", kind="html")
    assert READING.blocks(source)[1:] == [
        ("paragraph", "The café is lit."),
        ("paragraph", "It is old."),
    ]


def test_replies_and_shifted_alphabets_in_base64_are_read_as_in_other_text() -> None:
    source = encoded("It is lit.\n> Is it?\n-- \nOrla\n", "iso-2022-jp")
    assert READING.blocks(source)[1:] == [("paragraph", "It is lit.")]


@pytest.mark.parametrize("letters", ["VGhl", "VGhlI", "VG hl\n", "-VGhl!", "VGhl=VGhl", "VGhl="])
def test_damaged_base64_is_read_up_to_the_damage(letters: str) -> None:
    source = encoded("").rstrip("\n") + "\n\n" + letters
    assert READING.blocks(source)[1:] == [("paragraph", "The")]
