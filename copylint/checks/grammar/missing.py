"""Function words that a fixed frame needs and the copy lacks."""

from __future__ import annotations

from copylint.checks.grammar.frames import RULE_ID
from copylint.core.rule import Bad, Good, Level, Precedence, Rule

RULE = Rule(
    id=RULE_ID,
    summary="A small word that its frame needs is missing.",
    why=(
        "'The number of', 'such as', 'according to', 'agreed to meet', 'at the end of', 'they are "
        "no longer': the eye supplies the small word that the hand left out. An article is asked "
        "for only in sentences that have others, since headlines do without."
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
        Bad("The number accidents fell.", "number accidents", "The number of accidents fell."),
        Bad("One the best cooks left.", "One the", "One of the best cooks left."),
        Bad("He lost most his money.", "most his", "He lost most of his money."),
        Bad("He toured cities such Leeds.", "such Leeds", "He toured cities such as Leeds."),
        Bad("He sat in front the fire.", "front the", "He sat in front of the fire."),
        Bad(
            "She took a bus instead going on foot.",
            "instead going",
            "She took a bus instead of going on foot.",
        ),
        Bad("It allows you choose one.", "you choose", "It allows you to choose one."),
        Bad("The rules are longer needed.", "are longer", "The rules are no longer needed."),
        Bad("He said she no wish to go.", "she no", "He said she has no wish to go."),
        Bad(
            "She left a note at end of the day.", "at end", "She left a note at the end of the day."
        ),
        Bad("It is one of most popular games.", "of most", "It is one of the most popular games."),
        Bad("The cook had lot of friends.", "had lot", "The cook had a lot of friends."),
        Bad("The firm won 5% share of it.", "won 5%", "The firm won a 5% share of it."),
    ),
    good=(
        Good("They agreed terms. It will likely remain. He wanted help and tried work."),
        Good("Such plans fail. In such cases, such men are rare."),
        Good("She gave the one the boy had. He most admired his aunt. Most days it rains."),
        Good("A growing number of men left, and no one cares. So are they a team?"),
        Good("At the end it rained; over the past year it did not. The White House staff left."),
        Good("The number rose. Number ten is shut. Planned work went on."),
    ),
    level=Level.SENTENCE,
    precedence=Precedence.GRAMMAR,
)
