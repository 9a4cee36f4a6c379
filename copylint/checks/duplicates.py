"""Captions, paragraphs and sentences that stand in an article twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from copylint.contract.check import Check, Options
from copylint.model.document import Block, BlockKind
from copylint.model.finding import Match, RelatedText
from copylint.model.rule import Bad, Good, Rule
from copylint.model.span import TextSpan
from copylint.text.article import Article, Passage, Sentence
from copylint.text.doubled import FUNCTION
from copylint.text.similar import NearCopies, Words, cut_short, folded, is_near, words_of

CAPTION = Rule(
    id="duplicates.caption",
    summary="A caption that stands in the article twice, or a second time cut short.",
    why="A repeated caption is left from pasting; a picture was moved and its words were not.",
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

PARAGRAPH = Rule(
    id="duplicates.paragraph",
    summary="A paragraph that stands in the article twice.",
    why="A paragraph that was moved and not removed is read twice and cuts the story short.",
    bad=(
        Bad(
            "The council will vote on the harbour wall in the first week of May.\n\n"
            "Work could start soon after.\n\n"
            "The council will vote on the harbour wall in the first week of May.\n",
            "The council will vote on the harbour wall in the first week of May.",
        ),
    ),
    good=(
        Good(
            "The council will vote on the harbour wall in the first week of May.\n\n"
            "The council will vote on the market hall in the last week of June.\n"
        ),
    ),
)

SENTENCE = Rule(
    id="duplicates.sentence",
    summary="A sentence that stands in the article twice.",
    why="A sentence printed twice is left from an edit.",
    bad=(
        Bad(
            "Work could start soon after. The wall was built by hand in 1871. "
            "The wall was built by hand in 1871. It leaks.\n",
            "The wall was built by hand in 1871.",
        ),
    ),
    good=(Good("It was built in 1871. It was rebuilt in 1911. It leaks. It was built to last.\n"),),
)

_CREDIT = re.compile(
    r"\s*(?:©|\(c\)\s|[(\[]?(?:(?:AP|AFP|EPA|PA|Reuters|Getty|file|image|picture)\s)?"
    r"(?:photo(?:graph)?|picture|image|pic|credit|source|illustration|graphic)s?"
    r"(?:\scredit|\sby)?\s?[:/]|[(\[](?:AP|AFP|EPA|PA|Reuters|Getty)\b).{0,120}\Z",
    re.IGNORECASE | re.DOTALL,
)
_NAME_ONLY = 3  # "Jane Doe" under a second portrait of her is no slip
_SHORTEST_CUT = 4
_NEAR_CAPTION = 6


class Duplicates(Check):
    """Finds repeated captions, paragraphs and sentences; one finding for each."""

    rules = (CAPTION, PARAGRAPH, SENTENCE)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Repeats in the whole document."""
        yield from _captions(article)
        yield from _prose(article)


@dataclass(frozen=True, slots=True)
class _Caption:
    index: int
    span: TextSpan
    words: Words
    text: str
    has_credit: bool
    certain: bool


def _captions(article: Article) -> Iterator[Match]:
    captions = list(_caption_like(article))
    first: dict[str, _Caption] = {}
    near: NearCopies[_Caption] = NearCopies()
    whole = cut_short([caption.text for caption in captions])
    for number, caption in enumerate(captions):
        if not caption.words:
            continue
        earlier = first.get(caption.text)
        if earlier is not None:
            if len(caption.words) >= _NAME_ONLY and (caption.certain or earlier.certain):
                yield _repeat(CAPTION, caption.span, earlier.span, "This caption repeats")
            continue
        first[caption.text] = caption
        full = captions[whole[number]] if number in whole else None
        if full is not None and _is_cut(caption, full):
            yield Match(
                caption.span,
                "This caption repeats another one, cut short; delete it?",
                ("",),
                (RelatedText(full.span, "the whole caption"),),
                rule=CAPTION.id,
            )
            continue
        if not caption.certain or len(caption.words) < _NEAR_CAPTION:
            continue
        similar = near.find(caption.words)
        if similar is not None:
            yield _repeat(CAPTION, caption.span, similar.span, "This caption nearly repeats")
        else:
            near.add(caption, caption.words)


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
            bare = _CREDIT.sub("", text)
            words = words_of(bare) or words_of(text)
            yield _Caption(
                index,
                _trimmed(text, block),
                words,
                " ".join(folded(words)),
                len(bare) < len(text.rstrip()),
                certain,
            )


def _is_cut(caption: _Caption, full: _Caption) -> bool:
    """Whether ``caption`` is ``full`` broken off, and not a shorter caption of its own."""
    if not full.certain or len(caption.words) < _SHORTEST_CUT:
        return False
    if caption.words[-1].casefold() in FUNCTION:
        return True
    cut_word = full.text[len(caption.text)] != " "
    return abs(full.index - caption.index) <= 2 and (cut_word or not caption.has_credit)


def _trimmed(text: str, block: Block) -> TextSpan:
    lead = len(text) - len(text.lstrip())
    return TextSpan(block.span.start + lead, block.span.start + len(text.rstrip()))


def _repeat(rule: Rule, span: TextSpan, earlier: TextSpan, what: str) -> Match:
    return Match(
        span,
        f"{what} an earlier one; delete it?",
        ("",),
        (RelatedText(earlier, "the earlier one"),),
        rule=rule.id,
    )


_PARAGRAPH_WORDS = 9
_QUOTED_WORDS = 14
_NEAR_PARAGRAPH = 14
_ADJACENT_WORDS = 5
_FAR_WORDS = 12
_NEAR_SENTENCE = 9
_BROKEN_WORDS = 7
_SYMBOL = re.compile(r"[{}<>\[\]=|\\$#@*~^_+/`]|--")
# A passage printed this often is a refrain or a standing notice.
_REFRAIN = 3


@dataclass(frozen=True, slots=True)
class _Told:
    """A passage or sentence as it was first told, and in which paragraph."""

    span: TextSpan
    number: int


def _prose(article: Article) -> Iterator[Match]:
    passages = [
        passage
        for passage in article.passages
        if passage.kind is BlockKind.PARAGRAPH and not passage.block.opaque
    ]
    texts = [words_of(passage.text) for passage in passages]
    printed = Counter(folded(words) for words in texts)
    seen: dict[Words, _Told] = {}
    near: NearCopies[_Told] = NearCopies()
    sentences: dict[Words, _Told] = {}
    previous: list[tuple[Words, _Told]] = []
    for number, (passage, words) in enumerate(zip(passages, texts, strict=True)):
        key = folded(words)
        told = _Told(_trimmed(passage.text, passage.block), number)
        earlier = seen.get(key)
        if earlier is None:
            seen[key] = told
            if len(words) >= _NEAR_PARAGRAPH:
                earlier = near.find(words)
                near.add(told, words)
            what = "This paragraph nearly repeats"
        else:
            what = "This paragraph repeats"
        if earlier is not None and _is_worth_saying(article, passage, words, printed[key]):
            yield _repeat(PARAGRAPH, told.span, earlier.span, what)
            previous = []
            continue
        rows = [(_sentence_words(sentence), sentence) for sentence in passage.sentences]
        for row, sentence in rows:
            span = TextSpan(sentence.start, sentence.end)
            match = _sentence(article, row, _Told(span, number), sentences, previous)
            if match is not None and len(row) < len(words):
                yield match
            previous = [(row, _Told(span, number))]


def _is_worth_saying(article: Article, passage: Passage, words: Words, printed: int) -> bool:
    """Whether a repeated paragraph is more than a lead-in, a refrain or a notice."""
    if printed >= _REFRAIN or not _is_sentence(passage.text):
        return False
    start, end = passage.block.span.start, passage.block.span.end
    quoted = article.quotations.is_quoted(start + 1) and article.quotations.is_quoted(end - 2)
    return len(words) >= (_QUOTED_WORDS if quoted else _PARAGRAPH_WORDS)


def _is_sentence(text: str) -> bool:
    """Whether ``text`` ends as a statement does, and is prose and no listing."""
    bare = text.strip().rstrip("\"'”’)")
    return (
        bare[-1:] in (".", "!", "…")
        and len(_SYMBOL.findall(text)) * 40 <= len(text)
        and (text.lstrip()[:1].isalnum() or text.lstrip()[:1] in "\"'“‘(")
    )


def _sentence_words(sentence: Sentence) -> Words:
    return tuple(
        token.text for token in sentence.tokens if token.text[0].isalnum() or token.text[0] in "£$€"
    )


def _sentence(
    article: Article,
    words: Words,
    told: _Told,
    sentences: dict[Words, _Told],
    previous: list[tuple[Words, _Told]],
) -> Match | None:
    """The finding if the sentence repeats one before it."""
    if len(words) < _ADJACENT_WORDS:
        return None
    earlier = sentences.setdefault(folded(words), told)
    text = article.document.slice(told.span)
    if earlier is not told:
        adjacent = bool(previous) and previous[0][1].span == earlier.span
        if adjacent or (
            len(words) >= _FAR_WORDS
            and _is_sentence(text)
            and not article.quotations.is_quoted(told.span.start + 1)
        ):
            return _repeat(SENTENCE, told.span, earlier.span, "This sentence repeats")
        return None
    if previous and previous[0][1].number == told.number:
        before, earlier = previous[0]
        # "… include Reps. … include Reps. Green": the splitter took the dot for an end.
        if _BROKEN_WORDS <= len(before) < len(words) and words[: len(before)] == before:
            return _repeat(
                SENTENCE,
                TextSpan(told.span.start, told.span.start + len(earlier.span)),
                earlier.span,
                "This repeats",
            )
    if previous and len(words) >= _NEAR_SENTENCE:
        before, earlier = previous[0]
        if before[:2] == words[:2] and is_near(before, words):
            return _repeat(SENTENCE, told.span, earlier.span, "This sentence nearly repeats")
    return None
