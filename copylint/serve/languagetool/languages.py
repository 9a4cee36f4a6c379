"""The languages by their codes: English and its dialects."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.config.enums import Language
from copylint.core.record import record

#: The code by which a client leaves the choice of language to the server.
AUTO = "auto"
_ENGLISH = "en"


@record
class OfferedLanguage:
    """A variety of English. ``language`` is the setting under which it is checked."""

    code: str
    name: str
    language: Language


#: The varieties that ``/languages`` lists, as LanguageTool does.
DIALECTS = (
    OfferedLanguage("en", "English", Language.AUTO),
    OfferedLanguage("en-AU", "English (Australian)", Language.AUSTRALIAN),
    OfferedLanguage("en-CA", "English (Canadian)", Language.CANADIAN),
    OfferedLanguage("en-GB", "English (GB)", Language.BRITISH),
    OfferedLanguage("en-NZ", "English (New Zealand)", Language.BRITISH),
    OfferedLanguage("en-ZA", "English (South African)", Language.BRITISH),
    OfferedLanguage("en-US", "English (US)", Language.AMERICAN),
)
_BY_CODE = {each.code.lower(): each for each in DIALECTS}


def dialect(code: str) -> OfferedLanguage | None:
    """The variety of English with this code; None for another language.

    A variety that is not listed, such as Irish English, is checked as British English.
    """
    key = code.strip().replace("_", "-").lower()
    known = _BY_CODE.get(key)
    if known is None and key.startswith(f"{_ENGLISH}-"):
        return OfferedLanguage(code.strip(), "English", Language.BRITISH)
    return known


def dialect_of(language: Language) -> OfferedLanguage:
    """The variety of English for a setting."""
    return next(each for each in DIALECTS if each.language == language and each.code != "en-NZ")


def preferred(codes: Iterable[str]) -> OfferedLanguage | None:
    """The first variety of English among ``codes``."""
    return next(filter(None, map(dialect, codes)), None)


def listed() -> list[dict[str, str]]:
    """The answer to ``/languages``."""
    return [{"name": each.name, "code": _ENGLISH, "longCode": each.code} for each in DIALECTS]
