"""The article before a word: "a" or "an" by the sound that follows."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.fix import Safety
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.core.span import TextSpan
from copylint.language.doubled_words import FUNCTION
from copylint.language.initial_sound import starts_with_vowel_sound
from copylint.language.tokens import Token
from copylint.language.word_tags import tags_of

ARTICLE = Rule(
    id="grammar.article",
    summary="Flags 'a' before a vowel sound and 'an' before a consonant sound.",
    why=(
        "The sound decides, not the letter: 'an hour', 'a European', 'an MP', 'a one-off'. A wrong "
        "article is usually left behind when the word after it is changed."
    ),
    bad=(
        Bad("She spoke for a hour.", "a", "She spoke for an hour."),
        Bad("He is an European lawyer.", "an", "He is a European lawyer."),
        Bad("It was an great day.", "an", "It was a great day."),
        Bad("She became a MP in May.", "a", "She became an MP in May."),
        Bad("They paid a 8% fee.", "a", "They paid an 8% fee."),
        Bad("Send the desk an URL.", "an", "Send the desk a URL."),
        Bad("It was a in-house review.", "a", "It was an in-house review."),
    ),
    good=(
        Good("An historic day, a historic day: both are right."),
        Good("A one-off, a uniform, an FBI agent, an heir, a NATO base, an 18-year-old."),
        Good("Vitamin A is in carrots. Group A is open."),
        Good("A owes B a pound. A imports from B."),
    ),
    level=Level.SENTENCE,
    safety=Safety.SAFE,
    precedence=Precedence.GRAMMAR,
)


_ARTICLES = frozenset(("a", "an", "A", "An"))
_NO_NOUN = (
    "and or is are was as at in on of to for if it he she by with from about it's its their his "
    "her our another a an the this that these each every any all"
)
_NO_NOUN_PHRASE = frozenset(_NO_NOUN.split())


class IndefiniteArticle(Check):
    """Judges every "a" and "an" by the word after it."""

    rules = (ARTICLE,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Wrong articles, in order."""
        text = article.text
        for passage in article.passages:
            tokens = passage.tokens
            for index in [at for at, token in enumerate(tokens[:-1]) if token[1] in _ARTICLES]:
                token = tokens[index]
                following = _next_word(tokens, index, text)
                if following is None or not _is_article(tokens, index):
                    continue
                vowel = starts_with_vowel_sound(following)
                if vowel is None or vowel == (len(token.text) == 2):
                    continue
                if token.text in ("A", "An") and "VBZ" in tags_of(following.text.lower()):
                    continue  # the letter: "A imports B"
                right = token.text[0] + ("n" if vowel else "")
                yield Match(
                    TextSpan(token.start, token.end),
                    f"Write '{right} {following.text}', not '{token.text} {following.text}'.",
                    (right,),
                    safety=None if _is_certain(token, following) else Safety.UNSAFE,
                )


def _is_certain(token: Token, following: Token) -> bool:
    """Whether the article is one for sure, and the word after it the one that was meant.

    A capital may be a label ("A imports B"); before a function word a word is missing or
    superfluous, and before a name the article itself may be.
    """
    if following.text[:1].isupper() and following.text[1:2].islower():
        return False
    after = following.text.lower().replace("’", "'").partition("'")[0]
    return token.text[0] == "a" and after not in FUNCTION


def _is_article(tokens: list[Token], index: int) -> bool:
    """Whether the token is an article and not a letter ("Group A", "A and B", "a.m.")."""
    token = tokens[index]
    if token.text != "A":
        before = tokens[index - 1] if index else None
        return before is None or before.end < token.start or before.text in "\"“‘'(["
    # A capital in mid-sentence is a letter; one that opens a sentence is an article
    # if a word in lower case follows.
    if index and not (
        tokens[index - 1].text in ".!?:\"“”‘'" and tokens[index - 1].end <= token.start
    ):
        return False
    return tokens[index + 1].text[:1].islower()


def _next_word(tokens: list[Token], index: int, text: str) -> Token | None:
    """The word that the article's sound must suit, an opening quotation mark skipped."""
    token, following = tokens[index], tokens[index + 1]
    if not text[token.end : following.start].isspace():
        return None
    if following.text in ('"', "“", "‘") and index + 2 < len(tokens):
        quoted = tokens[index + 2]
        return quoted if quoted.start == following.end else None
    # Before one of these something is missing, and the article may be right.
    if following.text in _NO_NOUN_PHRASE and not _is_joined(tokens, index + 1):
        return None
    return following


def _is_joined(tokens: list[Token], index: int) -> bool:
    """Whether the word is the first part of a compound: *in-memory*."""
    parts = tokens[index : index + 3]
    return (
        len(parts) == 3
        and parts[1].text == "-"
        and parts[0].end == parts[1].start
        and parts[1].end == parts[2].start
        and parts[2].text.isalpha()
    )
