"""Picture credits: ``©Getty Images``, ``(AP Photo/Jane Doe)``, ``Photograph: Jane Doe/PA``.

Pure functions over the text of one line. A credit is recognised by its form (a sign, a
label or brackets, then only names up to the end of the line); the names of
picture agencies are needed only for the forms that have neither sign nor label.
"""

from __future__ import annotations

import re

from copylint.core.kept_patterns import compiled
from copylint.language.lazy_pattern import LazyPattern

#: Agencies and picture libraries that news desks credit, in lower case, spaces as ``_``.
AGENCIES = frozenset(
    word
    for line in """
    aap abaca actionpress adobe_stock afp agence_france-presse alamy alamy_live_news
    alamy_stock_photo anadolu anadolu_agency ani ansa ap ap_photo apa
    associated_press avalon belga bloomberg bridgeman canadian_press corbis cp depositphotos
    dpa dreamstime efe epa epa-efe expa flickr getty getty_images gc_images
    icon_sportswire imago images inpho istock istockphoto keystone kyodo kyodo_news lapresse
    magnum nasa newscom nordphoto nurphoto offside pa pa_archive pa_images pa_media pa_wire
    pexels picture_alliance pixabay polaris press_association press_association_images
    presseye prnewswire pti press_trust_of_india reuters rex rex_features
    rex_shutterstock ria_novosti ritzau_scanpix scanpix shutterstock sipa sipa_usa
    splash_news sportsfile sputnik sputnik_news swns tass the_associated_press
    the_canadian_press tns ullstein unsplash upi usa_today_sports wenn
    wikimedia wikimedia_commons wireimage xinhua xinhua_news_agency yonhap zuma
    zuma_press zuma_wire
    """.splitlines()
    for word in line.split()
)
_SEPARATORS = compiled(r"[\s\xa0]+")

#: Signs that newsrooms set before a caption or a credit: bullets, arrows, cameras.
_LEAD = compiled(r"[\s•●▪■◆▲▼►▶▸→⬆⬇↑↓*>\ufe0f\u200b-\u200d\u2060\ufeff\U0001f300-\U0001faff-]+")

_NOUN = r"photo(?:graph)?s?|pictures?|pics?|images?|illustrations?|graphics?|artwork"
_SIGN = compiled(r"©|\(c\)(?=\s?[A-Z])|\bcopyright\s*(?:©|:|(?=\d{4}\b))", re.IGNORECASE)
_COLON_LABEL = compiled(
    rf"(?<![\w'’])(?:(?:main |file |library |stock |inset )?(?:{_NOUN})(?: credits?| sources?)?"
    r"|credits?|courtesy)\s*:\s*",
    re.IGNORECASE,
)
_BY_LABEL = compiled(
    r"(?<![\w'’])(?:(?:Photo(?:graph)?s?|Pictures?|Pics?|Images?|Illustrations?|Graphics?"
    r"|PHOTOS?|PICTURES?)\s+(?:by|BY|courtesy(?: of)?|via|from|credit)|Courtesy(?: of)?)\s+"
)
_SOURCE_LABEL = compiled(r"(?<![\w'’])(?:image source,|sources?:)\s*", re.IGNORECASE)
_INNER_LABEL = LazyPattern(
    rf"(?:(?:file |handout |library )?(?:{_NOUN})(?: credits?| sources?)?\s*(?::|,|by\b|via\b"
    r"|courtesy(?: of)?\b|from\b)|credits?\s*:|image source,|courtesy(?: of)?\b|©|\(c\))\s*",
    re.IGNORECASE,
)
_AGENCY_PHOTO = LazyPattern(
    r"(?:AP|AFP|PA|EPA|Reuters|REUTERS|Getty|UPI|CP)\s+(?:[Pp]hoto|PHOTO|[Ii]mages?|[Pp]ool|Wire"
    r"|Archive|Graphic|Illustration)s?(?:\s*/\s*(?P<name>.+))?$"
)
_BARE_MARK = compiled(r"(?:\s[|–—-]\s*|(?<!\w)via\s+|\s/\s?)(?P<name>[^|–—/]{2,40})$")

# Words in small letters that may occur inside a credit.
_JOINERS = frozenset(
    word
    for line in (
        "and & for of the via de da di du del der den van von la le el al bin ibn dos y e x",
        "| - – — + courtesy by from in at all rights reserved file handout pool supplied photo",
        "photos image images picture pictures stock screengrab contributor archive news agency",
    )
    for word in line.split()
)
_ABBREVIATIONS = frozenset(
    ("jr", "sr", "st", "inc", "ltd", "co", "corp", "dr", "mr", "mrs", "ms", "no", "dept", "bros")
)
_SITE = LazyPattern(r"[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|uk|au|ca|eu)")
_STOPS = (".", "!", "?", "…")
_CLOSERS = "\"'”’)]"
#: Signs that newsrooms set before a photographer's name.
CAMERAS = "📷📸"
_TAIL = 160
_MAX_NAME_WORDS = 12
_MAX_WORDS = 120
_MAX_WEAK_WORDS = 45


def ends_sentence(text: str) -> bool:
    """Whether ``text`` ends in a full stop, question or exclamation mark, quoted or not."""
    return text.rstrip().rstrip(_CLOSERS).endswith(_STOPS)


def strip_marks(text: str) -> str:
    """``text`` without the spaces around it and the bullets or cameras before it."""
    text = text.strip()
    lead = _LEAD.match(text)
    return text[lead.end() :] if lead else text


def is_agency(text: str) -> bool:
    """Whether ``text`` is an agency or library, or one via another, and nothing else."""
    name = text.strip(" .")
    if not name[:1].isupper() or len(name) > 60:
        return False
    first, via, second = name.partition(" via ")
    return all(
        _SEPARATORS.sub("_", part.lower()) in AGENCIES
        for part in ((first, second) if via else (first,))
    )


def is_names(text: str) -> bool:
    """Whether ``text`` holds only names: of people, agencies, handles, sites, years."""
    words = re.split(r"[\s,/|]+", text.strip())
    if len(words) > _MAX_NAME_WORDS:
        return False
    named = False
    for index, word in enumerate(words):
        core = word.strip("()[]")
        if not core or core.lower() in _JOINERS:
            named = named or core[:1].isupper()
            continue
        if core.endswith(".") and index < len(words) - 1:
            stem = core.rstrip(".").lower()
            if len(stem) > 1 and stem not in _ABBREVIATIONS and "." not in stem:
                return False
        if not re.fullmatch(r"[@\w][\w.'’&©-]*", core):
            return False
        if core[0] == "@" or core[0].isupper() or _SITE.fullmatch(core):
            named = True
        elif not core[0].isdigit():
            return False
    return named


def credit_start(text: str) -> int | None:
    """Where the credit at the end of ``text`` begins, or None if there is none.

    Forms that an ordinary sentence may end in too, ``(AP)`` or ``via Reuters``, count only
    after a short text without a full stop.
    """
    stripped = text.rstrip()
    if not stripped:
        return None
    offset = max(0, len(stripped) - _TAIL)
    tail = stripped[offset:]
    if tail[-1] not in ")]" and ends_sentence(tail) and ":" not in tail and "©" not in tail:
        return None
    strong = _strong_start(tail)
    if strong is not None:
        start = offset + strong
        return start if _words_up_to(stripped, _MAX_WORDS) else None
    weak = _weak_start(tail)
    if weak is None:
        return None
    start = offset + weak
    body = stripped[:start].rstrip(" |–—-/(")
    if ends_sentence(body) or body.endswith((":", ";", ",")) or ". " in body[-400:]:
        return None
    return start if _words_up_to(stripped, _MAX_WEAK_WORDS) else None


def _strong_start(tail: str) -> int | None:
    bracket = _bracket_start(tail)
    if bracket is not None and _is_inner_credit(tail[bracket + 1 :].rstrip(" .)]")):
        return bracket
    for label in (_SIGN, _COLON_LABEL, _BY_LABEL):
        all_found = list(label.finditer(tail))
        if not all_found:
            continue
        found = all_found[-1]
        rest = tail[found.end() :]
        if label is _BY_LABEL and rest.endswith("."):
            continue
        if rest and is_names(rest.rstrip(".")):
            return found.start()
    return _slash_start(tail)


def _slash_start(tail: str) -> int | None:
    """``Jane Doe/AP`` or ``REUTERS/Jane Doe`` at the end, without spaces around the slash."""
    slash = tail.rfind("/")
    if slash < 1 or tail[slash - 1].isspace() or tail[slash + 1 : slash + 2].isspace():
        return None
    right = tail[slash + 1 :]
    before = re.search(r"(?:[A-Z@][\w.'’-]*\s)*[A-Z@][\w.'’-]*$", tail[:slash])
    if before is None:
        return None
    words = before.group().split()
    if is_agency(right):
        return before.start() if len(words) <= 4 else before.end() - len(words[-1])
    if is_agency(words[-1]) and is_names(right) and len(right.split()) <= 4:
        return before.end() - len(words[-1])
    return None


def _weak_start(tail: str) -> int | None:
    bracket = _bracket_start(tail)
    if bracket is not None:
        if bracket and not tail[bracket - 1].isspace():
            return None
        inner = tail[bracket + 1 :].rstrip(" )]")
        if not inner.endswith(".") and all(is_agency(part) for part in inner.split("/")):
            return None if _is_short_for(inner, tail[:bracket]) else bracket
        if inner.lower() in {"file", "file photo", "file picture", "file image", "pictured"}:
            return bracket
        return None
    mark = _BARE_MARK.search(tail)
    if mark is not None and is_agency(mark.group("name")):
        return mark.start()
    return None


def _is_short_for(letters: str, before: str) -> bool:
    """Whether ``letters`` are the initials of the words before them: a name's short form."""
    initials = [word[0] for word in re.findall(r"[\w'’.-]+", before) if word[0].isupper()]
    wanted = [letter for letter in letters if letter.isupper()]
    return len(wanted) > 1 and initials[-len(wanted) :] == wanted


def _bracket_start(tail: str) -> int | None:
    """Offset of the bracket that opens the bracketed text at the end, if there is one."""
    body = tail.rstrip(" .")
    if not body or body[-1] not in ")]":
        return None
    start = body.rfind("(" if body[-1] == ")" else "[")
    return start if start >= 0 else None


def _is_inner_credit(inner: str) -> bool:
    label = _INNER_LABEL.match(inner)
    if label:
        return is_names(inner[label.end() :])
    photo = _AGENCY_PHOTO.match(inner)
    if photo:
        return photo.group("name") is None or is_names(photo.group("name"))
    left, slash, right = inner.rpartition("/")
    if not slash or left[-1:].isspace() or right[:1].isspace():
        return False
    return (is_agency(right) and is_names(left)) or (
        is_agency(left.rpartition("/")[2]) and is_names(right)
    )


def is_credit(text: str) -> bool:
    """Whether the line is a credit and nothing else."""
    line = text.strip()
    if not line or len(line) > _TAIL:
        return False
    camera = line[0] in CAMERAS
    line = strip_marks(line)
    if camera and is_names(line.lstrip(": ")):
        return True
    source = _SOURCE_LABEL.match(line)
    if source and is_names(line[source.end() :].rstrip(".]")):
        return True
    if is_agency(line) and len(line) > 1:
        return True
    start = credit_start(line)
    return start is not None and not line[:start].strip(" (|–—-/.")


def leading_credit_end(text: str) -> int | None:
    """Where the credit at the beginning of ``text`` ends, or None if there is none.

    ``(AP Photo/Jane Doe) The square at dawn``, ``©Reuters The square at dawn``.
    """
    bracket = re.match(r"[(\[]([^()\[\]]{2,80})[)\]]\s+(?=\S)", text)
    if bracket and _is_inner_credit(bracket.group(1)):
        return bracket.end()
    sign = re.match(r"©\s?(?P<name>\S+(?:\s(?:Images|Media|Wire|Press))?)[\s:|–—-]+(?=\S)", text)
    if sign and is_agency(sign.group("name")):
        return sign.end()
    return None


def _words_up_to(text: str, limit: int) -> bool:
    return len(text) < limit * 12 and text.count(" ") < limit
