"""Captions that occur twice in an article, whole or cut short."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.blocks import Block, BlockKind
from copylint.core.finding import Match, RelatedText
from copylint.core.record import record
from copylint.core.rule import Bad, Good, Rule, Severity
from copylint.core.span import TextSpan
from copylint.language.doubled_words import FUNCTION
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.near_duplicates import NearCopies, Words, cut_short, folded, words_of
from copylint.language.quantities import WORD_NUMBER

CAPTION = Rule(
    id="duplicates.caption",
    summary="Flags a caption that appears twice, or a second time cut short.",
    why="A repeated caption is left over from pasting: somebody moved a picture and not its words.",
    bad=(
        Bad(
            "The lighthouse keeper waves from the gallery ©Shore Press\n"
            "The lighthouse keeper waves  from the gallery ©Shore Press\n\n"
            "He has kept the light for thirty years.\n",
            "The lighthouse keeper waves  from the gallery ©Shore Press",
        ),
        Bad(
            "He has kept the light for thirty years.\n\n"
            "The lighthouse keeper waves from the\n"
            "The lighthouse keeper waves from the gallery ©Shore Press\n\n"
            "The lamp was lit in 1871.\n",
            "The lighthouse keeper waves from the",
        ),
    ),
    good=(
        Good(
            "The lighthouse keeper waves from the gallery ©Shore Press\n\n"
            "He has kept the light for thirty years.\n\n"
            "The lighthouse keeper waits on the jetty ©Shore Press\n"
        ),
    ),
)

VARIANT = Rule(
    id="duplicates.caption-variant",
    summary="Flags two captions that are the same but for a figure.",
    why=(
        "A caption that was corrected under one picture and not under the other gives two figures "
        "for one thing. Years, and numbers of figures, tables, days and the like, are passed over."
    ),
    bad=(
        Bad(
            "The storm tore the roofs from 12 cottages at the harbour ©Shore Press\n\n"
            "He has kept the light for thirty years.\n\n"
            "The storm tore the roofs from 13 cottages at the harbour ©Shore Press\n",
            "13",
        ),
    ),
    good=(
        Good(
            "The lighthouse at the harbour mouth as it was in 1951 ©Shore Press\n\n"
            "He has kept the light for thirty years.\n\n"
            "The lighthouse at the harbour mouth as it was in 2011 ©Shore Press\n"
        ),
    ),
    severity=Severity.SUGGESTION,
)

_CREDIT = LazyPattern(
    r"(?:\(c\)\s|[(\[]?(?:(?:AP|AFP|EPA|PA|Reuters|Getty|file|image|picture)\s)?"
    r"(?:photo(?:graph)?|picture|image|pic|credit|source|illustration|graphic)s?"
    r"(?:\scredit|\sby)?\s?[:/]|[(\[](?:AP|AFP|EPA|PA|Reuters|Getty)\b)",
    re.IGNORECASE,
)
_FIGURE = LazyPattern(
    rf"(?<![\w.,:/£$€-])[£$€]?\d+(?:[.,]\d+)*(?:m|bn|k)?(?![\w/:-])|\b{WORD_NUMBER}(?!-)",
    re.IGNORECASE,
)
# "Figure 3", "Day 2", "No 10", "aged 9" and "June 3": a series of pictures, not a correction.
_LABEL = LazyPattern(
    r"(?:\b(?:fig|figure|table|day|days|no|number|part|chapter|room|page|step|week|stage|round|lot|"
    r"game|match|lap|hole|plate|map|image|picture|photo|exhibit|route|platform|january|february|"
    r"march|april|may|june|july|august|september|october|november|december|at|by|aged?)\.?|#)"
    r"\s?\Z",
    re.IGNORECASE,
)
_AFTER_LABEL = LazyPattern(
    r"(?:st|nd|rd|th)\b|\s(?:january|february|march|april|may|june|july|august|september|october|"
    r"november|december|am|pm|of)\b|[.):]\s|\s?[-–]\s?\d",
    re.IGNORECASE,
)
_CREDIT_LENGTH = 120
_NAME_ONLY = 3  # "Jane Doe" under a second portrait of her is right
_SHORTEST_CUT = 4
_NEAR_CAPTION = 6


class DuplicateCaptions(Check):
    """Finds repeated captions: exact, nearly so, or broken off."""

    rules = (CAPTION, VARIANT)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Repeated captions of the whole document."""
        captions = list(_caption_like(article))
        if len(captions) > 1:
            yield from _repeats(captions)
            yield from _variants(article, captions)


@record
class _Caption:
    index: int
    span: TextSpan
    words: Words
    text: str
    has_credit: bool
    certain: bool


def _repeats(captions: list[_Caption]) -> Iterator[Match]:
    first: dict[str, _Caption] = {}
    near: NearCopies[_Caption] = NearCopies(lambda caption: caption.words)
    whole = cut_short([caption.text for caption in captions])
    for number, caption in enumerate(captions):
        if not caption.words:
            continue
        earlier = first.get(caption.text)
        if earlier is not None:
            if len(caption.words) >= _NAME_ONLY and (caption.certain or earlier.certain):
                yield _repeat(caption, earlier, "This caption repeats")
            continue
        first[caption.text] = caption
        full = captions[whole[number]] if number in whole else None
        if full is not None and _is_cut(caption, full):
            yield Match(
                caption.span,
                "This caption repeats another one but is cut short; delete it?",
                ("",),
                (RelatedText(full.span, "the whole caption"),),
                rule=CAPTION.id,
            )
            continue
        if not caption.certain or len(caption.words) < _NEAR_CAPTION:
            continue
        similar = near.find(caption, folded(caption.words))
        if similar is not None:
            yield _repeat(caption, similar, "This caption nearly repeats")
        else:
            near.add(caption, folded(caption.words))


def _caption_like(article: Article) -> Iterator[_Caption]:
    """Captions, and paragraphs right beside one, which may be one cut short."""
    blocks = article.document.blocks
    for index, block in enumerate(blocks):
        certain = block.kind is BlockKind.CAPTION
        beside = block.kind is BlockKind.PARAGRAPH and any(
            blocks[near].kind is BlockKind.CAPTION
            for near in (index - 1, index + 1)
            if 0 <= near < len(blocks)
        )
        if certain or beside:
            text = article.document.slice(block.span)
            bare = text[: _credit_start(text)]
            words = words_of(bare) or words_of(text)
            yield _Caption(
                index,
                _trimmed(text, block),
                words,
                " ".join(folded(words)),
                len(bare) < len(text),
                certain,
            )


def _credit_start(text: str) -> int:
    """Where the credit at the end of ``text`` begins, its length if there is none."""
    sign = text.find("©")
    if sign >= 0:
        return sign
    if not any(mark in text for mark in ":/(["):
        return len(text)
    credit = _CREDIT.search(text, max(0, len(text) - _CREDIT_LENGTH))
    return credit.start() if credit else len(text)


def _is_cut(caption: _Caption, full: _Caption) -> bool:
    """Whether ``caption`` is ``full`` broken off, and not a shorter caption of its own."""
    if not full.certain or len(caption.words) < _SHORTEST_CUT:
        return False
    if caption.words[-1].casefold() in FUNCTION:
        return True
    if (full.text[len(caption.text) - 1] + full.text[len(caption.text)]).isdigit():
        return False  # June 1 and June 19
    cut_word = full.text[len(caption.text)] != " "
    return abs(full.index - caption.index) <= 2 and (cut_word or not caption.has_credit)


def _trimmed(text: str, block: Block) -> TextSpan:
    """The caption without the spaces around it and the emoji that may mark it as one."""
    lead = 0
    while lead < len(text) and (
        text[lead].isspace()
        or (unicodedata.category(text[lead]) in ("So", "Sk", "Mn", "Cf") and text[lead] not in "©®")
    ):
        lead += 1
    end = len(text.rstrip())
    return TextSpan(block.span.start + min(lead, end), block.span.start + end)


def _repeat(caption: _Caption, earlier: _Caption, what: str) -> Match:
    return Match(
        caption.span,
        f"{what} an earlier one; delete it?",
        ("",),
        (RelatedText(earlier.span, "the earlier one"),),
        rule=CAPTION.id,
    )


def _variants(article: Article, captions: list[_Caption]) -> Iterator[Match]:
    """Captions that differ from one earlier caption in a single figure."""
    patterns: dict[str, list[tuple[_Caption, TextSpan]]] = {}
    for caption in captions:
        if not caption.certain or len(caption.words) < _NEAR_CAPTION:
            continue
        text = article.document.slice(caption.span)
        figures = list(_FIGURE.finditer(text))
        if len(figures) != 1 or _is_label(text, figures[0]):
            continue
        start, end = figures[0].span()
        place = TextSpan(caption.span.start + start, caption.span.start + end)
        pattern = " ".join(folded(words_of(f"{text[:start]} # {text[end:]}")))
        patterns.setdefault(pattern, []).append((caption, place))
    for found in patterns.values():
        if len(found) != 2:  # more are a series
            continue
        (earlier, first), (_, second) = found
        one, other = (article.document.slice(place) for place in (first, second))
        if one.casefold() != other.casefold():
            yield Match(
                second,
                f"{other} here, {one} in a caption that is otherwise the same: which is right?",
                related=(RelatedText(earlier.span, "the other caption"),),
                rule=VARIANT.id,
            )


def _is_label(text: str, figure: re.Match[str]) -> bool:
    """Whether a figure is a year, a date, or the number of one in a series."""
    shown = figure.group()
    if len(shown) == 4 and shown.isdigit() and shown[:2] in ("16", "17", "18", "19", "20"):
        return True
    return _LABEL.search(text[: figure.start()]) is not None or (
        _AFTER_LABEL.match(text, figure.end()) is not None
    )
