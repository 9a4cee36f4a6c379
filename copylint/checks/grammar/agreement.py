"""Subjects and verbs, determiners and nouns that disagree in number."""

from __future__ import annotations

from copylint.checks.grammar import determiners
from copylint.checks.grammar.line import Detector, Line, Slip, correction, pair, triple
from copylint.checks.grammar.phrase import Phrase, may_start, subject_before
from copylint.model.rule import Bad, Good, Level, Rule
from copylint.text.nouns import (
    COLLECTIVE,
    is_plural,
    may_be_plural,
    may_be_singular,
)
from copylint.text.verbs import base_of_third, only_base, third_of
from copylint.text.word_tags import tags_of
from copylint.text.wordlist import words

RULE = Rule(
    id="grammar.agreement",
    summary="A verb or determiner that disagrees in number with its noun.",
    why=(
        "'The results of the test was': the verb takes its number from 'results', not from the "
        "noun beside it. Collectives that may be plural (team, government, police) and sums "
        "taken as one (five years is) are left alone, and so is quoted speech."
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
    ),
    good=(
        Good("A phrase that the desk bans is in the book."),
        Good("If it were so, I wish he were here. She asked that he have a say."),
        Good("The team are ready. The police were called. The government have agreed."),
        Good("Five years is a long time. A number of people are ill. The majority are at home."),
        Good("A few days, a sports club, a hundred ships, a three-year plan, a good two hours."),
        Good("The news is good. Politics is hard. The data are in. There's two of them."),
        Good('"We was robbed," he said. Did it have a name? Let it have its way.'),
        Good("The people the council was helping have gone. Bread and butter is cheap."),
    ),
    level=Level.SENTENCE,
)

_SINGULAR_BE = {
    "are": "is",
    "were": "was",
    "have": "has",
    "do": "does",
    "aren't": "isn't",
    "weren't": "wasn't",
    "haven't": "hasn't",
    "don't": "doesn't",
}
_PLURAL_BE = {singular: plural for plural, singular in _SINGULAR_BE.items()}
_AUXILIARIES = words(
    "do does did don't doesn't didn't can could will would shall should may might must have has "
    "had is are was were let lets let's make makes made making help helps helped see saw watch "
    "heard "
    "cannot can't couldn't won't wouldn't shouldn't isn't wasn't weren't aren't be neither nor"
)
#: Words that want a subjunctive after them, or leave the mood open.
_SUBJUNCTIVE = words(
    "if though unless lest wish wishes wished wishing rather suppose supposing imagine imagined "
    "whether whatever suggest suggests suggested suggesting insist insists insisted insisting "
    "recommend recommends recommended recommending recommendation demand demands demanded "
    "demanding require requires required requiring requirement propose proposes proposed proposing "
    "proposal request requests requested requesting ask asks asked asking order orders ordered "
    "urge urges urged urging advise advises advised important essential necessary vital imperative "
    "crucial condition prefer prefers preferred stipulate stipulates stipulated mandate mandates "
    "mandated direct directed move moved would until before provided motion better would've "
    "proposing ensure concede grant agree agreed desire desired time"
)
_CLAUSE_STARTS = words(
    'that because but when while although since where why how said says say , ; : – — " “ ( and '
    "so which if though until once whether what after before"
)
_UNMISTAKABLE = words("he she they we")


def pronoun(line: Line, at: int) -> Slip | None:
    """``he have``, ``they was``, ``it were``."""
    who = line.word(at)
    verb_at = at + 1
    if line.word(verb_at) in _BETWEEN:
        verb_at += 1
    word = line.word(verb_at)
    right = _form_for(who, word)
    if not right or not line.is_lower(verb_at) or line.is_quoted(line.tokens[at].start):
        return None
    if not _is_subject(line, at, who, word):
        return None
    if who in ("he", "she", "it") and _may_be_subjunctive(line, at, word):
        return None
    if triple(who, line.word(verb_at - 1), word) > 2 or pair(who, word) > 7:
        return None
    subject = "I" if who == "i" else who
    return correction(RULE.id, line, verb_at, right, f"'{subject}' takes '{right}'.")


def _form_for(who: str, word: str) -> str:
    """The form of the verb that the pronoun takes, empty where ``word`` may be right."""
    if who in ("he", "she", "it"):
        right = _SINGULAR_BE.get(word, "")
        if not right and who != "it" and only_base(word) and word not in ("be", "cannot"):
            return third_of(word)
        return right
    if who == "i":
        return {"is": "am", "are": "am", "has": "have"}.get(word, "")
    right = _PLURAL_BE.get(word, "")
    if not right and who in ("they", "we") and tags_of(word) == ("VBZ",) and word != "is":
        return base_of_third(word)
    return right


def _is_subject(line: Line, at: int, who: str, verb: str) -> bool:
    """Whether the pronoun is surely the whole subject of the verb after it."""
    before = line.word(at - 1)
    if before in ("and", "or", "nor", "&", "than", "as", "/") or before in _AUXILIARIES:
        return False
    if line.has_before(at, frozenset(("neither", "nor", "or")), 5):
        return False
    if who == "i":
        plain = line.opens(at) or before in _BEFORE_I
        return line.tokens[at].text == "I" and plain and line.tag(at) == "PRP"
    if who in _UNMISTAKABLE or line.opens(at) or before in _CLAUSE_STARTS:
        return not (who == "it" and verb in ("have", "do") and line.has_before(at, _AUXILIARIES, 4))
    # "what matters to you is": an object may stand before the verb.
    return (verb in _SINGULAR_BE or verb in _PLURAL_BE) and line.tag(at - 1) in _NOUNS


_BEFORE_I = frozenset(("and", ",", "but", "that", "because", "as", "what", "which", "when"))
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))


def _may_be_subjunctive(line: Line, at: int, verb: str) -> bool:
    if verb in ("were", "weren't"):
        if line.word(at - 1) in ("said", "says"):
            return False
        return line.has_before(at, _SUBJUNCTIVE | {"as"}, 14) or line.has_before(
            len(line), frozenset(("would", "could", "might")), 60
        )
    if line.has_before(at, _SUBJUNCTIVE, 14):
        return True
    return any(tag == "MD" for tag in line.tags[max(0, at - 2) : at])


def verb(line: Line, at: int) -> Slip | None:
    """A form of *be*, *have* or *do* whose subject is the noun phrase before it."""
    word = line.word(at)
    many = word in _SINGULAR_BE
    right = _SINGULAR_BE.get(word) or _PLURAL_BE.get(word)
    if right is None or not line.is_lower(at):
        return None
    if (word == "do" and line.word(at + 1) != "not") or line.word(at + 1) == "there":
        return None
    return _judge(line, at, right, plural_verb=many)


def other_verb(line: Line, at: int) -> Slip | None:
    """Any other verb in the third person singular: ``the comments comes``."""
    word = line.word(at)
    if not line.is_lower(at) or not line.is_lower(at - 1) or not may_be_plural(line.word(at - 1)):
        return None
    following = line.word(at + 1)
    if tags_of(word) != ("VBZ",) and following not in _AFTER_VERB:
        return None
    if following == "to" and tags_of(word)[0] != "VBZ" and word not in _WITH_TO:
        return None
    base = base_of_third(word)
    if not base or pair(line.word(at - 1), word) > 0:
        return None
    return _judge(line, at, base, plural_verb=False)


def base_verb(line: Line, at: int) -> Slip | None:
    """A plain verb after a singular noun: ``the plan seem good``."""
    if not line.is_lower(at) or not may_be_singular(line.word(at - 1)):
        return None
    if line.word(at + 1) == "-" or pair(line.word(at - 1), line.word(at)) > 0:
        return None
    if may_start(line, at - 1) is None or line.tag(at) not in ("VBP", "VB"):
        return None
    if line.tag(at + 1)[:2] == "NN":
        return None  # "the default merge strategy", "a farm think tank"
    return _judge(line, at, third_of(line.word(at)), plural_verb=True)


_WITH_TO = words("plans hopes aims needs wants claims promises attempts offers")
_AFTER_VERB = words("the a an his her its their to that in on")


def _judge(line: Line, at: int, right: str, *, plural_verb: bool) -> Slip | None:
    """The slip of the verb at ``at``, if the phrase before it is surely of the other number."""
    last = at - 1
    while last > 0 and line.word(last) in _BETWEEN:
        last -= 1
    if last < 0 or not _could_disagree(line, last, plural_verb=plural_verb):
        return None
    if line.is_quoted(line.tokens[at].start):
        return None
    phrase = subject_before(line, last, after_comma=not plural_verb)
    if phrase is None or line.tag(at)[:1] != "V":
        return None
    if plural_verb:
        if not _is_one(line, phrase) or _may_be_subjunctive(line, phrase.first, line.word(at)):
            return None
    elif not _is_many(line, phrase):
        return None
    return correction(RULE.id, line, at, right, f"'{phrase.head_word}' takes '{right}'.")


_BETWEEN = words("also already still now never always often currently recently then")
#: Plurals without an s that are nothing else where no determiner makes them one.
_MEN = words("people police")


def _could_disagree(line: Line, last: int, *, plural_verb: bool) -> bool:
    """Whether a quick look at the words before the verb leaves a slip possible."""
    if line.word(last) in _CLOSES or line.word(last - 1) in ("who", "which"):
        return False
    if "VBZ" in tags_of(line.word(last)) and line.has_before(last, _RELATIVES, 5):
        return False  # "a phrase that the desk bans is": a verb, not a plural
    for at in range(last, max(-1, last - 9), -1):
        each = line.word(at)
        if each in _CLOSES and not (each in ("and", "or") and not plural_verb):
            return False
        if not plural_verb and (may_be_plural(each) or each in _MEN):
            return True
        if plural_verb and (may_be_singular(each) or each in ("one", "each", "every")):
            return True
    return False


_RELATIVES = words("that which who whom what how where when")
_CLOSES = words("and or , who which that nor ;")


def who(line: Line, at: int) -> Slip | None:
    """``the man who have``, ``people who has``."""
    word = line.word(at + 1)
    noun = line.word(at - 1)
    if not line.is_lower(at - 1) or line.is_quoted(line.tokens[at].start):
        return None
    if word in _SINGULAR_BE and word != "do":
        if not may_be_singular(noun) or noun in COLLECTIVE:
            return None
        first = at - 2
        while first > at - 4 and tags_of(line.word(first))[:1] == ("JJ",):
            first -= 1
        if line.word(first) not in ("a", "an", "the", "every", "another"):
            return None
        if line.word(first - 1) in ("and", "or", ",") or line.tag(first - 1) == "IN":
            return None
        right = _SINGULAR_BE[word]
    elif word in _PLURAL_BE:
        if not (is_plural(noun) or noun in _MEN) or line.has_before(at, _ONE, 9):
            return None
        if line.tag(at - 1) != "NNS" or line.word(at - 2) in ("that", "which", "to"):
            return None
        right = _PLURAL_BE[word]
    else:
        return None
    return correction(RULE.id, line, at + 1, right, f"'{noun} who' takes '{right}'.")


_ONE = words("one only each every a someone anyone somebody")


def _is_one(line: Line, phrase: Phrase) -> bool:
    """Whether the subject is surely singular."""
    first = line.word(phrase.first)
    if phrase.one_of:
        return True
    if first in ("every", "each"):
        return _is_count(line, phrase.head)
    if not may_be_singular(phrase.head_word) or not line.is_lower(phrase.head):
        return False
    if phrase.head_word in COLLECTIVE or first not in _SINGULAR_DETERMINERS:
        return False
    if phrase.head_word.endswith(_PEOPLE_ADJECTIVES):
        return False
    return not any(line.word(at) in COLLECTIVE for at in range(phrase.first, phrase.head))


def _is_count(line: Line, at: int) -> bool:
    return "NN" in tags_of(line.word(at)) and line.is_lower(at)


_PEOPLE_ADJECTIVES = ("ese", "ish")
_SINGULAR_DETERMINERS = words("the a an this that his her its their my our your")


def _is_many(line: Line, phrase: Phrase) -> bool:
    """Whether the subject is surely plural."""
    if not line.is_lower(phrase.head) and phrase.head_word not in _MEN:
        return False
    if not may_be_plural(phrase.head_word) and phrase.head_word not in _MEN:
        return False
    if phrase.has_number or line.word(phrase.first) in _OF_ONE:
        return False
    if phrase.first == phrase.head and not line.opens(phrase.first):
        return False
    if "few" in line.lower[max(0, phrase.first - 1) : phrase.last]:
        return False
    # "Eating vegetables is": a gerund may hide in what looks like a modifier.
    return not any(line.word(at).endswith("ing") for at in range(phrase.first, phrase.head))


_OF_ONE = words("each every a an one another no this that")

TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(("he", "she", "it", "they", "we", "you", "i"), pronoun),
    **dict.fromkeys((*_SINGULAR_BE, *_PLURAL_BE), verb),
    "who": who,
    **determiners.TRIGGERS,
}


def by_shape(_shown: str, word: str) -> Detector | None:
    """The detector for verbs, which no table can list."""
    if word in TRIGGERS:
        return None
    if word.endswith("s") and "VBZ" in tags_of(word):
        return other_verb
    return base_verb if only_base(word) and word not in ("be", "cannot") else None
