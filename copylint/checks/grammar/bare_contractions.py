"""Contractions without their apostrophe: ``dont``, ``thats``, ``lets go``."""

from __future__ import annotations

from copylint.checks.grammar.apostrophes import respelt
from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, like
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.contraction",
    summary="Flags a contraction without its apostrophe.",
    why=(
        "An apostrophe marks the letters that a contraction leaves out: 'don't', 'that's', "
        "'let's'. 'Cant', 'wont' and 'lets' are words of their own and are flagged only where "
        "they cannot be meant."
    ),
    bad=(
        Bad("They dont know.", "dont", "They don't know."),
        Bad("Thats what she said.", "Thats", "That's what she said."),
        Bad("Lets go home.", "Lets", "Let's go home."),
    ),
    good=(
        Good("It was his wont to walk. He lets rooms. Thieves' cant is hard to follow."),
        Good("They don't know, and that's what she said. Let's go home."),
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
    return respelt(RULE.id, sentence, at, at, right, f"Write '{right}' with an apostrophe.")


def lets(sentence: TaggedSentence, at: int) -> Detection | None:
    """``Lets go``."""
    following = sentence.word(at + 1)
    if not sentence.opens(at) or "VB" not in tags_of(following)[:1] or following in ("us", "the"):
        return None
    return respelt(
        RULE.id,
        sentence,
        at,
        at,
        like(sentence.shown(at), "let's"),
        "Write 'let's', short for 'let us'.",
    )


TRIGGERS: dict[str, Detector] = {**dict.fromkeys(_CONTRACTIONS, contraction), "lets": lets}
