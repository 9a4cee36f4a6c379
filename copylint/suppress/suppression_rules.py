"""Rules about suppressions themselves."""

from __future__ import annotations

from copylint.core.fix import Safety
from copylint.core.rule import Bad, Good, Level, Rule, Severity

UNUSED = Rule(
    id="suppression.unused",
    summary="Flags a suppression comment that suppresses nothing.",
    why="A suppression comment that is no longer needed hides the next mistake in its place.",
    bad=(
        Bad(
            "The council met.\n\n"
            "<!-- copylint-disable-next-line duplicates.word -->\nIt rose at noon.\n",
            found="<!-- copylint-disable-next-line duplicates.word -->",
            fixed="The council met.\n\n\nIt rose at noon.\n",
            format="markdown",
        ),
        Bad(
            "<!-- copylint-disable-file duplicates.word, names -- her own words -->\n\n"
            "The mayor said the the plan was dead.\n",
            found="names",
            format="markdown",
        ),
    ),
    good=(
        Good(
            "<!-- copylint-disable-next-line duplicates.word -- as she said it -->\n"
            "The mayor said the the plan was dead.\n",
            format="markdown",
        ),
        Good("The mayor said the plan was dead.\n"),
    ),
    level=Level.DOCUMENT,
    severity=Severity.WARNING,
    safety=Safety.UNSAFE,
)

UNKNOWN = Rule(
    id="suppression.unknown",
    summary="Flags a suppression comment that is malformed or names an unknown rule.",
    why="It suppresses nothing, although its author believes that it does.",
    bad=(
        Bad(
            "<!-- copylint-disable-next-line duplicates.wrod -->\n"
            "The mayor said that the plan was dead.\n",
            found="duplicates.wrod",
            fixed=(
                "<!-- copylint-disable-next-line duplicates.word -->\n"
                "The mayor said that the plan was dead.\n"
            ),
            format="markdown",
        ),
        Bad(
            "<!-- copylint-disable-nextline duplicates.word -->\n"
            "The mayor said that the plan was dead.\n",
            found="copylint-disable-nextline",
            fixed=(
                "<!-- copylint-disable-next-line duplicates.word -->\n"
                "The mayor said that the plan was dead.\n"
            ),
            format="markdown",
        ),
    ),
    good=(
        Good("<!-- The copylint settings are in copylint.toml. -->\n\nAll is well.\n", "markdown"),
    ),
    level=Level.DOCUMENT,
    severity=Severity.WARNING,
    safety=Safety.UNSAFE,
)

RULES = (UNUSED, UNKNOWN)
