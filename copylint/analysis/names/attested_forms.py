"""How often copy uses forms that are not in the lexicon, by wordfreq's English list.

``copylint/data/attested.marisa`` is built by ``tools/lexicon/build_attested.py``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from copylint.language.lexicon import ZIPF_STEP

if TYPE_CHECKING:
    import marisa_trie

ATTESTED_FILE = Path(__file__).parents[2] / "data" / "attested.marisa"
#: The format of an entry: the frequency in steps of ``ZIPF_STEP``.
RECORD = "<B"


@cache
def _trie() -> marisa_trie.RecordTrie:
    import marisa_trie

    return marisa_trie.RecordTrie(RECORD).mmap(str(ATTESTED_FILE))


def attested(form: str) -> float:
    """Frequency of a form that the lexicon does not know (Zipf scale), 0.0 if unused."""
    if "\0" in form:  # the trie ends a key there
        return 0.0
    try:
        records = _trie().get(form.lower())
    except UnicodeEncodeError:  # a lone surrogate is in no word
        return 0.0
    if not records:
        return 0.0
    steps: int = records[0][0]
    return steps * ZIPF_STEP
