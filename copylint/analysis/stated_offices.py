"""The offices and titles that an article gives people in its own words, to be remembered.

An office is read where it comes right before a name with capitals (*Deputy Prime Minister Ada
Quist*), and where the ledger has it (*Ada Quist, the mayor of Leith*).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from copylint.analysis.article import Article
from copylint.analysis.ledger.entries import RoleKind, RoleStatement
from copylint.analysis.ledger.posts import normal_post
from copylint.analysis.ledger.role_statements import was
from copylint.analysis.names.people import BODY, Person, Reference, spoken
from copylint.core.record import record
from copylint.core.span import TextSpan

_SHORT = {
    "cllr": "councillor", "prof": "professor", "gov": "governor", "sen": "senator",
    "rep": "representative", "gen": "general", "col": "colonel", "adm": "admiral",
    "sgt": "sergeant", "capt": "captain", "supt": "superintendent", "insp": "inspector",
    "congressman": "representative", "congresswoman": "representative",
}  # fmt: skip
# Counsel are for one side in one case.
_PASSING = frozenset(("prosecution", "defence"))
_HEAD = (
    r"President|Chancellor|Minister|Secretary|Senator|Representative|Congress(?:wo)?man|Governor|"
    r"Mayor|Mayoress|Councillor|Alderman|Ambassador|Commissioner|Constable|Superintendent|Inspector|"
    r"Sergeant|Colonel|General|Major|Captain|Admiral|Commander|Judge|Justice|Sheriff|Coroner|"
    r"Archbishop|Bishop|Archdeacon|Dean|Canon|Rabbi|Cardinal|Professor|Provost|Premier|"
    r"Cllr|Prof|Gov|Sen|Rep|Gen|Col|Adm|Sgt|Capt|Supt|Insp"
)
_BEFORE_HEAD = (
    r"Deputy|Vice|Assistant|Chief|Prime|First|Lord|Lady|Lieutenant|Brigadier|Detective|District|"
    r"High|Attorney|Solicitor|Home|Foreign|Health|Education|Defen[cs]e|Transport|Justice|"
    r"Environment|Finance|Interior|Agriculture|Energy|Housing|Trade|Culture|Immigration|Industry|"
    r"Business|Treasury|Labou?r|State|Press"
)
_TITLE = re.compile(rf"(?<![\w'’-])(?P<title>(?:(?:{_BEFORE_HEAD})[ -])*(?:{_HEAD}))\.?\s{{1,2}}\Z")
_REACH = 60  # code points before a name that are searched for its title


@record
class StatedOffice:
    """An office at ``span`` that the article says ``person`` holds, and how it is remembered.

    ``is_title`` says that it is a title right before the name, which another can replace.
    """

    person: Person
    office: str
    span: TextSpan
    is_title: bool


def stated_offices(article: Article) -> Iterator[StatedOffice]:
    """The offices that people hold by the article's own running prose, person by person."""
    seen: set[int] = set()
    for person in article.ledger.persons:
        for reference in spoken(article, person.references):
            found = _title(article.text, reference)
            if found is not None and not was(article.text, found[0]):
                seen.add(found[1])
                key = remembered(article.text[slice(*found)])
                yield StatedOffice(person, key, TextSpan(*found), True)
    for role in article.ledger.roles:
        if _is_held(role) and role.span.end not in seen:
            yield StatedOffice(role.person, remembered(role.key), role.span, False)


def _is_held(role: RoleStatement) -> bool:
    in_prose = role.block.kind in BODY and not role.quoted
    return in_prose and role.kind is RoleKind.OFFICE and role.key not in _PASSING


def _title(text: str, reference: Reference) -> tuple[int, int] | None:
    low = max(0, reference.start - _REACH)
    found = _TITLE.search(text[low : reference.start])
    return None if found is None else (low + found.start("title"), low + found.end("title"))


def remembered(shown: str) -> str:
    """An office in the words by which it is remembered: small letters, nothing abbreviated."""
    words = re.split(r"[\s-]+", normal_post(shown.rstrip(".")))
    return " ".join(_SHORT.get(word, word) for word in words)
