"""Legal risks in the report of a crime: guilt asserted before a verdict, unattributed claims.

Two questions that no rule of words can put, since they need the rest of the article. They
belong to the pack ``Legal``, and like it are off unless selected.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from copylint.analysis.article import Article
from copylint.contract.check import Check, Options
from copylint.core.blocks import BlockKind
from copylint.core.finding import Match, RelatedText
from copylint.core.fix import Safety
from copylint.core.rule import Bad, Good, Rule, Severity
from copylint.core.span import TextSpan

ALLEGED_GONE = Rule(
    id="Legal.AllegedGone",
    summary="Flags a headline that states as fact what the body only alleges.",
    why=(
        "More people read the headline than the article, lawyers among them. If the body says "
        "'alleged' or 'accused of' and the headline does not, the headline may be libellous."
    ),
    bad=(
        Bad(
            "# Clerk stole £40,000 from ferry fund\n\nA clerk is accused of having stolen "
            "£40,000 from a fund for a ferry. He denies it.\n",
            "stole",
            format="markdown",
        ),
        Bad(
            "# Coach abused young rowers\n\nThe coach allegedly abused four rowers.\n",
            "abused",
            format="markdown",
        ),
    ),
    good=(
        Good(
            "# Clerk accused of theft from ferry fund\n\nA clerk is accused of having stolen "
            "£40,000.\n",
            format="markdown",
        ),
        Good(
            "# Clerk stole £40,000 from ferry fund\n\nA clerk accused of having stolen £40,000 "
            "was convicted on Monday.\n",
            format="markdown",
        ),
    ),
    default=False,
    safety=Safety.NONE,
)

VERDICT = Rule(
    id="Legal.Verdict",
    summary="Flags 'killer', 'rapist', 'thief' and the like before a verdict.",
    why=(
        "Until a court convicts somebody there is a suspect, a defendant or an unknown attacker. "
        "The rule reports articles that mention an arrest or a trial and no conviction."
    ),
    bad=(
        Bad("Police arrested the killer on Sunday. He will appear in court.\n", "killer"),
        Bad("A man was charged on Monday. Her murderer fled by boat.\n", "murderer"),
    ),
    good=(
        Good("Police arrested the alleged killer on Sunday. He will appear in court.\n"),
        Good("The killer, who was arrested in May, was found guilty on Sunday.\n"),
        Good("The killer whale was seen on Sunday. A man was arrested for feeding it.\n"),
    ),
    default=False,
    severity=Severity.WARNING,
    safety=Safety.NONE,
)

# Words of one offence, by what they have in common.
_OFFENCES = {
    name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE)
    for name, words in {
        "murder": "murder(?:s|ed|ing|ers?)?",
        "kill": "kill(?:s|ed|ing|ers?)",
        "stab": "stab(?:s|bed|bing)?",
        "rape": "rap(?:e|es|ed|ing|ists?)",
        "abuse": "abus(?:e|es|ed|ing|ers?)",
        "assault": "assault(?:s|ed|ing)?",
        "fraud": "fraud|frauds|fraudsters?|defraud(?:s|ed|ing)?",
        "steal": "steals?|stole|stolen|stealing|thefts?|thie(?:f|ves)",
        "rob": "rob|robs|robbed|robbing|robbers?|robbery",
        "bribe": "brib(?:e|es|ed|ing|ery)",
        "embezzle": "embezzl(?:e|es|ed|ing|ement)",
        "launder": "launder(?:s|ed|ing)?",
        "harass": "harass(?:es|ed|ing|ment)?",
        "groom": "groom(?:s|ed|ing)",
        "arson": "arson|arsonists?|set fire to|torch(?:es|ed)?",
    }.items()
}
_HEDGE = re.compile(
    r"\b(?:alleg(?:ed|edly|es|e|ations?|ing)|accus(?:ed|es|ations?|ing)|charg(?:ed|es?) with|"
    r"on suspicion|suspected|den(?:y|ies|ied)|pleaded not guilty|claim(?:s|ed)?|reportedly)\b",
    re.IGNORECASE,
)
# A headline that leaves it open.
_OPEN = re.compile(
    r"\b(?:alleg\w+|accus\w+|charge[ds]?|suspect\w*|suspicion|den(?:y|ies|ied|ial)|claim\w*|trial|"
    r"court|inquiry|probe|investigat\w+|arrest\w*|over|may|might|could|hearing|not guilty|"
    r"cleared|acquitted|says?|police|jury|case|lawsuit|sue[ds]?)\b|[?'‘’\"“”]",
    re.IGNORECASE,
)
_CONVICTED = re.compile(
    r"\b(?:convict(?:ed|ion|ions)|found guilty|plead(?:ed|s|ing)? guilty|pled guilty|jailed|"
    r"sentenced|imprisoned|admitted (?:the )?(?:murder|manslaughter|killing|rape|theft|charges?)|"
    r"guilty verdict|guilty plea)\b",
    re.IGNORECASE,
)
_LIVE = re.compile(
    r"\b(?:arrest(?:ed|s)?|charged|suspects?|detained|on trial|in custody|remanded|"
    r"appear(?:ed)? in court|manhunt)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:the|her|his|their|its|a|this|that)\s+(?:\w{1,15}\s+)?"
    r"(?P<word>killers?|murderers?|rapists?|paedophiles?|pedophiles?|thie(?:f|ves)|robbers?|"
    r"arsonists?|fraudsters?)\b"
    r"(?!\s+(?:whales?|bees?|blow|instinct|heat|punch|touch|app|app's|virus|disease|robots?))",
    re.IGNORECASE,
)
_UNPROVED = re.compile(
    r"\b(?:alleged|suspected|accused|would-be|potential|possible|convicted|unknown)\b",
    re.IGNORECASE,
)


class CrimeReporting(Check):
    """Compares the headline with the body, and what people are called with what was found."""

    rules = (ALLEGED_GONE, VERDICT)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """Headlines that say too much, and names for the guilty before the verdict."""
        if _CONVICTED.search(article.text):
            return
        yield from _bare_headlines(article)
        if _LIVE.search(article.text):
            yield from _named_guilty(article)


def _bare_headlines(article: Article) -> Iterator[Match]:
    document = article.document
    for headline in document.blocks_of(BlockKind.HEADLINE):
        said = document.slice(headline.span)
        if _OPEN.search(said):
            continue
        for words in _OFFENCES.values():
            told = words.search(said)
            hedged = told and _hedged(article, words, headline.span.end)
            if told and hedged:
                start = headline.span.start
                yield Match(
                    TextSpan(start + told.start(), start + told.end()),
                    f"The headline states '{told.group()}' as fact; the body only alleges it.",
                    related=(RelatedText(hedged, "only alleged here"),),
                    rule=ALLEGED_GONE.id,
                )
                break


def _hedged(article: Article, words: re.Pattern[str], after: int) -> TextSpan | None:
    """The word that calls the offence alleged, in the first such sentence after the offset."""
    for sentence in article.sentences:
        if sentence.start < after:
            continue
        hedge = _HEDGE.search(article.text, sentence.start, sentence.end)
        if hedge and words.search(article.text, sentence.start, sentence.end):
            return TextSpan(*hedge.span())
    return None


def _named_guilty(article: Article) -> Iterator[Match]:
    for found in _NAMED.finditer(article.text):
        if not _UNPROVED.search(found.group()):
            yield Match(
                TextSpan(*found.span("word")),
                f"'{found['word']}': the article has no conviction; write 'suspect' or 'attacker'?",
                rule=VERDICT.id,
            )
