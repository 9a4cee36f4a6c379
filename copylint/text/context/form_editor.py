"""Wrong forms of words: ``the lawyers plans``, ``not require to be shared``."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from copylint.text.article import Sentence
from copylint.text.context.families import FORM_TAGS, Family, family_of
from copylint.text.context.forms import FormModel, form_features
from copylint.text.context.judge import judges
from copylint.text.context.scene import PADDING, Scene
from copylint.text.edits import ScoredEdit, SentenceEditor
from copylint.text.ngrams import NGrams

# The features that hold the word itself come last; the judge also sees the score without.
_OF_THE_WORD = 6
_NOUNS = (0, 1)


class FormProposal(NamedTuple):
    """Another form for the word at ``at`` of a scene, with the figures for the judge."""

    at: int
    written: str
    meant: str
    group: str
    figures: tuple[float, ...]


class FormEditor(SentenceEditor):
    """Proposes another form of a word where its sentence asks for it."""

    def __init__(self) -> None:
        self._model = FormModel.shared()
        self._counts = NGrams.shared()

    def edits(self, sentences: Sequence[Sentence]) -> list[list[ScoredEdit]]:
        """Wrong forms in each sentence, scored in log odds above what their kind must reach."""
        judge = judges()["form"]
        found: list[list[ScoredEdit]] = []
        for sentence in sentences:
            edits: list[ScoredEdit] = []
            scene = Scene.of(sentence)
            for proposal in self.proposals(scene):
                score = judge.weigh(proposal.group, proposal.figures)
                if score > 0:
                    token = sentence.tokens[proposal.at - PADDING]
                    kind = "agreement" if proposal.group.startswith("N") else "verb-form"
                    edits.append(ScoredEdit(token.start, token.end, proposal.meant, score, kind))
            found.append(edits)
        return found

    def proposals(self, scene: Scene) -> Iterator[FormProposal]:
        """Every word whose context asks for another form by plain counts and by the model."""
        words = scene.words
        for index in range(PADDING, len(words) - PADDING):
            family = family_of(words[index])
            if family is None or not self._more_at_home(family, words, index):
                continue
            if not scene.is_plain_word(index) or _after_a_name(scene, index):
                continue
            proposal = self._propose(scene, index, family)
            if proposal is not None:
                yield proposal

    def _more_at_home(self, family: Family, words: Sequence[str], index: int) -> bool:
        """Whether plain counts find another form more at home than the one that stands."""
        left, word, right = words[index - 1 : index + 2]
        pair = self._counts.pair
        now = pair(left, word) + pair(word, right)
        for form, _ in family.forms:
            if form != word and pair(left, form) + pair(form, right) > now:
                return not self._counts.triple(left, word, right)
        return False

    def _propose(self, scene: Scene, index: int, family: Family) -> FormProposal | None:
        words, pair, triple = scene.words, self._counts.pair, self._counts.triple
        word = words[index]
        features = form_features(words, scene.tags, scene.classes, index, family.lemma)
        model, tags = self._model, tuple(family.tags)
        whole = model.scores(features, tags)
        bare = model.scores(features[:-_OF_THE_WORD], tags)
        fits = {form: _any(whole, own) for form, own in family.forms}
        meant = max(fits, key=fits.__getitem__)
        lead = fits[meant] - fits[word]
        if lead < 1.5:
            return None
        own, other = dict(family.forms)[word], dict(family.forms)[meant]
        bare_lead = _any(bare, other) - _any(bare, own)
        standing, asked = max(own, key=whole.__getitem__), max(other, key=whole.__getitem__)
        before, left, right, after = (
            words[index - 2],
            *words[index - 1 : index + 3 : 2],
            words[index + 2],
        )
        here = pair(left, word), pair(word, right)
        there = pair(left, meant), pair(meant, right)
        wide = triple(before, left, word), triple(word, right, after)
        figures = (
            lead,
            bare_lead,
            min(lead, bare_lead),
            *here,
            *there,
            triple(left, meant, right),
            *wide,
            triple(before, left, meant),
            triple(meant, right, after),
            self._counts.word(word),
            self._counts.word(meant),
            float(here[0] == 0),
            float(here[1] == 0),
            float(here == (0, 0)),
            float(wide[0] > 0),
            float(wide[1] > 0),
            float(len(own)),
            float(asked in _NOUNS),
            float(standing in _NOUNS),
        )
        return FormProposal(
            index, word, meant, f"{FORM_TAGS[standing]}>{FORM_TAGS[asked]}", figures
        )


def _after_a_name(scene: Scene, index: int) -> bool:
    """Whether a person's name stands before the word that might be an auxiliary ("Will led")."""
    at = index - PADDING
    return at > 0 and scene.tokens[at - 1].text in ("Will", "May", "Mark", "Art", "Grant")


def _any(scores: dict[int, float], tags: Sequence[int]) -> float:
    """The log of the sum of the tags' odds."""
    most = max(scores[tag] for tag in tags)
    return most + math.log(sum(math.exp(scores[tag] - most) for tag in tags))
