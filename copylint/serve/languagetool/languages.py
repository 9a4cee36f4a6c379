"""The languages by their codes: English and its dialects."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.config.enums import Language
from copylint.core.record import record

#: The code with which a client leaves the choice to the server.
AUTO = "auto"
_ENGLISH = "en"


@record
class OfferedLanguage:
    """An English that clients ask for. ``language`` is the setting that it is checked under."""

    code: str
    name: str
    language: Language


#: Those that ``/languages`` lists, which are LanguageTool's.
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
    """The English with this code; None if the code is another language's.

    One that is not listed, as that of Ireland, is checked as British English.
    """
    key = code.strip().replace("_", "-").lower()
    known = _BY_CODE.get(key)
    if known is None and key.startswith(f"{_ENGLISH}-"):
        return OfferedLanguage(code.strip(), "English", Language.BRITISH)
    return known


def dialect_of(language: Language) -> OfferedLanguage:
    """The English that a setting means."""
    return next(each for each in DIALECTS if each.language == language and each.code != "en-NZ")


def preferred(codes: Iterable[str]) -> OfferedLanguage | None:
    """The first English among ``codes``."""
    return next(filter(None, map(dialect, codes)), None)


def listed() -> list[dict[str, str]]:
    """The answer to ``/languages``."""
    return [{"name": each.name, "code": _ENGLISH, "longCode": each.code} for each in DIALECTS]
