"""Subjects and verbs, demonstratives and nouns that disagree in number, and their counterparts."""

from __future__ import annotations

import pytest

from copylint import lint_text
from copylint.core.rule import Severity
from copylint.core.rule_groups import group_of

SLIPS = """
The mayor have left the hall. | has
The president were told on Monday. | was
The minister were not present. | was
John Smith have won the race. | has
Anna Brook are the new head. | is
Mr Brown were at the meeting. | was
Mrs Hale have sold the house. | has
President Hale have signed the bill. | has
The prime minister have resigned. | has
The coach do not want to leave. | does
My brother live in Leeds. | lives
Her father work for the council. | works
The teacher say that the school is full. | says
The driver were taken to hospital. | was
The judge have ruled against him. | has
The singer want to leave the band. | wants
Nobody know the answer. | knows
Everyone have left the building. | has
Everybody were happy with it. | was
Someone have stolen the sign. | has
No one were hurt. | was
He live in a small town. | lives
She work for the bank. | works
He want to leave. | wants
It make no sense. | makes
Prices was higher than last year. | were
Prices has risen by a tenth. | have
Officials says the plan is dead. | say
Three men was held on Monday. | were
Two schools has been closed. | have
Five houses was destroyed in the fire. | were
Some 200 homes was flooded. | were
Many people was hurt. | were
Children was sent home. | were
Women is paid less than men. | are
Workers has gone on strike. | have
Police officers was sent to the town. | were
Residents was told to leave. | were
Most shops was shut. | were
All schools is closed. | are
Several roads was blocked. | were
Both sides has agreed. | have
These rules is old. | are
Those plans was dropped. | were
Teachers needs more time. | need
They has left. | have
We was late. | were
You was right. | were
The results shows a drop. | show
The reports says so. | say
The plans includes a new hall. | include
Critics argues that it is too late. | argue
Ministers does not agree. | do
The roads was blocked. | were
The two men was held. | were
The 12 ships was sunk. | were
His parents lives in Leeds. | live
Their children goes to school here. | go
The increase were larger than expected. | was
The cuts was too deep. | were
The study show that it works. | shows
The report say that it is late. | says
The reports was late. | were
The rise were small. | was
The attacks was planned. | were
The vote were close. | was
The votes was counted. | were
The cost are too high. | is
The costs is too high. | are
The changes was made in May. | were
The run were his best. | was
The cut were too deep. | was
He haves a boat. | has
There is people in the hall. | are
There was many people in the hall. | were
There is two problems with it. | are
There are a problem with it. | is
This tools are old. | These
This books is old. | book
This are the rules. | These
These is the rules. | These are
Those car is old. | cars
This men are ill. | These
It have a roof. | has
It are late. | is
He are ill. | is
She do not know. | does
He don't know it. | doesn't
It don't matter. | doesn't
They doesn't know. | don't
She have gone. | has
I has a car. | have
I is late. | am
The information are wrong. | is
The equipment were stolen. | was
The advice were good. | was
The furniture are old. | is
The software have a fault. | has
The money were spent. | was
He gave us many informations. | information
They sold the equipments. | equipment
She gave him good advices. | advice
They bought new furnitures. | furniture
The police took the ammunitions. | ammunition
These information is old. | This
The plan needs three argument. | arguments
They built 12 new school in the county. | schools
He has two dog. | dogs
They closed three railway station. | stations
The number of process is small. | processes
He has a list of problem. | problems
They sold a set of book. | books
She met a group of farmer in the hall. | farmers
The clerk opens the letters and read them aloud. | reads
He signs the bill and send it to the senate. | sends
The board hires the staff and also decide their pay. | decides
She takes the money and keep it in a box. | keeps
It weighs the fish and send them to the market. | sends
Closing the schools were wrong. | was
Raising the taxes are a mistake. | is
Selling his shares were a mistake. | was
The following rules was dropped. | rules were
The remaining seats was sold. | seats were
This rules comes from the council. | rule
The plan actually seem good. | seems
The deal probably depend on the weather. | depends
If prices falls, the firm will close. | prices fall
The rules that applies to the hall are old. | apply
She read the letters that explains it. | explain
Companies that uses the port pay a fee. | use
Many web developer are at home. | developers
He has a word for each issues: none. | issue
Plants that grows here are rare. | grow
The results are as follow: | follows
She made use of a railway stations in Leeds. | station
The plan is a step that require money. | requires
The developer build it on his own land. | developer builds
Once the documentation seem complete, send it. | documentation seems
When the grammar indicate a change, wait. | grammar indicates
This approach reduce costs. | approach reduces
Whenever a user include the name, it fails. | user includes
It relies on rules that offers a way out. | offer
The shop lists the core books that comes with it. | come
The next three chapters describes the war. | chapters describe
Adding this road introduce a risk. | introduces
There are one shop in the town. | is
The bug was found, and the tests has failed. | tests have
In short, the manager ignore the rules. | manager ignores
After the storm, the bridge were closed. | bridge was
Many of the reason are old. | reasons
Two of his brother are here. | brothers
Each of the player has a car. | players
The last two match were lost. | matches
Both player were hurt. | players
They went in different direction. | directions
It depends on different reason. | reasons
In such case, call us. | cases
This mean that the plan is dead. | means
This allow the board to act. | allows
She runs a shop that already exist in Leeds. | exists
He kept the rules that still applies to us. | apply
One of the reason, he said, is cost. | reasons
He and his wife was hurt. | were
Ann Hale and Tom Brook has left. | have
Mr Hale and Mr Brook was late. | were
She and her two sons has moved. | have
Some of the shops was shut. | were
Most of the old houses is empty. | are
Many of his friends has left. | have
Police said that some of the cars was stolen. | were
They and the owner is to meet. | are
My wife and I was late. | were
All of the new schools has closed. | have
Several of the men was hurt. | were
""".strip().splitlines()

QUIET = """
If the mayor were here, she would say so.
They insisted that the minister resign.
The judge ordered that he be freed and that she have a lawyer.
I wish Ann Hale were still the head.
God save the king, and long live the queen.
Manchester United have won the cup.
Aston Villa were late again.
John Lewis have closed the store.
The police were called.
Tom Hale and Ann Brook have left.
Neither Tom Hale nor his friends have left.
Did everyone have a seat?
Let everyone know the date.
She made everybody leave the hall.
Does anybody want the last slice?
Can someone help her?
The teacher training college is full.
The driver support team was late.
The police report on the fire was late.
The player exchange is over.
Her father-in-law works for the council.
He helped his brother live in peace.
We saw the teacher leave the hall.
Three weeks is a long time.
Two pounds is too much.
Twenty dollars was all that he had.
Five people is too many for the boat.
Politics is hard.
Mathematics is taught in the hall.
The news was good.
Friends is a comedy.
Cats was a hit on Broadway.
Eating vegetables is good for you.
Closing schools has been hard.
Bread and butter is cheap.
The United States has left.
The Netherlands has signed.
Sales figures show a drop.
Sports is his life.
The study of birds that show up here is old.
There is a number of people in the hall.
There are a lot of people in the hall.
There are a few problems with it.
There were a dozen men in the hall.
There are a boy and a girl in the hall.
There is bread, milk and eggs on the table.
This is the rule and these are the exceptions.
This has been a good year.
Is this what the people want?
Of these, one is old.
People like this are rare.
The likes of this have not been seen.
The gap between the haves and the have-nots is wide.
The information is on the site.
An information desk is by the door.
A weather report is due.
He has a good knowledge of birds.
The evidence has been lost.
Many of the equipment makers have left.
He gave a lecture on traffic and roads.
These days the river is clean.
That men have rights is plain.
The rich are rich and the poor are poor.
The accused were led away.
The majority have agreed.
A third of the houses are empty.
One in five children is poor.
Who lives here? What makes you think so?
All he and his wife want is peace.
The man whose brothers run the mill is ill.
She said the people he knew were kind.
The cost of the repairs is high.
The hopes he had were small.
What the plans show is odd.
The way the results look is odd.
Had everyone been there, it would have passed.
It was the first time the two had met.
Some say it is late.
Not everyone has left.
Most have left.
Only two were hurt.
The vote was close, and the votes were counted again.
Sources close to the deal say it is done.
The scheme runs for three years and costs a lot.
He is number two seed in the draw.
Version 3 release is late.
Chapter 12 section was cut.
The under 18 side won.
She lives at 12 page lane.
Up from 32 last year, he is fifth.
They need a list of work to be done.
He has a set of furniture.
The number of staff is small.
The council meets and the members decide.
He wants to read and write.
She helps him find and keep the money.
It lets users sign and send the form.
The law says that members meet and vote on it.
Press the button when the light turns green and wait for the noise.
Rising prices are a worry.
Growing vegetables were sold.
Using the new tools, officials are at work.
Citing the risks, officials are cautious.
During the last games there were riots.
Following the rules is hard.
He issued the following statement.
The following are dead.
If plans change, we will say so.
She asked if sales drops were likely.
The list of rules that applies to the hall is long.
One of the rules that apply is old.
A group of men that meets on Monday sings.
The kind of problems that follow is known.
He is one of those who think so.
As the days follow, so do the nights.
They were as followed as any band.
The police officer was hurt.
Some water was lost.
Some paper was found.
In each house a lamp was lit.
Each issues a report in May.
It is a sports club.
He runs a goods yard in Leeds.
The plan probably seems good.
These early results only point one way.
He did not only work for the bank.
The 12 new schools cost a lot.
A man who had two dogs and a cat lives here.
Two thirds voted for it.
About half of the houses are empty.
He said 20 was enough.
The default merge strategies are old.
She insisted that the school support the choir.
They propose that a user include the name.
It is the rules that matter.
It was the men that the club support who left.
The day that work and play meet is near.
A change in the rules that makes it harder was dropped.
The houses on the street that burn are old.
One of the things that make it hard is rain.
Before the war prices were low.
After the game fans were held.
Since the storm roads have been shut.
As the council has said, it is late.
As the days pass the nights grow long.
If a man and a woman are here, they are late.
When the boy and his dog are late, we wait.
In short, the boys, the girl and the dog are late.
Adding salt and pepper helps.
Running the shop for years made him ill.
Wearing the hat, the boys run to the sea.
The church lets you in.
The three men describe it.
The next three weeks is all we have.
Once the work and the talks end, we leave.
Where the river and the road meet is a mill.
There are one or two problems.
The boss let him go.
The rule that let him go was odd.
The law which set the price was dropped.
The plan that cost a lot was dropped.
The man who put it there left.
Let the council support the choir.
Did the council support the choir?
To help the council support the choir, she gave money.
He saw the council support the plan.
The work group report on schools was late.
Unless the mayor and the council agree, it fails.
The team build it.
The club support the plan.
It need not be late.
As the timer interrupt happens daily, we wait.
Both man and boy were hurt.
Both the club and the player deny it.
It was a different story.
There is no such case.
The result was no different in Leeds.
He is one such player.
Many of the staff are old.
Few of the team were there.
Both of the men left.
He won the last two in Rome.
She was in two minds.
It came in two forms, one of them old.
A different player has it.
It is a slightly different version.
Such is life.
He spoke of such things as love.
Two of the best are here.
Each of the five has a car.
He has three to sell.
The other two work here.
The first two years were hard.
The three day event, held in May, was late.
This make of car is old.
This need is old.
This show in Leeds is a hit.
Does this mean that it is dead?
Let this show the way.
One of the city, state and national prizes is his.
A plan that still seems good is dropped.
This help for the poor was late.
The man that never lies is dead.
Marks and Spencer has closed.
Trinidad and Tobago is small.
Research and development is costly.
The rise and fall of Rome is long.
Most of the work is done.
Some of the money was lost.
One of the men was hurt.
None of the men was hurt.
He left and his wife was hurt.
He met Ann Hale and Tom Brook was late.
The wife of Tom Hale and Ann Brook was late.
Between you and me he is late.
All of the team is here.
She said he and Tom Brook were late.
Half of the houses are empty.
Bread and butter is cheap.
What he and his wife want is peace.
The house that he and his wife own is old.
The car he and his sons wanted was red.
""".strip().splitlines()

SPOKEN = [
    '"We was robbed," he said.',
    '"The roads was blocked," she said.',
    '"Prices has risen," the owner says.',
    '"There is many people in it," he said.',
]


def found(text: str) -> list[tuple[str, Severity]]:
    return [
        (each.replacements[0], each.severity)
        for each in lint_text(text)
        if group_of(each.rule) == "grammar.agreement"
    ]


@pytest.mark.parametrize("row", SLIPS)
def test_a_verb_or_noun_of_the_wrong_number(row: str) -> None:
    text, right = row.split(" | ")
    ((replacement, severity),) = found(text)
    assert right in replacement
    assert severity is Severity.WARNING


@pytest.mark.parametrize("text", QUIET)
def test_correct_number_is_silent(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize("text", SPOKEN)
def test_quoted_speech_gets_a_suggestion_only(text: str) -> None:
    ((_, severity),) = found(text)
    assert severity is Severity.SUGGESTION
