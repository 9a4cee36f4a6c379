"""-ize and -ise given to words that have only the other, in any English."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.rule import Bad, Good, Precedence, Rule
from copylint.core.span import TextSpan
from copylint.language.tokens import Token

RULE = Rule(
    id="dialect.ending",
    summary="Flags '-ize' in a word that takes only '-ise', or the reverse.",
    why=(
        "Not every '-ise' has a British form in '-ize': 'advertise', 'surprise' and 'compromise' "
        "take an s in every English, and 'prize', 'size' and 'capsize' a z."
    ),
    bad=(
        Bad("He won the prise money.", "prise", "He won the prize money."),
        Bad("It came as a surprize.", "surprize", "It came as a surprise."),
    ),
    good=(
        Good("They tried to prise open the lid, to everyone's surprise."),
        Good("The prize was advertised widely."),
    ),
    precedence=Precedence.DIALECT,
)

# These have -ise everywhere: the ending is part of the stem, not the suffix.
_ISE = (
    "advertise advise apprise arise chastise circumcise comprise compromise demise despise devise"
    " disguise enfranchise enterprise excise exercise exorcise expertise franchise improvise"
    " incise merchandise premise revise supervise surmise surprise televise treatise wise"
    " likewise otherwise clockwise"
)
_IZE = "size capsize downsize resize upsize seize oversize"
_ENDINGS = ("e", "es", "ed", "ing", "er", "ers", "ingly", "ement", "ements")
# Good words, or words that American dictionaries allow.
_GOOD = frozenset(
    (
        *("apprize", "apprized", "apprizes", "apprizing"),
        *("exorcize", "exorcized", "exorcizes", "exorcizing"),
        *("merchandize", "merchandized", "merchandizing", "merchandizer"),
        *("seise", "seised", "seises"),
    )
)
_AFTER_PRIZE = frozenset(
    (
        "money",
        "fund",
        "funds",
        "draw",
        "draws",
        "winner",
        "winners",
        "pot",
        "purse",
        "giving",
        "fight",
        "fighter",
    )
)


@cache
def _right() -> dict[str, str]:
    """The right spelling, by the wrong one. 'prise' is wrong only beside some nouns."""
    right = {"prise": "prize"}
    for words, ours, theirs in ((_ISE, "is", "iz"), (_IZE, "iz", "is")):
        for word in words.split():
            stem = word[:-3]
            for ending in _ENDINGS:
                wrong = stem + theirs + ending
                if wrong not in _GOOD:
                    right[wrong] = stem + ours + ending
    return right


class IzeEnding(Check):
    """Finds ``surprize`` and ``prise money``."""

    rules = (RULE,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Wrong endings, in order."""
        right = _right()
        words = article.words
        # With a capital it may be a name: Devizes, Franchize Media.
        for index in [at for at, token in enumerate(words) if token[1] in right]:
            token = words[index]
            answer = right[token.text]
            if answer == "prize" and not _is_prize(words, index):
                continue
            if article.vocabulary.accepts(token.text):
                continue
            yield Match(
                TextSpan(token.start, token.end),
                f"'{token.text}' is spelled '{answer}' in every English.",
                (answer,),
            )


def _is_prize(words: list[Token], index: int) -> bool:
    after = words[index + 1] if index + 1 < len(words) else None
    return (
        after is not None
        and after.text.lower() in _AFTER_PRIZE
        and after.start == words[index].end + 1
    )
