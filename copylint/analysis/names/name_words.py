"""Closed classes of words that occur in or around names."""

from __future__ import annotations

from copylint.language.word_list import words

#: Words of address, which occur only before a person's name.
ADDRESS = words(
    "mr mrs ms miss mx dr prof professor sir dame lord lady baroness rev reverend messrs "
    "fr madam madame monsieur herr frau señor señora"
)
#: Offices and ranks after which the name begins, wherever they are in a run.
SURE_OFFICES = words(
    "president minister secretary senator sen rep representative congressman congresswoman "
    "governor gov mayor chancellor ambassador lieutenant sergeant sgt colonel col admiral adm "
    "capt captain lt cpl corporal inspector superintendent constable archbishop ayatollah "
    "councillor cllr commissioner chairman chairwoman spokesman spokeswoman coach premier "
    "princess"
)
#: Offices, ranks and callings, some of them surnames or words of a name as well: a title
#: only at the start of a run.
OFFICES = SURE_OFFICES | words(
    "general gen major maj justice judge king queen prince duke duchess earl count emperor pope "
    "bishop cardinal father sister brother saint st sheikh imam rabbi sheriff chief commander "
    "director detective officer private pc mp doctor nurse actor actress singer uncle aunt "
    "vice deputy former prime acting"
)
#: Every title.
TITLES = ADDRESS | OFFICES
#: Titles after which the name begins.
SURE_TITLES = ADDRESS | SURE_OFFICES
#: Lower-case words inside a name that goes on after them.
PARTICLES = words(
    "van von der den de del della di da do dos das du la le el al bin ibn ben bint abu ter ten "
    "zu zur af av y e st op 't"
)
#: Words that may follow a surname without being part of it.
SUFFIXES = words("jr sr ii iii iv junior senior")

#: Capitals that precede names and are not initials.
STATES = words("us uk eu un uae tv mp pm dc la ny fc ex vw bp hp ge gm")

_CALENDAR = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december"
)
_FUNCTION = (
    "the a an and or but of in on at by for from with to as is are was were be been has have had "
    "not no it its he she they we you i his her their our my your this that these those there "
    "here what when where who whom whose why how if than then so while after before about into "
    "over under between during since until because although though however also nor yet will "
    "would can could should shall must might do does did all any both each few more most other "
    "some such only own same too very just now out up off again once every many much one two "
    "three four five six seven eight nine ten per via"
)
#: Capitalised words that are never part of a person's or a place's name as we compare them.
NEVER = frozenset((*_CALENDAR.split(), *_FUNCTION.split())) - {"may", "will", "april", "june"}
