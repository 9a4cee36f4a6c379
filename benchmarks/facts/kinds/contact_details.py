"""Addresses, postcodes, ISBNs and IBANs that cannot be right as they are written."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random

from facts.samples import Kind
from facts.scenes import Scene

_HOSTS = ("harbourfair", "millmuseum", "quaysidechoir", "northfieldtrust", "ferryline", "oldkiln")
_AREAS = ("TR", "LS", "EH", "BS", "NE", "PL", "SW", "CF", "YO", "G", "M", "B")
_NO_AREAS = ("XQ", "TX", "ZA", "NX", "QD", "VV")


def _slots(scene: Scene) -> Mapping[str, object]:
    rng = scene.rng
    host = rng.choice(_HOSTS)
    ending = rng.choice(("com", "org", "co.uk", "net"))
    area, district, sector = rng.choice(_AREAS), rng.randint(1, 19), rng.randint(1, 9)
    unit = "".join(rng.sample("ABDEFGHJLNPQRSTUWXYZ", 2))
    book = _isbn(rng)
    account = _iban(rng)
    return {
        "p": scene.person(), "town": scene.town(), "n": rng.randint(11, 90), "host": host,
        "phone": rng.randint(100, 999),
        "end": ending, "comma": ending.replace(".", ",") if "." in ending else f"{ending},uk",
        "code": f"{area}{district} {sector}{unit}", "area": area, "district": district,
        "sector": sector, "unit": unit, "no_area": rng.choice(_NO_AREAS),
        "unused": unit[0] + rng.choice("CIKMOV"), "book": book, "wrong_book": _slipped(book, rng),
        "account": account, "wrong_account": _slipped(account, rng),
        "short_book": book[:-3] + book[-1], "plain_book": book.replace("-", ""),
        "tight": account.replace(" ", ""),
    }  # fmt: skip


def _isbn(rng: Random) -> str:
    digits = "978" + "".join(str(rng.randint(0, 9)) for _ in range(9))
    total = sum(int(digit) * (3 if at % 2 else 1) for at, digit in enumerate(digits))
    digits += str(-total % 10)
    return f"{digits[:3]}-{digits[3]}-{digits[4:7]}-{digits[7:12]}-{digits[12]}"


def _iban(rng: Random) -> str:
    bank = "".join(rng.sample("ABCDEFGHJKLMNOP", 4))
    number = "".join(str(rng.randint(0, 9)) for _ in range(14))
    moved = "".join(str(int(each, 36)) for each in f"{bank}{number}GB00")
    whole = f"GB{98 - int(moved) % 97:02}{bank}{number}"
    return " ".join(whole[at : at + 4] for at in range(0, len(whole), 4))


def _slipped(number: str, rng: Random) -> str:
    """The number with one of its later digits changed."""
    places = [at for at, each in enumerate(number) if each.isdigit() and at > 8]
    at = rng.choice(places)
    return f"{number[:at]}{(int(number[at]) + rng.randint(1, 8)) % 10}{number[at + 1 :]}"


KIND = Kind(
    name="contact-details",
    group="contacts",
    slots=_slots,
    contradictions=(
        "Tickets are on sale at [[www,{host}.{end}]], {p} said.",
        "<For details see|The timetable is at> [[http:/{host}.{end}]] or ask at the door.",
        "Volunteers should write to [[info@@{host}.{end}]] by Friday.",
        "Email: [[{host} @{host}.com]] for a form.",
        "The museum is at {n} Quay Street, {town}, [[{area}{district} O{unit}]].",
        "Send cheques to {p}, {n} Mill Lane, {town} [[{area}{district} {sector}{unused}]].",
        "Write to the warden, {n} Church Road, {town} [[{area}{district} {n}{unit}]].",
        "Forms go to {p}, Kiln House, Fore Street, {town}, [[{area}{district} {sector}{unit}X]].",
        "To <book|join>, <call|ring> [[01632 960 {n}51 7]] before noon.",
        "<Tickets|Details> from {p} on [[0300 123 {n}]] or at the door.",
        "The helpline, [[020 7946 0{n}512]], is open until nine.",
        "Tel: [[07700 9001{n}77]] (evenings).",
        "The trust is based at {n} Kiln Row, {town}, [[{no_area}{district} {sector}{unit}]].",
        "The Weir, by {p}, is out in May (ISBN [[{wrong_book}]]).",
        "{p}’s book (ISBN: [[{short_book}]]) costs 12 pounds.",
        "Gifts can be paid to IBAN [[{wrong_account}]] until June.",
        "More at [[https//{host}.{end}/visit]], where the menu is too.",
        "The programme is on [[wwww.{host}.{end}]] from Monday.",
        "Write to [[{host}@{host}..{end}]] if you would like to help.",
        "Bookings: [[{host}.co,uk]] or at the <box office|gate>.",
    ),
    decoys=(
        "Tickets are on sale at www.{host}.{end}, {p} said.",
        "For details see https://{host}.{end}/visit or ask at the door.",
        "Volunteers should write to info.desk+help@{host}.{end} by Friday.",
        "The museum is at {n} Quay Street, {town}, {code}.",
        "Send cheques to {p}, {n} Mill Lane, {town} {code}.",
        "To book, call 01632 960 {phone} before noon.",
        "The helpline, 020 7946 0{phone}, is open 24 hours a day.",
        "Ring 01632 960{phone} 24 hours a day, or 0800 1111.",
        "{p} paid 0.{phone} per cent on 01632 shares, and rang 999.",
        "Tel: +44 1632 960{phone}; in Dublin 01 555 0{phone}.",
        "The Weir, by {p}, is out in May (ISBN {book}).",
        "{p}’s book (ISBN: {plain_book}) costs 12 pounds.",
        "Gifts can be paid to IBAN {account} until June.",
        "Gifts can be paid to IBAN {tight}.",
        "Follow @{host} for news, or see {host}.{end}.",
        "The A{n} 1AB junction at {town} is shut, {p} said.",
        "The café at {town} opens at 9, www.{host}.{end}, and the shop at 10.",
        "{p} won 6-4 2-6 in {town} and rang http://www.{host}.{end}/score.",
        "The lorry, a T{n} 4GX, was found in {town}.",
    ),
)
