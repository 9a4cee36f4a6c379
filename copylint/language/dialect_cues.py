"""Cues other than spelling that separate American, British, Australian and Canadian copy.

A cue counts against the dialects whose writers would not use it, as a log-likelihood:
1 is "a third as likely there", 2.5 is "hardly ever there". The weights are judgements,
kept low where the habit is shared; no cue is ever a finding.
"""

from __future__ import annotations

from functools import cache

#: Weights against British (-ise), Oxford, American, Australian, Canadian, in this order.
Weights = tuple[float, float, float, float, float]


def _against(british: float, american: float, australian: float, canadian: float) -> Weights:
    return (british, british, american, australian, canadian)


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


NOT_AMERICAN = _against(0, 2.5, 0, 1.5)
MILDLY_NOT_AMERICAN = _against(0, 1.2, 0, 0.8)
NOT_COMMONWEALTH = _against(2, 0, 2, 0.7)
MILDLY_NOT_COMMONWEALTH = _against(1, 0, 1, 0.3)

_WORDS: tuple[tuple[Weights, str], ...] = (
    (
        NOT_AMERICAN,
        "whilst fortnight fortnightly lorry lorries petrol motorway motorways learnt holidaymaker"
        " holidaymakers pensioner pensioners postcode quid bloke blokes footballers footballer"
        " dustbin creche nappies nappy windscreen pushchair tarmac backbench"
        " backbencher backbenchers frontbench redundancies",
    ),
    (
        MILDLY_NOT_AMERICAN,
        "amongst spelt burnt dreamt spoilt queue queues queuing tonne tonnes towards afterwards"
        " MP MPs PM solicitor solicitors barrister shopkeeper rugby cricket"
        " cricketer midfielder shareholding hectares takeaway enquiry enquiries constabulary",
    ),
    (
        NOT_COMMONWEALTH,
        "gotten sidewalk sidewalks freeway freeways gasoline congressman congressmen"
        " congresswoman sophomore sophomores quarterback touchdown touchdowns homecoming"
        " attorneys afterward GOP",
    ),
    (
        MILDLY_NOT_COMMONWEALTH,
        "toward attorney congressional downtown semester sheriff bipartisan inning"
        " ballpark baseball campuses varsity freshman cents statewide nationwide countywide"
        " alderman jurors indictment",
    ),
    (_against(1.3, 0, 1.3, 0), "percent"),
    (
        _against(0, 0.6, 0.8, 0.8),
        "Britain British UK London England English Scotland Scottish Wales Welsh BBC NHS"
        " Westminster Whitehall Tory Tories Commons Lords Manchester Birmingham Liverpool"
        " Glasgow Edinburgh Leeds Sheffield Bristol Cardiff Belfast FTSE Labour"
        " Ofcom ITV MEP MEPs Premiership Ulster EU Chancellor",
    ),
    (
        _against(0.9, 0.7, 0, 0.9),
        "Australia Australian Australians Australia's Sydney Melbourne Queensland NSW Canberra"
        " Perth Adelaide Brisbane Tasmania Tasmanian Hobart CSIRO AFL outback"
        " Aboriginal Nationals graziers woolgrowers ute utes",
    ),
    (
        _against(0.9, 0.7, 0.9, 0),
        "Canada Canadian Canadians Canada's Ontario Toronto Quebec Ottawa Alberta Vancouver"
        " Montreal Manitoba Saskatchewan Winnipeg Calgary",
    ),
    (
        _against(0.4, 0, 0.4, 0.4),
        "Americans Republican Republicans Democrat Democrats Congress Washington California"
        " Texas Florida Chicago Pennsylvania Ohio Illinois"
        " Massachusetts Michigan Virginia Oregon Minnesota Missouri Tennessee Alabama"
        " Louisiana Arkansas Dallas Houston Atlanta Boston Philadelphia",
    ),
    (_against(1, 0, 0, 0), "Labor"),
)

#: Titles that are British without a full stop and American with one.
TITLES = frozenset(("Mr", "Mrs", "Ms", "Dr"))
BARE_TITLE = _against(0, 2.5, 0, 1.2)
STOPPED_TITLE = _against(2, 0, 2, 0)

MONTHS = _words(
    "January February March April May June July August September October November December"
)
DAY_MONTH = _against(0, 1.5, 0, 0.8)
MONTH_DAY = _against(1, 0, 1, 0)

#: Months that American agencies abbreviate before a day.
SHORT_MONTHS = _words("Jan Feb Aug Sept Oct Nov Dec")
SHORT_MONTH = _against(1.5, 0, 1.5, 0.5)

#: Titles and states that American agencies abbreviate with a full stop.
SHORTENED = _words(
    "Rep Reps Sen Sens Gov Govs Calif Mass Fla Tex Ala Ark Ariz Conn Mich Minn Penn Tenn Okla"
    " Ill Ind Colo Wis Wash"
)
SHORTENED_TITLE = _against(2, 0, 2, 1)

PER_CENT = _against(0, 2, 0, 0)
POUND = _against(0, 1.5, 1.2, 1.2)
AUSTRALIAN_DOLLAR = _against(2, 2, 0, 2)
CANADIAN_DOLLAR = _against(2, 2, 2, 0)
CLOCK = _against(0, 0.8, 0, 0.8)

ABBREVIATIONS = {
    "U.S.": _against(1.2, 0, 1.2, 0.2),
    "U.N.": _against(1.2, 0, 1.2, 0.2),
    "p.m.": _against(0.8, 0, 0.8, 0),
    "a.m.": _against(0.8, 0, 0.8, 0),
}

#: A closing quotation mark before a comma or full stop is not American.
LOGICAL_PUNCTUATION = _against(0, 1.5, 0, 1)


@cache
def word_cues() -> dict[str, Weights]:
    """Cues that are one word, as it is written."""
    return {word: weights for weights, words in _WORDS for word in words.split()}
