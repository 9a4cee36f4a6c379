"""Numbers that carry a check digit: books and bank accounts."""

from __future__ import annotations

# Lengths of the IBANs of each country: SWIFT, IBAN Registry (ISO 13616), release 98.
_IBAN_LENGTHS = {
    15: "NO", 16: "BE", 18: "DK FI FK FO GL NL SD", 19: "MK SI",
    20: "AT BA EE KZ LT LU MN XK", 21: "CH HR LI LV", 22: "BG BH CR DE GB GE IE ME RS VA",
    23: "AE GI IL IQ OM SO TL", 24: "AD CZ ES MD PK RO SA SE SK TN VG", 25: "LY PT ST",
    26: "IS TR", 27: "BI DJ FR GR IT MC MR SM", 28: "AL AZ BY CY DO GT HN HU LB NI PL SV",
    29: "BR EG PS QA UA", 30: "JO KW MU YE", 31: "MT SC", 32: "LC", 33: "RU",
}  # fmt: skip
_LENGTH_OF = {
    country: length for length, countries in _IBAN_LENGTHS.items() for country in countries.split()
}


def isbn_fault(number: str) -> str:
    """What is wrong with an ISBN, which may have spaces and hyphens; empty if nothing is."""
    digits = number.replace("-", "").replace(" ", "").replace("‑", "").replace("–", "").upper()
    if len(digits) == 13 and digits.isdigit():
        if not digits.startswith(("978", "979")):
            return "an ISBN of 13 digits begins with 978 or 979"
        total = sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits))
        return "" if total % 10 == 0 else "its check digit is wrong"
    if len(digits) == 10 and digits[:9].isdigit() and (digits[9].isdigit() or digits[9] == "X"):
        values = (10 if digit == "X" else int(digit) for digit in digits)
        total = sum(value * (10 - at) for at, value in enumerate(values))
        return "" if total % 11 == 0 else "its check digit is wrong"
    return f"it has {len(digits)} digits, and an ISBN has 10 or 13"


def iban_fault(number: str) -> str:
    """What is wrong with an IBAN, which may have spaces; empty if nothing is."""
    letters = number.replace(" ", "").replace("\u00a0", "").upper()
    length = _LENGTH_OF.get(letters[:2])
    if length is None:
        return f"no country has IBANs that begin with {letters[:2]}"
    if len(letters) != length:
        return f"it has {len(letters)} characters, and those of {letters[:2]} have {length}"
    moved = letters[4:] + letters[:4]
    value = int("".join(str(int(each, 36)) for each in moved))
    return "" if value % 97 == 1 else "its check digits are wrong"
