"""Groups of edits."""

from __future__ import annotations

import pytest

from copylint.deep.edit_groups import group_of, may_follow
from copylint.deep.labels import Label, WordChange

FORM_OF = {"TO_BASE": "walk", "TO_S": "walks", "TO_ED": "walked", "TO_ING": "walking"}


@pytest.mark.parametrize(
    ("words", "at", "label", "put", "group"),
    [
        ("He can walked home", 2, "TO_BASE", "walk", "verb-form.base"),
        ("He goes to walks again", 3, "TO_BASE", "walk", "verb-form.base.or-noun"),
        ("Then Will walks home", 2, "TO_BASE", "walk", "agreement.base"),
        ("They bought a new boats .", 4, "TO_BASE", "boat", "agreement.singular"),
        ("They took a drugs test .", 3, "TO_BASE", "drug", "agreement.singular.inside"),
        ("The trade wars has hurt", 2, "TO_BASE", "war", "agreement.before-verb"),
        ("Boats that sails there", 2, "TO_BASE", "sail", "agreement.relative"),
        ("The 40 house fell", 2, "TO_S", "houses", "agreement.number"),
        ("It was walks home", 2, "TO_ED", "walked", "verb-form.participle.or-noun"),
        ("It has walk home", 2, "TO_ED", "walked", "verb-form.participle"),
        ("Then Labour say no", 2, "TO_ED", "said", "verb-form.tense"),
        ("They plan leave now", 2, "INS_to", "to", "missing-word.to"),
        ("They met behind Barcelona", 3, "INS_in", "in", "missing-word.in.before-name"),
        ("They met in end", 3, "INS_the", "the", "missing-word.the.after-preposition"),
        ("It was was late", 2, "DELETE", "", "extra-word.repeated"),
        ("Which more has it", 1, "DELETE", "", "extra-word.unsure"),
        ("It was made of of", 1, "DELETE", "", "extra-word"),
        ("It was boat late", 2, "DELETE", "", "extra-word.of-content"),
        ("An new boat", 0, "REPL_a", "A", "article"),
        ("An SFA statement", 0, "REPL_a", "A", "article.unsure"),
        ("The old boat", 0, "REPL_a", "A", "article.the"),
        ("It's own boat", 0, "REPL_its", "Its", "apostrophe.its"),
        ("The towns mayor", 1, "APOS_FIX", "town's", "apostrophe.fix"),
        ("He met Putins team", 2, "APOS_FIX", "Putin's", "apostrophe.fix.name"),
        ("Supplies form town", 1, "REPL_from", "from", "confusion.listed"),
        ("They goes in to it", 2, "MERGE", "into", "confusion.joined"),
        ("The boats is here", 2, "REPL_are", "are", "agreement.are"),
    ],
)
def test_edits_are_grouped_by_kind(words: str, at: int, label: str, put: str, group: str) -> None:
    first, last = (at, at) if label.startswith("INS") else (at, at + 1 + (label == "MERGE"))
    made = WordChange(first, last, (put,) if put else ())
    found = group_of(Label.read(label), words.split(), made)
    assert found.name == group
    assert group.startswith(found.kind)


@pytest.mark.parametrize(
    ("article", "word", "may"),
    [("an", "owl", True), ("a", "owl", False), ("an", "boat", False), ("a", "boat", True),
     ("a", "union", True), ("an", "uncle", True), ("an", "hour", True), ("a", "8", True)],
)  # fmt: skip
def test_article_errors_are_grouped_by_sound(article: str, word: str, may: bool) -> None:
    assert may_follow(article, word) is may
