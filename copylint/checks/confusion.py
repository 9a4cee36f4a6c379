"""Words that are words, but not the one that was meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain

from copylint.contract.check import Check, Options
from copylint.model.finding import Match
from copylint.model.rule import Bad, Good, Level, Rule
from copylint.model.span import TextSpan
from copylint.text.article import Article
from copylint.text.confusion import ConfusionEditor
from copylint.text.ngrams import NGrams
from copylint.text.strays import StrayEditor

CONFUSED_WORD = Rule(
    id="confusion.word",
    summary="A word that looks or sounds like the one that was meant.",
    why=(
        "A spelling check passes 'form' for 'from' and 'there' for 'their'. The words around "
        "it tell which was meant; the rule speaks only where they leave no doubt."
    ),
    bad=(
        Bad("The letter came form the council.", "form", "The letter came from the council."),
        Bad("They left there coats in the hall.", "there", "They left their coats in the hall."),
        Bad("It was bigger then the old one.", "then", "It was bigger than the old one."),
    ),
    good=(
        Good("Fill in the form and send it from home."),
        Good("There is more there than their neighbours thought."),
    ),
    level=Level.SENTENCE,
)


# log2 of the count above which a word's repetition says nothing.
_EVERYDAY = 12.5


class ConfusedWord(Check):
    """Reports what the context model is sure of."""

    rules = (CONFUSED_WORD,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Confused words, in order."""
        sentences = [each for each in article.sentences if len(each.tokens) > 2]
        editors = (ConfusionEditor(), StrayEditor())
        edits = [e for each in editors for e in chain.from_iterable(each.edits(sentences))]
        if not edits:
            return
        uses = Counter(word.text.lower() for word in article.words)
        curly, plain = (sum(n for w, n in uses.items() if mark in w) for mark in "’'")
        apostrophe = "’" if curly > plain else "'"
        for edit in edits:
            wrong = article.text[edit.start : edit.end]
            if self._is_a_term(wrong, uses):
                continue
            meant = edit.replacement.replace("'", apostrophe)
            yield Match(
                TextSpan(edit.start, edit.end),
                f"'{wrong}' looks like '{meant}' here.",
                (meant,),
            )

    @staticmethod
    def _is_a_term(word: str, uses: Counter[str]) -> bool:
        """Whether the article uses a word that is rare elsewhere again and again."""
        folded = word.lower()
        return uses[folded] > 1 and NGrams.shared().word(folded) < _EVERYDAY
