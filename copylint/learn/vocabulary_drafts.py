"""Words that a house's vocabulary may want: each is a comment until someone confirms it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from copylint.language.lexicon import Lexicon
from copylint.learn.drafting import RuleDraft

#: The file of words.
WORDS = "words.txt"
_WORD = re.compile(r"[^\W\d_]{3,}(?:[-'][^\W\d_]+)*")
_HEAD = """\
# Words that the desk writes and no dictionary has: those that editors put in when they corrected
# a draft, and those that they dismissed as findings. Take the '#' off those that are right, and
# name this file in 'accept' of the table [vocabulary].
"""


def unknown_words(drafts: Iterable[RuleDraft], dismissed: Counter[str]) -> Counter[str]:
    """Words that corrections put in and no dictionary has, and those that were ``dismissed``.

    Each comes with the number of corrections or decisions that speak for it.
    """
    found: Counter[str] = Counter(dismissed)
    lexicon = Lexicon.shared()
    for draft in drafts:
        old = set(_WORD.findall(draft.before))
        for word in _WORD.findall(draft.after):
            # A compound of known words is no unknown word.
            if word not in old and not all(map(lexicon.is_word, word.split("-"))):
                found[word] += draft.count
    return found


def words_file(words: Counter[str]) -> str:
    """The file of ``words``, most frequent first, all of them comments."""
    order = sorted(words.items(), key=lambda pair: (-pair[1], pair[0].lower(), pair[0]))
    return _HEAD + "".join(f"# {word}\n" for word, _ in order)
