"""Subjects and verbs, determiners and nouns that disagree in number."""

from __future__ import annotations

from copylint.checks.grammar.clauses import opens_clause
from copylint.checks.grammar.mood import may_be_subjunctive
from copylint.checks.grammar.number import BETWEEN, PLURAL_BE, SINGULAR_BE, singular_verb
from copylint.checks.grammar.tagged_sentence import (
    Detection,
    Detector,
    TaggedSentence,
    correction,
    pair,
    triple,
)
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.verbs import base_of_third
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.agreement",
    summary="Flags a verb or determiner that does not agree in number with its noun.",
    why=(
        "In 'the results of the test was' the verb takes its number from 'results', not from the "
        "noun beside it. Collectives that may be plural ('team', 'government', 'police') and "
        "quantities taken as one ('five years is') are left alone; quoted speech gets a "
        "suggestion. The rule also covers persons, numbered plurals and plurals without a "
        "determiner, uncountable nouns, relative clauses and quantities, and nouns, plurals and "
        "adverbs that are used in place of one another."
    ),
    bad=(
        Bad("He have a boat.", "have", "He has a boat."),
        Bad("They was late again.", "was", "They were late again."),
        Bad("After the storm it were closed.", "were", "After the storm it was closed."),
        Bad("The results of the test was clear.", "was", "The results of the test were clear."),
        Bad("The owner of the gates are ill.", "are", "The owner of the gates is ill."),
        Bad("One of the players are hurt.", "are", "One of the players is hurt."),
        Bad("One of the reason is cost.", "reason", "One of the reasons is cost."),
        Bad("These document are old.", "document", "These documents are old."),
        Bad("A women from Leeds won it.", "women", "A woman from Leeds won it."),
        Bad("There is many reasons for it.", "is", "There are many reasons for it."),
        Bad(
            "Every school in the county were shut.", "were", "Every school in the county was shut."
        ),
        Bad("He signed several letter.", "letter", "He signed several letters."),
        Bad("He met people who thinks so.", "thinks", "He met people who think so."),
        Bad(
            "It all began with a map that contain it.",
            "contain",
            "It all began with a map that contains it.",
        ),
        Bad("The letter seem odd.", "letter seem", "The letter seems odd."),
        Bad("Some 12 others schools were shut.", "others", "Some 12 other schools were shut."),
        Bad("It would automatic expire.", "automatic", "It would automatically expire."),
        Bad("Ann Hale have left.", "have", "Ann Hale has left."),
        Bad("Everyone have a vote.", "have", "Everyone has a vote."),
        Bad("Prices was higher.", "Prices was", "Prices were higher."),
        Bad("Some 200 homes was flooded.", "homes was", "Some 200 homes were flooded."),
        Bad("The study show that it works.", "study show", "The study shows that it works."),
        Bad("The plan needs three argument.", "argument", "The plan needs three arguments."),
        Bad(
            "She takes the money and keep it in a box.",
            "keep",
            "She takes the money and keeps it in a box.",
        ),
        Bad("Raising the taxes are wrong.", "are", "Raising the taxes is wrong."),
        Bad("The results are as follow:", "follow", "The results are as follows:"),
        Bad("Both player were hurt.", "player", "Both players were hurt."),
        Bad("He and his wife was hurt.", "was", "He and his wife were hurt."),
        Bad("Some of the shops was shut.", "was", "Some of the shops were shut."),
        Bad("He haves a boat.", "haves", "He has a boat."),
        Bad("This tools are old.", "This", "These tools are old."),
        Bad("They asked for informations.", "informations", "They asked for information."),
    ),
    good=(
        Good("A phrase that the desk bans is in the book."),
        Good("If it were so, I wish he were here. She asked that he have a say."),
        Good("The team are ready. The police were called. The government have agreed."),
        Good("Five years is a long time. A number of people are ill. The majority are at home."),
        Good("A few days, a sports club, a hundred ships, a three-year plan, a good two hours."),
        Good("The news is good. Politics is hard. The data are in. There's two of them."),
        Good("Did it have a name? Let it have its way. She made everybody leave."),
        Good("Manchester United have won. Three weeks is a long time. Friends is a comedy."),
        Good("Rising prices are a worry. It helps users find and keep it. Up from 32 last year."),
        Good("An information desk is by the door. The gap between haves and have-nots grew."),
        Good("The people the council was helping have gone. Bread and butter is cheap."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)

_AUXILIARIES = words(
    "do does did don't doesn't didn't can could will would shall should may might must have has "
    "had is are was were let lets let's make makes made making help helps helped see saw watch "
    "heard "
    "cannot can't couldn't won't wouldn't shouldn't isn't wasn't weren't aren't be neither nor"
)
_CLAUSE_STARTS = words(
    'that because but when while although since where why how said says say , ; : – — " “ ( and '
    "so which if though until once whether what after before"
)
_UNMISTAKABLE = words("he she they we")


def pronoun(sentence: TaggedSentence, at: int) -> Detection | None:
    """``he have``, ``they was``, ``it were``."""
    who = sentence.word(at)
    verb_at = at + 1
    if sentence.word(verb_at) in BETWEEN:
        verb_at += 1
    word = sentence.word(verb_at)
    right = _form_for(sentence, at, verb_at)
    if not right or not sentence.is_lower(verb_at):
        return None
    if not _is_subject(sentence, at, who, word):
        return None
    if who in ("he", "she", "it") and may_be_subjunctive(sentence, at, word):
        return None
    if triple(who, sentence.word(verb_at - 1), word) > 2 or pair(who, word) > 7:
        return None
    subject = "I" if who == "i" else who
    return correction(RULE.id, sentence, verb_at, right, f"'{subject}' takes '{right}'.")


def _form_for(sentence: TaggedSentence, at: int, verb: int) -> str:
    """The form of ``verb`` that the pronoun at ``at`` takes, empty if it may be right."""
    who, word = sentence.word(at), sentence.word(verb)
    if who in ("he", "she", "it"):
        right = SINGULAR_BE.get(word, "")
        if not right and (who != "it" or opens_clause(sentence, at)):
            return singular_verb(sentence, verb, surely=True)
        return right
    if who == "i":
        return {"is": "am", "are": "am", "has": "have"}.get(word, "")
    right = PLURAL_BE.get(word, "")
    if not right and who in ("they", "we") and tags_of(word) == ("VBZ",) and word != "is":
        return base_of_third(word)
    return right


def _is_subject(sentence: TaggedSentence, at: int, who: str, verb: str) -> bool:
    """Whether the pronoun is surely the whole subject of the verb after it."""
    before = sentence.word(at - 1)
    if who == "you" and before in ("before", "after", "since"):
        return False  # "the time at which I stand before you is"
    if before in ("and", "or", "nor", "&", "than", "as", "/") or before in _AUXILIARIES:
        return False
    if sentence.has_before(at, frozenset(("neither", "nor", "or")), 5):
        return False
    if who == "i":
        plain = sentence.opens(at) or before in _BEFORE_I
        return sentence.tokens[at].text == "I" and plain and sentence.tag(at) == "PRP"
    if who in _UNMISTAKABLE or sentence.opens(at) or before in _CLAUSE_STARTS:
        return not (
            who == "it" and verb in ("have", "do") and sentence.has_before(at, _AUXILIARIES, 4)
        )
    # "what matters to you is": an object may stand before the verb.
    return (verb in SINGULAR_BE or verb in PLURAL_BE) and sentence.tag(at - 1) in _NOUNS


_BEFORE_I = frozenset(("and", ",", "but", "that", "because", "as", "what", "which", "when"))
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))


TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(("he", "she", "it", "they", "we", "you", "i"), pronoun),
}
