"""Words beside a number that leave room: "about 200", "up to £5m", "30 or so"."""

from __future__ import annotations

import re

from copylint.language.lazy_pattern import LazyPattern

_BEFORE = LazyPattern(
    r"\b(?:(?:just\s|well\s|only\s|slightly\s|a\slittle\s)?(?:nearly|almost|over|"
    r"(?:more|less|fewer|greater|higher|lower|better)\sthan|at\s(?:least|(?:the\s)?(?:most|best))|up\sto|about|around|some|roughly|approximately|"
    r"approx\.?|circa|c\.|close\sto|near(?:ing)?|estimated|under|below|above|as\smany\sas|"
    r"as\smuch\sas|as\s(?:few|little)\sas|just|barely|only\sjust|virtually|practically|or\sso|"
    r"exceed(?:s|ed|ing)?|topp(?:ed|ing)|towards?|perhaps|maybe|possibly|an?\sestimated|upwards\sof|"
    r"in\sexcess\sof|well\sover|a\slittle\sover|short\sof|not\squite|between|than|least|most|"
    r"(?:in\sthe\sregion|in\sthe\sorder|the\sbest\spart)\sof))"
    r"\s(?:an?\s)?\Z",
    re.IGNORECASE,
)
_AFTER = LazyPattern(
    r"(?:\s(?:or\s(?:so|more|fewer|less|thereabouts)|plus|odd|upwards|and\s(?:over|above|up|under))\b|"
    r"[-‐‑ ](?:odd|plus)\b|\+)"
)
# What the words before a number end in if they hedge it: asked first, because few do.
_ENDS = (
    *("nearly", "almost", "over", "than", "least", "most", "best", "to", "about", "around", "some"),
    *("roughly", "approximately", "approx", "approx.", "circa", "c.", "near", "nearing", "of"),
    *("estimated", "under", "below", "above", "as", "just", "barely", "virtually", "practically"),
    *("so", "exceed", "exceeds", "exceeded", "exceeding", "topped", "topping", "toward", "towards"),
    *("perhaps", "maybe", "possibly", "quite", "between"),
)
_REACH = 24


def is_hedged(text: str, start: int, end: int, low: int = 0) -> bool:
    """Whether the words beside the number at ``start`` to ``end`` make it inexact.

    Words before ``low`` belong to another statement and are not read.
    """
    return hedge_before(text, start, low) < start or is_hedged_after(text, end)


def is_hedged_after(text: str, end: int) -> bool:
    """Whether the words after the number that ends at ``end`` make it inexact."""
    return _AFTER.match(text, end) is not None


def hedge_before(text: str, start: int, low: int = 0) -> int:
    """Where the words that hedge the number at ``start`` begin; ``start`` if there are none."""
    first = max(low, start - _REACH)
    before = text[first:start]
    words = before.lower().rstrip().removesuffix(" an").removesuffix(" a").rstrip()
    if not words.endswith(_ENDS):
        return start
    found = _BEFORE.search(before)
    return start if found is None else first + found.start()
