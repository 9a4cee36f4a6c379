"""What known clients make of an answer, restated: they lose no finding of ours."""

from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from copylint.runner.rules import all_rules
from copylint.serve.languagetool.categories import category_of

# One finding each of spelling, grammar, repetition, spacing, punctuation, facts and dialect.
TEXT = (
    "She go to teh market in the the rain .\n\n"
    "The colour of the harbor was grey (at dawn.\n\n"
    "Both of the three men said it was the 31st of June."
)


@pytest.fixture
def answer(client: TestClient) -> Any:
    fields = {"text": TEXT, "language": "en-GB"}
    found = client.post("/v2/check", data=fields).json()
    assert len(found["matches"]) >= 6
    return found


def test_superdesk(answer: Any) -> None:
    """As its checker does: a finding is spelling, grammar, or dropped."""
    spelling = {"misspelling", "whitespace", "other"}
    grammar = {"grammar", "characters", "typographical", "locale-violation"}
    shown = []
    for match in answer["matches"]:
        kind = match["rule"]["issueType"]
        if kind not in spelling | grammar:
            continue
        start = match["offset"]
        shown.append(
            {
                "startOffset": start,
                "text": TEXT[start : start + match["length"]],
                "type": "spelling" if kind in spelling else "grammar",
                "message": match["message"],
                "suggestions": [{"text": each["value"]} for each in match["replacements"]],
            }
        )
    assert len(shown) == len(answer["matches"])
    assert {each["text"]: each["type"] for each in shown}["teh"] == "spelling"
    assert {each["text"]: each["type"] for each in shown}["go"] == "grammar"


def test_libreoffice(answer: Any) -> None:
    """As its checker does: a colour by category, the short message, ten suggestions at most."""
    colours = {"TYPOS": "red", "STYLE": "blue"}
    for match in answer["matches"]:
        assert colours.get(match["rule"]["category"]["id"], "orange")
        assert match["shortMessage"] and match["message"]
        assert match["offset"] + match["length"] <= len(TEXT)
        assert all(isinstance(each["value"], str) for each in match["replacements"][:10])


def test_texstudio_and_obsidian(answer: Any) -> None:
    """They underline ``context.length`` characters of the context from ``context.offset``."""
    for match in answer["matches"]:
        context, start = match["context"], match["offset"]
        first = context["offset"]
        marked = context["text"][first : first + context["length"]]
        assert marked.split() == TEXT[start : start + match["length"]].split()


def test_no_rule_has_an_issue_type_that_a_client_drops() -> None:
    shown = {"misspelling", "whitespace", "typographical", "grammar", "locale-violation"}
    for rule in all_rules().values():
        assert category_of(rule.id, rule.severity).issue in shown, rule.id


def test_rules_that_clients_know_nothing_about_have_a_category() -> None:
    assert category_of("House.Style").id == "MISC"
    assert category_of("languagetool.HE_VERB_AGR").id == "GRAMMAR"
