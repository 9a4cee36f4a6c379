"""The word "to" is missing: agreed meet, according the report, in an effort improve."""

from __future__ import annotations

from copylint.checks.grammar.frames import DETERMINERS, insertion
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, pair
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.verbs import is_base, only_base
from copylint.language.word_list import words

RULE = Rule(
    id="grammar.missing-to",
    summary="Flags a missing 'to' before a verb or a noun.",
    why=(
        "In 'agreed meet', 'according the report' and 'allows you choose' readers fill in the 'to' "
        "that the writer left out. The rule knows the words that take 'to' and checks how often "
        "edited copy does without it."
    ),
    bad=(
        Bad("They agreed meet in May.", "agreed meet", "They agreed to meet in May."),
        Bad("She is due be sworn in.", "due be", "She is due to be sworn in."),
        Bad("They are going put it right.", "going put", "They are going to put it right."),
        Bad("It is similar the old one.", "similar the", "It is similar to the old one."),
        Bad(
            "It is shut, according the owner.",
            "according the",
            "It is shut, according to the owner.",
        ),
        Bad("It allows you choose one.", "you choose", "It allows you to choose one."),
        Bad(
            "They cut prices in an effort win the vote.",
            "effort win",
            "They cut prices in an effort to win the vote.",
        ),
    ),
    good=(
        Good("They agreed terms. It will likely remain. He wanted help and tried work."),
        Good("Planned work went on. It allowed dogs in the park."),
        Good("The plan is similar in form. Her efforts win praise."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)


#: Words that take "to" and a verb and are hardly ever followed by a verb or noun.
_TO_VERB = words(
    "able unable going trying tried tries decided decides agreed agrees refused refuses refusing "
    "intends intended intend attempted attempting attempts tend tends tended want wants wanted "
    "wanting hopes hoped hoping declined declines managed willing unwilling reluctant eager "
    "unlikely expected due supposed allowed forced planned plans vowed vows pledged threatened "
    "threatens continued continues began begins failed fails failing seeking sought ought "
    "ready keen "
    "determined scheduled prepared needs needed ability opportunity willingness "
    "pledges refusal continuing begun likely ordered urged required asked poised obliged obligated "
    "destined opted plan hope intend"
)
#: Those of them that may precede a noun.
_BEFORE_NOUN = words(
    "planned continued continuing attempted seeking sought intended expected allowed forced "
    "scheduled prepared needs needed plans failed failing threatened begins began begun ready "
    "determined want wants wanted wanting tried tries continues agreed hopes likely unlikely "
    "eager ability opportunity required asked attempts due declined managed fails hoped "
    "urged ordered threatens pledged vowed unable able reluctant keen declines"
)
_PARTICLES = words("up out off down back away over")
_TO_NOUN = {
    # Words that need "to" before a noun phrase.
    "according": DETERMINERS,
    "similar": DETERMINERS - {"that"},
    "relating": DETERMINERS,
    "listen": DETERMINERS,
    "listened": DETERMINERS,
    "listening": DETERMINERS,
    "belongs": DETERMINERS,
    "belonged": DETERMINERS,
    "owing": frozenset(("the", "his", "its", "their", "her")) - {"the"},
    "prior": words("the his her its their this"),
    "responded": DETERMINERS - {"that"},
    "responding": DETERMINERS - {"that"},
    "respond": DETERMINERS - {"that"},
}
_MODALS = words(
    "will would can could may might shall should must do does did not didn't don't doesn't to "
    "won't wouldn't can't couldn't and or"
)


def to_verb(sentence: TaggedSentence, at: int) -> Detection | None:
    """``agreed meet``, ``candidates be``."""
    trigger, verb = sentence.word(at), sentence.word(at + 1)
    if not sentence.is_lower(at + 1) or not is_base(verb) or verb in ("to", trigger):
        return None
    if (trigger != "likely" and pair(trigger, verb) > 1) or pair("to", verb) < 3:
        return None
    if "-" in (sentence.word(at + 2), sentence.word(at - 1)) or (trigger, verb) == (
        "due",
        "process",
    ):
        return None
    if verb in _AUXILIARIES and trigger not in _BEFORE_AUXILIARY:
        return None
    if not _wants_verb(sentence, at, trigger) or not _is_verb(sentence, at, trigger, verb):
        return None
    return insertion(RULE.id, sentence, at, "to")


def bare_verb(sentence: TaggedSentence, at: int) -> Detection | None:
    """``in order strengthen``, ``how create a``."""
    verb = sentence.word(at + 1)
    if not sentence.is_lower(at + 1) or pair(sentence.word(at), verb) > 1:
        return None
    in_order = sentence.word(at) == "order" and sentence.word(at - 1) == "in"
    if not only_base(verb) and not (
        in_order and is_base(verb) and sentence.word(at + 2) in DETERMINERS
    ):
        return None
    if sentence.word(at) == "order":
        right_place = in_order
    elif sentence.word(at) in _CHANCES:
        right_place = sentence.word(at - 1) in ("a", "no", "his", "her", "their", "any", "every")
        right_place = right_place and sentence.tag(at + 1) in ("VB", "VBP", "NN")
    else:
        right_place = sentence.word(at + 2) in DETERMINERS and not sentence.opens(at)
    return insertion(RULE.id, sentence, at, "to") if right_place else None


_CHANCES = words(
    "chance decision attempt permission authority desire tendency inability intention "
    "opportunity ability willingness"
)
_AUXILIARIES = words("have do are were had")
_BEFORE_AUXILIARY = words("due able unable going trying supposed expected likely")


def _wants_verb(sentence: TaggedSentence, at: int, trigger: str) -> bool:
    """Whether the trigger is here the verb or adjective that an infinitive follows."""
    before = sentence.word(at - 1)
    if trigger == "likely":
        return _after_be(sentence, at)
    if trigger in ("plan", "hope", "intend"):
        return before in ("they", "we", "you", "i")
    if trigger == "needs" and before == "must":
        return False  # "it must needs be"
    if trigger == "going":
        return before not in ("the", "get", "keep", "of")
    if trigger == "declines" and sentence.tag(at) != "VBZ":
        return False
    if trigger in _ALSO_PLURAL and (sentence.tag(at) in ("NNS", "NN") or not sentence.is_lower(at)):
        return False  # "Their needs have changed": the noun is a subject
    if trigger in _MAY_END_CLAUSE and sentence.has_before(at, _OPEN_CLAUSE, 10):
        return False
    return trigger not in _BEFORE_NOUN or sentence.tag(at - 1) not in ("DT", "PRP$", "JJ", "POS")


_ALSO_PLURAL = words("needs plans attempts hopes pledges")


def _is_verb(sentence: TaggedSentence, at: int, trigger: str, verb: str) -> bool:
    """Whether the word after the trigger is a verb here and not a noun."""
    if only_base(verb):
        return True
    following = sentence.word(at + 2)
    if following in DETERMINERS:
        return True
    if verb in _STRONGEST and trigger in _CLAUSE_ENDERS and sentence.is_word(at + 2):
        return True
    if sentence.tag(at + 1) not in ("VB", "VBP"):
        return trigger in _BEFORE_NOUN and verb in _STRONG and following in _PARTICLES
    if trigger in ("ability", "opportunity"):
        return False
    if trigger in _CLAUSE_ENDERS and sentence.word(at - 1) in _PERSONS:
        return verb in _STRONG
    return trigger not in _BEFORE_NOUN or verb in _STRONG


_MAY_END_CLAUSE = words(
    "began begun begins continued continues failed fails tried tries agreed refused expected "
    "intended planned wanted declined threatened hoped seeking forced"
)
_OPEN_CLAUSE = words("since when after who which before as than whom while if")
#: Verbs that are hardly ever nouns, though now and then they are.
_STRONG = words(
    "take put get make give go see play find keep run let come buy sell meet move leave stop build "
    "pay tell show hold win cut set talk speak work live start try use call"
)
_STRONGEST = words(
    "hold build put take get make give go see find keep buy sell meet come leave tell pay play"
)
_CLAUSE_ENDERS = words("want wants wanted tried tries could")
_PERSONS = words("i you he she we they")


def _after_be(sentence: TaggedSentence, at: int) -> bool:
    before = at - 1
    if sentence.word(before) in ("not", "also", "now", "more", "most", "very", "still", "less"):
        before -= 1
    return sentence.word(before) in _BE and sentence.word(before - 1) not in _MODALS


_BE = words("is are was were isn't aren't wasn't weren't being")


def to_noun(sentence: TaggedSentence, at: int) -> Detection | None:
    """``according the``, ``similar the``."""
    trigger, following = sentence.word(at), sentence.word(at + 1)
    if following not in _TO_NOUN[trigger] or pair(trigger, following) > 1.5:
        return None
    if not sentence.is_lower(at + 1) or sentence.word(at - 1) == "-":
        return None
    if trigger == "similar" and following in ("a", "an") and sentence.word(at - 1) == "more":
        return None
    if sentence.word(at + 2) in (".", ",", "") and following in ("that", "this", "these", "those"):
        return None
    return insertion(RULE.id, sentence, at, "to")


def according(sentence: TaggedSentence, at: int) -> Detection | None:
    """``according`` with anything but "to" and "as" after it."""
    following = sentence.word(at + 1)
    if not sentence.is_word(at + 1) or following in ("to", "as") or following.endswith("ly"):
        return None
    if sentence.word(at + 2) == "to":
        return None
    return insertion(RULE.id, sentence, at, "to")


def response(sentence: TaggedSentence, at: int) -> Detection | None:
    """``in response the``, ``in addition the``."""
    named = sentence.word(at) == "response" and sentence.tag(at + 1) == "NNP"
    if sentence.word(at - 1) != "in":
        return None
    if not named and sentence.word(at + 1) not in DETERMINERS - {"that", "it"}:
        return None
    if sentence.opens(at - 1) or sentence.word(at - 2) in (",", "and", "that", "-"):
        return None
    if sentence.word(at + 1) in ("a", "an") and (
        sentence.word(at) == "addition" or sentence.tag(at - 2)[:1] != "V"
    ):
        return None
    return insertion(RULE.id, sentence, at, "to")


def forward(sentence: TaggedSentence, at: int) -> Detection | None:
    """``looking forward seeing``, ``look forward the``."""
    if sentence.word(at - 1) not in ("look", "looks", "looked", "looking"):
        return None
    wanted = sentence.tag(at + 1) == "VBG" or sentence.word(at + 1) in _OPENERS
    return insertion(RULE.id, sentence, at, "to") if wanted else None


def candidates(sentence: TaggedSentence, at: int) -> Detection | None:
    """``candidates the rain``, ``contrary the report``, ``candidates be``."""
    if sentence.word(at) == "due" and sentence.word(at + 1) not in _OPENERS:
        return to_verb(sentence, at)
    if sentence.word(at + 1) not in _OPENERS or sentence.word(at - 1) in _BEFORE_DUE:
        return None
    if sentence.word(at + 2) in ("first", "second", "same", "last"):
        return None
    return insertion(RULE.id, sentence, at, "to")


_OPENERS = words("the a an his her its their our your my")
_BEFORE_DUE = words("is are was were be been in with their his its given")

TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(_TO_VERB, to_verb),
    **dict.fromkeys(_TO_NOUN, to_noun),
    "according": according,
    "order": bare_verb,
    "forward": forward,
    "due": candidates,
    "contrary": candidates,
    "how": bare_verb,
    **dict.fromkeys(_CHANCES - _TO_VERB, bare_verb),
    "response": response,
    "addition": response,
}
