"""The tags that a word may have, known to the tagger or not."""

from __future__ import annotations

from functools import lru_cache

from copylint.language.lexicon import Lexicon
from copylint.language.tagger import Tagger


@lru_cache(maxsize=50_000)
def tags_of(word: str) -> tuple[str, ...]:
    """The Penn tags of a lower-case word, most frequent first.

    A word that the lexicon knows but the tagger has not met gets the tags of its regular form:
    *accidents* is a plural because *accident* is a noun. Empty if nothing is known.
    """
    met = Tagger.shared().possible(word)
    if met or len(word) < 4 or not word.isalpha() or not Lexicon.shared().is_word(word):
        return met
    possible = Tagger.shared().possible
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        stems = [word[:-1]]
        if word.endswith("es"):
            stems.append(word[:-2])
        if word.endswith("ies"):
            stems = [word[:-3] + "y"]
        tags = [tag for stem in stems for tag in possible(stem)]
        found = []
        if "NN" in tags:
            found.append("NNS")
        if "VB" in tags or "VBP" in tags:
            found.append("VBZ")
        return tuple(found)
    if word.endswith(("ed", "ing")):
        stem = word[:-2] if word.endswith("ed") else word[:-3]
        stems = [stem, stem + "e"]
        if word.endswith("ied"):
            stems = [stem[:-1] + "y"]
        elif len(stem) > 3 and stem[-1] == stem[-2]:
            stems.append(stem[:-1])
        if any({"VB", "VBP"} & set(possible(each)) for each in stems):
            return ("VBD", "VBN") if word.endswith("ed") else ("VBG",)
    return ()
