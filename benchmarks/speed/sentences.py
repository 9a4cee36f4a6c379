"""The generator's own copy: patterns of sentences and the words that go into them.

``{p}`` is the article's chief person in full and ``{s}`` the surname alone, ``{q}`` and
``{t}`` the same of a second one; ``{town}`` and ``{other}`` are places, ``{body}`` an
organisation, ``{n}`` a small number, ``{m}`` a large one. Every other slot is a list here.
"""

# Lists of words read better as running text than as a hundred quoted strings.
# ruff: noqa: SIM905

from __future__ import annotations

HEADLINES = (
    "{place} {noun} to close after {n} years",
    "Council backs {adjective} {noun} for {town}",
    "{town} {trade} wins {noun} appeal",
    "Plan for {adjective} {place} divides {town}",
    "{body} warns of {adjective} {season}",
    "Search for missing {trade} near {town} enters {n}th day",
    "{s} steps down as head of {body}",
    "{place} fire leaves {n} families without a home",
)

STANDFIRSTS = (
    "A {adjective} dispute over the {noun} has reached the {place}, and neither side will yield.",
    "{p} says the {noun} was never meant to last; those who depend on it disagree.",
    "The {body} has {n} weeks to decide whether {town} keeps its {place}.",
    "What began with a {noun} in {month} now worries the whole of {town}.",
)

OPENINGS = (
    "The {place} in {town} will close in {month} after the {body} refused to extend its lease, "
    "the {trade} who has run it for {n} years said on {day}.",
    "Councillors in {town} voted on {day} to spend £{m} on a {adjective} {place}, although "
    "{p} had warned that the {noun} would not stand it.",
    "A {trade} from {other} has won a {adjective} case against the {body} over a {noun} that was "
    "taken from a {place} {n} years ago.",
    "More than {m} people have signed a petition to save the {place} at {town}, which {body} "
    "wants to replace with a {noun}.",
    "Engineers worked through the night to reopen the {place} between {town} and {other} after "
    "a {noun} gave way on {day} morning.",
)

BODY = (
    "The {noun} was ordered by {p}, who has led the {body} since {month}.",
    "It was the {adjective} part of the work, said {s}, and the one that nobody had counted.",
    "{t} told the meeting that the {noun} had been {verb} twice since {month}.",
    "About {m} visitors came to the {place} last {season}, {n} per cent fewer than in the year "
    "before.",
    "The {body} declined to say how much it had paid for the {noun}.",
    "Neither {s} nor {t} would comment on the {adjective} letters that were sent in {month}.",
    "Residents of {other} have complained about the {noun} for {n} years.",
    "A spokeswoman for the {body} said it would look at the {noun} again before the {season}.",
    "The road to {other} was still shut on {day}, and buses were being sent round by {town}.",
    "In {month} the {trade} had {verb} the {noun} and left it at the {place}.",
    "{p}, a former {trade}, lives {n} miles from {town} with a {adjective} {animal}.",
    "Most of the money, some £{m}, will come from a fund for {adjective} places.",
    "There is no sign that the {place} will open before the {season}, and several shops near it "
    "have closed.",
    "The inquiry heard that a {noun} had been {verb} by a {trade} who was not trained to do it.",
    "Prices at the {place} have risen by {n} per cent since {month}, according to the {body}.",
    "Those who remember the old {place} say that it was {adjective} but warm.",
    "The {animal} was found in a garden in {other} on {day} and returned to its owner.",
    "Nobody was hurt, although a {trade} was treated for shock.",
    "When the {season} came the {noun} was {verb} again, this time by hand.",
    "Of the {n} people who applied, {p} was the only {trade}.",
    "It will be for the {body} to decide whether the {noun} can be {verb} in time.",
    "A second {noun}, which belongs to {t}, has been kept in {other} since the flood.",
    "The judge gave {s} until {month} to move the {noun} from the {place}.",
    "Officials in {other} expect the {adjective} weather to last until {day}.",
    "On the {place} wall hangs a photograph of the {noun} as it stood in the {season} when {s} "
    "was born.",
    "At the last count the {body} had {m} members, and it had lost {n} of them in {month}.",
    "The {adjective} {noun} that the {trade} built there has since been {verb}.",
    "Work on the {place} should have ended in {month}; it is now expected to take {n} more weeks.",
    "An {animal} expert from {other} was asked to look at the pictures and could not decide.",
    "Both sides agree that the {noun} must go, but not on who should pay the {m} pounds.",
    "{q}, who represents the east of {town}, called the vote {adjective}.",
    "He had been a {trade} before he joined the {body}, and he kept the tools in a {noun}.",
    "She had asked for a {adjective} {noun} and was given {n}.",
    "The {season} festival, which draws {m} people to {town}, has been moved to the {place}.",
    "If the {body} agrees, the first {noun} could be {verb} as early as {day}.",
    "Shops along the harbour sold ropes, lamps, {adjective} coats and now and then a {noun}.",
    "Rain had fallen for {n} days by then, and the {place} stood in water.",
    "Those figures do not include the {adjective} {noun}, which is paid for by {other}.",
    "At the back of the {place} a {trade} was mending what the {animal} had left.",
    "The report, published on {day}, runs to {n} pages and names no one.",
)

QUOTES = (
    "“We were told it would take {n} weeks,” {s} said. “It has taken {n} months, and the {noun} "
    "is no better.”",
    "“Nobody in {town} wanted this,” said {q}, a {trade}. “They should come and see the {place}.”",
    "“My father was a {trade} and so was his,” {s} said. “You do not give up a {noun} like that.”",
    "“If the {body} had asked us in {month} we would have said yes,” {t} said.",
    "“It is {adjective}, but it is ours,” said {p}. “That is all I have to say about the {noun}.”",
    "“I don’t know who {verb} it,” {t} told reporters, “and I’m not sure they’d say if they did.”",
    "“There’s a {animal} in the {place} most nights,” said {q}. “We’ve stopped counting.”",
)

# Real copy has a long tail of words that occur once; so that no tool lives off a table of
# the thousand words above, each article has some of these.
TAIL = (
    "On the cards that {s} had filled in at the {place} were the words {rare}, {rare}, {rare}, "
    "{rare}, {rare} and {rare}.",
    "The crossword that the {trade} left behind had {rare} for {rare}, {rare} for {rare}, and "
    "{rare} where {rare} should have been.",
    "Asked what the {noun} meant to {town}, visitors wrote {rare}, {rare}, {rare}, {rare} or "
    "merely {rare}.",
)

CAPTIONS = (
    "{p} outside the {place} in {town} on {day}",
    "The {noun} before it was {verb}",
    "A {trade} at work in {other}; the {place} is behind the trees",
    "Residents of {town} carry the {noun} to the {place}",
)

#: Errors, one in every few sentences' worth of copy, so that findings have to be made too.
SLIPS = (
    (" the {place}", " the the {place}"),
    (" received ", " recieved "),
    (" their ", " thier "),
    (" until ", " untill "),
    (" because ", " becuase "),
    (" which ", " wich "),
    (" has been ", " has  been "),
    (" before ", " befor "),
    (" people ", " poeple "),
    (" several ", " severall "),
)

WORDS = {
    "place": (
        "library harbour theatre station bridge market chapel quarry museum hospital school "
        "stadium lighthouse orchard garden reservoir cinema hall pier mill tunnel airport "
        "nursery laundry bakery courthouse gallery barracks cemetery playground warehouse "
        "depot foundry greenhouse observatory abbey"
    ).split(),
    "noun": (
        "roof boiler contract ledger statue engine portrait lease letter fence ferry lantern "
        "organ clock pump ladder tapestry cable licence survey vaccine harvest turbine carpet "
        "fountain trophy manuscript bell wagon furnace gate loan network archive tender petition "
        "kitchen staircase generator barge ceiling window cabinet parcel violin telescope mural "
        "tractor compass chimney"
    ).split(),
    "adjective": (
        "bitter narrow costly quiet expensive difficult modest curious generous temporary "
        "secret ruined peculiar crowded wooden enormous fragile noisy reluctant unfinished "
        "ambitious remote sensible dangerous elegant shabby controversial permanent damp "
        "splendid unusual familiar"
    ).split(),
    "trade": (
        "baker plumber teacher solicitor farmer nurse joiner painter surveyor dentist fisherman "
        "librarian carpenter historian mechanic gardener butcher printer tailor sculptor porter "
        "chemist photographer accountant translator blacksmith"
    ).split(),
    "verb": (
        "repaired measured removed painted inspected abandoned restored borrowed replaced "
        "damaged recorded discovered polished insured weighed cancelled delivered questioned "
        "forgotten rebuilt stolen photographed lowered tested"
    ).split(),
    "animal": "owl otter heron donkey badger fox swan hedgehog goat parrot seal ferret".split(),
    "day": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "month": "January February March April June July August September October November".split(),
    "season": "spring summer autumn winter".split(),
    "rank": "Harbour County Heritage Water Transport Fishing Garden Housing River Music".split(),
    "kind": "Board Trust Council Society Commission Authority Union Agency".split(),
}

GIVEN = (
    "Agnes Albert Alice Amina Andrew Anna Arthur Beatrice Brian Carla Catherine Charles Clara "
    "Daniel David Diana Edith Edward Elena Emma Fatima Felix Frances George Grace Hannah Harold "
    "Helen Henry Hugo Irene Isabel Ivan Jacob James Jane Joan John Joseph Judith Karen Laura "
    "Leo Linda Louise Lucy Marcus Margaret Maria Martin Mary Michael Miriam Nadia Naomi Nicholas "
    "Nora Oliver Olivia Oscar Patrick Paul Peter Philip Rachel Richard Robert Rosa Ruth Samuel "
    "Sandra Sarah Simon Sofia Stephen Susan Teresa Thomas Victor Vincent Violet Walter William"
).split()

# Syllables of surnames and towns, joined at random: new names in every article.
HEADS = (
    "Al Bar Bel Bren Cal Car Cor Dal Der Dor El Fal Fen Gar Gil Hal Har Hol Kel Kin Lan Lor Mal "
    "Mar Mel Mor Nar Nor Ol Pel Pen Quil Ran Ros Sal Sel Tal Tam Tor Tren Ul Val Ver Wal Wen Yar "
    "Zel"
).split()
MIDDLES = "a an ar e el en er i il in o ol on or u".split()
TAILS = (
    "ba bert burn by combe dale den der ding dock don fax ford gan gard ham hurst kin la land "
    "ley lin lock man mere mont mouth nell ner nick ran rick ridge row sby ser shaw sted stone "
    "tan ter thorpe ton vane vell ver wick win worth"
).split()
