"""One person with a title here and another there on second reference."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from copylint.analysis.article import Article
from copylint.analysis.names.people import Person, Reference, spoken
from copylint.contract.check import Check, Options
from copylint.core.finding import Match, RelatedText
from copylint.core.kept_patterns import compiled
from copylint.core.rule import Bad, Good, Rule
from copylint.core.span import TextSpan
from copylint.language.lazy_pattern import LazyPattern
from copylint.language.word_list import words

HONORIFIC = Rule(
    id="facts.honorific",
    summary="Flags a person who has one title here and another, or none, elsewhere.",
    why=(
        "After the full name a house writes the surname alone, or with Mr, Ms, Dr and the like, "
        "and keeps to it: readers take two forms for two people. The rule reports the form that "
        "the article uses least. Offices and ranks ('President', 'Gen'), headlines, captions and "
        "quotations may differ."
    ),
    bad=(
        Bad(
            "Edwin Quist opened the mill. Mr Quist said it was old. It cost Mr Quist "
            "a fortune, but Quist said it was worth it.",
            "Quist",
            "Edwin Quist opened the mill. Mr Quist said it was old. It cost Mr Quist "
            "a fortune, but Mr Quist said it was worth it.",
        ),
        Bad(
            "Edwina Quist found the vaccine. Dr Quist works in Leith. In May Dr Quist "
            "spoke of it, and the dean thanked Ms Quist.",
            "Ms Quist",
            "Edwina Quist found the vaccine. Dr Quist works in Leith. In May Dr Quist "
            "spoke of it, and the dean thanked Dr Quist.",
        ),
    ),
    good=(
        Good("Edwin Quist sang. Mr Quist bowed. Mr Quist left. “Ask Quist,” said the porter."),
        Good("Edwin Quist sang. Mr Quist bowed to his wife. Mrs Quist smiled. Mr Quist left."),
        Good("President Ada Quist left. Mrs Quist waved. Mrs Quist slept. President Quist rose."),
    ),
)

_MARRIED = frozenset({"mrs", "ms", "miss", "madam", "madame", "frau", "señora"})
_COURTESY = _MARRIED | {"mr", "mx", "dr", "prof", "professor", "monsieur", "herr", "señor"}
_SAME = {"professor": "prof"}
# After these a surname alone does not name its bearer: "the Quist case", "a Quist".
_NO_REFERENCE = words(
    "the a an this these those every each another no any some st saint team versus v vs and or"
)
# A surname after one of these is still a reference to a person: its subject or object.
_PLAIN = words(
    "but that when while as if because although though after before since until where then "
    "however to of by for from with on in at about against than like which whom whose said says "
    "told asked is was were are has had have did does do will would could can may might should "
    "says added gave made let helped saw met called named accused charged not also later "
    "earlier yesterday meanwhile why how what who between behind over under without including"
)
_KIN = words(
    "mother father wife husband widow widower son daughter sister brother parents family couple "
    "spouse uncle aunt cousin grandmother grandfather stepfather stepmother married"
)
_WORDS = compiled(r"[a-z]+")
_WORD_BEFORE = LazyPattern(r"([^\W\d_]+|\S)['’]?\s{0,2}\Z")
_ATTRIBUTE = LazyPattern(
    r"[-‐‑]|['’]?\s(?:administration|government|family|case|camp|campaign|era|years|regime|team|"
    r"brothers|sisters|estate|trial|inquiry|report|affair|method|effect|doctrine|plan|"
    r"supporters|fans|backers|voters|aides|allies|lawyers|officials|staff|loyalists|era|et\s)"
)
# So many more references must agree with one another than do not.
_MAJORITY = 2
_MOST_RELATED = 5


class Honorifics(Check):
    """Compares the titles that one person has on second reference."""

    rules = (HONORIFIC,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """The references that differ from most of the same person's.

        None if a quotation mark has no partner: then the speaker is unknown.
        """
        if article.quotations.unbalanced:
            return
        for person in article.people.persons:
            if len(person.references) > _MAJORITY + 1 and not person.elsewhere:
                yield from _judge(article, person)


def _judge(article: Article, person: Person) -> Iterator[Match]:
    groups: dict[str, list[Reference]] = defaultdict(list)
    offices = 0
    for reference in spoken(article, person.references):
        if reference.full:
            continue
        if reference.title in _COURTESY:
            groups[_SAME.get(reference.title, reference.title)].append(reference)
        elif reference.title:
            offices += 1
        elif _is_bare(article.text, reference):
            groups[""].append(reference)
    if len(groups) < 2 or offices:
        return
    if "mr" in groups and _MARRIED & groups.keys():
        return  # a couple
    rare, common = _split(groups)
    if not rare:
        return
    style = groups[common]
    title = article.text[style[0].lead : style[0].start]
    shown = f"'{title}{person.surname}'" if common else f"'{person.surname}' alone"
    for reference in rare:
        if _family(article, reference):
            continue
        found = article.text[reference.lead : reference.end]
        name = article.text[reference.start : reference.end]
        yield Match(
            TextSpan(reference.lead, reference.end),
            f"'{found}' is {shown} in {len(style)} other places; use one form.",
            (title + name,),
            tuple(
                RelatedText(TextSpan(each.lead, each.end), "named so here")
                for each in style[:_MOST_RELATED]
            ),
        )


def _split(groups: dict[str, list[Reference]]) -> tuple[list[Reference], str]:
    """The references that are in the minority, and the title of most."""
    common = max(groups, key=lambda title: len(groups[title]))
    rare = [each for title, group in groups.items() if title != common for each in group]
    if len(groups[common]) < _MAJORITY * len(rare):
        return [], common
    return sorted(rare), common


def _is_bare(text: str, reference: Reference) -> bool:
    """Whether a surname without a title is there as its bearer's name."""
    if _ATTRIBUTE.match(text, reference.end):
        return False
    before = _WORD_BEFORE.search(text[max(0, reference.start - 20) : reference.start])
    if before is None:
        return True
    word = before.group(1)
    if word.lower() in _NO_REFERENCE:
        return False
    return (not word[0].isalnum() and word not in "-/&(") or word.lower() in _PLAIN


def _family(article: Article, reference: Reference) -> bool:
    """Whether the words before the reference mention kin, who may bear the name."""
    before = article.text[max(0, reference.lead - 120) : reference.lead].lower()
    return not _KIN.isdisjoint(_WORDS.findall(before))
