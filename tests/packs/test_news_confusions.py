"""Words that sound alike, apostrophes and split words in the News pack, a sentence an entry."""

from __future__ import annotations

import pytest

from copylint import Config, lint_text

CONFIG = Config(
    select=("News.Contracted", "News.SoundAlike", "News.SplitWord", "News.CanNot"), grammar=()
)

WRONG = [
    # Contracted
    ("Its been a hard year for farmers.", "It's"),
    ("Its not only cheap but fast.", "It's"),
    ("They say its likely that rain will come.", "it's"),
    ("Your going to need a coat.", "You're"),
    ("They said your late again.", "you're"),
    ("If your using the lift, press the bell.", "you're"),
    ("The guests left they're coats in the hall.", "their"),
    ("Who's turn is it to drive?", "Whose"),
    ("The man who's car was stolen rang the police.", "whose"),
    ("Heres the latest from the harbour.", "Here's"),
    ("Todays paper is late.", "Today's"),
    ("Everyones invited to the fair.", "Everyone's"),
    ("The price is above last years level.", "last year's"),
    ("He was in this seasons team.", "this season's"),
    ("He get's up at six each day.", "He gets"),
    ("She want's a new job.", "She wants"),
    ("It let's you ride all day.", "lets"),
    ("He sold those CD's at the fair.", "CDs"),
    ("The MP's were sworn in.", "MPs"),
    ("The photo's are on the wall.", "photos"),
    ("Those letter's were lost in the post.", "letters"),
    ("We had a great time their.", "there"),
    # SoundAlike
    ("The principle reason is the cost.", "principal"),
    ("She is the school principle.", "school principal"),
    ("He past the exam in June.", "He passed"),
    ("The house has past the bill.", "has passed"),
    ("The driver hit the breaks too late.", "hit the brakes"),
    ("They changed the break pads.", "brake pads"),
    ("He complemented her on the dress.", "complimented"),
    ("The hotel serves complementary tea.", "complimentary"),
    ("The mayor was appraised of the plan.", "was apprised of"),
    ("He was adverse to risk.", "averse to"),
    ("Averse weather shut the port.", "Adverse"),
    ("She poured over the papers for hours.", "pored over the papers"),
    ("The judge is bias against them.", "is biased"),
    ("It is quiet different now.", "quite"),
    ("We could here the sea.", "could hear"),
    ("I am glad to here that.", "glad to hear"),
    ("Bare with me for a moment.", "Bear with me"),
    ("She can't bare to see it go.", "can't bear to see"),
    ("The repair took to long.", "took too long"),
    ("It is to late for that.", "is too late"),
    ("There were to many people in the hall.", "There were too many"),
    ("We ate, than we left.", "then"),
    ("He is taller then his brother.", "taller than"),
    ("It is more useful then the old one.", "more useful than"),
    ("The cut has lead to rows.", "has led"),
    ("The walk was lead by a ranger.", "was led by"),
    ("He will loose the race.", "will lose the"),
    ("The rise had no affect on us.", "no effect"),
    ("The affects of the drug are known.", "effects"),
    ("It will effect all of us.", "will affect all"),
    # SplitWord
    ("The law came in to force in May.", "into"),
    ("They put it in to practice.", "put it into practice"),
    ("He delved in to the past.", "delved into"),
    ("Please stay with in the lines.", "stay within"),
    ("It is some what different.", "somewhat"),
    ("Some times, it rains.", "Sometimes"),
    ("The up coming fair is free.", "upcoming"),
    ("The on going dispute cost millions.", "ongoing"),
    ("He studied an on line course.", "online"),
    ("The off line version is slow.", "offline"),
    ("The time line was tight.", "timeline"),
    ("The out come of the vote is open.", "outcome"),
    # CanNot
    ("You can not park here.", "cannot"),
]

VERBS = [
    ("She enjoys to read in bed.", "enjoys reading"),
    ("They avoided to pay the fee.", "avoided paying"),
    ("He suggested to take the train.", "suggested taking"),
    ("They succeeded to win the cup.", "succeeded in winning"),
    ("She insisted to pay for it.", "insisted on paying"),
    ("He stopped to smoking last year.", "stopped smoking"),
    ("It is depend on the tide.", "depends on"),
    ("He did went home.", "He did go"),
    ("I wonder, do he know the way?", "does he"),
    ("She like to swim.", "She likes"),
    ("Does he likes the plan?", "Does he like"),
    ("Did she has a car?", "Did she have"),
    ("The book was wrote by a nurse.", "was written"),
    ("The car was stole last night.", "was stolen"),
    ("The shop was broke into twice.", "was broken into"),
    ("The photo was took in May.", "was taken"),
    ("She was chose by the board.", "was chosen"),
    ("He was threw out of the bar.", "was thrown"),
    ("It has been happened before.", "has happened"),
    ("It was occurred in May.", "occurred"),
    ("They chose between the both.", "between the two"),
    ("We arrived to the station at six.", "arrived at the station"),
    ("She entered in the room.", "entered the room"),
    ("They reached to an agreement.", "reached an agreement"),
    ("Please tell to me the truth.", "tell me"),
    ("He is working since 1990.", "He has been working since"),
    ("They are waiting since Monday.", "They have been waiting since"),
    ("A number of people has been hurt.", "A number of people have"),
    ("Each of the players have a locker.", "Each of the players has"),
    ("These kind of things happen.", "These kinds of"),
    ("It was badder than last year.", "worse than"),
    ("He is more taller than me.", "taller"),
    ("She speaks English very good.", "speaks English very well"),
    ("It works good for us.", "works well"),
    ("I am agree with you.", "I agree"),
    ("He is agree with the plan.", "He agrees"),
    ("The news are bad.", "The news is"),
    ("They made a research on it.", "did research on"),
    ("We do a mistake each day.", "make a mistake"),
    ("He was very surprise by the vote.", "very surprised"),
]

RIGHT_VERBS = [
    "She stopped to read. He likes to swim, and they suggested a swim. He insisted it was his.",
    "What he did went wrong. Men like him and her like the sea. Would she like the house?",
    "He was broke in May. They arrived to cheers. It is raining since the front came in.",
    "The number of people has grown. Did it happen? He does his best. The news was good.",
]

RIGHT = [
    "The cat hid its face, and its owner smiled. It took its time to move.",
    "She said your late uncle was kind. When your team wins, smile.",
    "They're home, and who's there? Who's coming?",
    "In the last years of his life he wrote. The last weeks were hard. The next weeks are hard.",
    "The dog's bowl is empty. The women's are here. The BBC's and ITV's shows are good.",
    "It is their house. Let's see. This let's-play video is long.",
    "The principle of the thing matters. He walked past the house.",
    "The news breaks at noon. The wine complements the fish. Complementary colours clash.",
    "He poured tea over the books. The town was quiet. They kept it quiet.",
    "Come here the day after. He stood with bare feet.",
    "The road to long life. The plan is to short the stock. He owes it to many people.",
    "They had lunch, then they left. We ate more, then the rest arrived.",
    "The lead singer left. They took the lead by a mile. He effected a change.",
    "The new law will effect a change. They let loose the dogs.",
    "She used the vote to effect a swift transition, and he to effect the sale and the merger.",
    "He came in to help. The people I work with in the town are kind.",
    "She can not only sing but also dance. We can not just wait. He cannot go.",
    "Look at some times of the trains. The train on line four is late.",
]


@pytest.mark.parametrize(("text", "suggested"), WRONG, ids=[text for text, _ in WRONG])
def test_entry_is_found_and_put_right(text: str, suggested: str) -> None:
    found = [finding.replacements[0] for finding in lint_text(text + "\n", config=CONFIG)]
    assert found == [suggested]


@pytest.mark.parametrize("text", RIGHT)
def test_what_looks_like_an_entry_is_left_alone(text: str) -> None:
    assert [finding.text for finding in lint_text(text + "\n", config=CONFIG)] == []


@pytest.mark.parametrize(("text", "suggested"), VERBS, ids=[text for text, _ in VERBS])
def test_verb_pattern_is_put_right(text: str, suggested: str) -> None:
    config = Config(select=("News.VerbPattern",), grammar=())
    found = [finding.replacements[0] for finding in lint_text(text + "\n", config=config)]
    assert found == [suggested]


@pytest.mark.parametrize("text", RIGHT_VERBS)
def test_right_verb_patterns_are_left_alone(text: str) -> None:
    config = Config(select=("News.VerbPattern",), grammar=())
    assert [finding.text for finding in lint_text(text + "\n", config=config)] == []
