"""A plain verb in place of its -ing form: he is consider a move, they avoid pay the tax."""

from __future__ import annotations

from copylint.checks.grammar.tagged_sentence import Detection, Detector, TaggedSentence, pair
from copylint.checks.grammar.verbs_near import OBJECTS, reform, skip_adverbs
from copylint.core.rule import Bad, Good, Level, Precedence, Rule
from copylint.language.verbs import gerund_of, only_base, participle_of
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

RULE = Rule(
    id="grammar.progressive",
    summary="Flags a plain verb after 'be', where its -ing form belongs.",
    why=(
        "'He is consider a move' lacks the -ing of 'considering'; so does the verb after "
        "'avoid' or 'keep'."
    ),
    bad=(Bad("He is consider a move.", "consider", "He is considering a move."),),
    good=(Good("He is considering a move. All he did is make a call."),),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)

_BE = words("is are am was were isn't aren't wasn't weren't")
_TAKE_GERUND = words(
    "avoid avoids avoided keep keeps kept finish finishes finished enjoy enjoys enjoyed risk risks "
    "risked stop stops stopped quit resist resists resisted deny denies denied postpone postponed"
)
_PREPOSITIONS = words("at for to about into with on")
#: A clause may end in *be*, and its verb be one of these: "all he did is make a call".
_PSEUDO_CLEFT = words(
    "do does did done what all everything thing things aim goal plan idea job task role purpose "
    "answer way mission intention first best least most trick point option solution step"
)
_NO_GERUND = words("be let have do are am forget cannot shall ought like come become put set")
_OTHER_FORMS = frozenset(("VBD", "VBN", "JJ", "IN", "RB", "MD", "UH", "CC"))
_SUBJECTS = frozenset(("PRP", "NN", "NNS", "NNP"))


def after_be(sentence: TaggedSentence, at: int) -> Detection | None:
    """``he is consider a move``, ``the council is look at it``."""
    verb = skip_adverbs(sentence, at + 1, 1)
    right = _gerund(sentence, verb)
    if not right or sentence.tag(at - 1) not in _SUBJECTS:
        return None
    if sentence.has_before(at, _PSEUDO_CLEFT, 10):
        return None
    word, following = sentence.word(verb), sentence.word(verb + 1)
    if following in _PREPOSITIONS:
        passive = participle_of(word)
        if pair(right, following) < 4 or pair(right, following) <= pair(passive, following):
            return None
        if pair(word, following) > pair(right, following) + 2:
            return None
    elif following not in OBJECTS:
        return None
    return reform(RULE.id, sentence, verb, right, f"After '{sentence.word(at)}' write '{right}'.")


def after_avoid(sentence: TaggedSentence, at: int) -> Detection | None:
    """``avoid pay the tax``, ``kept ask the man``."""
    right = _gerund(sentence, at + 1)
    if not right or sentence.word(at + 2) not in OBJECTS:
        return None
    if sentence.word(at - 1) in ("the", "a", "an", "his", "no"):
        return None
    return reform(RULE.id, sentence, at + 1, right, f"After '{sentence.word(at)}' write '{right}'.")


def _gerund(sentence: TaggedSentence, at: int) -> str:
    """The -ing form of the plain verb at ``at``, empty if it may be another word."""
    word = sentence.word(at)
    if not sentence.is_lower(at) or word in _NO_GERUND:
        return ""
    if sentence.is_quoted(sentence.tokens[at].start) or pair(sentence.word(at - 1), word) > 1:
        return ""
    tags = tags_of(word)
    plain = only_base(word) or (tags[:1] in (("VB",), ("VBP",)) and _OTHER_FORMS.isdisjoint(tags))
    return gerund_of(word) if plain else ""


TRIGGERS: dict[str, Detector] = {
    **dict.fromkeys(_BE, after_be),
    **dict.fromkeys(_TAKE_GERUND, after_avoid),
}
