"""Features of edits, from the network, from counts, from context models and from the place."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import cached_property

from copylint.deep.candidates import Candidate
from copylint.deep.labels import LabelAction, WordChange
from copylint.deep.network_words import Word
from copylint.language.edit_cost import edit_cost
from copylint.language.lexicon import Kinds, Lexicon
from copylint.language.ngrams import NGrams
from copylint.language.tagger import Tagger
from copylint.language.tokens import HYPHENS
from copylint.models.confusion_model import ConfusionModel, context_features, word_class
from copylint.models.form_model import STEPS, FormModel, form_features
from copylint.models.gap_model import GapModel, gap_features
from copylint.models.word_classes import class_counts
from copylint.models.word_families import family_of

_PAD = 4
_BEFORE, _AFTER = 2, 4
_FAR = 12
_ALL_TAGS = (
    "$ '' , . : CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NN NNP NNPS NNS PDT POS PRP PRP$ "
    "PRPV RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB `` ^ $$ -LRB- "
    "-RRB- NFP ADD AFX XX U N ?"
)
_TAGS = tuple(_ALL_TAGS.split())
_NUMBER_OF = {tag: float(number) for number, tag in enumerate(_TAGS)}
_ACTIONS = {action: float(number) for number, action in enumerate(LabelAction)}
_STOPS = frozenset(".?!:;…")
_QUOTES = frozenset("\"“”‘'`")
_MARKS = frozenset(",.;:!?…")
_SURE, _LEAST_SHARE = 1e-6, 1e-4

_OF_NETWORK = "action wrong share of_place over_next rank near_before other_most other_mean"
#: Features of the network's first reading.
OF_NETWORK = tuple(_OF_NETWORK.split())
_OF_WORDS = (
    "pair_left_old pair_right_old pair_left_new pair_right_new mid_old mid_new "
    "wide_left_old wide_left_new wide_right_old wide_right_new pairs_old pairs_new "
    "least_old least_new triples_old triples_new closed count_old count_new count_left "
    "count_right zipf_old zipf_new known_old known_new class_old class_new class_left_old "
    "class_left_new class_right_old class_right_new pair_model has_pair form_lead "
    "has_form gap_old gap_new length_old length_new cost same_letters capital_here "
    "capital_left capital_right given all_capitals left_mark right_mark right_comma "
    "left_number right_number left_quote right_quote left_hyphen right_hyphen left_code "
    "right_code code_far codes quoted words at from_end capitals numbers commas "
    "ends_with_stop opens_small brackets tag_left2 tag_left tag_here tag_right tag_right2 "
    "class_put joined_left joined_right first_tag"
)
#: Features of the words and the place, for which the network is not needed.
OF_WORDS = tuple(_OF_WORDS.split())
_OF_REREADING = "rest rest_here rest_sum fall after_most"
#: Features of the network's second reading, with the edit made.
OF_REREADING = tuple(_OF_REREADING.split())


def log_odds(probability: float) -> float:
    """Natural log odds of a probability, which is kept one in a million away from 0 and 1."""
    kept = min(max(probability, _SURE), 1 - _SURE)
    return math.log(kept / (1 - kept))


class SentenceFeatures:
    """A sentence with the network's verdict, from which the features of its edits are made.

    ``wrong`` has the network's probability of an error for the start and for every word.
    """

    def __init__(self, words: Sequence[Word], wrong: Sequence[float]) -> None:
        self.words = words
        self.wrong = wrong
        self.texts = [word.text for word in words]
        self.low = ["^"] * _PAD + [text.lower() for text in self.texts] + ["$"] * _PAD
        self._counts = NGrams.shared()

    @cached_property
    def classes(self) -> list[str]:
        """The possible tags of each word, as one class, padded."""
        edge = word_class("^"), word_class("$")
        return [edge[0]] * _PAD + [*map(word_class, self.texts)] + [edge[1]] * _PAD

    @cached_property
    def tags(self) -> list[str]:
        """The tag of each word, padded."""
        return ["^"] * _PAD + [*Tagger.shared().tag(self.texts)] + ["$"] * _PAD

    @cached_property
    def shape(self) -> tuple[float, ...]:
        """The features of the sentence as a whole."""
        alphas = [text for text in self.texts if text[0].isalpha()]
        size = max(1, len(alphas))
        last = next((t for t in reversed(self.texts) if t not in "\"'”’)]"), "")
        first = self.texts[0][:1] if self.texts else ""
        return (
            float(len(self.texts)),
            sum(text[0].isupper() for text in alphas) / size,
            sum(text[0].isdigit() for text in self.texts) / max(1, len(self.texts)),
            float(self.texts.count(",")),
            float(last[-1:] in _STOPS),
            float(first.islower()),
            float("(" in self.texts or "[" in self.texts),
        )

    @cached_property
    def codes(self) -> list[int]:
        """The numbers of the placeholders for code, addresses and the like."""
        return [at for at, word in enumerate(self.words) if word.opaque]

    def of_network(self, candidate: Candidate) -> list[float]:
        """The features named in ``OF_NETWORK``."""
        place, wrong, share = candidate.place, self.wrong[candidate.place], candidate.share
        start, end = max(0, place - _BEFORE), place + _AFTER
        near = [each for at, each in enumerate(self.wrong[start:end], start) if at != place]
        others = [*self.wrong[:start], *self.wrong[end:]]
        return [
            _ACTIONS[candidate.label.action],
            log_odds(wrong),
            log_odds(share),
            share / max(wrong, _SURE),
            math.log(max(share, _LEAST_SHARE) / max(candidate.next_share, _LEAST_SHARE)),
            float(candidate.rank),
            log_odds(max(near, default=0.0)),
            log_odds(max(others, default=0.0)),
            sum(self.wrong) / len(self.wrong),
        ]

    def of_rereading(self, candidate: Candidate, after: Sequence[float]) -> list[float]:
        """The features named in ``OF_REREADING``.

        ``after`` has the network's probabilities of an error once the edit is made.
        """
        place, (first, _, put) = candidate.place, candidate.change
        near = after[max(0, place - _BEFORE) : place + _AFTER]
        here = after[first : first + len(put) + 2]
        return [
            log_odds(max(near, default=1.0)),
            log_odds(max(here, default=1.0)),
            sum(near),
            sum(self.wrong) - sum(after),
            log_odds(max(after, default=1.0)),
        ]

    def of_words(self, change: WordChange) -> list[float]:
        """The features named in ``OF_WORDS``."""
        first, last, put = change
        return [
            *self._of_counts(first, last, [each.lower() for each in put]),
            *self._of_models(change),
            *self._of_place(first, last),
            *self._of_tags(first, last, put),
        ]

    def _of_counts(self, first: int, last: int, put: list[str]) -> list[float]:
        low, counts = self.low, self._counts
        f, n = first + _PAD, last + _PAD
        old = [*low[f - 2 : f], *low[f:n], *low[n : n + 2]]
        new = [*low[f - 2 : f], *put, *low[n : n + 2]]
        left, right = low[f - 1], low[n]
        old_in, new_in = low[f:n] or [right], put or [right]
        old_end, new_end = low[f:n] or [left], put or [left]
        pairs_old = [counts.pair(*old[at : at + 2]) for at in range(1, len(old) - 2)]
        pairs_new = [counts.pair(*new[at : at + 2]) for at in range(1, len(new) - 2)]
        triples_old = [counts.triple(*old[at : at + 3]) for at in range(len(old) - 2)]
        triples_new = [counts.triple(*new[at : at + 3]) for at in range(len(new) - 2)]
        zipf, is_word = Lexicon.shared().zipf, Lexicon.shared().is_word
        own, its = low[f:n], put
        classes = class_counts()
        kinds = self.classes
        class_old = [*kinds[f - 2 : f], *kinds[f:n], *kinds[n : n + 2]]
        class_new = [*kinds[f - 2 : f], *map(word_class, put), *kinds[n : n + 2]]
        rows_old = [classes.triple(*class_old[at : at + 3]) for at in range(len(class_old) - 2)]
        rows_new = [classes.triple(*class_new[at : at + 3]) for at in range(len(class_new) - 2)]
        return [
            counts.pair(left, old_in[0]),
            counts.pair(old_end[-1], right),
            counts.pair(left, new_in[0]),
            counts.pair(new_end[-1], right),
            max(triples_old[1:-1], default=0.0),
            max(triples_new[1:-1], default=0.0),
            triples_old[0],
            triples_new[0],
            triples_old[-1],
            triples_new[-1],
            sum(pairs_old) / max(1, len(pairs_old)),
            sum(pairs_new) / max(1, len(pairs_new)),
            min(pairs_old, default=0.0),
            min(pairs_new, default=0.0),
            sum(triples_old) / len(triples_old) if triples_old else 0.0,
            sum(triples_new) / len(triples_new) if triples_new else 0.0,
            counts.pair(left, right),
            min((counts.word(each) for each in own), default=-1.0),
            min((counts.word(each) for each in its), default=-1.0),
            counts.word(left),
            counts.word(right),
            min((zipf(each) for each in own), default=-1.0),
            min((zipf(each) for each in its), default=-1.0),
            float(all(is_word(each) for each in own)),
            float(all(is_word(each) for each in its)),
            min(rows_old, default=0.0),
            min(rows_new, default=0.0),
            rows_old[0] if rows_old else 0.0,
            rows_new[0] if rows_new else 0.0,
            rows_old[-1] if rows_old else 0.0,
            rows_new[-1] if rows_new else 0.0,
        ]

    def _of_models(self, change: WordChange) -> list[float]:
        first, last, put = change
        low, kinds, at = self.low, self.classes, first + _PAD
        pair = has_pair = form = has_form = 0.0
        gap_old = gap_new = 0.0
        cost, same = 0.0, 0.0
        if last == first + 1 and len(put) == 1:
            old, new = low[at], put[0].lower()
            for rival in ConfusionModel.shared().by_word.get(old, ()):
                if rival.word == new:
                    has_pair = 1.0
                    around = context_features(low[at - 2 : at + 3], kinds[at - 2 : at + 3], 2)
                    pair = ConfusionModel.shared().score(rival, around)
            family = family_of(old)
            own = dict(family.forms) if family else {}
            if family and new in own and old in own:
                has_form = 1.0
                scores = FormModel.shared().scores(
                    form_features(low, self.tags, kinds, at, family.lemma)
                )
                best = max(scores[tag] for tag in own[new])
                form = (best - max(scores[tag] for tag in own[old])) / STEPS
            cost = edit_cost(old, new)
            same = float(sorted(old) == sorted(new))
        gaps = GapModel.shared()
        if len(put) == 1:
            word = put[0].lower()
            gap_new = gaps.score(word, gap_features(low, kinds, at - 1, last + _PAD, word))
        if last == first + 1:
            gap_old = gaps.score(low[at], gap_features(low, kinds, at - 1, at + 1, low[at]))
        return [
            pair,
            has_pair,
            form,
            has_form,
            gap_old,
            gap_new,
            float(sum(map(len, low[at : last + _PAD]))),
            float(sum(map(len, put))),
            cost,
            same,
        ]

    def _of_place(self, first: int, last: int) -> list[float]:
        texts, size = self.texts, len(self.texts)
        here = texts[first] if first < min(last, size) else ""
        left = texts[first - 1] if first else ""
        right = texts[last] if last < size else ""
        entry = Lexicon.shared().entry(here) if here[:1].isupper() else None
        code_far = min((abs(at - first) for at in self.codes), default=_FAR)
        length, *rest = self.shape
        return [
            float(here[:1].isupper()),
            float(left[:1].isupper() and first > 1),
            float(right[:1].isupper()),
            float(entry is not None and Kinds.GIVEN in entry.kinds),
            float(len(here) > 1 and here.isupper()),
            float(bool(left) and not left[0].isalnum()),
            float(bool(right) and not right[0].isalnum()),
            float(right in _MARKS),
            float(left[:1].isdigit()),
            float(right[:1].isdigit()),
            float(left in _QUOTES),
            float(right in _QUOTES),
            float(left in HYPHENS),
            float(right in HYPHENS),
            float(bool(first) and self.words[first - 1].opaque),
            float(last < size and self.words[last].opaque),
            float(min(code_far, _FAR)),
            float(len(self.codes)),
            float(texts[:first].count('"') % 2),
            length,
            float(first),
            float(size - last),
            *rest,
        ]

    def _of_tags(self, first: int, last: int, put: Sequence[str]) -> list[float]:
        at, end = first + _PAD, last + _PAD
        tags, words = self.tags, self.words
        number = _NUMBER_OF.get
        new = number(word_class(put[0]).partition("|")[0], -1.0) if put else -2.0

        def joined(index: int) -> float:
            inside = 0 <= index < len(words) - 1
            return float(inside and words[index].end == words[index + 1].start)

        return [
            number(tags[at - 2], -1.0),
            number(tags[at - 1], -1.0),
            number(tags[at], -1.0) if last > first else -2.0,
            number(tags[end], -1.0),
            number(tags[end + 1], -1.0),
            new,
            joined(first - 1),
            joined(last - 1),
            number(tags[_PAD], -1.0),
        ]
