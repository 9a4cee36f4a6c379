"""Spelling: words that are in no dictionary."""

from __future__ import annotations

from collections.abc import Iterable

from copylint.analysis.article import Article
from copylint.analysis.correction_evidence import Misspelling
from copylint.analysis.misspellings import misspellings
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.fix import Safety
from copylint.core.rule import Bad, Good, Precedence, Rule, Severity
from copylint.language.likely_typo import likely_typo

UNKNOWN = Rule(
    id="spelling.unknown",
    summary="Flags a word that no dictionary has and that looks like a typing error.",
    why=(
        "Misspellings cost a paper its readers' trust first. Words of all English dialects, names, "
        "regular formations ('unvaccinated', 'owl-like'), terms that the article uses repeatedly, "
        "foreign phrases, addresses and code are left alone, so nearly every finding is a real "
        "error."
    ),
    bad=(
        Bad("The comittee will meet again.", "comittee", "The committee will meet again."),
        Bad(
            "She said it was “definately” the last tour.",
            "definately",
            "She said it was “definitely” the last tour.",
        ),
        Bad("It rained alot on the coast.", "alot", "It rained a lot on the coast."),
        Bad("A five-yaer-old plan was revived.", "yaer", "A five-year-old plan was revived."),
    ),
    good=(
        Good("The colour of the harbour; the color of the harbor."),
        Good("Hmm, she said, that's a naïve résumé, and 'em horses know it."),
        Good("Send the file naems.txt to desk@exmaple.org or see https://wbesite.org/abuot."),
        Good("The quokkaverse is small. A quokkaverse needs quokkas. No quokkaverse, no fun."),
        Good("The unvaccinated owl-like re-enactors were over-rehearsed.", "plain"),
    ),
    severity=Severity.ERROR,
    safety=Safety.SAFE,
    precedence=Precedence.SPELLING,
)

PROPER = Rule(
    id="spelling.proper",
    summary="Flags a capitalised word that is misspelled.",
    why=(
        "A capitalised word that no dictionary has is taken for a name until there is evidence "
        "against it: it occurs once, is not part of a name, and is one typing error away from a "
        "far more frequent word, such as a nationality, a weekday, a month, a country, an "
        "organisation or an ordinary word at the start of a sentence. A nationality, weekday or "
        "month in lower case is reported too."
    ),
    bad=(
        Bad("The Europeen vote came late.", "Europeen", "The European vote came late."),
        Bad("It opens on Wendesday at noon.", "Wendesday", "It opens on Wednesday at noon."),
        Bad("Teh bridge was shut.", "Teh", "The bridge was shut."),
        Bad("A ortuguese ship docked.", "ortuguese", "A Portuguese ship docked."),
        Bad("The portuguese fleet sailed.", "portuguese", "The Portuguese fleet sailed."),
    ),
    good=(
        Good("Ms Wendesey and Piet Goverment met in Oudeschild."),
        Good("Brenthollow is a village. Every house in Brenthollow has a well."),
        Good("The NGO and its iOS app McTavish-Brown, by O'Shaughnessy, won."),
    ),
    severity=Severity.ERROR,
    precedence=Precedence.SPELLING,
)


# Shorter words are a typo away from several.
_LONG = 6


class SpellingCheck(Check):
    """Finds misspelled words and suggests corrections."""

    rules = (UNKNOWN, PROPER)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """A match for each occurrence of a misspelled word."""
        for each in misspellings(article):
            rule = PROPER if each.proper else UNKNOWN
            best = each.corrections[0]
            severity = None
            if best.lower() == each.text.lower():
                message = f"'{each.text}' takes a capital: '{best}'."
            elif each.near:
                message = f"'{each.text}' is not a word; did you mean '{best}'?"
            else:
                message = f"'{each.text}' is not in the dictionary; did you mean '{best}'?"
                severity = Severity.SUGGESTION
            safety = None if rule is UNKNOWN and _is_certain(each) else Safety.UNSAFE
            yield Match(
                each.span,
                message,
                each.corrections,
                safety=safety,
                rule=rule.id,
                severity=severity,
                is_certain=each.certain,
            )


def _is_certain(each: Misspelling) -> bool:
    """Whether the word is a common misspelling of one word and can be of no other."""
    return each.certain or (
        len(each.corrections) == 1
        and len(each.text) >= _LONG
        and likely_typo(each.text) == each.corrections[0]
    )
