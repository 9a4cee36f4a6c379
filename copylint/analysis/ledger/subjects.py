"""Whom a sentence is about, and so whom a pronoun at the start of the next one names.

Only the plain case is read: a sentence in which one person is named, near its start, so that
nobody else can be *he* or *she* in what follows.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from copylint.analysis.annotated_text import AnnotatedText, Sentence
from copylint.analysis.names.people import BODY, People, Person, Reference
from copylint.core.record import record
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.word_list import words

#: Words for kin; a sentence with one of them may be about two people.
KIN = (
    r"(?:mother|father|parents?|wife|husband|widow|widower|sons?|daughters?|sisters?|brothers?|"
    r"uncle|aunt|cousins?|nephew|niece|grand(?:mother|father|son|daughter)s?|step\w+|spouse|"
    r"couple|twins?|fianc[ée]e?|girlfriend|boyfriend|siblings?|famil(?:y|ies)|married|marries|"
    r"marriage|divorced?|ex-\w+|in-law|heir|namesake|no\srelation|not\srelated|unrelated|mum|mom|"
    r"dad|child|children|partners?)"
)
_OTHERS = LazyPattern(
    rf"\b(?:{KIN}|m[ae]n|wom[ae]n|boys?|girls?|victims?|friends?|colleagues?|neighbours?|"
    r"teenagers?|baby|lady|somebody|someone)\b",
    re.IGNORECASE,
)
# Before the name these make somebody else the subject of the sentence.
_OBJECT = LazyPattern(
    r"\b(?:to|by|with|against|told|tells|of|from|for|asked|at|met|saw|replaced|succeeds|succeeded|"
    r"that|when|because|who|and|or|but|as|if|while|under|beat|beats|than)\s"
    r"(?:[a-z-]+\s){0,2}(?:[A-Z]\w+\.?\s)?\Z"
)
# Verbs before the name, which make it an object; so does a participle.
_VERBS = words(
    "did does do not was were is are has had have will would can could may might should saw met "
    "hit took gave left ran beat found made lent sold bought knew heard let put sent brought held "
    "told tells led won lost struck caught sees hits takes gives"
)
_LOWER = re.compile(r"\b[a-z]+\b")
_QUOTED = LazyPattern(r"[“\"][^”\"]*[”\"]")
_PRONOUN = LazyPattern(
    r"(?:(?:[Nn]ow|[Aa]t|[Aa]ged|At\sthe\sage\sof)\s\d+,\s)?"
    r"(?P<word>[Hh]e|[Ss]he|His|Her)(?:['’](?:s|d|ll))?\s"
)
_OPENINGS = "AaHhNnSs"  # the letters that what comes before a pronoun, or the pronoun, begins with
_NEAR = 70  # code points before a name that still opens the sentence


@record(eq=False)
class NamedSentence:
    """A sentence, the people it names, and whom a pronoun at its start would name.

    ``named`` holds the references to people of the index, in order. ``pronoun`` is *he* or *she* if
    the sentence opens with a pronoun, otherwise empty, and ``pronoun_at`` its offset;
    ``antecedent`` is then the only person whom the sentence before is about.
    """

    sentence: Sentence
    named: tuple[tuple[Person, Reference], ...]
    antecedent: Person | None
    pronoun: str
    pronoun_at: int


def named_sentences(article: AnnotatedText, people: People) -> Iterator[NamedSentence]:
    """The sentences of the story that name somebody or open with a pronoun, in order."""
    references = sorted(
        ((reference, person) for person in people.persons
         for reference in person.references),
        key=lambda pair: pair[0].start,
    )  # fmt: skip
    if not references:
        return
    starts = [reference.start for reference, _ in references]
    last, count = 0, len(starts)
    full = [reference.start for reference in people.full_names]
    about: Person | None = None
    # Whom the sentence before is about is read only if a pronoun asks, as few do.
    unread: tuple[Sentence, tuple[tuple[Person, Reference], ...], int] | None = None
    for passage in article.passages:
        if passage.kind not in BODY:
            continue
        for sentence in passage.sentences:
            while last < count and starts[last] < sentence.start:
                last += 1
            first, end = last, sentence.end
            while last < count and starts[last] < end:
                last += 1
            named = tuple((person, each) for each, person in references[first:last])
            pronoun, at = _pronoun(article.text, sentence)
            if pronoun and unread is not None:
                about, unread = _about(article.text, *unread), None
            if named or pronoun:
                yield NamedSentence(sentence, named, about if pronoun else None, pronoun, at)
            others = bisect_right(full, sentence.end - 1) - bisect_right(full, sentence.start - 1)
            if named or others:
                unread = (sentence, named, others)
            elif not pronoun:
                about = unread = None
            elif about is not None and _OTHERS.search(article.text, sentence.start, sentence.end):
                about = None


def _pronoun(text: str, sentence: Sentence) -> tuple[str, int]:
    if text[sentence.start] not in _OPENINGS:
        return "", -1
    found = _PRONOUN.match(text, sentence.start, sentence.end)
    if found is None:
        return "", -1
    word = found["word"].lower()
    return ("he" if word in ("he", "his") else "she"), found.start("word")


def _about(
    text: str, sentence: Sentence, named: Sequence[tuple[Person, Reference]], full: int
) -> Person | None:
    people = {id(person) for person, _ in named}
    if len(people) != 1 or full > sum(each.full for _, each in named):
        return None
    person, reference = named[0]
    before = _QUOTED.compiled.sub("", text[sentence.start : reference.lead])
    if len(before) > _NEAR or _OBJECT.search(before) or _has_verb(before):
        return None
    shown = _QUOTED.compiled.sub("", text[sentence.start : sentence.end])
    if text[reference.end : reference.end + 2] in ("'s", "’s") or _OTHERS.search(shown):
        return None
    return person


def _has_verb(before: str) -> bool:
    """Whether a finite verb comes before the name, other than *said* after a quotation."""
    return any(
        word in _VERBS or (word.endswith("ed") and len(word) > 4) for word in _LOWER.findall(before)
    )
