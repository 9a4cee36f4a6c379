"""Captions that occur twice in an article, whole or cut short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copylint.analysis.article import Article
from copylint.analysis.captions import Caption, captions_of
from copylint.contract.check import Check, Options
from copylint.core.finding import Match, RelatedText
from copylint.core.rule import Bad, Good, Rule
from copylint.language.doubled_words import FUNCTION
from copylint.language.near_duplicates import NearCopies, cut_short, folded

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

_NAME_ONLY = 3  # "Jane Doe" under a second portrait of her is right
_SHORTEST_CUT = 4
_NEAR_CAPTION = 6


class DuplicateCaptions(Check):
    """Finds repeated captions: exact, nearly so, or broken off."""

    rules = (CAPTION,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Repeated captions of the whole document."""
        captions = captions_of(article)
        if len(captions) > 1:
            yield from _repeats(captions)


def _repeats(captions: list[Caption]) -> Iterator[Match]:
    first: dict[str, Caption] = {}
    near: NearCopies[Caption] = NearCopies(lambda caption: caption.words)
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


def _is_cut(caption: Caption, full: Caption) -> bool:
    """Whether ``caption`` is ``full`` broken off, and not a shorter caption of its own."""
    if not full.certain or len(caption.words) < _SHORTEST_CUT:
        return False
    if caption.words[-1].casefold() in FUNCTION:
        return True
    if (full.text[len(caption.text) - 1] + full.text[len(caption.text)]).isdigit():
        return False  # June 1 and June 19
    cut_word = full.text[len(caption.text)] != " "
    return abs(full.index - caption.index) <= 2 and (cut_word or not caption.has_credit)


def _repeat(caption: Caption, earlier: Caption, what: str) -> Match:
    return Match(
        caption.span,
        f"{what} an earlier one; delete it?",
        ("",),
        (RelatedText(earlier.span, "the earlier one"),),
        rule=CAPTION.id,
    )
