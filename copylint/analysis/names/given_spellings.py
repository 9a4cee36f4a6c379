"""Given names that are spelled in several ways and sound the same.

The groups are common knowledge of English given names. Nicknames (*Kate*, *Steve*) are other names
of a person, not other spellings, and are left out; so are pairs that tell the sexes apart
(*Francis* and *Frances*).
"""

from __future__ import annotations

from copylint.analysis.names.name_typos import folded

_GROUPS = """
aidan aiden aydan; alan allan allen; alastair alasdair alistair alister; alison allison
ann anne; anthony antony; ashley ashleigh; brian bryan; callum calum; carolyn carolyne
catherine cathryn katharine katherine kathryn; christina kristina; christine kristine
christopher kristopher; claire clare; conor connor; corey cory; craig kraig; debora deborah debra
denis dennis; derek derrick; diane dianne; dominic dominick; donal donall; eileen aileen
eleanor elinor; elisabeth elizabeth; emanuel emmanuel; eric erik; geoffrey jeffrey jeffery geoffry
gillian jillian; graham graeme grahame; hanna hannah; harriet harriett; hailey haley hayley
iain ian; isabel isabelle isobel; jacqueline jacquelyn jaqueline; jon john
johnathan jonathan jonathon; carl karl; catrina katrina; kelley kelly; kirsten kirstin
laurence lawrence; lee leigh; lesley leslie; lewis louis; lindsay lindsey lyndsay lyndsey linsey
lynn lynne; madeleine madeline; malcolm malcom; marcus markus; marian marion; marc mark
martin martyn; mathew matthew; meagan megan meghan; micheal michael; michele michelle
murray murry; neal neil; nicholas nicolas; nicola nichola; philip phillip; phyllis phillis
rachael rachel; rebecca rebekah; reece rhys; roderic roderick; robin robyn; roger rodger
rosalind rosalyn; sara sarah; sean shaun shawn; sheila shelagh; sofia sophia; sonia sonya
stacey stacy; stephan stephen steven; stewart stuart; susanna susannah; silvia sylvia
teresa theresa; terence terrence; tracey tracy; vivian vivien; yvonne evonne; zachary zachery
mohamed mohammad mohammed muhammad muhammed; ahmad ahmed; hussain hussein; yousef yusuf
"""


_GROUP_OF = {
    name: names[0]
    for names in map(str.split, _GROUPS.replace("\n", ";").split(";"))
    for name in names
}


def common_spelling(given: str) -> str:
    """One spelling, in lower case and without accents, for all spellings of a given name."""
    plain = folded(given)
    return _GROUP_OF.get(plain, plain)
