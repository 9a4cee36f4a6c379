"""Letters that look like others: of another script, full-width, or with something invisible.

People read a word that contains them as the plain word, but to any program it is another word:
a search does not find it, a dictionary does not know it, and a doubled word is not recognised.
"""

from __future__ import annotations

import unicodedata

from copylint.core.kept_patterns import compiled

#: Characters without a width that have no business between the letters of an English word.
INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069"
    "\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef"
)
_CYRILLIC = dict(
    zip(
        "аеорсухіјѕһԁԛԝӏкѵӧёїѐАВЕКМНОРСТУХІЈЅԚԜӀЁЇЀ",
        "aeopcyxijshdqwlkvöëïèABEKMHOPCTYXIJSQWIËÏÈ",
        strict=True,
    )
)
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧονιαρυκϲϳ", "ABEZHIKMNOPTYXoviapukcj", strict=True))
_ARMENIAN = dict(zip("օսհո", "ouhn", strict=True))
_SCRIPTS = {"Cyrillic": _CYRILLIC, "Greek": _GREEK, "Armenian": _ARMENIAN}
_LOOKALIKES = {**_CYRILLIC, **_GREEK, **_ARMENIAN}
_LATIN = {ord(other): plain for other, plain in _LOOKALIKES.items()}
_INVISIBLE = compiled(f"[{INVISIBLE}]+")
_FULL_WIDTH = compiled("[\uff01-\uff5e]+")
_DISGUISED = compiled(f"[{INVISIBLE}\uff01-\uff5e\u0370-\u058f]")
# Signs of mathematics and units have a Greek letter beside one or two Latin ones.
_LEAST_LATIN = {"Cyrillic": 1, "Greek": 3, "Armenian": 2}


def other_script(word: str) -> tuple[str, str]:
    """The script whose letters pass for Latin ones in ``word``, and those letters.

    Both are empty if there are no such letters or the word has no Latin letters. They are also
    empty if some letters of that script do not look Latin: then the word is in another language.
    """
    if word.isascii():
        return "", ""
    letters = [char for char in word if char.isalpha()]
    latin = sum(char.isascii() for char in letters)
    others = [char for char in letters if "\u0370" <= char <= "\u058f"]
    if not others or not latin:
        return "", ""
    for script, alike in _SCRIPTS.items():
        if latin >= _LEAST_LATIN[script] and all(char in alike for char in others):
            return script, "".join(dict.fromkeys(others))
    return "", ""


def invisible_in(word: str) -> str:
    """The zero-width characters in ``word``, each once."""
    if word.isascii():
        return ""
    return "".join(dict.fromkeys("".join(_INVISIBLE.findall(word))))


def has_full_width(word: str) -> bool:
    """Whether ``word`` has letters, digits or signs as wide as Chinese characters."""
    return not word.isascii() and _FULL_WIDTH.search(word) is not None


def plain_form(word: str) -> str:
    """``word`` as people read it: in Latin letters, without invisible characters."""
    if word.isascii() or not _DISGUISED.search(word):
        return word
    word = _INVISIBLE.sub("", word)
    word = _FULL_WIDTH.sub(lambda found: unicodedata.normalize("NFKC", found[0]), word)
    return word.translate(_LATIN) if other_script(word)[0] else word
