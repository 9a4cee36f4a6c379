"""A verb is missing: said she no wish, said there no plans, had looking, which how."""

from __future__ import annotations

from copylint.checks.grammar.frames import insertion
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, pair
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.nouns import may_be_plural
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.missing-verb",
    summary="Flags a missing form of 'be' or 'have'.",
    why=(
        "'He said she no wish to go' and 'they had looking for it' have lost a short verb in "
        "rewriting."
    ),
    bad=(
        Bad("He said she no wish to go.", "she no", "He said she has no wish to go."),
        Bad(
            "The firm said there no plans to move.",
            "there no",
            "The firm said there are no plans to move.",
        ),
    ),
    good=(
        Good("He said she had no wish to go. No one cares, and they no longer ask."),
        Good("It was there, no doubt."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)


def bare_pronoun(sentence: TaggedSentence, at: int) -> Detection | None:
    """``said she no wish``, ``while they running``, ``said they in the process``."""
    following = sentence.word(at + 1)
    if sentence.word(at - 1) not in _OPENS_CLAUSE or not sentence.is_lower(at + 1):
        return None
    if sentence.word(at + 2) in _FIXED or sentence.is_quoted(sentence.tokens[at].start):
        return None
    one = sentence.word(at) in ("he", "she")
    if following == "no":
        return insertion(RULE.id, sentence, at, "has" if one else "have")
    going = tags_of(following)[:1] == ("VBG",) and sentence.tag(at + 1) == "VBG"
    inside = following == "in" and sentence.word(at + 2) in ("the", "a")
    if (going and following != "being") or inside or following in ("a", "an"):
        return insertion(RULE.id, sentence, at, "is" if one else "are", "was" if one else "were")
    return None


_OPENS_CLAUSE = words("that said says because if when after before while whether as since although")
_FIXED = words("longer doubt only just one")


def there_no(sentence: TaggedSentence, at: int) -> Detection | None:
    """``said there no plans``."""
    if sentence.word(at + 1) != "no" or sentence.word(at + 2) in ("longer", "more"):
        return None
    if not sentence.opens(at) and sentence.word(at - 1) not in _BEFORE_THERE:
        return None
    return insertion(RULE.id, sentence, at, "are" if may_be_plural(sentence.word(at + 2)) else "is")


_BEFORE_THERE = words("that said says but because and if as")


def had_gerund(sentence: TaggedSentence, at: int) -> Detection | None:
    """``the police had looking for him``."""
    word = sentence.word(at + 1)
    if tags_of(word) != ("VBG",) or not sentence.is_lower(at + 1) or not sentence.is_word(at - 1):
        return None
    if pair(sentence.word(at), word) > 0 or sentence.word(at - 1) in _MAY_END_CLAUSE:
        return None
    if sentence.tag(at + 2) not in ("IN", "RP", "TO") or sentence.tag(at - 1)[:3] == "NNP":
        return None
    return insertion(RULE.id, sentence, at, "been")


_MAY_END_CLAUSE = words("that what they we he she i it you")


def which_how(sentence: TaggedSentence, at: int) -> Detection | None:
    """``which how it works``."""
    if sentence.word(at + 1) not in ("how", "why", "what"):
        return None
    return (
        None
        if sentence.is_quoted(sentence.tokens[at].start)
        else insertion(RULE.id, sentence, at, "is")
    )


TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(("he", "she", "they", "we"), bare_pronoun),
    "there": there_no,
    **dict.fromkeys(("has", "had"), had_gerund),
    "which": which_how,
}
