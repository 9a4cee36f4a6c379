"""``/check`` answers as LanguageTool does, with copylint's findings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from copylint import Config, Language, lint_text
from copylint.serve.languagetool.annotation import TextWithMarkup
from copylint.serve.settings import AccessToken
from copylint.service.positions import Positions

TEXT = "She go to teh market. The the end  of it."
# The kinds of issue that Superdesk's checker shows; it drops every other.
SUPERDESK = {
    "misspelling",
    "whitespace",
    "other",
    "grammar",
    "characters",
    "typographical",
    "locale-violation",
}


def ask(client: TestClient, text: str = TEXT, language: str = "en-GB", **more: str) -> Any:
    reply = client.post("/v2/check", data={"text": text, "language": language, **more})
    assert reply.status_code == 200, reply.text
    return reply.json()


def places(answer: Any) -> list[tuple[str, int, int]]:
    return [(m["rule"]["id"], m["offset"], m["length"]) for m in answer["matches"]]


def rules(answer: Any) -> set[str]:
    return {match["rule"]["id"] for match in answer["matches"]}


def test_findings_are_those_of_a_check_of_the_text(client: TestClient) -> None:
    config = Config(language=Language.BRITISH)
    expected = [
        (each.rule, each.span.start, each.span.end - each.span.start)
        for each in lint_text(TEXT, config=config)
    ]
    assert expected
    assert places(ask(client)) == expected


@pytest.mark.parametrize("path", ["/check", "/v2/check", "/v2//check"])
def test_both_paths_take_both_methods(client: TestClient, path: str) -> None:
    fields = {"text": TEXT, "language": "en"}
    by_get = client.get(path, params=fields).json()
    assert by_get["matches"]
    assert client.post(path, data=fields).json() == by_get
    assert client.post(path, params=fields).json() == by_get


def test_offsets_count_utf16_code_units(client: TestClient) -> None:
    text = f"\N{GRINNING FACE}\N{GRINNING FACE} {TEXT}"
    match = next(m for m in ask(client, text)["matches"] if m["rule"]["id"] == "spelling.unknown")
    units = text.encode("utf-16-le")
    start, end = match["offset"] * 2, (match["offset"] + match["length"]) * 2
    assert units[start:end].decode("utf-16-le") == "teh"
    context = match["context"]
    shown = context["text"].encode("utf-16-le")
    first, length = context["offset"] * 2, context["length"] * 2
    assert shown[first : first + length].decode("utf-16-le") == "teh"
    assert match["sentence"] == "\N{GRINNING FACE}\N{GRINNING FACE} She go to teh market."


def test_annotated_markup_is_not_read_and_counts_in_offsets(client: TestClient) -> None:
    nodes = [
        {"text": "A "},
        {"markup": "<b>"},
        {"text": "teh"},
        {"markup": "</b>"},
        {"text": " \N{GRINNING FACE} end."},
        {"markup": "<p>", "interpretAs": "\n\n"},
        {"text": "She go to the market."},
    ]
    source = "".join(node.get("text", "") + node.get("markup", "") for node in nodes)
    reply = client.post(
        "/v2/check", data={"data": json.dumps({"annotation": nodes}), "language": "en-GB"}
    )
    units = source.encode("utf-16-le")
    found = {
        m["rule"]["id"]: units[m["offset"] * 2 : (m["offset"] + m["length"]) * 2].decode("utf-16")
        for m in reply.json()["matches"]
    }
    assert found == {"spelling.unknown": "teh", "grammar.pronoun-verb": "go"}


def test_a_finding_across_markup_covers_the_markup(client: TestClient) -> None:
    data = {"annotation": [{"text": "It was the"}, {"markup": "<i>"}, {"text": " the end."}]}
    reply = client.post("/v2/check", data={"data": json.dumps(data), "language": "en-GB"}).json()
    match = next(m for m in reply["matches"] if m["rule"]["id"] == "duplicates.word")
    assert (match["offset"], match["length"]) == (7, len("the<i> the"))


def test_spaces_around_markup_are_no_double_space(client: TestClient) -> None:
    nodes = [{"text": "Run "}, {"markup": "`make`"}, {"text": " first,  then wait."}]
    data = json.dumps({"annotation": nodes})
    reply = client.post("/v2/check", data={"data": data, "language": "en-GB"}).json()
    assert places(reply) == [("typography.double-space", 17, 2)]


@given(st.lists(st.tuples(st.text(max_size=4), st.none() | st.text(max_size=3)), max_size=6))
def test_spans_of_prose_map_to_the_same_words_of_the_source(
    pieces: list[tuple[str, str | None]],
) -> None:
    nodes = [(s, s if p is None else p, p is not None) for s, p in pieces]
    text = TextWithMarkup(nodes)
    flags = [is_markup for s, p, is_markup in nodes for _ in p]
    for at, character in enumerate(text.prose):
        start, end = text.in_source(at, at + 1)
        assert 0 <= start <= end <= len(text.source)
        if not flags[at]:
            assert text.source[start:end] == character
    assert Positions(text.source).to_units(len(text.source)) >= len(text.source)


def test_language_chooses_the_dialect(client: TestClient) -> None:
    text = "The colour of the harbour was grey at the city centre."
    assert not ask(client, text, "en-GB")["matches"]
    american = ask(client, text, "en-US")
    assert {m["rule"]["issueType"] for m in american["matches"]} == {"locale-violation"}
    assert american["language"]["code"] == "en-US"
    preferred = ask(client, text, "auto", preferredVariants="de-DE,en-US")
    assert rules(preferred) == rules(american)
    assert preferred["language"]["detectedLanguage"]["code"] == "en-US"


def test_the_house_decides_the_dialect_of_plain_english(client: TestClient, tmp_path: Path) -> None:
    (tmp_path / "copylint.toml").write_text('language = "en-US"\n')
    assert "dialect.foreign" in rules(ask(client, "The colour was grey in the centre.", "en"))


def test_another_language_is_refused_by_name(client: TestClient) -> None:
    reply = client.post("/v2/check", data={"text": "Hallo", "language": "de-DE"})
    assert reply.status_code == 400
    assert reply.text.startswith("Error: 'de-DE' is not a language code known to this server.")


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"language": "en"}, "missing 'text' or 'data'"),
        ({"text": "a"}, "missing 'language'"),
        ({"text": "a", "data": "{}", "language": "en"}, "only one of"),
        ({"data": "{bad", "language": "en"}, "could not parse JSON"),
        ({"data": "[" * 100_000, "language": "en"}, "could not parse JSON"),
        ({"data": "[]", "language": "en"}, "'data' must be"),
        ({"data": '{"annotation":[{"text":1}]}', "language": "en"}, "each annotation"),
        ({"data": '{"annotation":[{"text":"a","markup":"b"}]}', "language": "en"}, "each anno"),
        ({"text": "a", "language": "en", "level": "hard"}, "'level' must be"),
        ({"text": "a", "language": "en", "preferredVariants": "en-GB"}, "'preferredVariants'"),
        ({"text": "a", "language": "auto", "preferredVariants": "en"}, "'preferredVariants'"),
        ({"text": "a", "language": "en", "enabledOnly": "true"}, "you must enable"),
        (
            {
                "text": "a",
                "language": "en",
                "enabledOnly": "true",
                "enabledRules": "x",
                "disabledRules": "y",
            },
            "you cannot disable",
        ),
    ],
)
def test_what_languagetool_refuses_is_refused(
    client: TestClient, fields: dict[str, str], message: str
) -> None:
    reply = client.post("/v2/check", data=fields)
    assert reply.status_code == 400
    assert reply.text.startswith("Error: ") and message in reply.text


def test_rules_and_categories_can_be_switched_off(client: TestClient) -> None:
    everything = rules(ask(client))
    assert {"spelling.unknown", "duplicates.word", "grammar.pronoun-verb"} <= everything
    left = rules(ask(client, disabledRules="spelling.unknown,NO_SUCH_RULE"))
    assert left == everything - {"spelling.unknown"}
    left = rules(ask(client, disabledCategories="GRAMMAR"))
    assert left == everything - {"grammar.pronoun-verb"}


def test_only_what_is_enabled_runs(client: TestClient) -> None:
    only = {"enabledOnly": "true"}
    assert rules(ask(client, enabledRules="duplicates.word", **only)) == {"duplicates.word"}
    assert rules(ask(client, enabledCategories="TYPOS", **only)) == {"spelling.unknown"}
    assert not ask(client, enabledRules="NO_SUCH_RULE", **only)["matches"]


def test_rules_off_by_default_can_be_enabled(client: TestClient) -> None:
    text = "At the end of the day, this is a case of too little, too late."
    assert "Plain.Cliche" not in rules(ask(client, text))
    assert "Plain.Cliche" in rules(ask(client, text, enabledRules="Plain.Cliche"))
    picky = ask(client, text, level="picky")
    cliche = next(m for m in picky["matches"] if m["rule"]["id"] == "Plain.Cliche")
    assert cliche["rule"]["tags"] == ["picky"]
    assert cliche["rule"]["category"]["id"] == "STYLE"


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("MORFOLOGIK_RULE_EN_GB", "spelling.unknown"),
        ("ENGLISH_WORD_REPEAT_RULE", "duplicates.word"),
    ],
)
def test_names_of_languagetools_rules_mean_ours(client: TestClient, theirs: str, ours: str) -> None:
    assert ours in rules(ask(client))
    assert ours not in rules(ask(client, disabledRules=theirs))


def test_superdesk_drops_no_finding(client: TestClient) -> None:
    described = client.get("/v2/configinfo", params={"language": "en-GB"}).json()["rules"]
    assert len(described) > 150
    assert {rule["locQualityIssueType"] for rule in described} <= SUPERDESK
    assert {m["rule"]["issueType"] for m in ask(client)["matches"]} <= SUPERDESK


def test_text_of_a_size_beyond_the_limit_is_refused(start: Any) -> None:
    from copylint.serve.settings import RequestLimits

    client = start(bounds=RequestLimits(text_units=10))
    assert client.get("/v2/maxtextlength").text == "10"
    reply = client.post("/v2/check", data={"text": "😀" * 6, "language": "en"})
    assert reply.status_code == 413
    assert reply.text == "Error: the text exceeds the limit of 10 characters"
    assert client.post("/v2/check", data={"text": "😀" * 5, "language": "en"}).status_code == 200


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\ufeffA teh.", "A teh.\r\nA teh.", "\x00 teh"])
def test_odd_texts_keep_their_offsets(client: TestClient, text: str) -> None:
    answer = ask(client, text)
    units = text.encode("utf-16-le")
    misspelled = [
        units[m["offset"] * 2 : (m["offset"] + m["length"]) * 2].decode("utf-16-le")
        for m in answer["matches"]
        if m["rule"]["id"] == "spelling.unknown"
    ]
    assert misspelled == ["teh"] * text.count("teh")


def test_a_broken_configuration_is_an_error_of_the_server(
    client: TestClient, tmp_path: Path
) -> None:
    (tmp_path / "copylint.toml").write_text("languge = 1\n")
    reply = client.post("/v2/check", data={"text": TEXT, "language": "en"})
    assert reply.status_code == 500
    assert "languge" in reply.text


def test_a_finding_links_to_the_page_of_its_rule(client: TestClient) -> None:
    match = next(m for m in ask(client)["matches"] if m["rule"]["id"] == "duplicates.word")
    (link,) = match["rule"]["urls"]
    assert link == {"value": "http://127.0.0.1:8484/rules/duplicates.word"}
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    page = client.get(link["value"], headers=headers)
    assert page.headers["content-type"].startswith("text/html")
    assert "default-src 'none'" in page.headers["content-security-policy"]
    assert "<h1>duplicates.word</h1>" in page.text and "Examples" in page.text
    assert client.get("/rules/no.such-rule").status_code == 404


def test_no_link_leads_to_a_page_that_asks_for_a_token(start: Any) -> None:
    client = start(tokens=(AccessToken("0123456789abcdef"),))
    found = ask(client, apiKey="0123456789abcdef")["matches"]
    assert found and all("urls" not in match["rule"] for match in found)
    assert client.get("/rules/duplicates.word").status_code == 401
