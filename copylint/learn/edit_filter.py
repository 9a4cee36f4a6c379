"""Tells corrections of wording from changes of fact and from rewriting.

A rule can be made of the first kind only. What is dropped: passages that were rewritten; changed
numbers, days and months; a *not* that came or went; one pronoun of a person for another; clauses
that were cut or put in; repeated words; quotation marks, brackets and full stops; code; and
insults put in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from copylint.language.lexicon import Kinds, Lexicon
from copylint.learn.alignment import TokenEdit, TokenLine, edits_between, share_kept

# A passage of which less is kept was rewritten; so was one with more edits.
_KEPT = 0.5
_MOST_EDITS = 8
# The most tokens of one correction, and the most that may go without a replacement.
_MOST_TOKENS = 3
_MOST_CUT = 2
_MOST_LENGTH = 200

_WORD = re.compile(r"[^\W\d_]+(?:[-'.&‑][^\W\d_]+)*")
_MARKS = frozenset(",;:-–—")
_NEGATIONS = frozenset(
    ("not", "no", "never", "none", "nothing", "nobody", "neither", "nor", "without", "hardly")
)
_PERSONS = frozenset(
    ("he", "she", "him", "her", "his", "hers", "himself", "herself", "i", "we", "you", "me", "us")
)
_COURTESY = frozenset(("mr", "mrs", "ms", "miss", "mr.", "mrs.", "ms."))
_NUMBERS = frozenset(
    """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred thousand million billion first second third fourth fifth half quarter dozen today
    yesterday tomorrow
    """.split()  # noqa: SIM905 - a list of words is read more easily as a passage
)
_FACTS = _NEGATIONS | _PERSONS | _COURTESY | _NUMBERS


def corrections(before: TokenLine, after: TokenLine) -> Iterator[TokenEdit]:
    """The edits between two forms of a passage that a rule may be made of."""
    if not before.spans or not after.spans:
        return
    if max(len(before.spans), len(after.spans)) > _MOST_LENGTH or before.text == after.text:
        return
    edits = edits_between(before, after)
    if len(edits) > _MOST_EDITS or share_kept(before, edits) < _KEPT:
        return
    for each in edits:
        if _is_wording(before, after, each):
            yield each


def _is_wording(before: TokenLine, after: TokenLine, edit: TokenEdit) -> bool:
    old, new = before.folded[edit.first : edit.last], after.folded[edit.new_first : edit.new_last]
    if max(len(old), len(new)) > _MOST_TOKENS or (not new and len(old) > _MOST_CUT):
        return False
    if not new and _repeats(before, edit, len(old)):
        return False
    if edit.case_only and (edit.first == 0 or edit.new_first == 0 or _opens(before, edit.first)):
        return False
    if not all(_WORD.fullmatch(each) or each in _MARKS for each in (*old, *new)):
        return False
    if set(old).symmetric_difference(new) & _FACTS:
        return False
    if any(each.endswith("n't") for each in set(old).symmetric_difference(new)):
        return sorted(_spelt_out(old)) == sorted(_spelt_out(new))
    cased = after.words[edit.new_first : edit.new_last]
    return not any(_is_calendar(each) for each in before.words[edit.first : edit.last]) and not any(
        insults(each) for each in cased
    )


def _repeats(before: TokenLine, edit: TokenEdit, length: int) -> bool:
    """Whether what is cut is a repetition: a check of its own knows which ones are wanted."""
    old = before.folded[edit.first : edit.last]
    return old in (
        before.folded[max(0, edit.first - length) : edit.first],
        before.folded[edit.last : edit.last + length],
    )


def _spelt_out(words: tuple[str, ...]) -> list[str]:
    """The letters of words without their signs, to tell ``dont`` and ``don't`` from a denial."""
    return ["".join(char for char in each if char.isalpha()) for each in words]


def _opens(line: TokenLine, at: int) -> bool:
    """Whether token ``at`` follows the end of a sentence, a colon or an opening mark."""
    return at > 0 and not line.words[at - 1][-1].isalnum() and line.words[at - 1] not in (",", "-")


def _is_calendar(word: str) -> bool:
    entry = Lexicon.shared().entry(word)
    return entry is not None and bool(entry.kinds & Kinds.CALENDAR)


def insults(word: str) -> bool:
    """Whether the lexicon knows ``word``, or one of its parts, as an insult."""
    lexicon = Lexicon.shared()
    parts = {word, *word.split("-")}
    forms = {form for part in parts for form in (part, part.lower(), part.capitalize())}
    entries = (lexicon.entry(form) for form in forms)
    return any(entry is not None and bool(entry.kinds & Kinds.OFFENSIVE) for entry in entries)
