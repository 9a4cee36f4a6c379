"""Reads the labels of the network as changes to a sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from copylint.deep.network_words import Word


class LabelAction(StrEnum):
    """The action of a label at its word; the values are the first parts of label names."""

    KEEP = "KEEP"
    DELETE = "DELETE"
    INSERT = "INS"
    REPLACE = "REPL"
    FORM = "TO"
    APOSTROPHE = "APOS"
    JOIN = "MERGE"
    SPLIT = "SPLIT"


class Label(NamedTuple):
    """``detail`` is the new word, the form to use, or the place of the apostrophe."""

    action: LabelAction
    detail: str = ""

    @classmethod
    def read(cls, name: str) -> Label:
        """The label with this name. Raises ``ValueError`` for an unknown one."""
        action, _, detail = name.partition("_")
        return cls(LabelAction(action), detail)


class WordChange(NamedTuple):
    """Replaces the words ``first`` to ``last`` (exclusive) of a sentence by ``put``."""

    first: int
    last: int
    put: tuple[str, ...]

    def apply(self, words: Sequence[str]) -> list[str]:
        """The words after the change."""
        return [*words[: self.first], *self.put, *words[self.last :]]


#: The forms of each word by name (``BASE``, ``S``, ``ED``, ``EN``, ``ING``).
Forms = Mapping[str, Mapping[str, str]]

# How a word and its apostrophe change, by the label's detail: the required ending, the number of
# characters to remove, and the text that replaces them.
_APOSTROPHES = {
    "FIX": ("s", 1, "'s"),
    "ADD": ("", 0, "'s"),
    "BACK": ("'", 2, "'s"),
    "END": ("", 0, "'"),
    "MOVE": ("'s", 2, "s'"),
    "RMEND": ("'", 1, ""),
}


def change(label: Label, words: Sequence[Word], index: int, forms: Forms) -> WordChange | None:
    """The edit that the label proposes at word ``index``; -1 is the place before the first.

    None if the label yields no text: a wrong word without a replacement, an unknown form, or an
    apostrophe in an impossible place.
    """
    action, detail = label
    if action is LabelAction.INSERT:
        at = index + 1
        return WordChange(at, at, (detail.capitalize() if at == 0 else detail,))
    if index < 0 or words[index].opaque:
        return None
    word = words[index].text
    if action is LabelAction.DELETE:
        return WordChange(index, index + 1, ())
    if action is LabelAction.JOIN:
        if index + 1 == len(words) or words[index + 1].opaque:
            return None
        return WordChange(index, index + 2, (word + words[index + 1].text,))
    put = _rewritten(action, detail, word, forms)
    if not put or put == word:
        return None
    return WordChange(index, index + 1, (put,))


def _rewritten(action: LabelAction, detail: str, word: str, forms: Forms) -> str:
    """The word as the label changes it; empty if the label does not apply."""
    if action is LabelAction.REPLACE and detail != "OTHER":
        return in_case_of(word, detail)
    if action is LabelAction.FORM:
        return in_case_of(word, forms.get(word.lower(), {}).get(detail, ""))
    if action is LabelAction.APOSTROPHE:
        if detail == "RM":
            return word.replace("'", "")
        end, less, more = _APOSTROPHES[detail]
        if word.lower().endswith(end):
            return word[: len(word) - less] + more
    return ""


def in_case_of(model: str, word: str) -> str:
    """``word`` with the capitals of ``model``."""
    if len(model) > 1 and model.isupper() and word.isalpha():
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word
