"""What the invented people of the generated transcripts say.

A slot in braces has a kind and its forms: ``{f:um}`` is a filler, ``{n:spoken|printed|other}`` a
number as said, as a paper prints it and another number, ``{w:said|other}`` a word and one that
was not said, ``{x:not}`` a negation, ``{N:Harris|Jones}`` a name and another, ``{c:don't|do not}``
two forms of the same words, and ``{o:words}`` words that a reporter may leave out.
"""

from __future__ import annotations

UTTERANCES = (
    "We {f:um} spent {n:two hundred and fifty thousand|250,000|350,000} on the {w:new|old} "
    "library {o:over the course of last winter} and nobody thanked us for it.",
    "I would {x:not} call it a {w:total|complete} disgrace, {f:you know}, but {o:after all "
    "that} it was close to one.",
    "The {w:river|stream} rose by {n:four|four|five} metres {o:in the dark} and it "
    "{c:didn't|did not} stop until the morning.",
    "My neighbour {N:Harris|Jones} lost his {w:sheep|cattle}, {o:every last animal he "
    "owned,} and he has {x:never} asked for a penny.",
    "{c:We've|We have} got {n:seventeen|17|70} nurses {o:on the rota} where we {f:er} should "
    "have {n:thirty-two|32|42}, and that is {x:not} safe.",
    "They told {N:Dr Imran|Dr Salter} that the scan was {w:clear|fine} {o:on the Friday "
    "before} and then they sent her home.",
    "{c:I'm|I am} {x:not} going to apologise for {w:winning|leading} {o:in front of our own "
    "fans} after {n:nine|nine|six} defeats.",
    "The bus takes {n:forty-five|45|25} minutes {o:when it comes at all} and the "
    "{w:driver|guard} does {x:not} wait for anybody.",
    "It was {N:Marta|Elena} who found the {w:letters|papers}, {f:I mean}, {o:under a "
    "floorboard in the attic} where my father had hidden them.",
    "{c:There's|There is} {x:no} evidence that the {w:pump|valve} failed {o:on the night in "
    "question} and we have said so from the start.",
    "The company made {n:three point two|3.2|2.3} million pounds {o:last year alone} and "
    "{c:it's|it is} asking the {w:town|parish} for help.",
    "I have {x:never} seen a {w:crowd|queue} like that {o:in all my years here}, and {f:uh} "
    "it was a Tuesday in February.",
    "We asked {N:Councillor Finch|Councillor Byrne} for a {w:meeting|hearing} {o:in March "
    "and again in May} and we are still waiting for an answer.",
    "The {w:roof|ceiling} came down at about {n:eleven|11|seven} {o:as far as we can tell}, "
    "and by some miracle the hall was empty.",
    "{c:You can't|You cannot} ask people to {w:choose|decide} between heating and food {o:in "
    "a town with a coal mine} and expect them to smile.",
    "At least {n:sixty|60|16} per cent of the {w:members|voters} were against it {o:from the "
    "very beginning} and {x:nobody} listened.",
    "My mother {f:you know} planted that {w:orchard|hedge} in {n:nineteen "
    "fifty-six|1956|1965} {o:with her own hands} and I will {x:not} see it cut.",
    "The judges {c:weren't|were not} {w:kind|fair} to {N:Lindqvist|Lindgren} {o:in the "
    "second round}, but the title was never in doubt.",
    "It {c:isn't|is not} the {w:money|cost}, {f:er}, it is the principle, {o:as I told the "
    "board,} and the board agrees with me.",
    "We will {x:not} sell the {w:field|meadow} {o:to anyone who wants to build on it} while "
    "I am chair of this trust.",
    "The {w:engine|gearbox} had been making that noise for {n:three|three|two} weeks "
    "{o:before the crossing} and they sailed all the same.",
    "I met {N:Rosalind|Beatrice} on a {w:train|ferry} {o:somewhere north of Carlisle} and "
    "{c:we'd|we had} married before the summer was out.",
    "{f:Um} about {n:one hundred and twenty|120|220} families use the food bank {o:each week "
    "of the year}, and some of them {w:work|volunteer} for us.",
    "The {w:inspector|auditor} spent {n:twenty|20|12} minutes here {o:in the pouring rain} "
    "and she did {x:not} once go upstairs.",
    "Nobody {w:warned|told} us that the {f:sort of} road would be shut {o:for the whole of "
    "August} and the shop has lost half its trade.",
    "He was {x:not} a {w:hero|saint}, {o:whatever the plaque may say,} he was a man who paid "
    "his men on time.",
    "The {w:choir|band} has sung in that church since {n:eighteen seventy-one|1871|1817} "
    "{o:with one break for the war} and it {c:won't|will not} stop now.",
    "I gave the ring to {N:Sergeant Pell|Sergeant Voss} {o:at the front desk} and I have "
    "{x:not} {w:seen|held} it since.",
    "{c:They're|They are} good {w:players|lads}, {f:like}, {o:every single one of them,} and "
    "they ran until they dropped.",
    "The price of {w:wheat|barley} fell by {n:eighteen|18|80} per cent {o:between sowing and "
    "harvest}, which is {x:not} something that you plan for.",
    "We counted {n:five hundred and six|506|560} {w:swans|geese} on the estuary {o:before "
    "the tide turned}, {f:I mean}, more than anyone remembers.",
    "When {N:Osborne|Osgood} rang me {o:from the hospital} I {c:couldn't|could not} "
    "{w:speak|answer} for a minute or two.",
    "The {w:minister|mayor} came for the photograph {o:in a clean pair of boots} and did "
    "{x:not} stay for the questions.",
    "There were {n:eleven|11|seven} of us in that {w:boat|cabin}, {o:two of them children,} "
    "and {f:uh} one bucket.",
)

#: Quotations of things that nobody says above.
ELSEWHERE = (
    "The whole scheme was cooked up over dinner and we are paying the bill",
    "My grandmother would have laughed at every one of these rules",
    "A new stadium is the only thing that will keep this club alive",
    "Children should be outside climbing trees instead of sitting exams",
    "The bakery closes on Saturday and I could weep for the street",
    "Our lawyers have written to the broadcaster demanding a correction",
    "Anyone who keeps bees will tell you that the spring came too early",
    "The airport noise starts before dawn and rattles my windows",
    "He sold the paintings one by one to pay for the divorce",
    "Tourists photograph the cottage but nobody buys the marmalade",
    "Without the ferry this island becomes a museum within ten winters",
    "Those trains were obsolete on the day that somebody ordered them",
)

QUESTIONS = (
    "How did that come about?",
    "What happened next?",
    "And what do you say to the people who disagree?",
    "Can you tell me a little more about that?",
    "When was this?",
    "Did anybody help you?",
)

SPEAKERS = ("Ann Lee", "Tom Reed", "Joan Bell", "Dev Oakley", "Ruth Marsh", "Piotr Nowak")
