"""One person who is *he* in one place and *she* in another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from copylint.analysis.article import Article
from copylint.analysis.ledger.entries import RoleKind, RoleStatement
from copylint.analysis.ledger.genders import MAN, WOMAN
from copylint.analysis.ledger.subjects import KIN
from copylint.analysis.names.people import Person
from copylint.analysis.names.public_names import public_surnames
from copylint.checks.facts.two_statements import both
from copylint.contract.check import Check, Options
from copylint.core.finding import Match
from copylint.core.rule import Bad, Good, Rule, Severity
from copylint.language.lazy_pattern import LazyPattern

GENDER = Rule(
    id="facts.gender",
    summary="Flags a person who is 'Mr' or 'he' in one place and 'Ms' or 'she' in another.",
    why=(
        "Given names mislead, and so do corrections made in only one place. The rule compares "
        "titles, words such as 'a mother of two', and the pronoun that opens a sentence if the "
        "one before names nobody else. It says nothing if a title may be that of a relative."
    ),
    bad=(
        Bad("Robin Quist runs the mill. Mr Quist was born there. Ms Quist has a dog.", "Ms"),
        Bad("Robin Quist runs the mill. Mr Quist was born there. She has a dog.", "She"),
    ),
    severity=Severity.SUGGESTION,
    good=(
        Good("Robin Quist runs the mill with his wife. Mr Quist was born there. Mrs Quist too."),
        Good("Robin Quist runs the mill. Mr Quist met Ada Moon there. She has a dog."),
        Good("Mr and Mrs Robin Quist gave a dinner. Mr Quist runs the mill."),
        Good("The ball honoured Mrs Robin Quist. Mr Quist was there."),
    ),
)

_KIN = LazyPattern(rf"\b{KIN}\b", re.IGNORECASE)
# "Mr and Mrs Quist", and "Mrs Robin Quist", who may be his wife: a couple under one name.
_COUPLE = LazyPattern(r"(?:Mr|Sir|Lord)\b\.?\sand\s|(?:Mrs|Lady)\b\.?\s[A-Z]\S*\s[A-Z]")
# Code points before a title and after it in which they are looked for.
_BEFORE, _NAME = 10, 40
_OF = LazyPattern(r"\b(?:grand)?(?:father|mother)[- ]of[- ]\w+(?:\schildren)?")


class Genders(Check):
    """Compares titles, pronouns and nouns that say whether a person is a man or a woman."""

    rules = (GENDER,)

    def check(self, article: Article, options: Options) -> Iterable[Match]:
        """The statements that differ from the person's others."""
        groups: dict[int, list[RoleStatement]] = defaultdict(list)
        for statement in article.ledger.roles:
            if statement.kind is RoleKind.GENDER:
                groups[id(statement.person)].append(statement)
        for statements in groups.values():
            if len({each.key for each in statements}) == 2:
                yield from _judge(article, statements)


def _judge(article: Article, statements: list[RoleStatement]) -> Iterator[Match]:
    person = statements[0].person
    if person.surname in public_surnames():
        return  # the surname alone names somebody whom everybody knows
    statements = sorted(statements, key=lambda each: each.span.start)
    by_key = {key: [each for each in statements if each.key == key] for key in (MAN, WOMAN)}
    common, rare = sorted(by_key.values(), key=lambda each: (-len(each), each[0].span.start))
    if len(rare) > 1 and len(common) < 2 * len(rare):
        return  # two people, most likely
    titled = any(all(_is_title(each) for each in group) for group in (common, rare))
    if titled and (_has_kin(article, person) or _has_couple(article, statements)):
        return
    for statement in rare:
        yield both(
            article, statement.span, common[0].span, f"{person.name} is", GENDER.id,
            shown_here=f"'{statement.value}'", shown_there=f"'{common[0].value}'",
            others=[each.span for each in common[1:]],
        )  # fmt: skip


def _has_couple(article: Article, statements: list[RoleStatement]) -> bool:
    """Whether a title may be that of a couple, or of a woman by her husband's name."""
    return any(
        _COUPLE.search(article.text, max(0, each.span.start - _BEFORE), each.span.end + _NAME)
        for each in statements
    )


def _is_title(statement: RoleStatement) -> bool:
    return statement.value[:1].isupper() and statement.value.lower() not in (
        "he", "she", "his", "her",
    )  # fmt: skip


def _has_kin(article: Article, person: Person) -> bool:
    """Whether a paragraph with the person's name has a relative in it."""
    for reference in person.references:
        block = article.document.block_at(reference.start)
        if block is not None:
            shown = _OF.compiled.sub("", article.text[block.span.start : block.span.end])
            if _KIN.search(shown):
                return True
    return False
