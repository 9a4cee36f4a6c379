"""Full stops that are missing and punctuation that is doubled."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.blocks import BlockKind
from copylint.core.document import Document
from copylint.core.finding import Match
from copylint.core.fix import Safety
from copylint.core.kept_patterns import compiled
from copylint.core.rule import Bad, Good, Rule
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern

DOUBLED = Rule(
    id="typography.doubled-punctuation",
    summary="Flags a punctuation mark that is doubled, or two that do not go together.",
    why="A second comma or full stop is left over from editing.",
    bad=(
        Bad(
            "The bridge,, built in 1901, is shut.\n", ",,", "The bridge, built in 1901, is shut.\n"
        ),
        Bad("The bridge is shut.. It was unsafe.\n", "..", "The bridge is shut. It was unsafe.\n"),
        Bad("The bridge,. It was unsafe.\n", ",.", "The bridge. It was unsafe.\n"),
    ),
    good=(
        Good("Wait... The bridge, the ferry, etc., are shut. Really?! Yes...\n"),
        Good("The file is in ../photos and the range is 1..5.\n"),
    ),
    safety=Safety.SAFE,
)

MISSING = Rule(
    id="typography.missing-full-stop",
    summary="Flags a paragraph without a full stop at its end if other paragraphs have one.",
    why="Without its full stop a paragraph looks cut off.",
    bad=(
        Bad(
            "The bridge over the weir has been shut since the flood.\n\n"
            "The council met on Monday to talk about the old bridge.\n\n"
            "Nobody could say what the repairs would cost the town\n\n"
            "A report is expected before the end of the summer.\n",
            "town",
            "The bridge over the weir has been shut since the flood.\n\n"
            "The council met on Monday to talk about the old bridge.\n\n"
            "Nobody could say what the repairs would cost the town.\n\n"
            "A report is expected before the end of the summer.\n",
        ),
    ),
    good=(
        Good(
            "The council met on Monday to talk about the old bridge.\n\n"
            "What happens next\n\n"
            "A report is expected before the end of the summer.\n"
        ),
    ),
)

_DOUBLED = LazyPattern(
    r"(?<![,;:.!?\s])(?P<mark>[,;]{2,4}|,\.(?![.\w])|[,;]:|;,|,;)(?=[\s\"'”’)]|\Z|[A-Za-z])"
    r"|(?<=[a-z\d)\]\"”’]{2})(?P<stops>\.\s?\.)(?=[\s\"”’)]|\Z)(?!\s?\.)"
)


# Places at which the costlier pattern above is worth trying.
_TWO = compiled(r"[,;][,;:.]|\.\s?\.")


class TerminalPunctuation(Check):
    """Finds doubled punctuation and paragraphs that lack their full stop."""

    rules = (DOUBLED, MISSING)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Doubled and missing marks of the whole document."""
        yield from _doubled(article)
        yield from _missing(article)


def _doubled(article: Article) -> Iterator[Match]:
    for place in _TWO.finditer(article.text):
        found = _DOUBLED.match(article.text, place.start())
        block = article.document.block_at(place.start())
        if found is None or block is None:
            continue
        span = TextSpan(found.start(), found.end())
        if not article.document.is_contiguous(span):
            continue
        if any(opaque.start <= span.end and span.start <= opaque.end for opaque in block.opaque):
            continue
        marks = found.group()
        keep = "." if found["stops"] else marks[-1] if len(set(marks)) > 1 else marks[0]
        if marks == ";,":
            keep = ","
        certain = len(set(marks.replace(" ", ""))) == 1
        if found["stops"]:  # two stops before a small letter may be an ellipsis cut short
            certain = (
                not article.text[found.end() : found.end() + 9].lstrip(" \"'”’)")[:1].islower()
            )
        yield Match(
            span,
            f"Write '{keep}', not '{marks}'.",
            (keep,),
            safety=None if certain else Safety.UNSAFE,
            rule=DOUBLED.id,
        )


# A paragraph's last character, quotation marks and brackets set aside.
_ENDED = compiled(r"[.?!…:;—–-][\"'”’)\]*_]*\Z")
_LAST_WORD = LazyPattern(r"[^\W_][\w'’-]*[\"”]?\Z")
_CREDIT = LazyPattern(
    r"©|\((?:AP|AFP|Reuters|EPA|PA|Getty|Photo|Image|Pic)\b|"
    r"\b(?:photo|picture|image|photograph|credit|source|pic|video|graphic)s?(?:\s(?:credit|by))?\s?[:/]",
    re.IGNORECASE,
)
# “… of it all.” — Ann Other, the Shore Press
_SIGNED = LazyPattern(r"(?:^|[.?!\"”’*_]\s*)[—–-]\s*[A-Z][^.?!]{1,90}\Z")
_ADDRESS = LazyPattern(r"https?://|www\.|\S@\S|[@#]\w+\Z|\b\d{3,4}[ -]?\d{3,4}\Z")
# Notes about the article rather than sentences of it.
_NOTE = LazyPattern(
    r"(?:by|additional|reporting|edited|editing|compiled|follow|contact|read|see|click|watch|"
    r"listen|more|related|subscribe|updated|published|posted|source|tel|e-?mail|phone|"
    r"with (?:additional|reporting|files|input)|sign up)\b",
    re.IGNORECASE,
)
_NOTE_WORDS = 14
_MIN_WORDS = 6
# A second paragraph this short may be a standfirst or a caption, which have no full stop.
_STANDFIRST = 16
_SPARED = 0.2
# How far after a paragraph a listing is looked for.
_GAP = 400


def _missing(article: Article) -> Iterator[Match]:
    blocks = article.document.blocks
    paragraphs = [
        (index, article.document.slice(block.span).strip())
        for index, block in enumerate(blocks)
        if block.kind is BlockKind.PARAGRAPH
    ]
    running = [text for _, text in paragraphs if text.count(" ") >= _MIN_WORDS - 1]
    ended = sum(1 for text in running if _ENDED.search(text[-6:]))
    if ended < 2 or len(running) - ended > max(1, _SPARED * len(running)):
        return
    captions = (block.span for block in blocks if block.kind is BlockKind.CAPTION)
    heads = sorted({_folded(article.document.slice(span)) for span in captions})
    for place, (index, text) in enumerate(paragraphs):
        if index == 0 or not _is_prose(text) or _leads_on(article.document, index):
            continue
        neighbours = [
            paragraphs[near][1] for near in (place - 1, place + 1) if 0 <= near < len(paragraphs)
        ]
        if index == 1 and len(text.split()) < _STANDFIRST:
            continue
        if not neighbours or not all(_ENDED.search(near[-6:]) for near in neighbours):
            continue
        folded = _folded(text)
        if _begins_one(folded, heads) or any(
            _folded(near).startswith(folded) for near in neighbours
        ):
            continue
        last = _LAST_WORD.search(text)
        if last is None:
            continue
        block = blocks[index]
        start = block.span.start + _offset(article.document.slice(block.span)) + last.start()
        span = TextSpan(start, start + len(last.group()))
        if any(opaque.overlaps(span) for opaque in block.opaque):
            continue
        yield Match(
            span,
            "Add a full stop at the end of the paragraph.",
            (last.group() + ".",),
            rule=MISSING.id,
        )


def _begins_one(text: str, known: Sequence[str]) -> bool:
    """Whether any of ``known``, which are sorted, begins with ``text``."""
    at = bisect_left(known, text)
    return at < len(known) and known[at].startswith(text)


def _is_prose(text: str) -> bool:
    """Whether ``text`` is a sentence that lacks its end, not a heading, note or caption."""
    if _ENDED.search(text[-6:]) or text.count(" ") + text.count("\n") < _MIN_WORDS - 1:
        return False
    if not (text[0].isupper() or text[0].isdigit() or text[0] in "\"“'‘"):
        return False
    if _CREDIT.search(text) or _ADDRESS.search(text) or _SIGNED.search(text):
        return False
    words = text.split()
    if len(words) <= _NOTE_WORDS and _NOTE.match(text):
        return False
    # Headings in title case and lists of names have few words in lower case.
    lower = sum(1 for word in words if word[0].islower())
    return lower >= (0.35 if len(words) < 16 else 0.2) * len(words)


def _leads_on(document: Document, index: int) -> bool:
    """Whether a list, a table or code after the block continues its sentence."""
    blocks = document.blocks
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if following is not None and following.kind in (
        BlockKind.LIST_ITEM, BlockKind.QUOTATION, BlockKind.TABLE_CELL, BlockKind.FOOTNOTE,
    ):  # fmt: skip
        return True
    if document.parts:
        return False
    # Lines of the source that no block holds: a listing, a formula.
    end = document.to_source(TextSpan(blocks[index].span.end - 1, blocks[index].span.end)).end
    limit = min(end + _GAP, len(document.source))
    if following is not None:
        start = document.to_source(TextSpan(following.span.start, following.span.start + 1)).start
        limit = min(limit, start)
    between = document.source[end:limit].splitlines()[1:]
    return sum(1 for line in between if line.strip()) > 1


def _offset(text: str) -> int:
    return len(text) - len(text.lstrip())


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()
