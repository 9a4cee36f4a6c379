"""What the detectors of missing words share."""

from __future__ import annotations

from copylint.checks.grammar.line import Line, Slip
from copylint.text.wordlist import words

RULE_ID = "grammar.missing-word"
DETERMINERS = words(
    "the a an this that these those his her its their my our your him them it us me"
)


def insertion(line: Line, at: int, word: str) -> Slip:
    """``word`` is missing between the tokens at ``at`` and after it."""
    first, second = line.shown(at), line.shown(at + 1)
    return Slip(
        RULE_ID,
        at,
        at + 1,
        (f"{first} {word} {second}",),
        f"'{word}' is missing: '{first} {word} {second}'.",
    )
