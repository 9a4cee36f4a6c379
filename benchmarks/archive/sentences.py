"""Sentences of the generated archive: patterns with so many fillings that few are alike."""

# ruff: noqa: SIM905 - a list of words is easier to read as a line of them

from __future__ import annotations

from random import Random

NOUNS = (
    "bridge budget building bus canal car clinic contract court crossing debate decision delay "
    "depot design dispute estate factory fence ferry forest fund garden grant harbour hearing "
    "hospital inquiry junction kitchen landlord lease library licence market meeting motorway "
    "museum network office orchard pavement petition pharmacy pier plan platform playground pool "
    "project proposal quarry railway report reservoir review river roof route scheme school "
    "shelter station stadium street studio survey tender theatre tower tram tunnel venue village "
    "warehouse workshop"
).split()
ADJECTIVES = (
    "annual broad busy central cheap cold costly damaged derelict disused early empty expensive "
    "flooded former fragile heavy historic independent large late local long main modern narrow "
    "new nearby old private public quiet recent regional rural second secure separate short small "
    "southern steep temporary urban vacant western wide"
).split()
VERBS = (
    "approved backed blocked bought built changed checked closed delayed described discussed "
    "examined extended finished followed funded improved inspected launched leased managed "
    "moved opened painted planned postponed praised prepared questioned rebuilt rejected "
    "repaired replaced restored reviewed saved sold supported surveyed tested visited welcomed"
).split()
GROUPS = (
    "residents traders drivers parents teachers nurses engineers councillors volunteers tenants "
    "farmers passengers pupils officials inspectors campaigners builders doctors cyclists owners"
).split()
MONTHS = (
    "January February March April May June July August September October November December"
).split()

_PATTERNS = (
    "{G} {v} the {a} {n} beside the {n2} in {t}.",
    "The {b} {v} a {a2} {n} last {m}, and {g} {v2} the {a} {n2}.",
    "Before the {n} opened, {g} in {t} had {v} every {a} {n2}.",
    "A {a2} {n} near the {n2} was {v} after {g} and {g2} met in {t}.",
    "Work on the {a} {n} began in {m}, when the {b} {v} the {n2}.",
    "{G} near the {n} said that the {a} {n2} had been {v} twice since {m}.",
    "The {n} and the {a} {n2} were both {v} by {g} from {t}.",
    "In {m} the {b} {v} the {a} {n}, but {g} {v2} the {n2}.",
    "{N} people signed a letter about the {a} {n}, which {g} had {v}.",
    "The cost of the {n} rose by £{N}m after the {b} {v} the {a} {n2}.",
    "{G} and {g2} {v} the {n}, while the {a} {n2} in {t} stayed open.",
    "Nobody from the {b} {v} the {a} {n} until {g} {v2} the {n2}.",
    "For {N} weeks {g} used the {a} {n} because the {n2} had been {v}.",
    "At the {n}, {g} {v} a {a2} {n2} and thanked the {b}.",
    "The {a} {n} that {g} {v} in {m} is part of the {n2} in {t}.",
    "Most {g} {v} the {n}; some {g2} preferred the {a} {n2}.",
)
_SOUNDS = tuple("aeiou")
# Sentences with a term, the house's form of it and another one.
_TERMS = (
    ("Residents had sent the council an {}.", "email", "e-mail"),
    ("Drivers had seen the {} of the school.", "website", "web site"),
    ("Teachers said that nobody had asked a {}.", "policymaker", "policy-maker"),
    ("Parents said that a {} had gone to the museum.", "newspaper", "news-paper"),
    ("The {} began in May.", "take-over", "takeover"),
    ("Farmers said that they would {} with the owners.", "co-operate", "cooperate"),
    ("Tenants had written to the {} twice.", "prime minister", "Prime Minister"),
    ("Officials said that the {} had agreed.", "Government", "government"),
    ("Nurses had met the {} in Leeds.", "home secretary", "Home Secretary"),
    ("Cyclists said that the {} knew of it.", "Cabinet", "cabinet"),
)
# What is right though it looks like another form of a term.
_RIGHT = (
    'A sign near the gate said: "Send an e-mail to the Prime Minister."',
    "Engineers wrote to the Prime Minister of Norway.",
    "Traders wrote to Prime Minister Anna Quist.",
    "Builders said that the French government had agreed.",
    "A carpenter had mended the old cabinet.",
    "Doctors said that the policy maker meetings had ended.",
    "Owners had begun to take over the shop.",
    "The co-op shut in May, and nobody has re-signed the lease.",
    "Pupils used the internet and the web, site by site.",
)


def sentence(chance: Random, town: str, body: str) -> str:
    """A sentence about a town and one of its organisations."""
    noun, second = chance.sample(NOUNS, 2)
    adjective = chance.choice(ADJECTIVES)
    while adjective.startswith(_SOUNDS):  # "a {a2}" is right for every adjective left
        adjective = chance.choice(ADJECTIVES)
    group, other = chance.sample(GROUPS, 2)
    return chance.choice(_PATTERNS).format(
        n=noun,
        n2=second,
        a=chance.choice(ADJECTIVES),
        a2=adjective,
        v=chance.choice(VERBS),
        v2=chance.choice(VERBS),
        g=group,
        g2=other,
        G=group.capitalize(),
        m=chance.choice(MONTHS),
        t=town,
        b=body,
        N=chance.randrange(11, 98),
    )


def terms(chance: Random) -> list[tuple[str, str, str]]:
    """Two sentences with a gap for a term, the house's form of the term, and another form."""
    return chance.sample(_TERMS, 2)


def right(chance: Random) -> str:
    """A sentence with what looks like a term that is not in the house's form."""
    return chance.choice(_RIGHT)


def varied(text: str, share: float, chance: Random, town: str, body: str) -> str:
    """``text``, paragraphs of sentences, with this share of its sentences replaced."""
    paragraphs = [paragraph.split(". ") for paragraph in text.split("\n\n")]
    places = [(p, s) for p, each in enumerate(paragraphs) for s in range(len(each))]
    for p, s in chance.sample(places, round(share * len(places))):
        is_last = s == len(paragraphs[p]) - 1
        fresh = sentence(chance, town, body)
        paragraphs[p][s] = fresh if is_last else fresh.removesuffix(".")
    return "\n\n".join(". ".join(each) for each in paragraphs)
