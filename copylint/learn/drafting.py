"""Makes drafts of the evidence: each with as much context as it needs and no more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from copylint.core.record import record, replace
from copylint.language.lexicon import Kinds, Lexicon
from copylint.language.ngrams import NGrams
from copylint.learn.evidence import Evidence, WindowEvidence, WindowKey

# Of the places that a draft would find, this share was corrected.
_SHARE = 0.8
# A correction that was also made the other way round, this often, is a matter of the sentence.
_BOTH_WAYS = 0.2
# The running text that the n-grams were counted in, in words.
_COUNTED = 10_000_000
# Where only corrected passages are known, words that are often right are so many times as frequent
# elsewhere: an editor who corrects "complimentary" has passed over the complimentary drinks.
_UNSEEN = 4
_ENDINGS = frozenset(("", "s", "es", "is", "e", "ed", "d", "ing", "ies", "y", "er", "ly", "t"))
_VERBS = (
    frozenset(("is", "are")),
    frozenset(("was", "were")),
    frozenset(("has", "have")),
    frozenset(("does", "do")),
)
_CAPITAL = re.compile(r"[A-Z]")


@record
class RuleDraft:
    """A correction that a rule could make.

    ``before`` and ``after`` are the words as they are written inside a sentence, ``cased`` whether
    the rule must look at their case, and ``is_name`` whether a name is corrected. ``count`` is how
    often it was made, in ``articles``, ``left`` how often the words remain. ``worth`` orders
    drafts. ``sample`` is a passage in which the changed words alone were left, else empty.
    ``others`` are other misspellings of the same word: one rule corrects them all.
    """

    before: str
    after: str
    cased: bool
    is_name: bool
    count: int
    articles: int
    left: int
    worth: float
    window: WindowEvidence
    sample: str = ""
    others: tuple[RuleDraft, ...] = ()

    @property
    def forms(self) -> tuple[RuleDraft, ...]:
        """This draft and the others, for what is said of each."""
        return (self, *self.others)


def drafts_from(evidence: Evidence, least: int, *, whole: bool) -> list[RuleDraft]:
    """The drafts that the evidence bears out, the most worthwhile first.

    Each was made ``least`` times, in two articles or more. ``whole`` is as in ``CorrectionSource``.
    """
    covered: set[int] = set()
    found: list[RuleDraft] = []
    for window in sorted(evidence.windows.values(), key=_order):
        fresh = sum(number not in covered for number in window.corrections)
        needed = 1 if window.certain else least
        seen = min(fresh, len(window.places))
        if seen < needed or len(window.articles) < min(2, needed) or not window.examples:
            continue
        if _goes_both_ways(evidence, window) or _lacks_its_subject(evidence, window):
            continue
        expected = 0.0 if whole else _UNSEEN * ordinary(window.key.before) * evidence.words
        share = window.count / (window.count + max(window.left, expected))
        if share < _SHARE:
            continue
        covered.update(window.corrections)
        found.append(_draft(evidence, window, share))
    return sorted(found, key=lambda each: (-each.worth, each.before, each.after))


def _order(window: WindowEvidence) -> tuple[int, int, float, WindowKey]:
    """Little context before much, frequent before rare, telling neighbours before common ones."""
    changed = set(window.key.before.split()) ^ set(window.key.after.split())
    neighbours = set(window.key.before.split()) - changed
    lexicon = Lexicon.shared()
    return (
        window.context,
        -len(window.places),
        sum(lexicon.zipf(each) for each in neighbours),
        window.key,
    )


def _lacks_its_subject(evidence: Evidence, window: WindowEvidence) -> bool:
    """Whether a form of a word changed whose subject or article the window does not show.

    Only its sentence says whether *have* or *has* is right, so a neighbour before it is needed.
    """
    core = evidence.cores[window.corrections[0]]
    if core.cased or not _inflects(core.before, core.after):
        return False
    return window.key.before.split(" ", 1)[0] == core.before.split(" ", 1)[0]


def _inflects(before: str, after: str) -> bool:
    """Whether one word became another form of itself."""
    if {before, after} in _VERBS:
        return True
    lexicon = Lexicon.shared()
    if not (before.isalpha() and after.isalpha()):
        return False
    known = [lexicon.entry(each) for each in (before, after)]
    if not all(each is not None and each.kinds & Kinds.WORD for each in known):
        return False
    pairs = zip(before, after, strict=False)
    stem = len([*takewhile(lambda pair: pair[0] == pair[1], pairs)])
    return stem >= 2 and {before[stem:], after[stem:]} <= _ENDINGS


def _goes_both_ways(evidence: Evidence, window: WindowEvidence) -> bool:
    key = window.key
    back = evidence.times_of(WindowKey(key.after, key.before, key.cased))
    return back > 0 and back >= _BOTH_WAYS * window.count


def _draft(evidence: Evidence, window: WindowEvidence, share: float) -> RuleDraft:
    before, after = _written(window)
    is_name = _names(before, after)
    cased = window.key.cased or is_name
    core = evidence.windows.get(evidence.cores[window.corrections[0]])
    sample = core.sample if core is not None and window.context else ""
    articles = len(window.articles)
    # What a template or one article repeats is worth less than what many have.
    worth = (len(window.places) + 2 * min(articles, len(window.places))) * share**2
    return RuleDraft(
        before, after, cased, is_name, window.count, articles, window.left, worth, window, sample
    )


def _written(window: WindowEvidence) -> tuple[str, str]:
    """The words before and after as they are inside a sentence."""
    inside = [each for each in window.examples if not _opens_sentence(each.passage, each.start)]
    best = (inside or window.examples)[0]
    before, after = best.wrong, best.correction
    if not inside and not window.key.cased:
        first = re.split(r"[ ,;:-]", before, maxsplit=1)[0]
        entry = Lexicon.shared().entry(first.lower())
        if entry is not None and entry.kinds & Kinds.WORD and not first.isupper():
            before, after = before[:1].lower() + before[1:], after[:1].lower() + after[1:]
    return before.replace("’", "'"), after.replace("’", "'")


def _opens_sentence(passage: str, start: int) -> bool:
    lead = passage[:start].rstrip(" \"'“‘(*_[-")
    return not lead or lead[-1] in ".?!:…"


def _names(before: str, after: str) -> bool:
    """Whether every word that the correction puts in is a name or part of one."""
    old = set(before.split())
    new = [each for each in after.split() if each not in old]
    lexicon = Lexicon.shared()
    return bool(new) and all(
        _CAPITAL.match(each) and not each.isupper() and lexicon.entry(each.lower()) is None
        for each in new
    )


def ordinary(words: str) -> float:
    """How often a word of running English begins ``words``, as far as the n-grams know."""
    found = [each for each in re.split(r"[^\w'.]+", words.lower()) if each]
    grams = NGrams.shared()
    if not found:
        return 0.0
    if len(found) == 1:
        lexicon = Lexicon.shared()
        entry = lexicon.entry(found[0])
        is_word = entry is not None and entry.kinds & Kinds.WORD
        return 10 ** (entry.zipf - 9) if entry is not None and is_word else 0.0
    if len(found) == 2:
        steps = [grams.pair(*found)]
    else:
        triples = zip(found, found[1:], found[2:], strict=False)
        steps = [grams.triple(*each) for each in triples]
    least = min(steps)
    return 2**least / _COUNTED if least else 0.0


def best_of(drafts: Iterable[RuleDraft]) -> Iterator[RuleDraft]:
    """The drafts, without those that one before makes needless."""
    taken: list[WindowKey] = []
    for each in drafts:
        key = each.window.key
        if not any(_within(key, other) for other in taken):
            taken.append(key)
            yield each


def merged(drafts: Iterable[RuleDraft]) -> list[RuleDraft]:
    """The drafts, those that correct misspellings of one word as one, the most worthwhile first."""
    found: dict[tuple[str, bool, object], RuleDraft] = {}
    for number, each in enumerate(drafts):
        alone = each.window.context or not _is_misspelling(each.before)
        key = (each.after, each.cased, number if alone else "misspelling")
        main = found.get(key)
        found[key] = each if main is None else _joined(main, each)
    return sorted(found.values(), key=lambda each: (-each.worth, each.before, each.after))


def _is_misspelling(word: str) -> bool:
    lexicon = Lexicon.shared()
    return word.isalpha() and not lexicon.is_word(word) and not lexicon.is_word(word.lower())


def _joined(main: RuleDraft, other: RuleDraft) -> RuleDraft:
    forms = (*main.forms, other)
    return replace(
        main,
        count=main.count + other.count,
        articles=len(set().union(*(form.window.articles for form in forms))),
        left=main.left + other.left,
        worth=main.worth + other.worth,
        others=(*main.others, other),
    )


def _within(key: WindowKey, other: WindowKey) -> bool:
    """Whether each place that ``key`` finds is one that ``other`` finds, too."""
    return f" {other.before} " in f" {key.before} " and f" {other.after} " in f" {key.after} "
