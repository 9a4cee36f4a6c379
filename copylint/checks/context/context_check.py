"""Reports what the context models find: wrong words, wrong forms, missing or extra small words."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from copylint.analysis.annotated_text import Sentence
from copylint.analysis.article import Article
from copylint.analysis.sentence_key import SENTENCES, sentence_key
from copylint.checks.context.context_rules import (
    CONFUSED_WORD,
    EXTRA_WORD,
    MISSING_WORD,
    SMALL_WORD,
    TYPO,
    WRONG_FORM,
)
from copylint.contract.check import Check, Options
from copylint.core.blocks import BlockKind
from copylint.core.finding import HERE_TOO, Match, RelatedText
from copylint.core.recent import Recent
from copylint.core.record import replace
from copylint.core.span import TextSpan
from copylint.language.ngrams import NGrams
from copylint.models.closed_confusions import is_closed
from copylint.models.confusion_editor import ConfusionEditor
from copylint.models.edit import ScoredEdit
from copylint.models.form_editor import FormEditor
from copylint.models.frame_editor import FrameEditor
from copylint.models.gap_editor import GapEditor
from copylint.models.sentence_context import SentenceContext
from copylint.models.typo_editor import TypoEditor
from copylint.models.word_families import family_of

# A change, and a word beside it.
_Way = tuple[str, ...]
_LOOKALIKES = {"confusion": CONFUSED_WORD, "slip": TYPO, "small-word": SMALL_WORD}
# Kinds of edits that have rules of their own.
_GAPS = frozenset({"extra-word", "missing-word"})

# log2 of the count above which a word's repetition says nothing.
_EVERYDAY = 12.5
# The same for a word of a pair that is often mistaken, which a model of its own judges.
_PAIRED = 9.5
# Headlines drop words and play with tenses; credits and tables are not sentences.
_NO_SENTENCES = frozenset(
    {
        BlockKind.HEADLINE,
        BlockKind.SUBHEAD,
        BlockKind.CREDIT,
        BlockKind.BYLINE,
        BlockKind.TABLE_CELL,
        BlockKind.DATELINE,
    }
)


class ContextCheck(Check):
    """Reports the errors that the models of context are sure of."""

    rules = (CONFUSED_WORD, TYPO, SMALL_WORD, WRONG_FORM, EXTRA_WORD, MISSING_WORD)

    def __init__(
        self, *, wants_gaps: bool = True, known: Recent[bytes, _Proposed] | None = None
    ) -> None:
        self._wants_gaps = wants_gaps
        self._known = known

    def narrowed(self, runs: Callable[[str], bool]) -> Check:
        """The same check; it finds few extra or missing words if no rule for them runs."""
        return ContextCheck(wants_gaps=runs(EXTRA_WORD.id) or runs(MISSING_WORD.id))

    def remembering(self) -> Check:
        """The same check; it keeps what each model proposed for a sentence."""
        return ContextCheck(wants_gaps=self._wants_gaps, known=Recent(SENTENCES))

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Wrong words, wrong forms, words too many and missing, in the order of the editors."""
        sentences = [each for each in article.sentences if len(each.tokens) > 2]
        models = _Models(article.text, sentences, self._known)
        edits = [*_flat(sentences, models.edits("confusion", sentences))]
        frames = [*_flat(sentences, models.edits("frame", sentences))]
        certain = {(edit.start, edit.replacement) for _, edit in frames}
        edits += frames
        prose = [each for each in sentences if each.block.kind not in _NO_SENTENCES]
        for name in ("typo", "form"):
            edits += _flat(prose, models.edits(name, prose))
        edits += _flat(prose, self._gaps(prose, models, edits))
        if not edits:
            return
        uses = Counter(word.text.lower() for word in article.words)
        curly, plain = (sum(n for w, n in uses.items() if mark in w) for mark in "’'")
        apostrophe = "’" if curly > plain else "'"
        # What an article writes again and again in the same way is its own wording.
        # Two editors that propose the same change are two voices for one place.
        places = {(edit.start, edit.replacement): (own, edit) for own, edit in edits}
        ways = Counter(way for pair in places.values() for way in _ways(*pair))
        taken: set[int] = set()
        again: list[tuple[Match, tuple[_Way, _Way]]] = []
        for sentence, edit in sorted(edits, key=lambda pair: -pair[1].score):
            if edit.start in taken:
                continue
            own = _ways(sentence, edit)
            repeats = any(ways[way] > 1 for way in own)
            if repeats and not _is_closed(article, edit):
                continue
            if not _is_whole(article, sentence, edit):
                continue
            match = _match(article, sentence, edit, uses, apostrophe)
            if match is not None:
                taken.add(edit.start)
                if (edit.start, edit.replacement) in certain:
                    match = replace(match, is_certain=True)
                if repeats:
                    again.append((match, own))
                else:
                    yield match
        yield from _joined(again)

    def _gaps(
        self,
        sentences: Sequence[Sentence],
        models: _Models,
        others: Sequence[tuple[Sentence, ScoredEdit]],
    ) -> list[list[ScoredEdit]]:
        """Small words that are superfluous, missing or written for each other, by sentence.

        If the first two are not asked for, they are looked for only in sentences with edits
        of another kind, with which they compete. They are looked for in all sentences if one
        has the place of such an edit: it loses that place if it is the article's own wording.
        """
        if self._wants_gaps:
            return models.edits("gap", sentences)
        edits = models.edits("exchange", sentences)
        contested = {id(sentence) for sentence, _ in others}
        for at, sentence in enumerate(sentences):
            if edits[at] or id(sentence) in contested:
                edits[at] = models.edits("gap", [sentence])[0]
        places = {edit.start for _, edit in others}
        if any(edit.start in places and edit.kind in _GAPS for own in edits for edit in own):
            return models.edits("gap", sentences)
        return edits


#: What each model proposed for a sentence, with places counted from its first token.
_Proposed = dict[str, list[ScoredEdit]]
_NOTHING: list[ScoredEdit] = []
_Reader = Callable[[Sequence[SentenceContext]], list[list[ScoredEdit]]]
_READERS: dict[str, Callable[[], _Reader]] = {
    "confusion": lambda: ConfusionEditor.shared().edits,
    "frame": lambda: FrameEditor().edits,
    "typo": lambda: TypoEditor.shared().edits,
    "form": lambda: FormEditor.shared().edits,
    "gap": lambda: GapEditor.shared().edits,
    "exchange": lambda: GapEditor.shared().exchanges,
}


class _Models:
    """The context models over the sentences of one article.

    Sentences in ``known`` are not read again.
    """

    def __init__(
        self, text: str, sentences: Sequence[Sentence], known: Recent[bytes, _Proposed] | None
    ) -> None:
        self._proposed: dict[int, _Proposed] = {}
        if known is not None:
            for each in sentences:
                key = sentence_key(text, each)
                proposed = known.get(key)
                if proposed is None:
                    proposed = {}
                    known.put(key, proposed)
                self._proposed[id(each)] = proposed
        new = [each for each in sentences if not self._proposed.get(id(each))]
        contexts = SentenceContext.all_of(new)
        self._contexts = {id(each): one for each, one in zip(new, contexts, strict=True)}

    def edits(self, model: str, sentences: Sequence[Sentence]) -> list[list[ScoredEdit]]:
        """What a model proposes for each sentence."""
        read = _READERS[model]()
        if not self._proposed:
            return read([self._contexts[id(each)] for each in sentences])
        new = [each for each in sentences if model not in self._proposed[id(each)]]
        for each, edits in zip(new, read([*map(self._context, new)]), strict=True):
            start = each.tokens[0].start
            self._proposed[id(each)][model] = [*_shifted(edits, -start)] if edits else _NOTHING
        known = [self._proposed[id(each)][model] for each in sentences]
        return [
            [*_shifted(edits, each.tokens[0].start)] if edits else edits
            for each, edits in zip(sentences, known, strict=True)
        ]

    def _context(self, sentence: Sentence) -> SentenceContext:
        context = self._contexts.get(id(sentence))
        if context is None:
            context = self._contexts[id(sentence)] = SentenceContext.of(sentence)
        return context


def _shifted(edits: Iterable[ScoredEdit], by: int) -> Iterator[ScoredEdit]:
    for each in edits:
        yield each._replace(start=each.start + by, end=each.end + by)


def _is_closed(article: Article, edit: ScoredEdit) -> bool:
    """Whether the edit puts one word of a closed set for another."""
    wrong = article.text[edit.start : edit.end]
    return edit.kind in _LOOKALIKES and is_closed(wrong, edit.replacement)


def _joined(again: Iterable[tuple[Match, tuple[_Way, _Way]]]) -> Iterator[Match]:
    """One match for each typo made several times in the same way, at its first place."""
    known: dict[_Way, list[Match]] = {}
    groups: list[list[Match]] = []
    for match, ways in sorted(again, key=lambda pair: pair[0].span.start):
        group = next((known[way] for way in ways if way in known), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(match)
        known.update(dict.fromkeys(ways, group))
    for first, *others in groups:
        related = tuple(RelatedText(each.span, HERE_TOO) for each in others)
        yield replace(first, related=related)


def _flat(
    sentences: list[Sentence], edits: list[list[ScoredEdit]]
) -> Iterator[tuple[Sentence, ScoredEdit]]:
    pairs = zip(sentences, edits, strict=True)
    return ((sentence, edit) for sentence, own in pairs if own for edit in own)


def _match(
    article: Article, sentence: Sentence, edit: ScoredEdit, uses: Counter[str], apostrophe: str
) -> Match | None:
    wrong = article.text[edit.start : edit.end]
    if edit.kind == "missing-word":
        return _missing(article, sentence, edit)
    if edit.kind == "extra-word":
        return _extra(article, sentence, edit)
    everyday = _PAIRED if edit.kind == "confusion" else _EVERYDAY
    if not _is_closed(article, edit) and (
        _is_a_term(wrong, uses, everyday) or (edit.kind == "slip" and _is_at_home(wrong, uses))
    ):
        return None
    meant = edit.replacement.replace("'", apostrophe)
    if edit.kind in _LOOKALIKES:
        message = f"Should '{wrong}' be '{meant}' here?"
        rule = _LOOKALIKES[edit.kind]
        return Match(TextSpan(edit.start, edit.end), message, (meant,), rule=rule.id)
    message = f"The sentence needs '{meant}' here, not '{wrong}'."
    return Match(TextSpan(edit.start, edit.end), message, (meant,), rule=WRONG_FORM.id)


def _around(sentence: Sentence, edit: ScoredEdit) -> tuple[int, int]:
    """The tokens on either side of the place, by number."""
    starts = [token.start for token in sentence.tokens]
    at = bisect_left(starts, edit.start)
    return max(0, at - 1), min(len(starts) - 1, at + (edit.end > edit.start))


def _ways(sentence: Sentence, edit: ScoredEdit) -> tuple[_Way, _Way]:
    """The change with the word before it, and with the word after it."""
    first, last = _around(sentence, edit)
    plain = sentence.plain
    change = (edit.kind, edit.replacement, *plain[first + 1 : last])
    return (*change, "<", plain[first]), (*change, ">", plain[last])


def _is_whole(article: Article, sentence: Sentence, edit: ScoredEdit) -> bool:
    """Whether no mark-up divides the place from its neighbours (the title of a book, a link)."""
    first, last = _around(sentence, edit)
    span = TextSpan(sentence.tokens[first].start, sentence.tokens[last].end)
    return article.document.is_contiguous(span)


def _extra(article: Article, sentence: Sentence, edit: ScoredEdit) -> Match | None:
    """The word that is too many, with the word before it: what is left is the replacement."""
    tokens = sentence.tokens
    at = next(i for i, token in enumerate(tokens) if token.start == edit.start)
    before = tokens[at - 1] if at else None
    if before is None or not before.is_word or before.end + 1 != edit.start:
        return None
    wrong = article.text[edit.start : edit.end]
    return Match(
        TextSpan(before.start, edit.end),
        f"'{wrong}' seems not to belong here; delete it?",
        (before.text,),
        rule=EXTRA_WORD.id,
    )


def _missing(article: Article, sentence: Sentence, edit: ScoredEdit) -> Match | None:
    """The words on either side of the place that lacks a word."""
    tokens = sentence.tokens
    at = next(i for i, token in enumerate(tokens) if token.start == edit.start)
    before, after = tokens[at - 1], tokens[at]
    return Match(
        TextSpan(before.start, after.end),
        f"Is '{edit.replacement}' missing between '{before.text}' and '{after.text}'?",
        (f"{before.text} {edit.replacement} {after.text}",),
        rule=MISSING_WORD.id,
    )


def _is_at_home(word: str, uses: Counter[str]) -> bool:
    """Whether the article has the word or another form of it elsewhere."""
    folded = word.lower()
    family = family_of(folded)
    forms = {folded} if family is None else {form for form, _ in family.forms} | {folded}
    return sum(uses[form] for form in forms) > 1


def _is_a_term(word: str, uses: Counter[str], everyday: float) -> bool:
    """Whether the article uses a word that is rare elsewhere again and again."""
    folded = word.lower()
    return uses[folded] > 1 and NGrams.shared().word(folded) < everyday
