"""Proposals kept from run to run, by sentence: a sentence is read once, wherever it stands."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from hashlib import blake2b

from copylint.cache.store import Store
from copylint.deep.edit_tagger import Proposal
from copylint.deep.labels import Label, LabelAction, WordChange
from copylint.deep.network_words import Word

# A new number for another way to read or to write proposals.
_EDITION = "deep sentence 1"
_KEY_BYTES = 16

#: Makes the proposals for each of several sentences.
Reader = Callable[[Sequence[Sequence[Word]]], list[list[Proposal]]]


class Memory:
    """What is proposed for sentences; those in ``store`` are not read again.

    ``version`` is that of the model: another model's proposals are not found.
    """

    def __init__(self, version: str, store: Store | None) -> None:
        self._base = blake2b(f"{_EDITION} {version}".encode(), digest_size=_KEY_BYTES)
        self._store = store

    def proposals(self, sentences: Sequence[Sequence[Word]], read: Reader) -> list[list[Proposal]]:
        """The proposals for every sentence; ``read`` makes those of sentences not met before."""
        keys = [self._key(words) for words in sentences]
        known = self._known(keys)
        first = {key: number for number, key in reversed([*enumerate(keys)]) if key not in known}
        new = sorted(first.values())
        made = read([sentences[number] for number in new])
        fresh = {keys[number]: found for number, found in zip(new, made, strict=True)}
        if self._store is not None and fresh:
            self._store.put((key, _written(found)) for key, found in fresh.items())
        known |= fresh
        return [known[key] for key in keys]

    def _known(self, keys: Sequence[bytes]) -> dict[bytes, list[Proposal]]:
        known: dict[bytes, list[Proposal]] = {}
        if self._store is not None and self._store.exists():
            for key, value in self._store.get(list(dict.fromkeys(keys))).items():
                try:
                    known[key] = _read(value)
                except (ValueError, TypeError):  # not written by us: read the sentence again
                    continue
        return known

    def _key(self, words: Sequence[Word]) -> bytes:
        key = self._base.copy()
        text = "\n".join(f"{word.text}\0" if word.opaque else word.text for word in words)
        key.update(text.encode("utf-8", "surrogatepass"))
        return key.digest()


def _written(found: Sequence[Proposal]) -> bytes:
    return json.dumps(found, separators=(",", ":")).encode() if found else b""


def _read(value: bytes) -> list[Proposal]:
    """What ``_written`` wrote. Raises ``ValueError`` or ``TypeError`` for anything else."""
    rows = json.loads(value) if value else []
    return [
        Proposal(
            at,
            Label(LabelAction(action), detail),
            WordChange(first, last, tuple(put)),
            float(wrong),
            float(share),
            float(rest),
        )
        for at, (action, detail), (first, last, put), wrong, share, rest in rows
    ]
