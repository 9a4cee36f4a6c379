"""Which forms a word has, by the rules of inflection and the known words.

``tools/models/build_families.py`` stores the result for ``word_families.py`` to look up.
"""

from __future__ import annotations

from functools import cache

from copylint.language.nouns import UNSURE_NUMBER, plural_of, singular_of
from copylint.language.verbs import (
    base_of_gerund,
    base_of_past,
    base_of_third,
    gerund_of,
    is_base,
    participle_of,
    past_of,
    third_of,
)
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of
from copylint.models.word_families import FORM_TAGS, Family

_NUMBER = {tag: number for number, tag in enumerate(FORM_TAGS)}

# Auxiliaries, whose forms other checks handle, and words that belong to two families
# or whose other forms are really separate words.
_LEFT_ALONE = words(
    "be am is are was were been being have has had having do does did done doing "
    "saw lay lie found wound ground bore felt rose fell left leaves lives ring wing "
    "thing things something nothing anything everything during according including regarding "
    "concerning following given contents covers mr mrs ms dr st men women people pm am us its his"
)


def derived(word: str) -> Family | None:
    """The family of a word in lower case; None if no other form of it is known."""
    if len(word) < 3 or word in _LEFT_ALONE or word in UNSURE_NUMBER or not word.isalpha():
        return None
    family = _family(_lemma(word))
    if family is None or all(form != word for form, _ in family.forms):
        return None
    return family


def _lemma(word: str) -> str:
    for undo in (base_of_past, base_of_third, base_of_gerund, singular_of):
        found = undo(word)
        if found:
            return found
    return word


@cache
def _family(lemma: str) -> Family | None:
    forms = [lemma]
    if is_base(lemma):
        forms += [third_of(lemma), past_of(lemma), participle_of(lemma), gerund_of(lemma)]
    forms.append(plural_of(lemma))
    known = []
    for form in dict.fromkeys(forms):
        tags = tuple(_NUMBER[tag] for tag in tags_of(form) if tag in _NUMBER) if form else ()
        if tags:
            known.append((form, tags))
    return Family(lemma, tuple(known)) if len(known) > 1 else None
