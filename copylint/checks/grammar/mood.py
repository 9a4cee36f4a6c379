"""Whether a verb may be a subjunctive: "if it were", "she asked that he have"."""

from __future__ import annotations

from copylint.checks.grammar.tagged_sentence import TaggedSentence
from copylint.language.word_list import words

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
#: "If he be" is of another age; "if the council have" is plural, or wrong.
_CONDITIONAL = words("if though unless whether until before")
_MANDATIVE = _SUBJUNCTIVE - _CONDITIONAL


def may_be_subjunctive(sentence: TaggedSentence, at: int, verb: str) -> bool:
    """Whether ``verb``, whose subject is at ``at``, may be one."""
    if verb in ("were", "weren't"):
        if sentence.word(at - 1) in ("said", "says"):
            return False
        return sentence.has_before(at, _SUBJUNCTIVE | {"as"}, 14) or sentence.has_before(
            len(sentence), frozenset(("would", "could", "might")), 60
        )
    if sentence.has_before(at, _MANDATIVE, 14):
        return True
    return any(tag == "MD" for tag in sentence.tags[max(0, at - 2) : at])
