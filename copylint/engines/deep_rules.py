"""The rules of the deep check, one for each kind of error."""

from __future__ import annotations

from copylint.core.fix import Safety
from copylint.core.rule import Bad, Good, Level, Rule
from copylint.core.rule_groups import group_of

_HOW = "A small neural network judges the whole sentence; the manual describes its training."


def _rule(
    kind: str,
    summary: str,
    why: str,
    bad: tuple[Bad, ...],
    good: tuple[str, ...],
    safety: Safety = Safety.UNSAFE,
) -> Rule:
    return Rule(
        id=f"deep.{kind}",
        summary=summary,
        why=f"{why} {_HOW}",
        bad=bad,
        good=tuple(map(Good, good)),
        level=Level.SENTENCE,
        safety=safety,
    )


#: The rules of the engine.
RULES = (
    _rule(
        "confusion",
        "Flags a correctly spelled word that is the wrong word.",
        "A spelling check passes 'form' for 'from'; only the sentence shows the mistake.",
        (
            Bad(
                "The ferry brought supplies form the mainland twice a week.",
                "form",
                "The ferry brought supplies from the mainland twice a week.",
            ),
            Bad(
                "Their is no reason to close the school, the parents told the meeting.",
                "Their",
                "There is no reason to close the school, the parents told the meeting.",
            ),
        ),
        (
            "Every visitor fills in a form before the tour of the old harbour begins.",
            "He left the parcel on the quay on Friday.",
        ),
    ),
    _rule(
        "missing-word",
        "Flags a missing small word.",
        "Authors easily overlook a word that was lost in rewriting.",
        (
            Bad(
                "The bakery is planning open a second shop near the station.",
                "planning open",
                "The bakery is planning to open a second shop near the station.",
            ),
        ),
        ("The bakery is planning an open day at its second shop near the station.",),
    ),
    _rule(
        "extra-word",
        "Flags a small word that does not belong.",
        "Authors easily overlook a word that is left over from an earlier wording.",
        (
            Bad(
                "The decision was made was by the full council after a long debate.",
                "made was",
                "The decision was made by the full council after a long debate.",
            ),
        ),
        ("The decision that was made was one for the full council to take.",),
        Safety.SAFE,
    ),
    _rule(
        "verb-form",
        "Flags a verb in a form that does not fit its sentence.",
        "'To announced' and 'has went' are left behind when a sentence is recast.",
        (
            Bad(
                "The harbour board is expected to announced its decision on Thursday.",
                "announced",
                "The harbour board is expected to announce its decision on Thursday.",
            ),
        ),
        ("The harbour board announced that it had decided to close the old pier.",),
    ),
    _rule(
        "agreement",
        "Flags a singular or plural that does not agree with the rest of its sentence.",
        "'A new boats' and 'one of the player' make readers stumble.",
        (
            Bad(
                "The trust bought a new boats for the lifeboat crew in the summer.",
                "boats",
                "The trust bought a new boat for the lifeboat crew in the summer.",
            ),
            Bad(
                "He is one of the best player in the league, his manager said on Monday.",
                "player",
                "He is one of the best players in the league, his manager said on Monday.",
            ),
        ),
        ("The team are confident that one of the boats is ready to sail.",),
    ),
    _rule(
        "article",
        "Flags 'a' in place of 'an', or the reverse.",
        "The choice depends on the sound of the next word.",
        (
            Bad(
                "The club appointed an new manager after the defeat on Saturday.",
                "an",
                "The club appointed a new manager after the defeat on Saturday.",
            ),
        ),
        ("The club appointed an old hand after an hour of talks with a union.",),
        Safety.SAFE,
    ),
    _rule(
        "apostrophe",
        "Flags an apostrophe that is missing, misplaced or superfluous.",
        "A spelling check passes 'the councils plan' and 'its raining'.",
        (
            Bad(
                "The governments decision to close the port surprised the fishermen.",
                "governments",
                "The government's decision to close the port surprised the fishermen.",
            ),
        ),
        ("The council's plans for the schools were its own, and it's sticking to them.",),
    ),
)

#: The rules by the kind of an edit (``ScoredEdit.kind``).
BY_KIND = {rule.id.removeprefix("deep."): rule for rule in RULES}

# Rules of grammar and context whose findings were mostly wrong if the network saw no fault
# (the counts are in docs/explanation/deep.md). It judges articles and apostrophes less well
# than the rules do.
_REFUTED = frozenset(
    {"grammar.agreement", "grammar.missing-word", "context.form", "confusion.word"}
)


def may_refute(rule_id: str) -> bool:
    """Whether a finding of this rule is dropped if the network holds the words to be right."""
    return group_of(rule_id) in _REFUTED
