"""Pairs of words: every place where counts prefer the other word is considered."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from copylint.analysis.article import Article
from copylint.checks.context.context_check import ContextCheck
from copylint.checks.context.context_rules import EXTRA_WORD, MISSING_WORD
from copylint.contract.check import Options
from copylint.formats.plain import PlainText
from copylint.language.ngrams import NGrams
from copylint.models.confusion_model import ConfusionModel
from copylint.models.function_words import calibrated_words
from copylint.models.sentence_context import PADDING, SentenceContext
from copylint.models.word_families import family_of
from copylint.models.word_pairs import WordPairs

_WORDS = [
    "the",
    "a",
    "of",
    "to",
    "in",
    "is",
    "was",
    "that",
    "form",
    "from",
    "plan",
    "plans",
    "planned",
    "their",
    "there",
    "bridge",
    "council",
    "closed",
    "closes",
    "than",
    "then",
    "more",
    "have",
    "has",
    "voted",
    "vote",
    "it",
    "its",
    "Wexcombe",
    ",",
    ".",
    "he",
    "she",
    "said",
    "school",
    "of",
    "on",
    "and",
]
_lines = st.lists(st.sampled_from(_WORDS), min_size=3, max_size=12).map(" ".join)


def _scenes(text: str) -> list[SentenceContext]:
    article = Article(PlainText().read("a.txt", text))
    return [*map(SentenceContext.of, (each for each in article.sentences if len(each.tokens) > 2))]


def _others(word: str) -> set[str]:
    family = family_of(word)
    forms = {form for form, _ in family.forms} if family else set()
    rivals = {rival.word for rival in ConfusionModel.shared().by_word.get(word, ())}
    return (forms | rivals | {*calibrated_words().instead.get(word, ())}) - {word}


@given(_lines)
def test_every_place_with_a_likelier_rival_is_contested(text: str) -> None:
    pair = NGrams.shared().pair
    for context in _scenes(text):
        for index in range(PADDING, len(context.words) - PADDING):
            before, word, after = context.words[index - 1 : index + 2]
            now = pair(before, word) + pair(word, after)
            most = max((pair(before, o) + pair(o, after) for o in _others(word)), default=0.0)
            if most > now:
                assert index in context.contested
            assert context.pairs[index].count == pair(before, word)


@given(st.lists(_lines, min_size=1, max_size=6))
def test_batch_lookup_equals_single_lookups(texts: list[str]) -> None:
    lines = [["^", *text.split(), "$"] for text in texts]
    shared, counts = (
        WordPairs.shared(),
        [[p.count for p in row] for row in WordPairs().along(lines)],
    )
    assert counts == [[p.count for p in shared.along([line])[0]] for line in lines]


# An extra word that occurs twice is not a finding, and does not suppress another rule's.
@example(["the their the", "the their the the"])
@given(st.lists(_lines, min_size=1, max_size=6))
def test_the_rules_that_are_on_find_the_same_without_those_that_are_off(texts: list[str]) -> None:
    article = Article(PlainText().read("a.txt", "\n\n".join(f"{each}." for each in texts)))
    off = {EXTRA_WORD.id, MISSING_WORD.id}
    whole = [m for m in ContextCheck().check(article, Options()) if m.rule not in off]
    narrowed = ContextCheck().narrowed(lambda rule: rule not in off)
    assert [m for m in narrowed.check(article, Options()) if m.rule not in off] == whole
