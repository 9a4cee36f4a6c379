"""The rules whose findings the models of context make."""

from __future__ import annotations

from copylint.core.rule import Bad, Good, Level, Precedence, Rule

CONFUSED_WORD = Rule(
    id="confusion.word",
    summary="Flags a word that looks or sounds like the intended word.",
    why=(
        "A spelling check passes 'form' for 'from' and 'there' for 'their'. The words around it "
        "show which is meant; the rule reports only cases that leave no doubt."
    ),
    bad=(
        Bad("The letter came form the council.", "form", "The letter came from the council."),
        Bad("They left there coats in the hall.", "there", "They left their coats in the hall."),
        Bad("It was bigger then the old one.", "then", "It was bigger than the old one."),
    ),
    good=(
        Good("Fill in the form and send it from home."),
        Good("There is more there than their neighbours thought."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.CONFUSION,
)
TYPO = Rule(
    id="confusion.slip",
    summary="Flags a word that is one typing error away from the intended word.",
    why=(
        "A spelling check passes 'a god idea', because the typing error made another word. The "
        "rule compares how often each of the two words occurs between these neighbours and reports "
        "the word only if it almost never does."
    ),
    bad=(
        Bad(
            "It was a god idea to leave early.",
            "god",
            "It was a good idea to leave early.",
        ),
    ),
    good=(Good("The god of the sea had a good temple by the harbour."),),
    level=Level.SENTENCE,
    precedence=Precedence.CONFUSION,
)
SMALL_WORD = Rule(
    id="confusion.small-word",
    summary="Flags a small word where another is meant.",
    why=(
        "No word list can find 'is' for 'in', 'of' for 'on' or 'he' for 'the'. The rule weighs the "
        "words on either side."
    ),
    bad=(
        Bad(
            "The bridge was closed for more that two years.",
            "that",
            "The bridge was closed for more than two years.",
        ),
    ),
    good=(Good("The bridge that was closed for more than two years is open."),),
    level=Level.SENTENCE,
    precedence=Precedence.CONFUSION,
)
WRONG_FORM = Rule(
    id="context.form",
    summary="Flags a form of a word that does not fit its sentence.",
    why=(
        "'They can voted' and 'those country' are left behind when a sentence is recast. The rule "
        "weighs the words on either side, the verb before and the subject, and reports a form only "
        "if all of them are against it."
    ),
    bad=(
        Bad(
            "The council can addresses the problem next year.",
            "addresses",
            "The council can address the problem next year.",
        ),
    ),
    good=(
        Good("The money saved is expected to help the council keep its library."),
        Good("Volunteers read to pupils on Tuesday mornings."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.CONTEXT,
)
EXTRA_WORD = Rule(
    id="context.extra-word",
    summary="Flags a small word that does not belong.",
    why=(
        "'He wrote to with the subject' keeps a word of an earlier wording. The rule weighs the "
        "words on either side of a small word, and reports it only if the sentence is complete "
        "without it."
    ),
    bad=(
        Bad(
            "He wrote to with the subject of the meeting.",
            "to with",
            "He wrote to the subject of the meeting.",
        ),
    ),
    good=(Good("The school is not to open on Monday, whatever the council wants it to do."),),
    level=Level.SENTENCE,
    default=False,
    precedence=Precedence.CONTEXT,
)
MISSING_WORD = Rule(
    id="context.missing-word",
    summary="Flags a missing small word.",
    why=(
        "'At same time' lacks its 'the'. The rule weighs the words on either side of a gap. Its "
        "model was made for news and makes mistakes on other copy, so the rule is off by default; "
        "grammar.missing-word finds the usual cases."
    ),
    bad=(
        Bad(
            "They were fired at same time by the board.",
            "at same",
            "They were fired at the same time by the board.",
        ),
    ),
    good=(Good("They were hired at the same time, at a wage that they had asked for."),),
    level=Level.SENTENCE,
    default=False,
    precedence=Precedence.CONTEXT,
)
