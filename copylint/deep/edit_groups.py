"""Groups edits by the kind of error they correct, since groups differ in precision."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from copylint.deep.labels import Label, LabelAction, WordChange
from copylint.language.word_list import words
from copylint.models.confusion_model import ConfusionModel

#: Words followed by the base form of a verb.
BEFORE_BASE = words(
    "to will would can could may might must shall should not cannot do does did let help "
    "don't didn't doesn't won't can't couldn't wouldn't shouldn't"
)
#: Forms of the verbs followed by a participle.
BEFORE_PARTICIPLE = words(
    "is are was were be been being am has have had having isn't aren't wasn't weren't hasn't "
    "haven't hadn't"
)
_PERFECT = words("have has had having haven't hasn't hadn't")
_ARTICLES = words("a an the")
_VOWELS = "aeio"
_EITHER_SOUND = ("u", "eu", "ew", "one", "once", "h")
_PRONOUNS = words("me us")
_POSSESSIVES = words("his her this")
# Function words that may be right although they seem superfluous ("which more of us have").
_QUANTITIES = words("more most no any many some this these that those")
_RELATIVE = words("that who which")
# Words that need a singular within so many words, and verbs that follow a singular.
_SINGULAR = words("a an every each another one")
_NEAR = 3
# Shorter words that are not function words are foreign or abbreviations ("au pair").
_SHORT = 3
_SINGULAR_VERBS = words("is has was does isn't hasn't wasn't doesn't")
_PREPOSITIONS = words(
    "in on at of to for with from by about into onto over as against between after under upon "
    "among before like through within during"
)
_SMALL = (
    _ARTICLES
    | _PREPOSITIONS
    | BEFORE_BASE
    | BEFORE_PARTICIPLE
    | words(
        "and or but that which who this these those it its he she they we you i his her their our "
        "your there so than then if when while because not no more most up out off any many some "
        "same them what"
    )
)
# Words that agree with another word; words on one line may replace each other.
_AGREEING = tuple(
    words(line)
    for line in (
        "is are was were be am been being",
        "has have had having",
        "do does did doing",
        "isn't aren't wasn't weren't",
        "hasn't haven't hadn't",
        "don't doesn't didn't",
        "this these that those",
        "it they its their he him them",
        "many much",
        "who which",
        "he she the",
    )
)


class Group(NamedTuple):
    """``kind`` names the rule, as in ``ScoredEdit``; ``name`` begins with the kind."""

    kind: str
    name: str


def group_of(label: Label, words: Sequence[str], made: WordChange) -> Group:
    """The group of a change with this label to a sentence of these words."""
    first, last, put = made
    before = words[first - 1] if first else ""
    after = words[last] if last < len(words) else ""
    # A capital inside a sentence marks a name, even if it looks like a word ("Will said").
    lead = "" if first > 1 and before[:1].isupper() else before.lower()
    if label.action is LabelAction.INSERT:
        return _missing(lead, " ".join(put).lower(), after)
    word = words[first].lower()
    if label.action is LabelAction.DELETE:
        return _extra(before.lower(), lead, word, after)
    if label.action is LabelAction.FORM:
        near = [each.lower() for each in words[max(0, first - _NEAR) : first]]
        return _form(label.detail, word, near, lead, after.lower())
    if label.action is LabelAction.APOSTROPHE:
        name = f"apostrophe.{label.detail.lower()}"
        return Group("apostrophe", f"{name}.name" if words[first][0].isupper() else name)
    if label.action is LabelAction.JOIN:
        return Group("confusion", "confusion.joined")
    return _replaced(word, " ".join(put).lower(), after)


def _missing(before: str, put: str, after: str) -> Group:
    name = f"missing-word.{put}"
    if put == "the" and before in _PREPOSITIONS and after.isalpha() and after.islower():
        name += ".after-preposition"
    elif not after[:1].isalpha() or after[:1].isupper():
        name += ".before-name"
    elif put == "of" and after not in _SMALL and not after.endswith("s"):
        # Two nouns may be a term ("process algebra").
        name += ".before-noun"
    return Group("missing-word", name)


def _extra(before: str, lead: str, word: str, after: str) -> Group:
    if word == lead:
        return Group("extra-word", "extra-word.repeated")
    if word not in _SMALL or word == "i":
        return Group("extra-word", "extra-word.of-content")
    if (
        word in _QUANTITIES
        or before.endswith("'s")
        or (word in _PREPOSITIONS and not after[:1].isalnum())
    ):
        return Group("extra-word", "extra-word.unsure")
    if word in _PREPOSITIONS:
        return Group("extra-word", "extra-word.preposition")
    return Group("extra-word", "extra-word")


def _form(form: str, word: str, near: Sequence[str], before: str, after: str) -> Group:
    if form == "BASE":
        if before in BEFORE_BASE:
            # The word may be a noun: "comes to waters".
            noun = word.endswith(("s", "ing"))
            return Group("verb-form", "verb-form.base.or-noun" if noun else "verb-form.base")
        if word.endswith(("ed", "ing", "ways")):
            return Group("agreement", "agreement.base")
        if before in _RELATIVE:
            return Group("agreement", "agreement.relative")
        if any(each in _SINGULAR for each in near):
            # The singular noun may follow: "a drugs test".
            ends = not after.isalpha() or after in _SMALL
            return Group("agreement", f"agreement.singular{'' if ends else '.inside'}")
        if after in _SINGULAR_VERBS:
            return Group("agreement", "agreement.before-verb")
        return Group("agreement", "agreement.base")
    if form == "S" and word.endswith("ing"):
        return Group("agreement", "agreement.base")
    if form == "S":
        return Group("agreement", "agreement.number" if before.isdigit() else "agreement.s")
    if before in BEFORE_PARTICIPLE:
        # The word may be a noun: "the memos were drafts".
        noun = word.endswith("s") and before not in _PERFECT
        return Group("verb-form", f"verb-form.participle{'.or-noun' if noun else ''}")
    if form == "ED":
        # A present tense among past tenses may be intended ("Labour say", "if they fail").
        return Group("verb-form", f"verb-form.{'past' if word.endswith('ing') else 'tense'}")
    return Group("verb-form", "verb-form.other")


def _replaced(word: str, put: str, after: str) -> Group:
    if word.replace("'", "") == put.replace("'", ""):
        which = "its" if put in ("its", "it's") else "contraction"
        return Group("apostrophe", f"apostrophe.{which}")
    if word in _ARTICLES and put in _ARTICLES:
        if "the" in (word, put):
            return Group("article", "article.the")
        # Abbreviations that are spelled out go by the names of their letters: an SFA, a UFO.
        sounds = not after.isupper() and may_follow(put, after.lower())
        return Group("article", "article" if sounds else "article.unsure")
    if any(word in row and put in row for row in _AGREEING):
        return Group("agreement", f"agreement.{put}")
    if word in _PREPOSITIONS and put in _PREPOSITIONS:
        return Group("confusion", "confusion.preposition")
    if word in _POSSESSIVES or put in _POSSESSIVES:
        return Group("confusion", "confusion.possessive")
    if word in _SMALL and put in _SMALL:
        return Group("confusion", "confusion.small")
    if len(word) < _SHORT and word not in _PRONOUNS | _SMALL:
        return Group("confusion", "confusion.short")
    model = ConfusionModel.shared()
    if any(rival.word == put for rival in model.by_word.get(word, ())):
        return Group("confusion", "confusion.listed")
    return Group("confusion", "confusion")


def may_follow(article: str, word: str) -> bool:
    """Whether a word in lower case may begin with the sound that ``article`` requires.

    Goes by the first letters; "u", "eu", "one" and "h" count as either sound.
    """
    if word.startswith(_EITHER_SOUND) or not word[:1].isalpha():
        return True
    return (word[0] in _VOWELS) == (article == "an")
