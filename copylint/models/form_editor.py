"""Finds wrong forms of words: ``the lawyers plans``, ``not require to be shared``."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple
from zlib import crc32

from copylint.language.ngrams import COUNTS, NGrams
from copylint.language.word_list import words as word_list
from copylint.models.calibrator import Calibrator, calibrators
from copylint.models.edit import ScoredEdit
from copylint.models.editor import SentenceEditor
from copylint.models.form_model import MOST_LEAD, STEPS, FormModel, form_features
from copylint.models.form_score_bound import SCORES, FormScoreBound, group_of, of_tags
from copylint.models.sentence_context import PADDING, SentenceContext
from copylint.models.word_families import Family, family_of

# The features that hold the word itself come last; the judge also sees the score without.
_OF_THE_WORD = 6
# How far a form must exceed its calibrator's limit; negative, since findings are
# judged once more (``copylint.runner.finding_judge``).
_MARGIN = -0.3
# After a weekday these are as right as their singulars: "on Tuesday mornings".
_PARTS_OF_DAYS = word_list("mornings afternoons evenings nights")
_WEEKDAYS = word_list("monday tuesday wednesday thursday friday saturday sunday weekday weekend")


class FormProposal(NamedTuple):
    """Another form for the word at ``at`` of a context, with the figures for the judge."""

    at: int
    written: str
    meant: str
    group: str
    figures: tuple[float, ...]


class FormEditor(SentenceEditor):
    """Proposes another form of a word if its sentence calls for it.

    Unless ``calibrated``, it also proposes forms that the judge would reject at any model score.
    """

    def __init__(self, *, calibrated: bool = True) -> None:
        self._calibrator = calibrators()["form"] if calibrated else None
        self._bound = FormScoreBound(self._calibrator) if self._calibrator else None
        self._model = FormModel.shared()
        self._counts = NGrams.shared()

    @classmethod
    @cache
    def shared(cls) -> FormEditor:
        """The editor of this process."""
        return cls()

    def edits(self, contexts: Sequence[SentenceContext]) -> list[list[ScoredEdit]]:
        """Wrong forms in each sentence, scored in log odds above the threshold of their kind."""
        calibrator = calibrators()["form"]
        found: list[list[ScoredEdit]] = []
        for context in contexts:
            edits: list[ScoredEdit] = []
            for proposal in self.proposals(context):
                score = calibrator.score(proposal.group, proposal.figures) - _MARGIN
                if score > 0:
                    token = context.tokens[proposal.at - PADDING]
                    kind = "agreement" if proposal.group.startswith("N") else "verb-form"
                    edits.append(ScoredEdit(token.start, token.end, proposal.meant, score, kind))
            found.append(edits)
        return found

    def proposals(self, context: SentenceContext) -> Iterator[FormProposal]:
        """Every word whose context calls for another form by plain counts and by the model."""
        pairs, words, tokens = context.pairs, context.words, context.tokens
        for index in context.contested:
            before, after = pairs[index], pairs[index + 1]
            forms = before.others.rivals
            if not forms or not tokens[index - PADDING][1].islower():
                continue
            lefts, rights = before.after[:forms], after.before[:forms]
            here = before.count, after.count
            now = here[0] + here[1]
            if max([COUNTS[a] + COUNTS[b] for a, b in zip(lefts, rights, strict=True)]) <= now:
                continue
            meant: Sequence[str] = ()
            if self._bound is not None:
                meant = self._bound.open_to(words[index], here, lefts, rights)
                if not meant:
                    continue
            if not context.is_plain_word(index) or _after_a_name(context, index):
                continue
            if words[index] in _PARTS_OF_DAYS and words[index - 1] in _WEEKDAYS:
                continue
            family = family_of(words[index])
            if family is None or context.triple(index):
                continue
            if self._calibrator and not self._may_be_taken(
                self._calibrator, context, index, family, meant
            ):
                continue
            proposal = self._propose(context, index, family)
            if proposal is not None:
                yield proposal

    def _may_be_taken(
        self,
        calibrator: Calibrator,
        context: SentenceContext,
        index: int,
        family: Family,
        meant: Sequence[str],
    ) -> bool:
        """Whether the judge might accept one of the forms if the model were entirely sure."""
        forms = dict(family.forms)
        own = forms[context.words[index]]
        for form in meant:
            counted = self._counted(context, index, form)
            for standing in own:
                for asked in forms[form]:
                    group = group_of(standing, asked)
                    if group in calibrator.groups:
                        figures = 0.0, 0.0, 0.0, *counted, *of_tags(own, standing, asked)
                        if calibrator.may_accept(group, figures, MOST_LEAD, models=SCORES):
                            return True
        return False

    def _propose(self, context: SentenceContext, index: int, family: Family) -> FormProposal | None:
        word = context.words[index]
        features = form_features(context.words, context.tags, context.classes, index, family.lemma)
        steps = self._model.scores(features[:-_OF_THE_WORD])
        of_the_word = self._model.scores(features[-_OF_THE_WORD:])
        bare = [step / STEPS for step in steps]
        whole = [sum(both) / STEPS for both in zip(steps, of_the_word, strict=True)]
        fits = {form: _any(whole, own) for form, own in family.forms}
        meant = max(fits, key=fits.__getitem__)
        lead = fits[meant] - fits[word]
        if lead < 1.5:
            return None
        own, other = dict(family.forms)[word], dict(family.forms)[meant]
        bare_lead = _any(bare, other) - _any(bare, own)
        standing, asked = max(own, key=whole.__getitem__), max(other, key=whole.__getitem__)
        figures = (
            lead,
            bare_lead,
            min(lead, bare_lead),
            *self._counted(context, index, meant),
            *of_tags(own, standing, asked),
        )
        return FormProposal(index, word, meant, group_of(standing, asked), figures)

    def _counted(self, context: SentenceContext, index: int, meant: str) -> tuple[float, ...]:
        """The figures that come from counts."""
        spelled, pairs = self._counts.spelled, context.pairs
        (code, tail), words = spelled[meant], context.words
        b, a, word, y, z = words[index - 2 : index + 3]
        first, begin = spelled[a]
        end, last = spelled[y][1], spelled[z][1]
        own, own_tail = spelled[word]
        left_meant, meant_right = crc32(tail, first), crc32(end, code)
        before_left, word_right = crc32(begin, spelled[b][0]), crc32(end, own)
        left, right, whole, before, after, count, other, *wide = self._counts.at(
            (
                left_meant,
                meant_right,
                crc32(end, left_meant),
                crc32(tail, before_left),
                crc32(last, meant_right),
                own,
                code,
                crc32(own_tail, before_left),
                crc32(last, word_right),
            )
        )
        here = pairs[index].count, pairs[index + 1].count
        return (
            *here,
            left,
            right,
            whole,
            *wide,
            before,
            after,
            count,
            other,
            float(here[0] == 0),
            float(here[1] == 0),
            float(here == (0, 0)),
            float(wide[0] > 0),
            float(wide[1] > 0),
        )


def _after_a_name(context: SentenceContext, index: int) -> bool:
    """Whether the word before is a name that might be read as an auxiliary ("Will led")."""
    at = index - PADDING
    return at > 0 and context.tokens[at - 1].text in ("Will", "May", "Mark", "Art", "Grant")


def _any(scores: Sequence[float], tags: Sequence[int]) -> float:
    """The log of the sum of the tags' odds."""
    most = max(scores[tag] for tag in tags)
    return most + math.log(sum(math.exp(scores[tag] - most) for tag in tags))
