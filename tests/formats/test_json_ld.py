"""Articles in JSON-LD: the properties of schema.org that hold copy."""

from __future__ import annotations

import json

import pytest
from reading import Reading

from copylint.core.errors import InputError
from copylint.formats.lookup import entry_for, named

READING = Reading(named("json"), "a.json")
STORY = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "The ferry is back",
    "description": "It was away for a year",
    "inLanguage": "en-GB",
    "image": {"@type": "ImageObject", "url": "a.jpg", "caption": "The ferry at dusk"},
    "author": {"@type": "Person", "name": "Jo Brandt"},
    "articleBody": "It sails at noon.\n\nThe crew recieve their due.",
}
READ = [
    ("headline", "The ferry is back"),
    ("standfirst", "It was away for a year"),
    ("caption", "The ferry at dusk"),
    ("paragraph", "It sails at noon."),
    ("paragraph", "The crew recieve their due."),
]


@pytest.mark.parametrize(
    "file",
    [
        STORY,
        [STORY],
        {"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "name": "x"}, STORY]},
        {**STORY, "@type": ["Article", "NewsArticle"], "image": ["a.jpg", STORY["image"]]},
        {**STORY, "articleBody": "<p>It sails at noon.</p><p>The crew recieve their due.</p>"},
    ],
)
def test_the_copy_of_an_article_is_read(file: object) -> None:
    assert READING.blocks(json.dumps(file)) == READ


def test_a_file_may_be_called_jsonld() -> None:
    assert entry_for("story.jsonld").name == "json"


def test_a_description_that_begins_the_body_is_left_out() -> None:
    file = {**STORY, "description": "It sails at noon. The crew …"}
    assert READING.blocks(json.dumps(file)) == [READ[0], *READ[2:]]


def test_an_article_in_another_language_is_left_out_with_a_note() -> None:
    document = READING.read(json.dumps({**STORY, "inLanguage": "fr-FR"}))
    assert document.blocks == ()
    assert document.notes == ("an item in 'fr-FR' is left out",)


def test_a_fix_is_written_as_json_has_it() -> None:
    fixed = READING.fixed(json.dumps(STORY), "recieve", "“receive”")
    assert fixed is not None
    assert json.loads(fixed)["articleBody"].endswith("The crew “receive” their due.")
    assert fixed.isascii()


def test_a_node_without_a_body_is_no_article() -> None:
    with pytest.raises(InputError, match="nor of a known content system"):
        READING.read(json.dumps({"@type": "NewsArticle", "headline": "The ferry is back"}))
