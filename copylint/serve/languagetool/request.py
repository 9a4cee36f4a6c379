"""Reads the parameters of a request to ``/check``."""

from __future__ import annotations

from collections.abc import Mapping

from copylint.core.record import record
from copylint.serve.languagetool.annotation import TextWithMarkup, annotated
from copylint.serve.languagetool.languages import AUTO, OfferedLanguage, dialect, preferred
from copylint.serve.replies import Refusal

_TRUE = ("true", "yes")
_LEVELS = ("", "default", "picky")


@record
class CheckRequest:
    """The parameters of one check.

    ``language`` is the code as sent; ``dialect`` is the variety of English, or None if the
    server chooses or the language is not English. The four tuples hold ids as sent.
    """

    text: TextWithMarkup
    language: str
    dialect: OfferedLanguage | None
    enabled_rules: tuple[str, ...] = ()
    disabled_rules: tuple[str, ...] = ()
    enabled_categories: tuple[str, ...] = ()
    disabled_categories: tuple[str, ...] = ()
    enabled_only: bool = False
    is_picky: bool = False
    allows_incomplete: bool = False

    @property
    def is_auto(self) -> bool:
        """Whether the client leaves the language to the server."""
        return self.language == AUTO

    @property
    def is_foreign(self) -> bool:
        """Whether the client names a language other than English."""
        return self.dialect is None and not self.is_auto


def check_request(fields: Mapping[str, str], most_units: int) -> CheckRequest:
    """The request in ``fields``; its text may have ``most_units`` UTF-16 code units.

    Raises ``Refusal`` where LanguageTool refuses too.
    """
    text = _text(fields, most_units)
    language = fields.get("language", "").strip()
    if not language:
        raise Refusal(400, "missing 'language' parameter, e.g. 'language=en-US' or 'language=auto'")
    is_auto = language.lower() == AUTO
    variants = _listed(fields, "preferredVariants")
    if variants and not is_auto:
        raise Refusal(400, "'preferredVariants' may be used only with 'language=auto'")
    for variant in variants:
        if "-" not in variant:
            raise Refusal(400, f"'preferredVariants' needs codes such as 'en-GB', not '{variant}'")
    level = fields.get("level", "").lower()
    if level not in _LEVELS:
        raise Refusal(400, f"'level' must be 'default' or 'picky', not '{level}'")
    request = CheckRequest(
        text,
        AUTO if is_auto else language,
        preferred(variants) if is_auto else dialect(language),
        enabled_rules=_listed(fields, "enabledRules"),
        disabled_rules=_listed(fields, "disabledRules"),
        enabled_categories=_listed(fields, "enabledCategories"),
        disabled_categories=_listed(fields, "disabledCategories"),
        enabled_only=_true(fields, "enabledOnly"),
        is_picky=level == "picky",
        allows_incomplete=_true(fields, "allowIncompleteResults"),
    )
    if request.enabled_only:
        _demand_enabled(request)
    return request


def _demand_enabled(request: CheckRequest) -> None:
    if request.disabled_rules or request.disabled_categories:
        raise Refusal(400, "you cannot disable rules or categories when using enabledOnly=true")
    if not (request.enabled_rules or request.enabled_categories):
        raise Refusal(400, "you must enable rules or categories when using enabledOnly=true")


def _text(fields: Mapping[str, str], most_units: int) -> TextWithMarkup:
    text, data = fields.get("text"), fields.get("data")
    if text is not None and data is not None:
        raise Refusal(400, "set only one of the parameters 'text' and 'data'")
    if text is None and data is None:
        raise Refusal(400, "missing 'text' or 'data' parameter")
    found = annotated(data) if data is not None else TextWithMarkup.plain(text or "")
    if len(found.source) > most_units // 2 and _units(found.source) > most_units:
        raise Refusal(413, f"the text exceeds the limit of {most_units:,} characters")
    return found


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _listed(fields: Mapping[str, str], name: str) -> tuple[str, ...]:
    """The comma-separated values of a parameter."""
    return tuple(filter(None, (each.strip() for each in fields.get(name, "").split(","))))


def _true(fields: Mapping[str, str], name: str) -> bool:
    return fields.get(name, "").lower() in _TRUE
