"""Apostrophes that are missing, superfluous or on the wrong side of the s."""

from __future__ import annotations

from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, like, pair
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.lexicon import Kinds, Lexicon
from copylint.language.verbs import PLAIN_PAST
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.apostrophe",
    summary="Flags an apostrophe that is missing, superfluous or misplaced.",
    why=(
        "Contractions ('don't') and possessives ('Russia's president') need an apostrophe; plurals "
        "('the 1990s') do not. It comes before the s in 'women's' and 'a week's notice', and after "
        "the s of a plural that owns something."
    ),
    bad=(
        Bad("They dont know.", "dont", "They don't know."),
        Bad("Thats what she said.", "Thats", "That's what she said."),
        Bad("It was Polands president.", "Polands president", "It was Poland's president."),
        Bad("She gave two weeks notice.", "weeks", "She gave two weeks' notice."),
        Bad("He has ten year's experience.", "year's", "He has ten years' experience."),
        Bad("Music of the 1990's is back.", "1990's", "Music of the 1990s is back."),
        Bad("The womens' team won.", "womens'", "The women's team won."),
        Bad("Other peoples lives matter.", "peoples lives", "Other people's lives matter."),
        Bad("The mayor's signed the letter.", "mayor's", "The mayor signed the letter."),
        Bad("The special counsels office shut.", "counsels", "The special counsel's office shut."),
        Bad("Lets go home.", "Lets", "Let's go home."),
    ),
    good=(
        Good("It was his wont to walk. He lets rooms. Thieves' cant is hard to follow."),
        Good("The Philippines president left. Two weeks after that, the peoples of Asia met."),
        Good("The mayor's signed letter. He waited two weeks. The class of '95."),
        Good("The Rolling Stones tour, the Reds manager and the Jones boys."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)

_CONTRACTIONS = {
    bare.replace("'", ""): bare
    for bare in words(
        "don't doesn't didn't isn't aren't wasn't weren't haven't hasn't hadn't couldn't wouldn't "
        "shouldn't can't won't they're you're they've you've we've that's there's what's "
        "he's she's who've mustn't"
    )
}
# Words of their own: judged by their neighbours, or left to other rules.
del _CONTRACTIONS["hes"], _CONTRACTIONS["shes"]
_SUBJECTS = words("i you he she it we they who that this there what")


def contraction(sentence: TaggedSentence, at: int) -> Detection | None:
    """``dont``, ``thats``; ``cant`` and ``wont`` between a subject and a verb."""
    word = sentence.word(at)
    if not sentence.tokens[at].text[1:].islower() or "-" in (
        sentence.word(at - 1),
        sentence.word(at + 1),
    ):
        return None
    if word in ("cant", "wont") and sentence.word(at - 1) not in _SUBJECTS:
        before = sentence.tag(at - 1)
        if before not in ("NNS", "NNP") or not {"VB", "RB"} & set(
            tags_of(sentence.word(at + 1))[:1]
        ):
            return None
    if (
        sentence.word(at - 1) in ("'", "’")
        and sentence.tokens[at - 1].end == sentence.tokens[at].start
    ):
        return None
    right = like(sentence.shown(at), _CONTRACTIONS[word])
    return respelt(sentence, at, at, right, f"Write '{right}' with an apostrophe.")


def lets(sentence: TaggedSentence, at: int) -> Detection | None:
    """``Lets go``."""
    following = sentence.word(at + 1)
    if not sentence.opens(at) or "VB" not in tags_of(following)[:1] or following in ("us", "the"):
        return None
    return respelt(
        sentence, at, at, like(sentence.shown(at), "let's"), "Write 'let's' for 'let us'."
    )


def let_us(sentence: TaggedSentence, at: int) -> Detection | None:
    """``it let's us see``: the verb, not *let us*."""
    if sentence.word(at + 1) not in ("us", "me", "him", "them", "users", "people", "readers"):
        return None
    if sentence.opens(at) or not (sentence.is_word(at - 1) or sentence.word(at - 1) == ")"):
        return None
    if sentence.word(at + 2) in ("and", ",", "or") or sentence.word(at - 1) in (
        "and",
        "so",
        "but",
        "then",
    ):
        return None
    return respelt(
        sentence, at, at, like(sentence.shown(at), "lets"), "Write 'lets': 'let's' means 'let us'."
    )


def respelt(sentence: TaggedSentence, first: int, last: int, right: str, message: str) -> Detection:
    """The typo that ``right`` corrects, with apostrophes as in the text."""
    curly = "’" in sentence.text and "'" not in sentence.text
    return Detection(RULE.id, first, last, (right.replace("'", "’") if curly else right,), message)


def decade(sentence: TaggedSentence, at: int) -> Detection | None:
    """``1990's``: the tokeniser parts the number from what follows."""
    token, mark = sentence.tokens[at], sentence.word(at + 1)
    if mark not in ("'", "’") or sentence.word(at + 2) != "s" or sentence.word(at - 1) != "the":
        return None
    if sentence.tokens[at + 1].start != token.end or sentence.tokens[at + 2].start != token.end + 1:
        return None
    if (
        sentence.is_word(at + 3)
        and sentence.tag(at + 3)[:2] in ("NN", "JJ")
        and len(token.text) == 4
    ):
        # "the 1990's boom" may be a possessive of the year
        return None
    return Detection(RULE.id, at, at + 2, (token.text + "s",), f"Write '{token.text}s'.")


_SPANS = {"days": "day", "weeks": "week", "months": "month", "years": "year", "hours": "hour"}
_SPAN_NOUNS = words(
    "notice experience worth leave imprisonment pay salary probation detention jail work wages"
)


def time_span(sentence: TaggedSentence, at: int) -> Detection | None:
    """``two weeks notice``, ``ten year's experience``."""
    word = sentence.word(at)
    if sentence.word(at + 1) not in _SPAN_NOUNS or sentence.word(at + 2) == "-":
        return None
    if sentence.tag(at - 1) != "CD" and sentence.word(at - 1) not in ("several", "few", "many"):
        return None
    plural = word if word in _SPANS else word[:-2] + "s"
    if sentence.word(at - 1) in ("one", "1"):
        if word not in _SPANS:
            return None
        right = _SPANS[word] + "'s"
    else:
        right = plural + "'"
    if sentence.word(at + 1) in ("leave", "work", "pay") and sentence.tag(at + 1)[:2] != "NN":
        return None
    return respelt(sentence, at, at, right, f"Write '{right} {sentence.word(at + 1)}'.")


_PLURALS = {
    "womens": "women's",
    "mens": "men's",
    "childrens": "children's",
}


def odd_plural(sentence: TaggedSentence, at: int) -> Detection | None:
    """``womens'``, ``childrens``, ``peoples lives``."""
    word = sentence.word(at)
    if word == "peoples":
        before, after = sentence.word(at - 1), sentence.word(at + 1)
        if before not in ("other", "some", "many", "most", "young", "old", "older"):
            return None
        if not sentence.is_lower(at + 1) or tags_of(after)[:1] not in (("NN",), ("NNS",)):
            return None
        shown = f"{like(sentence.shown(at), 'people')}'s {sentence.shown(at + 1)}"
        return respelt(sentence, at, at + 1, shown, "Write 'people's'.")
    right = like(sentence.shown(at), _PLURALS[word])
    last = at
    if (
        sentence.word(at + 1) in ("'", "’")
        and sentence.tokens[at + 1].start == sentence.tokens[at].end
    ):
        last = at + 1
    elif sentence.tokens[at].text[0].isupper() and not sentence.opens(at):
        return None
    return respelt(sentence, at, last, right, f"Write '{right}'.")


def is_person(name: str) -> bool:
    """Whether ``name`` is a surname that the lexicon has."""
    entry = Lexicon.shared().entry(name)
    return entry is not None and bool(entry.kinds & Kinds.SURNAME)


def stray(sentence: TaggedSentence, at: int) -> Detection | None:
    """``the drivers' who``, ``the owner' table``: an apostrophe after a word, nothing quoted."""
    mark = sentence.tokens[at]
    if at == 0 or sentence.tokens[at - 1].end != mark.start or not sentence.is_word(at - 1):
        return None
    if sentence.text[mark.end : mark.end + 1] != " " or not sentence.is_lower(at + 1):
        return None
    if (
        len(sentence.word(at + 1)) < 2
        or sentence.word(at - 2) in ("-", "--", "`")
        or sentence.is_quoted(mark.start - 1)
    ):
        return None
    if sentence.single_marks != 1:
        return None  # two of them quote something
    word, shown, following = sentence.word(at - 1), sentence.shown(at - 1), sentence.word(at + 1)
    if word.endswith("s"):
        told = set(tags_of(following)) <= {"VBD", "VBN"} and sentence.word(at + 2) in _COMPLEMENTS
        if following not in _FINITE and not (tags_of(following) and told):
            return None
        return Detection(RULE.id, at - 1, at, (shown,), f"Write '{shown}' without the apostrophe.")
    if tags_of(word)[:1] != ("NN",) or tags_of(following)[:1] not in (("NN",), ("NNS",)):
        return None
    return Detection(
        RULE.id, at - 1, at, (f"{shown}{mark.text}s",), f"Write '{shown}{mark.text}s'."
    )


_COMPLEMENTS = words("that to")
_FINITE = words("who which is are was were has have had will would can could")
_OBJECTS = words("the a an his her their its him them")


def idle(sentence: TaggedSentence, at: int) -> Detection | None:
    """``The mayor's signed the letter``: a possessive where the verb wants a plain subject."""
    verb, following = sentence.word(at + 1), sentence.word(at + 2)
    if not sentence.word(at).endswith("'s") or not sentence.is_lower(at + 1):
        return None
    noun = sentence.word(at)[:-2]
    shown = sentence.shown(at)[:-2]
    if noun in _NO_NOUN:
        return None
    named = shown[0].isupper() and (not sentence.opens(at) or sentence.count(shown) > 1)
    if verb == "also" and shown[0].isupper() and sentence.count(shown):
        # "Hale's also named": an adverb that no noun phrase begins with
        tags = tags_of(following)
        if not tags or not set(tags) <= {"VBD", "VBN", "VBZ"} or following in _AUXILIARIES:
            return None
        return respelt(sentence, at, at, shown, f"Write '{shown}', not '{shown}'s', before 'also'.")
    if following not in (_AFTER_VERB if named else _OBJECTS):
        return None
    tags = tags_of(verb)
    if named and sentence.opens(at) and set(tags) == {"VBZ", "NNS"} and following in _ARTICLES:
        # "Hale's hits the road": no noun has an article right after it
        return respelt(
            sentence, at, at, shown, f"Write '{shown}', not '{shown}'s', before '{verb}'."
        )
    if not tags or not set(tags) <= {"VBD", "VBN", "VBZ"} or verb in _AUXILIARIES:
        return None
    if pair(sentence.word(at), verb) > 0 or sentence.is_quoted(sentence.tokens[at].start):
        return None
    # Macy's and the like are names; a name that the document also has without 's is not one.
    if shown[0].isupper() and (
        sentence.count(shown) < (1 if is_person(shown) else 2)
        or sentence.word(at - 1) in ("at", "of", "and")
    ):
        return None
    if tags != ("VBZ",) and verb not in PLAIN_PAST and not _near_start(sentence, at):
        return None
    return respelt(sentence, at, at, shown, f"Write '{shown}', not '{shown}'s', before '{verb}'.")


_ARTICLES = words("the a an")
_AUXILIARIES = words("is was has had does did been became")
_AFTER_VERB = _OBJECTS | words("to in that about roughly on up out as at over with for he she they")
_NO_NOUN = words(
    "it he she that this there what who where when how here let everyone everybody someone nobody "
    "one which why"
)


def _near_start(sentence: TaggedSentence, at: int) -> bool:
    """Whether the noun is among the first of its sentence.

    After such a noun 's rarely means "has": edited copy does not contract it there.
    """
    return sentence.word(at - 1) in _SUBORDINATE or any(
        sentence.opens(max(0, each)) for each in (at - 1, at - 2, at - 3)
    )


_SUBORDINATE = words("after when because while although though whether")


TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(_CONTRACTIONS, contraction),
    "lets": lets,
    "let's": let_us,
    "'": stray,
    **dict.fromkeys((*_SPANS, *(each + "'s" for each in _SPANS.values())), time_span),
    **dict.fromkeys((*_PLURALS, "peoples"), odd_plural),
}


def by_shape(shown: str, word: str) -> Detector | None:
    """The detector for words that no table can list: decades and idle possessives."""
    if len(word) in (2, 4) and word.isdigit() and word.endswith("0"):
        return decade
    if word.endswith("'s") and word not in TRIGGERS and len(word) > 3:
        return idle
    return None
