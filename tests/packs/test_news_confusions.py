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
