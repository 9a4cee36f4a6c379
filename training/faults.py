"""Inserts errors into sentences, with the labels that correct them, to train a network.

A sentence is a list of words whose item 0 represents the place before the first word. Its labels,
one for each item, are names as in ``labels.txt`` of a model.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mistaken import AGREEING, APART, JOINED, PREPOSITIONS, SMALL_WORDS

from copylint.deep.labels import Forms, in_case_of
from copylint.models.edit_neighbours import neighbours

BEGIN = "[CLS]"
KEEP = "KEEP"
# The words on either side of an error that must be free of others.
_APART = 2
_ATTEMPTS = 4
_TWO_FAULTS = 0.2


class Example(NamedTuple):
    """A sentence with its labels; ``kinds`` names the inserted errors."""

    words: list[str]
    labels: list[str]
    kinds: tuple[str, ...]


@dataclass
class Draft:
    """A sentence into which errors are being inserted."""

    words: list[str]
    labels: list[str]
    chance: random.Random

    def places(self, allows: Callable[[int, str], bool]) -> list[int]:
        """The words that ``allows`` accepts, far enough from other errors.

        It is called with the index and the word in lower case.
        """
        taken = [at for at, label in enumerate(self.labels) if label != KEEP]
        return [
            at
            for at in range(1, len(self.words))
            if all(abs(at - other) > _APART for other in taken) and allows(at, self.low(at))
        ]

    def pick(self, places: Sequence[int], weights: Sequence[float] | None = None) -> int | None:
        """One of the places at random; None if there are none."""
        return self.chance.choices(places, weights)[0] if places else None

    def low(self, at: int) -> str:
        """The word at an index in lower case."""
        return self.words[at].lower()

    def is_name(self, at: int) -> bool:
        """Whether the word has a capital although it does not begin the sentence."""
        return at > 1 and self.words[at][0].isupper()

    def write(self, at: int, word: str, label: str) -> None:
        """Write a wrong word, which ``label`` corrects."""
        self.words[at] = in_case_of(self.words[at], word)
        self.labels[at] = label

    def insert(self, at: int, word: str, label: str) -> None:
        """Insert a word before ``at``."""
        self.words.insert(at, word)
        self.labels.insert(at, label)

    def delete(self, at: int) -> str:
        """Delete a word; returns it in lower case."""
        del self.labels[at]
        return self.words.pop(at).lower()


class Faults:
    """Inserts errors of every kind. ``labels`` are those that a network may learn."""

    def __init__(
        self, labels: Collection[str], forms: Forms, confusions: Mapping[str, Sequence[str]]
    ) -> None:
        self._labels = frozenset(labels)
        self._forms, self._confusions = forms, confusions
        self._kinds: dict[str, tuple[float, Callable[[Draft], bool]]] = {
            "slip": (20, self._slip),
            "confusion": (14, lambda draft: self._exchange(draft, self._confusions)),
            "missing": (20, self._missing),
            "repeated": (4, self._repeated),
            "extra": (6, self._extra),
            "variant": (5, self._variant),
            "form": (20, self._form),
            "agreement": (6, lambda draft: self._exchange(draft, AGREEING)),
            "preposition": (5, lambda draft: self._exchange(draft, PREPOSITIONS)),
            "article": (3, self._article),
            "apostrophe": (9, self._apostrophe),
            "joined": (1.5, self._joined),
            "parted": (1.5, self._parted),
        }

    def example(self, words: Sequence[str], chance: random.Random, clean: float) -> Example:
        """The sentence with one or two errors, or unchanged with probability ``clean``."""
        draft = Draft([BEGIN, *words], [KEEP] * (len(words) + 1), chance)
        kinds: list[str] = []
        if chance.random() >= clean:
            for _ in range(1 + (chance.random() < _TWO_FAULTS)):
                kind = self._one(draft)
                if kind:
                    kinds.append(kind)
        return Example(draft.words, draft.labels, tuple(kinds))

    def _one(self, draft: Draft) -> str:
        names = list(self._kinds)
        weights = [weight for weight, _ in self._kinds.values()]
        for _ in range(_ATTEMPTS):
            (kind,) = draft.chance.choices(names, weights)
            if self._kinds[kind][1](draft):
                return kind
        return ""

    def _replacing(self, word: str) -> str:
        """The label that restores ``word``."""
        label = f"REPL_{word.lower()}"
        return label if label in self._labels else "REPL_OTHER"

    def _slip(self, draft: Draft) -> bool:
        at = draft.pick(draft.places(lambda i, w: not draft.is_name(i) and bool(neighbours(w))))
        if at is None:
            return False
        word = draft.chance.choice(neighbours(draft.low(at)))
        draft.write(at, word, self._replacing(draft.words[at]))
        return True

    def _exchange(self, draft: Draft, table: Mapping[str, Sequence[str]]) -> bool:
        at = draft.pick(draft.places(lambda _, w: w in table))
        if at is None:
            return False
        word = draft.chance.choice(table[draft.low(at)])
        draft.write(at, word, self._replacing(draft.words[at]))
        return True

    def _missing(self, draft: Draft) -> bool:
        places = draft.places(
            lambda i, w: f"INS_{w}" in self._labels and draft.labels[i - 1] == KEEP
        )
        weights = [SMALL_WORDS.get(draft.low(at), 0.2) for at in places]
        at = draft.pick(places, weights)
        if at is None or len(draft.words) < 4:
            return False
        draft.labels[at - 1] = f"INS_{draft.delete(at)}"
        if at == 1:
            draft.words[1] = draft.words[1][:1].upper() + draft.words[1][1:]
        return True

    def _repeated(self, draft: Draft) -> bool:
        at = draft.pick(draft.places(lambda _, w: w in SMALL_WORDS))
        if at is None:
            return False
        draft.insert(at + 1, draft.low(at), "DELETE")
        return True

    def _extra(self, draft: Draft) -> bool:
        at = draft.pick(draft.places(lambda _, w: w.isalpha()))
        if at is None:
            return False
        word = draft.chance.choices([*SMALL_WORDS], [*SMALL_WORDS.values()])[0]
        following = draft.low(at + 1) if at + 1 < len(draft.words) else ""
        if word in (draft.low(at), following):
            return False
        draft.insert(at + 1, word, "DELETE")
        return True

    def _variant(self, draft: Draft) -> bool:
        """Two alternatives of which one should have been deleted ("of for the")."""
        tables = (PREPOSITIONS, AGREEING)
        at = draft.pick(draft.places(lambda _, w: any(w in table for table in tables)))
        if at is None:
            return False
        others = next(table[draft.low(at)] for table in tables if draft.low(at) in table)
        draft.insert(at + 1, draft.chance.choice(others), "DELETE")
        return True

    def _form(self, draft: Draft) -> bool:
        at = draft.pick(draft.places(lambda i, w: w in self._forms and not draft.is_name(i)))
        if at is None:
            return False
        word = draft.low(at)
        others = {form for form in self._forms[word].values() if form != word}
        # The label must lead back from the form to the word.
        ways = [
            (form, name)
            for form in sorted(others)
            for name, back in self._forms.get(form, {}).items()
            if back == word and f"TO_{name}" in self._labels
        ]
        if not ways:
            return False
        form, name = draft.chance.choice(ways)
        draft.write(at, form, f"TO_{name}")
        return True

    def _article(self, draft: Draft) -> bool:
        at = draft.pick(draft.places(lambda _, w: w in ("a", "an")))
        if at is None:
            return False
        word = "an" if draft.low(at) == "a" else "a"
        draft.write(at, word, self._replacing(draft.words[at]))
        return True

    def _apostrophe(self, draft: Draft) -> bool:
        at = draft.pick(
            draft.places(lambda _, w: "'" in w.strip("'") or w.endswith("s'") or _is_plural(w))
        )
        if at is None:
            return False
        word, low = draft.words[at], draft.low(at)
        if low.endswith("s'"):
            ways = [(word[:-1], "APOS_END"), (f"{word[:-2]}'s", "APOS_MOVE")]
        elif low.endswith("'s") and f"REPL_{low}" not in self._labels:
            ways = [
                (f"{word[:-2]}s", "APOS_FIX"),
                (word[:-2], "APOS_ADD"),
                (f"{word[:-2]}s'", "APOS_BACK"),
            ]
        elif "'" in word:
            ways = [(word.replace("'", ""), self._replacing(word))]
        else:
            ways = [(f"{word[:-1]}'s", "APOS_RM"), (f"{word}'", "APOS_RMEND")]
        ways = [(wrong, label) for wrong, label in ways if label in self._labels and wrong]
        if not ways:
            return False
        draft.words[at], draft.labels[at] = draft.chance.choice(ways)
        return True

    def _joined(self, draft: Draft) -> bool:
        """Two words written as one."""
        at = draft.pick(
            draft.places(
                lambda i, w: (
                    i + 1 < len(draft.words)
                    and (w, draft.low(i + 1)) in APART
                    and draft.labels[i + 1] == KEEP
                )
            )
        )
        if at is None or "SPLIT" not in self._labels:
            return False
        word = JOINED[draft.low(at), draft.low(at + 1)]
        draft.delete(at + 1)
        draft.write(at, word, "SPLIT")
        return True

    def _parted(self, draft: Draft) -> bool:
        """One word written as two."""
        parts = {one: pair for pair, one in JOINED.items()}
        at = draft.pick(draft.places(lambda _, w: w in parts))
        if at is None or "MERGE" not in self._labels:
            return False
        first, second = parts[draft.low(at)]
        draft.write(at, first, "MERGE")
        draft.insert(at + 1, second, KEEP)
        return True


def _is_plural(word: str) -> bool:
    return word.isalpha() and len(word) > 3 and word.endswith("s") and not word.endswith("ss")
