"""List nouns by how edited English uses them: ``counted.txt`` and ``modifiers.txt``.

    python tools/models/build_nouns.py TEXT

TEXT is edited English, one sentence a line, tokens apart by spaces. ``counted.txt`` holds
the singular nouns that rarely occur without a word like "the", "his" or "no" where
an object, a predicate or the noun of a prepositional phrase stands. ``modifiers.txt``
holds the plurals that rarely precede another noun although their singulars
often do (school zones, not schools zones).
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from corpus import read_sentences

from copylint.language.nouns import is_plural, plural_of
from copylint.language.tagger import Tagger
from copylint.language.tokens import tokenise
from copylint.language.word_list import words

MODIFIERS = words("JJ JJR JJS NN VBN VBG HYPH RBS RB NNP NNPS AFX")
DETERMINERS = words("DT PRP$ POS WDT PDT CD WP$")
DETERMINING = words(
    "no each every any some what another either neither much such more less own last next same "
    "whose enough all both"
)
BE = words("is was be been being are were 's it's that's")
# Tags after a noun that is not the last word of its phrase.
GOES_ON = words("NN NNS NNP NNPS JJ POS HYPH CD VBG FW PRP DT PRP$")

LEAST_COUNTED = 15  # times that a noun is seen with a determiner
MOST_BARE_OBJECTS, MOST_BARE_IN_PHRASES = 0.02, 0.08  # shares of its uses
LEAST_MODIFYING = 25  # times that the singular is seen before a noun
MOST_PLURAL = 0.03  # times that the plural is, for each time that the singular is


class Uses:
    """How often nouns stand with a determiner, without one, and before another noun."""

    def __init__(self) -> None:
        self.determined: Counter[str] = Counter()
        self.bare_objects: Counter[str] = Counter()
        self.bare_in_phrases: Counter[str] = Counter()
        self.singular_modifiers: Counter[str] = Counter()
        self.plural_modifiers: Counter[str] = Counter()

    def add(self, forms: Sequence[str], tags: Sequence[str]) -> None:
        """Count the nouns of a sentence."""
        possible = Tagger.shared().possible
        whole = len(forms) > 7 and forms[-1] in (".", "!", "?", '"')  # no headline
        for at in range(len(forms) - 1):
            word = forms[at]
            if not word.isalpha() or not word.islower():
                continue
            kinds, following = possible(word), forms[at + 1]
            if (
                tags[at + 1] in ("NN", "NNS")
                and kinds[:1] in (("NN",), ("NNS",))
                and following.islower()
                and following.isalpha()
                and possible(following)[:1] in (("NN",), ("NNS",))
            ):
                if tags[at] == "NN":
                    self.singular_modifiers[word] += 1
                elif tags[at] == "NNS":
                    self.plural_modifiers[word] += 1
            ends = tags[at + 1] not in GOES_ON and following not in ("-", "/", "&", "'")
            if whole and at and ends and tags[at] == "NN" and "NN" in kinds:
                self._add_head(forms, tags, at)

    def _add_head(self, forms: Sequence[str], tags: Sequence[str], at: int) -> None:
        before = at - 1
        while before >= 0 and at - before < 7:
            if tags[before] not in MODIFIERS and forms[before] != "-":
                break
            before -= 1
        if before < 0:
            return
        noun, lower, tag = forms[at], forms[before].lower(), tags[before]
        if tag in DETERMINERS or lower in DETERMINING:
            self.determined[noun] += 1
        elif lower in BE or tag.startswith("VB"):
            self.bare_objects[noun] += 1
        elif tag in ("IN", "TO"):
            self.bare_in_phrases[noun] += 1

    def counted(self) -> list[str]:
        """Nouns that hardly ever stand bare, in order."""
        found = []
        for noun, determined in self.determined.items():
            objects, in_phrases = self.bare_objects[noun], self.bare_in_phrases[noun]
            uses = determined + objects + in_phrases + 1
            if (
                determined >= LEAST_COUNTED
                and len(noun) > 2
                and objects + 0.5 <= MOST_BARE_OBJECTS * uses
                and in_phrases + 0.5 <= MOST_BARE_IN_PHRASES * uses
                and plural_of(noun)
            ):
                found.append(noun)
        return sorted(found)

    def modifiers(self) -> list[str]:
        """Plurals that rarely precede another noun, in order."""
        found = set()
        for singular, count in self.singular_modifiers.items():
            plural = plural_of(singular)
            seldom = self.plural_modifiers[plural] <= MOST_PLURAL * count
            if count >= LEAST_MODIFYING and seldom and len(plural) > 4 and is_plural(plural):
                found.add(plural)
        return sorted(found)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("text", type=Path)
    parser.add_argument("--out", type=Path, default=Path("copylint/data"))
    options = parser.parse_args()
    uses, tagger = Uses(), Tagger.shared()
    for tokens in read_sentences(options.text):
        forms = [token.text for token in tokenise(" ".join(tokens))]
        if forms:
            uses.add(forms, tagger.tag(forms))
    for name, nouns in (("counted.txt", uses.counted()), ("modifiers.txt", uses.modifiers())):
        (options.out / name).write_text("\n".join(nouns) + "\n", encoding="utf-8")
        print(name, len(nouns))


if __name__ == "__main__":
    main()
