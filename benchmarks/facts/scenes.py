"""Invented people, places, clubs and firms, and paragraphs that no fact depends on."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

_MEN = [
    "Edwin",
    "Arthur",
    "Martin",
    "Peter",
    "Simon",
    "Colin",
    "Graham",
    "Duncan",
    "Alan",
    "Keith",
    "Nigel",
    "Stephen",
    "Andrew",
    "Philip",
    "Gavin",
    "Stuart",
    "Hamish",
    "Gareth",
    "Trevor",
    "Derek",
    "Leonard",
    "Howard",
    "Marcus",
    "Oliver",
]
_WOMEN = [
    "Ada",
    "Helen",
    "Margaret",
    "Susan",
    "Karen",
    "Fiona",
    "Janet",
    "Alison",
    "Sarah",
    "Rachel",
    "Judith",
    "Moira",
    "Catherine",
    "Linda",
    "Deborah",
    "Eleanor",
    "Gillian",
    "Harriet",
    "Louise",
    "Miriam",
    "Philippa",
    "Rosalind",
    "Sheila",
    "Theresa",
]
_SURNAME_HEADS = [
    "Ash",
    "Bram",
    "Cald",
    "Dorr",
    "Els",
    "Fenn",
    "Garr",
    "Hask",
    "Ing",
    "Kett",
    "Lamb",
    "Marl",
    "Nes",
    "Ork",
    "Pell",
    "Quill",
    "Rav",
    "Sted",
    "Thorn",
    "Ull",
    "Venn",
    "Wex",
    "Yarr",
]
_SURNAME_TAILS = [
    "cott",
    "ridge",
    "low",
    "erson",
    "mond",
    "erby",
    "sley",
    "ting",
    "wright",
    "gould",
    "bury",
    "more",
]
_TOWN_HEADS = [
    "Aller",
    "Birk",
    "Crox",
    "Dunster",
    "Ember",
    "Farn",
    "Glen",
    "Hollin",
    "Ister",
    "Kirk",
    "Lunder",
    "Mable",
    "Nether",
    "Oxen",
    "Penning",
    "Rother",
    "Skel",
    "Tarn",
    "Upper",
    "Wither",
]
_TOWN_TAILS = ["mouth", "bridge", "thwaite", "stead", "chester", "haven", "field", "combe"]
_CLUBS = ["Rovers", "Wanderers", "Athletic", "Rangers", "Albion", "County", "Harriers"]
_FIRM_HEADS = [
    "Northgate",
    "Bellweather",
    "Castlereach",
    "Drayhorse",
    "Everlode",
    "Foxhollow",
    "Greystem",
    "Hearthline",
    "Ironbeck",
    "Larkspan",
    "Millrace",
    "Orchardway",
    "Pinecrest",
    "Quayline",
    "Redfern",
    "Silverbeck",
]
_FIRM_TAILS = ("Foods", "Energy", "Holdings", "Logistics", "Textiles", "Engineering", "Homes")

FILLER = (
    "The road past the church was closed for most of the afternoon, and buses were sent round by "
    "the ring road.",
    "Shopkeepers said trade had been slow since the bridge was shut, though the market was as "
    "busy as ever.",
    "A spokesman declined to comment. A full report is expected in due course.",
    "Nobody at the town hall could be reached last night.",
    "It is not the first time that the question has divided the valley, where memories are long.",
    "The weather has not helped. Heavy rain has left the lower fields under water.",
    "Residents have asked for a meeting, and leaflets have gone up in the library.",
    "The building dates from the reign of Queen Victoria and needs a new roof.",
    "Some of the papers were found in a drawer. Others have never been traced.",
    "There was applause at the end, and tea was served in the vestry.",
    "The inquiry will sit in public, and its findings are to be published in full.",
    "The union called the plan reckless. Managers said it was the only way to save the site.",
    "The council has promised better lighting along the towpath, where joggers have complained.",
    "Ferries ran as normal, although the wind made for a rough crossing.",
    "The choir sang, the band played, and the rain held off until the very end.",
    "Local historians believe that the stone came from a quarry on the moor.",
)  # fmt: skip


@dataclass(frozen=True)
class Person:
    """Somebody who does not exist, with the pronouns that go with the given name."""

    given: str
    surname: str
    female: bool

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """Given name and surname."""
        return f"{self.given} {self.surname}"

    @property
    def initial(self) -> str:
        """The initial of the given name and the surname."""
        return f"{self.given[0]}. {self.surname}"

    @property
    def mr(self) -> str:
        """The title that goes with the person."""
        return "Ms" if self.female else "Mr"

    @property
    def he(self) -> str:
        """The pronoun, as a subject."""
        return "she" if self.female else "he"

    @property
    def He(self) -> str:  # it opens a sentence
        """The pronoun that opens a sentence."""
        return self.he.capitalize()

    @property
    def him(self) -> str:
        """The pronoun, as an object."""
        return "her" if self.female else "him"

    @property
    def his(self) -> str:
        """The possessive."""
        return "her" if self.female else "his"

    @property
    def man(self) -> str:
        """The noun."""
        return "woman" if self.female else "man"


class Scene:
    """A source of names of which none is given twice."""

    def __init__(self, rng: Random) -> None:
        self.rng = rng
        self._used: set[str] = set()

    def person(self, *, female: bool | None = None, surname: str = "") -> Person:
        """A person whose names nobody else in the scene bears, apart from a given surname."""
        if female is None:
            female = self.rng.random() < 0.5
        given = self._new(lambda: self.rng.choice(_WOMEN if female else _MEN))
        return Person(given, surname or self.surname(), female)

    def surname(self) -> str:
        """A surname."""
        return self._new(lambda: self.rng.choice(_SURNAME_HEADS) + self.rng.choice(_SURNAME_TAILS))

    def given(self, *, female: bool) -> str:
        """A given name."""
        return self._new(lambda: self.rng.choice(_WOMEN if female else _MEN))

    def town(self) -> str:
        """A town."""
        return self._new(lambda: self.rng.choice(_TOWN_HEADS) + self.rng.choice(_TOWN_TAILS))

    def club(self) -> str:
        """A football club."""
        return f"{self.town()} {self.rng.choice(_CLUBS)}"

    def firm(self) -> str:
        """A company, without a suffix."""
        return self._new(lambda: self.rng.choice(_FIRM_HEADS)) + " " + self.rng.choice(_FIRM_TAILS)

    def filler(self, count: int = 1) -> list[str]:
        """Paragraphs, none of them twice."""
        return self.rng.sample(FILLER, count)

    def _new(self, make: object) -> str:
        while True:
            made: str = make()  # type: ignore[operator]
            if made not in self._used:
                self._used.add(made)
                return made
