"""Forms of English verbs: which past or participle belongs to which base.

The irregular verbs are those of ordinary reference grammars (Quirk et al. 1985, 3.11-20),
listed as base, past, participle. Regular forms are reduced to their base by rule and accepted
if the tagger knows the base as a verb.
"""

from __future__ import annotations

from functools import lru_cache

from copylint.language.lexicon import Lexicon
from copylint.language.tagger import Tagger
from copylint.language.word_list import words
from copylint.language.word_tags import tags_of

_IRREGULAR = """
arise arose arisen|awake awoke awoken|be was been|bear bore borne|beat beat beaten
become became become|begin began begun|bend bent bent|bind bound bound|bite bit bitten
bleed bled bled|blow blew blown|break broke broken|breed bred bred|bring brought brought
build built built|buy bought bought|catch caught caught|choose chose chosen|cling clung clung
come came come|creep crept crept|deal dealt dealt|dig dug dug|do did done|draw drew drawn
drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed fed|feel felt felt
fight fought fought|find found found|flee fled fled|fling flung flung|fly flew flown
forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven
freeze froze frozen|get got got|give gave given|go went gone|grind ground ground
grow grew grown|hang hung hung|have had had|hear heard heard|hide hid hidden|hold held held
keep kept kept|kneel knelt knelt|know knew known|lay laid laid|lead led led|leave left left
lend lent lent|lie lay lain|lose lost lost|make made made|mean meant meant|meet met met
mistake mistook mistaken|overcome overcame overcome|oversee oversaw overseen
overtake overtook overtaken|pay paid paid|rebuild rebuilt rebuilt|ride rode ridden
ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought
sell sold sold|send sent sent|shake shook shaken|shine shone shone|shoot shot shot
show showed shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat sat
sleep slept slept|slide slid slid|speak spoke spoken|spend spent spent|spin spun spun
spring sprang sprung|stand stood stood|steal stole stolen|stick stuck stuck|sting stung stung
stride strode stridden|strike struck struck|strive strove striven|swear swore sworn
sweep swept swept|swim swam swum|swing swung swung|take took taken|teach taught taught
tear tore torn|tell told told|think thought thought|throw threw thrown
undergo underwent undergone|understand understood understood|undertake undertook undertaken
wake woke woken|wear wore worn|weave wove woven|weep wept wept|win won won|wind wound wound
withdraw withdrew withdrawn|withhold withheld withheld|withstand withstood withstood
wring wrung wrung|write wrote written
"""
_VERBS = [entry.split() for line in _IRREGULAR.split("\n") for entry in line.split("|") if entry]
_BASE_OF = {form: base for base, past, participle in _VERBS for form in (past, participle)} | {
    "were": "be",
    "is": "be",
    "are": "be",
    "am": "be",
    "gotten": "get",
}
_PARTICIPLE_OF = {base: participle for base, _, participle in _VERBS}
_PAST_OF = {base: past for base, past, _ in _VERBS}
#: Past forms that are nothing else: neither base nor participle of their verb.
PAST_ONLY = {past: base for base, past, participle in _VERBS if past != participle and past != base}
_ALSO_OTHER = words(
    # Past forms that are also common as other words.
    "lay saw shook bore bit rode rose ground wound found broke drove wove spoke hid felt"
)
#: Past forms that are not another common word either (``saw`` and ``rose`` are nouns).
PLAIN_PAST = frozenset(PAST_ONLY) - _ALSO_OTHER - {"was"}
_UNCHANGED = words(
    "bet burst cast cost cut forecast hit hurt let put quit read rid set shed shut split spread "
    "thrust upset"
)


def is_base(word: str) -> bool:
    """Whether the lower-case ``word`` is known as the base of a verb."""
    return "VB" in tags_of(word) or "VBP" in tags_of(word)


@lru_cache(maxsize=30_000)
def base_of_past(word: str) -> str:
    """The base of a past form or past participle in lower case, empty if there is none."""
    irregular = _BASE_OF.get(word)
    if irregular is not None:
        return irregular
    if len(word) < 4 or not word.endswith("ed"):
        return ""
    return _first_base(
        (word[:-1], word[:-2], word[:-3] + "y" if word.endswith("ied") else ""), word
    )


@lru_cache(maxsize=30_000)
def base_of_gerund(word: str) -> str:
    """The base of an -ing form in lower case, empty if there is none."""
    if len(word) < 5 or not word.endswith("ing"):
        return ""
    stem = word[:-3]
    return _first_base((stem + "e", stem), word)


@lru_cache(maxsize=30_000)
def gerund_of(base: str) -> str:
    """The -ing form of a base form, empty if none is known."""
    candidates = [base[:-1] + "ing"] if base.endswith("e") else []
    candidates += [base + "ing", base + base[-1:] + "ing"]
    met = [each for each in candidates if "VBG" in tags_of(each)]
    return max(met, key=Lexicon.shared().zipf, default="")


@lru_cache(maxsize=30_000)
def base_of_third(word: str) -> str:
    """The base of a third person singular in lower case, empty if there is none."""
    special = {"is": "be", "has": "have", "does": "do", "goes": "go"}.get(word)
    if special:
        return special
    if not word.endswith("s") or word.endswith("ss"):
        return ""
    candidates = [word[:-1]]
    if word.endswith("es"):
        candidates.append(word[:-2])
    if word.endswith("ies"):
        candidates.insert(0, word[:-3] + "y")
    met = next((each for each in candidates if is_base(each)), "")
    if met or tags_of(word) != ("VBZ",):
        return met
    return next((each for each in candidates if Lexicon.shared().is_word(each)), "")


def _first_base(candidates: tuple[str, ...], form: str) -> str:
    """The candidate that is a verb; a doubled last consonant is made single if necessary."""
    for each in candidates:
        if len(each) > 1 and is_base(each):
            return each
    stem = form[: -2 if form.endswith("ed") else -3]
    if len(stem) > 3 and stem[-1] == stem[-2] and is_base(stem[:-1]):
        return stem[:-1]
    return ""


@lru_cache(maxsize=30_000)
def participle_of(base: str) -> str:
    """The past participle of a base form, by rule if it is not irregular.

    It is empty if the rule is not certain (a consonant that may have to be doubled).
    """
    if base in _UNCHANGED:
        return base
    irregular = _PARTICIPLE_OF.get(base)
    if irregular is not None:
        return irregular
    forms = (base + "d", base + "ed", base[:-1] + "ied", base + base[-1:] + "ed")
    met = [
        form for form in forms if base_of_past(form) == base and {"VBN", "VBD"} & set(tags_of(form))
    ]
    return max(met, key=Lexicon.shared().zipf, default="")


def past_of(base: str) -> str:
    """The past of a base form; empty if the rule is not certain."""
    return _PAST_OF.get(base) or participle_of(base)


@lru_cache(maxsize=30_000)
def third_of(base: str) -> str:
    """The third person singular of a base form."""
    special = {"be": "is", "have": "has", "do": "does", "go": "goes"}.get(base)
    if special:
        return special
    if base.endswith("y") and base[-2:-1] not in tuple("aeiou"):
        return base[:-1] + "ies"
    return base + ("es" if base.endswith(("s", "x", "z", "ch", "sh")) else "s")


@lru_cache(maxsize=30_000)
def only_past(word: str) -> bool:
    """Whether the word is known as a past form or participle and as nothing else."""
    tags = tags_of(word)
    return bool(tags) and set(tags) <= {"VBD", "VBN"} and bool(base_of_past(word))


@lru_cache(maxsize=30_000)
def past_like(word: str) -> bool:
    """Whether the word is a past form or participle, perhaps an adjective, but not a base."""
    tags = set(tags_of(word))
    return (
        bool(tags & {"VBD", "VBN"}) and not tags & {"VB", "VBP", "NN"} and bool(base_of_past(word))
    )


@lru_cache(maxsize=30_000)
def only_base(word: str) -> bool:
    """Whether the word is known as the base of a verb and as nothing else."""
    # A regular form of another word is never a base, so the tagger's own tags are enough.
    tags = Tagger.shared().possible(word)
    # "Let's" has the tag of its verb.
    return bool(tags) and set(tags) <= {"VB", "VBP"} and word != "let's"
