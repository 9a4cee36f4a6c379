"""Verbs whose subject is the noun phrase before them: the results of the test was."""

from __future__ import annotations

from copylint.checks.grammar.clauses import FINITE, has_later_verb
from copylint.checks.grammar.mood import may_be_subjunctive
from copylint.checks.grammar.number import (
    MEN,
    PLURAL_BE,
    SINGULAR_BE,
    is_one_noun,
    may_be_plain_verb,
    singular_verb,
    subject_end,
)
from copylint.checks.grammar.phrase import Phrase, may_start, subject_before
from copylint.checks.grammar.tagged_sentence import (
    Detection,
    Detector,
    TaggedSentence,
    correction,
    like,
    pair,
)
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.nouns import (
    COLLECTIVE,
    may_be_plural,
    plural_of,
    singular_of,
)
from copylint.language.verbs import base_of_third, only_base, third_of
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.subject-verb",
    summary="Flags a verb that disagrees in number with its subject.",
    why=(
        "'The results of the test was': the verb takes its number from 'results', not from "
        "the noun beside it. Collectives that may be plural (team, government, police) and "
        "sums taken as one (five years is) are left alone; quoted speech gets a suggestion."
    ),
    bad=(
        Bad("The results of the test was clear.", "was", "The results of the test were clear."),
        Bad("The owner of the gates are ill.", "are", "The owner of the gates is ill."),
        Bad("One of the players are hurt.", "are", "One of the players is hurt."),
        Bad(
            "Every school in the county were shut.", "were", "Every school in the county was shut."
        ),
        Bad("The letter seem odd.", "letter seem", "The letter seems odd."),
        Bad("Ann Hale have left.", "have", "Ann Hale has left."),
        Bad("Everyone have a vote.", "have", "Everyone has a vote."),
        Bad("Prices was higher.", "Prices was", "Prices were higher."),
        Bad("Some 200 homes was flooded.", "homes was", "Some 200 homes were flooded."),
        Bad("The study show that it works.", "study show", "The study shows that it works."),
        Bad(
            "She takes the money and keep it in a box.",
            "keep",
            "She takes the money and keeps it in a box.",
        ),
        Bad("Raising the taxes are wrong.", "are", "Raising the taxes is wrong."),
        Bad("He and his wife was hurt.", "was", "He and his wife were hurt."),
        Bad("Some of the shops was shut.", "was", "Some of the shops were shut."),
    ),
    good=(
        Good("A phrase that the desk bans is in the book."),
        Good("The team are ready. The police were called. The government have agreed."),
        Good("Five years is a long time. A number of people are ill. The majority are at home."),
        Good("The news is good. Politics is hard. The data are in."),
        Good("Manchester United have won. Three weeks is a long time. Friends is a comedy."),
        Good("Rising prices are a worry. It helps users find and keep it. Up from 32 last year."),
        Good("The people the council was helping have gone. Bread and butter is cheap."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)


def verb(sentence: TaggedSentence, at: int) -> Detection | None:
    """A form of *be*, *have* or *do* whose subject is the noun phrase before it."""
    word = sentence.word(at)
    many = word in SINGULAR_BE
    right = SINGULAR_BE.get(word) or PLURAL_BE.get(word)
    if right is None or not sentence.is_lower(at):
        return None
    if (word == "do" and sentence.word(at + 1) != "not") or sentence.word(at + 1) == "there":
        return None
    return _judge(sentence, at, right, plural_verb=many)


def other_verb(sentence: TaggedSentence, at: int) -> Detection | None:
    """Any other verb in the third person singular: ``the comments comes``."""
    word = sentence.word(at)
    if not sentence.is_lower(at) or not sentence.is_word(at - 1):
        return None
    following = sentence.word(at + 1)
    last = subject_end(sentence, at)
    if not may_be_plural(sentence.word(last)) or not sentence.is_lower(last):
        return _far_subject(sentence, at)
    if tags_of(word) != ("VBZ",) and following not in _AFTER_VERB:
        return None
    names = sentence.tag(last - 1)[:2] == "NN" and base_of_third(sentence.word(last))
    if last and sentence.opens(last - 1) and names and {"NNS", "VBZ"} <= {*tags_of(word)}:
        return None  # "exceptions lists matches that are allowed": a name, its verb, its object
    if following == "to" and tags_of(word)[0] != "VBZ" and word not in _WITH_TO:
        return None
    base = base_of_third(word)
    if not base or (last == at - 1 and pair(sentence.word(last), word) > 0):
        return None
    return _judge(sentence, at, base, plural_verb=False)


def _far_subject(sentence: TaggedSentence, at: int) -> Detection | None:
    """``The owners of the house sells it``: the subject is further back."""
    if tags_of(sentence.word(at)) != ("VBZ",) or not sentence.has_before(at, _LINKS, 7):
        return None
    base = base_of_third(sentence.word(at))
    if not base or sentence.tag(at) != "VBZ" or sentence.tag(at + 1) not in _AFTER_FINITE:
        return None
    return _judge(sentence, at, base, plural_verb=False)


_AFTER_FINITE = frozenset(("DT", "PRP", "PRP$", "IN", "TO", "RB", "JJ", "CD", "NNP"))
_LINKS = words("of in on for from with at between against")


_OF = frozenset(("of",))


def base_verb(sentence: TaggedSentence, at: int) -> Detection | None:
    """A plain verb after a singular noun: ``the plan seem good``."""
    last = subject_end(sentence, at)
    if not sentence.is_lower(at) or not (
        is_one_noun(sentence, last)
        or (may_be_plural(sentence.word(last)) and sentence.has_before(last, _OF, 3))
    ):
        return None
    if sentence.word(at + 1) == "-" or (
        last == at - 1 and pair(sentence.word(last), sentence.word(at)) > 0
    ):
        return None
    if may_start(sentence, last) is None or sentence.tag(at) not in ("VBP", "VB"):
        return None
    following = sentence.tag(at + 1)
    if following in FINITE:
        return None  # "the timer interrupt happens"
    many = may_be_plural(sentence.word(at + 1)) and not has_later_verb(sentence, at)
    if following[:2] == "NN" and not many:
        return None  # "the default merge strategy", "a farm think tank"
    return _judge(sentence, at, third_of(sentence.word(at)), plural_verb=True)


def ambiguous_verb(sentence: TaggedSentence, at: int) -> Detection | None:
    """``the study show that``: a plain verb that may be a noun, with what only a verb has."""
    if (
        not sentence.is_lower(at)
        or not is_one_noun(sentence, at - 1)
        or sentence.word(at + 1) == "-"
    ):
        return None
    right = singular_verb(sentence, at)
    if not right or has_later_verb(sentence, at) or may_start(sentence, at - 1) is None:
        return None
    if sentence.word(at + 1) not in _OBJECTS and pair(sentence.word(at - 1), sentence.word(at)) > 0:
        return None  # "the state report on schools"
    return _judge(sentence, at, right, plural_verb=True)


_OBJECTS = words("the a an his her its their our my your this these that him them it us me")
_WITH_TO = words("plans hopes aims needs wants claims promises attempts offers")
_AFTER_VERB = words("the a an his her its their our your my this these it them to that in on")


def _judge(sentence: TaggedSentence, at: int, right: str, *, plural_verb: bool) -> Detection | None:
    """The typo of the verb at ``at``, if the phrase before it is surely of the other number."""
    last = subject_end(sentence, at)
    if last < 0 or not _could_disagree(sentence, last, plural_verb=plural_verb):
        return None
    phrase = subject_before(sentence, last, after_comma=not plural_verb)
    if phrase is None or sentence.tag(at)[:1] != "V":
        return None
    if plural_verb:
        if not _is_one(sentence, phrase) or may_be_subjunctive(
            sentence, phrase.first, sentence.word(at)
        ):
            return None
    elif not _is_many(sentence, phrase, sums=sentence.word(at) in PLURAL_BE):
        return None
    message = f"'{phrase.head_word}' takes '{right}'."
    if phrase.head == at - 1 and not phrase.one_of:
        noun, number = sentence.shown(at - 1), plural_of if plural_verb else singular_of
        other = number(phrase.head_word)
        both = [
            f"{noun} {right}",
            *([f"{like(noun, other)} {sentence.shown(at)}"] if other else ()),
        ]
        return Detection(RULE.id, at - 1, at, tuple(both), message)
    return correction(RULE.id, sentence, at, right, message)


def _could_disagree(sentence: TaggedSentence, last: int, *, plural_verb: bool) -> bool:
    """Whether a quick look at the words before the verb leaves a typo possible."""
    if sentence.word(last) in _CLOSES or sentence.word(last - 1) in ("who", "which"):
        return False
    if "VBZ" in tags_of(sentence.word(last)) and sentence.has_before(last, _RELATIVES, 5):
        return False  # "a phrase that the desk bans is": a verb, not a plural
    for at in range(last, max(-1, last - 9), -1):
        each = sentence.word(at)
        if each in _CLOSES and not (each in ("and", "or") and not plural_verb):
            return False
        if not plural_verb and (may_be_plural(each) or each in MEN):
            return True
        if plural_verb and (each in ("one", "each", "every") or is_one_noun(sentence, at)):
            return True
    return False


_RELATIVES = words("that which who whom what how where when")
_CLOSES = words("and or , who which that nor ;")


def _is_one(sentence: TaggedSentence, phrase: Phrase) -> bool:
    """Whether the subject is surely singular."""
    first = sentence.word(phrase.first)
    if phrase.one_of:
        return True
    if first in ("every", "each"):
        return _is_count(sentence, phrase.head)
    if not is_one_noun(sentence, phrase.head) or not sentence.is_lower(phrase.head):
        return False
    if phrase.head_word in COLLECTIVE or (
        first not in _SINGULAR_DETERMINERS and sentence.tag(phrase.first) != "POS"
    ):
        return False
    if phrase.head_word.endswith(_PEOPLE_ADJECTIVES):
        return False
    return not any(sentence.word(at) in COLLECTIVE for at in range(phrase.first, phrase.head))


def _is_count(sentence: TaggedSentence, at: int) -> bool:
    return "NN" in tags_of(sentence.word(at)) and sentence.is_lower(at)


_PEOPLE_ADJECTIVES = ("ese", "ish")
_SINGULAR_DETERMINERS = words("the a an this that his her its their my our your")


def _is_many(sentence: TaggedSentence, phrase: Phrase, *, sums: bool) -> bool:
    """Whether the subject is surely plural; with ``sums`` a number of things may be one sum."""
    opens = (
        sentence.opens(phrase.head)
        and may_be_plural(phrase.head_word)
        and phrase.head < phrase.last
    )
    opens = opens and not any(
        sentence.shown(each).istitle() for each in range(phrase.head + 1, phrase.last + 1)
    )
    if not sentence.is_lower(phrase.head) and phrase.head_word not in MEN and not opens:
        return False
    if not may_be_plural(phrase.head_word) and phrase.head_word not in MEN:
        return False
    if "VBZ" in tags_of(phrase.head_word) and sentence.tag(phrase.head - 1)[:3] == "NNP":
        return False  # "the man whom Ann claims was"
    if (sums and phrase.has_number) or sentence.word(phrase.first) in _OF_ONE:
        return False
    if phrase.first == phrase.head and not sentence.opens(phrase.first):
        return False
    if "few" in sentence.lower[max(0, phrase.first - 1) : phrase.last]:
        return False
    # "Eating vegetables is": a gerund may hide in what looks like a modifier.
    return not any(
        sentence.word(at).endswith("ing") and sentence.word(at) not in _ADJECTIVES
        for at in range(phrase.first, phrase.head)
    )


#: Words in -ing that are adjectives before a noun.
_ADJECTIVES = words("following remaining existing leading missing surviving outstanding")
_OF_ONE = words("each every a an one another no this that")

TRIGGERS: dict[str, Detector] = dict.fromkeys((*SINGULAR_BE, *PLURAL_BE), verb)


def by_shape(_shown: str, word: str) -> Detector | None:
    """The detector for verbs, which no table can list."""
    if word in TRIGGERS:
        return None
    if word.endswith("s") and "VBZ" in tags_of(word):
        return other_verb
    if only_base(word):
        return base_verb if word not in ("be", "cannot") else None
    tags = tags_of(word)
    return ambiguous_verb if tags[:1] in (("VB",), ("VBP",)) and may_be_plain_verb(word) else None
