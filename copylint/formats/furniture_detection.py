"""Recognises furniture in plain lines: captions, credits, bylines, datelines, headings.

Pure functions over the texts of a document's lines (or of its paragraphs, if the format
has them). Captions are recognised by a picture credit, by repeating a line that has one, or
by words that only a caption uses; nothing is guessed from a line's place alone except a
headline, a standfirst and subheads.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from copylint.core.blocks import BlockKind
from copylint.core.kept_patterns import compiled
from copylint.core.record import record
from copylint.language.picture_credits import (
    CAMERAS,
    credit_start,
    ends_sentence,
    is_agency,
    is_credit,
    is_names,
    leading_credit_end,
    strip_marks,
)

_STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "\u200b": None, "\ufeff": None})
_PAUSES = (":", ";", ",")

# A cheap test rules out a credit in most lines: running copy ends in a full stop and has
# none of these marks near its end.
_HINT_END = compiled(
    r"[©/|\]–—-]|\([cC]\)|[Pp]hoto|PHOTO|[Pp]ic|PIC|[Ii]mage|IMAGE|[Cc]redit|[Cc]ourtesy|[Cc]opyright"
    r"|[Ii]llustration|[Gg]raphic|[Aa]rtwork|\bvia\b|\)\W*$"
)
_HINT_START = compiled(
    r"[(\[©]|(?:the )?(?:main|file|library|stock|photo|pict|image|media|video|audio|caption|above"
    r"|below|credit|source)",
    re.IGNORECASE,
)
_LABELLED = compiled(
    r"(?:(?:(?:main|file|library|stock|lead) )?(?:photo(?:graph)?|picture|pic|image)s?(?: caption)?"
    r"|caption|pictured|above|below)\s*:(?!:)\s*(?=\S)"
    r"|(?:image|media|photo|picture|video) caption[,:]\s*(?=\S)"
    r"|pictured,\s"
    r"|(?-i:FILE(?: PHOTO)?)\s*[:–—-]\s*(?=\S)",
    re.IGNORECASE,
)
# Words that place people in a picture. They are read only in a line without a full stop.
_SIDE = (
    r"(?:far |second(?: from)? |third(?: from)? |front |back |top |bottom |in )?"
    r"(?:left|right|centre|center|foreground|background)"
)
_CUE = compiled(
    rf",\s{_SIDE}(?:,\s|$)|\({_SIDE}\)|\((?:pictured|above|below)\)"
    r"|,\spictured(?:,\s|\s(?:here|above|in|at|on|with|during|outside|last|earlier|after|before)\b)"
    r"|\(file (?:photo|picture|image)\)",
    re.IGNORECASE,
)
_MAX_LABELLED_WORDS = 80
_MAX_REPEAT = 600
_MIN_PREFIX_WORDS, _MIN_PREFIX_LETTERS = 4, 20

_BYLINE = compiled(
    r"(?:(?:Story |Words |Text |Written |Reporting |Additional reporting |Analysis |Review )?by"
    r"|Reporting by|Words:|Author:)\s+(?P<names>\S.*)$",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DATE = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?)(?:,? \d{{4}})?"
_DATELINE = compiled(
    r"(?:(?:Published|Updated|Posted|Last updated|First published)(?: on)?:?\s+)?"
    rf"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,? )?{_DATE}"
    r"(?:,? (?:at )?\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})?)?"
    rf"|[A-Z][A-Z .'-]+(?:, [A-Z][A-Za-z. ]+)?,? (?:{_DATE})?\s?"
    r"(?:\((?:AP|AFP|PA|Reuters|REUTERS|UPI)\))?"
    r"\s*[–—-]*(?<=[)\d–—-])"
)


@record
class FurnitureCandidate:
    """A line or paragraph to be judged: its text and what its format already knows.

    ``kind`` is None if the format does not know it. ``near_image`` says that a picture comes
    right before it, ``emphasised`` that all of it is set in italics or bold.
    """

    text: str
    kind: BlockKind | None = None
    near_image: bool = False
    emphasised: bool = False


def fold(text: str) -> str:
    """``text`` as captions are compared: spaces, case and the shape of quotation marks ignored."""
    return " ".join(strip_marks(text).translate(_STRAIGHT).split()).casefold()


def _ends_clause(text: str) -> bool:
    return ends_sentence(text) or text.rstrip().endswith(_PAUSES)


def caption_or_credit(text: str) -> BlockKind | None:
    """CAPTION or CREDIT if the line itself shows that it is one, else None."""
    line = text.strip()
    if not line:
        return None
    tail = line[-160:]
    if ends_sentence(tail) and tail[-1] not in ")]":
        plain_end = ":" not in tail and "©" not in tail
    else:
        plain_end = _HINT_END.search(tail) is None
    line = strip_marks(line)
    plain_start = _HINT_START.match(line) is None
    if plain_end and plain_start:
        if len(line) <= 40 and (
            is_agency(line) or (text.lstrip()[0] in CAMERAS and is_credit(text))
        ):
            return BlockKind.CREDIT
        return BlockKind.CAPTION if _has_cue(line) else None
    if is_credit(text):
        return BlockKind.CREDIT
    if not plain_end and credit_start(line) is not None:
        return BlockKind.CAPTION
    if not plain_start:
        label = _LABELLED.match(line)
        if label and line.count(" ") <= _MAX_LABELLED_WORDS and len(line) < 1000:
            return BlockKind.CAPTION
        if leading_credit_end(line) is not None and line.count(" ") <= _MAX_LABELLED_WORDS:
            return BlockKind.CAPTION
    return BlockKind.CAPTION if _has_cue(line) else None


def _has_cue(line: str) -> bool:
    return (
        len(line) < 400
        and not _ends_clause(line)
        and line.count(" ") >= 4
        and ". " not in line
        and _CUE.search(line) is not None
        and line[0] not in "\"“'‘"
    )


def is_byline(text: str) -> bool:
    """Whether the line names who wrote the article (``By Jane Doe in Paris``), and only that."""
    line = text.strip()
    if len(line) > 160 or ends_sentence(line):
        return False
    found = _BYLINE.match(line)
    if not found:
        return False
    names, comma, role = found.group("names").partition(",")
    if not is_names(names) or names.count(" ") > 9:
        return False
    words = names.split()
    # "By Friday" begins a sentence; a byline has two names, or one in capitals.
    return len(words) >= 2 or names.isupper() or (bool(comma) and role.count(" ") <= 4)


def is_dateline(text: str) -> bool:
    """Whether the line is a date, or a place with a date or agency, and nothing else."""
    line = text.strip()
    return len(line) <= 80 and _DATELINE.fullmatch(line) is not None


class _Repeats:
    """Finds the lines that repeat a caption, with its credit or without, whole or cut short."""

    def __init__(self, captions: Sequence[str]) -> None:
        keys: set[str] = set()
        for caption in captions:
            if len(caption) <= _MAX_REPEAT:
                keys.add(fold(caption))
                keys.add(fold(caption[: credit_start(caption)]))
        self._keys = sorted(key for key in keys if len(key) >= _MIN_PREFIX_LETTERS)
        self._starts = {key[:2] for key in self._keys}
        self._heads = {key[:_MIN_PREFIX_LETTERS] for key in self._keys}

    def has(self, text: str) -> bool:
        """Whether ``text`` is the beginning of a caption."""
        if not self._keys:
            return False
        # The beginning alone decides most lines; twice the letters allows for spaces.
        start = text.lstrip()[:2].casefold()
        if start.isalnum() and start not in self._starts:
            return False
        head = fold(text[: 2 * _MIN_PREFIX_LETTERS])[:_MIN_PREFIX_LETTERS]
        if head not in self._heads or len(text) > _MAX_REPEAT:
            return False
        key = fold(text)
        if len(key) < _MIN_PREFIX_LETTERS or key.count(" ") < _MIN_PREFIX_WORDS - 1:
            return False
        at = bisect_left(self._keys, key)
        return at < len(self._keys) and self._keys[at].startswith(key)


def furniture(units: Sequence[FurnitureCandidate]) -> list[BlockKind | None]:
    """The kind of each unit that is a caption, credit, byline or dateline; None for others.

    A unit whose kind its format knows keeps it, unless it is a paragraph or list item.
    """
    kinds: list[BlockKind | None] = []
    captions: list[str] = []
    for unit in units:
        kind = unit.kind
        if kind in (None, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM):
            found = None
            if kind is not BlockKind.LIST_ITEM and len(unit.text) <= 160:
                if is_byline(unit.text):
                    found = BlockKind.BYLINE
                elif is_dateline(unit.text):
                    found = BlockKind.DATELINE
            found = found or caption_or_credit(unit.text) or _beside_image(unit)
            if found is BlockKind.CAPTION:
                captions.append(unit.text)
            kind = found or kind
        elif kind is BlockKind.CAPTION and _is_only_credit(unit.text):
            kind = BlockKind.CREDIT
        kinds.append(kind)
    if captions:
        repeats = _Repeats(captions)
        for index, unit in enumerate(units):
            if index and kinds[index] in (None, BlockKind.PARAGRAPH) and repeats.has(unit.text):
                kinds[index] = BlockKind.CAPTION
    return kinds


def _is_only_credit(caption: str) -> bool:
    """Whether what its format calls a caption only says whose the picture is."""
    if len(caption) > 160:
        return False
    parts = [each.strip() for each in caption.split("/")]
    are_names = len(parts) > 1 and all(
        # Some agencies write their names with a small letter.
        is_agency(each[:1].upper() + each[1:]) or (each[:1].isupper() and is_names(each))
        for each in parts
    )
    return is_credit(caption) or are_names


def _beside_image(unit: FurnitureCandidate) -> BlockKind | None:
    if not unit.near_image or len(unit.text) > _MAX_REPEAT:
        return None
    words = unit.text.count(" ") + 1
    if (unit.emphasised and words <= 50) or re.search(r"\b[Ss]ource:\s", unit.text[-160:]):
        return BlockKind.CAPTION
    return BlockKind.CAPTION if words <= 30 and not _ends_clause(unit.text) else None


def split_captions(lines: Sequence[str]) -> list[tuple[int, int]]:
    """Ranges of adjacent lines that belong together, captions set apart from prose.

    A line that is a caption by itself, or the beginning of one that follows, forms a range of
    its own if the line before it is finished; other neighbours stay together.
    """
    if len(lines) < 2:
        return [(0, len(lines))]
    alone = [caption_or_credit(line) is not None for line in lines]
    folded = [fold(line) if len(line) <= _MAX_REPEAT else "" for line in lines]
    for index in range(len(lines) - 2, -1, -1):
        alone[index] = alone[index] or (alone[index + 1] and _repeats_start(folded, index))
    groups: list[tuple[int, int]] = []
    start = 0
    for index in range(1, len(lines)):
        before_done = alone[index - 1] and index - 1 == start
        if (
            before_done
            or _repeats_start(folded, index - 1)
            or (alone[index] and ends_sentence(lines[index - 1]))
        ):
            groups.append((start, index))
            start = index
    groups.append((start, len(lines)))
    return groups


def _repeats_start(folded: Sequence[str], index: int) -> bool:
    """Whether the next line begins as this whole line does."""
    line = folded[index]
    return (
        len(line) >= _MIN_PREFIX_LETTERS
        and line.count(" ") >= _MIN_PREFIX_WORDS - 1
        and folded[index + 1].startswith(line)
    )


def headings(texts: Sequence[str], kinds: list[BlockKind | None]) -> None:
    """Name the headline, standfirst and subheads among the units of ``kinds`` left open.

    The headline is a short first unit without a full stop that has copy after it; a
    standfirst comes between the headline and a byline; a subhead is a few words without
    a full stop between finished paragraphs.
    """
    first = next((i for i, kind in enumerate(kinds) if kind not in _NOT_COPY), None)
    if first is None or None not in kinds[first + 1 :]:
        return
    if kinds[first] is None and _is_headline(texts[first]):
        kinds[first] = BlockKind.HEADLINE
    after = kinds[first + 1 : first + 3]
    if kinds[first] is BlockKind.HEADLINE and after == [None, BlockKind.BYLINE]:
        kinds[first + 1] = BlockKind.STANDFIRST
    for index in range(1, len(kinds) - 1):
        if (
            kinds[index] is None
            and kinds[index - 1] in _BEFORE_SUBHEAD
            and kinds[index + 1] is None
            and _is_subhead(texts[index])
            and _is_copy(texts[index + 1])
            and (kinds[index - 1] is not None or ends_sentence(texts[index - 1]))
        ):
            kinds[index] = BlockKind.SUBHEAD


_NOT_COPY = (BlockKind.CAPTION, BlockKind.CREDIT, BlockKind.BYLINE, BlockKind.DATELINE)
_BEFORE_SUBHEAD = (None, *_NOT_COPY, BlockKind.LIST_ITEM, BlockKind.STANDFIRST)


def _is_headline(text: str) -> bool:
    line = text.strip()
    return len(line) <= 120 and line.count(" ") < 18 and not re.search(r"[.:;,]$|\.[\"”’]$", line)


def _is_subhead(text: str) -> bool:
    line = text.strip()
    return (
        len(line) <= 50
        and line.count(" ") < 7
        and not _ends_clause(line)
        and (line[0].isupper() or line[0].isdigit())
    )


def _is_copy(text: str) -> bool:
    return text.count(" ") >= 10 and ends_sentence(text[-20:])
