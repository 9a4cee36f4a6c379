"""Keeps verdicts between runs, by sentence, so that no sentence is read twice."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from hashlib import blake2b

from copylint.cache.store import Store
from copylint.core.recent import Recent
from copylint.deep.edit_tagger import Proposal, Verdict
from copylint.deep.labels import Label, LabelAction, WordChange
from copylint.deep.network_words import Word

# To be raised when verdicts are made or stored differently, or the counts of pairs change.
_EDITION = "deep sentence 2"
_KEY_BYTES = 16
_STEP = 32

#: A function that makes the verdicts on several sentences.
Reader = Callable[[Sequence[Sequence[Word]]], list[Verdict]]


class Memory:
    """Verdicts on sentences; those in ``store`` or ``recent`` are not read again.

    ``version`` is that of the model, so that verdicts of other models are never used.
    """

    def __init__(
        self, version: str, store: Store | None, recent: Recent[bytes, Verdict] | None = None
    ) -> None:
        self._base = blake2b(f"{_EDITION} {version}".encode(), digest_size=_KEY_BYTES)
        self._store, self._recent = store, recent

    def verdicts(self, sentences: Sequence[Sequence[Word]], read: Reader) -> list[Verdict]:
        """The verdict on every sentence; ``read`` makes the missing ones."""
        keys = [self.key(words) for words in sentences]
        known = self._known(keys)
        first = {key: number for number, key in reversed([*enumerate(keys)]) if key not in known}
        new = sorted(first.values())
        fresh: dict[bytes, Verdict] = {}
        # Verdicts are stored after every few sentences, in case the run is interrupted.
        step = _STEP if self._recent is not None else len(new) or 1
        for at in range(0, len(new), step):
            some = new[at : at + step]
            for number, found in zip(some, read([sentences[n] for n in some]), strict=True):
                fresh[keys[number]] = found
                if self._recent is not None:
                    self._recent.put(keys[number], found)
        if self._store is not None and fresh:
            self._store.put((key, _written(found)) for key, found in fresh.items())
        known |= fresh
        return [known[key] for key in keys]

    def _known(self, keys: Sequence[bytes]) -> dict[bytes, Verdict]:
        known: dict[bytes, Verdict] = {}
        if self._recent is not None:
            found = ((key, self._recent.get(key)) for key in keys)
            known = {key: verdict for key, verdict in found if verdict is not None}
            keys = [key for key in keys if key not in known]
        if self._store is not None and self._store.exists():
            for key, value in self._store.get(list(dict.fromkeys(keys))).items():
                try:
                    known[key] = _read(value)
                except (
                    ValueError,
                    TypeError,
                    RecursionError,
                ):  # damaged or foreign: read the sentence again
                    continue
        return known

    def key(self, words: Sequence[Word]) -> bytes:
        """The key of a sentence, made from the texts of its words."""
        key = self._base.copy()
        text = "\n".join(f"{word.text}\0" if word.opaque else word.text for word in words)
        key.update(text.encode("utf-8", "surrogatepass"))
        return key.digest()


def _written(found: Verdict) -> bytes:
    return json.dumps(found, separators=(",", ":")).encode() if any(found) else b""


def _read(value: bytes) -> Verdict:
    """The verdict that ``_written`` wrote. Raises ``ValueError`` or ``TypeError`` otherwise."""
    rows, doubted = json.loads(value) if value else ([], [])
    proposals = [
        Proposal(
            place,
            Label(LabelAction(action), detail),
            WordChange(first, last, tuple(put)),
            tuple(map(float, features)),
        )
        for place, (action, detail), (first, last, put), features in rows
    ]
    return Verdict(proposals, [*map(int, doubted)])
