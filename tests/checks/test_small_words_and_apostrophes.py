"""Apostrophes, phrasal verbs and small words that their neighbours give away."""

from __future__ import annotations

import pytest

from copylint import Config, lint_text

RULES = Config(
    select=(
        "grammar.apostrophe",
        "grammar.hyphen",
        "grammar.demonstrative",
        "grammar.extra-pronoun",
        "grammar.extra-verb",
        "grammar.missing-a",
        "grammar.missing-of",
        "grammar.missing-pronoun",
        "grammar.participle",
        "confusion.word",
        "News.JoinedWord",
        "News.RareSpelling",
        "News.Plural",
        "News.WithRegard",
        "News.Preposition",
    )
)

WRONG = [
    ("They say that this this rule is old.", "this"),
    ("The prize may be also be sold.", "also be"),
    ("The gate should be always be shut.", "always be"),
    ("The gate is be shut on Monday.", "is"),
    ("They have a plan to do make it safe.", "make"),
    ("He kept this two rules.", "these"),
    ("Some of this books are old.", "these"),
    ("It my be late.", "may"),
    ("One you have paid, you may leave.", "Once"),
    ("It's main gate is shut.", "Its"),
    ("It's users can read the rules.", "Its"),
    ("The museum and it's paintings are safe.", "its"),
    ("The club met, and it's chairman was there.", "its"),
    ("Now lets look at the garden.", "let's"),
    ("First, lets build a wall.", "let's"),
    ("Lets start with the roof.", "Let's"),
    ("Lets imagine that the roof leaks.", "Let's"),
    ("As an example, lets pretend it rained.", "let's"),
    ("Three MP's are at the gate.", "MPs"),
    ("Most NGO's have offices here.", "NGOs"),
    ("It get's dark at five.", "gets"),
    ("The plan that allow's it is old.", "allows"),
    ("The pass let's you travel free.", "lets"),
    ("The card let's readers borrow books.", "lets"),
    ("The gate wont open.", "won't"),
    ("It asks for the users password.", "user's"),
    ("A copy goes to the customers address.", "customer's"),
    ("Members can login to the site.", "log in"),
    ("They setup a stall by the gate.", "set up"),
    ("It must be correctly setup before use.", "set up"),
    ("You can shutdown the pump and leave.", "shut down"),
    ("It is easier to setup the stall at dawn.", "set up"),
    ("They have setup a new stall.", "set up"),
    ("Once you signup, you get a card.", "sign up"),
    ("Plant it in you garden.", "your"),
    ("Think of you future.", "your"),
    ("Make a list of you own.", "your"),
    ("If you garden is dry, water it.", "your"),
    ("The race is ran by the council.", "run"),
    ("The letter is send to the mayor.", "sent"),
    ("The wall is build of stone.", "built"),
    ("Close the gate if exists.", "if it exists"),
    ("The lift makes easy to reach the top.", "makes it easy"),
    ("A rope is making possible to land.", "making it possible"),
    ("A couple boats sank.", "couple of boats"),
    ("It takes a name as argument.", "as an argument"),
    ("He bought a bus pass as alternative.", "as an alternative"),
    ("The winner is will be named on Monday.", "will"),
    ("The chart shows a timeseries.", "time series"),
    ("The commandline is black.", "command line"),
    ("He wrote three testcases.", "test cases"),
    ("The datastructure is a tree.", "data structure"),
    ("The stacktraces are long.", "stack traces"),
    ("Read the sourcecode.", "source code"),
    ("She works at a highschool.", "high school"),
    ("The cars were in the carpark.", "car park"),
    ("They met at the trainstation.", "train station"),
    ("He bought an icecream.", "ice cream"),
    ("The swimmingpool is shut.", "swimming pool"),
    ("It came by creditcard.", "credit card"),
    ("The rich help the poor, and viceversa.", "vice versa"),
    ("The group is homogenous.", "homogeneous"),
    ("The group is heterogenous.", "heterogeneous"),
    ("He accidently broke it.", "accidentally"),
    ("It rained, and therefor they stayed.", "therefore"),
    ("She is a descendent of the founder.", "descendant"),
    ("They are his descendents.", "descendants"),
    ("The indention is deep.", "indentation"),
    ("She teaches programing.", "programming"),
    ("The statue was casted in bronze.", "cast "),
    ("He is dependant on his father.", "dependent"),
    ("It is best practise to ask.", "best practice"),
    ("They follow best practises.", "best practices"),
    ("It is hot, specially in August.", "especially "),
    ("They bought new softwares.", "new software"),
    ("He explained it in details.", "in detail"),
    ("Pick one of more flowers.", "one or more "),
    ("He has the same boat than his father.", "the same boat as"),
    ("It is associated to the college.", "associated with"),
]

RIGHT = [
    "All you have to do is go. What it is to be is clear.",
    "The first thing to do is make tea. This means a lot. This news will spread.",
    "My being there helped. One they chose was red, and one was blue.",
    "It's time to go. It's news to him, and it's men who stay.",
    "It's news to me. It's spring's first day.",
    "He lets rooms. She lets in light, and then lets go.",
    "Let's you and I go. Let's see.",
    "It was his wont to walk.",
    "The users asked for a new password.",
    "The login page has a setup guide. Go to checkout.",
    "A backup of the setup is due. The pump fails over to backup pumps.",
    "I spoke to you today, and to you people. Give it to you now.",
    "What is it that makes you people so glad?",
    "He ran the race. What it is took years. The letters they send to the mayor are long.",
    "They asked if what exists works.",
    "Make simple meals for two.",
    "The couple sailed. A couple of boats sank.",
    "He spoke as counsel. It was such a good argument.",
    "What he is will show. The wall is high.",
    "Doctors practise medicine; they practise daily.",
    "A specially made cake came. The goods and the price therefor.",
    "He wrote theses. The dependants came.",
    "He asked for more details in the report.",
    "One of more than ten boats sank.",
]


QUIET = [
    "exceptions lists matches that are allowed.",
    "Flags ranges that run backwards.",
    "It keeps the rules that you have already carry over.",
    "The letter had to be read to the men.",
    "It cuts the word off the front.",
    "The books stand there unread.",
]


@pytest.mark.parametrize("text", QUIET)
def test_verbs_that_only_seem_to_disagree_stay(text: str) -> None:
    config = Config(select=("grammar", "confusion", "context"), deep="never")
    assert lint_text(text, config=config) == []


@pytest.mark.parametrize(("text", "right"), WRONG)
def test_the_slip_is_found_and_put_right(text: str, right: str) -> None:
    assert right in [found.replacements[0] for found in lint_text(text, config=RULES)]


@pytest.mark.parametrize("text", RIGHT)
def test_right_copy_stays(text: str) -> None:
    assert lint_text(text, config=RULES) == []
