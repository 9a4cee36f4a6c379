"""Paragraphs and sentences that occur twice in an article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copylint.analysis.annotated_text import Passage, Sentence
from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.blocks import BlockKind
from copylint.core.finding import Match, RelatedText
from copylint.core.kept_patterns import compiled
from copylint.core.record import record
from copylint.core.rule import Bad, Good, Rule
from copylint.core.span import TextSpan
from copylint.language.near_duplicates import NearCopies, Words, is_near
from copylint.language.tokens import Token

PARAGRAPH = Rule(
    id="duplicates.paragraph",
    summary="Flags a paragraph that appears twice.",
    why="A paragraph that was copied instead of moved makes readers lose the thread.",
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
    summary="Flags a sentence that appears twice.",
    why="A sentence printed twice is left over from editing.",
    bad=(
        Bad(
            "Work could start soon after. The wall was built by hand in 1871. "
            "The wall was built by hand in 1871. It leaks.\n",
            "The wall was built by hand in 1871.",
        ),
    ),
    good=(Good("It was built in 1871. It was rebuilt in 1911. It leaks. It was built to last.\n"),),
)

_PARAGRAPH_WORDS = 9
_QUOTED_WORDS = 14
_NEAR_PARAGRAPH = 14
_ADJACENT_WORDS = 5
_FAR_WORDS = 12
_NEAR_SENTENCE = 9
_BROKEN_WORDS = 7
# A paragraph printed this often is a refrain or a standing notice.
_REFRAIN = 3
_SYMBOL = compiled(r"[{}<>\[\]=|\\$#@*~^_+/`]|--")
# Marks that a copy may lose or gain.
_MARKS = frozenset([*"!\"'(),-./:;?[]–—‘’“”…", "...", "--"])


@record(eq=False)
class _Row:
    """A sentence with its words in lower case and the number of its paragraph."""

    sentence: Sentence
    key: Words
    number: int


class Duplicates(Check):
    """Finds repeated paragraphs and sentences; one finding for each."""

    rules = (PARAGRAPH, SENTENCE)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Repeats in the whole document."""
        passages = [
            passage
            for passage in article.passages
            if passage.kind is BlockKind.PARAGRAPH and not passage.block.opaque
        ]
        rows = [_rows(passage, number) for number, passage in enumerate(passages)]
        keys = [tuple(word for row in each for word in row.key) for each in rows]
        repeated = _repeated_paragraphs(article, passages, keys)
        sentences: dict[Words, _Row] = {}
        previous: _Row | None = None
        for number, (passage, each) in enumerate(zip(passages, rows, strict=True)):
            if number in repeated:
                earlier, what = repeated[number]
                yield _repeat(PARAGRAPH, _span(passage), _span(passages[earlier]), what)
                previous = None
                continue
            for row in each:
                match = _sentence(article, row, sentences, previous)
                if match is not None and len(row.key) < len(keys[number]):
                    yield match
                previous = row


def _rows(passage: Passage, number: int) -> list[_Row]:
    keys: list[Words] | None = passage.facts.get(_rows)
    if keys is None:
        keys = passage.facts[_rows] = [*_keys(passage)]
    return [_Row(*each, number) for each in zip(passage.sentences, keys, strict=True)]


def _keys(passage: Passage) -> Iterator[Words]:
    lower, marks, at = passage.lower, _MARKS, 0
    for sentence in passage.sentences:
        end = at + len(sentence.tokens)
        yield tuple([word for word in lower[at:end] if word not in marks])
        at = end


def _repeated_paragraphs(
    article: Article, passages: list[Passage], keys: list[Words]
) -> dict[int, tuple[int, str]]:
    """For each repeated paragraph, by number: the earlier one and how alike they are."""
    places: dict[Words, list[int]] = {}
    for number, key in enumerate(keys):
        if len(key) >= _PARAGRAPH_WORDS:
            places.setdefault(key, []).append(number)
    repeated: dict[int, tuple[int, str]] = {}
    near: NearCopies[int] = NearCopies(lambda number: _words(passages[number].tokens))
    for key, numbers in places.items():
        first = numbers[0]
        if len(numbers) < _REFRAIN:
            for number in numbers[1:]:
                if _is_worth_saying(article, passages[number], key):
                    repeated[number] = (first, "This paragraph repeats")
        if len(key) >= _NEAR_PARAGRAPH:
            earlier = near.find(first, key)
            if earlier is not None and _is_worth_saying(article, passages[first], key):
                repeated[first] = (earlier, "This paragraph nearly repeats")
            near.add(first, key)
    return repeated


def _is_worth_saying(article: Article, passage: Passage, key: Words) -> bool:
    """Whether a repeated paragraph is more than a lead-in or a refrain in someone's words."""
    if not _is_statement(passage.text):
        return False
    start, end = passage.block.span.start, passage.block.span.end
    quoted = article.quotations.is_quoted(start + 1) and article.quotations.is_quoted(end - 2)
    return len(key) >= (_QUOTED_WORDS if quoted else _PARAGRAPH_WORDS)


def _is_statement(text: str) -> bool:
    """Whether ``text`` ends as a statement does, and is prose and no listing."""
    bare = text.strip().rstrip("\"'”’)")
    return (
        bare[-1:] in (".", "!", "…")
        and len(_SYMBOL.findall(text)) * 40 <= len(text)
        and (text.lstrip()[:1].isalnum() or text.lstrip()[:1] in "\"'“‘(")
    )


def _words(tokens: list[Token]) -> Words:
    return tuple(token.text for token in tokens if token.text not in _MARKS)


def _sentence(
    article: Article, row: _Row, sentences: dict[Words, _Row], previous: _Row | None
) -> Match | None:
    """The finding if the sentence repeats one before it."""
    key = row.key
    if len(key) < _ADJACENT_WORDS:
        return None
    earlier = sentences.setdefault(key, row)
    span = TextSpan(row.sentence.start, row.sentence.end)
    if earlier is not row:
        far = (
            len(key) >= _FAR_WORDS
            and _is_statement(article.document.slice(span))
            and not article.quotations.is_quoted(span.start + 1)
        )
        if earlier is previous or far:
            return _repeat(SENTENCE, span, _of(earlier), "This sentence repeats")
        return None
    if previous is None:
        return None
    before = previous.key
    # "… include Reps. … include Reps. Green": the splitter took the dot for an end.
    if (
        previous.number == row.number
        and _BROKEN_WORDS <= len(before) < len(key)
        and key[: len(before)] == before
    ):
        length = previous.sentence.end - previous.sentence.start
        return _repeat(
            SENTENCE,
            TextSpan(span.start, span.start + length),
            _of(previous),
            "This beginning of a sentence repeats",
        )
    if (
        len(key) >= _NEAR_SENTENCE
        and before[:2] == key[:2]
        and is_near(before, key, _words(previous.sentence.tokens), _words(row.sentence.tokens))
    ):
        return _repeat(SENTENCE, span, _of(previous), "This sentence nearly repeats")
    return None


def _of(row: _Row) -> TextSpan:
    return TextSpan(row.sentence.start, row.sentence.end)


def _span(passage: Passage) -> TextSpan:
    text, start = passage.text, passage.block.span.start
    return TextSpan(start + len(text) - len(text.lstrip()), start + len(text.rstrip()))


def _repeat(rule: Rule, span: TextSpan, earlier: TextSpan, what: str) -> Match:
    return Match(
        span,
        f"{what} an earlier one; delete it?",
        ("",),
        (RelatedText(earlier, "the earlier one"),),
        rule=rule.id,
    )
