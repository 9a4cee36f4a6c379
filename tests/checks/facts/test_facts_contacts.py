"""Addresses, postcodes, ISBNs and IBANs."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copylint.analysis.check_digits import iban_fault, isbn_fault
from copylint.checks.facts.contacts import Contacts
from copylint.checks.facts.phone_numbers import PhoneNumbers

Find = Callable[..., list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("web-address", "htttp://mill.example/a"),
        ("web-address", "http:///mill.example"),
        ("web-address", "https;//mill.example"),
        ("web-address", "www..mill.example"),
        ("web-address", "www.mill,com"),
        ("web-address", "http://mill..example"),
        ("e-mail-address", "ann@mill@mill.example"),
        ("e-mail-address", "ann@mill..example"),
        ("isbn", "0-306-40615-3"),
        ("iban", "DE89 3704 0044 0532 0130 01"),
        ("iban", "GB82 WEST 1234 5698 7654"),
    ],
)
def test_what_cannot_be(find: Find, rule: str, text: str) -> None:
    name = {"isbn": "ISBN ", "iban": "IBAN "}.get(rule, "")
    found = find(Contacts(), f"Please see it at {name}{text} by Friday.")
    assert found == [(f"facts.{rule}", text)]


@pytest.mark.parametrize(
    "text",
    [
        "http://mill.example/a//b, www.mill.example/x,y and mill.example",
        "https://mill.example/a@b?c=d and ann.lee@mill.co.uk, bob@mill.example",
        "git@host.example:mill/weir.git and //mill.example/a",
        "It leads 3-1, www, and so on; see www.",
        "The B1 2AB road and flight BA1 2AB",
        "Leeds LS1 4DY, and M1 1AE.",
        "ISBN 0-8044-2957-X and ISBN 9780306406157",
        "The IBAN is printed on the card; the ISBN on the cover.",
    ],
)
def test_what_may_be(find: Find, text: str) -> None:
    assert find(Contacts(), text) == []


def test_check_digits() -> None:
    assert isbn_fault("0-8044-2957-X") == ""
    assert isbn_fault("978 0 306 40615 7") == ""
    assert "978 or 979" in isbn_fault("1234567890128")
    assert "11 digits" in isbn_fault("12345678901")
    assert iban_fault("NO93 8601 1117 947") == ""
    assert iban_fault("FR14 2004 1010 0505 0001 3M02 606") == ""
    assert "no country" in iban_fault("XX82 1234 5678 9012 34")
    assert "have 22" in iban_fault("GB82 WEST 1234")


@pytest.mark.parametrize(
    "text",
    [
        "To book, call 01632 960 4417 2 by noon.",
        "Ring 020 7946 012 for a place.",
        "Details on 0300 123 45678.",
        "Tel: 07700 90012 (evenings).",
        "The helpline, (01632) 9604412, is open.",
    ],
)
def test_phone_number_of_wrong_length(find: Find, text: str) -> None:
    assert [rule for rule, _ in find(PhoneNumbers(), text)] == ["facts.phone-number"]


@pytest.mark.parametrize(
    "text",
    [
        "To book, call 01632 960 441 24 hours a day.",
        "To book, call 01632 960441 9am to 5pm.",
        "Ring Childline on 0800 1111.",
        "Call 01204 52345, an old number of ten digits.",
        "In Dublin call 01 555 0123, in Sydney 02 5550 1234.",
        "The engine carries 01632 960 4417 2 above its wheels.",
        "Ring 020 7946 0123, 020 7946 0124 or 01632 960441.",
        "Call +44 1632 960441 from abroad.",
    ],
)
def test_phone_number_that_may_be_right(find: Find, text: str) -> None:
    assert find(PhoneNumbers(), text) == []


@pytest.mark.parametrize("code", ["TR1 22Q", "TR1 2Q", "TR1 2QAB", "TR1 222", "TR1 Q2A"])
def test_postcode_of_wrong_length_in_an_address(find: Find, code: str) -> None:
    address = f"Write to the warden, 4 Mill Lane, Truro {code}, by Friday."
    assert find(Contacts(), address) == [("facts.postcode", code)]
    assert find(Contacts(), f"The engine was a class {code} by name.") == []
