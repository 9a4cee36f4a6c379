"""The rules of the deep check, one for each kind of error."""

from __future__ import annotations

from copylint.core.fix import Safety
from copylint.core.rule import Bad, Good, Level, Rule

_HOW = "A small neural network read the whole sentence; the manual says what it was shown."


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
        "A word that is a word, but not the one that was meant.",
        "A spelling check passes 'form' for 'from'; only the sentence tells.",
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
        ("Every visitor fills in a form before the tour of the old harbour begins.",),
    ),
    _rule(
        "missing-word",
        "A small word that is missing.",
        "A word lost in rewriting is easily read over by its author.",
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
        "A small word too many.",
        "What is left of an earlier wording is easily read over by its author.",
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
        "A verb in a form that its sentence does not ask for.",
        "'To announced' and 'has went' are left behind when a sentence is turned round.",
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
        "A word whose number does not agree with the rest of its sentence.",
        "'A new boats' and 'one of the player' are slips that a reader stumbles over.",
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
        "'A' where 'an' belongs, or the reverse.",
        "The article follows the sound of the next word.",
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
        "An apostrophe that is missing, misplaced or one too many.",
        "'The councils plan' and 'its raining' are not what a spelling check sees.",
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

# Rules of grammar and context whose findings were mostly wrong where the network saw
# nothing (the counts are in docs/explanation/deep.md). It judges articles and apostrophes
# less well than the rules do.
_REFUTED = frozenset(
    {"grammar.agreement", "grammar.missing-word", "context.form", "confusion.word"}
)


def may_refute(rule_id: str) -> bool:
    """Whether a finding of this rule goes where the network holds the words to be right."""
    return rule_id in _REFUTED
