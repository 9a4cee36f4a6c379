"""Proposes the other word of a commonly confused pair if the sentence calls for it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from copylint.language.ngrams import COUNTS, NGrams
from copylint.language.tokens import Token, TokenKind
from copylint.language.vocabulary import straight
from copylint.language.word_list import words
from copylint.models.confusion_exceptions import is_exception
from copylint.models.confusion_model import (
    ConfusionModel,
    Rival,
    beside_code,
    context_features,
    in_compound,
    word_class,
)
from copylint.models.edit import ScoredEdit
from copylint.models.editor import SentenceEditor
from copylint.models.sentence_context import SentenceContext

_WORD = TokenKind.WORD
# The lead, in doublings, that a triple of words needs over another that was also seen.
_OVERRULES = 5
# How far a score must exceed a pair's threshold. The margin is negative, since findings are judged
# once more (``copylint.runner.finding_judge``). It is larger if a contraction may begin a clause,
# which can continue in many ways, and if the counts know nothing.
_MARGIN, _OWNED = -1.0, 1.5
_BEFORE_CLAUSE = words(
    "^ and or but so if when while because since as that which say says said sure think thinks know"
    " knows believe believes hope feel , ; : ( -"
)
_UNKNOWN = 2.0
# log2 of the count from which a triple counts as well known, and by how much this lowers the
# threshold of a pair.
_WELL_KNOWN, _EASED = 3.5, 3.0


class ConfusionEditor(SentenceEditor):
    """Proposes the other word of a pair if the context calls for it."""

    def __init__(self) -> None:
        self._model = ConfusionModel.shared()
        self._counts = NGrams.shared()

    @classmethod
    @cache
    def shared(cls) -> ConfusionEditor:
        """The editor of this process."""
        return cls()

    def edits(self, contexts: Sequence[SentenceContext]) -> list[list[ScoredEdit]]:
        """Confusions in each sentence, scored in log odds above the pair's threshold."""
        return [self._of(context) for context in contexts]

    def _of(self, context: SentenceContext) -> list[ScoredEdit]:
        found: list[ScoredEdit] = []
        model, tokens, words = self._model, context.tokens, context.words
        # Plain counts first: nine words in ten end there, and every fourth word has rivals.
        for place, at_home, asked in self._more_at_home(context):
            index = place - context.padding
            token = tokens[index]
            if token.kind is not _WORD:
                continue
            if straight(token.text) != words[place] and not _opens(tokens, index):
                continue
            if in_compound(tokens, index) or beside_code(tokens, index):
                continue
            if is_exception(words, place):
                continue
            if "'" in words[place] and words[place + 1] in _QUOTES:
                continue  # a quotation opens before the next word: they're "very keen"
            features = _features_at(tokens, index)
            best: ScoredEdit | None = None
            clause = "'" in words[place] and words[place - 1] in _BEFORE_CLAUSE
            for rival in at_home:
                score = model.score(rival, features) - rival.threshold - asked
                score -= _OWNED if clause else _MARGIN
                if -_EASED < score <= 0 and self._is_decisive(words, place, rival.word):
                    score += _EASED
                if score > 0 and (best is None or score > best.score):
                    best = ScoredEdit(token.start, token.end, rival.word, score, "confusion")
            if best is not None:
                shown = best.replacement
                if token.text[0].isupper():
                    shown = shown[0].upper() + shown[1:]
                found.append(best._replace(replacement=shown))
        return found

    def _is_decisive(self, words: Sequence[str], place: int, other: str) -> bool:
        """Whether counts know ``other`` well between the neighbours, but not the written word."""
        left, word, right = words[place - 1 : place + 2]
        pair, triple = self._counts.pair, self._counts.triple
        if triple(left, other, right) < _WELL_KNOWN or triple(left, word, right):
            return False
        here = pair(left, word), pair(word, right)
        there = pair(left, other), pair(other, right)
        return min(here) == 0 or sum(there) - sum(here) > 2 * _OVERRULES

    def _more_at_home(
        self, context: SentenceContext
    ) -> Iterator[tuple[int, Sequence[Rival], float]]:
        """Places where rivals fit better than the written word by plain counts, and the rivals.

        Beside names, counts know nothing about either word; then the third value is the extra
        score that the model must reach.
        """
        words, pairs, rivals_of = context.words, context.pairs, self._model.by_word
        for place in context.contested:
            rivals = rivals_of.get(words[place])
            if rivals is None:
                continue
            before, after = pairs[place], pairs[place + 1]
            now = before.count + after.count
            at = before.others.rivals
            at_home = [
                rival
                # The counts of the rivals are followed by those of function words.
                for rival, left, right in zip(
                    rivals, before.after[at:], after.before[at:], strict=False
                )
                if COUNTS[left] + COUNTS[right] > now
            ]
            if at_home:
                at_home = self._overruling(context, place, at_home)
            if at_home:
                yield place, at_home, 0.0
            elif not now and "'" not in words[place]:
                yield place, rivals, _UNKNOWN

    def _overruling(self, context: SentenceContext, place: int, rivals: list[Rival]) -> list[Rival]:
        """The rivals whose triple leads that of the written word by far, if that was ever seen."""
        together = context.triple(place)
        if not together:
            return rivals
        left, _, right = context.words[place - 1 : place + 2]
        triple = self._counts.triple
        return [
            rival for rival in rivals if triple(left, rival.word, right) - together >= _OVERRULES
        ]


def _features_at(tokens: Sequence[Token], index: int) -> list[str]:
    """Features of the words around the token at ``index`` of a sentence."""
    forms = [_form(each) for each in tokens[max(0, index - 2) : index + 3]]
    forms = ["^"] * (2 - index) + forms + ["$"] * (index + 3 - len(tokens))
    return context_features([form.lower() for form in forms], [*map(word_class, forms)], 2)


_QUOTES = ("'", '"')
# The training text has straight quotation marks.
_SET = {"“": '"', "”": '"'}


def _form(token: Token) -> str:
    """The token as it would be written in the training text."""
    return _SET.get(token.text) or straight(token.text)


def _opens(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word begins its sentence but not a name ("Norm Larsen")."""
    if index + 1 < len(tokens) and tokens[index + 1].text[:1].isupper():
        return False
    return all(token.kind is not _WORD for token in tokens[:index])
