"""Addresses, postcodes, ISBNs and IBANs that cannot be right as they are written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.rule import Bad, Good, Rule, Severity
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.word_list import words

WEB = Rule(
    id="facts.web-address",
    summary="Flags a web address that cannot work.",
    why=(
        "A comma for a dot, a slash too few or a letter too many in the prefix makes an address "
        "that leads nowhere. Nothing is looked up."
    ),
    bad=(
        Bad("Details are at www,harbourfair.example, the club said.", "www,harbourfair.example"),
        Bad("See http:/harbourfair.example for tickets.", "http:/harbourfair.example"),
        Bad("Book at harbourfair.co,uk before May.", "harbourfair.co,uk"),
    ),
    good=(
        Good("Details are at www.harbourfair.example, the club said."),
        Good("See https://harbourfair.example/tickets for tickets."),
    ),
)

MAIL = Rule(
    id="facts.e-mail-address",
    summary="Flags an e-mail address that cannot work.",
    why="No message arrives at an address with two at signs, a comma or a space in it.",
    bad=(
        Bad("Write to desk@@harbourfair.example by May.", "desk@@harbourfair.example"),
        Bad("Write to desk@harbourfair,com by May.", "desk@harbourfair,com"),
        Bad("Email: desk @harbourfair.com by May.", "desk @harbourfair.com"),
    ),
    good=(
        Good("Write to the.desk+fair@harbourfair.example by May."),
        Good("Follow @harbourfair on any network."),
    ),
)

POSTCODE = Rule(
    id="facts.postcode",
    summary="Flags a British postcode that cannot exist.",
    why=(
        "A postcode begins with one of 124 areas and ends with a digit and two letters that are "
        "none of C, I, K, M, O and V. Letters for digits, such as O for 0, are common slips. In a "
        "street address a second half of another length is reported too."
    ),
    bad=(
        Bad("Send it to 4 Mill Lane, Truro TR1 2QO by Friday.", "TR1 2QO"),
        Bad("Send it to 4 Mill Lane, Truro TR1 OAB by Friday.", "TR1 OAB"),
        Bad("Send it to 4 Mill Lane, Truro TX1 2QA by Friday.", "TX1 2QA"),
        Bad("Send it to 4 Mill Lane, Truro TR1 22Q by Friday.", "TR1 22Q"),
    ),
    good=(
        Good("Send it to 4 Mill Lane, Truro TR1 2QA by Friday."),
        Good("The A30 1AB sign is gone, and so is SW1A 1AA."),
    ),
    severity=Severity.SUGGESTION,
)

ISBN = Rule(
    id="facts.isbn",
    summary="Flags an ISBN whose check digit or length is wrong.",
    why="The last digit of an ISBN follows from the others, so a wrong one proves a slip.",
    bad=(Bad("The Mill, by Ada Quist (ISBN 978-0-306-40615-8).", "978-0-306-40615-8"),),
    good=(
        Good("The Mill, by Ada Quist (ISBN 978-0-306-40615-7)."),
        Good("The Mill, by Ada Quist (ISBN-10: 0-306-40615-2)."),
    ),
)

IBAN = Rule(
    id="facts.iban",
    summary="Flags an IBAN whose check digits or length are wrong.",
    why="The two digits after the country follow from the rest, so wrong ones prove a slip.",
    bad=(Bad("Give to IBAN GB82 WEST 1234 5698 7654 33.", "GB82 WEST 1234 5698 7654 33"),),
    good=(Good("Give to IBAN GB82 WEST 1234 5698 7654 32."),),
)

_HOST = r"[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,6}"
_NAME = r"[A-Za-z0-9-]{2,63}"
_ENDING = r"(?:com|org|net|info|co|uk|ie|gov|ac|eu|edu|example)"
_WEB = LazyPattern(
    # The prefix is misspelled, or what separates it from the host is.
    rf"(?<![\w./@-])(?:(?:hhttps?|httt+ps?|ttps?|htps?|htpps?|httpss)://{_HOST}"
    rf"|https?(?:;//|:/(?!/)|//|:\\\\|:///+){_HOST}"
    rf"|https?://(?:{_HOST})?\.\.{_HOST}"
    rf"|(?:www[,:;]|wwww+\.|ww\.|www\.\.){_NAME}\.{_HOST}"
    rf"|www\.{_NAME},{_ENDING}\b"
    rf"|{_NAME}(?:,co\.|\.co,)uk\b"
    rf")(?:/[^\s<>\"”’)]*[^\s<>\"”’).,;:!?])?"
)
# Every match of it holds one of these.
_WEB_SIGNS = ("//", ":/", ":\\", "www", "ww.", ",co.", ".co,")
_LOCAL = r"[A-Za-z0-9](?:[\w.+-]{0,62}\w)?"
_MAIL = LazyPattern(
    rf"(?<![\w./@:+-])(?:(?P<plain>{_LOCAL}@@+{_HOST}"
    rf"|{_LOCAL}@{_NAME},{_ENDING}(?:[.,]{_ENDING})?\b"
    rf"|{_LOCAL}@(?:{_HOST})?\.\.+{_HOST}"
    rf"|{_LOCAL}@{_NAME}@{_NAME}\.{_HOST})"
    rf"|[Ee]-?mail:?\s(?P<spaced>{_LOCAL}(?:\s@|@\s|\s@\s){_NAME}\.{_HOST}))"
)
_AREAS = words(
    "AB AL B BA BB BD BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E "
    "EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL "
    "LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM "
    "SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE "
    "BX GIR XX BFPO QC NPT"
)
_POSTCODE = LazyPattern(
    r"(?<=[a-z,.] )(?<![\w-])(?P<area>[A-Z]{1,2})(?P<district>[\dOI][\dA-ZOI]?)\s"
    r"(?P<in>[\dOI][A-Z]{2})(?=[.,;)]|\s[a-z]|\s*\Z|\n)"
)
# The first half of a postcode, right or wrong, ends in this; few articles have one.
_LETTER_AND_DIGIT = LazyPattern(r"[A-Z][\dOI]")
_UNUSED = frozenset("CIKMOV")
# The second half has a letter or a digit too many or too few.
_ODD_POSTCODE = LazyPattern(
    r"(?<=[a-z,.] )(?P<area>[A-Z]{1,2})\d[\dA-Z]?\s"
    r"(?P<in>\d{2}[A-Z]{1,2}|\d[A-Z]|\d[A-Z]{3}|[A-Z]{1,2}\d[A-Z]?|\d{3})"
    r"(?=[.,;)]|\s[a-z]|\s*\Z|\n)"
)
_ADDRESS = LazyPattern(
    r"\b(?:Street|St|Road|Rd|Lane|Avenue|Close|Row|House|Square|Estate|Way|Drive|Terrace|Place|Park|"
    r"Box|Hill|Gardens|Court|Quay|Crescent|Mews|Yard|Wharf|Parade|Walk|Mill|Hall|Farm|[Pp]ostcode)\b"
    r"[^.;\n]{0,40},?\s\Z"
)
_ADDRESS_REACH = 70  # code points before a postcode in which its street is looked for
_ISBN = LazyPattern(
    r"\bISBN(?:-?1[03])?:?\s{0,2}(?:\((?:1[03]|pbk|hbk)\)\s?)?"
    r"(?P<number>\d[\d‑–-]*(?:\s[\d‑–-]{1,7}){0,4}[\dXx]|\d{9,13})(?![\w-])"
)
_IBAN = LazyPattern(
    r"\bIBAN(?:\snumber|\sno\.?)?(?:\sis)?:?\s{0,2}"
    r"(?P<number>[A-Z]{2}\d{2}(?:[ \u00a0]?[A-Z0-9]{2,4}){3,8}(?:[ \u00a0]?[A-Z0-9]{1,3})?)(?!\w)"
)


class Contacts(Check):
    """Reads addresses and numbers by which readers reach somebody or buy something."""

    rules = (WEB, MAIL, POSTCODE, ISBN, IBAN)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """What cannot be right as it is written."""
        text = article.text
        if any(sign in text for sign in _WEB_SIGNS):
            for found in _WEB.finditer(text):
                yield _match(WEB, found.span(), "No browser can open this address.")
        if "@" in text:
            for found in _MAIL.finditer(text):
                span = found.span("plain" if found["plain"] else "spaced")
                yield _match(MAIL, span, "No message can reach this address.")
        yield from _postcodes(text)
        if "ISBN" in text or "IBAN" in text:
            yield from _numbers(text)


def _match(rule: Rule, span: tuple[int, int], message: str) -> Match:
    return Match(TextSpan(*span), message, rule=rule.id)


def _postcodes(text: str) -> Iterator[Match]:
    if _LETTER_AND_DIGIT.search(text) is None:
        return
    for found in _POSTCODE.finditer(text):
        fault = _postcode_fault(found["area"], found["district"], found["in"])
        if fault:
            yield _match(POSTCODE, found.span(), f"This postcode cannot be: {fault}.")
    for found in _ODD_POSTCODE.finditer(text):
        before = text[max(0, found.start() - _ADDRESS_REACH) : found.start()]
        if found["area"] in _AREAS and _ADDRESS.search(before):
            fault = "the second half is a digit and two letters"
            yield _match(POSTCODE, found.span(), f"This postcode cannot be: {fault}.")


def _postcode_fault(area: str, district: str, inward: str) -> str:
    """Why no postcode has these parts; empty if one may, or if it may be no postcode at all."""
    slips = [each for each in (district[0], inward[0]) if each in "OI"]
    if slips:
        return f"the letter {slips[0]} has the place of a digit" if area in _AREAS else ""
    wrong = [letter for letter in inward[1:] if letter in _UNUSED]
    if wrong:
        return f"none ends in {wrong[0]}" if wrong[0] == inward[2] else f"none has {wrong[0]} there"
    # A road may be called A30, so a single letter proves nothing.
    return "" if area in _AREAS or len(area) == 1 else f"there is no area {area}"


def _numbers(text: str) -> Iterator[Match]:
    from copylint.analysis.check_digits import iban_fault, isbn_fault

    for rule, pattern, judge, name in (
        (ISBN, _ISBN, isbn_fault, "ISBN"),
        (IBAN, _IBAN, iban_fault, "IBAN"),
    ):
        for found in pattern.finditer(text):
            fault = judge(found["number"])
            if fault:
                yield _match(rule, found.span("number"), f"This {name} is wrong: {fault}.")
