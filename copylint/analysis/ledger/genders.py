"""Reads whether an article calls a person *he* or *she*: by title, by pronoun, by kin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from copylint.analysis.annotated_text import AnnotatedText
from copylint.analysis.ledger.entries import RoleKind, RoleStatement
from copylint.analysis.ledger.role_statements import role
from copylint.analysis.ledger.subjects import NamedSentence
from copylint.analysis.names.people import BODY, Person
from copylint.language.lazy_pattern import LazyPattern

#: The two keys of a statement.
MAN, WOMAN = "man", "woman"
_TITLES = {"mr": MAN, "sir": MAN, "lord": MAN, "mrs": WOMAN, "ms": WOMAN, "miss": WOMAN,
           "dame": WOMAN, "lady": WOMAN, "baroness": WOMAN}  # fmt: skip
_KIN = {"father": MAN, "mother": WOMAN, "grandfather": MAN, "grandmother": WOMAN,
        "his": MAN, "her": WOMAN, "businessman": MAN, "businesswoman": WOMAN,
        "spokesman": MAN, "spokeswoman": WOMAN, "himself": MAN, "herself": WOMAN}  # fmt: skip
_AFTER = LazyPattern(
    r",\s(?:\d+,\s)?(?:a|the)\s(?:[a-z]+\s)?(?P<kin>father|mother|grandfather|grandmother|"
    r"businessman|businesswoman)\b"
    r"|\s(?:and|with)\s(?P<owned>his|her)\s(?:late\s|then\s)?(?:wife|husband|family|partner|"
    r"children|son|daughter|dog|team|colleagues)\b"
    r"|(?:\s[a-z]+)?\s(?P<self>himself|herself)\b"
)
_BEFORE = LazyPattern(
    r"\b(?P<kin>(?:grand)?(?:father|mother))[- ]of[- ](?:\w+)(?:\s[a-z]+)?,?\s\Z"
    r"|\b(?P<trade>businessman|businesswoman)\s\Z"
)
# "Quist said that he could promise nothing": a speaker who says what the speaker means to do.
_SAID = LazyPattern(
    r"(?:,\s[^,.;:\n“”\"]{3,60},)?\s(?:said|added|admitted|confirmed|promised|explained|insisted)"
    r"(?:\s(?:yesterday|later|afterwards))?\s(?:that\s)?(?P<pronoun>s?he)\s(?:"
    r"(?:would|will)\sbe\s[a-z]+ing|could\s(?:not\s|only\s)?(?:promise|confirm|say|comment|rule)|"
    r"(?:would|could|did|had)\s(?:not|never|seldom|rarely)\s(?:see|seen|expect|know|comment|say|give|"
    r"rule)|(?:was|felt)\s(?:[a-z]+\s)?(?:confident|delighted|pleased|sorry|grateful|disappointed|"
    r"determined|satisfied|convinced)|hoped|expected|doubted|intended|had\sseldom|had\sno\s(?:plans|"
    r"doubt|comment|intention|idea))\b"
)
_REACH = 40
# What comes before a name has one of these.
_BEFORE_WORDS = ("father", "mother", "businessman", "businesswoman")


def genders(article: AnnotatedText, sentences: Iterable[NamedSentence]) -> Iterator[RoleStatement]:
    """What the story says of each person's sex, in order; quotations are left out."""
    text = article.text
    quoted = article.quotations.is_quoted
    kin = any(word in text for word in _BEFORE_WORDS)
    for each in sentences:
        if each.pronoun and each.antecedent is not None and not quoted(each.pronoun_at):
            end = text.find(" ", each.pronoun_at)
            key = MAN if each.pronoun == "he" else WOMAN
            yield role(article, each.antecedent, RoleKind.GENDER, (each.pronoun_at, end), key)
        for person, reference in each.named:
            if reference.kind not in BODY or quoted(reference.start):
                continue
            yield from _titled(article, person, reference.title, reference.lead)
            before = None
            if kin:
                before = _BEFORE.search(text, max(0, reference.lead - _REACH), reference.lead)
            if before is not None:
                group = "kin" if before["kin"] else "trade"
                key = _KIN[before[group].lower()]
                yield role(article, person, RoleKind.GENDER, before.span(group), key)
            following = text[reference.end : reference.end + 1]
            if following != "," and not following.isspace():
                continue
            said = _SAID.match(text, reference.end)
            if said is not None and len({id(one) for one, _ in each.named}) == 1:
                key = MAN if said["pronoun"] == "he" else WOMAN
                yield role(article, person, RoleKind.GENDER, said.span("pronoun"), key)
            after = _AFTER.match(text, reference.end)
            if after is not None:
                group = next(name for name in ("kin", "owned", "self") if after[name])
                yield role(article, person, RoleKind.GENDER, after.span(group), _KIN[after[group]])


def _titled(
    article: AnnotatedText, person: Person, title: str, start: int
) -> Iterator[RoleStatement]:
    key = _TITLES.get(title)
    if key is not None:
        yield role(article, person, RoleKind.GENDER, (start, start + len(title)), key)
