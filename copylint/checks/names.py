"""Names: one bearer spelled two ways, a surname printed twice, a given name mistyped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copylint.analysis.article import Article
from copylint.analysis.names.doubled_surname import doubled
from copylint.analysis.names.house_names import house_rejects
from copylint.analysis.names.mentions import NamePart
from copylint.analysis.names.name_index import NameForm
from copylint.analysis.names.name_variants import variants
from copylint.analysis.names.public_names import mistyped_words
from copylint.analysis.names.transliteration import mixed
from copylint.analysis.names.well_known_names import misspelled, thrice
from copylint.contract.check import Check, Options
from copylint.core.finding import Match, RelatedText
from copylint.core.fix import Safety
from copylint.core.rule import Bad, Good, Precedence, Rule, Severity
from copylint.core.span import TextSpan

# A finding shows at most this many places: more would not help an editor to decide.
_MOST_RELATED = 5

VARIANT = Rule(
    id="names.variant",
    summary="Flags a name that is spelled two ways in one article.",
    why=(
        "People notice first of all that their own name is misspelled. Two spellings that are one "
        "typing error apart are reported if the article shows that they belong to one person: by "
        "the same given name or surname, or because nobody else in the article has the rarer "
        "spelling and no list of names knows it. The rarer spelling is reported."
    ),
    bad=(
        Bad(
            "Gwen Haverstock opened the museum. The town thanked Ms Havrestock for her gift.",
            "Havrestock",
            "Gwen Haverstock opened the museum. The town thanked Ms Haverstock for her gift.",
        ),
        Bad(
            "Petra Lindqvist won. Lindqvist beat the champion, and Lindqvits's coach wept.",
            "Lindqvits",
            "Petra Lindqvist won. Lindqvist beat the champion, and Lindqvist's coach wept.",
        ),
        Bad(
            "The ferry left Portsmouth at noon. It was back in Porstmouth by dusk.",
            "Porstmouth",
            "The ferry left Portsmouth at noon. It was back in Portsmouth by dusk.",
        ),
    ),
    good=(
        Good("Laura Anderson met Nils Andersen. Anderson smiled, and Andersen left."),
        Good("Talks between Austria and Australia ended, and Iran wrote to Iraq."),
        Good("Ian Calder and Iain Murchie sang. The Calders clapped."),
    ),
    safety=Safety.UNSAFE,
    precedence=Precedence.NAME,
)

DOUBLED = Rule(
    id="names.doubled",
    summary="Flags a surname that is printed twice, once misspelled.",
    why=(
        "A writer who corrects a surname while typing may leave both the error and the correction "
        "in the copy."
    ),
    bad=(
        Bad(
            "Police spoke to Norman Hollis Holliss on Friday.",
            "Hollis Holliss",
            "Police spoke to Norman Hollis on Friday.",
        ),
    ),
    good=(
        Good("The prize went to Philip Phillips, a baker."),
        Good("The firm of Johnson Johnston was sold. Johnson and Johnston had founded it."),
    ),
    safety=Safety.UNSAFE,
    precedence=Precedence.DOUBLED_NAME,
)

MISSPELLED = Rule(
    id="names.misspelled",
    summary=(
        "Flags a given name that is one typing error away from a well-known one and unknown itself."
    ),
    why=(
        "An unknown given name that occurs once and is one typing error away from a common one is "
        "nearly always that name. Rare names that the lexicon has, and names that occur again, are "
        "left alone."
    ),
    bad=(
        Bad(
            "The inquiry will hear from Rihcard Penrose on Friday.",
            "Rihcard",
            "The inquiry will hear from Richard Penrose on Friday.",
        ),
    ),
    good=(
        Good("The inquiry will hear from Jonathon Penrose and Bryan Hale on Friday."),
        Good("The inquiry will hear from Hanna Penrose and Vadym Hale on Friday."),
    ),
    safety=Safety.UNSAFE,
    precedence=Precedence.NAME,
)

HOUSE = Rule(
    id="names.house",
    summary="Flags a name that is not spelled as the house spells it.",
    why=(
        "The house's list of names decides: a spelling that it rejects, or one that is a typing "
        "error away from a listed name, is changed to the listed name. Without a list in the "
        "configuration the rule finds nothing."
    ),
    bad=(
        Bad(
            "The choir of Saint Brannock's sang at noon.",
            "Saint Brannock's",
            "The choir of St Brannock's sang at noon.",
            names=(("St Brannock's", "Saint Brannock's"),),
        ),
        Bad(
            "The winner was Aurelie Kastmeyer.",
            "Kastmeyer",
            "The winner was Aurelie Kastmeier.",
            names=(("Aurelie Kastmeier",),),
        ),
    ),
    good=(
        Good(
            "The winner was Aurelie Kastmeier.",
            names=(("Aurelie Kastmeier", "Aurelie Kastmayer"),),
        ),
    ),
    safety=Safety.UNSAFE,
    precedence=Precedence.NAME,
)

TRANSLITERATION = Rule(
    id="names.transliteration",
    summary="Flags a name from another alphabet in two standard spellings.",
    why=(
        "'Kyiv' and 'Kiev' are both in use; a house chooses one, and an article should keep to it. "
        "A sentence that has both is taken to explain them."
    ),
    bad=(
        Bad(
            "The train reached Kharkiv at dawn. Kharkiv was quiet. It left Kharkov at noon.",
            "Kharkov",
            "The train reached Kharkiv at dawn. Kharkiv was quiet. It left Kharkiv at noon.",
        ),
    ),
    good=(Good("The city is Kharkiv, which older maps spell Kharkov."),),
    severity=Severity.SUGGESTION,
    safety=Safety.UNSAFE,
    precedence=Precedence.NAME,
)


class Names(Check):
    """Finds names that are not spelled as their bearers spell them."""

    rules = (VARIANT, DOUBLED, MISSPELLED, HOUSE, TRANSLITERATION)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """One match at a place, by the rule that knows most about it."""
        taken: set[int] = set()
        for start, match in _all(article):
            if taken.isdisjoint(start):
                taken.update(start)
                yield match


def _all(article: Article) -> Iterator[tuple[tuple[int, ...], Match]]:
    """Every match with the offsets of the words that it mentions, the surest rules first."""
    index = article.names
    for rejected in house_rejects(index, article.text, article.vocabulary.names):
        found = article.text[rejected.start : rejected.end]
        yield (
            (rejected.start,),
            Match(
                TextSpan(rejected.start, rejected.end),
                f"The house spells '{found}' as '{rejected.name}'."
                if rejected.typo
                else f"The house spells this name '{rejected.name}'.",
                (rejected.name,),
                rule=HOUSE.id,
            ),
        )
    accepts = article.vocabulary.accepts
    for pair in doubled(index):
        yield (
            (pair.first.start, pair.second.start),
            Match(
                TextSpan(pair.first.start, pair.second.end),
                f"The name is printed twice: keep '{pair.keep}'?",
                (pair.keep,),
                rule=DOUBLED.id,
            ),
        )
    for variant in variants(index, accepts):
        yield from _variant(variant.wrong, variant.right)
    for public in mistyped_words(index, accepts):
        part = public.part
        name = _as_set(part, public.right)
        found = article.text[part.start : part.end]
        yield (
            (part.start,),
            Match(
                TextSpan(part.start, part.end),
                f"Should '{found}' be '{name}', as in '{public.name}'?",
                (name,),
                rule=MISSPELLED.id,
            ),
        )
    for form, name in thrice(index, accepts):
        for part in form.places:
            yield (
                (part.start,),
                Match(
                    TextSpan(part.start, part.end),
                    f"'{form.text}' has one letter three times; did you mean '{name}'?",
                    (_as_set(part, name),),
                    rule=MISSPELLED.id,
                ),
            )
    for typo in misspelled(index, accepts):
        part = typo.form.places[0]
        replacements = tuple(_as_set(part, name) for name in typo.targets)
        yield (
            (part.start,),
            Match(
                TextSpan(part.start, part.end),
                f"'{article.text[part.start : part.end]}' is not a known name; "
                f"did you mean '{replacements[0]}'?",
                replacements,
                rule=MISSPELLED.id,
            ),
        )
    for names in mixed(index):
        part = names.rarer.places[0]
        yield (
            (part.start,),
            Match(
                TextSpan(part.start, part.end),
                f"The article has both '{names.rarer.text}' and '{names.other.text}': "
                f"should both be '{names.other.text}'?",
                (names.other.text,),
                _related(names.other),
                rule=TRANSLITERATION.id,
            ),
        )


def _variant(wrong: NameForm, right: NameForm) -> Iterator[tuple[tuple[int, ...], Match]]:
    related = _related(right)
    for part in wrong.places:
        name = _as_set(part, right.text)
        yield (
            (part.start,),
            Match(
                TextSpan(part.start, part.end),
                f"'{_as_set(part, wrong.text)}' is spelled '{name}' elsewhere in the article.",
                (name,),
                related,
                rule=VARIANT.id,
            ),
        )


def _related(form: NameForm) -> tuple[RelatedText, ...]:
    return tuple(
        RelatedText(TextSpan(part.start, part.end), "spelled this way here")
        for part in form.places[:_MOST_RELATED]
    )


def _as_set(part: NamePart, name: str) -> str:
    """``name``, in capitals if the part is in capitals."""
    return name.upper() if part.shouted else name
