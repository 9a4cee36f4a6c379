"""Possessives of common nouns and bodies without the apostrophe: ``the unions refusal``."""

from __future__ import annotations

from copylint.checks.grammar.apostrophes import IRREGULAR, NOUN_ONLY, respelt
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, like
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.nouns import singular_of
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.possessive",
    summary="Flags a possessive without its apostrophe.",
    why=(
        "'The special counsels office' has a plural where the sentence needs an owner. An "
        "apostrophe comes before the s of one owner, after the s of several."
    ),
    bad=(
        Bad("The special counsels office shut.", "counsels", "The special counsel's office shut."),
        Bad("Other peoples lives matter.", "peoples lives", "Other people's lives matter."),
        Bad("The childrens books sold.", "childrens", "The children's books sold."),
        Bad(
            "The unions refusal to sign cost them.",
            "unions refusal",
            "The unions' refusal to sign cost them.",
        ),
        Bad("They met on New Years Eve.", "Years", "They met on New Year's Eve."),
        Bad(
            "For argument sake, call it two.", "argument sake", "For argument's sake, call it two."
        ),
    ),
    good=(
        Good("The peoples of Asia met the special counsels. The unions refused."),
        Good("The attorney general's office, the children's books and New Year's Day."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)


# Nouns for what people have or do; a plural of persons before one is a possessive.
_DEEDS = words(
    "refusal willingness unwillingness ability inability reluctance insistence eagerness "
    "efforts attempts failure resignation involvement disapproval"
)
_NO_PERSONS = words("others numbers computers orders powers matters letters papers rivers factors")
_PERSONS = words(
    "republicans democrats associates families children allies activists supporters companies "
    "departments committees agencies governments ministries unions banks victims patients "
    "parents students residents clients tenants judges colleagues parties councils"
)


def deed(sentence: TaggedSentence, at: int) -> Detection | None:
    """``the unions refusal to sign``: the refusal is theirs."""
    owner = sentence.word(at - 1)
    if not sentence.is_word(at - 1) or len(owner) < 5 or owner in _NO_PERSONS:
        return None
    if not owner.endswith("s") or sentence.tokens[at - 1].text.isupper():
        return None
    if owner not in _PERSONS and not owner.endswith(("ers", "ors", "ists", "ians", "crats")):
        return None
    if tags_of(owner)[:1] not in (("NNS",), ("NNPS",)) or sentence.word(at - 2) in ("'", "’"):
        return None
    if singular_of(owner) == owner:
        return None
    shown = sentence.shown(at - 1)
    return respelt(
        RULE.id,
        sentence,
        at - 1,
        at,
        f"{shown}' {sentence.shown(at)}",
        f"Add an apostrophe after '{shown}'.",
    )


_OFFICES = {
    "counsels": words("office team investigation report probe"),
    "generals": words("office report"),
    "drivers": words("license licence licenses licences"),
}


def office(sentence: TaggedSentence, at: int) -> Detection | None:
    """``the special counsels office``."""
    word = sentence.word(at)
    if sentence.word(at + 1) not in _OFFICES[word]:
        return None
    before = sentence.word(at - 1)
    if word == "counsels" and before != "special":
        return None
    if word == "generals" and before not in ("attorney", "inspector"):
        return None
    right = like(sentence.shown(at), singular_of(word) + "'s")
    return respelt(RULE.id, sentence, at, at, right, f"Write '{right} {sentence.word(at + 1)}'.")


_DAYS = {
    ("new", "years"): ("day", "eve"),
    ("valentines",): ("day",),
    ("mothers",): ("day",),
    ("fathers",): ("day",),
}


def feast(sentence: TaggedSentence, at: int) -> Detection | None:
    """``New Years Eve``, ``Valentines Day``."""
    word = sentence.word(at)
    key = ("new", word) if word == "years" else (word,)
    if sentence.word(at + 1) not in _DAYS[key] or not sentence.shown(at)[0].isupper():
        return None
    if not sentence.shown(at + 1)[0].isupper() or (
        word == "years" and sentence.word(at - 1) != "new"
    ):
        return None
    right = sentence.shown(at)[:-1] + "'s"
    return respelt(RULE.id, sentence, at, at, right, f"Write '{right} {sentence.shown(at + 1)}'.")


def sake(sentence: TaggedSentence, at: int) -> Detection | None:
    """``for argument sake``."""
    owner = sentence.word(at - 1)
    if (
        sentence.word(at - 2) != "for"
        or not sentence.is_lower(at - 1)
        or owner.endswith(("'s", "s"))
    ):
        return None
    if tags_of(owner)[:1] != ("NN",):
        return None
    return respelt(RULE.id, sentence, at - 1, at, f"{owner}'s sake", f"Write '{owner}'s sake'.")


_BODIES = words("departments committees councils courts commissions administrations")


def body(sentence: TaggedSentence, at: int) -> Detection | None:
    """``the Harbour Departments decision``: one body, so its own."""
    shown = sentence.shown(at)
    following = tags_of(sentence.word(at + 1))
    if not shown.istitle() or not sentence.is_lower(at + 1) or following[:1] not in NOUN_ONLY:
        return None
    named = at > 1 and sentence.is_word(at - 1) and sentence.shown(at - 1)[0].isupper()
    if not named or sentence.has_before(at, _JOINS, 5):
        return None
    right = shown[:-1] + "'s"
    return respelt(RULE.id, sentence, at, at, right, f"Write '{right} {sentence.shown(at + 1)}'.")


_JOINS = words("and or & , both two")

_OF_PEOPLE = words("other some many most young old older")


def irregular_plural(sentence: TaggedSentence, at: int) -> Detection | None:
    """``the childrens books``: the plural has no s of its own."""
    if sentence.word(at + 1) in ("'", "’") and (
        sentence.tokens[at + 1].start == sentence.tokens[at].end
    ):
        return None  # the apostrophe is there, on the wrong side
    if sentence.shown(at)[0].isupper() and not sentence.opens(at):
        return None
    right = like(sentence.shown(at), IRREGULAR[sentence.word(at)])
    return respelt(RULE.id, sentence, at, at, right, f"Write '{right}'.")


def peoples(sentence: TaggedSentence, at: int) -> Detection | None:
    """``other peoples lives``: persons, not nations."""
    if sentence.word(at - 1) not in _OF_PEOPLE or not sentence.is_lower(at + 1):
        return None
    if tags_of(sentence.word(at + 1))[:1] not in NOUN_ONLY:
        return None
    right = f"{like(sentence.shown(at), 'people')}'s {sentence.shown(at + 1)}"
    return respelt(RULE.id, sentence, at, at + 1, right, "Write 'people's'.")


TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(_OFFICES, office),
    **dict.fromkeys(IRREGULAR, irregular_plural),
    "peoples": peoples,
    **dict.fromkeys(_BODIES, body),
    "sake": sake,
    "years": feast,
    **{key[-1]: feast for key in _DAYS},
    **dict.fromkeys(_DEEDS, deed),
}
