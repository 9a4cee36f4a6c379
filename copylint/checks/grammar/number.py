"""Forms of be, have and do by number, and what may stand before them."""

from __future__ import annotations

from copylint.language.word_list import words

#: The singular of each plural form, and the other way round.
SINGULAR_BE = {
    "are": "is",
    "were": "was",
    "have": "has",
    "do": "does",
    "aren't": "isn't",
    "weren't": "wasn't",
    "haven't": "hasn't",
    "don't": "doesn't",
}
PLURAL_BE = {singular: plural for plural, singular in SINGULAR_BE.items()}
#: Adverbs that may stand between a subject and its verb.
BETWEEN = words("also already still now never always often currently recently then")
#: Plurals without an s that are nothing else where no determiner makes them one.
MEN = words("people police")
