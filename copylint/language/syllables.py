"""How many syllables an English word has, by rule.

Every group of vowel letters is a syllable, except endings that are silent (``-e``,
``-es``, ``-ed``) and groups that are spoken as two (``idea``, ``diary``, ``being``). The
rules were fitted to and measured on the CMU Pronouncing Dictionary
(https://github.com/cmusphinx/cmudict); ``docs/reference/cli.md`` gives the figures.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_VOWELS = re.compile(r"[aeiouy]+")
_PARTS = re.compile(r"[a-z']+")

# Vowels that are written but not spoken.
_SILENT = re.compile(
    r"""
      (?<=[aeiouy])[^aeiouy]+e$ (?<![^aeiouyrlw]le)       # fine, tasse, but not table
    | [aeiouy][^aeiouy]*[^aeiouycgsxzl]es$ (?<![cs]hes)   # names, but not faces
    | [aeiouyrl]les$                                      # rules, but not tables
    | [aeiouy][^aeiouy]*[^aeioutyd]ed$ (?<![^aeiouyrl]led) # walked, but not wanted
    | [aeiouy][^aeiouy]?[^aeiouy]e(?=(?:ly|ments?|ful|fully|less|ness|some|thing|where|
        times?|sites?|lands?|works?|house|wood|town|ship|men|man|day|work|style)$)
    | (?<=[aeiouy])n?[gq]ues?$                            # league, but not argue
    | busin | ever(?=y|al) | intere(?=st) | [dt]ake(?=[^nr]) | there(?=f)
    | fore(?=[cst]) | base(?=[bd]) | face(?=b)
    """,
    re.VERBOSE,
)
# Groups that are spoken as two syllables, and syllables that are written without a vowel.
_SPOKEN = re.compile(
    r"""
      (?<=[^ctgsxnv])i(?=[aou])(?<!lli)(?<!ldi)(?<!liami)   # diary, video, but not union
    | ni(?=[au]) | vi(?=[aou]) | soci(?=e|ol|at) | goti(?=at) | sci(?=en) | xi(?=et)
    | i(?=et|er[^ef]|er$|est$|enc|ent) (?<![ctgsx]i)
    | (?<=[aeiouy])ing                                    # being
    | (?<=[^aeiouqg])u(?=a|ou)                            # actual
    | (?<!p)e(?=o(?!u|n)|um|us$) | o(?=per)(?<=co)
    | (?<=c)rea(?=t) | rea(?=lit)
    | [dr]ea(?=$|s$) | p?ean(?=s?$)(?<=[prs]ean) | cle(?=ar$)(?<=ucle) | ir(?=e(?:[ds]?|ly|ment)$)
    | (?<=[aeiouy])sm(?=s?$) | thm(?=s?$)                  # prism, rhythm
    | (?<=[ds])n't
    """,
    re.VERBOSE,
)


@lru_cache(maxsize=65_536)
def syllables(word: str) -> int:
    """Syllables of ``word``, at least 1 for a word with a letter, 0 for anything else."""
    folded = unicodedata.normalize("NFKD", word.lower().replace("’", "'").replace("é", "ey"))
    letters = "".join(char for char in folded if not unicodedata.combining(char))
    return sum(_of_part(part) for part in _PARTS.findall(letters) if part.strip("'"))


def _of_part(part: str) -> int:
    part = part.strip("'").removesuffix("'s")
    silent = len(_SILENT.findall(part))
    spoken = len(_SPOKEN.findall(part))
    return max(1, len(_VOWELS.findall(part)) - silent + spoken)
